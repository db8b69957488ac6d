/** Records with one key in common, block by block, without ever comparing everybody with everybody. */
import { type Feature, mixed } from './features.ts'
import { doubled } from './grown.ts'

/** A key: features that must all be alike. */
export type Key = {
  readonly name: string
  readonly features: readonly Feature[]
  readonly columns: ReadonlySet<number>
}

export function keyOf(features: readonly Feature[]): Key {
  return {
    name: features.map(f => f.name).join(' + '),
    features,
    columns: new Set(features.flatMap(f => f.columns)),
  }
}

/** The key's hash of every record; 0 where a feature is not known. */
export function hashesOf(key: Key): Uint32Array {
  const [first, ...rest] = key.features
  if (first === undefined) return new Uint32Array(0)
  if (rest.length === 0) return first.hashes
  const hashes = first.hashes.slice()
  for (const { hashes: other } of rest)
    for (let i = 0; i < hashes.length; i++) {
      const [a, b] = [hashes[i] as number, other[i] as number]
      hashes[i] = a === 0 || b === 0 ? 0 : mixed(a, b)
    }
  return hashes
}

/** Records sorted by their hash, those without one left out: `starts` says where each block begins, its end last. */
export type Blocks = { readonly order: Uint32Array; readonly starts: Uint32Array }

export function blocksOf(hashes: Uint32Array): Blocks {
  const { order, sorted } = sortedBy(hashes)
  let starts = new Uint32Array(1024)
  let n = 0
  for (let at = 0; at < order.length; ) {
    const hash = sorted[at]
    let end = at + 1
    while (end < order.length && sorted[end] === hash) end++
    if (end - at > 1) {
      if (n === starts.length) starts = doubled(starts)
      starts[n++] = at
      starts[n++] = end
    }
    at = end
  }
  return { order, starts: starts.slice(0, n) }
}

/** Bits of a hash that are sorted by at a time: as many piles as a processor keeps at hand. */
const BITS = 11
const PILES = 1 << BITS

type Side = { keys: Uint32Array; places: Uint32Array }

/** Used again by every sort: what is sorted by a million is not asked for anew each time. */
const scratch = { keys: new Uint32Array(0), otherKeys: new Uint32Array(0), places: new Uint32Array(0) }

// Radix sort of hashes and places side by side; stable, so that blocks keep the order of the records. `sorted` is good until the next sort.
function sortedBy(hashes: Uint32Array): { order: Uint32Array; sorted: Uint32Array } {
  if (scratch.keys.length < hashes.length) {
    scratch.keys = new Uint32Array(hashes.length)
    scratch.otherKeys = new Uint32Array(hashes.length)
    scratch.places = new Uint32Array(hashes.length)
  }
  let count = 0
  for (let i = 0; i < hashes.length; i++) {
    if (hashes[i] === 0) continue
    scratch.keys[count] = hashes[i] as number
    scratch.places[count++] = i
  }
  let from: Side = { keys: scratch.keys.subarray(0, count), places: scratch.places.subarray(0, count) }
  let to: Side = { keys: scratch.otherKeys.subarray(0, count), places: new Uint32Array(count) }
  // Three times, so that it ends in the array that is new.
  for (let shift = 0; shift < 32; shift += BITS) {
    pass(from, to, shift)
    ;[from, to] = [to, from]
  }
  return { order: from.places, sorted: from.keys }
}

function pass(from: Side, to: Side, shift: number): void {
  const { keys, places } = from
  const next = new Uint32Array(PILES + 1)
  for (let n = 0; n < keys.length; n++) {
    const pile = (((keys[n] as number) >>> shift) & (PILES - 1)) + 1
    next[pile] = (next[pile] as number) + 1
  }
  for (let pile = 1; pile <= PILES; pile++) next[pile] = (next[pile] as number) + (next[pile - 1] as number)
  for (let n = 0; n < keys.length; n++) {
    const key = keys[n] as number
    const pile = (key >>> shift) & (PILES - 1)
    const at = next[pile] as number
    next[pile] = at + 1
    to.keys[at] = key
    to.places[at] = places[n] as number
  }
}

/** How many pairs the blocks hold. */
export function pairsIn({ starts }: Blocks): number {
  let pairs = 0
  for (let b = 0; b < starts.length; b += 2) {
    const size = (starts[b + 1] as number) - (starts[b] as number)
    pairs += (size * (size - 1)) / 2
  }
  return pairs
}
