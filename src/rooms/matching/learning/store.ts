import type { Instant } from '#ground/clock.ts'
import { query, type Tx } from '#ground/database/tx.ts'
import type { RowId } from '#ground/ids.ts'
import type { ModelLine } from '../weighing/store/models.ts'

/** Freezes or unfreezes. False when somebody changed the setting since. */
export function saveFrozen(tx: Tx, version: number, isFrozen: boolean): Promise<boolean> {
  const { at, actorId } = tx.acting
  return saveSetting(tx, version, ['frozen_at', 'frozen_by'], [isFrozen ? at : null, isFrozen ? actorId : null])
}

/** Moves the threshold, or gives it back to the model. False when somebody changed the setting since. */
export function saveLink(tx: Tx, version: number, bits: number | null): Promise<boolean> {
  return saveSetting(tx, version, ['link_bits', 'link_at', 'link_by'], [bits, tx.acting.at, tx.acting.actorId])
}

async function saveSetting(
  tx: Tx,
  version: number,
  columns: readonly string[],
  values: readonly unknown[],
): Promise<boolean> {
  const { partnershipId, at, actorId } = tx.acting
  const places = columns.map((_, n) => `$${n + 5}`)
  const saved = await query(
    tx,
    version === 0
      ? `insert into match_setting (partnership_id, changed_at, changed_by, version, ${columns.join(', ')})
         values ($1, $2, $3, $4::int + 1, ${places.join(', ')}) on conflict do nothing returning 1`
      : `update match_setting set changed_at = $2, changed_by = $3, version = version + 1, ${columns.map((c, n) => `${c} = ${places[n]}`).join(', ')}
         where partnership_id = $1 and version = $4 returning 1`,
    [partnershipId, at, actorId, version, ...values],
  )
  return saved.length > 0
}

/** A model as a line of a table. */
export type ModelInBrief = ModelLine & { readonly records: number; readonly link: number | null }

const LINE = `id, generation, state, why, made_at as "madeAt", made_by as "madeBy", live_at as "liveAt", ended_at as "endedAt",
  (document -> 'records')::float8 as records, case jsonb_typeof(document #> '{threshold,link}') when 'number' then (document #> '{threshold,link}')::float8 end as link`

/** Every model there was, the newest first. */
export function listModels(tx: Tx, most: number): Promise<ModelInBrief[]> {
  return query<ModelInBrief>(
    tx,
    `select ${LINE} from match_model where partnership_id = $1 order by generation desc limit $2`,
    [tx.acting.partnershipId, most],
  )
}

export async function findModel(tx: Tx, id: RowId): Promise<ModelInBrief | undefined> {
  const [row] = await query<ModelInBrief>(tx, `select ${LINE} from match_model where partnership_id = $1 and id = $2`, [
    tx.acting.partnershipId,
    id,
  ])
  return row
}

/** When something was learned or looked for last. */
export type Tried = {
  readonly triedAt: Instant | null
  readonly learnedAt: Instant | null
  readonly foundAt: Instant | null
}

/** What a job of learning says that left it to the night. */
export const LEFT_TO_THE_NIGHT = 'left-to-the-night'

/** Asked of the jobs on record, so that it is known after a restart too. Going back to a model is no learning, nor is leaving it to the night. */
export async function findTried(tx: Tx, learning: string, finding: string): Promise<Tried> {
  const [row] = await query<Tried>(
    tx,
    `select max(asked_at) filter (where name = $2 and not ids ? 'model') as "triedAt",
       max(asked_at) filter (where name = $2 and not ids ? 'model' and state not in ('failed', 'cancelled')) as "learnedAt",
       max(asked_at) filter (where name = $3 and state not in ('failed', 'cancelled')) as "foundAt"
     from job_progress where partnership_id = $1 and name in ($2, $3) and step is distinct from $4`,
    [tx.acting.partnershipId, learning, finding, LEFT_TO_THE_NIGHT],
  )
  return row ?? { triedAt: null, learnedAt: null, foundAt: null }
}
