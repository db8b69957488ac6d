import { query, type Tx } from './tx.ts'

/** To the end of the transaction nobody else holds the same: a piece of work on somebody or something, by its name and an id. */
export async function hold(tx: Tx, what: string, id: string): Promise<void> {
  await query(tx, `select pg_advisory_xact_lock(hashtextextended($1::text || ':' || $2::text, 0))`, [what, id])
}
