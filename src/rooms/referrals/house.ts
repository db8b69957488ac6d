/** What rooms on this floor and above hand down. */
import type { Tx } from '#ground/database/tx.ts'
import type { AccountId, GroupId, PersonId } from '#ground/ids.ts'
import type { FramePerson } from '#rooms/people/index.ts'
import type { Within } from '#rooms/sharing/index.ts'
import type { Line, Part, RecordPart } from './referral.ts'

export type Person = { readonly accountId: AccountId; readonly name: string }

export type ReferralPeople = {
  /**
   * Parts of the letter taken from the record, as far as the caller may see it; one of which nothing is on record is
   * left out.
   */
  readonly fromRecord: (tx: Tx, personId: PersonId, parts: readonly RecordPart[]) => Promise<readonly Part[]>
  /** Lines about alerts that are kept back from the young person, or that a concern raised: they go nowhere (K2). As the house. */
  readonly keptBack: (worker: Tx, personId: PersonId) => Promise<readonly Line[]>
  /** Who leads for somebody now. As the house: whoever takes in a referral need not see it. */
  readonly leadOf: (worker: Tx, personId: PersonId) => Promise<Person | undefined>
  readonly giveLead: (tx: Tx, personId: PersonId, accountId: AccountId, reason: string) => Promise<void>
  readonly advisers: (tx: Tx) => Promise<readonly Person[]>
  readonly teams: (tx: Tx) => Promise<readonly { readonly id: GroupId; readonly name: string }[]>
  readonly leaderOfTeam: (tx: Tx, teamId: GroupId) => Promise<AccountId | undefined>
  /** Who leads the team of an account. */
  readonly leaderOf: (tx: Tx, accountId: AccountId) => Promise<AccountId | undefined>
}

export type ReferralHouse = ReferralPeople & {
  readonly frame: FramePerson
  /** Another transaction, as whoever opened a link. */
  readonly within: Within
  readonly publicUrl: string
}
