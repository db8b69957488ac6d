import { query, type Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import type { RowId } from '#ground/ids.ts'
import type { Asked } from './rules.ts'

/**
 * Agreements under which something may be referred to the own service, with how many were sent in a span: those in force, and those
 * ended under which something was. As the house, for counts that name nobody: of restricted records nothing is among them (K4), nor what
 * was filed on somebody else (K9), taken back before anybody answered, or about somebody who has died.
 */
export function listAsked(worker: Tx, span: { readonly from: Day; readonly to: Day }): Promise<Asked[]> {
  return query<Asked>(
    worker,
    `select p.id as "protocolId", p.from_id as "fromId", p.purpose, p.not_task as "notTask",
       (select count(*)::int from referral r where r.partnership_id = p.partnership_id and r.protocol_id = p.id and r.sent_on between $2 and $3
          and r.sealed_at is null
          and exists (select 1 from person e where e.partnership_id = r.partnership_id and e.id = r.person_id and e.died_on is null)
          and not (r.state = 'withdrawn' and not exists (select 1 from referral_step a
            where a.partnership_id = r.partnership_id and a.referral_id = r.id and a.step in ('accept', 'decline')))
          and not exists (select 1 from access_barrier b where b.partnership_id = r.partnership_id and b.person_id = r.person_id
            and b.kind = 'restricted' and b.started_at <= $4 and (b.ended_at is null or b.ended_at > $4))) as count
     from referral_protocol p
     join organisation o on o.partnership_id = p.partnership_id and o.id = p.to_id and o.kind = 'partnership-service'
     join organisation f on f.partnership_id = p.partnership_id and f.id = p.from_id
     where p.partnership_id = $1 and p.started_on <= $3 and (p.ended_on is null or p.ended_on >= $2)
     order by f.sort_key, p.purpose, p.id`,
    [worker.acting.partnershipId, span.from, span.to, worker.acting.at],
  )
}

/** Why it is no adviser's task; empty where it is one, and undefined where it is no agreement with the own service in force. */
export async function findNotTask(tx: Tx, id: RowId): Promise<string | undefined> {
  const [row] = await query<{ why: string }>(
    tx,
    `select p.not_task as why from referral_protocol p
     join organisation o on o.partnership_id = p.partnership_id and o.id = p.to_id and o.kind = 'partnership-service'
     where p.partnership_id = $1 and p.id = $2 and p.ended_on is null`,
    [tx.acting.partnershipId, id],
  )
  return row?.why
}

/** Returns 0 where somebody changed the agreement in between. */
export async function updateNotTask(tx: Tx, id: RowId, version: number, why: string): Promise<number> {
  const rows = await query(
    tx,
    `update referral_protocol set not_task = $4, version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 and ended_on is null returning 1`,
    [tx.acting.partnershipId, id, version, why],
  )
  return rows.length
}
