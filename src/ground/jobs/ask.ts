/** What can be asked of jobs from within a transaction: do this, stop that, try it again, how far is it. */

import type { Selectable } from 'kysely'
import { type Instant, toMs } from '../clock.ts'
import type { JobProgressTable } from '../database/tables.ts'
import { query, type Tx } from '../database/tx.ts'
import { type JobId, newId } from '../ids.ts'
import { ok, type Result, refused } from '../result.ts'
import type { JobDefinition, JobIds } from './define.ts'
import { boss, onTx } from './queue.ts'

/** How far a job is, for the page that shows it. */
export type JobProgress = Selectable<JobProgressTable>

/**
 * Asks for a job, in the same transaction as the change that calls for it: it is there exactly when the change is.
 * @param ids what it is about: ids and codes, never names
 * @param options.after do it no earlier than this (by the machine's clock)
 * @returns the job's id; of the one that waits already, where the kind is `once` and the same is asked again
 * @throws RangeError when an id looks like text about a person
 */
export async function send(
  tx: Tx,
  definition: JobDefinition,
  ids: JobIds,
  options: { after?: Instant } = {},
): Promise<JobId> {
  assertIds(ids)
  const { acting } = tx
  const id = newId<'job'>(acting.at) as JobId
  const key = definition.once ? keyOf(acting.partnershipId, ids) : undefined
  const sent = await boss.send(
    definition.name,
    { partnership_id: acting.partnershipId },
    {
      id,
      db: onTx(tx),
      ...(key === undefined ? {} : { singletonKey: key }),
      ...(options.after === undefined ? {} : { startAfter: options.after }),
    },
  )
  if (sent === null) return waitingJob(tx, definition, ids)
  await tx.db
    .insertInto('job_progress')
    .values({
      partnership_id: acting.partnershipId,
      job_id: id,
      name: definition.name,
      ids: JSON.stringify(ids),
      state: 'waiting',
      asked_by: `${acting.actorKind}:${acting.actorId ?? ''}`,
      asked_for: acting.organisationId,
      basis: acting.reason,
      asked_at: acting.at,
      updated_at: acting.at,
    })
    .execute()
  return id
}

/** How far a job of this partnership is, or undefined when there is none of that id. */
export async function findJob(tx: Tx, id: JobId): Promise<JobProgress | undefined> {
  return tx.db
    .selectFrom('job_progress')
    .selectAll()
    .where('partnership_id', '=', tx.acting.partnershipId)
    .where('job_id', '=', id)
    .executeTakeFirst()
}

/** The partnership's jobs, the latest first. */
export async function recentJobs(tx: Tx, limit: number): Promise<JobProgress[]> {
  return tx.db
    .selectFrom('job_progress')
    .selectAll()
    .where('partnership_id', '=', tx.acting.partnershipId)
    .orderBy('asked_at', 'desc')
    .limit(limit)
    .execute()
}

/**
 * Asks a job to stop. One that waits is cancelled at once; one that runs stops at its next save and keeps what it saved.
 * @returns the state it is in now
 */
export async function cancelJob(tx: Tx, id: JobId): Promise<Result<'cancelled' | 'stopping', 'not-found' | 'ended'>> {
  const job = await findJob(tx, id)
  if (job === undefined) return refused('not-found')
  // The queue's row first, as the runner does, so that the two never wait for each other.
  const stopped = await query(
    tx,
    `update pgboss.job set state = 'cancelled', completed_on = now()
      where name = $1 and id = $2 and state < 'active' returning id`,
    [job.name, id],
  )
  const state = stopped.length > 0 ? 'cancelled' : 'stopping'
  const { numUpdatedRows } = await tx.db
    .updateTable('job_progress')
    .set({ state, updated_at: tx.acting.at, finished_at: state === 'cancelled' ? tx.acting.at : null })
    .where('partnership_id', '=', tx.acting.partnershipId)
    .where('job_id', '=', id)
    .where('state', 'in', ['waiting', 'running', 'stopping'])
    .executeTakeFirst()
  return numUpdatedRows === 1n ? ok(state) : refused('ended')
}

/** Lets a job that failed or was cancelled go on from where it was. */
export async function retryJob(
  tx: Tx,
  definition: JobDefinition,
  id: JobId,
): Promise<Result<JobId, 'not-found' | 'not-ended'>> {
  const job = await findJob(tx, id)
  if (job === undefined || job.name !== definition.name) return refused('not-found')
  const { numUpdatedRows } = await tx.db
    .updateTable('job_progress')
    .set({ state: 'waiting', failure: null, runner: null, finished_at: null, updated_at: tx.acting.at })
    .where('partnership_id', '=', tx.acting.partnershipId)
    .where('job_id', '=', id)
    .where('state', 'in', ['failed', 'cancelled'])
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return refused('not-ended')
  const db = onTx(tx)
  // Put in anew: the queue may have laid the old one in its archive by now.
  await boss.deleteJob(definition.name, id, { db })
  const key = definition.once
    ? { singletonKey: `${keyOf(tx.acting.partnershipId, job.ids as JobIds)}:again:${id}` }
    : {}
  await boss.send(definition.name, { partnership_id: tx.acting.partnershipId }, { id, db, ...key })
  return ok(id)
}

/** Milliseconds a job has been running, by the clock; undefined before it began. */
export function runningFor(job: JobProgress, now: Instant): number | undefined {
  return job.started_at === null ? undefined : toMs(now) - toMs(job.started_at)
}

async function waitingJob(tx: Tx, definition: JobDefinition, ids: JobIds): Promise<JobId> {
  const waiting = await tx.db
    .selectFrom('job_progress')
    .select('job_id')
    .where('partnership_id', '=', tx.acting.partnershipId)
    .where('name', '=', definition.name)
    .where('state', '=', 'waiting')
    .where('ids', '=', JSON.stringify(ids))
    .orderBy('asked_at', 'desc')
    .executeTakeFirst()
  if (waiting === undefined) throw new Error(`the queue "${definition.name}" is missing or did not take the job`)
  return waiting.job_id as JobId
}

/** What makes two askings of one kind the same, for kinds of which only one may wait. */
export function keyOf(partnershipId: string, ids: JobIds): string {
  const sorted = Object.entries(ids).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `${partnershipId}:${sorted.map(([name, value]) => `${name}=${value}`).join('&')}`
}

// An id or a code has no blanks and is short; a name typed by someone mostly has or is.
function assertIds(ids: JobIds): void {
  for (const [name, value] of Object.entries(ids)) {
    if (!/^[\w.:/-]{1,100}$/.test(value))
      throw new RangeError(`"${name}" is not an id: only ids and codes go into a job`)
  }
}

/** Jobs of the partnership by kind and state, with the longest wait: those that have not ended, and those that failed since. */
export async function countJobs(
  tx: Tx,
  failedSince: Instant,
): Promise<{ kind: string; state: string; n: number; since: Instant }[]> {
  return query(
    tx,
    `select name as kind, state, count(*)::int as n, min(updated_at) as since from job_progress
      where partnership_id = $1 and (state in ('waiting', 'running', 'stopping') or (state = 'failed' and updated_at > $2))
      group by name, state order by name, state`,
    [tx.acting.partnershipId, failedSince],
  )
}
