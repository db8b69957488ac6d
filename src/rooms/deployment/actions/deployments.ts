import type { Tx } from '#ground/database/tx.ts'
import { addDays, type Day } from '#ground/day.ts'
import type { AccountId, GroupId, OrganisationId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { ADVISER_CLASSES, endGrant, openGrant } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import { findOrganisation } from '#rooms/directory/index.ts'
import { deploymentTrouble, grantPeriod, hasRoll, type PeriodTrouble } from '../rules.ts'
import { insertDeployment, isDeployed, updateDeploymentEnd } from '../store/deployments.ts'
import { actingAccount, findAdviser, isOneself } from './colleagues.ts'

export type DeploymentTrouble =
  | PeriodTrouble
  | 'no-such-adviser'
  | 'own-access'
  | 'no-such-institution'
  | 'already-deployed'

/**
 * Deploys an adviser to an institution. It opens who is on the institution's roll while both last: the group is the roll,
 * so that whoever leaves it is shut again by that alone.
 * @param wanted.lastOn the last day there; null until further notice
 */
export async function deploy(
  tx: Tx,
  wanted: { accountId: AccountId; organisationId: OrganisationId; hours: string; from: Day; lastOn: Day | null },
): Promise<Result<RowId, DeploymentTrouble>> {
  const trouble = deploymentTrouble(wanted.from, wanted.lastOn, tx.acting.today)
  if (trouble !== undefined) return refused(trouble)
  if (isOneself(tx, wanted.accountId)) return refused('own-access')
  if (!(await findAdviser(tx, wanted.accountId))) return refused('no-such-adviser')
  const organisation = await findOrganisation(tx, wanted.organisationId)
  if (!organisation || organisation.state !== 'open' || organisation.discloses !== 0 || !hasRoll(organisation.kind))
    return refused('no-such-institution')
  const { accountId, organisationId, hours, from: startedOn } = wanted
  const finishedOn = wanted.lastOn === null ? null : addDays(wanted.lastOn, 1)
  if (await isDeployed(tx, { accountId, organisationId, startedOn, finishedOn })) return refused('already-deployed')
  const grantId = await openGrant(tx, {
    scope: { kind: 'group', groupId: organisationId as string as GroupId },
    holderId: accountId,
    classes: ADVISER_CLASSES,
    basis: 'public-task',
    source: 'deployment',
    reason: organisation.name,
    madeBy: actingAccount(tx),
    ...grantPeriod(startedOn, finishedOn),
  })
  const id = await insertDeployment(tx, { accountId, organisationId, hours, startedOn, finishedOn, grantId })
  // Two saved it at once: the other one's stands, and this grant is not kept open for nothing.
  if (id === undefined) {
    await endGrant(tx, grantId, 'Deployed there already')
    return refused('already-deployed')
  }
  await record(tx, {
    action: 'deployment.started',
    target: id,
    payload: { account: accountId, organisation: organisationId, from: startedOn, until: finishedOn },
  })
  return ok(id)
}

/** Ends a deployment now, or takes back one that is still to come. */
export async function endDeployment(tx: Tx, id: RowId, why: string): Promise<Result<null, 'unknown'>> {
  const ended = await updateDeploymentEnd(tx, id)
  if (!ended) return refused('unknown')
  await endGrant(tx, ended.grantId, why)
  await record(tx, { action: 'deployment.ended', target: id, payload: { account: ended.accountId, why } })
  return ok(null)
}
