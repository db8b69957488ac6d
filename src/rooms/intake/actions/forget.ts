import type { Tx } from '#ground/database/tx.ts'
import type { GroupId, OrganisationId, PersonId } from '#ground/ids.ts'
import { endMembers } from '#rooms/access/index.ts'
import { withdrawGoneOf } from '../store/questions.ts'
import { withdrawRowsOf } from '../store/rows.ts'

/**
 * A young person was never at a place: its row was about somebody else (K9). They leave its roll, and with it whatever the
 * roll opened (K3); who its row is will be asked anew, and nobody is missed from its lists. Runs as the house.
 */
export async function forgetPlace(worker: Tx, organisationId: OrganisationId, personId: PersonId): Promise<void> {
  await endMembers(worker, organisationId as string as GroupId, [personId])
  await withdrawRowsOf(worker, organisationId, personId)
  await withdrawGoneOf(worker, organisationId, personId)
}
