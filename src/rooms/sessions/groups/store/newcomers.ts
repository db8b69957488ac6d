import { query, type Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import type { AccountId, RowId } from '#ground/ids.ts'
import type { Newcomer } from '../group.ts'

const COLUMNS = `n.id as "rowId", n.session_id as "sessionId", n.called, n.wanted, n.ends_on as "endsOn"`

/** Writes somebody down under an id the form brought along. Returns how many: none when that id is taken. */
export async function insertNewcomer(tx: Tx, by: AccountId, said: Newcomer): Promise<number> {
  const rows = await query(
    tx,
    `insert into group_newcomer (partnership_id, id, session_id, called, wanted, ends_on, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning 1`,
    [...[tx.acting.partnershipId, said.rowId, said.sessionId, said.called, said.wanted, said.endsOn, tx.acting.at], by],
  )
  return rows.length
}

/** Somebody who is not on record, for whoever wrote it or ran the session; nobody once the days are over, be it that the clock comes later. */
export async function findNewcomer(tx: Tx, id: RowId): Promise<Newcomer | undefined> {
  const [row] = await query<Newcomer>(
    tx,
    `select ${COLUMNS} from group_newcomer n where n.partnership_id = $1 and n.id = $2 and n.ends_on > $3`,
    [tx.acting.partnershipId, id, tx.acting.today],
  )
  return row
}

export function listNewcomers(tx: Tx, sessionId: RowId): Promise<Newcomer[]> {
  return query<Newcomer>(
    tx,
    `select ${COLUMNS} from group_newcomer n where n.partnership_id = $1 and n.session_id = $2 and n.ends_on > $3 order by n.id`,
    [tx.acting.partnershipId, sessionId, tx.acting.today],
  )
}

/** Everybody the caller may read of, those that go first above. */
export function listOwnNewcomers(tx: Tx): Promise<(Newcomer & { title: string; happenedOn: Day })[]> {
  return query(
    tx,
    `select ${COLUMNS}, g.title, g.happened_on as "happenedOn" from group_newcomer n
     join group_session g on g.partnership_id = n.partnership_id and g.id = n.session_id
     where n.partnership_id = $1 and n.ends_on > $2 order by n.ends_on, n.id limit 200`,
    [tx.acting.partnershipId, tx.acting.today],
  )
}

/** Deletes one. As the house. Returns how many: none when it was before. */
export async function deleteNewcomer(worker: Tx, id: RowId): Promise<number> {
  const rows = await query(worker, `delete from group_newcomer where partnership_id = $1 and id = $2 returning 1`, [
    worker.acting.partnershipId,
    id,
  ])
  return rows.length
}

/** Deletes those whose days are over. As the house, by the clock. Returns their ids. */
export async function deleteEnded(worker: Tx): Promise<RowId[]> {
  const rows = await query<{ id: RowId }>(
    worker,
    `delete from group_newcomer where partnership_id = $1 and ends_on <= $2 returning id`,
    [worker.acting.partnershipId, worker.acting.today],
  )
  return rows.map(row => row.id)
}
