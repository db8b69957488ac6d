/** Every word on the pages of what is known before a talk, and of asking for it. */
import { type Day, daysBetween } from '#ground/day.ts'
import type { AnswerTrouble, AskTrouble, FactTrouble } from './actions.ts'
import type { AskState, SchoolKind } from './ask.ts'

export const kinds: Readonly<Record<SchoolKind, string>> = {
  attainment: 'What they have reached',
  predicted: 'Predicted grades',
  options: 'Options and subjects',
  attendance: 'Attendance',
}

export const kindHints: Readonly<Record<SchoolKind, string>> = {
  attainment: 'Grades or levels so far, and what they are good at',
  predicted: 'What the school expects, by subject',
  options: 'What they take, and what they may choose',
  attendance: 'How often they are there, and nothing of why not',
}

export const states: Readonly<Record<AskState, string>> = {
  asked: 'Asked',
  answered: 'Answered',
  missing: 'Noted as missing',
  withdrawn: 'Taken back',
}

export const en = {
  title: (name: string) => `What we know before a talk with ${name}`,
  lead: 'From the record, each with whose word it is and how old it is. What is missing can be asked of where they learn.',
  aims: 'What they want',
  noAims: 'No aim of theirs is on record yet. Ask them first.',
  aimFrom: (day: string) => `Their plan, ${day}`,
  known: 'How they do at school',
  none: 'Nothing of their learning is known yet',
  noneText: 'Ask the place where they learn, or write down what they bring along.',
  record: 'From the record',
  noRecord: 'Nothing else is on record.',
  learns: 'Where they learn',
  doing: 'Doing now',
  absence: 'Absence told of',
  what: 'What',
  words: 'What is known',
  source: 'Whose word',
  of: 'Of',
  old: 'over a year old',
  older: 'What was known before',
  missing: 'Missing',
  nothingMissing: 'Nothing of this is missing.',
  missingLine: (names: string) => `Not known: ${names}.`,
  ask: 'Ask where they learn',
  write: 'Write down what is known',
  asked: 'Asked of the school',
  noAsks: 'Nothing was asked yet.',
  place: 'Asked of',
  state: 'How it stands',
  now: 'Now',
  askedOn: 'Asked on',
  dueBy: (day: string) => `by ${day}`,
  lateSince: (day: string) => `No answer: was due ${day}`,
  toTalks: 'Talks with them',
  toExercises: 'Exercises with them',
  toKnown: 'Back to what we know',
  wrongPerson: 'About somebody else',
  wrongPersonOf: (what: string) => `: ${what}`,

  askTitle: (name: string) => `Ask where ${name} learns`,
  askLead:
    'The place reads who it is about, what you ask and by when. It reads nothing else of the record. You ask by public task; the young person is told.',
  from: 'Who is asked?',
  noPlace: 'No place of learning is on record that you can ask.',
  noPlaceText: 'Write down what they bring along, or set right where they learn.',
  asks: 'What do you ask for?',
  talk: 'For which talk?',
  noTalk: 'None is arranged',
  talkHint: 'It is asked for by five working days before the talk (ours)',
  told: 'Does the young person know that you ask?',
  toldYes: 'Yes',
  toldNotYet: 'Not yet: I shall tell them',
  send: 'Ask them',
  missingFrom: 'Select who is asked',
  missingAsks: 'Select at least one thing to ask for',
  missingTold: 'Select whether they know',
  notOffered: 'Select from the list',

  factTitle: 'Write down what is known of their learning',
  factLead: 'What they say or bring along, such as a report. Nothing of health, family or why they were away.',
  kind: 'What is it?',
  factWords: 'What is known?',
  sourceAsk: 'Whose word is it?',
  sourceHint: 'Such as “Their report of July” or “They say so”',
  asOf: 'Of which day?',
  save: 'Keep it',
  missingKind: 'Select what it is',
  missingWords: 'Enter what is known',
  missingSource: 'Enter whose word it is',

  listTitle: 'Asked of places of learning',
  placeListTitle: 'What you are asked before talks',
  listLead: 'What still waits for an answer: of those you lead for, and what you asked yourself.',
  placeListLead: 'Advisers ask this before a careers talk. Answer what you know; leave out the rest.',
  listNone: 'No answer is waited for',
  listNoneText: 'What is asked of a place of learning stands here until it answers.',
  placeListNone: 'You are asked nothing',
  placeListNoneText: 'What an adviser asks before a talk stands here until you answer.',
  who: 'Who',
  due: 'By when',

  askPage: (name: string) => `What is asked about ${name}`,
  askedBy: 'Asked by',
  askedLine: (who: string, day: string) => `${who}, ${day}`,
  asksFor: 'Asked for',
  talkOn: 'The talk is on',
  answerHead: 'The answer',
  answerPlace:
    'Write what you know. Leave a box empty where you do not. Nothing of health, family, care or why they were away.',
  answerStaff: 'Write down what they say. What they do not know stays empty, and stands as missing.',
  saidBy: 'Who said it, there',
  missingSaidBy: 'Enter who said it',
  answerAsOf: 'Of which day is it?',
  answer: 'Keep the answer',
  missingAnswer: 'Enter at least one of them, or say below that nothing is known',
  answered: 'Answered',
  answeredLine: (who: string, day: string) => `${who}, ${day}`,
  saidLine: (who: string, writer: string, day: string) => `${who}, written down by ${writer}, ${day}`,
  noteMissing: 'No answer came: note it as missing',
  whyMissing: 'Why did nothing come?',
  placeMissing: 'We know none of this',
  whyPlaceMissing: 'What should the adviser know about that?',
  missingWhy: 'Say why',
  withdraw: 'Take it back',
  whyWithdraw: 'Why is it taken back?',
  why: 'Why',
  thanks: 'You have answered. Only those who work with them read it.',
  over: 'It is not asked any more.',
  toList: 'Back to the list',
  hidden: 'another place',
  stale: 'Somebody answered or changed this meanwhile. Look at it again; what you typed stands below',
  tooLong: (most: number) => `Use at most ${most.toLocaleString('en-GB')} characters`,
  dayIncomplete: 'Enter a day, a month and a year',
  dayWrong: 'Enter a real day, such as 3 9 2026',
  dayMissing: 'Enter of which day it is',
  ahead: 'This day is still to come. Enter today or a day before',
  died: 'They have died. Nothing more is asked or written',
  objected: 'They, or a parent, object to what their place of learning shares: it is not asked',
  objectedText:
    'Education and Skills Act 2008, section 72. What they say or bring along themselves can be written down.',
  objectedSince: 'They, or a parent, object to what their place of learning shares. Nothing of it is kept',
  typed: 'What you typed, which was not kept',
  timeline: (place: string) => `School data from ${place}`,
  briefAsked: (place: string, asked: string, due: string) => `Asked of ${place} on ${asked}, by ${due}`,
  briefLate: (place: string, asked: string) => `Missing: asked of ${place} on ${asked}, no answer yet`,
  briefMissing: (place: string, asked: string) => `Missing: asked of ${place} on ${asked}, nothing came`,
} as const

export const askTroubles: Readonly<Record<Exclude<AskTrouble, 'not-theirs'>, string>> = {
  died: en.died,
  'not-there': 'They do not learn there any more. Choose another',
  objected: en.objected,
}
export const answerTroubles: Readonly<Record<AnswerTrouble, string>> = {
  stale: en.stale,
  died: en.died,
  nothing: en.missingAnswer,
  ahead: en.ahead,
  objected: en.objectedSince,
}
export const factTroubles: Readonly<Record<Exclude<FactTrouble, 'not-theirs'>, string>> = {
  died: en.died,
  ahead: en.ahead,
}

/** How old something is, in the largest whole of days, weeks or months. */
export function ageWords(of: Day, today: Day): string {
  const days = Math.max(0, daysBetween(of, today))
  if (days === 0) return 'today'
  const [n, unit] =
    days < 14 ? [days, 'day'] : days < 60 ? [Math.floor(days / 7), 'week'] : [Math.floor(days / 30.4), 'month']
  return `${n} ${unit}${n === 1 ? '' : 's'} ago`
}
