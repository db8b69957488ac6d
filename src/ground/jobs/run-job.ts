/** One job in hand: its handler is run, and its saves are kept only as long as it is ours and nobody asked it to stop. */
import { sql } from 'kysely'
import type { Pool } from 'pg'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/open.ts'
import { codeOf } from '../database/trouble.ts'
import type { Acting, Tx } from '../database/tx.ts'
import type { JobId, OrganisationId, PartnershipId } from '../ids.ts'
import type { Log } from '../log.ts'
import { type Claimed, type Ending, release } from './claim.ts'
import type { JobDefinition, JobIds, Progress, RunningJob } from './define.ts'

/** Why a handler is told to stop. */
export type StopReason = 'cancelled' | 'leaving' | 'lost' | 'time-up'

/** Thrown by `save` (and found in `signal.reason`) when a job is to stop. A handler lets it pass. */
export class JobStopped extends Error {
  override readonly name = 'JobStopped'
  readonly reason: StopReason

  constructor(reason: StopReason) {
    super(`the job is to stop: ${reason}`)
    this.reason = reason
  }
}

/** What every job of a runner shares. */
export interface Hands {
  readonly pool: Pool
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
}

/** A handler under way. */
export interface JobInHand {
  stop(reason: StopReason): void
  /** Settles when the job has been let go of. Never rejects. */
  readonly ended: Promise<void>
}

/** Runs the handler of a job that was claimed, and lets go of it when it ends. */
export function runJob(hands: Hands, definition: JobDefinition, claimed: Claimed): JobInHand {
  const controller = new AbortController()
  const stop = (reason: StopReason) => {
    if (!controller.signal.aborted) controller.abort(new JobStopped(reason))
  }
  const timer = setTimeout(stop, definition.expireMinutes * 60_000, 'time-up')
  timer.unref()
  const ended = carryOut(hands, definition, claimed, controller.signal)
    .catch((error: unknown) => {
      // The database is away: the job stays in hand until this runner is missed, and goes on then.
      hands.log.error({ job: claimed.job_id, name: claimed.name, code: codeOf(error) }, 'a job could not be let go of')
    })
    .finally(() => clearTimeout(timer))
  return { stop, ended }
}

async function carryOut(hands: Hands, definition: JobDefinition, claimed: Claimed, signal: AbortSignal): Promise<void> {
  const { log, pool, clock } = hands
  const fields = { job: claimed.job_id, name: claimed.name, attempt: claimed.attempt }
  const began = performance.now()
  const ending = await endingOf(definition.handler(runningJob(hands, claimed, signal)), signal)
  const milliseconds = Math.round(performance.now() - began)
  if (ending === 'lost') {
    log.warn(fields, 'a job was lost to another runner')
    return
  }
  const kept = await release(pool, claimed, ending, clock.now())
  if (ending.state === 'failed') log.error({ ...fields, failure: ending.failure, milliseconds }, 'a job failed')
  else log.info({ ...fields, state: ending.state, kept, milliseconds }, 'a job ended')
}

async function endingOf(work: Promise<void>, signal: AbortSignal): Promise<Ending | 'lost'> {
  const stopped = new Promise<never>((_, reject) => {
    // A handler that does not listen is left to itself after a moment; it cannot save any more once the job is let go.
    signal.addEventListener('abort', () => setTimeout(reject, 5000, signal.reason).unref(), { once: true })
  })
  try {
    await Promise.race([work, stopped])
    return { state: 'done' }
  } catch (error) {
    if (!(error instanceof JobStopped)) return { state: 'failed', failure: failureCode(error) }
    switch (error.reason) {
      case 'cancelled':
        return { state: 'cancelled' }
      case 'leaving':
        return { state: 'waiting' }
      case 'time-up':
        return { state: 'failed', failure: 'time-up' }
      case 'lost':
        return 'lost'
      default:
        return error.reason satisfies never
    }
  }
}

function runningJob(hands: Hands, claimed: Claimed, signal: AbortSignal): RunningJob {
  const { database, clock } = hands
  const job: RunningJob = {
    id: claimed.job_id as JobId,
    partnershipId: claimed.partnership_id as PartnershipId,
    ids: claimed.ids as JobIds,
    attempt: claimed.attempt,
    progress: progressOf(claimed),
    askedBy: claimed.asked_by,
    askedFor: claimed.asked_for as OrganisationId | null,
    basis: claimed.basis,
    signal,
    transaction: (work, terms) => {
      signal.throwIfAborted()
      return database.transaction({ ...actingFor(claimed, clock), ...terms }, work, { statementSeconds: 600 })
    },
    save: (tx, progress) => save(tx, claimed, progress, signal),
  }
  return job
}

function actingFor(claimed: Claimed, clock: Clock): Acting {
  return {
    partnershipId: claimed.partnership_id as PartnershipId,
    holders: [],
    actorKind: 'clock',
    actorId: null,
    organisationId: claimed.asked_for as OrganisationId | null,
    at: clock.now(),
    today: clock.today(),
    requestId: `job:${claimed.job_id}`,
    reason: claimed.basis,
  }
}

// The row is the fence: a runner whose number is not on it any more, or that was asked to stop, keeps nothing.
async function save(tx: Tx, claimed: Claimed, progress: Partial<Progress>, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted()
  const { position, ...counts } = progress
  const row = await tx.db
    .updateTable('job_progress')
    .set({
      ...counts,
      ...(position === undefined ? {} : { position: sql`${JSON.stringify(position)}::jsonb` }),
      updated_at: tx.acting.at,
    })
    .where('partnership_id', '=', claimed.partnership_id)
    .where('job_id', '=', claimed.job_id)
    .where('runner', '=', claimed.runner)
    .returning('state')
    .executeTakeFirst()
  if (row === undefined) throw new JobStopped('lost')
  if (row.state === 'stopping') throw new JobStopped('cancelled')
}

function progressOf(claimed: Claimed): Progress {
  return { step: claimed.step, done: claimed.done, total: claimed.total, position: claimed.position }
}

// A code or the kind of error, never its message: messages hold what people typed.
function failureCode(error: unknown): string {
  return codeOf(error) ?? (error instanceof Error ? error.name : 'unknown')
}
