import { asHouse, type Tx } from '#ground/database/tx.ts'
import type { PersonId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { record } from '#rooms/audit/index.ts'
import { lockPair } from '../merging/store/pair.ts'
import { findStays } from '../merging/store/settle.ts'
import type { Apart } from './apart.ts'
import { insertApart, isSetApart, liftApart, listApart } from './store.ts'

/** What keeps somebody apart from others, for information governance. */
export function apartOf(tx: Tx, personId: PersonId): Promise<Apart[]> {
  return asHouse(tx, 'who is kept apart', worker => listApart(worker, personId))
}

/**
 * Sets two records apart (K5): from now on they are never weighed against each other, queued, joined, or named in one question. Neither is
 * told of the other, and why is read by information governance alone.
 */
export async function setApart(
  tx: Tx,
  a: PersonId,
  b: PersonId,
  why: string,
): Promise<Result<RowId, 'already' | 'same'>> {
  if (a === b) return refused('same')
  return asHouse(tx, 'two records set apart', async worker => {
    // Held, as whoever joins two records holds them: one waits for the other, and then sees what it did.
    await lockPair(worker, { keep: a, join: b })
    const [goneA, goneB] = [await findStays(worker, a), await findStays(worker, b)]
    if ((goneA ?? a) === (goneB ?? b)) return refused('same')
    if (await isSetApart(worker, a, b)) return refused('already')
    const id = await insertApart(worker, a, b, why)
    // Two events: nothing names both but the barrier itself.
    for (const personId of [a, b]) await record(worker, { action: 'barrier.set', target: id, about: [personId] })
    return ok(id)
  })
}

/** Lifts it, with why. */
export async function endApart(tx: Tx, personId: PersonId, id: RowId, why: string): Promise<Result<null, 'unknown'>> {
  return asHouse(tx, 'two records no longer apart', async worker => {
    const one = (await listApart(worker, personId)).find(a => a.id === id)
    if (!one || !(await liftApart(worker, id, why))) return refused('unknown')
    await record(worker, { action: 'barrier.lifted', target: id, about: [personId], payload: { why } })
    return ok(null)
  })
}
