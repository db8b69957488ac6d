import { sql } from 'kysely'
import type { Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { newId, type PersonId, type RowId } from '#ground/ids.ts'
import type { Characteristic, NewCharacteristic, Source } from '../person.ts'
import { RECORDED, type RecordedRow, recordedFrom, replaceRows, saidBy } from './recorded.ts'

type CharacteristicRow = RecordedRow & { code: string; started_on: Day; finished_on: Day | null }

/** A person's characteristics, now and before, as far as the caller may see: what their class hides is simply not there. */
export async function listCharacteristics(tx: Tx, personId: PersonId): Promise<Characteristic[]> {
  const found = await sql<CharacteristicRow>`
    select ${RECORDED}, code, started_on, finished_on from person_characteristic
    where partnership_id = ${tx.acting.partnershipId} and person_id = ${personId}
    order by replaced_at desc nulls first, finished_on desc nulls first, started_on desc, id`.execute(tx.db)
  return found.rows.map(row => ({
    ...recordedFrom(row),
    code: row.code,
    startedOn: row.started_on,
    finishedOn: row.finished_on,
  }))
}

export async function insertCharacteristic(
  tx: Tx,
  personId: PersonId,
  one: NewCharacteristic & { readonly classBit: number },
  source: Source,
): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await sql`
    insert into person_characteristic (partnership_id, id, person_id, origin_person_id, class, code, started_on, finished_on,
      source_kind, source_organisation_id, said_on, recorded_at, recorded_by)
    values (${tx.acting.partnershipId}, ${id}, ${personId}, ${personId}, ${one.classBit}, ${one.code}, ${one.startedOn}, ${one.finishedOn},
      ${saidBy(tx, source)})`.execute(tx.db)
  return id
}

/** Takes one row out of use for a newer one. Returns 0 when it was before. */
export function replaceCharacteristic(tx: Tx, personId: PersonId, id: RowId): Promise<number> {
  return replaceRows(tx, 'person_characteristic', personId, sql`id = ${id}`)
}
