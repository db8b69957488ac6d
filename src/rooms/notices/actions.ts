import type { Tx } from '#ground/database/tx.ts'
import type { RowId } from '#ground/ids.ts'
import { record } from '#rooms/audit/index.ts'
import { insertNotice, insertOutbox, type NewNotice, updateRead } from './store.ts'

/** Tells one account something, here and by the outbox when it is urgent. */
export async function sendNotice(tx: Tx, notice: NewNotice, urgent = false): Promise<void> {
  await insertNotice(tx, notice)
  if (urgent) await insertOutbox(tx, notice)
}

/** Puts a notice away. */
export async function markRead(tx: Tx, id: RowId): Promise<void> {
  if ((await updateRead(tx, id)) > 0) await record(tx, { action: 'notice.read', target: id })
}
