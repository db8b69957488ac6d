import type { Tx } from '#ground/database/tx.ts'
import type { AccountId, OrganisationId, PersonId } from '#ground/ids.ts'
import { listBarriers, listUnbarred } from '#rooms/access/index.ts'

type Attender = { readonly accountId: AccountId; readonly organisationId: OrganisationId | null }

/** Of some who attend for an organisation, those whom no barrier keeps from knowing of somebody, neither themselves nor that organisation (K4). As the house. */
export async function unbarredAmong(
  worker: Tx,
  personId: PersonId,
  them: readonly Attender[],
): Promise<ReadonlySet<AccountId>> {
  const shut = new Set<string | null>(
    (await listBarriers(worker, personId)).filter(one => one.kind === 'shut-out').map(one => one.holderId),
  )
  const open = new Set(
    await listUnbarred(
      worker,
      personId,
      them.map(one => one.accountId),
    ),
  )
  return new Set(
    them
      .filter(one => open.has(one.accountId) && (one.organisationId === null || !shut.has(one.organisationId)))
      .map(one => one.accountId),
  )
}
