/**
 * The queue as a runner sees it: taking a job in hand and letting go of it, each in one transaction in which the queue and
 * the progress row change together. A job in hand carries its runner's number; whoever does not bear that number any more
 * cannot save.
 */

import type { Selectable } from 'kysely'
import type { ClientBase, Pool } from 'pg'
import type { Instant } from '../clock.ts'
import { settingSql } from '../database/session.ts'
import type { JobProgressTable } from '../database/tables.ts'
import { boss, onClient } from './queue.ts'

/** A job in hand. */
export type Claimed = Selectable<JobProgressTable>

/** The first number of the advisory locks runners hold: while one is held its runner is alive. */
export const RUNNER_LOCKS = 7204

/** How letting go of a job ends. */
export type Ending =
  | { readonly state: 'done' | 'cancelled' }
  /** It goes on later, here or elsewhere: the program is ending. Not counted as a failure. */
  | { readonly state: 'waiting' }
  | { readonly state: 'failed'; readonly failure: string }

/** The kinds of job for which there is work now. */
export async function namesWithWork(pool: Pool, names: readonly string[]): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select name from unnest($1::text[]) as kinds (name)
      where exists (select from pgboss.job j where j.name = kinds.name and j.state < 'active' and j.start_after < now())`,
    [names],
  )
  return rows.map(row => row.name)
}

/** Takes the next job of a kind in hand; undefined when there is none. */
export async function claim(pool: Pool, name: string, runner: number, now: Instant): Promise<Claimed | undefined> {
  return inTransaction(pool, async client => {
    const [job] = await boss.fetch<{ partnership_id: string }>(name, { batchSize: 1, db: onClient(client) })
    if (job === undefined) return undefined
    await client.query('update pgboss.job set output = $3 where name = $1 and id = $2', [name, job.id, { runner }])
    await client.query(settingSql({ 'app.partnership_id': job.data.partnership_id }))
    const { rows } = await client.query<Claimed>(
      `update app.job_progress
        set state = 'running', runner = $3, attempt = attempt + 1, started_at = $4, updated_at = $4, failure = null
        where partnership_id = $1 and job_id = $2 and state = 'waiting' returning *`,
      [job.data.partnership_id, job.id, String(runner), now],
    )
    if (rows[0] === undefined) {
      // Nobody waits for it: its partnership's rows were deleted, or it was cancelled in a way the queue did not see.
      await boss.cancel(name, job.id, { db: onClient(client) })
    }
    return rows[0]
  })
}

/** Lets go of a job. False when it was not in this runner's hand any more. */
export async function release(pool: Pool, job: Claimed, ending: Ending, now: Instant): Promise<boolean> {
  return inTransaction(pool, async client => {
    await client.query(settingSql({ 'app.partnership_id': job.partnership_id }))
    // The queue's row first: the order everybody keeps.
    const inHand = await client.query(
      `select from pgboss.job where name = $1 and id = $2 and state = 'active' and output ->> 'runner' = $3
        for update`,
      [job.name, job.job_id, job.runner],
    )
    if (inHand.rowCount !== 1) return false
    await letGo(client, job.name, job.job_id, ending)
    return (await settle(client, job, ending, now)) === 1
  })
}

/**
 * Lets go of the jobs whose runner is dead: killed, or cut off from the database. They are tried again at once, as often
 * as their kind allows.
 */
export async function releaseDead(pool: Pool, names: readonly string[], now: Instant): Promise<number> {
  const { rows } = await pool.query<{ id: string; name: string; partnership_id: string }>(DEAD_JOBS, [
    names,
    RUNNER_LOCKS,
  ])
  for (const { id, name, partnership_id } of rows) {
    await inTransaction(pool, async client => {
      await client.query(settingSql({ 'app.partnership_id': partnership_id }))
      const still = await client.query(
        `select from pgboss.job where name = $1 and id = $2 and state = 'active' for update`,
        [name, id],
      )
      if (still.rowCount !== 1) return
      const ending: Ending = { state: 'failed', failure: 'interrupted' }
      await letGo(client, name, id, ending)
      await client.query(`update pgboss.job set start_after = now() where name = $1 and id = $2 and state = 'retry'`, [
        name,
        id,
      ])
      await settle(client, { name, job_id: id, partnership_id }, ending, now)
    })
  }
  return rows.length
}

// A job taken in hand a moment ago has no number yet; one that has none after a minute never will.
const DEAD_JOBS = `
  select j.id, j.name, j.data ->> 'partnership_id' as partnership_id from pgboss.job j
  where j.name = any($1::text[]) and j.state = 'active'
    and case when j.output ? 'runner' then not exists (
        select from pg_locks l
        where l.locktype = 'advisory' and l.granted and l.objsubid = 2 and l.classid = $2
          and l.objid = (j.output ->> 'runner')::oid
          and l.database = (select oid from pg_database where datname = current_database()))
      else j.started_on < now() - interval '1 minute' end`

async function letGo(client: ClientBase, name: string, id: string, ending: Ending): Promise<void> {
  const db = onClient(client)
  switch (ending.state) {
    case 'done':
      await boss.complete(name, id, {}, { db })
      return
    case 'cancelled':
      await boss.cancel(name, id, { db })
      return
    case 'failed':
      await boss.fail(name, id, { failure: ending.failure }, { db })
      return
    case 'waiting':
      // As if it had not been begun: an ordinary stop of the program uses up no attempt.
      await client.query(
        `update pgboss.job set state = 'retry', started_on = null, start_after = now(), output = null
          where name = $1 and id = $2`,
        [name, id],
      )
      return
    default:
      ending satisfies never
  }
}

// Whether a failed job is tried again is the queue's to say; the progress row follows it.
async function settle(
  client: ClientBase,
  job: Pick<Claimed, 'name' | 'job_id' | 'partnership_id'>,
  ending: Ending,
  now: Instant,
): Promise<number> {
  const { rowCount } = await client.query(
    `update app.job_progress p
      set state = case when $3 <> 'failed' then $3 when p.state = 'stopping' then 'cancelled'
          when q.state = 'retry' then 'waiting' else 'failed' end,
        failure = $4, runner = null, updated_at = $5,
        finished_at = case when $3 = 'waiting' or ($3 = 'failed' and q.state = 'retry') then null else $5::timestamptz end
      from (select coalesce((select state::text from pgboss.job where name = $6 and id = $2), 'failed') as state) q
      where p.partnership_id = $1 and p.job_id = $2 and p.state in ('running', 'stopping')`,
    [job.partnership_id, job.job_id, ending.state, ending.state === 'failed' ? ending.failure : null, now, job.name],
  )
  return rowCount ?? 0
}

async function inTransaction<T>(pool: Pool, work: (client: ClientBase) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('begin')
    const value = await work(client)
    await client.query('commit')
    return value
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => {
      broken = failure
    })
    throw error
  } finally {
    client.release(broken)
  }
}
