/** Every word on the pages of applications. */
import type { SuggestTrouble } from './actions/applications.ts'
import type { ApplicationState, KitItem, Prepared, Reason, SeesTo, Step, Tell, WithThem } from './application.ts'
import type { SuitReason } from './rules.ts'
import { fits } from './words.ts'

export const en = {
  title: 'Put forward',
  lead: 'What was suggested to young people, and where it stands. What is due first stands first.',
  over: 'Over',
  overLead: 'What came of it, the newest first.',
  backToOpen: 'Under way',
  none: 'Nothing is under way',
  noneText:
    'Suggest an opportunity to somebody, from their record or from the opportunity, and it stands here until they start.',
  who: 'Who',
  what: 'What',
  with: 'With',
  stands: 'Where it stands',
  now: 'Now',
  next: 'Next step by',
  late: (n: number) => (n === 1 ? '1 day late' : `${n} days late`),
  overOn: 'Over on',

  suggestTitle: (title: string, name: string) => `Suggest ${title} to ${name}`,
  suggestLead: 'Talk about it with them: they decide.',
  whyAsk: 'Why may it suit them?',
  whyHint: 'As you would say it to them. They may read it.',
  needsAsk: 'What must it fit round? (optional)',
  needsHint: 'What they asked for. Not why: that is theirs.',
  suggestButton: 'Suggest it',
  missingWhy: 'Say why it may suit them',

  page: (title: string, name: string) => `${title}: ${name}`,
  back: 'Back to what was put forward',
  toOpportunity: 'Open the opportunity',
  toRecord: 'Open the record',
  toActivity: 'Say what they do now',
  wrongPerson: 'This is about somebody else',
  unmet: (what: string) => `They asked for this, and the place does not say it can: ${what}. Ask before they go.`,
  notOfAge: 'They are not of the age it is open to on its first day.',
  notOpen: 'It is no longer open.',
  firstDay: 'First day',
  suggestedBy: 'Suggested by',
  needs: 'Must fit round',
  tellsHead: 'What they agreed is told',
  whyHead: 'Why it may suit them',
  ownHead: 'What they say',
  interviewHead: 'Interview',
  interviewLine: (day: string, at: string) => (at === '' ? day : `${day}, ${at}`),
  withHead: 'Goes along',
  journeyHead: 'There and back',
  preparedHead: 'Prepared with the provider',
  notPrepared: 'Nothing yet',
  resultHead: 'What is learnt from it',
  reasonHead: 'Why',
  stepsHead: 'Step by step',
  byLine: (day: string, by: string) => (by === '' ? day : `${day}, ${by}`),

  want: 'Say what they think of it',
  wantsAsk: 'Do they want it?',
  wantsYes: 'They want it',
  wantsNo: 'They do not',
  ownAsk: 'In their own words (optional)',
  putForward: 'Put them forward',
  putText: 'Only with them, and only what they agree to.',
  putOnAsk: 'When were they put forward?',
  tellsAsk: 'What did they agree that the place is told?',
  tellsHint: 'As little as is needed. Health, family, care and custody are theirs to tell.',
  tellsWordsAsk: 'What else was agreed, or how (optional)',
  interview: 'Interview',
  interviewMoved: 'The interview has moved',
  interviewOnAsk: 'Day of the interview',
  interviewAtAsk: 'Time (optional)',
  kitAsk: (what: string) => `${what}: who sees to it?`,
  kitNobody: 'Not needed, or not spoken of',
  notASeer: 'Choose one of those offered',
  withThemAsk: 'Does somebody go along?',
  journeyAsk: 'How do they get there and back safely? (optional)',
  journeyHint: 'The time on the way is good for practising what to say',
  result: 'Say what came of it',
  offeredAsk: 'What came of it?',
  offeredYes: 'They are offered it',
  offeredNo: 'They are not offered it',
  resultAsk: 'Why, and what is learnt from it? (optional)',
  resultHint: 'What they did well, and what to try next time',
  accept: 'They take it',
  startsAsk: 'What is their first day?',
  acceptAsk: 'What was agreed for it? (optional)',
  start: 'Say whether they started',
  startedAsk: 'Did they start?',
  startedYes: 'They started',
  startedNo: 'They did not start',
  startAsk: 'How was it? (optional)',
  prepare: 'Prepare with the provider',
  preparedAsk: 'What is done?',
  preparedWordsAsk: 'What was agreed (optional)',
  preparedHint: 'Tell the place what was agreed, and nothing more',
  withdraw: 'Take it back',
  reasonAsk: 'Why is it taken back?',
  withdrawAsk: 'In a few words (optional)',

  missingWants: 'Select whether they want it',
  missingPutOn: 'Enter when they were put forward',
  missingTells: 'Select what the place is told: at least one thing',
  missingInterview: 'Enter the day of the interview',
  notATime: 'Enter a time, like 9:30am or 14:15',
  missingWith: 'Select whether somebody goes along',
  missingOffered: 'Select what came of it',
  missingStarts: 'Enter their first day',
  missingStarted: 'Select whether they started',
  missingPrepared: 'Select what is done',
  missingReason: 'Select why it is taken back',
  otherNeedsWords: 'Say what else is told',

  stale: 'Somebody changed this meanwhile. Look at it again; what you typed is kept below',
  typedHead: 'What you typed',
  typedText: 'It is not saved: this step cannot be taken now. What stands is on this page; copy what is still needed.',
  overNow: 'This is over already. Look at where it stands now',
  diedNow: 'They have died: nothing more is done here',
  ahead: 'It must be today or before: say it when it is done',
  longAgo: 'It must be within the last 60 days',
  beforeIt: 'It cannot be before they were put forward',
  tooFar: 'It must be within two years',
  notYet: 'The first day has not come yet',
} as const

export const states: Readonly<Record<ApplicationState, string>> = {
  suggested: 'Suggested',
  wanted: 'They want it',
  'not-wanted': 'Not wanted',
  'put-forward': 'Put forward',
  interview: 'Interview',
  offered: 'Offered',
  'not-offered': 'Not offered',
  accepted: 'Accepted',
  started: 'Started',
  'not-started': 'Did not start',
  withdrawn: 'Taken back',
}

export const steps: Readonly<Record<Step, string>> = {
  ...states,
  wanted: 'They said they want it',
  'not-wanted': 'They said they do not want it',
  prepared: 'Prepared with the provider',
}

export const tells: Readonly<Record<Tell, string>> = {
  name: 'Their name',
  phone: 'How to reach them',
  age: 'Their age',
  learning: 'Where they learn or learnt',
  qualifications: 'Their qualifications',
  hours: 'What it must fit round',
  help: 'What help they want there',
  other: 'Something else, said below',
}

export const prepared: Readonly<Record<Prepared, string>> = {
  'told-agreed': 'The place knows what was agreed that it knows',
  'first-day': 'When and where the first day begins',
  'named-person': 'Who there looks after them',
  'hours-and-pay': 'Hours, breaks and pay',
  'clothes-and-tools': 'What to wear and bring',
  travel: 'The way there was tried',
  'if-it-goes-wrong': 'Whom each rings when something goes wrong',
}

export const kit: Readonly<Record<KitItem, string>> = {
  clothes: 'Clothes for the day',
  money: 'Money for the way there and back',
  papers: 'Papers to bring',
  practice: 'A practice talk before',
}

export const seesTo: Readonly<Record<SeesTo, string>> = {
  'young-person': 'The young person',
  adviser: 'The adviser',
  'somebody-else': 'Somebody else',
}

export const withThem: Readonly<Record<WithThem, string>> = {
  adviser: 'Their adviser',
  'somebody-else': 'Somebody they choose',
  alone: 'Nobody: they want to go alone',
  'not-yet-agreed': 'Not agreed yet',
}

export const reasons: Readonly<Record<Reason, string>> = {
  'no-longer-wants': 'They do not want it any more',
  'another-place': 'They have another place',
  'place-gone': 'The place is gone',
  'not-right': 'It is not right for them',
  'could-not-reach': 'They could not be reached',
  'something-else': 'Something else',
}

export const suggestTroubles: Readonly<Record<Exclude<SuggestTrouble, 'not-theirs'>, string>> = {
  'not-open': 'It is no longer open. Choose another',
  already: 'It was suggested to them before. Open it from their opportunities',
  died: en.diedNow,
}

/** A reason in words. */
export function sayReason(reason: SuitReason): string {
  switch (reason.why) {
    case 'looking':
      return 'looks for work or learning now'
    case 'for-a-time':
      return 'what they do now is for a time'
    case 'leaves-school':
      return 'may leave school before it starts'
    case 'lives-there':
      return 'lives in the town'
    case 'fits-round':
      return `asked for: ${reason.needs.map(need => fits[need].toLowerCase()).join(', ')}`
    default:
      return reason satisfies never
  }
}

/** All of them as one line. */
export function sayReasons(all: readonly SuitReason[]): string {
  const line = ['the right age', ...all.map(sayReason)].join('; ')
  return `${line.slice(0, 1).toUpperCase()}${line.slice(1)}`
}
