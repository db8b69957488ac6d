import type { Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import type { PersonId } from '#ground/ids.ts'
import { listTransfersOn } from './store.ts'
import { agencyOf } from './words.ts'

/** What an agency that worked with somebody before sent, as it came. */
export type Received = { readonly words: string; readonly from: string; readonly on: Day }

/** What came of all that was asked for of somebody, newest first, as far as the caller may see it. */
export async function listReceived(tx: Tx, personId: PersonId): Promise<Received[]> {
  return (await listTransfersOn(tx, personId)).flatMap(one =>
    one.state === 'received' && one.overOn !== null ? [{ words: one.words, from: agencyOf(one), on: one.overOn }] : [],
  )
}
