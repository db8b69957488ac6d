import { sql } from 'kysely'
import type { Instant } from '#ground/clock.ts'
import type { Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { type AccountId, type JobId, newId, type OrganisationId, type RowId } from '#ground/ids.ts'
import { headerHash } from '../header.ts'
import type { Mapping } from '../reading/fields.ts'
import type { Run, RunState } from '../run.ts'

/** The mapping confirmed before for the same columns of the same partner. */
export async function findMapping(
  tx: Tx,
  organisationId: OrganisationId,
  headerHash: Buffer,
): Promise<Mapping | undefined> {
  const found = await sql<{ mapping: Mapping }>`
    select mapping from list_mapping where partnership_id = ${tx.acting.partnershipId} and organisation_id = ${organisationId} and header_hash = ${headerHash}`.execute(
    tx.db,
  )
  return found.rows[0]?.mapping
}

export async function saveMapping(
  tx: Tx,
  organisationId: OrganisationId,
  headerHash: Buffer,
  mapping: Mapping,
): Promise<void> {
  await sql`
    insert into list_mapping (partnership_id, organisation_id, header_hash, mapping, saved_at, saved_by)
    values (${tx.acting.partnershipId}, ${organisationId}, ${headerHash}, ${JSON.stringify(mapping)}::jsonb, ${tx.acting.at}, ${tx.acting.actorId})
    on conflict (partnership_id, organisation_id, header_hash) do update set mapping = excluded.mapping, saved_at = excluded.saved_at, saved_by = excluded.saved_by`.execute(
    tx.db,
  )
}

export type NewRun = {
  readonly organisationId: OrganisationId
  readonly agreementId: RowId
  readonly fileName: string
  readonly fileSha256: Buffer
  readonly fileBytes: number
  readonly columns: readonly string[]
  readonly state: 'mapping' | 'refused'
  readonly refusal: string
}

export async function insertRun(tx: Tx, run: NewRun): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await sql`
    insert into intake_run (partnership_id, id, organisation_id, agreement_id, file_name, file_sha256, file_bytes, state, columns, refusal, asked_by, made_at)
    values (${tx.acting.partnershipId}, ${id}, ${run.organisationId}, ${run.agreementId}, ${run.fileName}, ${run.fileSha256}, ${run.fileBytes}, ${run.state},
      ${[...run.columns]}::text[], ${run.refusal}, ${tx.acting.actorId}, ${tx.acting.at})`.execute(tx.db)
  return id
}

type RunRowShape = {
  id: RowId
  organisation_id: OrganisationId
  agreement_id: RowId
  file_name: string
  file_bytes: number
  state: RunState
  columns: string[]
  mapping: Mapping | null
  encoding: string
  left_out: string[]
  as_at: Day | null
  rows_read: number
  count_new: number
  count_changed: number
  count_same: number
  count_missing: number
  count_question: number
  count_fault: number
  count_not_kept: number
  refusal: string
  job_id: JobId | null
  asked_by: AccountId | null
  made_at: Instant
  applied_at: Instant | null
  version: number
}

function runFrom(row: RunRowShape): Run {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    agreementId: row.agreement_id,
    fileName: row.file_name,
    fileBytes: row.file_bytes,
    state: row.state,
    columns: row.columns,
    listKey: headerHash(row.columns).toString('hex'),
    mapping: row.mapping,
    encoding: row.encoding,
    leftOut: row.left_out,
    asAt: row.as_at,
    rowsRead: row.rows_read,
    counts: {
      new: row.count_new,
      changed: row.count_changed,
      same: row.count_same,
      missing: row.count_missing,
      question: row.count_question,
      fault: row.count_fault,
      notKept: row.count_not_kept,
    },
    refusal: row.refusal,
    jobId: row.job_id,
    askedBy: row.asked_by,
    madeAt: row.made_at,
    appliedAt: row.applied_at,
    version: row.version,
  }
}

const RUN = sql`id, organisation_id, agreement_id, file_name, file_bytes, state, columns, mapping, encoding, left_out, as_at, rows_read, count_new, count_changed,
  count_same, count_missing, count_question, count_fault, count_not_kept, refusal, job_id, asked_by, made_at, applied_at, version`

export async function findRun(tx: Tx, id: RowId): Promise<Run | undefined> {
  const found =
    await sql<RunRowShape>`select ${RUN} from intake_run where partnership_id = ${tx.acting.partnershipId} and id = ${id}`.execute(
      tx.db,
    )
  return found.rows[0] && runFrom(found.rows[0])
}

/** The run while it is in one of the states, held so until the transaction ends: whoever wants it otherwise waits. */
export async function holdRun(tx: Tx, id: RowId, states: readonly RunState[]): Promise<Run | undefined> {
  const found = await sql<RunRowShape>`
    select ${RUN} from intake_run where partnership_id = ${tx.acting.partnershipId} and id = ${id} and state = any(${[...states]}::text[])
    for no key update`.execute(tx.db)
  return found.rows[0] && runFrom(found.rows[0])
}

/** The partnership's runs, the latest first. */
export async function listRuns(tx: Tx, most: number): Promise<Run[]> {
  const found = await sql<RunRowShape>`
    select ${RUN} from intake_run where partnership_id = ${tx.acting.partnershipId} order by made_at desc, id desc limit ${most}`.execute(
    tx.db,
  )
  return found.rows.map(runFrom)
}

/** When the last list went in; null while none did. As the house. */
export async function lastListIn(worker: Tx): Promise<Instant | null> {
  const found = await sql<{ at: Instant | null }>`
    select max(applied_at) as at from intake_run where partnership_id = ${worker.acting.partnershipId} and state = 'applied'`.execute(
    worker.db,
  )
  return found.rows[0]?.at ?? null
}

/** Moves a run on from one of the states it may be in. Returns 0 when it was in none: somebody else moved it first. */
export async function moveRun(
  tx: Tx,
  id: RowId,
  from: readonly RunState[],
  to: RunState,
  jobId: JobId | null = null,
): Promise<number> {
  const moved = await sql`
    update intake_run set state = ${to}, job_id = coalesce(${jobId}::uuid, job_id), version = version + 1,
      applied_at = case when ${to} = 'applied' then coalesce(applied_at, ${tx.acting.at}::timestamptz) else applied_at end,
      ended_at = case when ${to} in ('cancelled', 'undone', 'refused', 'failed') then ${tx.acting.at}::timestamptz else ended_at end
    where partnership_id = ${tx.acting.partnershipId} and id = ${id} and state = any(${[...from]}::text[])`.execute(
    tx.db,
  )
  return Number(moved.numAffectedRows ?? 0)
}

export async function saveRunMapping(
  tx: Tx,
  id: RowId,
  mapping: Mapping,
  leftOut: readonly string[],
  asAt: Day | null,
): Promise<void> {
  await sql`
    update intake_run set mapping = ${JSON.stringify(mapping)}::jsonb, left_out = ${[...leftOut]}::text[], as_at = ${asAt}, version = version + 1
    where partnership_id = ${tx.acting.partnershipId} and id = ${id}`.execute(tx.db)
}

export async function saveJob(tx: Tx, id: RowId, jobId: JobId): Promise<void> {
  await sql`update intake_run set job_id = ${jobId} where partnership_id = ${tx.acting.partnershipId} and id = ${id}`.execute(
    tx.db,
  )
}

export async function saveRefusal(tx: Tx, id: RowId, refusal: string): Promise<void> {
  await sql`update intake_run set refusal = ${refusal} where partnership_id = ${tx.acting.partnershipId} and id = ${id}`.execute(
    tx.db,
  )
}

/** Counts what the rows of a run say so far. */
export async function saveCounts(
  tx: Tx,
  id: RowId,
  more: { rowsRead: number; encoding: string; missing?: number },
): Promise<void> {
  await sql`
    update intake_run r set rows_read = ${more.rowsRead}, encoding = ${more.encoding},
      count_missing = coalesce(${more.missing ?? null}::int, count_missing),
      count_new = c.n_new, count_changed = c.n_changed, count_same = c.n_same, count_question = c.n_question, count_fault = c.n_fault, count_not_kept = c.n_not_kept
    from (select count(*) filter (where verdict = 'new')::int n_new, count(*) filter (where verdict = 'changed')::int n_changed,
        count(*) filter (where verdict = 'same')::int n_same, count(*) filter (where verdict = 'question')::int n_question,
        count(*) filter (where verdict = 'fault')::int n_fault, count(*) filter (where verdict = 'not-kept')::int n_not_kept
      from intake_row where partnership_id = ${tx.acting.partnershipId} and run_id = ${id}) c
    where r.partnership_id = ${tx.acting.partnershipId} and r.id = ${id}`.execute(tx.db)
}

/** Whether another list went in, or is going in, since this one was sent: who was new then may not be any more. */
export async function hasOtherSince(tx: Tx, run: Pick<Run, 'id' | 'madeAt'>): Promise<boolean> {
  const found = await sql`
    select 1 from intake_run r where r.partnership_id = ${tx.acting.partnershipId} and r.id <> ${run.id}
      and r.state in ('applying', 'applied') and (r.applied_at is null or r.applied_at >= ${run.madeAt}) limit 1`.execute(
    tx.db,
  )
  return found.rows.length > 0
}

/** When each partner with an agreement in force last sent a list that went in; null for one that never did. Runs as the worker. */
export async function listFeeds(tx: Tx): Promise<{ organisationId: OrganisationId; appliedAt: Instant | null }[]> {
  const found = await sql<{ organisation_id: OrganisationId; applied_at: Instant | null }>`
    select a.organisation_id, max(r.applied_at) as applied_at from partner_agreement a
    left join intake_run r on r.partnership_id = a.partnership_id and r.organisation_id = a.organisation_id
      and r.state = 'applied'
    where a.partnership_id = ${tx.acting.partnershipId} and a.started_on <= ${tx.acting.today}
      and (a.finished_on is null or a.finished_on > ${tx.acting.today})
    group by a.organisation_id order by a.organisation_id`.execute(tx.db)
  return found.rows.map(row => ({ organisationId: row.organisation_id, appliedAt: row.applied_at }))
}
