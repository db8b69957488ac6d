/**
 * What a role opens by itself, by partnership scope: data officers, the front desk, information governance, safeguarding.
 * Advisers get nothing so: theirs come from leading, deployment, a team or a list.
 */
import type { Tx } from '#ground/database/tx.ts'
import type { AccountId, OrganisationId } from '#ground/ids.ts'
import {
  DATA_OFFICER_CLASSES,
  endGrantsHeld,
  FRONT_DESK_CLASSES,
  openGrant,
  type RecordClass,
} from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import { endAdviserWork, endPostings, isAdviser, releaseHandovers } from '#rooms/deployment/index.ts'
import { type Role, roleMay, roleNames } from '#rooms/identity/index.ts'
import { releasePanels } from '#rooms/panels/index.ts'
import { releaseWorker } from '#rooms/referrals/index.ts'
import { endFeedOf, releaseRunner } from '#rooms/sessions/index.ts'
import { endAssignmentsOf } from '#rooms/tracking/index.ts'
import { handoverParts } from './house-handovers.ts'

const BY_ROLE: Partial<Readonly<Record<Role, readonly RecordClass[]>>> = {
  'data-officer': DATA_OFFICER_CLASSES,
  'front-desk': FRONT_DESK_CLASSES,
  'information-governance': ['identity', 'audit'],
  'safeguarding-lead': ['safeguarding'],
  'safeguarding-deputy': ['safeguarding'],
}

/** Opens what a role opens for an account in the acting partnership. */
export async function grantRole(tx: Tx, holder: { accountId: AccountId; role: Role }): Promise<void> {
  const classes = BY_ROLE[holder.role]
  if (classes === undefined) return
  await openGrant(tx, {
    scope: { kind: 'partnership' },
    holderId: holder.accountId,
    classes,
    basis: 'public-task',
    source: 'role',
    reason: roleNames[holder.role],
  })
}

/**
 * Ends what roles opened for an account in the acting partnership, but for the roles it still has; and what it works on:
 * deployments, covers, duty days, teams, tracking lists, support groups; and classes given to it by name. A lead adviser's own grants stay until somebody else leads.
 */
export async function endRole(
  tx: Tx,
  held: {
    accountId: AccountId
    left: readonly Role[]
    /** Organisations the account still acts for, each in the place of the role it has there. */
    agencies: readonly OrganisationId[]
  },
): Promise<void> {
  const why = 'No longer has the role'
  const ended = await endGrantsHeld(tx, { holderId: held.accountId, source: 'role' }, why)
  const given = await endGrantsHeld(tx, { holderId: held.accountId, source: 'named-class' }, why)
  if (ended + given > 0)
    await record(tx, { action: 'access.ended', target: held.accountId, payload: { why, grants: ended + given } })
  for (const role of held.left) await grantRole(tx, { accountId: held.accountId, role })
  await endAdviserWork(tx, held.accountId, held.left, why)
  if (!held.left.some(isAdviser)) await releaseHandovers(tx, handoverParts, held.accountId)
  if (!held.left.includes('tracking-officer')) await endAssignmentsOf(tx, held.accountId, why)
  await releaseWorker(tx, held.accountId, held.agencies, why)
  await releasePanels(tx, held.accountId, { roles: held.left, agencies: held.agencies })
  await releaseRunner(tx, held.accountId, { roles: held.left, agencies: held.agencies })
  if (!held.left.some(role => roleMay(role, 'diary.use'))) await endFeedOf(tx, held.accountId)
}

/**
 * Ends what an account that is switched off works on in the acting partnership. Its roles and its place in a team stay:
 * nobody can act on them until it is switched on again, and a deployment or a duty day is then set anew.
 */
export async function endWork(tx: Tx, accountId: AccountId): Promise<void> {
  const why = 'The account was switched off'
  await endPostings(tx, accountId, why)
  await releaseHandovers(tx, handoverParts, accountId)
  await endAssignmentsOf(tx, accountId, why)
  await releaseWorker(tx, accountId, [], why)
  await releasePanels(tx, accountId, { roles: [], agencies: [] })
  await releaseRunner(tx, accountId, { roles: [], agencies: [] })
  await endFeedOf(tx, accountId)
  const given = await endGrantsHeld(tx, { holderId: accountId, source: 'named-class' }, why)
  if (given > 0) await record(tx, { action: 'access.ended', target: accountId, payload: { why, grants: given } })
}
