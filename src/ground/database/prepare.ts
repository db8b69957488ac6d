/** Prepares a server as its administrator: the same statements the administrator's script runs. */
import type pg from 'pg'
import { createDatabaseSql, insideDatabaseSql, rolesSql } from './admin-script.ts'
import { type Place, withClient } from './connect.ts'
import { codeOf } from './trouble.ts'

/**
 * Makes roles, database and schemas on a server where they are missing.
 * @param placeOf where the administrator may connect to a database of that name
 * @param database the database to make
 */
export async function prepareServer(placeOf: (database: string) => Place, database: string): Promise<void> {
  await withClient(placeOf('postgres'), 'plain', async client => {
    await prepareRoles(client)
    await createMissing(client, database)
  })
  await withClient(placeOf(database), 'plain', async client => {
    await client.query(insideDatabaseSql(database))
  })
}

// Two test runs on one server may make the roles in the same moment: whoever comes second finds them there.
async function prepareRoles(client: pg.Client): Promise<void> {
  await client.query('select pg_advisory_lock(7204511091)')
  try {
    await client.query(rolesSql)
  } finally {
    await client.query('select pg_advisory_unlock(7204511091)')
  }
}

async function createMissing(client: pg.Client, database: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [database])
  if (rowCount !== 0) return
  try {
    await client.query(createDatabaseSql(database))
  } catch (error) {
    if (codeOf(error) !== '42P04') throw error
  }
}
