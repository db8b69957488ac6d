/** What every history table of this room shares: who said it, when it was written down, and whether it was replaced. */
import { type RawBuilder, sql } from 'kysely'
import type { Instant } from '#ground/clock.ts'
import type { Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import type { OrganisationId, PersonId, RowId } from '#ground/ids.ts'
import type { Recorded, Source, SourceKind } from '../person.ts'

export type RecordedRow = {
  id: RowId
  source_kind: SourceKind
  source_organisation_id: OrganisationId | null
  said_on: Day
  recorded_at: Instant
  recorded_by: string | null
  replaced_at: Instant | null
}

export const RECORDED: RawBuilder<unknown> = sql`id, source_kind, source_organisation_id, said_on, recorded_at, recorded_by, replaced_at`

export function recordedFrom(row: RecordedRow): Recorded {
  return {
    rowId: row.id,
    source: { kind: row.source_kind, organisationId: row.source_organisation_id, saidOn: row.said_on },
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
    replacedAt: row.replaced_at,
  }
}

/** The values of source_kind, source_organisation_id, said_on, recorded_at, recorded_by. */
export function saidBy(tx: Tx, source: Source): RawBuilder<unknown> {
  return sql`${source.kind}, ${source.organisationId}, ${source.saidOn}, ${tx.acting.at}, ${tx.acting.actorId}`
}

/** Marks the current rows of a person in one table as replaced, narrowed by a condition. Returns how many there were. */
export async function replaceRows(
  tx: Tx,
  table: string,
  personId: PersonId,
  narrowed: RawBuilder<unknown> = sql`true`,
): Promise<number> {
  const replaced = await sql`
    update ${sql.table(table)} set replaced_at = ${tx.acting.at}, replaced_by = ${tx.acting.actorId}
    where partnership_id = ${tx.acting.partnershipId} and person_id = ${personId} and replaced_at is null and ${narrowed}`.execute(
    tx.db,
  )
  return Number(replaced.numAffectedRows ?? 0)
}
