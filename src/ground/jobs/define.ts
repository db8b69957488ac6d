/** What a kind of job is: its name, what it does, how often it is tried. */
import type { Acting, Tx } from '../database/tx.ts'
import type { JobId, OrganisationId, PartnershipId } from '../ids.ts'

/** What a job is about: ids and codes by name. Nothing about a person ever goes into the queue. */
export type JobIds = Readonly<Record<string, string>>

/** How far a job is, and where it would go on. */
export interface Progress {
  /** The step it is in: a word of the job's own. */
  readonly step: string | null
  readonly done: number
  readonly total: number | null
  /** Where to go on after an interruption, in the job's own terms (ids and counts); null at the beginning. */
  readonly position: unknown
}

/** A job under way, as its handler sees it. */
export interface RunningJob {
  readonly id: JobId
  readonly partnershipId: PartnershipId
  readonly ids: JobIds
  /** 1 the first time, one more after each interruption or failure. */
  readonly attempt: number
  /** As it was last saved: where to go on. */
  readonly progress: Progress
  /** Who asked for it (`account:...`), for which organisation and on what basis: rights are to be checked again. */
  readonly askedBy: string
  readonly askedFor: OrganisationId | null
  readonly basis: string | null
  /** Aborted when the job is to stop: it was cancelled, the program is ending, its time is up, or it was lost. */
  readonly signal: AbortSignal
  /**
   * Runs work in a transaction of the job's: as the clock, on the job's basis, in its partnership.
   * @param terms what is different: the holders whose grants it acts on, for instance
   */
  transaction<T>(work: (tx: Tx) => Promise<T>, terms?: Partial<Acting>): Promise<T>
  /**
   * Saves how far it is, together with the work of the same transaction: after an interruption neither is there without
   * the other. Throws when the job is to stop, which undoes the transaction; let that error pass.
   */
  save(tx: Tx, progress: Partial<Progress>): Promise<void>
}

/** A kind of job. */
export interface JobDefinition {
  readonly name: string
  /** How often it is tried again after it failed or its process was killed, and after how many seconds. */
  readonly retry: { readonly limit: number; readonly delaySeconds: number }
  /** The longest it may take, in minutes (at most 24 hours): after that it counts as failed. */
  readonly expireMinutes: number
  /** When true, asking again for what already waits is answered by the one that waits. */
  readonly once: boolean
  /**
   * Work of minutes or hours that nobody waits for. One such job is in hand at a time, whatever its kind, so that what somebody waits for
   * always finds a hand free.
   */
  readonly background: boolean
  readonly handler: (job: RunningJob) => Promise<void>
}

/**
 * Defines a kind of job.
 * @param name lower case with dots (`returns.gather`)
 */
export function defineJob(
  name: string,
  options: Partial<Omit<JobDefinition, 'name'>> & Pick<JobDefinition, 'handler'>,
): JobDefinition {
  if (!/^[a-z][a-z0-9.-]{1,60}$/.test(name)) throw new RangeError(`not a name for a job: ${name}`)
  return { name, retry: { limit: 3, delaySeconds: 10 }, expireMinutes: 60, once: false, background: false, ...options }
}
