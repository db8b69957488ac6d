/** Every pair the keys find, weighed once. */
import type { ChosenKey } from './choose.ts'
import type { Comparer } from './compare.ts'
import { doubled } from './grown.ts'
import { type Sums, type Weights, weigh } from './model.ts'

/** Pairs that may be one person, with their weights in bits (no prior in them) and the levels they were found at. */
export type Found = {
  readonly count: number
  readonly left: Uint32Array
  readonly right: Uint32Array
  readonly person: Float32Array
  readonly household: Float32Array
  readonly levels: Uint8Array
}

/** More than this in one block: neighbours only, in the order of everything known. */
const BIGGEST_BLOCK = 3000
const NEIGHBOURS = 25

/** @param floor pairs of less weight are not kept */
export function findPairs(comparer: Comparer, keys: readonly ChosenKey[], weights: Weights, floor: number): Found {
  const levels = new Uint8Array(comparer.comparisons.length)
  const shares = new Int32Array(levels.length)
  const sums: Sums = { person: 0, household: 0 }
  const kept = new Kept(levels.length)
  const width = keys.length
  const hashes = sideBySide(keys, comparer.size)
  for (const [n, { blocks }] of keys.entries()) {
    const { order, starts } = blocks
    for (let b = 0; b < starts.length; b += 2) {
      const [from, end] = [starts[b] as number, starts[b + 1] as number]
      const reach = end - from > BIGGEST_BLOCK ? NEIGHBOURS : end - from
      for (let x = from; x < end; x++) {
        const i = order[x] as number
        const last = Math.min(end, x + 1 + reach)
        for (let y = x + 1; y < last; y++) {
          const j = order[y] as number
          if (wasFound(hashes, width, n, i, j)) continue
          comparer.compare(i, j, levels, shares)
          weigh(weights, levels, shares, sums)
          if (sums.person >= floor) kept.add(i, j, sums, levels)
        }
      }
    }
  }
  return kept.done()
}

/** The hashes of all keys, record by record. */
function sideBySide(keys: readonly ChosenKey[], size: number): Uint32Array {
  const width = keys.length
  const rows = new Uint32Array(size * width)
  for (const [n, { hashes }] of keys.entries()) for (let i = 0; i < size; i++) rows[i * width + n] = hashes[i] as number
  return rows
}

/** Whether an earlier key finds the pair too: each is looked at once. */
function wasFound(hashes: Uint32Array, width: number, before: number, i: number, j: number): boolean {
  const mine = i * width
  const theirs = j * width
  for (let n = 0; n < before; n++) {
    const hash = hashes[mine + n]
    if (hash !== 0 && hash === hashes[theirs + n]) return true
  }
  return false
}

class Kept {
  #count = 0
  #left = new Uint32Array(1024)
  #right = new Uint32Array(1024)
  #person = new Float32Array(1024)
  #household = new Float32Array(1024)
  #levels: Uint8Array
  readonly #k: number

  constructor(k: number) {
    this.#k = k
    this.#levels = new Uint8Array(1024 * k)
  }

  add(i: number, j: number, sums: Sums, levels: Uint8Array): void {
    if (this.#count === this.#left.length) this.#grow()
    this.#left[this.#count] = i
    this.#right[this.#count] = j
    this.#person[this.#count] = sums.person
    this.#household[this.#count] = sums.household
    this.#levels.set(levels, this.#count * this.#k)
    this.#count++
  }

  done(): Found {
    const n = this.#count
    return {
      count: n,
      left: this.#left.subarray(0, n),
      right: this.#right.subarray(0, n),
      person: this.#person.subarray(0, n),
      household: this.#household.subarray(0, n),
      levels: this.#levels.subarray(0, n * this.#k),
    }
  }

  #grow(): void {
    this.#left = doubled(this.#left)
    this.#right = doubled(this.#right)
    this.#person = doubled(this.#person)
    this.#household = doubled(this.#household)
    this.#levels = doubled(this.#levels)
  }
}
