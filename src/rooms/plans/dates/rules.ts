/** When a date that stands beside a plan comes again, and what it belongs to. docs/rules/plans.md */
import { academicYearStart, addMonths, type Day, dayFromParts, partsOf, schoolYearOn } from '#ground/day.ts'
import type { RecordClass } from '#rooms/access/index.ts'
import type { DateKind } from './date.ts'

/** Reviews of an EHC plan prepare for adult life from this year on (SEND Regulations 2014 regulations 20(6) and 21(6)). */
export const ADULTHOOD_FROM_YEAR = 9
/** The year in which a plan is changed for what comes after 16. */
const LAST_SCHOOL_YEAR = 11

/** Months after which each comes again at the latest; of an EHC plan by law (Children and Families Act 2014 section 44), of a personal education plan a term. */
const AGAIN: Readonly<Record<DateKind, number | null>> = {
  'ehc-review': 12,
  'ehc-transfer': null,
  pep: 4,
  'care-review': 6,
  'pathway-review': 6,
}

/** The class a date is of (K6): that somebody is in care, or was, is told by such a date alone. */
export function classOfDate(kind: DateKind): Extract<RecordClass, 'learning' | 'care'> {
  return kind === 'ehc-review' || kind === 'ehc-transfer' ? 'learning' : 'care'
}

/** The day to offer for the next one, after one that was held; undefined where there is no next. */
export function nextAfter(kind: DateKind, heldOn: Day): Day | undefined {
  const months = AGAIN[kind]
  return months === null ? undefined : addMonths(heldOn, months)
}

/**
 * By when an EHC plan is to be changed for a move to a place after 16: 31 March of the year they leave (SEND Regulations 2014 regulation 18). Undefined before
 * Year 11 and after, and without a birth date.
 */
export function transferDay(bornOn: Day | null, today: Day): Day | undefined {
  if (bornOn === null || schoolYearOn(bornOn, today) !== LAST_SCHOOL_YEAR) return undefined
  return dayFromParts(partsOf(academicYearStart(today)).year + 1, 3, 31)
}

/** Whether a review of an EHC plan on a day is to prepare for adult life. */
export function preparesForAdulthood(bornOn: Day | null, onDay: Day): boolean {
  return bornOn !== null && schoolYearOn(bornOn, onDay) >= ADULTHOOD_FROM_YEAR
}
