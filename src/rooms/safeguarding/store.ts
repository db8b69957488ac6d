import { sql } from 'kysely'
import type { Tx } from '#ground/database/tx.ts'
import { type AccountId, newId, type PersonId, type RowId } from '#ground/ids.ts'
import type { Concern, Decision } from './concern.ts'

const COLUMNS = sql`id, person_id as "personId", about_name as "aboutName", what, danger_now as "dangerNow", done_so_far as "doneSoFar",
  raised_by as "raisedBy", by_link as "isByLink", by_name as "byName", raised_from as "raisedFrom", raised_at as "raisedAt", state, read_by as "readBy", read_at as "readAt", escalated_at as "escalatedAt", decision,
  decision_why as "decisionWhy", decided_by as "decidedBy", decided_at as "decidedAt", version`

export type NewConcern = Pick<
  Concern,
  'personId' | 'aboutName' | 'what' | 'dangerNow' | 'doneSoFar' | 'raisedBy' | 'isByLink' | 'byName' | 'raisedFrom'
>

export async function insertConcern(tx: Tx, c: NewConcern): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await sql`
    insert into concern (partnership_id, id, person_id, origin_person_id, about_name, what, danger_now, done_so_far, raised_by, by_link, by_name, raised_from, raised_at)
    values (${tx.acting.partnershipId}, ${id}, ${c.personId}, ${c.personId}, ${c.aboutName}, ${c.what}, ${c.dangerNow}, ${c.doneSoFar}, ${c.raisedBy}, ${c.isByLink}, ${c.byName}, ${c.raisedFrom}, ${tx.acting.at})`.execute(
    tx.db,
  )
  return id
}

/** One concern, where the caller may read it. */
export async function findConcern(tx: Tx, id: RowId): Promise<Concern | undefined> {
  const found =
    await sql<Concern>`select ${COLUMNS} from concern where partnership_id = ${tx.acting.partnershipId} and id = ${id}`.execute(
      tx.db,
    )
  return found.rows[0]
}

/** Open concerns first, the oldest of them first; then decided ones, newest first. */
export async function listConcerns(tx: Tx, most: number): Promise<Concern[]> {
  const found = await sql<Concern>`
    select ${COLUMNS} from concern where partnership_id = ${tx.acting.partnershipId}
    order by state = 'decided', case when state = 'decided' then null else raised_at end, decided_at desc nulls last limit ${most}`.execute(
    tx.db,
  )
  return found.rows
}

/** How many concerns the acting account may see that nobody has read, and how many of those were passed on for that. */
export async function countUnread(tx: Tx): Promise<{ waiting: number; late: number }> {
  const found = await sql<{ waiting: number; late: number }>`
    select count(*)::int as waiting, count(*) filter (where escalated_at is not null)::int as late from concern
    where partnership_id = ${tx.acting.partnershipId} and state = 'raised'`.execute(tx.db)
  return found.rows[0] ?? { waiting: 0, late: 0 }
}

/** Concerns nobody has read yet: asked as the house, by the clock. */
export async function listUnread(tx: Tx): Promise<Concern[]> {
  const found = await sql<Concern>`
    select ${COLUMNS} from concern where partnership_id = ${tx.acting.partnershipId} and state = 'raised' and escalated_at is null`.execute(
    tx.db,
  )
  return found.rows
}

export async function updateRead(tx: Tx, id: RowId, by: AccountId): Promise<number> {
  const read = await sql`
    update concern set state = 'read', read_by = ${by}, read_at = ${tx.acting.at}, version = version + 1
    where partnership_id = ${tx.acting.partnershipId} and id = ${id} and state = 'raised'`.execute(tx.db)
  return Number(read.numAffectedRows ?? 0)
}

export async function updateEscalated(tx: Tx, id: RowId): Promise<number> {
  const escalated = await sql`
    update concern set escalated_at = ${tx.acting.at}, version = version + 1
    where partnership_id = ${tx.acting.partnershipId} and id = ${id} and state = 'raised' and escalated_at is null`.execute(
    tx.db,
  )
  return Number(escalated.numAffectedRows ?? 0)
}

export async function updateDecision(
  tx: Tx,
  id: RowId,
  decided: { decision: Decision; why: string; by: AccountId },
  version: number,
): Promise<number> {
  const updated = await sql`
    update concern set state = 'decided', decision = ${decided.decision}, decision_why = ${decided.why}, decided_by = ${decided.by},
      decided_at = ${tx.acting.at}, version = version + 1
    where partnership_id = ${tx.acting.partnershipId} and id = ${id} and version = ${version}`.execute(tx.db)
  return Number(updated.numAffectedRows ?? 0)
}

/** People one has a concern about: to know whether a person's stop alert may end with this one. */
export async function countOpenAbout(tx: Tx, personId: PersonId): Promise<number> {
  const found = await sql<{ open: number }>`
    select count(*)::int as open from concern where partnership_id = ${tx.acting.partnershipId} and person_id = ${personId} and state <> 'decided'`.execute(
    tx.db,
  )
  return found.rows[0]?.open ?? 0
}
