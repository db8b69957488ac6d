/**
 * One connection for the length of one transaction, dressed as a kysely transaction. Each handle remembers how deep in
 * `asHouse` it was made and works only there: a handle kept too long, or used beside a piece of the house's work, is
 * refused instead of running with other rights than its holder thinks.
 */
import {
  type CompiledQuery,
  type DatabaseConnection,
  DefaultQueryExecutor,
  DummyDriver,
  PostgresAdapter,
  PostgresDialect,
  PostgresQueryCompiler,
  type QueryResult,
  Transaction,
} from 'kysely'
import { type ClientBase, escapeLiteral } from 'pg'
import type { Tables } from './tables.ts'

/** A transaction's connection and where it stands. */
export interface Session {
  readonly client: ClientBase
  /** 0 as the application; one more for each `asHouse` or `aboutThese` it is in. */
  depth: number
  /** The role of now. */
  role: string
  /** Whom `aboutThese` is about; nobody outside of it. */
  known: ReadonlySet<string>
  houseReason: string
  ended: boolean
}

const MOST_PREPARED = 500
const compiler = new PostgresQueryCompiler()
const adapter = new PostgresAdapter()
const driver = new DummyDriver()
const dialect = new PostgresDialect({ pool: () => Promise.reject(new Error('a transaction opens no connection')) })
const config = { dialect }
const timesSeen = new Map<string, number>()
const prepared = new Map<string, string>()

/** A handle that knows its session. As a property, not in a WeakMap beside: what such a map holds outlives the quick collections of garbage. */
class HeldTransaction extends Transaction<Tables> {
  readonly held: Session

  constructor(executor: DefaultQueryExecutor, session: Session) {
    super({ config, driver, dialect, executor })
    this.held = session
  }
}

/** A kysely transaction on a session, good at the depth the session has now. */
export function bindTransaction(session: Session): Transaction<Tables> {
  const connection = connectionOf(session, session.depth)
  // Kysely's own provider lets one statement wait for another; the connection keeps their order by itself.
  const executor = new DefaultQueryExecutor(compiler, adapter, { provideConnection: use => use(connection) })
  return new HeldTransaction(executor, session)
}

/** The session of a handle made here. */
export function sessionOf(db: Transaction<Tables>): Session {
  if (!(db instanceof HeldTransaction)) throw new Error('this is not the handle of a transaction')
  return db.held
}

/** One statement that sets settings until the transaction ends. */
export function settingSql(settings: Readonly<Record<string, string>>): string {
  const calls = Object.entries(settings).map(([name, value]) => `set_config('${name}', ${escapeLiteral(value)}, true)`)
  return `select ${calls.join(', ')}`
}

function connectionOf(session: Session, depth: number): DatabaseConnection {
  return { executeQuery, streamQuery }

  async function executeQuery<R>(compiled: CompiledQuery): Promise<QueryResult<R>> {
    assertUsable(session, depth)
    const text = compiled.sql
    const name = preparedName(session.role, text)
    const values = [...compiled.parameters]
    const result = await session.client.query(name === undefined ? { text, values } : { text, values, name })
    const changes = ['INSERT', 'UPDATE', 'DELETE', 'MERGE'].includes(result.command)
    return changes
      ? { rows: result.rows as R[], numAffectedRows: BigInt(result.rowCount ?? 0) }
      : { rows: result.rows as R[] }
  }

  // A cursor of the database's own: rows come in helpings, so that a large return is written in flat memory.
  async function* streamQuery<R>(compiled: CompiledQuery, size: number): AsyncIterableIterator<QueryResult<R>> {
    assertUsable(session, depth)
    const cursor = `stream_${++cursors}`
    await session.client.query(`declare ${cursor} no scroll cursor for ${compiled.sql}`, [...compiled.parameters])
    while (true) {
      assertUsable(session, depth)
      const { rows } = await session.client.query(`fetch ${size} from ${cursor}`)
      if (rows.length === 0) break
      yield { rows: rows as R[] }
    }
    await session.client.query(`close ${cursor}`)
  }
}

let cursors = 0

function assertUsable(session: Session, depth: number): void {
  if (session.ended) throw new Error('this transaction has ended: await everything that is done in it')
  if (session.depth !== depth) {
    throw new Error('this handle is not in turn: inside asHouse use the handle it gives, and await it before going on')
  }
}

// Preparing spares the server the planning of a query each time (a page of eight queries 0.4 ms against 1.8). Only what
// comes again is worth it, and a limit keeps texts that differ without end from filling the server's memory.
// Under its role: a plan holds the policies of the role it was made for, and would be made anew at each change between two.
function preparedName(role: string, sql: string): string | undefined {
  const text = `${role} ${sql}`
  const known = prepared.get(text)
  if (known !== undefined) return known
  if (prepared.size >= MOST_PREPARED) return undefined
  const seen = (timesSeen.get(text) ?? 0) + 1
  if (seen < 3) {
    if (timesSeen.size > 10 * MOST_PREPARED) timesSeen.clear()
    timesSeen.set(text, seen)
    return undefined
  }
  const name = `q${prepared.size + 1}`
  prepared.set(text, name)
  timesSeen.delete(text)
  return name
}
