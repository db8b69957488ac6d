/** When a known activity stops counting as known. Periods are likely, not certain (docs/rules/tracking.md#currency). */
import { academicYearStart, addDays, addMonths, type Day, daysBetween, isBefore } from '#ground/day.ts'
import type { ActivityGroup, ActivitySpell } from './activity.ts'
import { ACTIVITY_CODES, type ActivityCode } from './codes.ts'

/** What the currency of a spell hangs on. */
export interface Confirmed {
  readonly code: string
  readonly verifiedOn: Day
  /** When it is to be looked at again, for what is short by its nature. */
  readonly reviewOn: Day | null
  /** When it is expected to end: nothing is known beyond it. */
  readonly predictedEndOn: Day | null
}

/**
 * The day a confirmed activity lapses, or null when it does not: NEET and not-known codes never do (certain, since April 2013). The database keeps the same
 * day with each spell (`activity_lapses`, migration 0297), so that it can be asked of everybody.
 */
export function lapsesOn(spell: Confirmed): Day | null {
  const byCode = lapseOfCode(spell)
  return byCode !== null && spell.predictedEndOn !== null && isBefore(spell.predictedEndOn, byCode)
    ? spell.predictedEndOn
    : byCode
}

function lapseOfCode({ code, verifiedOn, reviewOn }: Confirmed): Day | null {
  const number = Number(code)
  const isYearly =
    (number >= 110 && number <= 150) ||
    [210, 220, 230, 240, 250, 270, 280].includes(number) ||
    (number === 290 && reviewOn === null)
  if (isYearly) return endOfAcademicYear(verifiedOn)
  if ([260, 290, 350, 710, 720].includes(number)) return addDays(reviewOn ?? verifiedOn, 28)
  if ([310, 320].includes(number)) return addMonths(verifiedOn, 12)
  if ([330, 340, 360, 380, 381, 550, 410, 430, 440, 450, 460].includes(number)) return addMonths(verifiedOn, 6)
  return number === 530 ? addMonths(verifiedOn, 3) : null
}

/** How a current activity stands today: known, soon to lapse (28 days), lapsed, or not known at all. */
export type Currency = 'current' | 'soon' | 'lapsed' | 'not-known'

/** The spell of now, of those the caller sees: at most one is open that counts. */
export function spellOfNow<Spell extends Pick<ActivitySpell, 'finishedOn' | 'isPrimary'>>(
  spells: readonly Spell[],
): Spell | undefined {
  return spells.find(one => one.finishedOn === null && one.isPrimary)
}

/** @param spell the activity of now with the day it lapses, if it does */
export function currencyOf(spell: { code: string; lapsesOn: Day | null } | undefined, today: Day): Currency {
  if (!spell || groupOf(spell.code) === 'not-known') return 'not-known'
  const { lapsesOn: lapses } = spell
  if (lapses === null) return 'current'
  if (!isBefore(today, lapses)) return 'lapsed'
  return daysBetween(today, lapses) <= 28 ? 'soon' : 'current'
}

export type SpellTrouble =
  | 'ends-before-start'
  | 'review-before-start'
  | 'review-after-end'
  /** What is over reaches into its days: two may not be what they mostly did at one time. */
  | 'over-reaches'

/** What is wrong with the days of a spell, if anything: nothing ends before it starts, and it is looked at again before its end (errors 257 and 262). */
export function spellTrouble(spell: {
  readonly startedOn: Day
  readonly reviewOn: Day | null
  readonly predictedEndOn: Day | null
}): SpellTrouble | undefined {
  const { startedOn, reviewOn, predictedEndOn } = spell
  if (predictedEndOn !== null && !isBefore(startedOn, predictedEndOn)) return 'ends-before-start'
  if (reviewOn !== null && isBefore(reviewOn, startedOn)) return 'review-before-start'
  return reviewOn !== null && predictedEndOn !== null && isBefore(predictedEndOn, reviewOn)
    ? 'review-after-end'
    : undefined
}

/**
 * Codes of which the return asks for a day they are expected to end, and for a day they are looked at again (errors 257 to 259 and 262; certain for 2015-16 and
 * 2019-20, where the second list had 720 in place of 616).
 */
export function isEnding(code: string): boolean {
  const number = Number(code)
  return number <= 290 || (number >= 410 && number <= 460)
}
export const REVIEWED_CODES: readonly string[] = ['260', '290', '350', '616', '710']

/** Which days the return asks for that a spell does not say. */
export function missingDays(spell: Pick<ActivitySpell, 'code' | 'reviewOn' | 'predictedEndOn'>): ('end' | 'review')[] {
  return [
    ...(spell.predictedEndOn === null && isEnding(spell.code) ? (['end'] as const) : []),
    ...(spell.reviewOn === null && REVIEWED_CODES.includes(spell.code) ? (['review'] as const) : []),
  ]
}

/** Codes that say nothing is known, whenever they were confirmed. 150 is not one of them: it is a code of compulsory age. */
export const NOT_KNOWN_CODES: readonly string[] = [...ACTIVITY_CODES.values()]
  .filter(c => c.group === 'not-known')
  .map(c => c.code)

/** Of compulsory age and at no place of learning that is known: for the officer named for children missing education (row 307). */
export const OUT_OF_SCHOOL_CODES: readonly string[] = ['140', '150']

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
