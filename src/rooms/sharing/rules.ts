/** Emergency access: how long, and by when it is looked at. Barriers: what named people get, who must be left. docs/rules/sharing.md */
import { addMs, type Instant } from '#ground/clock.ts'
import { type Day, nextWorkingDay } from '#ground/day.ts'
import type { Grant, RecordClass } from '#rooms/access/index.ts'

export const OPEN_MS = 60 * 60_000
export const REASON_MIN = 10

export function endsAt(openedAt: Instant): Instant {
  return addMs(openedAt, OPEN_MS)
}

/** The next working day; bank holidays are data of the installation. */
export function reviewDueOn(today: Day, holidays: ReadonlySet<Day>): Day {
  return nextWorkingDay(today, holidays)
}

type Rights = Pick<Grant, 'holderId' | 'classes'>

/** The classes some holders have between them. */
export function classesHeld(grants: readonly Rights[], holders: readonly string[]): RecordClass[] {
  return [...new Set(grants.filter(g => holders.includes(g.holderId)).flatMap(g => g.classes))]
}

/**
 * What somebody named for a restricted record sees: what they saw before, or, where that was nothing, what their role works
 * with; and the key. Never the right to read the audit, which no record gives.
 */
export function namedClasses(held: readonly RecordClass[], everyday: readonly RecordClass[]): RecordClass[] {
  const before = held.filter(c => c !== 'audit' && c !== 'safeguarding')
  const seen = before.includes('identity') ? before : [...before, ...everyday]
  return [...new Set<RecordClass>(['identity', ...seen, 'restricted'])]
}

/** Who could still open a restricted record once these are shut out of it: grants on that very person with the key. */
export function leftIn(
  grants: readonly (Rights & Pick<Grant, 'scope'>)[],
  shutOut: ReadonlySet<string>,
): ReadonlySet<string> {
  return new Set(
    grants
      .filter(g => g.scope === 'person' && g.classes.includes('restricted') && !shutOut.has(g.holderId))
      .map(g => g.holderId),
  )
}
