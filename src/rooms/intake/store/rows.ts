import { sql } from 'kysely'
import type { Tx } from '#ground/database/tx.ts'
import type { OrganisationId, PersonId, RowId } from '#ground/ids.ts'
import type { WeighedLine } from '#rooms/matching/index.ts'
import type { ReadRow, RowFault } from '../reading/read-row.ts'
import type { Change, RunRow, Verdict } from '../run.ts'
import { insertHeld } from './held.ts'

/** Puts rows of a run away until it is applied: one statement a batch. */
export async function insertRows(tx: Tx, runId: RowId, rows: readonly RunRow[]): Promise<void> {
  if (rows.length === 0) return
  const shaped = rows.map(r => ({
    row_number: r.row,
    verdict: r.verdict,
    source_key: r.sourceKey,
    person_id: r.personId,
    shown_name: r.shownName,
    content: r.content,
    cells: r.cells,
    faults: r.faults,
    changes: r.changes,
    why: r.why,
    weighed: r.weighed,
  }))
  await sql`
    insert into intake_row (partnership_id, run_id, row_number, verdict, source_key, person_id, origin_person_id, shown_name, content, cells, faults, changes, why, weighed)
    select ${tx.acting.partnershipId}, ${runId}, r.row_number, r.verdict, r.source_key, r.person_id, r.person_id, r.shown_name, r.content, r.cells, r.faults, r.changes, r.why, r.weighed
    from jsonb_to_recordset(${JSON.stringify(shaped)}::jsonb) r (row_number integer, verdict text, source_key text, person_id uuid, shown_name text, content jsonb,
      cells jsonb, faults jsonb, changes jsonb, why text, weighed jsonb)
    on conflict do nothing`.execute(tx.db)
  await insertHeld(
    tx,
    runId,
    rows.flatMap(r => (r.held ? [{ row: r.row, said: r.held }] : [])),
  )
}

type RowShape = {
  row_number: number
  verdict: Verdict
  source_key: string
  person_id: PersonId | null
  shown_name: string
  content: ReadRow | null
  cells: Record<string, string> | null
  faults: RowFault[]
  changes: Change[]
  why: string
  weighed: WeighedLine[] | null
}

function rowFrom(row: RowShape): RunRow {
  return {
    row: row.row_number,
    verdict: row.verdict,
    sourceKey: row.source_key,
    personId: row.person_id,
    shownName: row.shown_name,
    content: row.content,
    cells: row.cells,
    faults: row.faults,
    changes: row.changes,
    why: row.why,
    weighed: row.weighed,
  }
}

const ROW = sql`row_number, verdict, source_key, person_id, shown_name, content, cells, faults, changes, why, weighed`

/** Rows of one verdict, in the order of the list. */
export async function listRows(tx: Tx, runId: RowId, verdict: Verdict, from: number, most: number): Promise<RunRow[]> {
  const found = await sql<RowShape>`
    select ${ROW} from intake_row where partnership_id = ${tx.acting.partnershipId} and run_id = ${runId} and verdict = ${verdict} and row_number > ${from}
    order by row_number limit ${most}`.execute(tx.db)
  return found.rows.map(rowFrom)
}

export async function findRow(tx: Tx, runId: RowId, row: number): Promise<RunRow | undefined> {
  const found = await sql<RowShape>`
    select ${ROW} from intake_row where partnership_id = ${tx.acting.partnershipId} and run_id = ${runId} and row_number = ${row}`.execute(
    tx.db,
  )
  return found.rows[0] && rowFrom(found.rows[0])
}

/** The next rows that are still to be applied. */
export async function listUnapplied(tx: Tx, runId: RowId, most: number): Promise<RunRow[]> {
  const found = await sql<RowShape>`
    select ${ROW} from intake_row where partnership_id = ${tx.acting.partnershipId} and run_id = ${runId} and applied_at is null
      and verdict in ('new', 'changed', 'same', 'question') order by row_number limit ${most} for update`.execute(tx.db)
  return found.rows.map(rowFrom)
}

/** Marks rows as applied, with the person each became; their content is not needed any more. */
export async function markApplied(
  tx: Tx,
  runId: RowId,
  rows: readonly { row: number; personId: PersonId | null }[],
): Promise<void> {
  await sql`
    update intake_row r set applied_at = ${tx.acting.at}, person_id = coalesce(n.person_id, r.person_id), origin_person_id = coalesce(n.person_id, r.origin_person_id),
      content = case when r.verdict = 'question' then r.content else null end
    from unnest(${rows.map(r => r.row)}::int[], ${rows.map(r => r.personId)}::uuid[]) n (row_number, person_id)
    where r.partnership_id = ${tx.acting.partnershipId} and r.run_id = ${runId} and r.row_number = n.row_number`.execute(
    tx.db,
  )
}

/** Takes the rows of a run away: it was cancelled, or is read anew. */
export async function deleteRows(tx: Tx, runId: RowId): Promise<void> {
  await sql`delete from intake_row where partnership_id = ${tx.acting.partnershipId} and run_id = ${runId}`.execute(
    tx.db,
  )
}

export type SourceRow = {
  readonly sourceKey: string
  readonly personId: PersonId
  readonly content: ReadRow
  readonly why: string
  readonly weighed: readonly WeighedLine[] | null
  readonly state: 'on' | 'gone' | 'withdrawn'
}

/** A list of a partner: told by its columns, so that a roll and an attendance list do not miss each other's people. */
export type ListOf = { readonly organisationId: OrganisationId; readonly listKey: string }

/** What the partner said before on this list under these keys. */
export async function findSourceRows(
  tx: Tx,
  list: ListOf,
  keys: readonly string[],
): Promise<ReadonlyMap<string, SourceRow>> {
  const found = await sql<SourceRow>`
    select source_key as "sourceKey", person_id as "personId", content, why, weighed, state from source_row
    where ${onList(tx, list)} and source_key = any(${[...keys]}::text[]) and state <> 'withdrawn'`.execute(tx.db)
  return new Map(found.rows.map(row => [row.sourceKey, row]))
}

/** Whom the partner's other lists mean by these keys: the same partner means the same person. */
export async function findPersonsByKey(
  tx: Tx,
  organisationId: OrganisationId,
  keys: readonly string[],
): Promise<ReadonlyMap<string, { personId: PersonId; content: ReadRow }>> {
  const found = await sql<{ sourceKey: string; personId: PersonId; content: ReadRow }>`
    select distinct on (source_key) source_key as "sourceKey", person_id as "personId", content from source_row
    where partnership_id = ${tx.acting.partnershipId} and organisation_id = ${organisationId} and source_key = any(${[...keys]}::text[]) and state <> 'withdrawn'
    order by source_key, last_run_id desc`.execute(tx.db)
  return new Map(found.rows.map(row => [row.sourceKey, row]))
}

/** Remembers who each row is and what it said. */
export async function saveSourceRows(
  tx: Tx,
  run: ListOf & { id: RowId },
  rows: readonly (Pick<RunRow, 'sourceKey' | 'why' | 'weighed'> & { personId: PersonId; content: ReadRow })[],
): Promise<void> {
  if (rows.length === 0) return
  // One key twice in a batch: the later row stands, as it would in two batches.
  const shaped = [
    ...new Map(
      rows.map(r => [
        r.sourceKey,
        { source_key: r.sourceKey, person_id: r.personId, content: r.content, why: r.why, weighed: r.weighed },
      ]),
    ).values(),
  ]
  await sql`
    insert into source_row (partnership_id, organisation_id, list_key, source_key, person_id, origin_person_id, content, why, weighed, first_run_id, last_run_id)
    select ${tx.acting.partnershipId}, ${run.organisationId}, ${run.listKey}, r.source_key, r.person_id, r.person_id, r.content, r.why, r.weighed, ${run.id}, ${run.id}
    from jsonb_to_recordset(${JSON.stringify(shaped)}::jsonb) r (source_key text, person_id uuid, content jsonb, why text, weighed jsonb)
    on conflict (partnership_id, organisation_id, list_key, source_key) do update set person_id = excluded.person_id, content = excluded.content,
      why = excluded.why, weighed = excluded.weighed, last_run_id = excluded.last_run_id, state = 'on', before_content = source_row.content, before_run_id = source_row.last_run_id,
      before_state = source_row.state,
      first_run_id = case when source_row.state = 'withdrawn' then excluded.first_run_id else source_row.first_run_id end`.execute(
    tx.db,
  )
}

/** Rows that say the same as before are still on the list. */
export async function touchSourceRows(tx: Tx, run: ListOf & { id: RowId }, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return
  await sql`update source_row set last_run_id = ${run.id}, state = 'on', ${BEFORE} where ${onList(tx, run)} and source_key = any(${[...keys]}::text[])`.execute(
    tx.db,
  )
}

/**
 * Keys on this list before that no row of the run names. A row to mend may be one of them: its person is not missed. The run's
 * rows are read once and looked up in memory ("not in"): a plan made while the tables were small reads them once for each key.
 */
export async function listMissing(
  tx: Tx,
  run: ListOf & { id: RowId },
): Promise<{ sourceKey: string; personId: PersonId }[]> {
  const found = await sql<{ sourceKey: string; personId: PersonId }>`
    with named as materialized (
      select source_key, person_id, verdict from intake_row where partnership_id = ${tx.acting.partnershipId} and run_id = ${run.id}
    ), to_mend as materialized (select source_key from named where verdict = 'fault'
    ), unnamed as materialized (
      select source_key, person_id from source_row
      where ${onList(tx, run)} and state = 'on'
        and source_key not in (select source_key from named)
        and person_id not in (select person_id from named where person_id is not null)
        and split_part(source_key, '#', 1) not in (select source_key from to_mend)
    )
    select u.source_key as "sourceKey", u.person_id as "personId" from unnamed u
    where not exists (select 1 from person_name n where n.partnership_id = ${tx.acting.partnershipId} and n.person_id = u.person_id and n.replaced_at is null
      and 'name:' || n.family_key || '|' || n.given_key || '|' in (select source_key from to_mend))
    order by u.source_key`.execute(tx.db)
  return found.rows
}

export async function markGone(tx: Tx, run: ListOf & { id: RowId }, keys: readonly string[]): Promise<void> {
  await sql`update source_row set last_run_id = ${run.id}, state = 'gone', ${BEFORE} where ${onList(tx, run)} and source_key = any(${[...keys]}::text[])`.execute(
    tx.db,
  )
}

/** Forgets that a partner's rows, of whichever list, mean this person. */
export async function withdrawRowsOf(tx: Tx, organisationId: OrganisationId, personId: PersonId): Promise<void> {
  await sql`
    update source_row set state = 'withdrawn'
    where partnership_id = ${tx.acting.partnershipId} and organisation_id = ${organisationId} and person_id = ${personId}`.execute(
    tx.db,
  )
}

/** What stood before this run, for the way back. */
const BEFORE = sql`before_content = content, before_run_id = last_run_id, before_state = state`

function onList(tx: Tx, list: ListOf) {
  return sql`partnership_id = ${tx.acting.partnershipId} and organisation_id = ${list.organisationId} and list_key = ${list.listKey}`
}

/** Which person each applied row of a run became. */
export async function listPersonsOfRun(tx: Tx, runId: RowId): Promise<ReadonlyMap<number, PersonId>> {
  const found = await sql<{ row: number; personId: PersonId }>`
    select row_number as row, person_id as "personId" from intake_row
    where partnership_id = ${tx.acting.partnershipId} and run_id = ${runId} and person_id is not null and applied_at is not null`.execute(
    tx.db,
  )
  return new Map(found.rows.map(row => [row.row, row.personId]))
}

/**
 * The newest run that was applied after another (or is being applied) and names some of the same people, by a row or by
 * asking where they are. While the other still applies, only the people it brought count: whoever names them came later.
 */
export async function findNewerRun(tx: Tx, runId: RowId): Promise<{ id: RowId; fileName: string } | undefined> {
  const found = await sql<{ id: RowId; fileName: string }>`
    with own as (
      select i.person_id from intake_row i
      join intake_run r on r.partnership_id = i.partnership_id and r.id = i.run_id and r.applied_at is not null
      where i.partnership_id = ${tx.acting.partnershipId} and i.run_id = ${runId} and i.person_id is not null and i.applied_at is not null
      union select unnest(row_ids) from intake_effect
      where partnership_id = ${tx.acting.partnershipId} and run_id = ${runId} and kind = 'added' and table_name = 'person'
      union select unnest(person_ids) from intake_question
      where partnership_id = ${tx.acting.partnershipId} and run_id = ${runId} and kind = 'gone'
    )
    select n.id, n.file_name as "fileName" from intake_run n
    join intake_run r on r.partnership_id = n.partnership_id and r.id = ${runId} and n.id <> r.id
    where n.partnership_id = ${tx.acting.partnershipId} and n.state in ('applying', 'stopping', 'applied', 'undoing')
      and (n.applied_at is null or r.applied_at is null or (n.applied_at, n.id) > (r.applied_at, r.id))
      and (exists (select 1 from intake_row i join own o on o.person_id = i.person_id
          where i.partnership_id = n.partnership_id and i.run_id = n.id and i.applied_at is not null)
        or exists (select 1 from intake_question q cross join unnest(q.person_ids) a (person_id) join own o on o.person_id = a.person_id
          where q.partnership_id = n.partnership_id and q.run_id = n.id and q.kind = 'gone' and q.state <> 'withdrawn'))
    order by n.applied_at desc nulls first, n.id desc limit 1`.execute(tx.db)
  return found.rows[0]
}

/** Takes rows for questions that were read as somebody new: another list brought them meanwhile. */
export async function askInstead(tx: Tx, runId: RowId, rows: readonly { row: number; why: string }[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    update intake_row r set verdict = 'question', why = n.why
    from unnest(${rows.map(r => r.row)}::int[], ${rows.map(r => r.why)}::text[]) n (row_number, why)
    where r.partnership_id = ${tx.acting.partnershipId} and r.run_id = ${runId} and r.row_number = n.row_number`.execute(
    tx.db,
  )
}
