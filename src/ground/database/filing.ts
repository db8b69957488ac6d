/** Rows about somebody that can be found on the wrong one (K9): when and by whom each was filed, and taking it off view. */
import type { Instant } from '../clock.ts'
import type { AccountId, PersonId, RowId } from '../ids.ts'
import { query, type Tx } from './tx.ts'

export type Filing<By extends AccountId | null = AccountId> = { readonly at: Instant; readonly by: By }

/**
 * For a table whose rows say in a column of theirs who filed them: when and by whom a row was, as far as the caller may see it.
 * @param by the column; where it may be empty the type says so
 */
export function filingIn<By extends AccountId | null = AccountId>(
  table: string,
  by: string,
): (tx: Tx, id: RowId) => Promise<Filing<By> | undefined> {
  return async (tx, id) => {
    const [row] = await query<Filing<By>>(
      tx,
      `select recorded_at as at, ${by} as by from ${table} where partnership_id = $1 and id = $2`,
      [tx.acting.partnershipId, id],
    )
    return row
  }
}

/** For a table whose rows nothing hangs on: takes one off view. As the house. Returns how many: none when it was before. */
export function sealedIn(table: string): (worker: Tx, personId: PersonId, id: RowId) => Promise<number> {
  return async (worker, personId, id) => {
    const rows = await query(
      worker,
      `update ${table} set sealed_at = $4, version = version + 1
       where partnership_id = $1 and person_id = $2 and id = $3 and sealed_at is null returning 1`,
      [worker.acting.partnershipId, personId, id, worker.acting.at],
    )
    return rows.length
  }
}
