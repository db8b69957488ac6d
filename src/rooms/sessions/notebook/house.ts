import type { Tx } from '#ground/database/tx.ts'
import type { AccountId, OrganisationId, PersonId } from '#ground/ids.ts'
import type { Led, PackStep, Ring } from './notebook.ts'

/** What the notebook is handed down: whom somebody leads for, steps of plans, whom to ring. */
export type NotebookHouse = {
  /** Who is alive, in use, and led by an account, as far as the visitor may know them; in the order of their names. */
  readonly led: (tx: Tx, accountId: AccountId) => Promise<readonly Led[]>
  /** Whether an account leads for somebody now. */
  readonly leads: (tx: Tx, accountId: AccountId, personId: PersonId) => Promise<boolean>
  /** Open steps of the plans of some young people that are theirs or the adviser's: of the class of plans alone, whatever else the visitor sees (K6). */
  readonly stepsOf: (tx: Tx, ids: readonly PersonId[]) => Promise<ReadonlyMap<PersonId, readonly PackStep[]>>
  /** The telephone of a colleague's own service; undefined where none is known. */
  readonly ringOf: (tx: Tx, organisationId: OrganisationId) => Promise<Ring | undefined>
}
