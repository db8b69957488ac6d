/** What works here: written by whoever found it, looked at again and put away by them or whoever leads. */
import type { Tx } from '#ground/database/tx.ts'
import type { AccountId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { record } from '#rooms/audit/index.ts'
import type { Practice, PracticeFacts } from './practice.ts'
import { insertPractice, listPractices, updateOver, updatePractice } from './store.ts'

/** Writes one. Sent twice, it is one. */
export async function addPractice(tx: Tx, by: AccountId, facts: PracticeFacts): Promise<RowId> {
  const same = (await listPractices(tx)).find(
    one =>
      one.writtenBy === by && one.title === facts.title && one.what === facts.what && one.writtenOn === tx.acting.today,
  )
  if (same) return same.rowId
  const id = await insertPractice(tx, by, facts)
  await record(tx, { action: 'practice.added', target: id })
  return id
}

/** Changes one from the version the page showed; saved as it is, it is still so. */
export async function changePractice(tx: Tx, before: Practice, facts: PracticeFacts): Promise<Result<null, 'stale'>> {
  if ((await updatePractice(tx, before, facts)) === 0) return refused('stale')
  await record(tx, { action: 'practice.changed', target: before.rowId })
  return ok(null)
}

/** Puts it away: it works here no more. Sent twice, it is once. */
export async function putAwayPractice(tx: Tx, id: RowId): Promise<void> {
  if ((await updateOver(tx, id)) > 0) await record(tx, { action: 'practice.put-away', target: id })
}
