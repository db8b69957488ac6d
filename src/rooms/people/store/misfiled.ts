/** What can be filed on the wrong young person, by its kind: found with the asker's own rights, sealed as the house (K9). */
import { sql } from 'kysely'
import type { Instant } from '#ground/clock.ts'
import type { Tx } from '#ground/database/tx.ts'
import type { OrganisationId, PersonId, RowId } from '#ground/ids.ts'
import { classesOn } from '#rooms/access/index.ts'
import { characteristicLabel } from '../characteristics.ts'
import type { FiledHere, FiledRow } from '../person.ts'
import { endsAlert } from '../rules.ts'

type Table = {
  readonly table: string
  /** The class of its rows, where every row has the same. */
  readonly bit: number | null
  readonly by: 'recorded_by' | 'made_by'
  /** What its row says in a line, as SQL over its own columns. */
  readonly said: string
  /** Rows of which there are newer ones are history; an alert ends, and so does a place of learning, which lasts a day at least. */
  readonly ends: 'replaced' | 'finished' | 'left'
}

const TABLES: Readonly<Record<FiledHere, Table>> = {
  alert: { table: 'person_alert', bit: null, by: 'made_by', said: 'first_words', ends: 'finished' },
  adult: {
    table: 'person_adult',
    bit: 2048,
    by: 'recorded_by',
    said: `name || ', ' || relationship`,
    ends: 'replaced',
  },
  'contact-detail': { table: 'person_contact_detail', bit: null, by: 'recorded_by', said: 'value', ends: 'replaced' },
  identifier: {
    table: 'person_identifier',
    bit: 131_072,
    by: 'recorded_by',
    // A UPN is shown by its last three signs only (K7).
    said: `case kind when 'former-upn' then 'Former UPN' else upper(kind) end || ' ' || case when kind in ('upn', 'former-upn') then repeat('•', 10) || right(value, 3) else value end`,
    ends: 'replaced',
  },
  address: {
    table: 'person_address',
    bit: null,
    by: 'recorded_by',
    said: `concat_ws(', ', nullif(line1, ''), nullif(line2, ''), nullif(town, ''), postcode)`,
    ends: 'replaced',
  },
  characteristic: { table: 'person_characteristic', bit: null, by: 'recorded_by', said: 'code', ends: 'replaced' },
  place: {
    table: 'enrolment',
    bit: null,
    by: 'recorded_by',
    said: `concat_ws(', ', (select o.name from organisation o where o.partnership_id = enrolment.partnership_id and o.id = enrolment.organisation_id),
      nullif(course, ''))`,
    ends: 'left',
  },
}

/**
 * A row the asker may see, with its class and who filed it. An alert that a concern raised is there for safeguarding alone:
 * taking it off would end it.
 */
export async function findFiled(
  tx: Tx,
  what: FiledHere,
  personId: PersonId,
  rowId: RowId,
): Promise<FiledRow | undefined> {
  const { table, bit, by, said } = TABLES[what]
  const found = await sql<{ said: string; bit: number; filed_by: string | null; filed_at: Instant }>`
    select ${sql.raw(said)} as said, ${bit === null ? sql.raw('class') : sql`${bit}::int`} as bit, ${sql.id(by)} as filed_by, recorded_at as filed_at
    from ${sql.table(table)} where partnership_id = ${tx.acting.partnershipId} and person_id = ${personId} and id = ${rowId}`.execute(
    tx.db,
  )
  const row = found.rows[0]
  if (row && what === 'alert' && !(await mayEndAlert(tx, personId, rowId))) return undefined
  // A code is told by its label.
  return (
    row && {
      rowId,
      said: what === 'characteristic' ? characteristicLabel(row.said) : row.said,
      classBit: row.bit,
      filedBy: row.filed_by,
      filedAt: row.filed_at,
    }
  )
}

/** Seals a row: from now on the program sees it nowhere. Asked as the house. Returns how many: one, or none when it was before. */
export async function sealFiled(tx: Tx, what: FiledHere, personId: PersonId, rowId: RowId): Promise<number> {
  const { table, ends } = TABLES[what]
  const over = {
    replaced: sql`replaced_at = coalesce(replaced_at, ${tx.acting.at}), replaced_by = coalesce(replaced_by, ${tx.acting.actorId}::uuid)`,
    finished: sql`finished_on = least(finished_on, greatest(started_on, ${tx.acting.today}::date))`,
    left: sql`finished_on = least(finished_on, greatest(started_on + 1, ${tx.acting.today}::date)), version = version + 1`,
  }[ends]
  const sealed = await sql`
    update ${sql.table(table)} set sealed_at = ${tx.acting.at}, ${over}
    where partnership_id = ${tx.acting.partnershipId} and person_id = ${personId} and id = ${rowId} and sealed_at is null`.execute(
    tx.db,
  )
  return Number(sealed.numAffectedRows ?? 0)
}

/** Where a sealed place was, if the young person is there by no other row: then whatever came with being there ends too. Asked as the house. */
export async function findLeftPlace(tx: Tx, personId: PersonId, rowId: RowId): Promise<OrganisationId | undefined> {
  const found = await sql<{ id: OrganisationId }>`
    select e.organisation_id as id from enrolment e
    where e.partnership_id = ${tx.acting.partnershipId} and e.person_id = ${personId} and e.id = ${rowId} and e.sealed_at is not null
      and not exists (select 1 from enrolment o where o.partnership_id = e.partnership_id and o.person_id = e.person_id
        and o.organisation_id = e.organisation_id and o.sealed_at is null and (o.finished_on is null or o.finished_on > ${tx.acting.today}))`.execute(
    tx.db,
  )
  return found.rows[0]?.id
}

async function mayEndAlert(tx: Tx, personId: PersonId, rowId: RowId): Promise<boolean> {
  const found = await sql<{ made_from: string }>`
    select made_from from person_alert
    where partnership_id = ${tx.acting.partnershipId} and person_id = ${personId} and id = ${rowId}`.execute(tx.db)
  return endsAlert({ isFromConcern: found.rows[0]?.made_from === 'concern' }, await classesOn(tx, personId))
}
