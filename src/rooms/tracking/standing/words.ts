import type { Cohort, DutyState, ParticipationHead } from './rules.ts'

export const cohorts: Readonly<Record<Cohort, string>> = {
  'year-11': 'Yes: last year of school',
  'sixteen-seventeen': 'Yes: academic age 16 or 17',
  eighteen: 'Yes: academic age 18',
  plan: 'Only with a current EHC plan',
  outside: 'No',
}

export const heads: Readonly<Record<ParticipationHead, string>> = {
  'full-time-education': 'Yes: full-time education',
  apprenticeship: 'Yes: apprenticeship',
  'work-based-learning': 'Yes: work-based learning',
  'part-time-education': 'Yes: part-time education',
  'employment-with-study': 'Yes: work with study',
  'other-training': 'Yes: other training',
}

export const duties: Readonly<Record<DutyState, string>> = {
  meets: 'Met',
  depends: 'Depends on hours and on a qualification',
  'start-agreed': 'A start is agreed; not met yet',
  'does-not-meet': 'Not met',
  compulsory: 'Begins after the last day of school',
  outside: 'Not said of this activity',
  'not-known': 'Not known',
}

/** What the return asks for beside what is said. */
export const missing: Readonly<Record<'end' | 'review', string>> = {
  end: 'the day it is expected to end',
  review: 'a day to look at it again',
}

export const en = {
  heading: 'How this counts',
  cohort: 'Asked for in the national return',
  head: 'Counted as taking part',
  noHead: 'No',
  lapsed: 'No: what was known has lapsed',
  duty: 'Duty to take part',
  notYet: (day: string) => `Begins after the last day of school, ${day}`,
  over: 'Over: 18 or older',
  dutyHint: 'The duty also ends with a level 3 qualification. How an activity stands to it is our reading of the law.',
  asksFor: 'The return also asks for',
  neetSince: 'NEET without a break since',
}
