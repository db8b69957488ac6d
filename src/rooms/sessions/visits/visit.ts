import type { Instant } from '#ground/clock.ts'
import type { Day } from '#ground/day.ts'
import type { AccountId, RowId } from '#ground/ids.ts'

/** What was looked at before somebody goes. */
export const LOOKED_AT = ['record', 'alerts', 'others', 'colleague'] as const
export type LookedAt = (typeof LOOKED_AT)[number]

export const GOES = ['alone', 'in-pairs'] as const
export type Goes = (typeof GOES)[number]

/** What is planned before somebody goes out. A buddy reads it: no young person stands in it. */
export type VisitPlan = {
  readonly buddyId: AccountId
  readonly lookedAt: readonly LookedAt[]
  readonly goes: Goes
  /** Who goes along. */
  readonly companion: string
  /** Where about, for whoever looks for them: without a name or a house number. */
  readonly whereabouts: string
  /** How the one who goes is reached. */
  readonly reach: string
  /** Said by phone, it means: I am in danger. */
  readonly phrase: string
  readonly backBy: Instant
  readonly alarmMinutes: number
}

export type EndedHow = 'back' | 'found-safe' | 'called-off'

export type Visit = VisitPlan & {
  readonly rowId: RowId
  readonly appointmentId: RowId
  readonly accountId: AccountId
  readonly outAt: Instant | null
  readonly endedAt: Instant | null
  readonly endedHow: EndedHow | null
  readonly endedBy: AccountId | null
  readonly endedWords: string
  readonly buddyToldAt: Instant | null
  readonly leaderToldAt: Instant | null
  readonly version: number
}

/** What nearly went wrong. */
export type NearMiss = {
  readonly rowId: RowId
  readonly happenedOn: Day
  readonly what: string
  readonly learned: string
  readonly recordedBy: AccountId
}
