/** Years of the national return: each runs by financial year, from April (certain). */
import { type Day, partsOf } from '#ground/day.ts'

/** A year of the return by the calendar year it begins in: 2019 is 2019-20. */
export type ReturnYear = number

/** The first and last year there is a profile for. */
export const FIRST_YEAR: ReturnYear = 2015
export const LAST_YEAR: ReturnYear = 2026
/** The last year of which the published error list could be read as a whole, and the last of which changes are known one by one. */
export const LAST_LIST: ReturnYear = 2019
export const LAST_CHANGES: ReturnYear = 2020

/** Every year there is a profile for, oldest first. */
export const RETURN_YEARS: readonly ReturnYear[] = Array.from(
  { length: LAST_YEAR - FIRST_YEAR + 1 },
  (_, i) => FIRST_YEAR + i,
)

/** The year of the return that a period ends in: 31 March 2020 is in 2019-20, 30 April 2020 in 2020-21. */
export function returnYearOf(periodEnd: Day): ReturnYear {
  const { year, month } = partsOf(periodEnd)
  return month >= 4 ? year : year - 1
}

/** `2019-20`. */
export function yearText(year: ReturnYear): string {
  return `${year}-${String((year + 1) % 100).padStart(2, '0')}`
}

/** Reads `2019-20`; undefined for anything that is no year with a profile. */
export function readYear(text: string): ReturnYear | undefined {
  return RETURN_YEARS.find(year => yearText(year) === text)
}

/** The year whose profile stands for a year: itself, or the nearest there is one for. */
export function profileYear(year: ReturnYear): ReturnYear {
  return Math.min(LAST_YEAR, Math.max(FIRST_YEAR, year))
}

/** How well a year's rules are known: read whole for 2015-16 and 2019-20, changes for 2020-21; others are carried over. */
export function howKnown(year: ReturnYear): 'read' | 'changes-read' | 'carried-over' {
  if (year === FIRST_YEAR || year === LAST_LIST) return 'read'
  return year === LAST_CHANGES ? 'changes-read' : 'carried-over'
}
