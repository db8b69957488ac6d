/**
 * How somebody stands by the rules of tracking: age, cohort, participation, duty and an unbroken time without work or learning. Worked out each time and kept nowhere.
 * What is certain, likely and ours: docs/rules/tracking.md#standing.
 */
import {
  academicYearStart,
  addDays,
  addMonths,
  ageOn,
  type Day,
  isBefore,
  partsOf,
  schoolYearOn,
  toDay,
  weekday,
} from '#ground/day.ts'
import type { ActivitySpell } from '../activity.ts'
import { groupOf, isNeet } from '../rules.ts'

/** Age on the 31 August before the academic year of a day: 16 is Year 12 (certain). */
export function academicAge(born: Day, on: Day): number {
  return schoolYearOn(born, on) + 4
}

/**
 * The last day of compulsory school age: the last Friday of June in the academic year somebody becomes 16 (Education Act 1996 section 8; SI 1998/1607). Whoever
 * becomes 16 after that Friday and before September leaves on it too.
 */
export function schoolLeavingDay(born: Day): Day {
  // The academic year of the sixteenth birthday. Born on 29 February, the birthday is 1 March in other years: the same academic year.
  const start = partsOf(academicYearStart(addMonths(born, 16 * 12)))
  const last = toDay(`${start.year + 1}-06-30`)
  return addDays(last, -((weekday(last) + 2) % 7))
}

/** Which part of the national return somebody belongs to on a day, if any. */
export type Cohort = 'year-11' | 'sixteen-seventeen' | 'eighteen' | 'plan' | 'outside'

/**
 * Whom the return asks for, by the academic year of the day. From 2016: Year 11, academic age 16 and 17, and 18 to 24 with a current EHC plan (certain). From 2015
 * to August 2016 also academic age 18, and to 25 with a plan (certain that they were; the exact day of birth at the upper end is likely).
 * @param hasPlan a current EHC plan is on record
 */
export function cohortOf(who: { readonly bornOn: Day; readonly hasPlan: boolean }, on: Day): Cohort {
  const age = academicAge(who.bornOn, on)
  const wasOlder = isBefore(on, toDay('2016-09-01'))
  if (age === 15) return 'year-11'
  if (age === 16 || age === 17) return 'sixteen-seventeen'
  if (age === 18 && wasOlder) return 'eighteen'
  return who.hasPlan && age >= 18 && age <= (wasOlder ? 25 : 24) ? 'plan' : 'outside'
}

/** Heads of the published participation rate (certain); null outside of it. */
export type ParticipationHead =
  | 'full-time-education'
  | 'apprenticeship'
  | 'work-based-learning'
  | 'part-time-education'
  | 'employment-with-study'
  | 'other-training'

// Which code is under which head is likely. Certain is that 260, 530, 615 and 616 are under none.
const HEADS: Readonly<Record<ParticipationHead, readonly string[]>> = {
  'full-time-education': ['210', '220', '230', '240', '270', '280', '290'],
  apprenticeship: ['310'],
  'work-based-learning': ['410', '450', '460'],
  'part-time-education': ['250'],
  'employment-with-study': ['320', '381', '550'],
  'other-training': ['430'],
}

/** The head of the participation rate a code counts under, or null. */
export function participationOf(code: string): ParticipationHead | null {
  return (Object.keys(HEADS) as ParticipationHead[]).find(head => HEADS[head].includes(code)) ?? null
}

/**
 * How a code stands to the duty to take part in education or training (Education and Skills Act 2008 sections 2 to 8). A flag of its own: the law counts
 * re-engagement, the published rate does not. Our reading of the law, likely at best; the department's own table is not known.
 */
export type DutyState = 'meets' | 'depends' | 'start-agreed' | 'does-not-meet' | 'compulsory' | 'outside' | 'not-known'

const MEETS = ['210', '220', '230', '240', '270', '280', '290', '310', '320', '381', '410', '450', '460', '530', '550']
// On hours a week and on whether there is a qualification at the end.
const DEPENDS = ['250', '340', '430']
// Custody of adults, refugees' old code, and training that is for those of 18 and more.
const OUTSIDE = ['440', '710', '720']

/** How a code stands to the duty; `compulsory` before it begins. */
export function dutyOf(code: string): DutyState {
  if (MEETS.includes(code)) return 'meets'
  if (DEPENDS.includes(code)) return 'depends'
  if (OUTSIDE.includes(code)) return 'outside'
  if (code === '616') return 'start-agreed'
  const group = groupOf(code)
  if (group === 'compulsory') return 'compulsory'
  return group === undefined || group === 'not-known' ? 'not-known' : 'does-not-meet'
}

/** The duty begins with the end of compulsory school age and ends at 18 or with a level 3 qualification (section 1). */
export function isUnderDuty(
  who: { readonly bornOn: Day; readonly levelThreeOn: Day | null; readonly diedOn: Day | null },
  on: Day,
): boolean {
  const hasLeft = isBefore(schoolLeavingDay(who.bornOn), on)
  const hasDied = who.diedOn !== null && !isBefore(on, who.diedOn)
  const hasPassed = who.levelThreeOn !== null && !isBefore(on, who.levelThreeOn)
  return hasLeft && ageOn(who.bornOn, on) < 18 && !hasPassed && !hasDied
}

type Timed = Pick<ActivitySpell, 'code' | 'startedOn' | 'finishedOn'>

/**
 * The first day of the unbroken time somebody has been NEET, or undefined where they are not. Any other activity between breaks it, "not known" (810 to 830) among
 * them, and so does a day of which nothing is on record (ours, since 2013: the published text does not say what breaks it).
 * @param spells in any order, none beside another; those that were taken off are not among them
 */
export function neetSince(spells: readonly Timed[], on: Day): Day | undefined {
  const past = spells
    .filter(one => !isBefore(on, one.startedOn))
    .toSorted((a, b) => (a.startedOn < b.startedOn ? 1 : -1))
  const [now] = past
  if (now === undefined || !isNeet(now.code) || (now.finishedOn !== null && !isBefore(on, now.finishedOn)))
    return undefined
  let since = now.startedOn
  for (const before of past.slice(1)) {
    if (!isNeet(before.code) || before.finishedOn !== since) break
    since = before.startedOn
  }
  return since
}
