/** What may be agreed to begin, and how it counts until then. docs/rules/tracking.md#did-they-start */
import { addDays, type Day, isAfter, isBefore } from '#ground/day.ts'
import { codeOf } from '../rules.ts'
import { dutyOf } from '../standing/rules.ts'

/** How far ahead a start may be agreed, in days: a place for the autumn after next is none yet (ours). */
export const MOST_AHEAD = 550

/** How long a code for an agreed start with no day to look again stands before it is asked, in days (ours). */
export const ASK_AFTER = 28

export type StartTrouble = 'unknown-code' | 'no-start' | 'too-far'

/** Whether something with this code may be agreed to begin on a day that lies ahead: neither NEET nor "not known" is agreed on. */
export function startTrouble(code: string, on: Day, today: Day): StartTrouble | undefined {
  const known = codeOf(code)
  if (!known) return 'unknown-code'
  if (['neet-available', 'neet-unavailable', 'not-known'].includes(known.group) || code === '140' || code === '150')
    return 'no-start'
  return isAfter(on, addDays(today, MOST_AHEAD)) ? 'too-far' : undefined
}

/**
 * The code by which somebody counts until they begin (certain: 616 where what begins meets the duty to take part, 615 for anything else). Which codes meet
 * the duty is our reading of the law.
 */
export function codeUntil(code: string): '615' | '616' {
  return dutyOf(code) === 'meets' ? '616' : '615'
}

/** Whether the day has come to ask. */
export function isDue(start: { readonly startsOn: Day; readonly overOn: Day | null }, today: Day): boolean {
  return start.overOn === null && !isBefore(today, start.startsOn)
}
