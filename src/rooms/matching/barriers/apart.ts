import type { Instant } from '#ground/clock.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'

/** A barrier between two records, as seen from one of them. */
export type Apart = {
  readonly id: RowId
  readonly otherId: PersonId
  readonly why: string
  readonly setAt: Instant
  readonly setBy: AccountId | null
}
