/** What the pages of an EHC plan and of care say. */
import type { HeldTrouble } from './actions.ts'
import type { CareStatus, HeldKind, Lives, OverReason, Source } from './held.ts'
import type { Doubt } from './rules.ts'

export const kinds: Readonly<Record<HeldKind, string>> = {
  ehc: 'Education, health and care plan',
  care: 'Care and leaving care',
}

export const statuses: Readonly<Record<CareStatus, string>> = {
  accommodated: 'In care by agreement (Children Act 1989, section 20)',
  'interim-order': 'In care, interim order (section 38)',
  'care-order': 'In care, care order (section 31)',
  remanded: 'In care because remanded',
  eligible: 'Eligible: 16 or 17 and in care',
  relevant: 'Relevant: 16 or 17 and has left care',
  'former-relevant': 'Former relevant: 18 to 24, was eligible or relevant',
  qualifying: 'Qualifying: may ask for advice and help',
}

export const livesWords: Readonly<Record<Lives, string>> = {
  inside: 'In the area of that council',
  outside: 'In another council’s area: placed out of area',
  'not-known': 'Not known',
}

export const sources: Readonly<Record<Source, string>> = {
  'young-person': 'The young person',
  family: 'Their family or carer',
  council: 'The council that holds it',
  place: 'A place of learning',
  document: 'I read it in the plan itself',
}

export const overReasons: Readonly<Record<OverReason, string>> = {
  reached: 'What it was for was reached',
  work: 'They are in work and want no more learning now',
  'higher-education': 'They are in higher education',
  'not-needed': 'The council says that it is no longer needed',
  age: 'Their age',
  'moved-council': 'Another council holds it now',
  home: 'They went home to their family',
  guardian: 'Adopted, or with a special guardian',
  'help-ended': 'Help for leaving care ended',
  other: 'Something else',
}

export const doubts: Readonly<Record<Doubt, string>> = {
  age: 'At their age this cannot be so. Ask the social worker or personal adviser what holds now.',
  'past-25': 'They are past the school year in which they turned 25: such a plan has ended by then.',
  'not-marked': 'Their characteristics do not say so. Ask, and write it there too if it is right.',
  'marked-only': 'Their characteristics say so. Ask who holds it, and write it down here.',
  'marked-other': 'Their characteristics say otherwise. Ask which is right.',
  two: 'Two stand here because two records were joined. Read both, and write down what holds now: it takes the place of both.',
}

export const en = {
  none: { ehc: 'No education, health and care plan is on record', care: 'Nothing of care is on record' },
  noneText: {
    ehc: 'Where there is one, write down who holds it, which place it names, and of which day that is known.',
    care: 'Where they are in care or leaving it, write down which council answers for them and whom to ring.',
  },
  lead: {
    ehc: 'Who holds it, which place it names, and what they want of adult life. The plan itself stays with the council.',
    care: 'Which council answers for them, and whom to ring. Why they are in care is written nowhere here.',
  },
  toPlan: 'Plan',
  toHeld: { ehc: 'Education, health and care plan', care: 'Care' },
  write: 'Write it down',
  change: 'Change, or say that it is still so',
  status: 'By law they are',
  statusHint: 'Ages are checked, and said where they do not fit',
  council: { ehc: 'Which council holds it?', care: 'Which council answers for them?' },
  councilFact: 'Council',
  livesFact: 'Lives',
  characteristics: 'Characteristics',
  worker: { ehc: 'Coordinator there', care: 'Social worker' },
  workerWays: { ehc: 'How to reach the coordinator', care: 'How to reach the social worker' },
  adviser: 'Personal adviser for leaving care',
  adviserWays: 'How to reach the personal adviser',
  reviewer: 'Who reviews it (independent reviewing officer)',
  virtualSchool: 'Virtual school, and whom to ring there',
  lives: 'Where do they live?',
  livesHint: 'Only which council’s area. An address stands on the record, as far as it may be seen',
  tell: 'Whom to tell when something happens, and what they may be told',
  place: 'The place it names',
  placeFrom: 'There from',
  issuedOn: 'First issued on',
  wants: 'What they want of adult life, in their own words',
  wantsHint:
    'Work or higher study, living independently, being part of the community. What tells of health belongs with health',
  asOf: 'Of which day is this?',
  source: 'Who said so?',
  save: 'Keep this',
  asOfLine: (day: string, who: string) => `Known of ${day}, from: ${who}`,
  checkBy: 'Ask whether it goes on by',
  checkLate: (day: string) => `Past since ${day}: ask whether it goes on`,
  over: 'It ended',
  overHead: 'Ended',
  overOn: 'When did it end?',
  overReason: 'Why?',
  overWords: 'In a few words',
  overLine: (day: string, why: string) => `${day}: ${why}`,
  doubt: 'To ask about',
  misfiled: 'About somebody else',
  none2: 'None on record',
  head: 'Held by others',
  missingStatus: 'Choose what they are by law',
  missingCouncil: 'Enter which council it is',
  missingLives: 'Choose where they live, or that it is not known',
  missingSource: 'Choose who said so',
  missingAsOf: 'Enter of which day this is',
  missingOverOn: 'Enter when it ended',
  missingReason: 'Choose why it ended',
  missingOverWords: 'Write in a few words why it ended',
  dayIncomplete: 'Enter day, month and year',
  dayWrong: 'Enter a day such as 4 9 2027',
  noSuchDay: 'There is no such day',
  tooLong: (most: number) => `Use at most ${most.toLocaleString('en-GB')} letters`,
}

export const heldTroubles: Readonly<Record<HeldTrouble, string>> = {
  'not-theirs': 'That part of the record is not yours to see',
  died: 'They have died. Nothing more is planned',
  stale: 'Somebody wrote to this meanwhile. What stands now is above; what you typed is still below',
  ahead: 'This day cannot be after today',
}
