/** Where a database is and on what terms we come in. */
import { Client, type ClientConfig, type CustomTypesConfig, Pool } from 'pg'
import { APP_ROLE, WORKER_ROLE } from './admin-script.ts'
import { GatheringSocket } from './gathering-socket.ts'
import { codeOf, DatabaseTrouble, isUnreachable } from './trouble.ts'
import { databaseTypes } from './types.ts'

/** A database to connect to: a URL, or a socket's folder with a user. */
export type Place =
  | string
  | {
      readonly host: string
      readonly port: number
      readonly user: string
      readonly database: string
      readonly password?: string
    }

/**
 * As whom: the program at work as `connexions_app`, the same login as `connexions_worker` (the queue), the owner
 * (migrations), the owner copying whole tables (backup), or as the place says.
 */
export type Terms = 'program' | 'worker' | 'owner' | 'copying' | 'plain'

// UTC and ISO, so that days and moments are read the same on any server.
const COMMON = '-c timezone=UTC -c datestyle=ISO,YMD -c intervalstyle=iso_8601'
// Row security makes planning dearer than doing: a plan is made once a connection and kept, not made anew for the first
// five askings or for ever (decision 0019).
const DAILY = '-c search_path=app,public -c jit=off -c plan_cache_mode=force_generic_plan'
const STARTUP: Record<Terms, string> = {
  program: `${COMMON} -c role=${APP_ROLE} ${DAILY}`,
  worker: `${COMMON} -c role=${WORKER_ROLE} ${DAILY}`,
  // A copy that row security would thin out must fail, not lose rows in silence.
  owner: `${COMMON} -c search_path=app,public -c row_security=off`,
  copying: `${COMMON} -c search_path=app,public -c row_security=off`,
  plain: COMMON,
}

/** The settings `pg` takes for a client or a pool. */
export function connectionConfig(place: Place, terms: Terms): ClientConfig {
  const where = typeof place === 'string' ? { connectionString: place } : place
  return {
    ...where,
    application_name: 'connexions',
    options: STARTUP[terms],
    types: databaseTypes as CustomTypesConfig,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    // What is asked together (Promise.all) is sent together and answered in its order: one wait instead of one each.
    // A table that streams must have the connection to itself.
    pipeline: terms !== 'copying',
    stream: () => new GatheringSocket(),
  }
}

/**
 * A pool of connections. A connection that is cut off, idle or in use, ends the work in it and nothing else: `pg` would
 * end the process for every connection nobody listens to.
 * @param max the most connections held at once
 */
export function openPool(place: Place, terms: Terms, max: number): Pool {
  const config = connectionConfig(place, terms)
  const pool = new Pool({ ...config, max, idleTimeoutMillis: 60_000, allowExitOnIdle: true })
  pool.on('error', () => {})
  pool.on('connect', client => client.on('error', () => {}))
  return pool
}

/** Connects once, does the work, and closes. Throws DatabaseTrouble when there is no coming in. */
export async function withClient<T>(place: Place, terms: Terms, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(connectionConfig(place, terms))
  // Without a listener a connection cut off while idle would end the process.
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    throw connectTrouble(error) ?? error
  }
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}

/** Says in plain words why a connection could not be made, or gives undefined when it is nothing known. */
export function connectTrouble(error: unknown): DatabaseTrouble | undefined {
  const because = { cause: error }
  switch (codeOf(error) ?? '') {
    case '28P01':
    case '28000':
      return new DatabaseTrouble(
        'The database server refused the login.',
        'Check the user and password in DATABASE_URL and DATABASE_OWNER_URL.',
        because,
      )
    case '3D000':
      return new DatabaseTrouble(
        'The database named in DATABASE_URL is not on that server.',
        'Run the administrator script there (docs/running/database.md).',
        because,
      )
    case '22023':
    case '42704':
    case '42501':
      return new DatabaseTrouble(
        'The login of the program may not take on the role connexions_app.',
        'Run the administrator script on that server (docs/running/database.md).',
        because,
      )
    case '53300':
      return new DatabaseTrouble(
        'The database server has no connection left to give.',
        'Close other programs that use it, or raise max_connections on the server.',
        because,
      )
    default:
      break
  }
  if (!isUnreachable(error)) return undefined
  return new DatabaseTrouble(
    'The database server does not answer.',
    'Check that it runs, and the host and port in DATABASE_URL.',
    because,
  )
}
