/** When a known activity stops counting as known. Periods are likely, not certain (docs/rules/tracking.md#currency). */
import { academicYearStart, addDays, addMonths, type Day, daysBetween, isBefore } from '#ground/day.ts'
import type { ActivityGroup } from './activity.ts'
import { ACTIVITY_CODES, type ActivityCode } from './codes.ts'

/**
 * The day a confirmed activity lapses, or null when it does not (NEET and not-known codes never do).
 * @param verifiedOn when it was last confirmed: each confirmation starts the clock again
 */
export function lapsesOn(code: string, verifiedOn: Day): Day | null {
  const number = Number(code)
  if ((number >= 110 && number <= 150) || [210, 220, 230, 240, 250, 270, 280, 290].includes(number))
    return endOfAcademicYear(verifiedOn)
  if ([260, 350, 710].includes(number)) return addDays(verifiedOn, 28)
  if ([310, 320].includes(number)) return addMonths(verifiedOn, 12)
  if ([330, 340, 360, 380, 381, 550, 410, 430, 440, 450, 460].includes(number)) return addMonths(verifiedOn, 6)
  return number === 530 ? addMonths(verifiedOn, 3) : null
}

/** How a current activity stands today: known, soon to lapse (28 days), lapsed, or not known at all. */
export type Currency = 'current' | 'soon' | 'lapsed' | 'not-known'

export function currencyOf(spell: { code: string; verifiedOn: Day } | undefined, today: Day): Currency {
  if (!spell || groupOf(spell.code) === 'not-known' || spell.code === '150') return 'not-known'
  const lapses = lapsesOn(spell.code, spell.verifiedOn)
  if (lapses === null) return 'current'
  if (!isBefore(today, lapses)) return 'lapsed'
  return daysBetween(today, lapses) <= 28 ? 'soon' : 'current'
}

/**
 * For each code that can lapse, the last day of confirmation that has lapsed by today: what was verified on it or before is
 * no longer known. The same question as `currencyOf`, asked the other way round, so that a database can ask it of everybody.
 */
export function lapsedBy(today: Day): { code: string; verifiedOn: Day }[] {
  // The longest currency is a year, and no confirmation of this year's last 13 months is older than this.
  const oldest = addDays(today, -800)
  return [...ACTIVITY_CODES.keys()].flatMap(code => {
    if (lapsesOn(code, today) === null) return []
    let day = today
    while (isBefore(oldest, day) && isBefore(today, lapsesOn(code, day) ?? today)) day = addDays(day, -1)
    return [{ code, verifiedOn: day }]
  })
}

/** Codes that say nothing is known, whenever they were confirmed. */
export const NOT_KNOWN_CODES: readonly string[] = [...ACTIVITY_CODES.values()]
  .filter(c => c.group === 'not-known' || c.code === '150')
  .map(c => c.code)

/** NEET codes that tell nothing more than that: those that tell of health or family stay with who may see those (K6). */
export const PLAIN_NEET_CODES: readonly string[] = [...ACTIVITY_CODES.values()]
  .filter(c => (c.group === 'neet-available' || c.group === 'neet-unavailable') && c.discloses === null)
  .map(c => c.code)

/** The first and the last birth date of a National Curriculum year on a day. */
export function bornIn(schoolYear: number, today: Day): { first: Day; last: Day } {
  const august = addDays(academicYearStart(today), -1)
  return {
    first: addDays(addMonths(august, -12 * (schoolYear + 5)), 1),
    last: addMonths(august, -12 * (schoolYear + 4)),
  }
}

export function groupOf(code: string): ActivityGroup | undefined {
  return ACTIVITY_CODES.get(code)?.group
}

export function isNeet(code: string): boolean {
  const group = groupOf(code)
  return group === 'neet-available' || group === 'neet-unavailable'
}

/** What a code is called; an unknown one is said to be unknown, never left blank. */
export function activityLabel(code: string): string {
  return ACTIVITY_CODES.get(code)?.label ?? `Unknown code ${code}`
}

export function codeOf(code: string): ActivityCode | undefined {
  return ACTIVITY_CODES.get(code)
}

function endOfAcademicYear(on: Day): Day {
  return addDays(addMonths(academicYearStart(on), 12), -1)
}
