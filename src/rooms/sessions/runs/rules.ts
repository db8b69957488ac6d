/** What makes sense of a run of meetings. docs/rules/sessions.md */
import { bankHolidaysFrom } from '#ground/bank-holidays.ts'
import { addDays, addMonths, type Day, isAfter, isBefore } from '#ground/day.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import type { EndReason, PartContent, RunEnd, RunMeeting, RunPart } from './run.ts'

/** A run is so long at most: a longer one is planned anew when it is known how this one went. Ours. */
export const MONTHS_LONG = 12
export const MOST_MEETINGS = 60
export const MOST_PARTS = 6

export type RunTrouble = 'been' | 'until-before' | 'too-long' | 'one-only'

/**
 * The days of a run, every so many weeks from the first until the last day.
 * @returns refused where the first has been, the last is before it or more than a year on, or it would be one meeting
 */
export function daysOf(
  run: { readonly from: Day; readonly until: Day; readonly everyWeeks: 1 | 2 },
  today: Day,
): Result<Day[], RunTrouble> {
  if (isBefore(run.from, today)) return refused('been')
  if (isBefore(run.until, run.from)) return refused('until-before')
  if (isAfter(run.until, addMonths(today, MONTHS_LONG))) return refused('too-long')
  const days: Day[] = []
  for (let day = run.from; !isAfter(day, run.until); day = addDays(day, 7 * run.everyWeeks)) days.push(day)
  if (days.length < 2) return refused('one-only')
  return days.length > MOST_MEETINGS ? refused('too-long') : ok(days)
}

/** Which of some days are bank holidays. */
export function holidaysAmong(days: readonly Day[]): Day[] {
  return days.filter(day => bankHolidaysFrom(day).has(day))
}

/** The part the nth meeting is in, from 0: the parts one after the other; what is beyond them belongs to the last. */
export function partAt<Part extends PartContent>(parts: readonly Part[], n: number): Part | undefined {
  let left = n
  for (const part of parts) {
    if (left < part.meetings) return part
    left -= part.meetings
  }
  return parts.at(-1)
}

/** How far along a part is: meetings come to, and meetings still arranged; and what was said of its aim. */
export type PartStands = {
  readonly part: RunPart
  readonly came: number
  readonly ahead: number
  readonly reached: number
}

export function standingOf(parts: readonly RunPart[], meetings: readonly RunMeeting[]): PartStands[] {
  return parts.map(part => {
    const own = meetings.filter(one => one.partId === part.rowId)
    return {
      part,
      came: own.filter(hasCome).length,
      ahead: own.filter(one => one.state === 'set').length,
      reached: own.filter(one => one.aimResult === 'reached').length,
    }
  })
}

export function hasCome({ state }: Pick<RunMeeting, 'state'>): boolean {
  return state === 'came' || state === 'late'
}

export type EndTrouble = 'still-ahead' | 'not-answered' | 'reason-does-not-fit' | 'came-to-some'

/**
 * Whether a run may end so: done once nothing of it lies ahead, called off while nobody came to any, ended early in between. What has been is answered
 * first, so that nobody's not coming is lost.
 */
export function endTrouble(
  how: RunEnd,
  reason: EndReason,
  meetings: readonly Pick<RunMeeting, 'state' | 'onDay'>[],
  today: Day,
): EndTrouble | undefined {
  const open = meetings.filter(one => one.state === 'set')
  if (open.some(one => isBefore(one.onDay, today))) return 'not-answered'
  if (how === 'done')
    return open.length > 0 ? 'still-ahead' : reason === 'set-by-mistake' ? 'reason-does-not-fit' : undefined
  if (how === 'called-off' && meetings.some(hasCome)) return 'came-to-some'
  return reason === 'reached' && how === 'called-off' ? 'reason-does-not-fit' : undefined
}

/** The visits at home of a run, still to come, of which nobody waits to hear: each has a check of its own. */
export function unwaited(meetings: readonly RunMeeting[], today: Day): RunMeeting[] {
  return meetings.filter(
    one => one.kind === 'home-visit' && one.state === 'set' && !isBefore(one.onDay, today) && !one.isWaitedFor,
  )
}
