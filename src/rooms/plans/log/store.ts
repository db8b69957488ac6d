import { filingIn } from '#ground/database/filing.ts'
import { query, type Tx } from '#ground/database/tx.ts'
import { type AccountId, newId, type PersonId, type RowId } from '#ground/ids.ts'
import type { Target } from '../plan.ts'
import type { LogContent, LogEntry } from './entry.ts'

const COLUMNS = `l.id as "rowId", l.person_id as "personId", l.target_id as "targetId", l.class as "classBit", l.also_class as "alsoBit",
  l.done_on as "doneOn", l.done_by as "doneBy", l.doer_name as "doerName", l.words, l.written_on as "writtenOn", l.written_by as "writtenBy", l.version`

/** What was done towards somebody's targets, newest first, as far as the caller may see it. */
export function listLogOn(tx: Tx, personId: PersonId): Promise<LogEntry[]> {
  return query<LogEntry>(
    tx,
    `select ${COLUMNS} from plan_log l where l.partnership_id = $1 and l.person_id = $2 and l.sealed_at is null
     order by l.done_on desc, l.recorded_at desc, l.id desc`,
    [tx.acting.partnershipId, personId],
  )
}

/** The same towards one target. */
export function listLogOf(tx: Tx, targetId: RowId): Promise<LogEntry[]> {
  return query<LogEntry>(
    tx,
    `select ${COLUMNS} from plan_log l where l.partnership_id = $1 and l.target_id = $2 and l.sealed_at is null
     order by l.done_on desc, l.recorded_at desc, l.id desc`,
    [tx.acting.partnershipId, targetId],
  )
}

export async function findLogEntry(tx: Tx, id: RowId): Promise<LogEntry | undefined> {
  const [row] = await query<LogEntry>(
    tx,
    `select ${COLUMNS} from plan_log l where l.partnership_id = $1 and l.id = $2 and l.sealed_at is null`,
    [tx.acting.partnershipId, id],
  )
  return row
}

/** Writes down what was done towards a target, filed on whom the target was filed on and as close as it is. */
export async function insertLogEntry(
  tx: Tx,
  target: Pick<Target, 'rowId' | 'personId'>,
  by: AccountId,
  content: LogContent,
): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await query(
    tx,
    `insert into plan_log (partnership_id, id, person_id, origin_person_id, class, also_class, target_id, done_on, done_by, doer_name, words,
       written_on, written_by, recorded_at, recorded_by)
     select t.partnership_id, $3, t.person_id, t.origin_person_id, t.class, t.also_class, t.id, $4, $5, $6, $7, $8, $9, $10, $11
     from plan_target t where t.partnership_id = $1 and t.id = $2 and t.person_id = $12`,
    [
      ...[tx.acting.partnershipId, target.rowId, id, content.doneOn, content.doneBy, content.doerName, content.words],
      ...[tx.acting.today, by, tx.acting.at, tx.acting.actorId, target.personId],
    ],
  )
  return id
}

/** Corrects one, from the version the page showed. Returns 0 when it was corrected meanwhile. */
export async function updateLogEntry(
  tx: Tx,
  before: Pick<LogEntry, 'rowId' | 'version'>,
  content: LogContent,
): Promise<number> {
  const rows = await query(
    tx,
    `update plan_log set done_on = $4, done_by = $5, doer_name = $6, words = $7, version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 and sealed_at is null returning 1`,
    [
      ...[tx.acting.partnershipId, before.rowId, before.version],
      ...[content.doneOn, content.doneBy, content.doerName, content.words],
    ],
  )
  return rows.length
}

/** When one was written down and by whom. */
export const findLogFiling = filingIn('plan_log', 'written_by')

/**
 * Takes off one, or what was done towards a target, or towards all targets of a goal (K9), with what each said before. As the house.
 * @returns how many: none when they were before
 */
export async function updateLogSealed(worker: Tx, rowId: RowId): Promise<number> {
  const { partnershipId, at } = worker.acting
  const rows = await query<{ id: RowId }>(
    worker,
    `update plan_log l set sealed_at = $3 where l.partnership_id = $1 and l.sealed_at is null
       and (l.id = $2 or l.target_id = $2 or l.target_id in (select t.id from plan_target t where t.partnership_id = $1 and t.goal_id = $2))
     returning l.id`,
    [partnershipId, rowId, at],
  )
  await query(
    worker,
    'update plan_version v set sealed_at = $3 where v.partnership_id = $1 and v.sealed_at is null and v.row_id = any($2::uuid[])',
    [partnershipId, rows.map(row => row.id), at],
  )
  return rows.length
}
