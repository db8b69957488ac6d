import type { Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import type { OrganisationId } from '#ground/ids.ts'
import type { OrganisationEnded } from '../actions/organisations.ts'
import type { Need } from '../near-by/service.ts'
import type { RegisterTable } from '../register/establishment.ts'

/** An agreement in force with an organisation, as the organisation's page names it. */
export type AgreementLine = { readonly purpose: string; readonly reviewOn: Day; readonly href: string }

/** What the house hands down: agreements are known upstairs, and tables are read there. */
export type DirectoryHouse = {
  /** Opens a sent file; throws RegisterRefused where it is no table. */
  openTable(path: string): Promise<RegisterTable>
  /** What a service may help with: factors of the assessment, with their names. */
  needs(tx: Tx): readonly Need[]
  agreementsWith(tx: Tx, organisationId: OrganisationId): Promise<readonly AgreementLine[]>
  /** What ends with an organisation that closes: what its people did for it, in the same transaction. */
  organisationEnded: OrganisationEnded
}
