import type { Instant } from '#ground/clock.ts'
import { asHouse, type Tx } from '#ground/database/tx.ts'
import { type JobProgress, recentJobs, send } from '#ground/jobs/index.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { record } from '#rooms/audit/index.ts'
import type { MatchingJobs } from '../jobs.ts'
import type { ModelDocument } from '../weighing/document.ts'
import { findLive } from '../weighing/store/entries.ts'
import { findSetting } from '../weighing/store/setting.ts'
import { choicesOf, isNight, workOfNight } from './rules.ts'
import { findModel, findTried, type ModelInBrief, saveFrozen, saveLink } from './store.ts'

const RECENT = 50

/** The learning that was asked for last, whatever became of it. */
export async function lastLearning(tx: Tx, jobs: MatchingJobs): Promise<JobProgress | undefined> {
  return (await recentJobs(tx, RECENT)).find(job => job.name === jobs.learning.name)
}

/** Whether a job is still to end. */
export function goesOn(job: JobProgress | undefined): boolean {
  return job !== undefined && ['waiting', 'running', 'stopping'].includes(job.state)
}

/** Asks for a new model; one that is under way already is not asked for twice. */
export async function askLearning(tx: Tx, jobs: MatchingJobs): Promise<Result<null, 'under-way'>> {
  if (goesOn(await lastLearning(tx, jobs))) return refused('under-way')
  await send(tx, jobs.learning, { why: 'asked' })
  await record(tx, { action: 'matching.learning-asked' })
  return ok(null)
}

/** Asks for an earlier model again. Its index is made anew, so it becomes a new model with the document of the earlier one. */
export async function askBack(
  tx: Tx,
  jobs: MatchingJobs,
  model: ModelInBrief,
): Promise<Result<null, 'under-way' | 'not-past'>> {
  if (model.state !== 'past') return refused('not-past')
  if (goesOn(await lastLearning(tx, jobs))) return refused('under-way')
  await send(tx, jobs.learning, { why: 'back', model: model.id })
  await record(tx, {
    action: 'matching.back-asked',
    target: model.id,
    payload: { generation: model.generation },
  })
  return ok(null)
}

/** Keeps the model in use as it is, or lets new ones take its place again. */
export async function freeze(tx: Tx, version: number, isFrozen: boolean): Promise<Result<null, 'stale'>> {
  if (!(await saveFrozen(tx, version, isFrozen))) return refused('stale')
  await record(tx, { action: isFrozen ? 'matching.frozen' : 'matching.unfrozen' })
  return ok(null)
}

/**
 * Moves the weight from which on rows are linked without asking to one of those the model reckoned, or back to the model's own.
 * @param bits null for the model's own
 */
export async function moveThreshold(
  tx: Tx,
  version: number,
  bits: number | null,
  document: ModelDocument,
): Promise<Result<null, 'stale' | 'not-offered'>> {
  const before = (await findSetting(tx)).linkBits
  if (bits !== null && !choicesOf(document, before).some(choice => choice.bits === bits)) return refused('not-offered')
  if (!(await saveLink(tx, version, bits))) return refused('stale')
  await record(tx, { action: 'matching.threshold-moved', payload: { before, after: bits } })
  return ok(null)
}

/**
 * What a night does about matching in one partnership: asks for learning where lists came since, or for a look through the records
 * once a week. It asks what is on record and remembers nothing itself, so it may be called as often as one likes.
 * @param listAt when the last list went in
 */
export async function workByNight(
  tx: Tx,
  jobs: MatchingJobs,
  listAt: (worker: Tx) => Promise<Instant | null>,
): Promise<'learn' | 'find' | null> {
  if (!isNight(tx.acting.at)) return null
  const work = await asHouse(tx, 'what matching has to do by night', async worker => {
    const live = await findLive(worker)
    const model = live && (await findModel(worker, live.id))
    return workOfNight({
      at: worker.acting.at,
      isFrozen: (await findSetting(worker)).frozenAt !== null,
      listAt: await listAt(worker),
      madeAt: model?.madeAt ?? null,
      ...(await findTried(worker, jobs.learning.name, jobs.finding.name)),
    })
  })
  // Learning looks through the records when it is done.
  if (work === 'learn') await send(tx, jobs.learning, { why: 'night' })
  if (work === 'find') await send(tx, jobs.finding, {})
  return work
}
