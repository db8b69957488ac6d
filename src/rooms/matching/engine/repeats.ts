/** Records that say the very same: a thousand copies of one row must not become half a million pairs. */
import { blocksOf } from './blocks.ts'
import type { Column, Records } from './columns.ts'
import { mixed } from './hashes.ts'

/** So many of the same are looked at one by one; the rest go with the first. */
const LOOKED_AT = 6

export type Repeats = {
  /** The records that are looked at, by their place. */
  readonly kept: Uint32Array
  /** For each record not kept, the first that says the same; -1 for those that are kept. */
  readonly sameAs: Int32Array
}

export function repeatsOf(records: Records): Repeats {
  const { size, columns } = records
  const sameAs = new Int32Array(size).fill(-1)
  const { order, starts } = blocksOf(rowHashes(records))
  let dropped = 0
  for (let b = 0; b < starts.length; b += 2) {
    const [from, end] = [starts[b] as number, starts[b + 1] as number]
    if (end - from <= LOOKED_AT) continue
    // Two rows with one hash may still differ: each is held against the firsts that were met.
    const firsts: { first: number; times: number }[] = []
    for (let at = from; at < end; at++) {
      const i = order[at] as number
      const found = firsts.find(one => isSame(columns, one.first, i))
      if (found === undefined) firsts.push({ first: i, times: 1 })
      else if (++found.times > LOOKED_AT) {
        sameAs[i] = found.first
        dropped++
      }
    }
  }
  const kept = new Uint32Array(size - dropped)
  for (let i = 0, n = 0; i < size; i++) if (sameAs[i] === -1) kept[n++] = i
  return { kept, sameAs }
}

function rowHashes({ size, columns }: Records): Uint32Array {
  const hashes = new Uint32Array(size).fill(1)
  for (const { ids } of columns) for (let i = 0; i < size; i++) hashes[i] = mixed(hashes[i] as number, ids[i] as number)
  return hashes
}

function isSame(columns: readonly Column[], i: number, j: number): boolean {
  for (const { ids } of columns) if (ids[i] !== ids[j]) return false
  return true
}

/** Only the records that are looked at; how common a text is, is still counted among all. */
export function onlyKept(records: Records, kept: Uint32Array): Records {
  if (kept.length === records.size) return records
  return {
    size: kept.length,
    columns: records.columns.map(column => {
      const ids = new Int32Array(kept.length)
      for (let n = 0; n < kept.length; n++) ids[n] = column.ids[kept[n] as number] as number
      return { ...column, ids }
    }),
  }
}
