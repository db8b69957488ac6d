/** Records with one key in common, block by block, without ever comparing everybody with everybody. */
import type { Feature } from './features.ts'
import { doubled } from './grown.ts'
import { mixed } from './hashes.ts'
import { SeenAgain, sortedBy } from './sorting.ts'

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
export function hashesOf({ features }: Key): Uint32Array {
  const [first, second, ...rest] = features
  if (first === undefined) return new Uint32Array(0)
  if (second === undefined) return first.hashes
  const hashes = new Uint32Array(first.hashes.length)
  mixInto(hashes, first.hashes, second.hashes)
  for (const { hashes: other } of rest) mixInto(hashes, hashes, other)
  return hashes
}

function mixInto(hashes: Uint32Array, one: Uint32Array, other: Uint32Array): void {
  for (let i = 0; i < hashes.length; i++) {
    const [a, b] = [one[i] as number, other[i] as number]
    hashes[i] = a === 0 || b === 0 ? 0 : mixed(a, b)
  }
}

/**
 * Records in the order of their hash: `starts` says where each block of two or more begins, its end last. Records between blocks are
 * in none; most of those that share their hash with nobody are left out.
 */
export type Blocks = { readonly order: Uint32Array; readonly starts: Uint32Array }

/**
 * Who has a hash in common. Blocks come in the order of their hashes, records in a block in the order they are in.
 * @param hashes one for each record; 0 for those that are in no block
 */
export function blocksOf(hashes: Uint32Array): Blocks {
  const { order, sorted } = sortedBy(hashes, new SeenAgain(hashes))
  let starts = new Uint32Array(1024)
  let n = 0
  for (let at = 0; at < order.length; ) {
    const hash = sorted[at]
    let end = at + 1
    while (end < order.length && sorted[end] === hash) end++
    if (end - at > 1) {
      if (n + 2 > starts.length) starts = doubled(starts)
      starts[n++] = at
      starts[n++] = end
    }
    at = end
  }
  return { order, starts: starts.slice(0, n) }
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
