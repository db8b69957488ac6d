/** How well it went, against the truth: pairs and groups, right and wrong. */
import type { Found } from '#rooms/matching/index.ts'

export type Score = { readonly p: number; readonly r: number; readonly f1: number }

export function scoreOf(right: number, said: number, all: number): Score {
  const p = said === 0 ? 1 : right / said
  const r = all === 0 ? 1 : right / all
  return { p: round(p), r: round(r), f1: round(p + r === 0 ? 0 : (2 * p * r) / (p + r)) }
}

export function round(x: number): number {
  return Math.round(x * 1e6) / 1e6
}

/** Pairs inside groups of equal numbers. */
export function pairsWithin(groups: Int32Array): number {
  return pairsOfEqual(Float64Array.from(groups))
}

/** Pairs that are in one group by both. Numbers of groups are below sixty million. */
export function pairsInBoth(a: Int32Array, b: Int32Array): number {
  const both = new Float64Array(a.length)
  for (let i = 0; i < a.length; i++) both[i] = (a[i] as number) * 2 ** 26 + (b[i] as number)
  return pairsOfEqual(both)
}

// By sorting: tables of a million groups would take more memory than the matching that is measured.
function pairsOfEqual(numbers: Float64Array): number {
  numbers.sort()
  let pairs = 0
  for (let at = 0; at < numbers.length; ) {
    let end = at + 1
    while (end < numbers.length && numbers[end] === numbers[at]) end++
    pairs += ((end - at) * (end - at - 1)) / 2
    at = end
  }
  return pairs
}

/** The best F1 any threshold on the pairs could have, had one known the truth. */
export function bestWithLabels(found: Found, bits: Float64Array, truth: Int32Array, all: number): number {
  const order = Uint32Array.from({ length: found.count }, (_, n) => n).sort(
    (a, b) => (bits[b] as number) - (bits[a] as number),
  )
  let right = 0
  let best = 0
  for (const [n, at] of order.entries()) {
    if (truth[found.left[at] as number] === truth[found.right[at] as number]) right++
    const f1 = (2 * right) / (n + 1 + all)
    if (f1 > best) best = f1
  }
  return round(best)
}

/** The share of true pairs that some key finds. */
export function recallOfKeys(
  keys: readonly { readonly hashes: Uint32Array }[],
  truth: Int32Array,
  all: number,
): number {
  const members = new Map<number, number[]>()
  for (let i = 0; i < truth.length; i++) {
    const list = members.get(truth[i] as number)
    if (list) list.push(i)
    else members.set(truth[i] as number, [i])
  }
  let found = 0
  for (const list of members.values())
    for (const [n, i] of list.entries())
      for (const j of list.slice(n + 1))
        if (keys.some(({ hashes }) => hashes[i] !== 0 && hashes[i] === hashes[j])) found++
  return all === 0 ? 1 : round(found / all)
}
