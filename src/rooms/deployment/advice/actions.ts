/** A team that takes on the adviser's task together, and what it asks its specialist. */
import type { Tx } from '#ground/database/tx.ts'
import type { AccountId, GroupId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { record } from '#rooms/audit/index.ts'
import { sendNotice } from '#rooms/notices/index.ts'
import { findAdviser } from '../actions/colleagues.ts'
import type { Advice } from './advice.ts'
import { endTask, findTask, insertAdvice, listAdvice, updateAdvice, upsertTask } from './store.ts'

/**
 * A team takes it on together, with a specialist it asks.
 * @returns refused `no-adviser` for somebody who is none
 */
export async function takeOnTogether(
  tx: Tx,
  teamId: GroupId,
  task: { readonly specialistId: AccountId; readonly about: string },
): Promise<Result<null, 'no-adviser'>> {
  if (!(await findAdviser(tx, task.specialistId))) return refused('no-adviser')
  await upsertTask(tx, teamId, task)
  await record(tx, { action: 'team.task-set', target: teamId, payload: { specialist: task.specialistId } })
  return ok(null)
}

/** It does so no more; what was asked stays. */
export async function endTogether(tx: Tx, teamId: GroupId): Promise<void> {
  if ((await endTask(tx, teamId)) > 0) await record(tx, { action: 'team.task-ended', target: teamId })
}

/**
 * Asks the specialist of a team. Sent twice, it is one.
 * @returns refused `no-specialist` where the team has none, or whoever asks is the one
 */
export async function askSpecialist(
  tx: Tx,
  teamId: GroupId,
  by: AccountId,
  question: string,
): Promise<Result<RowId, 'no-specialist'>> {
  const task = await findTask(tx, teamId)
  if (task === undefined || task.specialistId === by) return refused('no-specialist')
  const same = (await listAdvice(tx, by)).find(
    one => one.state === 'asked' && one.askedBy === by && one.question === question,
  )
  if (same) return ok(same.rowId)
  const id = await insertAdvice(tx, { teamId, askedBy: by, askedOf: task.specialistId, question })
  await record(tx, { action: 'advice.asked', target: id })
  await sendNotice(tx, { accountId: task.specialistId, kind: 'advice.asked', targetId: id })
  return ok(id)
}

/** The specialist answers, from the version the page showed; whoever asked is told. */
export async function answerAdvice(
  tx: Tx,
  shown: Advice,
  by: AccountId,
  answer: string,
): Promise<Result<null, 'not-theirs' | 'stale'>> {
  if (shown.askedOf !== by) return refused('not-theirs')
  if ((await updateAdvice(tx, shown, { state: 'answered', answer })) === 0) return refused('stale')
  await record(tx, { action: 'advice.answered', target: shown.rowId })
  await sendNotice(tx, { accountId: shown.askedBy, kind: 'advice.answered', targetId: shown.rowId })
  return ok(null)
}

/** Whoever asked takes it back. */
export async function withdrawAdvice(
  tx: Tx,
  shown: Advice,
  by: AccountId,
): Promise<Result<null, 'not-theirs' | 'stale'>> {
  if (shown.askedBy !== by) return refused('not-theirs')
  if ((await updateAdvice(tx, shown, { state: 'withdrawn', answer: '' })) === 0) return refused('stale')
  await record(tx, { action: 'advice.withdrawn', target: shown.rowId })
  return ok(null)
}
