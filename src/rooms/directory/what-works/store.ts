import { query, type Tx } from '#ground/database/tx.ts'
import { type AccountId, newId, type RowId } from '#ground/ids.ts'
import type { Practice, PracticeFacts } from './practice.ts'

const COLUMNS = `g.id as "rowId", g.title, g.what, g.fits, g.needs, g.written_by as "writtenBy", g.written_on as "writtenOn", g.checked_on as "checkedOn",
  g.over_on as "overOn", g.version`

/** What works here, by title. */
export function listPractices(tx: Tx): Promise<Practice[]> {
  return query<Practice>(
    tx,
    `select ${COLUMNS} from good_practice g where g.partnership_id = $1 and g.over_on is null order by lower(g.title), g.id limit 1000`,
    [tx.acting.partnershipId],
  )
}

export async function findPractice(tx: Tx, id: RowId): Promise<Practice | undefined> {
  const [row] = await query<Practice>(
    tx,
    `select ${COLUMNS} from good_practice g where g.partnership_id = $1 and g.id = $2`,
    [tx.acting.partnershipId, id],
  )
  return row
}

export async function insertPractice(tx: Tx, by: AccountId, facts: PracticeFacts): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await query(
    tx,
    `insert into good_practice (partnership_id, id, title, what, fits, needs, written_by, written_on, checked_on, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9, $10)`,
    [
      ...[tx.acting.partnershipId, id, facts.title, facts.what, facts.fits, [...facts.needs], by, tx.acting.today],
      ...[tx.acting.at, tx.acting.actorId],
    ],
  )
  return id
}

/** Changes one from the version it was seen in: whoever saves it has looked at all of it. Returns 0 when it was changed or put away meanwhile. */
export async function updatePractice(
  tx: Tx,
  before: Pick<Practice, 'rowId' | 'version'>,
  facts: PracticeFacts,
): Promise<number> {
  const rows = await query(
    tx,
    `update good_practice set title = $4, what = $5, fits = $6, needs = $7, checked_on = $8, version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 and over_on is null returning 1`,
    [
      ...[tx.acting.partnershipId, before.rowId, before.version, facts.title, facts.what, facts.fits],
      ...[[...facts.needs], tx.acting.today],
    ],
  )
  return rows.length
}

/** It is put away. Returns 0 when it was before. */
export async function updateOver(tx: Tx, id: RowId): Promise<number> {
  const rows = await query(
    tx,
    `update good_practice set over_on = $3, version = version + 1 where partnership_id = $1 and id = $2 and over_on is null returning 1`,
    [tx.acting.partnershipId, id, tx.acting.today],
  )
  return rows.length
}
