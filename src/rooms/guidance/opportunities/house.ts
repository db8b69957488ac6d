/** What rooms on the same floor hand down to opportunities. */
import type { Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import type { AccountId, PersonId } from '#ground/ids.ts'
import type { FramePerson } from '#rooms/people/index.ts'
import type { Need } from '../letters/rules.ts'

/** Somebody of a caseload, as whoever leads for them sees them. */
export type Led = {
  readonly personId: PersonId
  readonly given: string
  readonly family: string
  readonly bornOn: Day | null
  readonly diedOn: Day | null
  readonly activityCode: string | null
  readonly town: string | null
}

export type GuidancePeople = {
  /** Who leads for somebody now. As the house. */
  readonly leadOf: (worker: Tx, personId: PersonId) => Promise<AccountId | undefined>
  /** Who leads the team of an account. */
  readonly leaderOf: (tx: Tx, accountId: AccountId) => Promise<AccountId | undefined>
  /** Everybody an account leads for, as far as the caller may see them. */
  readonly caseloadOf: (tx: Tx, accountId: AccountId) => Promise<readonly Led[]>
  /** How somebody learns, as it was agreed last and as far as the caller sees it: for a letter to a provider. */
  readonly learningNeedsOf: (tx: Tx, personId: PersonId) => Promise<readonly Need[]>
  /** What somebody does now, as far as the caller may see it. */
  readonly activityOf: (tx: Tx, personId: PersonId) => Promise<string | null>
}

export type GuidanceHouse = GuidancePeople & { readonly frame: FramePerson }
