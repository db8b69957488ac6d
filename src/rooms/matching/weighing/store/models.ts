import type { Instant } from '#ground/clock.ts'
import { query, type Tx } from '#ground/database/tx.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import type { ModelDocument } from '../document.ts'
import type { Term } from '../learned.ts'
import { holdIndexes, STARTING } from './entries.ts'

export type ModelWhy = 'list' | 'night' | 'asked' | 'back'

export type ModelLine = {
  readonly id: RowId
  readonly generation: number
  readonly state: 'building' | 'live' | 'past' | 'failed'
  readonly why: ModelWhy
  readonly madeAt: Instant
  readonly madeBy: AccountId | null
  readonly liveAt: Instant | null
  readonly endedAt: Instant | null
}

/** The tables of an index. */
const INDEX = ['match_entry', 'match_key', 'match_term']

export async function insertModel(
  worker: Tx,
  { id, document, why, by }: { id: RowId; document: ModelDocument; why: ModelWhy; by: string | null },
): Promise<{ id: RowId; generation: number }> {
  const { partnershipId, at } = worker.acting
  const [row] = await query<{ generation: number }>(
    worker,
    `insert into match_model (partnership_id, id, generation, state, document, why, made_at, made_by)
     values ($1, $2, (select coalesce(max(generation), 0) + 1 from match_model where partnership_id = $1), 'building', $3::jsonb, $4, $5, $6)
     returning generation`,
    [partnershipId, id, JSON.stringify(document), why, at, by],
  )
  if (!row) throw new Error('no model was written')
  return { id, generation: row.generation }
}

/** What a killed attempt left of an index goes; its model stays as one that failed. No keys are written meanwhile. */
export async function putAwayBuilding(worker: Tx): Promise<void> {
  await holdIndexes(worker)
  const { partnershipId, at } = worker.acting
  const rows = await query<{ generation: number }>(
    worker,
    `update match_model set state = 'failed', ended_at = $2 where partnership_id = $1 and state = 'building' returning generation`,
    [partnershipId, at],
  )
  for (const { generation } of rows) await dropIndex(worker, generation)
}

async function dropIndex(worker: Tx, generation: number): Promise<void> {
  for (const table of INDEX)
    await query(worker, `delete from ${table} where partnership_id = $1 and generation = $2`, [
      worker.acting.partnershipId,
      generation,
    ])
}

/** Holds a model that is being built to the end of the transaction; false when it is not any more. */
export async function holdBuilding(worker: Tx, id: RowId): Promise<boolean> {
  const rows = await query(
    worker,
    `select 1 from match_model where partnership_id = $1 and id = $2 and state = 'building' for update`,
    [worker.acting.partnershipId, id],
  )
  return rows.length > 0
}

/** Before every id. */
const FIRST_OF_ALL = '00000000-0000-0000-0000-000000000000'

/** People in the order of their ids, in pages. @param states which: those in use, or everybody a row may be about */
export async function listActive(
  worker: Tx,
  after: PersonId | null,
  most: number,
  states: readonly string[] = ['active'],
): Promise<PersonId[]> {
  const rows = await query<{ id: PersonId }>(
    worker,
    // A place to go on from that may be none ("is null or") is read from the start at every page, once its plan is kept.
    `select id from person where partnership_id = $1 and state = any($4::text[]) and id > $2::uuid order by id limit $3`,
    [worker.acting.partnershipId, after ?? FIRST_OF_ALL, most, states],
  )
  return rows.map(r => r.id)
}

/** Whether more people than so many are on record. */
export async function hasMoreThan(worker: Tx, many: number): Promise<boolean> {
  const rows = await query(
    worker,
    `select 1 from person where partnership_id = $1 and state = 'active' offset $2 limit 1`,
    [worker.acting.partnershipId, many],
  )
  return rows.length > 0
}

export async function insertTerms(worker: Tx, generation: number, terms: readonly Term[]): Promise<void> {
  await query(
    worker,
    `insert into match_term (partnership_id, generation, line, hash, bearers)
     select $1, $2, t.line, t.hash, max(t.bearers) from jsonb_to_recordset($3::jsonb) as t (line smallint, hash bigint, bearers integer)
     group by t.line, t.hash on conflict do nothing`,
    [worker.acting.partnershipId, generation, JSON.stringify(terms)],
  )
}

/** Writes down which keys are not looked up; the model is not live yet. */
export async function saveCommon(worker: Tx, id: RowId, common: readonly number[]): Promise<void> {
  await query(
    worker,
    `update match_model set document = jsonb_set(document, '{common}', $3::jsonb) where partnership_id = $1 and id = $2`,
    [worker.acting.partnershipId, id, JSON.stringify(common)],
  )
}

/** The one instead of the other. The other's index stays until the next change: whoever is being looked for just now is looked for in it. */
export async function makeLive(worker: Tx, id: RowId): Promise<boolean> {
  const { partnershipId, at } = worker.acting
  if (!(await holdBuilding(worker, id))) return false
  const [before] = await query<{ generation: number }>(
    worker,
    `update match_model set state = 'past', ended_at = $2 where partnership_id = $1 and state = 'live' returning generation`,
    [partnershipId, at],
  )
  const [live] = await query<{ generation: number }>(
    worker,
    `update match_model set state = 'live', live_at = $3 where partnership_id = $1 and id = $2 and state = 'building' returning generation`,
    [partnershipId, id, at],
  )
  if (!live) return false
  for (const table of INDEX)
    await query(worker, `delete from ${table} where partnership_id = $1 and generation not in ($2, $3)`, [
      partnershipId,
      live.generation,
      before?.generation ?? STARTING,
    ])
  return true
}
