import type { Verifier } from '../activity.ts'
import type { Level, StepKind, Way } from './application.ts'
import type { Head } from './codes.ts'
import type { StepTrouble } from './rules.ts'
import type { SaidBy } from './status.ts'

export const en = {
  title: 'Applications and offers',
  lead: 'What they applied for, where they stand with the September Guarantee, and what they want to do next.',
  backTo: 'Back to applications and offers',
  add: 'Add an application',
  none: 'No application yet',
  noneText: 'Each place they apply to stands here, with its offer and whether they started.',
  place: 'Place',
  course: 'Course',
  level: 'Level',
  way: 'Way',
  autumn: 'To start in autumn',
  stands: 'Where it stands',
  since: 'Since',
  misfiled: 'This is about somebody else',

  addLead:
    'A place they applied to themselves, or with help. What an adviser puts them forward for stands under opportunities.',
  placeAsk: 'Which place?',
  placeNot: 'It is not in this list',
  placeWordsAsk: 'The name of the place, if it is not in the list',
  courseAsk: 'Course or job, in words (optional)',
  levelAsk: 'Level (optional)',
  levelNot: 'Not known',
  wayAsk: 'Which way?',
  autumnAsk: 'When would they start?',
  autumnOf: (year: number) => `Autumn ${year} or in the school year after it`,
  stepAsk: 'How far is it?',
  dayAsk: 'On which day?',
  dayHint: 'For example, 12 11 2026',
  saidByAsk: 'Who said so?',
  wordsAsk: 'What else should be known? (optional)',
  wordsHint: 'Seen by those who work with them. Nothing about health or family.',
  save: 'Save',
  missingPlace: 'Select the place, or enter its name',
  bothPlaces: 'Select the place or enter its name, not both',
  missingWay: 'Select which way it is',
  missingAutumn: 'Select when they would start',
  missingStep: 'Select how far it is',
  missingDay: 'Enter the day',
  dayIncomplete: 'Enter day, month and year',
  dayWrong: 'Enter numbers, like 12 11 2026',
  noSuchDay: 'There is no such day. Check the day and the month',
  missingSaidBy: 'Select who said so',
  notOffered: 'Select one of the list',
  tooLong: (most: number) => `Use at most ${most} characters`,
  died: 'This record takes no new application',

  applicationTo: (place: string) => `Application to ${place}`,
  change: 'Put it right',
  changeTitle: 'Put an application right',
  changeHint: 'What stood here before stays in its history.',
  next: 'What happened next?',
  addStep: 'Save what happened',
  takeBack: 'Take back the last step',
  takeBackText: 'Only if it was written down by mistake. It stays in the history, struck through.',
  history: 'What happened',
  step: 'Step',
  day: 'Day',
  saidBy: 'Who said so',
  by: 'Written down by',
  words: 'Words',
  changed: 'Put right. Before it was:',
  takenBack: 'Taken back',
  stale: 'Somebody changed this meanwhile. Look at it again; what you typed is kept below',
  notNext: 'That cannot come next. Select one of these',
  isFirst: 'The first step cannot be taken back. If it is about somebody else, say so',

  guaranteeOf: (year: number) => `September Guarantee ${year}`,
  guaranteeLead: 'Everybody in Year 11 and Year 12 should have an offer of a place to learn by the end of September.',
  notIn: (year: number) => `They are in no year group of the guarantee of ${year}.`,
  noBirth: 'Their birth date is not on record, so nothing can be said of the guarantee.',
  groupNow: (group: number, year: number, now: number) =>
    now === group
      ? `Year ${group} of the guarantee of ${year}`
      : `Year ${group} of the guarantee of ${year}, now Year ${now}`,
  countedBy: {
    educated: 'Counted by the council where they are educated',
    lives: 'Counted by the council where they live',
  },
  educatedAt: (places: string) => `Where they learnt, on record: ${places}`,
  educatedNot: 'Where they learnt is not on record here.',
  councilNot: 'Whose area a place or an address is in is not on record here: check it before the return.',
  proposal:
    'Every place they applied to turned them down. Is it “150 No appropriate provision”? That is for you to judge.',
  follows: 'From an application',
  setGuarantee: 'Set the status by hand',
  guaranteeAsk: 'Where do they stand?',
  saidOnAsk: 'On which day was it said?',
  missingCode: 'Select one of the list',
  inFuture: 'The day must be today or earlier',
  moved: 'A colleague was first. What they set stands above; look at it and save again if it is still right',
  handHint: 'It stands until an application says otherwise later.',
  historyNone: 'Nothing was said yet.',
  destinationOf: (year: number) => `Intended destination, Year 11 of ${year}`,
  destinationLead: 'What they want to do after Year 11.',
  destinationAsk: 'What do they want to do next?',
  setDestination: 'Set what they want to do',
  destinationNot: (year: number) => `They do not leave Year 11 in ${year}: nothing is asked.`,
  otherYear: (year: number) => `Show ${year}`,
  code: 'Status',
  unset: 'Nothing yet',
}

export const ways: Readonly<Record<Way, string>> = {
  'sixth-form': 'School sixth form',
  college: 'College',
  apprenticeship: 'Apprenticeship',
  training: 'Training',
  other: 'Something else',
}

export const levels: Readonly<Record<Level, string>> = {
  entry: 'Entry level',
  '1': 'Level 1',
  '2': 'Level 2',
  '3': 'Level 3',
  '4': 'Level 4 or above',
}

export const steps: Readonly<Record<StepKind, string>> = {
  applied: 'Applied',
  interview: 'Interview',
  'offer-conditional': 'Offer, with conditions',
  offer: 'Offer',
  accepted: 'Accepted',
  declined: 'Declined by them',
  'turned-down': 'Turned down by the place',
  withdrawn: 'Withdrawn by them',
  enrolled: 'Enrolled',
  'not-started': 'Did not start',
}

export const saidBy: Readonly<Record<Verifier, string>> = {
  'young-person': 'The young person',
  adult: 'A parent or carer',
  provider: 'The school, college or provider',
  employer: 'The employer',
  council: 'Another council',
}

/** Whose word a status is, also where it follows from an application. */
export function saidByWords(by: SaidBy): string {
  return by === 'application' ? en.follows : saidBy[by]
}

export const heads: Readonly<Record<Head, string>> = {
  made: 'Offer made',
  'not-appropriate': 'Offer not appropriate',
  none: 'No offer',
  'not-recorded': 'Not recorded',
}

export const stepTroubles: Readonly<Record<StepTrouble, string>> = {
  'in-future': 'The day must be today or earlier',
  'too-far': 'The day must be within 12 months',
  'before-applied': 'The day must not be before they applied',
  'too-long-ago': 'The day must be within the last 24 months',
}
