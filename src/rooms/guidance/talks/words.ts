/** Every word on the pages of talks. */
import type { TalkTrouble } from './actions.ts'
import { LEARNING, type Mark, type NeedKind, type OwnHow, type Said, type TalkState } from './talk.ts'

export const states: Readonly<Record<TalkState, string>> = {
  before: 'Being prepared',
  held: 'Held',
  dropped: 'Not held',
}

export const needs: Readonly<Record<NeedKind, string>> = {
  housing: 'Housing',
  travel: 'Getting there',
  money: 'Money',
  family: 'Family',
  caring: 'Caring for somebody',
  health: 'Health',
  care: 'Being in care, or having been',
  justice: 'Trouble with the law',
  other: 'Something else',
}

/** For staff, of the young person. */
export const marks: Readonly<Record<Mark, string>> = {
  range: 'Knows which options there are',
  jobs: 'Knows about particular jobs',
  change: 'Sees when to change direction',
  strengths: 'Can name strengths and weaknesses',
  cv: 'Can make a good CV and say why it matters',
  'finds-out': 'Finds things out well, on the internet and elsewhere',
  'takes-part': 'Took a real part',
  'own-development': 'Saw what it has to do with their own way',
  'takes-advice': 'Was willing to take advice',
  'links-choice': 'Linked interests and abilities with a choice',
}

/** For the young person, of themselves. */
export const ownMarks: Readonly<Record<Mark, string>> = {
  range: 'I know which options there are for me',
  jobs: 'I know more about particular jobs',
  change: 'I know when it would be better to change direction',
  strengths: 'I can say what I am good at, and what I find hard',
  cv: 'I can make a good CV, and I know what it is for',
  'finds-out': 'I can find things out for myself',
  'takes-part': 'I said what I wanted to say',
  'own-development': 'What we did has to do with me',
  'takes-advice': 'I got advice I can use',
  'links-choice': 'I see how what I like and can do fits what I choose',
}

export const said: Readonly<Record<Said, string>> = {
  seen: 'Seen',
  partly: 'Partly',
  'not-seen': 'Not seen',
  'not-applicable': 'Not part of it',
}

const ownSaid: Readonly<Record<Said, string>> = {
  seen: 'Yes',
  partly: 'Partly',
  'not-seen': 'Not yet',
  'not-applicable': 'We did not talk about it',
}

/** How it went: it was so, or it was not. */
const ownWent: Readonly<Record<Said, string>> = {
  seen: 'Yes',
  partly: 'Partly',
  'not-seen': 'No',
  'not-applicable': 'I cannot say',
}

/** What a young person chooses from for a mark. */
export function ownSaidOf(mark: Mark): Readonly<Record<Said, string>> {
  return LEARNING.some(one => one === mark) ? ownWent : ownSaid
}

export const ownHow: Readonly<Record<OwnHow, string>> = {
  said: 'said aloud, written down for them',
  'own-hands': 'by their own hands, on the adviser’s screen',
}

export const en = {
  listTitle: (name: string) => `Careers talks with ${name}`,
  listLead: 'What was prepared, what was talked about, and what either of you takes from it.',
  none: 'No talk yet',
  noneText: 'Begin with what is known before it. It is tied to the session once that is recorded.',
  begin: 'Prepare a talk',
  beginFor: (day: string, time: string) => `Prepare the talk of ${day}, ${time}`,
  toKnown: 'What we know before',
  day: 'Day',
  state: 'How it stands',
  aim: 'Their aim',
  noAim: 'not said yet',
  talkOf: (day: string) => `Talk of ${day}`,
  title: (name: string) => `A careers talk with ${name}`,
  toList: 'Talks with them',
  toTalk: 'Back to the talk',
  toRecord: 'Open the record',
  session: 'The session',
  noSession: 'Not tied to a recorded session yet',
  unseenSession: 'The session it was is not yours to see.',
  openSession: 'Open the session',
  wrongPerson: 'About somebody else',
  preparedBy: 'Prepared by',
  byLine: (who: string, day: string) => `${who}, ${day}`,

  beside: 'Their aim beside what they have reached',
  besideNote: 'It advises. Nothing is foretold by it, and nothing is closed to them by it.',
  aimHead: 'What they want',
  reached: 'How they do so far',
  now: 'Now',
  asksFor: 'What the aim asks for',
  nothingKnown: 'Nothing is known of it yet.',
  asksNone: 'Not looked up yet.',
  higherHead: 'Aims may be higher',
  takesHead: 'What it would take, and what else',
  answerHead: 'What they say to it',
  notSaid: 'Nothing yet.',
  sourceLine: (source: string, day: string) => `${source}, ${day}`,
  noteAim: 'Write about their aim',
  aimTitle: 'Their aim, and what it asks for',
  aimWords: 'What do they want? In their own words (optional)',
  aimWordsHint: 'As they say it in the talk. What stands in their plan is shown already.',
  aimAsks: 'What does it ask for? (optional)',
  aimAsksHint: 'Grades, subjects, a portfolio, an age: as it stands where you looked it up',
  aimSource: 'Where did you look it up?',
  aimSourceHint: 'Such as “The college’s page on the course”. Needed where you say what it asks for',
  aimOn: 'On which day?',
  higher: 'Aims may be higher: what could they reach for? (optional)',
  higherHint: 'What they have reached says they could aim for more. A question, not a verdict.',
  takes: 'What would it take, and what else could there be? (optional)',
  takesHint: 'What is still needed, by when, and another way there. Never that they cannot.',
  aimAnswer: 'What do they say to it? (optional)',
  aimAnswerHint: 'In their own words',
  save: 'Keep it',
  missingSource: 'Enter where you looked it up, and on which day',
  ahead: 'This day is still to come. Enter today or a day before',
  dayIncomplete: 'Enter a day, a month and a year',
  dayWrong: 'Enter a real day, such as 3 9 2026',

  hold: 'Write down what was talked about',
  holdTitle: 'What was talked about',
  holdLead:
    'Housing, family, health and the like are noted apart as other needs, so that only those read them who may.',
  which: 'Which recorded session was it?',
  whichHint: 'Record the session first, where it is not here',
  noSessions: 'No session with them is recorded yet',
  noSessionsText: 'Record it first; then it is tied to this talk.',
  recordSession: 'Record a session',
  about: 'What was talked about?',
  missingWhich: 'Select the session',
  missingAbout: 'Enter what was talked about',
  taken: 'Another talk was tied to that session already. Choose another, or open that talk',
  aboutHead: 'What was talked about',

  needsHead: 'Other needs that came up',
  needsNone: 'None is noted.',
  needAdd: 'Did something else come up? Press what it is about',
  needSentence: 'Say a sentence with it',
  needWords: 'What came up? (optional)',
  needWordsHint: 'A sentence. More belongs where you take it up.',
  needUnseen:
    'Is it of health or care, and not offered here? A colleague who may read that notes it. Are they in danger?',
  needFactor: 'Look at it in depth',
  needRefer: 'Refer',
  needConcern: 'Raise a concern',
  needOver: 'No need any more',
  needOf: (what: string) => `: ${what}`,
  missingNeed: 'Select what it is about',
  dropped: 'This talk was not held. Nothing more is noted on it',

  learntHead: 'What was learnt',
  learntText: 'As each of you says it, beside each other. They are never put into one.',
  mark: 'What',
  theirs: 'They say',
  yours: 'The adviser says',
  nobody: 'not said',
  ownHead: 'How it went for them',
  ownNone: 'They have not said yet.',
  ownLine: (how: string, day: string) => `${how}, ${day}`,
  sayLearnt: 'Say what you saw',
  sayOwn: 'Ask them how it went',
  learntTitle: 'What did you see them learn?',
  learntLead: 'Say it of this talk, with what shows it. Ask them for theirs first: they see nothing of yours.',
  evidence: 'What shows it? (optional)',
  evidenceNeeded: 'Say first whether it was seen',
  evidenceFor: (what: string) => `What shows it? (optional): ${what}`,
  nothingSaid: 'Say at least one of them',
  notHeld: 'Tie the talk to its session first',
  notOffered: 'Select from the list',

  ownTitle: 'How was it for you?',
  ownLead: (name: string) =>
    `${name}, this is about our talk. There is no wrong answer, and you can leave any of it out.`,
  ownAchieved: 'What do you take with you?',
  ownWent: 'How did it go?',
  ownEvidence: 'How do you notice? (optional)',
  ownWords: 'What do you want to say about it? (optional)',
  ownHowAsk: 'Who wrote this down?',
  ownHowHands: 'I did, myself',
  ownHowSaid: 'I said it, and my adviser wrote it down',
  missingHow: 'Choose who wrote it down',
  ownButton: 'That is what I say',
  ownReads: 'Your adviser and those who work with you read it. It is yours: you can say it anew in this talk.',
  ownThanks: 'Thank you',
  ownThanksText: 'What you said is kept. Give the screen back to your adviser.',
  ownBack: 'For the adviser: back to the talk',
  ownWorried: 'If something is not all right, say so to your adviser now, or press here',
  ownTurn: 'Turn the screen to them and stay there: it is your sign-in. Names of others are not on that page.',

  drop: 'It was not held',
  why: 'Why was it not held?',
  missingWhy: 'Say why it was not held',
  whyHead: 'Why it was not held',
  stale: 'Somebody changed this meanwhile. Look at it again; what you typed is kept below',
  theirsNow: 'What stands now',
  died: 'They have died. Nothing more is written',
  tooLong: (most: number) => `Use at most ${most.toLocaleString('en-GB')} characters`,
  timeline: 'Careers talk',
} as const

export const troubles: Readonly<Record<TalkTrouble, string>> = { stale: en.stale, died: en.died }
