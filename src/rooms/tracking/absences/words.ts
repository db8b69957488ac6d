import type { Kind, Outcome, Reason, State } from './absence.ts'
import type { TellTrouble } from './rules.ts'

export const en = {
  title: 'Absences',
  lead: 'Who a school or provider says is absent or has left, and what becomes of it.',
  ownLead: 'Whom you told us of, and what became of it.',
  none: 'Nobody was told of',
  noneText: 'When a school or provider tells that somebody does not come any more, it stands here.',
  ownNoneText:
    'When somebody on your roll does not come any more, tell us from their record: their adviser knows at once.',
  over: 'Over',
  backToOpen: 'Under way',
  who: 'Who',
  whoGone: 'No longer yours to see',
  place: 'Told by',
  kind: 'What',
  lastSeen: 'Last seen',
  stands: 'Where it stands',
  now: 'Now',
  next: 'Next step by',
  late: (n: number) => (n === 1 ? '1 day late' : `${n} days late`),

  tell: 'Tell of an absence',
  tellLead: 'Their adviser is told at once, and you hear back what was agreed that you hear.',
  tellNotOurs: 'They are not on your roll any more, so there is nothing to tell.',
  kindAsk: 'What happened?',
  lastSeenAsk: 'When were they last there?',
  dayHint: 'For example, 12 11 2026',
  reasonAsk: 'Why, as far as you know?',
  wordsAsk: 'What do you know? (optional)',
  wordsHint:
    'Nothing about health, family, care or custody: ring their adviser for that. In danger: ring 999, and raise a concern.',
  triedAsk: 'What have you tried? (optional)',
  tellButton: 'Tell their adviser',
  missingKind: 'Select what happened',
  missingReason: 'Select why, or that you do not know',
  missingDay: 'Enter when they were last there',
  dayIncomplete: 'Enter day, month and year',
  dayWrong: 'Enter numbers, like 12 11 2026',
  noSuchDay: 'There is no such day. Check the day and the month',
  tooLong: (most: number) => `Use at most ${most} characters`,
  nobodyToTell:
    'Nobody here leads for them or is sent to your place yet, so nobody would know. Ring us, and refer them for an adviser',
  alreadyTold: 'You have told of them already. Open it from the list of absences',

  page: (name: string, place: string) => `${name}: told by ${place}`,
  back: 'Back to absences',
  toRecord: 'Open the record',
  wrongPerson: 'This is about somebody else',
  known: 'What they know',
  tried: 'What they tried',
  reason: 'Why',
  toldOn: 'Told on',
  takenBy: 'In hand',
  takenLine: (name: string, day: string) => `${name}, since ${day}`,
  nobodyYet: 'Nobody has taken it in hand yet',
  outcome: 'What became of it',
  outcomeWords: 'For those who work with them',
  backWords: 'What was agreed that you hear',
  backWordsStaff: 'What they heard back',
  take: 'I take it in hand',
  takeText: 'The place then sees that you do.',
  answer: 'Say what became of it',
  outcomeAsk: 'What became of it?',
  outcomeHint: 'The place reads this line.',
  outcomeWordsAsk: 'For those who work with them (optional)',
  backAsk: 'For the place: only what was agreed with them (optional)',
  missingOutcome: 'Select what became of it',
  withdraw: 'Take it back: they are here',
  stale: 'Somebody changed this meanwhile. Look at it again; what you typed is kept below',
  overNow: 'This is over already. Look at where it stands now',
} as const

export const kinds: Readonly<Record<Kind, string>> = { absent: 'Absent', left: 'Left without another place' }

export const reasons: Readonly<Record<Reason, string>> = {
  'not-known': 'Not known',
  'did-not-like-it': 'Did not like it there',
  'other-place': 'Says they go somewhere else',
  work: 'Says they work',
  'money-or-travel': 'Money or travel',
  excluded: 'Excluded',
  'something-else': 'Something else',
}

export const outcomes: Readonly<Record<Outcome, string>> = {
  back: 'They are back',
  'coming-back': 'They come back on an agreed day',
  'other-place': 'They have another place',
  looking: 'They do not come back, and are helped to find something else',
  'not-reached': 'They could not be reached',
  'something-else': 'Something else',
}

export const states: Readonly<Record<State, string>> = {
  told: 'Told',
  'in-hand': 'In hand',
  answered: 'Answered',
  withdrawn: 'Taken back',
}

export const tellTroubles: Readonly<Record<TellTrouble, string>> = {
  'in-future': 'The day they were last there must be today or before',
  'too-old': 'The day they were last there must be within the last 12 months',
}
