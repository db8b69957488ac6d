/** What rows on their way say of characteristics that those who bring lists in do not see: all of it asked as the house. */
import { sql } from 'kysely'
import type { Tx } from '#ground/database/tx.ts'
import type { RowId } from '#ground/ids.ts'
import { CLASS_BITS } from '#rooms/access/index.ts'
import { characteristicClass } from '#rooms/people/index.ts'
import type { Said } from '../reading/read-row.ts'

/** Puts away what rows say; each row is there already. */
export async function insertHeld(
  tx: Tx,
  runId: RowId,
  rows: readonly { readonly row: number; readonly said: Said }[],
): Promise<void> {
  const shaped = rows.flatMap(r =>
    Object.entries(r.said).map(([code, said]) => ({
      row_number: r.row,
      code,
      class: CLASS_BITS[characteristicClass(code) ?? 'restricted'],
      said,
    })),
  )
  if (shaped.length === 0) return
  await sql`
    insert into intake_held (partnership_id, run_id, row_number, code, class, said)
    select ${tx.acting.partnershipId}, ${runId}, r.row_number, r.code, r.class, r.said
    from jsonb_to_recordset(${JSON.stringify(shaped)}::jsonb) r (row_number integer, code text, class integer, said boolean)
    on conflict do nothing`.execute(tx.db)
}

/** What rows say, by their number; of a row that was applied, nothing any more. */
export async function findHeld(tx: Tx, runId: RowId, rows: readonly number[]): Promise<ReadonlyMap<number, Said>> {
  if (rows.length === 0) return new Map()
  const found = await sql<{ row: number; said: Said }>`
    select row_number as row, jsonb_object_agg(code, said) as said from intake_held
    where partnership_id = ${tx.acting.partnershipId} and run_id = ${runId} and row_number = any(${[...rows]}::int[]) and said is not null
    group by row_number`.execute(tx.db)
  return new Map(found.rows.map(r => [r.row, r.said]))
}

/** Forgets what rows said once it is on the records; that they said something stays, for the count. */
export async function forgetHeld(tx: Tx, runId: RowId, rows: readonly number[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    update intake_held set said = null
    where partnership_id = ${tx.acting.partnershipId} and run_id = ${runId} and row_number = any(${[...rows]}::int[])`.execute(
    tx.db,
  )
}

/** How many rows of a run say anything, yes or no, of each characteristic that is held back. */
export async function countHeld(tx: Tx, runId: RowId): Promise<{ code: string; count: number }[]> {
  const found = await sql<{ code: string; count: number }>`
    select code, count(*)::int as count from intake_held
    where partnership_id = ${tx.acting.partnershipId} and run_id = ${runId} group by code order by code`.execute(tx.db)
  return found.rows
}
