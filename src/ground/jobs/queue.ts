/** pg-boss, held at arm's length: only its statements are used, on connections and in transactions that we give it. */
import { CompiledQuery } from 'kysely'
import type { ClientBase } from 'pg'
import PgBoss from 'pg-boss'
import type { Tx } from '../database/tx.ts'

/** The schema of the queue. */
export const QUEUE_SCHEMA = 'pgboss'

// Never started: it watches nothing and opens no connection of its own.
const unconnected: PgBoss.Db = {
  executeSql: () => Promise.reject(new Error('the queue speaks only on a connection it is given')),
}

/** pg-boss's verbs; each call is given its `db` by `onTx` or `onClient`. */
export const boss = new PgBoss({
  db: unconnected,
  schema: QUEUE_SCHEMA,
  migrate: false,
  supervise: false,
  schedule: false,
})

/** Lets pg-boss speak in a transaction of ours. */
export function onTx(tx: Tx): PgBoss.Db {
  return {
    executeSql: (text, values) => tx.db.executeQuery(CompiledQuery.raw(text, values)) as Promise<{ rows: never[] }>,
  }
}

/** Lets pg-boss speak on a connection of ours. */
export function onClient(client: ClientBase): PgBoss.Db {
  return { executeSql: (text, values) => client.query(text, values) }
}

/** A pg-boss of its own on a connection, for its maintenance, which takes no `db` by the call. */
export function bossOn(client: ClientBase): PgBoss {
  // A text of several statements is only taken without values, and pg-boss hands an empty list with some.
  const executeSql = (text: string, values?: unknown[]) =>
    client.query(text, values !== undefined && values.length > 0 ? values : undefined)
  return new PgBoss({ db: { executeSql }, schema: QUEUE_SCHEMA, migrate: false, supervise: false, schedule: false })
}
