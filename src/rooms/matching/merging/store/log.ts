/** The way back: which rows were on either record, and what of each a merge changed. Runs as the house. */
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#ground/database/tx.ts'
import type { RowId } from '#ground/ids.ts'
import type { Pair } from '../merge.ts'
import { MOVED } from '../tables.ts'

/** One row as it is, by its table and the rest of its key. */
export type LoggedRow = {
  readonly table: string
  readonly key: Readonly<Record<string, unknown>>
  readonly wasOn: string | null
  readonly row: Readonly<Record<string, unknown>>
  readonly fingerprint: string
}

/** Every row that names either of two people, of every table a merge may change. */
export async function readRows(tx: Tx, pair: Pair): Promise<LoggedRow[]> {
  const both = sql`(${pair.keep}::uuid, ${pair.join}::uuid)`
  const tables = [
    ...MOVED.map(t => select(tx, t.name, t.key, sql`t.person_id`, sql`t.person_id in ${both}`)),
    select(tx, 'access_member', ['id'], sql`t.person_id`, sql`t.person_id in ${both}`),
    select(tx, 'access_grant', ['id'], sql`t.person_id`, sql`t.person_id in ${both}`),
    select(tx, 'person', ['id'], sql`t.id`, sql`t.id in ${both}`),
    select(
      tx,
      'intake_question',
      ['id'],
      sql`null::uuid`,
      sql`(t.person_ids && array[${pair.keep}::uuid, ${pair.join}::uuid] or t.answer_person_id in ${both})`,
    ),
  ]
  const rows: LoggedRow[] = []
  for (const one of tables) rows.push(...(await sql<LoggedRow>`${one}`.execute(tx.db)).rows)
  return rows
}

/** A column that is added later and empty changes no fingerprint. */
function select(
  tx: Tx,
  table: string,
  key: readonly string[],
  wasOn: RawBuilder<unknown>,
  where: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const columns = sql.join(key.flatMap(k => [sql.lit(k), sql`t.${sql.id(k)}`]))
  return sql`select ${sql.lit(table)} as table, jsonb_build_object(${columns}) as key, ${wasOn} as "wasOn", to_jsonb(t) as row,
    md5(jsonb_strip_nulls(to_jsonb(t))::text) as fingerprint
    from ${sql.table(table)} t where t.partnership_id = ${tx.acting.partnershipId} and ${where}`
}

/** Tells rows apart: the same text for the same row. */
export function nameOf(row: Pick<LoggedRow, 'table' | 'key'>): string {
  return `${row.table} ${JSON.stringify(Object.entries(row.key).toSorted(([a], [b]) => (a < b ? -1 : 1)))}`
}

/** Writes down what changed between two readings: of each row the columns that did, as they were and as they are. */
export async function writeLog(
  tx: Tx,
  mergeId: RowId,
  was: readonly LoggedRow[],
  is: readonly LoggedRow[],
): Promise<void> {
  const now = new Map(is.map(row => [nameOf(row), row]))
  const lines = was.map(row => {
    const after = now.get(nameOf(row))
    if (!after) throw new Error(`a row of ${row.table} was lost in a merge`)
    const changed = Object.keys(row.row).filter(
      column => JSON.stringify(row.row[column]) !== JSON.stringify(after.row[column]),
    )
    const pick = (from: LoggedRow) =>
      changed.length === 0 ? null : Object.fromEntries(changed.map(column => [column, from.row[column]]))
    return {
      table_name: row.table,
      row_key: row.key,
      was_on: row.wasOn,
      before: pick(row),
      after: pick(after),
      fingerprint: after.fingerprint,
    }
  })
  await sql`
    insert into person_merge_row (partnership_id, merge_id, table_name, row_key, was_on, before, after, fingerprint)
    select ${tx.acting.partnershipId}, ${mergeId}, l.table_name, l.row_key, l.was_on, nullif(l.before, 'null'), nullif(l.after, 'null'), l.fingerprint
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) l (table_name text, row_key jsonb, was_on uuid, before jsonb, after jsonb, fingerprint text)`.execute(
    tx.db,
  )
}

/** One line of the way back. */
export type LogLine = {
  readonly table: string
  readonly key: Readonly<Record<string, unknown>>
  readonly wasOn: string | null
  readonly before: Readonly<Record<string, unknown>> | null
  readonly fingerprint: string
}

export async function readLog(tx: Tx, mergeId: RowId): Promise<LogLine[]> {
  const found = await sql<LogLine>`
    select table_name as table, row_key as key, was_on as "wasOn", before, fingerprint from person_merge_row
    where partnership_id = ${tx.acting.partnershipId} and merge_id = ${mergeId}`.execute(tx.db)
  return found.rows
}
