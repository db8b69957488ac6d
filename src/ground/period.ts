/** Half-open periods of days: `startedOn` is in, `finishedOn` is the first day that is out; no end means it goes on. */
import { type Day, isBefore } from './day.ts'
import { ok, type Result, refused } from './result.ts'

export type Period = { readonly startedOn: Day; readonly finishedOn: Day | null }

/** A period whose end is after its start: an empty range would overlap nothing and hide. */
export function period(startedOn: Day, finishedOn: Day | null): Result<Period, 'ends-before-it-starts'> {
  if (finishedOn !== null && !isBefore(startedOn, finishedOn)) return refused('ends-before-it-starts')
  return ok({ startedOn, finishedOn })
}

export function contains(p: Period, day: Day): boolean {
  return !isBefore(day, p.startedOn) && (p.finishedOn === null || isBefore(day, p.finishedOn))
}

export function overlaps(a: Period, b: Period): boolean {
  return (
    (b.finishedOn === null || isBefore(a.startedOn, b.finishedOn)) &&
    (a.finishedOn === null || isBefore(b.startedOn, a.finishedOn))
  )
}

/** The days two periods share, or undefined. */
export function intersection(a: Period, b: Period): Period | undefined {
  if (!overlaps(a, b)) return undefined
  const startedOn = isBefore(a.startedOn, b.startedOn) ? b.startedOn : a.startedOn
  const ends = [a.finishedOn, b.finishedOn].filter((d): d is Day => d !== null).toSorted()
  return { startedOn, finishedOn: ends[0] ?? null }
}

export function isOpen(p: Period): boolean {
  return p.finishedOn === null
}
