/** What was agreed with a host: written down by whoever manages deployments, never by the adviser it is about. */
import type { Tx } from '#ground/database/tx.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { record } from '#rooms/audit/index.ts'
import { type Colleague, listColleagues, listColleaguesWho } from '#rooms/identity/index.ts'
import { sendNotice } from '#rooms/notices/index.ts'
import { isOneself } from '../actions/colleagues.ts'
import type { Deployment } from '../deployment.ts'
import { stateOn } from '../rules.ts'
import { isSame, type TermsTrouble, termsTrouble } from './rules.ts'
import { insertTerms, listVersions, takeDue } from './store.ts'
import type { TermsFacts } from './terms.ts'

/** Those of the partnership's own who may be somebody's line manager. */
export async function listManagers(tx: Tx, deployment: Pick<Deployment, 'accountId'>): Promise<Colleague[]> {
  return (await listColleagues(tx))
    .filter(c => c.state === 'active' && c.role !== 'partner-practitioner' && c.accountId !== deployment.accountId)
    .filter((c, i, all) => all.findIndex(o => o.accountId === c.accountId) === i)
}

/**
 * Writes down what was agreed, as a further version. Sent twice, it is one.
 * @param shown the version the form showed; 0 where there was none
 * @returns refused `own-terms` to the adviser it is about, `over` once the deployment is, `stale` where somebody wrote one meanwhile
 */
export async function writeTerms(
  tx: Tx,
  deployment: Deployment,
  shown: number,
  facts: TermsFacts,
): Promise<Result<null, TermsTrouble | 'own-terms' | 'over' | 'no-manager' | 'stale'>> {
  if (isOneself(tx, deployment.accountId)) return refused('own-terms')
  if (stateOn(deployment, tx.acting.today) === 'over') return refused('over')
  const trouble = termsTrouble(facts, deployment.accountId, tx.acting.today)
  if (trouble) return refused(trouble)
  if (!(await listManagers(tx, deployment)).some(c => c.accountId === facts.managerId)) return refused('no-manager')
  const [last] = await listVersions(tx, deployment.rowId)
  if (last?.version === shown + 1 && last.recordedBy === tx.acting.actorId && isSame(last, facts)) return ok(null)
  const id = await insertTerms(tx, deployment.rowId, shown, facts)
  if (id === undefined) return refused('stale')
  await record(tx, {
    action: 'deployment.terms-agreed',
    target: deployment.rowId,
    payload: { account: deployment.accountId, version: shown + 1 },
  })
  return ok(null)
}

/** Tells whoever manages deployments, but the adviser it is about, that what was agreed is to be looked at again. Each version once. */
export async function chaseTerms(worker: Tx): Promise<number> {
  const due = await takeDue(worker, worker.acting.today)
  if (due.length === 0) return 0
  const keepers = new Set((await listColleaguesWho(worker, 'deployment.manage')).map(c => c.accountId))
  for (const one of due) {
    for (const accountId of keepers)
      if (accountId !== one.accountId)
        await sendNotice(worker, { accountId, kind: 'deployment.terms-due', targetId: one.deploymentId })
    await record(worker, { action: 'deployment.terms-due', target: one.deploymentId })
  }
  return due.length
}
