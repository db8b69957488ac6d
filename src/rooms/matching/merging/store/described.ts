/** Rows in a few words, for asking where they belong: only those whoever asks may see. */
import { sql } from 'kysely'
import type { Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'

/** A row as it is asked about: which kind of thing, the code or field that tells more, what it says, and of which day. */
export type Described = { readonly table: string; readonly field: string; readonly value: string; readonly on: Day }

/** What of a row is told, by table: a field or code, what it says, and its day. */
const TOLD: Readonly<Record<string, string>> = {
  person_name: `kind as field, concat_ws(' ', given, nullif(middle, ''), family) as value, said_on as on`,
  person_detail: `field, value, said_on as on`,
  person_address: `'' as field, concat_ws(', ', nullif(line1, ''), nullif(line2, ''), nullif(town, ''), nullif(postcode, '')) as value, said_on as on`,
  person_contact_detail: `kind as field, value, said_on as on`,
  person_safe_contact: `'' as field, rule as value, said_on as on`,
  person_adult: `relationship as field, name as value, said_on as on`,
  // A number is told by its last three signs (K7).
  person_identifier: `kind as field, '…' || right(value, 3) as value, said_on as on`,
  person_characteristic: `code as field, '' as value, said_on as on`,
  enrolment: `'' as field, (select o.name from organisation o where o.partnership_id = t.partnership_id and o.id = t.organisation_id) as value, started_on as on`,
  person_alert: `kind as field, first_words as value, started_on as on`,
  activity_spell: `code as field, '' as value, started_on as on`,
  contact: `kind as field, purpose as value, happened_on as on`,
  appointment: `kind as field, at_time as value, on_day as on`,
}

/** The rows asked for, by `table.id`; one that may not be seen is not there. */
export async function describeRows(
  tx: Tx,
  rows: readonly { readonly table: string; readonly id: string }[],
): Promise<ReadonlyMap<string, Described>> {
  const said = new Map<string, Described>()
  for (const [table, told] of Object.entries(TOLD)) {
    const ids = rows.filter(r => r.table === table).map(r => r.id)
    if (ids.length === 0) continue
    const found = await sql<Omit<Described, 'table'> & { id: string }>`
      select t.id, ${sql.raw(told)} from ${sql.table(table)} t where t.partnership_id = ${tx.acting.partnershipId} and t.id = any(${ids}::uuid[])`.execute(
      tx.db,
    )
    for (const { id, field, value, on } of found.rows) said.set(`${table}.${id}`, { table, field, value, on })
  }
  return said
}
