import type { Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import type { OrganisationId } from '#ground/ids.ts'

/** An agreement in force with an organisation, as the organisation's page names it. */
export type AgreementLine = { readonly purpose: string; readonly reviewOn: Day; readonly href: string }

/** What the house hands down: agreements are known upstairs. */
export type DirectoryHouse = {
  agreementsWith(tx: Tx, organisationId: OrganisationId): Promise<readonly AgreementLine[]>
}
