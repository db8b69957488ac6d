/** What pairs of the queue weigh now: either record, or the model, may have changed since they were found. */
import { asHouse, type Tx } from '#ground/database/tx.ts'
import type { PersonId } from '#ground/ids.ts'
import { weighAll } from '../actions.ts'
import { askable } from '../rules.ts'
import { liveModel } from '../weighing/live.ts'
import { findKnown } from '../weighing/store/entries.ts'
import type { Weighed } from '../weighing/weigh.ts'
import type { ReviewPair, WeighedPair } from './pair.ts'
import { listPutForward, saveWeights } from './store.ts'

/** Weighs pairs by what is on record and the model of now. As the house; a pair one of whose records is not in use is left out. */
async function weighToday(
  worker: Tx,
  pairs: readonly Pick<ReviewPair, 'id' | 'people'>[],
): Promise<(WeighedPair & { readonly isAlike: boolean })[]> {
  if (pairs.length === 0) return []
  const known = await findKnown(worker, [...new Set(pairs.flatMap(p => p.people))])
  const both = pairs.flatMap(({ id, people }) => {
    const [left, right] = people.map(personId => known.get(personId))
    return left && right ? [{ id, personId: people[1], left, right }] : []
  })
  const live = await liveModel(worker)
  const weighed = await weighAll(worker, live, both)
  return both.map(({ id, personId, right }, n) => {
    const { bits, lines, against, ...rest } = weighed[n] as Weighed
    const isAlike = askable([{ ...rest, bits, lines, against, personId, isHidden: right.isHidden }], live).length > 0
    return { id, bits, lines, against, isAlike }
  })
}

/** A pair as it weighs now, for its page; what stands against it, too. `isAlike`: whether it would still be asked about. */
export async function asOfToday(tx: Tx, pair: ReviewPair): Promise<ReviewPair & { readonly isAlike: boolean }> {
  const [now] = await asHouse(tx, 'what a pair weighs now', worker => weighToday(worker, [pair]))
  return { ...pair, ...(now ?? { isAlike: true }) }
}

/**
 * Weighs anew what waits about these people: an open pair that is no longer alike is put away, the others get their place in
 * the queue by what they weigh now. A pair is taken by the first of its two people, so that it is weighed once. As the house.
 */
export async function refreshPairs(worker: Tx, ids: readonly PersonId[]): Promise<void> {
  await saveWeights(worker, await weighToday(worker, await listPutForward(worker, ids)))
}
