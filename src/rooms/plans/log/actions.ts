/** What was done towards a target of a plan: written down, corrected, and taken off where it is about somebody else. */
import type { Tx } from '#ground/database/tx.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { record } from '#rooms/audit/index.ts'
import type { FiledRow } from '#rooms/people/index.ts'
import { holdLiving } from '../actions.ts'
import type { Target } from '../plan.ts'
import { findGoal, findTarget, holdPlan } from '../store.ts'
import { insertLogVersion } from '../versions/store.ts'
import type { LogContent, LogEntry } from './entry.ts'
import { dayTrouble, saysTheSame } from './rules.ts'
import { findLogEntry, findLogFiling, insertLogEntry, listLogOf, updateLogEntry, updateLogSealed } from './store.ts'

export type LogTrouble = 'unknown' | 'ahead' | 'before-goal'

/** The target while nobody else writes to the plan, and whether the day goes with it. */
async function holdTarget(
  tx: Tx,
  personId: PersonId,
  targetId: RowId,
  content: LogContent,
): Promise<Result<Target, LogTrouble>> {
  const target = (await holdLiving(tx, personId)) ? await findTarget(tx, targetId) : undefined
  const goal = target?.personId === personId ? await findGoal(tx, target.goalId) : undefined
  if (!target || !goal) return refused('unknown')
  const trouble = dayTrouble(content.doneOn, goal.setOn, tx.acting.today)
  return trouble ? refused(trouble) : ok(target)
}

/** Writes down what was done towards a target, open or answered by now. Sent twice, it is one. */
export async function writeLogEntry(
  tx: Tx,
  personId: PersonId,
  targetId: RowId,
  by: AccountId,
  content: LogContent,
): Promise<Result<RowId, LogTrouble>> {
  const held = await holdTarget(tx, personId, targetId, content)
  if (!held.ok) return held
  const { today } = tx.acting
  const same = (await listLogOf(tx, targetId)).find(
    one => one.writtenBy === by && one.writtenOn === today && saysTheSame(one, content),
  )
  if (same) return ok(same.rowId)
  const id = await insertLogEntry(tx, held.value, by, content)
  await record(tx, { action: 'plan-log.written', about: [personId], target: id, payload: { of: targetId } })
  return ok(id)
}

/** Corrects what was written, from the version the page showed; what it said before is kept. The same sent twice is done. */
export async function correctLogEntry(
  tx: Tx,
  shown: LogEntry,
  content: LogContent,
): Promise<Result<null, LogTrouble | 'stale'>> {
  const held = await holdTarget(tx, shown.personId, shown.targetId, content)
  if (!held.ok) return held
  const now = await findLogEntry(tx, shown.rowId)
  if (now === undefined) return refused('unknown')
  if (saysTheSame(now, content) && now.version - shown.version <= 1) return ok(null)
  if (now.version !== shown.version) return refused('stale')
  await insertLogVersion(tx, now)
  if ((await updateLogEntry(tx, now, content)) === 0) return refused('stale')
  await record(tx, {
    action: 'plan-log.corrected',
    about: [shown.personId],
    target: shown.rowId,
    payload: { from: now.version },
  })
  return ok(null)
}

/** As filed on a young person, where the actor may see it: for taking it off the wrong record (K9). */
export async function findFiledLogEntry(tx: Tx, personId: PersonId, id: RowId): Promise<FiledRow | undefined> {
  const entry = await findLogEntry(tx, id)
  const filed = entry?.personId === personId ? await findLogFiling(tx, id) : undefined
  return (
    entry && filed && { rowId: id, said: entry.words, classBit: entry.classBit, filedBy: filed.by, filedAt: filed.at }
  )
}

/** Seals it, with what it said before. Asked as the house. Returns how many: one, or none when it was before. */
export async function sealLogEntry(worker: Tx, personId: PersonId, id: RowId): Promise<number> {
  await holdPlan(worker, personId)
  return (await findLogEntry(worker, id))?.personId === personId ? updateLogSealed(worker, id) : 0
}
