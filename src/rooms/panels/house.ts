/** What rooms on the same floor hand down to panels. */
import type { Tx } from '#ground/database/tx.ts'
import type { AccountId, PersonId } from '#ground/ids.ts'
import type { FramePerson } from '#rooms/people/index.ts'
import type { Candidate, ListName } from './panel.ts'

export type PanelPeople = {
  /** Who leads for somebody now. */
  readonly leadOf: (tx: Tx, personId: PersonId) => Promise<AccountId | undefined>
  /** Who works in the teams an account leads. */
  readonly teamOf: (tx: Tx, accountId: AccountId) => Promise<readonly AccountId[]>
  /** Those on one of the lists an account works from, as far as it may see them. Nobody who has died. */
  readonly onList: (tx: Tx, accountId: AccountId, list: ListName) => Promise<readonly Candidate[]>
}

export type PanelHouse = PanelPeople & { readonly frame: FramePerson }
