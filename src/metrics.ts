/**
 * What a monitor may know of a running program, as Prometheus reads it: counts, ages and durations. No name, no identifier, no search
 * text, and no number small enough to be a person: partners and partnerships stand by their ids.
 */
import { createServer, type Server } from 'node:http'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { addMs, type Clock, type Instant, toMs } from '#ground/clock.ts'
import type { Database } from '#ground/database/open.ts'
import { asHouse } from '#ground/database/tx.ts'
import { INSTALLATION, type PartnershipId } from '#ground/ids.ts'
import { countJobs } from '#ground/jobs/index.ts'
import type { Log } from '#ground/log.ts'
import { findLag } from '#rooms/audit/index.ts'
import { listPartnerships } from '#rooms/directory/index.ts'
import { listFeeds } from '#rooms/intake/index.ts'
import type { Answer } from '#web/serve.ts'
import { commandActing } from './acting.ts'

export type Metrics = {
  /** Counts one answered request. */
  answered(answer: Answer): void
  /** All of it as text, asked of the database anew. */
  text(): Promise<string>
  readonly contentType: string
}

/** Upper ends in seconds: the budget of a page (20 ms), of a search (40 ms), and what is far from both. */
const BUCKETS = [0.005, 0.01, 0.02, 0.04, 0.08, 0.15, 0.3, 0.6, 1.2, 2.5, 5, 10]
const DAY_MS = 86_400_000

/** The meters of one program. */
export function openMetrics({ database, clock }: { database: Database; clock: Clock }): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'connexions_http_request_seconds',
    help: 'Time to answer a request, by the pattern of its address.',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers,
  })
  const jobs = gauge('connexions_jobs', 'Long work that waits, runs, or failed within a day.', ['kind', 'state'])
  const jobAge = gauge('connexions_job_oldest_seconds', 'Since when nothing was heard of the oldest of them.', [
    'kind',
    'state',
  ])
  const unsealed = gauge('connexions_audit_unsealed_events', 'Events of the audit that wait for their seal.', [])
  const lag = gauge(
    'connexions_audit_lag_seconds',
    'How long the oldest of them has waited; the sealer works every 15 seconds.',
    [],
  )
  const feeds = gauge(
    'connexions_feed_age_seconds',
    'Since when a partner with an agreement sent no list that went in; -1 for never.',
    ['partnership', 'organisation'],
  )
  const up = gauge('connexions_database_up', '1 when the database answers.', [])
  // Who waits for one: above nothing for long, the pool is too small.
  const pool = gauge('connexions_database_connections', 'Connections of the pool of the pages.', ['state'])
  const transactions = new Counter({
    name: 'connexions_database_transactions_total',
    help: 'Transactions of the pages by how they ended.',
    labelNames: ['end'],
    registers,
  })

  function gauge(name: string, help: string, labelNames: string[]): Gauge {
    return new Gauge({ name, help, labelNames, registers })
  }

  async function ask(): Promise<void> {
    const { connections, idle, waiting } = database.stats
    pool.set({ state: 'in-use' }, connections - idle)
    pool.set({ state: 'idle' }, idle)
    pool.set({ state: 'waiting' }, waiting)
    transactions.reset()
    transactions.inc({ end: 'committed' }, database.stats.committed)
    transactions.inc({ end: 'rolled-back' }, database.stats.rolledBack)
    const ready = await database.ready().catch(() => false)
    up.set(ready ? 1 : 0)
    if (!ready) return
    const standing = await standingOf(database, clock)
    for (const meter of [jobs, jobAge, feeds]) meter.reset()
    for (const { kind, state, n, since } of merged(standing.jobs)) {
      jobs.set({ kind, state }, n)
      jobAge.set({ kind, state }, secondsSince(since, clock))
    }
    unsealed.set(standing.unsealed)
    lag.set(standing.oldest === null ? 0 : secondsSince(standing.oldest, clock))
    for (const feed of standing.feeds)
      feeds.set(
        { partnership: feed.partnership, organisation: feed.organisation },
        feed.appliedAt === null ? -1 : secondsSince(feed.appliedAt, clock),
      )
  }

  return {
    answered: ({ method, route, status, seconds }) =>
      requests.observe({ method, route, status: String(status) }, seconds),
    text: async () => {
      await ask()
      return registry.metrics()
    },
    contentType: registry.contentType,
  }
}

function secondsSince(at: Instant, clock: Clock): number {
  return Math.max(0, (toMs(clock.now()) - toMs(at)) / 1000)
}

type JobsOfAKind = { readonly kind: string; readonly state: string; readonly n: number; readonly since: Instant }

/** Those of every partnership together: how many, and since when the oldest. */
function merged(all: readonly JobsOfAKind[]): JobsOfAKind[] {
  const byKind = new Map<string, JobsOfAKind>()
  for (const one of all) {
    const key = `${one.kind} ${one.state}`
    const known = byKind.get(key)
    const since = known !== undefined && known.since < one.since ? known.since : one.since
    byKind.set(key, { ...one, n: one.n + (known?.n ?? 0), since })
  }
  return [...byKind.values()]
}

type Standing = {
  readonly jobs: readonly JobsOfAKind[]
  readonly unsealed: number
  readonly oldest: Instant | null
  readonly feeds: readonly { partnership: string; organisation: string; appliedAt: Instant | null }[]
}

/** Of every partnership and of the installation, one short transaction each: row security lets nobody ask about all at once. */
async function standingOf(database: Database, clock: Clock): Promise<Standing> {
  const partnerships = await database.transaction(commandActing(clock, 'metrics'), listPartnerships)
  const all: Standing[] = []
  for (const id of [INSTALLATION, ...partnerships.map(one => one.id)]) all.push(await oneStanding(database, clock, id))
  return {
    jobs: all.flatMap(one => one.jobs),
    unsealed: all.reduce((sum, one) => sum + one.unsealed, 0),
    oldest:
      all
        .map(one => one.oldest)
        .filter(at => at !== null)
        .toSorted()[0] ?? null,
    feeds: all.flatMap(one => one.feeds),
  }
}

async function oneStanding(database: Database, clock: Clock, id: PartnershipId): Promise<Standing> {
  const acting = { ...commandActing(clock, 'metrics', id), actorKind: 'clock' as const }
  return database.transaction(acting, tx =>
    asHouse(tx, 'counting for the monitor', async worker => {
      const { waiting, since } = await findLag(worker)
      const feeds = await listFeeds(worker)
      return {
        jobs: await countJobs(worker, addMs(clock.now(), -DAY_MS)),
        unsealed: waiting,
        oldest: since,
        feeds: feeds.map(feed => ({ partnership: id, organisation: feed.organisationId, appliedAt: feed.appliedAt })),
      }
    }),
  )
}

/**
 * Answers `/metrics` on a port of its own, which no proxy leads to. One asking at a time: a monitor that asks again while it is
 * answered waits for the same answer.
 */
export async function listenForMonitor(
  metrics: Metrics,
  where: { host: string; port: number; log: Log },
): Promise<{ port: number; close(): Promise<void> }> {
  let asking: Promise<string> | undefined
  const server: Server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end()
      return
    }
    asking ??= metrics.text().finally(() => {
      asking = undefined
    })
    asking.then(
      text => response.writeHead(200, { 'content-type': metrics.contentType }).end(text),
      (trouble: Error) => {
        where.log.error({ kind: trouble.name }, 'counting for the monitor failed')
        response.writeHead(500).end()
      },
    )
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(where.port, where.host, resolve)
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : where.port,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
