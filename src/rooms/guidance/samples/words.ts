/** Every word on the pages of samples. */
import type { Criterion, Met, Reading, Sample, Sampled, Stands } from './sample.ts'

export const whats: Readonly<Record<Sampled, string>> = { assessment: 'Assessments', plan: 'Plans' }
export const ones: Readonly<Record<Sampled, string>> = { assessment: 'Assessment', plan: 'Plan' }

export const criteria: Readonly<Record<Criterion, string>> = {
  evidence: 'Each rating has evidence, and says from where it comes',
  'own-view': 'The young person’s own view is there beside the adviser’s',
  'own-words': 'It is in their own words',
  'not-explored': 'What was not explored says so',
  signals: 'What called for somebody else was answered',
  'since-baseline': 'What has changed since the baseline is there',
  specific: 'Targets say exactly what is to be done, and how one will know',
  owned: 'Targets have a day and somebody whose they are',
  challenge: 'Targets challenge as much as they support',
  'came-of': 'What came of targets before is said',
}

export const mets: Readonly<Record<Met, string>> = { yes: 'Yes', part: 'In part', no: 'No' }

export const states: Readonly<Record<Reading['state'], string>> = {
  drawn: 'To be looked at',
  read: 'Waits for the adviser',
  answered: 'Answered',
  closed: 'Closed',
}
export const sampleStates: Readonly<Record<Sample['state'], string>> = { open: 'Open', over: 'Over' }

export const en = {
  title: 'Quality samples',
  lead: 'Agreed assessments and plans, drawn by chance and looked at against a short list. It is about the work, and helps the next one.',
  mine: 'What was looked at of mine',
  mineNone: 'Nothing was looked at yet',
  mineNoneText: 'What is drawn of your work stands here once it was looked at.',
  seconds: 'For you to rate anew',
  samples: 'Samples of my teams',
  draw: 'Draw a sample',
  trends: 'Over the months',
  sample: 'Sample',
  of: 'Of',
  team: 'Team',
  state: 'How it stands',
  drawn: 'Drawn',
  count: (open: number, all: number) => `${open} of ${all} still open`,
  youngPerson: 'Young person',
  whose: 'Work of',

  drawTitle: 'Draw a sample',
  noTeam: 'You lead no team. Whoever leads one draws its samples.',
  drawLead:
    'So many agreed assessments or plans of a month are drawn by chance, adviser by adviser in turn. Only what you may see is drawn; the rest is counted.',
  whichTeam: 'Whose work?',
  missingTeam: 'Select the team',
  which: 'What is looked at?',
  missingWhat: 'Select assessments or plans',
  whichMonth: 'Agreed in which month?',
  missingMonth: 'Select the month',
  wanted: 'How many?',
  wantedHint: 'Between 1 and 30',
  missingWanted: 'Enter how many to look at',
  wantedWrong: 'Enter a number between 1 and 30',
  drawButton: 'Draw it',
  emptyPool: 'Nothing you may see was agreed in this team in that month. Choose another month',
  notOffered: 'Select from the list',

  sampleTitle: (what: string, month: string) => `${what} of ${month}`,
  toList: 'Quality samples',
  pool: 'Drawn from',
  unseen: 'Not seen by you',
  unseenText: (count: number) => (count === 0 ? 'Fewer than 5' : `About ${count}`),
  seed: 'Drawn with the seed',
  seedText: (seed: string) => `${seed} (the same pool and seed draw the same again)`,
  over: (day: string) => `Over since ${day}`,
  nothingLeft: 'Nothing of this sample is yours to see any more.',

  readingTitle: (what: string, name: string) => `${what} of ${name}`,
  open: 'Open it on the record',
  stands: 'What stands in it',
  list: 'The list',
  criterion: 'Looked at',
  said: 'Found',
  notLooked: 'Not looked at yet.',
  overall: 'In a word',
  none2: 'None.',
  look: 'Look at it against the list',
  lookTitle: 'Look at it against the list',
  lookLead:
    'The adviser reads what you say once you keep it. Say nothing of health, family or offending here: that belongs into the record.',
  missingMark: 'Select yes, in part or no',
  aWord: 'A word to it (optional)',
  aWordOf: (criterion: string) => `: ${criterion}`,
  keep: 'Keep it, and tell the adviser',
  tooLong: (most: number) => `Use at most ${most.toLocaleString('en-GB')} characters`,
  stale: 'This was changed meanwhile. Look at what stands now; what you typed is kept below',
  dueBy: (day: string) => `An answer is asked for by ${day}`,
  readOn: 'Looked at on',
  reader: 'Looked at by',

  answerHead: 'What the adviser says',
  answerAsk: 'What do you say to it?',
  changedAsk: 'What have you changed? (optional)',
  changedHint: 'In this one, or in how you work',
  answerMissing: 'Enter what you say to it',
  answerButton: 'Answer',
  notAnswered: 'They have not answered yet.',
  changed: 'What they changed',
  unseenNow: 'The adviser may not read this record any more, so nobody can answer. Close it, with why.',

  close: 'Close it without an answer',
  closeWhy: 'Why?',
  closeMissing: 'Enter why it is closed',
  closed: 'Why it was closed',

  second: 'Have it rated anew',
  secondText: 'A colleague rates the factors without seeing how the adviser rated them. Both then stand side by side.',
  secondWho: 'By whom?',
  secondMissing: 'Select who rates it anew',
  secondYou: (name: string) => `${name} (you)`,
  secondNobody: 'Nobody else may read this assessment.',
  secondAsked: (name: string) => `${name} is asked to rate it anew.`,
  secondButton: 'Ask for it',
  rate: 'Rate it anew',
  rateTitle: 'Rate the factors anew',
  rateLead:
    'By what was written alone: the adviser’s ratings are hidden until you keep yours. What is kept close, and what you may not see, is not here.',
  saidBefore: (words: string) => `What was written: ${words}`,
  nothingWritten: 'nothing',
  ownWords: (words: string) => `In their words: “${words}”`,
  from: (source: string) => `From: ${source}`,
  notEnough: 'Not enough to say',
  rateButton: 'Keep my ratings',
  rateMissing: 'Rate at least one factor',
  beside: 'Rated twice',
  factor: 'Factor',
  theirs: 'Adviser',
  anew: 'Anew',
  apart: 'Apart',
  notRated: 'Not asked',
  gap: (gap: number | undefined) => (gap === undefined ? 'Not to be compared' : gap === 0 ? 'The same' : String(gap)),

  trendsTitle: 'What samples say',
  trendsLead:
    'What was found in what was looked at, month by month, of the teams you lead and the records you may see. Fewer than five are not told.',
  trendsNone: 'Nothing was looked at yet',
  trendsNoneText: 'Draw a sample, and look at what it drew.',
  looked: 'Looked at',
  few: 'Fewer than 5',
  agreement: 'How far two readers agree',
  agreementText: 'Factors that were rated twice. One place on the scale is near; more is apart.',
  agreementNone: 'Nothing was rated twice yet.',
  pairs: 'Rated by both',
  same: 'The same',
  near: 'One place apart',
  far: 'More',
  alone: 'By one of them alone',
} as const

const as = (count: number, one: string, more: string) => (count === 1 ? `1 ${one}` : `${count} ${more}`)

/** What stands in a piece of work, counted. */
export function linesOf(stands: Stands): readonly string[] {
  if (stands.what === 'assessment')
    return [
      `${as(stands.factors, 'factor was', 'factors were')} spoken of, as far as you see them`,
      `With what makes one say so: ${stands.why}`,
      `With their own view: ${stands.own}; in their own words: ${stands.words}`,
    ]
  return [
    `${as(stands.targets, 'open target', 'open targets')}, as the plan stands now`,
    `With a day: ${stands.days}; with how one will know: ${stands.known}`,
    `With how big a step it is to them: ${stands.own}; to the adviser: ${stands.adviser}`,
  ]
}
