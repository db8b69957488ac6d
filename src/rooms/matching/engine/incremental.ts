/** Somebody new against everybody there is, without a run over all: by the keys that were chosen, kept sorted. */
import type { ChosenKey } from './choose.ts'
import type { Records } from './columns.ts'
import { Comparer } from './compare.ts'
import type { Feature } from './features.ts'
import { mixed } from './hashes.ts'
import type { Household } from './household.ts'
import { Judge } from './judge.ts'
import { prepared } from './kinds.ts'
import type { Forms } from './levels.ts'
import { type Model, weightsOf } from './model.ts'
import { sortedBy } from './sorting.ts'

/** Of a block as large as this only its first are looked at: a key so common tells nobody apart. */
const MOST_IN_A_BLOCK = 5000

export type Candidate = {
  readonly record: number
  /** The weight with its prior. */
  readonly bits: number
  readonly levels: Uint8Array
}

type Sorted = { readonly features: readonly Feature[]; readonly order: Uint32Array; readonly hashes: Uint32Array }

export class Index {
  readonly #records: Records
  readonly #comparer: Comparer
  readonly #keys: readonly Sorted[]
  readonly #judge: Judge

  constructor(
    records: Records,
    model: Model,
    keys: readonly ChosenKey[],
    forms: Forms,
    household: Household | undefined,
  ) {
    this.#records = records
    this.#comparer = new Comparer(records, forms)
    this.#judge = new Judge(this.#comparer, weightsOf(model, records.size), model, household)
    this.#keys = keys.map(({ key, hashes }) => {
      const { order, sorted } = sortedBy(hashes)
      return { features: key.features, order, hashes: sorted }
    })
    // What the first asking would have to make is made now.
    this.#comparer.place([])
  }

  /**
   * Who somebody may be, the likeliest first. New texts stay in the books: an index is made anew from time to time.
   * @param texts as they were typed, in the order of the columns
   * @param least in bits, prior included
   */
  find(texts: readonly string[], least: number): Candidate[] {
    const known = this.#records.columns.map(({ kind }, c) => prepared(kind, texts[c] ?? ''))
    const place = this.#comparer.place(known)
    const looked = new Set<number>()
    const found: Candidate[] = []
    for (const { features, order, hashes } of this.#keys) {
      const hash = hashOfNew(features, known)
      if (hash === 0) continue
      const from = firstAt(hashes, hash)
      const end = Math.min(hashes.length, from + MOST_IN_A_BLOCK)
      for (let at = from; at < end && hashes[at] === hash; at++) {
        const record = order[at] as number
        if (looked.has(record)) continue
        looked.add(record)
        const bits = this.#judge.likely(record, place)
        if (bits >= least) found.push({ record, bits, levels: this.#judge.levels.slice() })
      }
    }
    return found.toSorted((a, b) => b.bits - a.bits)
  }
}

function hashOfNew(features: readonly Feature[], texts: readonly string[]): number {
  let hash = 0
  for (const [n, feature] of features.entries()) {
    const own = feature.of(texts)
    if (own === 0) return 0
    hash = n === 0 ? own : mixed(hash, own)
  }
  return hash
}

/** Where a hash first stands in a sorted list, or would. */
function firstAt(sorted: Uint32Array, hash: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] as number) < hash) low = middle + 1
    else high = middle
  }
  return low
}
