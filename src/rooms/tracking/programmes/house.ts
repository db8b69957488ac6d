/** What rooms on the same floor hand down to programmes. */
import type { Tx } from '#ground/database/tx.ts'
import type { AccountId, PersonId } from '#ground/ids.ts'
import type { FramePerson } from '#rooms/people/index.ts'
import type { Known } from './rules.ts'

export type ProgrammePeople = {
  /** Who leads for somebody now. As the house. */
  readonly leadOf: (worker: Tx, personId: PersonId) => Promise<AccountId | undefined>
  /** Who leads the team of an account. */
  readonly leaderOf: (tx: Tx, accountId: AccountId) => Promise<AccountId | undefined>
}

export type ProgrammeParts = ProgrammePeople & {
  /** Who leads for each of them, as far as the caller may see it. */
  readonly leadsOf: (tx: Tx, ids: readonly PersonId[]) => Promise<ReadonlyMap<PersonId, AccountId>>
  /** What a programme may ask of somebody, as far as the caller may see it: their last assessment, whether there is a plan. */
  readonly readiness: (tx: Tx, personId: PersonId) => Promise<Pick<Known, 'assessedOn' | 'hasPlan'>>
  /** Advisers who may work with a stage. */
  readonly advisers: (tx: Tx) => Promise<readonly { readonly accountId: AccountId; readonly name: string }[]>
}

export type ProgrammeHouse = ProgrammeParts & { readonly frame: FramePerson }
