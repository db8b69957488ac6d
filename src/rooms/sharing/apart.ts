import type { Instant } from '#ground/clock.ts'
import type { Tx } from '#ground/database/tx.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import type { Result } from '#ground/result.ts'

/** A barrier between this record and another, as matching keeps it. */
export type Kept = {
  readonly id: RowId
  readonly otherId: PersonId
  readonly why: string
  readonly setAt: Instant
  readonly setBy: AccountId | null
}

/** What the house hands down: matching keeps records apart (K5). */
export type ApartHouse = {
  apartOf(tx: Tx, personId: PersonId): Promise<Kept[]>
  setApart(tx: Tx, a: PersonId, b: PersonId, why: string): Promise<Result<RowId, 'already' | 'same'>>
  /** Withdraws what lists and the queue ask about somebody. As the house. */
  forgetAsked(worker: Tx, personId: PersonId): Promise<void>
  endApart(tx: Tx, personId: PersonId, id: RowId, why: string): Promise<Result<null, 'unknown'>>
}
