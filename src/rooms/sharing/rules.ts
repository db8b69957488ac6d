/** Emergency access: how long, and by when it is looked at. docs/rules/sharing.md */
import { addMs, type Instant } from '#ground/clock.ts'
import { type Day, nextWorkingDay } from '#ground/day.ts'

export const OPEN_MS = 60 * 60_000
export const REASON_MIN = 10

export function endsAt(openedAt: Instant): Instant {
  return addMs(openedAt, OPEN_MS)
}

/** The next working day. */
export function reviewDueOn(today: Day, holidays: ReadonlySet<Day>): Day {
  return nextWorkingDay(today, holidays)
}
