/** Jobs after a restore: the queue is empty then, and what is known of each job stands in its progress row. */
import type { ClientBase } from 'pg'
import type { Instant } from '../clock.ts'
import { keyOf } from './ask.ts'
import type { JobDefinition, JobIds } from './define.ts'
import { boss, onClient } from './queue.ts'

/**
 * Puts every job that waited or ran back in the queue: it goes on from what it had saved. One that was being stopped is
 * cancelled. Runs as the owner, inside the transaction of a restore.
 * @returns how many go on
 */
export async function putJobsBack(
  client: ClientBase,
  definitions: readonly JobDefinition[],
  at: Instant,
): Promise<number> {
  await client.query(
    `update app.job_progress set state = 'cancelled', runner = null, finished_at = $1, updated_at = $1 where state = 'stopping'`,
    [at],
  )
  await client.query(
    `update app.job_progress set state = 'waiting', runner = null, updated_at = $1 where state = 'running'`,
    [at],
  )
  const { rows } = await client.query<{ partnership_id: string; job_id: string; name: string; ids: JobIds }>(
    `select partnership_id, job_id, name, ids from app.job_progress where state = 'waiting' order by asked_at`,
  )
  let put = 0
  for (const job of rows) {
    const definition = definitions.find(one => one.name === job.name)
    // Of a kind that is not done any more: whoever asked is told that it failed.
    if (definition === undefined || !(await sentAgain(client, definition, job)))
      await client.query(
        `update app.job_progress set state = 'failed', failure = 'not-after-restore', finished_at = $3, updated_at = $3
          where partnership_id = $1 and job_id = $2`,
        [job.partnership_id, job.job_id, at],
      )
    else put += 1
  }
  return put
}

async function sentAgain(
  client: ClientBase,
  definition: JobDefinition,
  job: { partnership_id: string; job_id: string; ids: JobIds },
): Promise<boolean> {
  const key = definition.once ? { singletonKey: keyOf(job.partnership_id, job.ids) } : {}
  const sent = await boss.send(
    definition.name,
    { partnership_id: job.partnership_id },
    { id: job.job_id, db: onClient(client), ...key },
  )
  return sent !== null
}
