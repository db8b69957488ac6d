/** Opens a database for work: a pool of connections as the program, and transactions on it. */
import type { Pool, PoolClient, QueryConfig } from 'pg'
import { APP_ROLE, KNOWN_ROLE, PROGRAM_LOGIN, WORKER_ROLE } from './admin-script.ts'
import { connectTrouble, openPool, type Place, withClient } from './connect.ts'
import { bindTransaction, type Session } from './session.ts'
import { DatabaseTrouble, isCutOff } from './trouble.ts'
import { type Acting, actingSql, type Tx } from './tx.ts'

/** How a transaction is to run. Without options: read committed, may write. */
export interface TransactionOptions {
  readonly isolation?: 'repeatable read' | 'serializable'
  readonly readOnly?: boolean
  /** Longest time one statement may take; the usual is 30 seconds. */
  readonly statementSeconds?: number
}

/** What the pool is doing. */
export interface DatabaseStats {
  readonly connections: number
  readonly idle: number
  readonly waiting: number
  /** Transactions begun, kept and undone since the start. */
  readonly begun: number
  readonly committed: number
  readonly rolledBack: number
}

/** A database at work. */
export interface Database {
  /**
   * Runs work in one transaction: kept when the work answers, undone when it throws.
   * @throws what the work throws; DatabaseTrouble when the server cannot be reached
   */
  transaction<T>(acting: Acting, work: (tx: Tx) => Promise<T>, options?: TransactionOptions): Promise<T>
  /** True when the server answers within two seconds. */
  ready(): Promise<boolean>
  /** Waits for what is under way and closes the connections. */
  close(): Promise<void>
  readonly stats: DatabaseStats
}

const OLDEST = 15
const STATEMENT_SECONDS = 30

/**
 * Opens the database as the program. Refuses a login that could see past row security or change the tables.
 * @param place where; the user must be `connexions_program`, or one with the same memberships
 * @param options.connections the most connections held at once
 * @throws DatabaseTrouble in plain words
 */
export async function openDatabase(place: Place, options: { connections?: number } = {}): Promise<Database> {
  await checkLogin(place)
  const pool = openPool(place, 'program', options.connections ?? 10)
  const counts = { begun: 0, committed: 0, rolledBack: 0 }
  return {
    transaction: (acting, work, terms = {}) => inTransaction(pool, counts, acting, work, terms),
    ready: () => answers(pool),
    close: () => pool.end(),
    get stats() {
      return { connections: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount, ...counts }
    },
  }
}

async function inTransaction<T>(
  pool: Pool,
  counts: { begun: number; committed: number; rolledBack: number },
  acting: Acting,
  work: (tx: Tx) => Promise<T>,
  options: TransactionOptions,
): Promise<T> {
  const client = await begun(pool, beginSql(acting, options))
  const session: Session = { client, depth: 0, role: APP_ROLE, known: new Set<string>(), houseReason: '', ended: false }
  let broken: Error | undefined
  const noteBroken = (error: Error) => {
    broken = error
  }
  client.on('error', noteBroken)
  counts.begun++
  try {
    const value = await work({ db: bindTransaction(session), acting, recorded: { count: 0 } })
    if (session.depth !== 0) throw new Error('asHouse was not awaited before the transaction ended')
    session.ended = true
    const { command } = await client.query('commit')
    // After an error that the work swallowed, PostgreSQL answers a commit with a rollback and no complaint.
    if (command !== 'COMMIT') throw new Error('the transaction was undone: an error inside it was passed over')
    counts.committed++
    return value
  } catch (error) {
    session.ended = true
    counts.rolledBack++
    await client.query('rollback').catch((failure: Error) => {
      broken = failure
    })
    throw error
  } finally {
    client.off('error', noteBroken)
    client.release(broken)
  }
}

// Begin and all settings in one round trip.
function beginSql(acting: Acting, options: TransactionOptions): string {
  const isolation = options.isolation === undefined ? '' : ` isolation level ${options.isolation}`
  const access = options.readOnly === true ? ' read only' : ''
  const milliseconds = Math.round((options.statementSeconds ?? STATEMENT_SECONDS) * 1000)
  return `begin${isolation}${access}; set local statement_timeout = ${milliseconds}; ${actingSql(acting)}`
}

// Connections that lay idle while the server was started anew are dead and do not know it. A transaction that could not
// even begin has done nothing, so it is begun again, at the most on every connection the pool may hold.
async function begun(pool: Pool, sql: string): Promise<PoolClient> {
  for (let attempt = 0; ; attempt++) {
    const client = await connected(pool)
    try {
      await client.query(sql)
      return client
    } catch (error) {
      client.release(error as Error)
      if (attempt > pool.options.max || !isCutOff(error)) throw connectTrouble(error) ?? error
    }
  }
}

async function connected(pool: Pool): Promise<PoolClient> {
  try {
    return await pool.connect()
  } catch (error) {
    throw connectTrouble(error) ?? error
  }
}

async function answers(pool: Pool): Promise<boolean> {
  const asked = (async () => {
    const client = await pool.connect()
    try {
      await client.query({ text: 'select 1', query_timeout: 2000 } as QueryConfig)
      client.release()
      return true
    } catch (error) {
      client.release(error as Error)
      return false
    }
  })().catch(() => false)
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>(resolve => {
    timer = setTimeout(resolve, 2000, false)
  })
  return Promise.race([asked, late]).finally(() => clearTimeout(timer))
}

async function checkLogin(place: Place): Promise<void> {
  await withClient(place, 'program', async client => {
    const { rows } = await client.query<LoginFacts>(LOGIN_FACTS, [[APP_ROLE, WORKER_ROLE, KNOWN_ROLE]])
    const facts = rows[0]
    if (facts !== undefined) assertModest(facts)
  })
}

interface LoginFacts {
  readonly version: number
  readonly login: string
  readonly all_powerful: boolean
  readonly owns: number
  readonly takes_on: boolean
}

// A login is also as strong as every role it can take on.
const LOGIN_FACTS = `
  select current_setting('server_version_num')::integer / 10000 as version,
    session_user::text as login,
    exists (select from pg_roles r where (r.rolsuper or r.rolbypassrls) and pg_has_role(session_user, r.oid, 'member'))
      as all_powerful,
    (select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('app', 'pgboss') and c.relkind in ('r', 'p')
        and pg_has_role(session_user, c.relowner, 'member')) as owns,
    not exists (select from unnest($1::text[]) wanted (name)
      where not exists (select from pg_roles r where r.rolname = wanted.name and pg_has_role(session_user, r.oid, 'member'))) as takes_on`

function assertModest(facts: LoginFacts): void {
  const advice = `Use the login ${PROGRAM_LOGIN} that the administrator script makes (docs/running/database.md).`
  if (facts.version < OLDEST) {
    throw new DatabaseTrouble(
      `The database server is PostgreSQL ${facts.version}; ${OLDEST} or newer is needed.`,
      'Use a newer server.',
    )
  }
  if (facts.all_powerful) {
    throw new DatabaseTrouble(
      `The login "${facts.login}" in DATABASE_URL may see past the rules on who sees whom (superuser or BYPASSRLS).`,
      advice,
    )
  }
  if (!facts.takes_on) {
    throw new DatabaseTrouble(
      `The login "${facts.login}" in DATABASE_URL may not take on every role the program works in.`,
      'Run the administrator script on that server once more (docs/running/database.md).',
    )
  }
  if (facts.owns > 0) {
    throw new DatabaseTrouble(
      `The login "${facts.login}" in DATABASE_URL owns the tables, so the rules on who sees whom would not hold for it.`,
      advice,
    )
  }
}
