import type { Tx } from '#ground/database/tx.ts'
import type { AccountId, OrganisationId } from '#ground/ids.ts'
import type { Pupil } from './school-day.ts'

/** What a day in school is handed down: where an adviser works, and who is on a roll. */
export type SchoolDayHouse = {
  /** Places of learning an account works at today. */
  readonly placesOf: (
    tx: Tx,
    accountId: AccountId,
  ) => Promise<readonly { readonly organisationId: OrganisationId; readonly name: string }[]>
  /** Who is on the roll of a place and alive, as far as the visitor may know them. */
  readonly pupilsOf: (tx: Tx, organisationId: OrganisationId) => Promise<readonly Pupil[]>
}
