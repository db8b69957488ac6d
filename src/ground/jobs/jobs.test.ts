import { afterEach, expect, test } from 'vitest'
import { systemClock } from '#ground/clock.ts'
import { openLog } from '#ground/log.ts'
import { COUNTED, countingJob } from '#test/counting-job.ts'
import { acting, openTestDatabase } from '#test/database.ts'
import { startProgram, until } from '#test/processes.ts'
import { withClient } from '../database/connect.ts'
import { isPermissionDenied } from '../database/trouble.ts'
import { query } from '../database/tx.ts'
import type { JobId } from '../ids.ts'
import {
  cancelJob,
  defineJob,
  findJob,
  installJobs,
  type JobDefinition,
  type Jobs,
  retryJob,
  send,
  startJobs,
} from './index.ts'

const { database, programPlace, ownerPlace, administratorPlace } = await openTestDatabase()
const log = openLog('silent')
const terms = acting({ reason: 'asked in a test' })

const failing = defineJob('test.fail', {
  retry: { limit: 1, delaySeconds: 0 },
  handler: async job => {
    if (job.attempt < 3) throw new TypeError('Jane Smith is no number')
  },
})
const once = defineJob('test.once', { once: true, handler: async () => {} })
/** Jobs in the background that go on until they are let go. */
const goingOn: (() => void)[] = []
const background = defineJob('test.background', {
  background: true,
  handler: () => new Promise<void>(done => goingOn.push(done)),
})
const definitions = [countingJob, failing, once, background]
await installJobs(ownerPlace, definitions)
await installJobs(ownerPlace, definitions)
await owner(COUNTED)

let jobs: Jobs | undefined
afterEach(async () => {
  await jobs?.stop()
  jobs = undefined
  await owner('truncate app.counted; truncate app.job_progress; truncate pgboss.job')
})

async function owner(text: string): Promise<Record<string, unknown>[]> {
  return withClient(ownerPlace, 'owner', async client => (await client.query<Record<string, unknown>>(text)).rows)
}

async function start(): Promise<Jobs> {
  jobs = await startJobs({ place: programPlace, database, clock: systemClock(), log, definitions, everyMs: 20 })
  return jobs
}

const ask = (definition: JobDefinition, ids: Record<string, string> = {}) =>
  database.transaction(terms, tx => send(tx, definition, ids))
const look = (id: JobId) => database.transaction(terms, tx => findJob(tx, id))
const counted = async () => (await owner('select n from app.counted order by n')).map(row => row['n'])
const upTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1)

test('a job is done, and shows how far it is and who asked on what basis', async () => {
  const id = await ask(countingJob, { to: '5', rest: '0' })
  expect(await look(id)).toMatchObject({ state: 'waiting', done: 0, attempt: 0 })
  await (await start()).idle()
  expect(await look(id)).toMatchObject({
    state: 'done',
    step: 'counting',
    done: 5,
    total: 5,
    asked_by: `account:${terms.actorId}`,
    basis: 'asked in a test',
    runner: null,
  })
  expect(await counted()).toEqual(upTo(5))
})

test('of jobs in the background one is in hand, so that what somebody waits for is done meanwhile', async () => {
  const [first, second] = [await ask(background), await ask(background)]
  await start()
  await until(() => goingOn.length === 1)
  const waitedFor = await ask(countingJob, { to: '5', rest: '0' })
  await until(async () => (await look(waitedFor))?.state === 'done')
  expect([(await look(first))?.state, (await look(second))?.state]).toEqual(['running', 'waiting'])
  goingOn[0]?.()
  await until(async () => (await look(first))?.state === 'done')
  await until(() => goingOn.length === 2)
  goingOn[1]?.()
  await until(async () => (await look(second))?.state === 'done')
})

test('a job asked for in a transaction that fails is never done', async () => {
  const asked = database.transaction(terms, async tx => {
    await send(tx, countingJob, { to: '1', rest: '0' })
    throw new Error('undone')
  })
  await expect(asked).rejects.toThrow('undone')
  await (await start()).idle()
  expect(await owner('select from pgboss.job')).toEqual([])
  expect(await counted()).toEqual([])
})

test('only ids and codes go into the queue', async () => {
  await expect(ask(countingJob, { to: 'Jane Smith' })).rejects.toThrow('only ids and codes')
  const id = await ask(countingJob, { to: '1', rest: '0' })
  expect(await owner('select id, data from pgboss.job')).toEqual([
    { id, data: { partnership_id: terms.partnershipId } },
  ])
})

test('when its process is killed a job goes on where it was, nothing twice and nothing left out', async () => {
  const id = await ask(countingJob, { to: '60', rest: '10' })
  const program = startProgram('work.ts', [JSON.stringify(programPlace)])
  await program.next()
  await until(async () => (await counted()).length >= 10)
  program.kill('SIGKILL')
  await program.gone
  const before = await look(id)
  expect(before?.state).toBe('running')
  await until(
    async () => (await owner(`select from pg_locks where locktype = 'advisory' and classid = 7204`)).length === 0,
  )
  await (await start()).idle()
  expect(await look(id)).toMatchObject({ state: 'done', done: 60, attempt: 2 })
  expect(await counted()).toEqual(upTo(60))
  const byAttempt = await owner('select attempt, count(*) as n from app.counted group by attempt order by attempt')
  expect(byAttempt).toEqual([
    { attempt: 1, n: before?.done },
    { attempt: 2, n: 60 - (before?.done ?? 0) },
  ])
})

test('a program that is stopped in order lets go of its job, and the next goes on with it', async () => {
  const id = await ask(countingJob, { to: '60', rest: '10' })
  const program = startProgram('work.ts', [JSON.stringify(programPlace)])
  await program.next()
  await until(async () => (await counted()).length >= 5)
  program.kill('SIGTERM')
  await program.gone
  expect(await look(id)).toMatchObject({ state: 'waiting', runner: null })
  await (await start()).idle()
  expect(await look(id)).toMatchObject({ state: 'done' })
  expect(await counted()).toEqual(upTo(60))
})

test('a job that kills its process each time is given up after as many tries as it has', async () => {
  const id = await ask(countingJob, { to: '5', rest: '0' })
  await owner(`update pgboss.job set state = 'active', started_on = now(), output = '{"runner": 1}', retry_count = 2`)
  await owner(`update app.job_progress set state = 'running', runner = '1', attempt = 3`)
  await (await start()).idle()
  expect(await look(id)).toMatchObject({ state: 'failed', failure: 'interrupted' })
  expect(await counted()).toEqual([])
})

test('a running job that is cancelled stops at its next save and keeps what it saved', async () => {
  const id = await ask(countingJob, { to: '1000', rest: '5' })
  await start()
  await until(async () => (await counted()).length >= 3)
  expect(await database.transaction(terms, tx => cancelJob(tx, id))).toEqual({ ok: true, value: 'stopping' })
  await jobs?.idle()
  const after = await look(id)
  expect(after).toMatchObject({ state: 'cancelled' })
  expect(after?.finished_at).not.toBeNull()
  expect(await counted()).toEqual(upTo(after?.done ?? 0))
})

test('a waiting job that is cancelled is never begun, and can be taken up again', async () => {
  const id = await ask(countingJob, { to: '3', rest: '0' })
  expect(await database.transaction(terms, tx => cancelJob(tx, id))).toEqual({ ok: true, value: 'cancelled' })
  expect(await database.transaction(terms, tx => cancelJob(tx, id))).toEqual({ ok: false, why: 'ended' })
  await (await start()).idle()
  expect(await counted()).toEqual([])
  await database.transaction(terms, tx => retryJob(tx, countingJob, id))
  await jobs?.idle()
  expect(await look(id)).toMatchObject({ state: 'done' })
  expect(await counted()).toEqual(upTo(3))
})

test('a job that fails is tried again, then says so without anything of its message, and may be taken up again', async () => {
  const id = await ask(failing)
  await (await start()).idle()
  expect(await look(id)).toMatchObject({ state: 'failed', failure: 'TypeError', attempt: 2 })
  expect(JSON.stringify(await owner('select output from pgboss.job'))).not.toContain('Smith')
  await database.transaction(terms, tx => retryJob(tx, failing, id))
  await jobs?.idle()
  expect(await look(id)).toMatchObject({ state: 'done', attempt: 3 })
})

test('what waits already is not asked for twice', async () => {
  const first = await ask(once, { about: 'a' })
  expect(await ask(once, { about: 'a' })).toBe(first)
  expect(await ask(once, { about: 'b' })).not.toBe(first)
  await (await start()).idle()
  expect(await ask(once, { about: 'a' })).not.toBe(first)
})

test('when the way to the database is cut for a moment the job goes on, nothing twice and nothing left out', async () => {
  const id = await ask(countingJob, { to: '60', rest: '10' })
  await start()
  await until(async () => (await counted()).length >= 5)
  await withClient(administratorPlace, 'plain', client =>
    client.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and usename = 'connexions_program'`),
  )
  await until(async () => (await counted()).length === 60)
  await jobs?.idle()
  expect(await look(id)).toMatchObject({ state: 'done', done: 60 })
  expect(await counted()).toEqual(upTo(60))
})

test('a runner that lost its job to another keeps nothing more of it', async () => {
  const id = await ask(countingJob, { to: '1000', rest: '5' })
  await start()
  await until(async () => (await counted()).length >= 3)
  await owner(`update app.job_progress set runner = '1'`)
  const { length } = await counted()
  await jobs?.idle()
  expect(await counted()).toHaveLength(length)
  expect(await look(id)).toMatchObject({ state: 'running', runner: '1', done: length })
})

test('another partnership neither sees nor stops a job', async () => {
  const id = await ask(countingJob, { to: '1', rest: '0' })
  const stranger = acting()
  expect(await database.transaction(stranger, tx => findJob(tx, id))).toBeUndefined()
  expect(await database.transaction(stranger, tx => cancelJob(tx, id))).toEqual({ ok: false, why: 'not-found' })
})

test('two runners never have the same job in hand', async () => {
  const ids = await Promise.all(upTo(8).map(() => ask(countingJob, { to: '5', rest: '20' })))
  const program = startProgram('work.ts', [JSON.stringify(programPlace)])
  await program.next()
  // The second begins while the first has jobs in hand: it must not take their runner for dead.
  await until(async () => (await counted()).length >= 2)
  await start()
  await until(async () => (await counted()).length === 40)
  await jobs?.idle()
  program.kill('SIGTERM')
  await program.gone
  for (const id of ids) expect(await look(id)).toMatchObject({ state: 'done', attempt: 1 })
})

test('the program cannot make or remove queues', async () => {
  const make = database.transaction(terms, tx => query(tx, `select pgboss.create_queue('mine', '{}')`))
  await expect(make).rejects.toSatisfy(isPermissionDenied)
})
