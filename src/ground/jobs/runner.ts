/** Runs jobs: looks for work, takes it in hand, lets go of it. A lock on a connection of its own says it is alive. */
import { randomInt } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import type { Clock } from '../clock.ts'
import { connectionConfig, openPool, type Place } from '../database/connect.ts'
import type { Database } from '../database/open.ts'
import { codeOf } from '../database/trouble.ts'
import type { Log } from '../log.ts'
import { claim, namesWithWork, RUNNER_LOCKS, releaseDead } from './claim.ts'
import type { JobDefinition } from './define.ts'
import { bossOn } from './queue.ts'
import { type Hands, type JobInHand, runJob } from './run-job.ts'

/** Jobs being run. */
export interface Jobs {
  /** Looks for work now, without waiting for the next look. */
  nudge(): void
  /** Resolves when nothing is in hand and nothing is due: for tests and commands that wait for their job. */
  idle(): Promise<void>
  /** Takes nothing more in hand, lets running jobs come to their next save, and lets go of them: they go on later. */
  stop(): Promise<void>
}

/** What a runner is given. */
export interface JobsOptions {
  /** The database, as the program. */
  readonly place: Place
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
  readonly definitions: readonly JobDefinition[]
  /** How many jobs run side by side; of those in the background one. */
  readonly atOnce?: number
  /** How long between looks for work, in milliseconds. */
  readonly everyMs?: number
}

const MAINTENANCE_MS = 300_000
const MISSING_MS = 15_000
const AFTER_TROUBLE_MS = 1000

/**
 * Starts to run jobs. What a killed process left in hand is released first.
 * @throws DatabaseTrouble or the database's own error when it cannot be reached
 */
export async function startJobs(options: JobsOptions): Promise<Jobs> {
  const { place, database, clock, log } = options
  const definitions = new Map(options.definitions.map(definition => [definition.name, definition]))
  const names = [...definitions.keys()]
  const pool = openPool(place, 'worker', 3)
  const hands: Hands = { pool, database, clock, log }
  const inHand = new Map<JobInHand, JobDefinition>()
  let lock = await holdLock(place)
  const ending = new AbortController()
  let lastMissing = performance.now()
  let lastMaintenance = performance.now()
  let wake = () => {}
  let taking = false
  let ends = 0
  await releaseDead(pool, names, clock.now())
  const looking = lookOn()
  return { nudge: () => wake(), idle, stop }

  async function lookOn(): Promise<void> {
    while (!ending.signal.aborted) {
      try {
        if (!lock.held()) lock = await takeLockAgain()
        await lookAfter()
        taking = true
        await takeWork()
      } catch (error) {
        log.error({ code: codeOf(error) }, 'looking for jobs failed')
        await restOrWake(AFTER_TROUBLE_MS)
      } finally {
        taking = false
      }
      if (!ending.signal.aborted) await restOrWake(options.everyMs ?? 500)
    }
  }

  async function takeWork(): Promise<void> {
    for (const name of await namesWithWork(pool, names)) {
      const definition = definitions.get(name)
      if (definition !== undefined) while (mayTake(definition) && (await takeOne(definition)));
    }
  }

  function mayTake(definition: JobDefinition): boolean {
    if (inHand.size >= (options.atOnce ?? 2) || ending.signal.aborted) return false
    return !definition.background || [...inHand.values()].every(other => !other.background)
  }

  async function takeOne(definition: JobDefinition): Promise<boolean> {
    const claimed = await claim(pool, definition.name, lock.runner, clock.now())
    if (claimed === undefined) return false
    const job = runJob(hands, definition, claimed)
    inHand.set(job, definition)
    void job.ended.then(() => {
      inHand.delete(job)
      ends++
      return wake()
    })
    return true
  }

  async function lookAfter(): Promise<void> {
    const now = performance.now()
    if (now - lastMissing > MISSING_MS) {
      lastMissing = now
      const released = await releaseDead(pool, names, clock.now())
      if (released > 0) log.warn({ count: released }, 'jobs of a runner that is gone were released')
    }
    if (now - lastMaintenance > MAINTENANCE_MS) {
      lastMaintenance = now
      await tidy()
    }
  }

  // pg-boss's own expiry is left out: here a runner ends its jobs in time, and a dead runner is missed by its lock.
  async function tidy(): Promise<void> {
    const client = await pool.connect()
    try {
      const queue = bossOn(client) as ReturnType<typeof bossOn> & { drop(): Promise<void> }
      await queue.archive()
      await queue.drop()
    } finally {
      client.release()
    }
  }

  // While the connection was away others may have taken our jobs for lost: none of them may go on. With a new number
  // those still in hand count as a dead runner's, and are released like any other's.
  async function takeLockAgain(): Promise<RunnerLock> {
    for (const job of inHand.keys()) job.stop('lost')
    lastMissing = Number.NEGATIVE_INFINITY
    return holdLock(place)
  }

  async function idle(): Promise<void> {
    while (true) {
      const quiet = () => inHand.size === 0 && !taking
      const before = ends
      // What came into hand or out of it while the queue was asked makes the answer stale.
      if (quiet() && (await namesWithWork(pool, names)).length === 0 && quiet() && ends === before) return
      wake()
      await pause(5)
    }
  }

  async function stop(): Promise<void> {
    ending.abort()
    wake()
    await looking
    for (const job of inHand.keys()) job.stop('leaving')
    await Promise.all([...inHand.keys()].map(job => job.ended))
    await Promise.all([lock.close(), pool.end()])
  }

  function restOrWake(milliseconds: number): Promise<void> {
    return new Promise(resolve => {
      const timer = setTimeout(resolve, milliseconds)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}

interface RunnerLock {
  /** The number this runner is known by. */
  readonly runner: number
  held(): boolean
  close(): Promise<void>
}

// Held by the connection: it goes in the moment our process or the way to the server does.
async function holdLock(place: Place): Promise<RunnerLock> {
  const runner = randomInt(1, 2 ** 31 - 1)
  const client = new Client(connectionConfig(place, 'worker'))
  let held = true
  const lost = () => {
    held = false
  }
  client.on('error', lost)
  client.on('end', lost)
  await client.connect()
  await client.query('select pg_advisory_lock($1::int, $2::int)', [RUNNER_LOCKS, runner])
  return { runner, held: () => held, close: () => client.end() }
}
