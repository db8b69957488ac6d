/** The bench from start to end: a database of its own, people, the real server, and the clock on each line. */
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Clock } from '#ground/clock.ts'
import type { ReadyDatabase } from '#ground/database/begin.ts'
import type { Log } from '#ground/log.ts'
import { listPartnerships } from '#rooms/directory/index.ts'
import { openSealer } from '#rooms/identity/index.ts'
import { listFolder } from '#rooms/intake/index.ts'
import { assetFolder } from '#web/assets.ts'
import { commandActing } from '../acting.ts'
import { buildHouse } from '../house.ts'
import { houseJobs } from '../house-jobs.ts'
import { type Figures, measure } from './asking.ts'
import { measureIntake } from './intake.ts'
import { drawUp } from './lines.ts'
import { furnishPeople, type Place } from './people.ts'
import type { Outcome } from './report.ts'
import { countContents, furnishInBulk } from './store.ts'

export type Benching = {
  readonly ready: ReadyDatabase
  readonly clock: Clock
  readonly log: Log
  readonly dataDir: string
  readonly people: number
  readonly times: number
  /** Only the lines whose name holds this. */
  readonly only: string
  say(line: string): void
}

const NAMES = ['Bench first', 'Bench second', 'Bench third'] as const
const SEED = 7

/** Furnishes the database unless it is, measures, and answers with the figures. */
export async function runBench(benching: Benching): Promise<Omit<Outcome, 'commit'>> {
  const { ready, clock, log, dataDir, people, times, only, say } = benching
  const place = await furnish(benching)
  const contents = await countContents(ready.ownerPlace)
  const served = await serveBench(benching)
  const figures: Figures[] = []
  try {
    for (const line of await drawUp(ready, clock, place, served.port)) {
      if (!line.name.toLowerCase().includes(only)) continue
      figures.push(await measure(served.port, line, times, served.takeTimes))
      const last = figures.at(-1)
      say(
        `${line.name}: p50 ${last?.p50.toFixed(1)} ms, p95 ${last?.p95.toFixed(1)} ms, ${Math.round(last?.rate ?? 0)} a second`,
      )
    }
  } finally {
    await served.app.close()
  }
  const intake = ['intake', 'lists'].some(name => name.includes(only))
    ? await measureIntake(ready, { clock, log, dataDir, place })
    : { rows: 0, seconds: 1, lists: 0, asked: 0 }
  return { figures, intake, contents, people, times }
}

async function furnish({ ready, clock, people, say }: Benching): Promise<Place> {
  const there = await ready.database.transaction(commandActing(clock, 'bench'), listPartnerships)
  const first = there.find(p => p.name === NAMES[0])
  if (first) return { partnershipId: first.id, name: first.name, seed: SEED, size: people }
  const started = performance.now()
  const places: Place[] = []
  for (const [i, name] of NAMES.entries())
    places.push(await furnishPeople(ready, clock, name, i === 0 ? people : Math.ceil(people / 4), SEED + i))
  await furnishInBulk(ready.ownerPlace, clock.now(), clock.today())
  say(`The database was made in ${Math.round((performance.now() - started) / 1000)} seconds.`)
  return places[0] as Place
}

type Serving = { readonly app: FastifyInstance; readonly port: number; takeTimes(): number[] }

/** The real house on a port of its own; how long each answer took inside is kept until it is taken. */
async function serveBench({ ready, clock, log, dataDir }: Benching): Promise<Serving> {
  const assets = assetFolder()
  if (assets === undefined) throw new Error('the pages’ files are not built: run "npm run build"')
  const folder = listFolder(dataDir)
  const app = await buildHouse({
    database: ready.database,
    clock,
    log,
    sealer: await openSealer(join(dataDir, 'keys')),
    publicUrl: 'http://127.0.0.1',
    assets,
    proxies: false,
    uploadBytes: 1_048_576,
    version: 'bench',
    intake: { folder, jobs: houseJobs(folder).intake, nudge: () => {} },
    matching: { jobs: houseJobs(folder).matching, nudge: () => {} },
  })
  let taken: number[] = []
  app.addHook('onResponse', async (_request, reply) => {
    taken.push(reply.elapsedTime)
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const bound = app.server.address()
  if (typeof bound !== 'object' || bound === null) throw new Error('the server has no port')
  const takeTimes = () => {
    const times = taken
    taken = []
    return times
  }
  return { app, port: bound.port, takeTimes }
}
