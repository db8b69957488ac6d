/** What rooms on the same floor hand down to absences. */
import type { Tx } from '#ground/database/tx.ts'
import type { AccountId, OrganisationId, PersonId } from '#ground/ids.ts'
import type { FramePerson } from '#rooms/people/index.ts'
import type { Within } from '#rooms/sharing/index.ts'
import type { FileReaders } from './file/house.ts'

export type AbsencePeople = {
  /** Who leads for somebody now. As the house: a place need not see it. */
  readonly leadOf: (worker: Tx, personId: PersonId) => Promise<AccountId | undefined>
  /** Who is deployed to a place now. As the house. */
  readonly deployedTo: (worker: Tx, organisationId: OrganisationId) => Promise<readonly AccountId[]>
  /** The places an adviser is deployed to now. */
  readonly placesOf: (tx: Tx, accountId: AccountId) => Promise<readonly OrganisationId[]>
  /** Who leads the team of an account. */
  readonly leaderOf: (tx: Tx, accountId: AccountId) => Promise<AccountId | undefined>
}

export type AbsenceHouse = AbsencePeople &
  FileReaders & {
    readonly frame: FramePerson
    readonly within: Within
    readonly publicUrl: string
  }
