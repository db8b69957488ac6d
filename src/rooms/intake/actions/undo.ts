/** Takes a list back: one that was applied and is undone, or one that was stopped while it applied. */
import { asHouse, type Tx } from '#ground/database/tx.ts'
import type { PersonId, RowId } from '#ground/ids.ts'
import type { RunningJob } from '#ground/jobs/index.ts'
import { record } from '#rooms/audit/index.ts'
import { findMergeOfRun } from '#rooms/matching/index.ts'
import type { Run } from '../run.ts'
import {
  endAccessOfWithdrawn,
  listEffects,
  listNamedBy,
  refreshShown,
  undoEffect,
  withdrawSourceRows,
} from '../store/effects.ts'
import { withdrawQuestions } from '../store/questions.ts'
import { deleteRows, findNewerRun } from '../store/rows.ts'
import { holdRun, moveRun } from '../store/runs.ts'

/**
 * The job of undoing: what was added leaves every list, search and grant; versions and audit stay. All of it happens in one
 * transaction: a kill in between leaves the list as it was, and the job goes on with it.
 */
export async function undoList(job: RunningJob): Promise<void> {
  const runId = job.ids['run'] as RowId
  await job.transaction(async tx => {
    const run = await holdRun(tx, runId, ['undoing', 'stopping'])
    if (!run) return
    const isStopped = run.state === 'stopping'
    // One may have come since it was asked: then this list stands, and its page says which goes first (decision 0018).
    // So may have a joining of records it names.
    const isUnder = async (worker: Tx) =>
      (await findNewerRun(worker, runId)) !== undefined || (await findMergeOfRun(worker, runId)) !== undefined
    if (!isStopped && (await asHouse(tx, 'undoing a list', isUnder))) {
      await moveRun(tx, runId, ['undoing'], 'applied')
      await record(tx, { action: 'list.undo-refused', target: runId })
      return
    }
    const withdrawn = await asHouse(tx, 'undoing a list', async worker => {
      const people = await takeBack(worker, run)
      // Cancelled is cancelled: its rows go as those of a list that never applied.
      if (isStopped) await deleteRows(worker, runId)
      return people
    })
    await moveRun(tx, runId, ['undoing', 'stopping'], isStopped ? 'cancelled' : 'undone')
    await record(tx, {
      action: isStopped ? 'list.cancelled' : 'list.undone',
      target: runId,
      about: withdrawn,
      payload: { withdrawn: withdrawn.length },
    })
    await job.save(tx, { step: 'undo', done: withdrawn.length, total: withdrawn.length })
  })
}

/** Takes every effect of a run back. Runs as the house. */
async function takeBack(tx: Tx, run: Run): Promise<PersonId[]> {
  for (const effect of await listEffects(tx, run.id)) await undoEffect(tx, effect)
  const people = await endAccessOfWithdrawn(tx, run.id)
  await refreshShown(tx, await listNamedBy(tx, run.id))
  await withdrawSourceRows(tx, run)
  await withdrawQuestions(tx, run.id)
  return people
}
