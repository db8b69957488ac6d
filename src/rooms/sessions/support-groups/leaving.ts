/** Somebody runs no group any more, because they left, or their agency closed: their rights by it end, and where nobody is left somebody is told. */
import { asHouse, type Tx } from '#ground/database/tx.ts'
import type { AccountId, OrganisationId } from '#ground/ids.ts'
import { record } from '#rooms/audit/index.ts'
import { type Role, roleMay } from '#rooms/identity/index.ts'
import { accountsHere, settleRights } from './actions.ts'
import { holdGroup, listRunBy, type RunsFor, updateRunnerOff } from './store/groups.ts'
import { tellUnrun } from './telling.ts'

/**
 * Takes somebody off the groups they may run no more: their role is gone, or the agency for which they ran one. Also off those that have ended. In the transaction
 * of their leaving, and not within the house.
 * @param left what they still act as and for which agency, in the same order
 */
export async function releaseRunner(
  tx: Tx,
  accountId: AccountId,
  left: { readonly roles: readonly Role[]; readonly agencies: readonly OrganisationId[] },
): Promise<void> {
  const runsFor = left.agencies.filter((_, i) => {
    const role = left.roles[i]
    return role !== undefined && roleMay(role, 'group.see')
  })
  await takeOff(tx, { accountId }, one =>
    one.organisationId === null ? runsFor.length > 0 : runsFor.includes(one.organisationId),
  )
}

/** An agency has closed: nobody runs a group for it any more. */
export async function releaseAgency(tx: Tx, organisationId: OrganisationId): Promise<void> {
  await takeOff(tx, { organisationId }, () => false)
}

async function takeOff(tx: Tx, of: Parameters<typeof listRunBy>[1], stays: (one: RunsFor) => boolean): Promise<void> {
  const gone = await asHouse(tx, 'groups of somebody who leaves', async worker => {
    const those = (await listRunBy(worker, of)).filter(one => !stays(one))
    for (const { rowId, groupId, accountId } of those) {
      await holdGroup(worker, groupId)
      await updateRunnerOff(worker, groupId, rowId)
      await settleRights(worker, groupId)
      await record(worker, { action: 'support-group.runner-left', target: groupId, payload: { account: accountId } })
    }
    return new Set(those.map(one => one.groupId))
  })
  if (gone.size === 0) return
  const here = await accountsHere(tx)
  for (const groupId of gone) await tellUnrun(tx, groupId, here)
}
