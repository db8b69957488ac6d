import type { Instant } from '#ground/clock.ts'
import type { Tx } from '#ground/database/tx.ts'
import type { PersonId } from '#ground/ids.ts'

/** A list that named somebody, and what came of it. */
export type NamedBy = {
  readonly partner: string
  readonly fileName: string
  readonly at: Instant
  readonly rows: number
  /** Rows that would change something on the record. */
  readonly changing: number
}

/** What the house hands down: lists and pairs are of rooms that sharing does not know. As the house. */
export type ProofHouse = {
  listsNaming(worker: Tx, ids: readonly PersonId[], since: Instant): Promise<NamedBy[]>
  /** Questions and pairs that anybody could be shown about these people. */
  countAsked(worker: Tx, ids: readonly PersonId[]): Promise<number>
}

/** What proves that a protected record stayed so. */
export type Proof = {
  readonly since: Instant
  readonly holders: readonly string[]
  readonly seenBy: readonly { readonly name: string; readonly times: number }[]
  readonly named: readonly NamedBy[]
  readonly asked: number
  /** Addresses, phones and emails that lists wrote since. */
  readonly whereabouts: number
  /** Its whereabouts alone are protected: lists go on saying where somebody learns. */
  readonly isOpen: boolean
  /** Whether lists that named the sealed identity are among them. */
  readonly hasSealed: boolean
}
