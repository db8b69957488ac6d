/** What the pages of dates beside a plan say. */
import type { DateTrouble } from './actions.ts'
import type { DateKind, DateState, GuestState } from './date.ts'

export const kinds: Readonly<Record<DateKind, string>> = {
  'ehc-review': 'Yearly review of the education, health and care plan',
  'ehc-transfer': 'Education, health and care plan changed for what comes after 16',
  pep: 'Personal education plan meeting',
  'care-review': 'Review of care',
  'pathway-review': 'Review of the pathway plan',
}

export const states: Readonly<Record<DateState, string>> = {
  ahead: 'Ahead',
  held: 'Held',
  'called-off': 'Called off',
}

export const guestStates: Readonly<Record<GuestState, string>> = {
  asked: 'Asked',
  comes: 'Comes',
  'sends-word': 'Sends what they have to say',
  cannot: 'Cannot come',
  came: 'Was there',
  'not-there': 'Was not there',
}

export const en = {
  guestsHead: 'Who is asked to come',
  guestsHint:
    'Ask besides family and school: somebody who knows about work and careers, the place they go to next, social care and health where they have a part, and whoever the young person wants there.',
  guest: 'Ask somebody else',
  guestHint: 'What they are, or their name',
  askedThem: 'How was the young person asked what they want said, and what did they want?',
  saveGuests: 'Keep who comes',
  missingMark: 'Choose whether they come',
  head: 'Dates beside the plan',
  title: (name: string) => `Dates beside the plan of ${name}`,
  lead: 'Reviews others hold by law: of an education, health and care plan, of care, of leaving care. Go, or send what is needed, and bring what the young person wants said.',
  all: 'All dates',
  none: 'No date stands beside the plan',
  noneText: 'A review of an education, health and care plan or of care will stand here, with what came of it.',
  add: 'Add a date',
  transferHint: (day: string) =>
    `An education, health and care plan is changed by ${day} for whoever leaves this year.`,
  kind: 'What is it?',
  on: 'When?',
  who: 'Who holds it, and who is asked to come?',
  save: 'Put it beside the plan',
  heldHead: 'It was held',
  heldOn: 'When was it held?',
  words: 'What came of it?',
  wishes: 'What did the young person say, or want said?',
  adulthood:
    'From Year 9 on it prepares for adult life: work or higher study, living independently, being part of the community, health.',
  keep: 'Keep what came of it',
  nextComes: 'The next one is put beside the plan by itself.',
  callOff: 'Call it off',
  why: 'Why is it called off?',
  late: (day: string) => `Past since ${day}: was it held?`,
  aheadOn: (day: string) => day,
  overOn: (state: string, day: string) => `${state}, ${day}`,
  open: 'Say what came of it',
  openOf: (what: string) => `: ${what}`,
  misfiled: 'About somebody else',
  toPlan: 'Plan',
  toDates: 'Dates beside the plan',
  missingKind: 'Choose what it is',
  missingOn: 'Enter when it is',
  missingHeldOn: 'Enter when it was held',
  missingWords: 'Write what came of it',
  missingWhy: 'Write why it is called off',
  dayIncomplete: 'Enter day, month and year',
  dayWrong: 'Enter a day such as 4 9 2027',
  noSuchDay: 'There is no such day',
  tooLong: (most: number) => `Use at most ${most.toLocaleString('en-GB')} letters`,
}

export const dateTroubles: Readonly<Record<DateTrouble, string>> = {
  'not-theirs': 'That part of the record is not yours to see',
  died: 'They have died. Nothing more is planned',
  stale: 'Somebody wrote to this meanwhile. Read what stands now; what you typed is still below',
  ahead: 'The day it was held cannot be after today',
}
