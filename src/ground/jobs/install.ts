/** Puts the queue into a database, as its owner. Part of bringing a database up to date. */

import type { Client } from 'pg'
import PgBoss from 'pg-boss'
import { type Place, withClient } from '../database/connect.ts'
import { DatabaseTrouble } from '../database/trouble.ts'
import type { JobDefinition } from './define.ts'
import { bossOn, QUEUE_SCHEMA } from './queue.ts'

// The version of its tables that pg-boss 10.4.2 works with.
const WANTED = 24
const LOCK = 7_204_511_092

// The program works the queue but does not shape it: queues are tables, and the owner makes them.
const GRANTS = `
  grant usage on schema pgboss to connexions_app, connexions_worker;
  grant select on pgboss.version, pgboss.queue to connexions_app, connexions_worker;
  grant select, insert, update, delete on pgboss.job to connexions_app, connexions_worker;
  grant select, insert, delete on pgboss.archive to connexions_worker;`

/**
 * Makes or upgrades the queue's tables and makes a queue for every kind of job. May be run again; what is there stays.
 * @throws DatabaseTrouble when the queue is of a newer version
 */
export async function installJobs(owner: Place, definitions: readonly JobDefinition[]): Promise<void> {
  await withClient(owner, 'owner', async client => {
    await client.query(`select pg_advisory_lock(${LOCK})`)
    await installTables(client)
    await client.query(GRANTS)
    const boss = bossOn(client)
    const there = new Set((await boss.getQueues()).map(queue => queue.name))
    for (const definition of definitions) {
      const terms = queueTerms(definition)
      await (there.has(definition.name)
        ? boss.updateQueue(definition.name, terms)
        : boss.createQueue(definition.name, terms))
    }
  })
}

function queueTerms(definition: JobDefinition): PgBoss.Queue {
  return {
    name: definition.name,
    // `short` lets one of a key wait at a time.
    policy: definition.once ? 'short' : 'standard',
    retryLimit: definition.retry.limit,
    retryDelay: definition.retry.delaySeconds,
    retryBackoff: false,
    expireInMinutes: definition.expireMinutes,
  }
}

async function installTables(client: Client): Promise<void> {
  const found = await client.query<{ there: boolean }>(`select to_regclass('pgboss.version') is not null as there`)
  if (found.rows[0]?.there !== true) {
    // The schema is there already, and the owner may make none.
    await client.query(PgBoss.getConstructionPlans(QUEUE_SCHEMA).replace(/CREATE SCHEMA IF NOT EXISTS \w+\s*;/, ''))
    return
  }
  const { rows } = await client.query<{ version: number }>('select version from pgboss.version')
  const version = rows[0]?.version ?? 0
  if (version > WANTED) {
    throw new DatabaseTrouble(
      'The queue in this database was made by a newer program than this one.',
      'Start the newer version of the program.',
    )
  }
  if (version < WANTED) await client.query(PgBoss.getMigrationPlans(QUEUE_SCHEMA, String(version)))
}
