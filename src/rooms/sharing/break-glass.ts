import type { Instant } from '#ground/clock.ts'
import type { Day } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'

export const VERDICTS = ['right', 'wrong', 'follow-up'] as const
export type Verdict = (typeof VERDICTS)[number]

/** One emergency opening of a record. */
export type BreakGlass = {
  readonly id: RowId
  readonly personId: PersonId
  readonly accountId: AccountId
  readonly reason: string
  readonly openedAt: Instant
  readonly endsAt: Instant
  readonly reviewDueOn: Day
  readonly verdict: Verdict | null
  readonly verdictWhy: string
  readonly reviewedBy: AccountId | null
}
