import { sql } from 'kysely'
import type { Tx } from '#ground/database/tx.ts'
import { newId, type PersonId, type RowId } from '#ground/ids.ts'
import type { Choices, Merge, Pair, Warning } from '../merge.ts'

const MERGE = sql`m.id, m.person_id as "personId", m.origin_person_id as "keptId", m.gone_person_id as "goneId", m.reason, m.despite, m.warnings,
  m.merged_at as "mergedAt", m.merged_by as "mergedBy", m.undone_at as "undoneAt"`

export async function insertMerge(
  tx: Tx,
  pair: Pair,
  why: { reason: string; despite: string; warnings: readonly Warning[]; choices: Choices },
): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  const by = tx.acting.actorKind === 'account' ? tx.acting.actorId : null
  await sql`
    insert into person_merge (partnership_id, id, person_id, origin_person_id, gone_person_id, reason, despite, warnings, choices, merged_at, merged_by)
    values (${tx.acting.partnershipId}, ${id}, ${pair.keep}, ${pair.keep}, ${pair.join}, ${why.reason}, ${why.despite}, ${[...why.warnings]}::text[],
      ${JSON.stringify(why.choices)}::jsonb, ${tx.acting.at}, ${by})`.execute(tx.db)
  return id
}

/** One merge, where the record it is about may be known. */
export async function findMerge(tx: Tx, id: RowId): Promise<Merge | undefined> {
  const found = await sql<Merge>`
    select ${MERGE} from person_merge m where m.partnership_id = ${tx.acting.partnershipId} and m.id = ${id}`.execute(
    tx.db,
  )
  return found.rows[0]
}

/** Merges a record is made of, the newest first: its own, and those of records that came with one. */
export async function listMerges(tx: Tx, personId: PersonId): Promise<Merge[]> {
  const found = await sql<Merge>`
    select ${MERGE} from person_merge m where m.partnership_id = ${tx.acting.partnershipId} and m.person_id = ${personId} and m.undone_at is null
    order by m.merged_at desc, m.id desc`.execute(tx.db)
  return found.rows
}

/** Holds a merge till the transaction ends; two who take it apart come one after the other. */
export async function lockMerge(tx: Tx, id: RowId): Promise<Merge | undefined> {
  const found = await sql<Merge>`
    select ${MERGE} from person_merge m where m.partnership_id = ${tx.acting.partnershipId} and m.id = ${id} for update`.execute(
    tx.db,
  )
  return found.rows[0]
}

/** The merge that has to be taken apart before another: a later one of the same record, or of the one it went into. */
export async function findNewer(tx: Tx, merge: Merge): Promise<Merge | undefined> {
  const found = await sql<Merge>`
    select ${MERGE} from person_merge m where m.partnership_id = ${tx.acting.partnershipId} and m.undone_at is null and m.id <> ${merge.id}
      and (m.merged_at, m.id) > (${merge.mergedAt}::timestamptz, ${merge.id}::uuid)
      and m.person_id = ${merge.personId}
    order by m.merged_at desc, m.id desc limit 1`.execute(tx.db)
  return found.rows[0]
}

export async function updateUndone(tx: Tx, id: RowId, reason: string): Promise<number> {
  const by = tx.acting.actorKind === 'account' ? tx.acting.actorId : null
  const updated = await sql`
    update person_merge set undone_at = ${tx.acting.at}, undone_by = ${by}, undo_reason = ${reason}
    where partnership_id = ${tx.acting.partnershipId} and id = ${id} and undone_at is null`.execute(tx.db)
  return Number(updated.numAffectedRows ?? 0)
}

/** The records that stand joined to one, also by way of another. */
export async function listGone(tx: Tx, personId: PersonId): Promise<PersonId[]> {
  const found = await sql<{ id: PersonId }>`
    select m.gone_person_id as id from person_merge m
    where m.partnership_id = ${tx.acting.partnershipId} and m.person_id = ${personId} and m.undone_at is null order by m.id`.execute(
    tx.db,
  )
  return found.rows.map(row => row.id)
}

/** The newest merge since a list was applied of a record that list names or brought: asked as the house. */
export async function findMergeOfRun(tx: Tx, runId: RowId): Promise<RowId | undefined> {
  const found = await sql<{ id: RowId }>`
    with named as (
      select unnest(array[i.person_id, i.origin_person_id]) as id from intake_row i
      where i.partnership_id = ${tx.acting.partnershipId} and i.run_id = ${runId} and i.person_id is not null
      union select unnest(row_ids) from intake_effect
      where partnership_id = ${tx.acting.partnershipId} and run_id = ${runId} and kind = 'added' and table_name = 'person'
    )
    select m.id from person_merge m join intake_run r on r.partnership_id = m.partnership_id and r.id = ${runId}
    where m.partnership_id = ${tx.acting.partnershipId} and m.undone_at is null and (r.applied_at is null or m.merged_at >= r.applied_at)
      and (m.origin_person_id in (select id from named) or m.gone_person_id in (select id from named) or m.person_id in (select id from named))
    order by m.merged_at desc, m.id desc limit 1`.execute(tx.db)
  return found.rows[0]?.id
}

/** True while a list that names either of two records is going in or being taken back: its work and a merge keep apart. */
export async function isListUnderWay(tx: Tx, pair: Pair): Promise<boolean> {
  const found = await sql`
    select 1 from intake_row i join intake_run r on r.partnership_id = i.partnership_id and r.id = i.run_id
    where i.partnership_id = ${tx.acting.partnershipId} and i.person_id in (${pair.keep}, ${pair.join}) and r.state in ('applying', 'stopping', 'undoing') limit 1`.execute(
    tx.db,
  )
  return found.rows.length > 0
}

/** Of some records those that went into another, with the one that stays; also by way of a third. */
export async function listStaying(tx: Tx, ids: readonly PersonId[]): Promise<ReadonlyMap<PersonId, PersonId>> {
  const found = await sql<{ gone: PersonId; stays: PersonId }>`
    select m.gone_person_id as gone, m.person_id as stays from person_merge m
    where m.partnership_id = ${tx.acting.partnershipId} and m.gone_person_id = any(${[...ids]}::uuid[]) and m.undone_at is null`.execute(
    tx.db,
  )
  return new Map(found.rows.map(row => [row.gone, row.stays]))
}
