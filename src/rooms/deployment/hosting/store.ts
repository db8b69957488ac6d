import { query, type Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { type AccountId, newId, type RowId } from '#ground/ids.ts'
import type { HostTerms, TermsFacts } from './terms.ts'

const COLUMNS = `t.id as "rowId", t.deployment_id as "deploymentId", t.version, t.base, t.phone, t.directs, t.manager_id as "managerId", t.may_tell as "mayTell",
  t.may_not_tell as "mayNotTell", t.hours, t.notice, t.inducted_on as "inductedOn", t.agreed_on as "agreedOn", t.agreed_with as "agreedWith",
  t.look_on as "lookOn", t.recorded_by as "recordedBy"`

/** Every version of what was agreed for a deployment, the newest first. */
export function listVersions(tx: Tx, deploymentId: RowId): Promise<HostTerms[]> {
  return query<HostTerms>(
    tx,
    `select ${COLUMNS} from host_terms t where t.partnership_id = $1 and t.deployment_id = $2 order by t.version desc`,
    [tx.acting.partnershipId, deploymentId],
  )
}

/** What stands for each of some deployments. */
export function listTerms(tx: Tx, deploymentIds: readonly RowId[]): Promise<HostTerms[]> {
  return query<HostTerms>(
    tx,
    `select distinct on (t.deployment_id) ${COLUMNS} from host_terms t
     where t.partnership_id = $1 and t.deployment_id = any($2::uuid[]) order by t.deployment_id, t.version desc`,
    [tx.acting.partnershipId, [...deploymentIds]],
  )
}

/** Adds the version after the one that was shown. Returns nothing when somebody wrote one meanwhile. */
export async function insertTerms(
  tx: Tx,
  deploymentId: RowId,
  shown: number,
  facts: TermsFacts,
): Promise<RowId | undefined> {
  const id = newId<'row'>(tx.acting.at)
  const rows = await query(
    tx,
    `insert into host_terms (partnership_id, id, deployment_id, version, base, phone, directs, manager_id, may_tell, may_not_tell, hours, notice, inducted_on,
       agreed_on, agreed_with, look_on, recorded_at, recorded_by)
     select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18
     where $4 - 1 = (select coalesce(max(t.version), 0) from host_terms t where t.partnership_id = $1 and t.deployment_id = $3)
     on conflict do nothing returning 1`,
    [
      ...[tx.acting.partnershipId, id, deploymentId, shown + 1, facts.base, facts.phone, facts.directs],
      ...[facts.managerId, facts.mayTell, facts.mayNotTell, facts.hours, facts.notice, facts.inductedOn],
      ...[facts.agreedOn, facts.agreedWith, facts.lookOn, tx.acting.at, tx.acting.actorId],
    ],
  )
  return rows.length === 0 ? undefined : id
}

/** Takes what stands for deployments that go on and was to be looked at again before a day, each once. */
export function takeDue(
  worker: Tx,
  today: Day,
): Promise<{ rowId: RowId; deploymentId: RowId; accountId: AccountId }[]> {
  return query(
    worker,
    `update host_terms t set told_at = $3 from deployment d
     where t.partnership_id = $1 and d.partnership_id = $1 and d.id = t.deployment_id and t.look_on < $2 and t.told_at is null
       and (d.finished_on is null or d.finished_on > $2)
       and not exists (select 1 from host_terms n where n.partnership_id = $1 and n.deployment_id = t.deployment_id and n.version > t.version)
     returning t.id as "rowId", t.deployment_id as "deploymentId", d.account_id as "accountId"`,
    [worker.acting.partnershipId, today, worker.acting.at],
  )
}
