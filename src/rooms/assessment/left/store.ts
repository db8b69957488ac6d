import { query, type Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'

/** A draft is left, with why. Returns 0 when it is none any more. */
export async function updateLeft(tx: Tx, id: RowId, by: AccountId, why: string): Promise<number> {
  const rows = await query(
    tx,
    `update assessment set state = 'left', left_on = $3, left_by = $4, left_why = $5
     where partnership_id = $1 and id = $2 and state = 'draft' returning 1`,
    [tx.acting.partnershipId, id, tx.acting.today, by, why],
  )
  return rows.length
}

/** One that was left is a draft again. Returns 0 when it was not left. */
export async function updateTakenUp(tx: Tx, id: RowId): Promise<number> {
  const rows = await query(
    tx,
    `update assessment set state = 'draft', left_on = null, left_by = null, left_why = ''
     where partnership_id = $1 and id = $2 and state = 'left' returning 1`,
    [tx.acting.partnershipId, id],
  )
  return rows.length
}

/** Who wrote in an assessment, whatever of it, each with the classes of what they wrote. As the house. */
export function listWriters(
  worker: Tx,
  id: RowId,
): Promise<{ readonly accountId: AccountId; readonly classBit: number; readonly alsoBit: number | null }[]> {
  return query(
    worker,
    `select distinct r.recorded_by as "accountId", r.class as "classBit", r.also_class as "alsoBit" from assessment_rating r
     where r.partnership_id = $1 and r.assessment_id = $2 and r.replaced_at is null and r.sealed_at is null and r.recorded_by is not null`,
    [worker.acting.partnershipId, id],
  )
}

/** Agreed so long ago that whoever may see a signal should have answered it, and not looked at since. As the house, by the clock. */
export function listToLookAt(
  worker: Tx,
  until: Day,
  most: number,
): Promise<{ readonly rowId: RowId; readonly personId: PersonId; readonly startedOn: Day }[]> {
  return query(
    worker,
    `select a.id as "rowId", a.person_id as "personId", a.started_on as "startedOn" from assessment a
       join person p on p.partnership_id = a.partnership_id and p.id = a.person_id and p.state = 'active' and p.died_on is null
     where a.partnership_id = $1 and a.state = 'agreed' and a.signals_looked_at is null and a.agreed_on <= $2 and a.sealed_at is null
     order by a.agreed_on, a.id limit $3`,
    [worker.acting.partnershipId, until, most],
  )
}

/** Notes that its signals were looked at. As the house. */
export async function updateLookedAt(worker: Tx, id: RowId): Promise<void> {
  await query(worker, `update assessment set signals_looked_at = $3 where partnership_id = $1 and id = $2`, [
    ...[worker.acting.partnershipId, id, worker.acting.at],
  ])
}
