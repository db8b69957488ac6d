/** Hashes in order, quickly. */

/**
 * Tells most hashes that come once from those that come again, in two looks at each and a table a fraction of the size: in a
 * good key most records share their hash with nobody, and need not be sorted at all. Two bits for each slot: seen, seen again.
 */
export class SeenAgain {
  readonly #table: Int32Array
  readonly #shift: number

  constructor(hashes: Uint32Array) {
    const bits = Math.max(10, 34 - Math.clz32(hashes.length))
    const table = new Int32Array(1 << (bits - 4))
    const shift = 32 - bits
    for (let i = 0; i < hashes.length; i++) {
      const hash = hashes[i] as number
      if (hash === 0) continue
      const slot = Math.imul(hash, SPREAD) >>> shift
      const at = (slot & 15) << 1
      const word = table[slot >>> 4] as number
      table[slot >>> 4] = word | (((word >>> at) & 1) === 0 ? 1 << at : 2 << at)
    }
    this.#table = table
    this.#shift = shift
  }

  /** False when a hash surely comes once. */
  mayRepeat(hash: number): boolean {
    const slot = Math.imul(hash, SPREAD) >>> this.#shift
    return (((this.#table[slot >>> 4] as number) >>> ((slot & 15) << 1)) & 2) !== 0
  }
}

/** Spreads hashes over the slots. */
const SPREAD = 0x9e3779b1

/** Bits of a hash that are sorted by at a time: as many piles as a processor keeps at hand. */
const BITS = 11
const PILES = 1 << BITS

/** Used again by every sort: what is sorted by a million is not asked for anew each time. Each hash with its record beside it. */
const scratch = { one: new Uint32Array(0), other: new Uint32Array(0) }

/** Places in the order of their hashes, and the hashes in theirs. */
export type Sorted = { readonly order: Uint32Array; readonly sorted: Uint32Array }

/**
 * Sorts places by their hashes (by piles, the lowest bits first); places of one hash stay in the order they are in.
 * @param hashes one for each place; places with 0 are left out
 * @param again those that surely come once are left out too
 */
export function sortedBy(hashes: Uint32Array, again?: SeenAgain): Sorted {
  if (scratch.one.length < 2 * hashes.length) {
    scratch.one = new Uint32Array(2 * hashes.length)
    scratch.other = new Uint32Array(2 * hashes.length)
  }
  let { one: from, other: to } = scratch
  let count = 0
  for (let i = 0; i < hashes.length; i++) {
    const hash = hashes[i] as number
    if (hash === 0 || (again !== undefined && !again.mayRepeat(hash))) continue
    from[2 * count] = hash
    from[2 * count++ + 1] = i
  }
  for (let shift = 0; shift < 32; shift += BITS) {
    pass(from, to, count, shift)
    ;[from, to] = [to, from]
  }
  const [order, sorted] = [new Uint32Array(count), new Uint32Array(count)]
  for (let n = 0; n < count; n++) {
    sorted[n] = from[2 * n] as number
    order[n] = from[2 * n + 1] as number
  }
  return { order, sorted }
}

function pass(from: Uint32Array, to: Uint32Array, count: number, shift: number): void {
  const next = new Uint32Array(PILES + 1)
  for (let n = 0; n < count; n++) {
    const pile = (((from[2 * n] as number) >>> shift) & (PILES - 1)) + 1
    next[pile] = (next[pile] as number) + 1
  }
  for (let pile = 1; pile <= PILES; pile++) next[pile] = (next[pile] as number) + (next[pile - 1] as number)
  for (let n = 0; n < count; n++) {
    const key = from[2 * n] as number
    const pile = (key >>> shift) & (PILES - 1)
    const at = next[pile] as number
    next[pile] = at + 1
    to[2 * at] = key
    to[2 * at + 1] = from[2 * n + 1] as number
  }
}
