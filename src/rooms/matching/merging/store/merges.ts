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
    select ${MERGE} from person_merge m where m.partnership_id = ${tx.acting.partnershipId} and m.id = ${id}`.execute(tx.db)
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
