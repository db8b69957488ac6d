import type { Instant } from '#ground/clock.ts'
import { query, type Tx } from '#ground/database/tx.ts'
import { type AccountId, newId, type RowId } from '#ground/ids.ts'
import type { LogContent, LogEntry } from '../log/entry.ts'
import type { Goal, Target } from '../plan.ts'

const RESTRICTED = 4096
const PLAN = 64

/** The classes of a row: its own, and, where it is kept close, what it tells of besides. */
export type Bits = { readonly bit: number; readonly also: number | null }

/** What a row said before it was changed, and when and by whom it was. */
export type Version<Content> = {
  readonly rowId: RowId
  readonly version: number
  readonly content: Content
  readonly at: Instant
  /** An account, or the link by which the young person said something. */
  readonly by: AccountId | null
}

/** What some targets said before, the oldest first, as far as the caller may see it. */
export function listTargetVersions(tx: Tx, targetIds: readonly RowId[]): Promise<Version<Target>[]> {
  return listVersions<Target>(tx, targetIds)
}

/** The same of what was written as done. */
export function listLogVersions(tx: Tx, entryIds: readonly RowId[]): Promise<Version<LogContent>[]> {
  return listVersions<LogContent>(tx, entryIds)
}

function listVersions<Content>(tx: Tx, rowIds: readonly RowId[]): Promise<Version<Content>[]> {
  return query<Version<Content>>(
    tx,
    `select v.row_id as "rowId", v.version, v.content, v.recorded_at as "at", v.recorded_by as "by"
     from plan_version v where v.partnership_id = $1 and v.row_id = any($2::uuid[]) order by v.version, v.id`,
    [tx.acting.partnershipId, [...rowIds]],
  )
}

/** Keeps what a goal said before it is changed, filed as the goal is. */
export async function insertGoalVersion(tx: Tx, goal: Goal): Promise<void> {
  await insertVersion(tx, 'plan_goal', goal, { bit: PLAN, also: null })
}

/** The same of a target. */
export async function insertTargetVersion(tx: Tx, target: Target): Promise<void> {
  await insertVersion(tx, 'plan_target', target, { bit: target.classBit, also: target.alsoBit })
}

/** The same of what was written as done. */
export async function insertLogVersion(tx: Tx, entry: LogEntry): Promise<void> {
  await insertVersion(tx, 'plan_log', entry, { bit: entry.classBit, also: entry.alsoBit })
}

async function insertVersion(
  tx: Tx,
  table: 'plan_goal' | 'plan_target' | 'plan_log',
  row: Goal | Target | LogEntry,
  { bit, also }: Bits,
): Promise<void> {
  const { rowId, personId, version, ...content } = row
  await query(
    tx,
    `insert into plan_version (partnership_id, id, person_id, origin_person_id, class, also_class, row_id, version, content, recorded_at, recorded_by)
     select x.partnership_id, $2, x.person_id, x.origin_person_id, $4, $5, x.id, $6, $7::jsonb, $8, $9
     from ${table} x where x.partnership_id = $1 and x.id = $3 and x.person_id = $10`,
    [
      tx.acting.partnershipId,
      newId(tx.acting.at),
      rowId,
      bit,
      also,
      version,
      JSON.stringify(content),
      tx.acting.at,
      tx.acting.actorId,
      personId,
    ],
  )
}

/**
 * What a target said before, and what was done towards it, is kept as close as it is now, and never less close than it was: what told of health then goes on
 * telling of it beside being kept close, and what turned out to tell of health is read by those who see health alone.
 */
export async function updateVersionsClass(worker: Tx, id: RowId, { bit, also }: Bits): Promise<void> {
  const values = [worker.acting.partnershipId, id, bit, also ?? bit]
  await query(worker, `update plan_log x set ${CLOSER} where x.partnership_id = $1 and x.target_id = $2`, values)
  await query(
    worker,
    `update plan_version x set ${CLOSER} where x.partnership_id = $1
       and (x.row_id = $2 or x.row_id in (select l.id from plan_log l where l.partnership_id = $1 and l.target_id = $2))`,
    values,
  )
}

/** As close as the classes $3 and $4 besides, and never less close than it was. */
const CLOSER = `
  class = case when x.class = ${RESTRICTED} or $3 = ${RESTRICTED} then ${RESTRICTED} when x.class = ${PLAN} then $4 else x.class end,
  also_class = case when x.class <> ${RESTRICTED} and $3 <> ${RESTRICTED} then null
    when coalesce(x.also_class, x.class) = ${PLAN} then $4 else coalesce(x.also_class, x.class) end`
