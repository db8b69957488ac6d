/** Learning without labels: what strangers look like from random pairs, what one person looks like by expectation and maximisation. */
import type { Random } from '#ground/random.ts'
import { type Blocks, type Key, keyOf, pairsIn } from './blocks.ts'
import type { Comparer } from './compare.ts'
import { expectedPairs, type Feature, shareColumn } from './features.ts'
import { HOME_KINDS, type Model, type Sums, type Trained, weigh, weightsOf } from './model.ts'

export type Pairs = {
  readonly count: number
  readonly left: Uint32Array
  readonly right: Uint32Array
  readonly levels: Uint8Array
  readonly shares: Int32Array
}

const RANDOM_PAIRS = 150_000
const ROUNDS = 20
const KEYS = 8
/** How one person's records look before anything is known: mostly the same, then less and less. */
const FIRST_SAME = 0.8

/**
 * What levels strangers have: u. A few among the pairs are one person; that makes "same" a little commoner than it is, and
 * "same" is weighed by how many bear the very value anyway.
 */
export function lookAtStrangers(comparer: Comparer, random: Random): number[][] {
  const k = comparer.comparisons.length
  const levels = new Uint8Array(k)
  const shares = new Int32Array(k)
  const counts = comparer.comparisons.map(c => new Float64Array(c.levels.length))
  const { size } = comparer
  const all = (size * (size - 1)) / 2
  const look = (i: number, j: number) => {
    comparer.compare(i, j, levels, shares)
    for (let c = 0; c < k; c++) {
      const row = counts[c] as Float64Array
      const level = levels[c] as number
      row[level] = (row[level] as number) + 1
    }
  }
  if (all <= RANDOM_PAIRS) for (let i = 0; i < size; i++) for (let j = i + 1; j < size; j++) look(i, j)
  else
    for (let n = 0; n < RANDOM_PAIRS; n++) {
      const i = random.below(size)
      const j = random.below(size)
      if (i !== j) look(i, j)
    }
  return counts.map(row => shareOf(row, 0.5))
}

/** Shares of the levels but the first ("unknown"), each with a little added so that nothing is impossible. */
function shareOf(row: Float64Array, added: number, towards?: readonly number[]): number[] {
  const shares = Array.from(row, (count, level) =>
    level === 0 ? 0 : count + added * (towards ? (towards[level] as number) * row.length : 1),
  )
  const sum = shares.reduce((a, b) => a + b, 0)
  return shares.map(share => share / sum)
}

/** Keys to train on: whole columns, one or two together, few enough pairs, each column left out of several. */
export function trainingKeys(features: readonly Feature[], size: number): Key[] {
  const whole = features.filter(f => f.isWhole)
  const most = Math.max(3 * size, 3000)
  const expected = (of: readonly Feature[]) => expectedPairs(of, size)
  const few: (readonly Feature[])[] = whole.filter(f => expected([f]) <= most).map(f => [f])
  for (const [n, a] of whole.entries())
    for (const b of whole.slice(n + 1))
      if (!shareColumn(a, b) && expected([a, b]) <= most && expected([a]) > most && expected([b]) > most)
        few.push([a, b])
  const chosen: Key[] = []
  const used = new Map<number, number>()
  const uses = (of: readonly Feature[]) =>
    of.flatMap(f => f.columns).reduce((sum, c) => sum + (used.get(c) ?? 0), 0) / of.length
  while (chosen.length < KEYS && few.length > 0) {
    few.sort((a, b) => uses(a) - uses(b))
    const next = few.shift() as readonly Feature[]
    chosen.push(keyOf(next))
    for (const c of next.flatMap(f => f.columns)) used.set(c, (used.get(c) ?? 0) + 1)
  }
  return chosen
}

/** Pairs of a key, at most so many, evenly taken from its blocks. */
export function samplePairs(comparer: Comparer, blocks: Blocks, most: number, random: Random): Pairs {
  const { order, starts } = blocks
  const left: number[] = []
  const right: number[] = []
  const share = Math.min(1, most / Math.max(1, pairsIn(blocks)))
  for (let b = 0; b < starts.length; b += 2) {
    const [from, end] = [starts[b] as number, starts[b + 1] as number]
    const size = end - from
    const pairs = (size * (size - 1)) / 2
    if (share === 1 && size < 400) {
      for (let x = from; x < end; x++) for (let y = x + 1; y < end; y++) take(order[x] as number, order[y] as number)
      continue
    }
    let wanted = Math.min(pairs, 5000) * share
    wanted = Math.floor(wanted) + (random.share() < wanted % 1 ? 1 : 0)
    for (let n = 0; n < wanted; n++) {
      const x = from + random.below(size)
      const y = from + random.below(size)
      if (x !== y) take(order[x] as number, order[y] as number)
    }
  }
  const k = comparer.comparisons.length
  const levels = new Uint8Array(left.length * k)
  const shares = new Int32Array(left.length * k)
  for (let n = 0; n < left.length; n++)
    comparer.compare(
      left[n] as number,
      right[n] as number,
      levels.subarray(n * k, n * k + k),
      shares.subarray(n * k, n * k + k),
    )
  return { count: left.length, left: Uint32Array.from(left), right: Uint32Array.from(right), levels, shares }

  function take(i: number, j: number): void {
    left.push(i)
    right.push(j)
  }
}

export type KeyTrained = {
  readonly key: Key
  readonly pairs: Pairs
  /** For each comparison the key does not look at. */
  readonly m: readonly (readonly number[] | undefined)[]
  readonly h: readonly (readonly number[] | undefined)[]
  readonly matches: number
  /** How many pairs of the key are of one household and two people; 0 where the key cannot tell. */
  readonly home: number
}

/**
 * Expectation and maximisation on the pairs of one key. Where the key looks at nothing that is one person's own, brothers and
 * sisters are a third class: what a household shares is theirs in common, the rest is as among strangers.
 */
export function trainOnKey(
  comparer: Comparer,
  key: Key,
  pairs: Pairs,
  u: readonly (readonly number[])[],
  others: number,
): KeyTrained {
  const { comparisons } = comparer
  const k = comparisons.length
  const trained = comparisons.map(c => !c.columns.some(column => key.columns.has(column)))
  const isHome = comparisons.map(c => HOME_KINDS.has(c.kind))
  const ofHome =
    comparisons.every((c, n) => trained[n] || isHome[n] || c.kind === 'order') &&
    comparisons.some((_, n) => trained[n] && isHome[n])
  const first = comparisons.map(c => firstGuess(c.levels.length))
  let m: readonly (readonly number[])[] = first
  let h: readonly (readonly number[])[] = first
  let [one, home] = [0.3, ofHome ? 0.1 : 0]
  let [ones, homes] = [0, 0]
  const hidden = new Uint8Array(pairs.levels)
  for (let n = 0; n < pairs.count; n++) for (let c = 0; c < k; c++) if (!trained[c]) hidden[n * k + c] = 0
  const sums: Sums = { person: 0, household: 0 }
  for (let round = 0; round < ROUNDS; round++) {
    const weights = weightsOf(modelOf(comparer, m, u, h, { prior: one, household: home, others }), comparer.size)
    const mine = comparisons.map(c => new Float64Array(c.levels.length))
    const theirs = comparisons.map(c => new Float64Array(c.levels.length))
    ones = 0
    homes = 0
    for (let n = 0; n < pairs.count; n++) {
      weigh(weights, hidden, pairs.shares, sums, n * k)
      const a = one * 2 ** Math.min(300, sums.person)
      const b = home * 2 ** Math.min(300, sums.household)
      const whole = a + b + (1 - one - home)
      const [isOne, isHouse] = [a / whole, b / whole]
      ones += isOne
      homes += isHouse
      for (let c = 0; c < k; c++) {
        const level = hidden[n * k + c] as number
        if (level === 0) continue
        const row = mine[c] as Float64Array
        row[level] = (row[level] as number) + isOne
        const other = theirs[c] as Float64Array
        other[level] = (other[level] as number) + isHouse
      }
    }
    const before = m
    one = Math.min(0.99, Math.max(1e-6, ones / Math.max(1, pairs.count)))
    home = ofHome ? Math.min(0.99 - one * 0.99, Math.max(1e-6, homes / Math.max(1, pairs.count))) : 0
    m = mine.map((row, c) => shareOf(row, 1, first[c]))
    h = theirs.map((row, c) => shareOf(row, 1, first[c]))
    if (m.every((row, c) => row.every((x, level) => Math.abs(x - ((before[c] as number[])[level] as number)) < 1e-4)))
      break
  }
  return {
    key,
    pairs,
    m: m.map((row, c) => (trained[c] ? row : undefined)),
    h: h.map((row, c) => (trained[c] && ofHome ? row : undefined)),
    matches: ones,
    home: homes,
  }
}

function firstGuess(levels: number): number[] {
  const guess = [0, FIRST_SAME]
  for (let level = 2; level < levels; level++) guess.push((1 - FIRST_SAME) / (levels - 2))
  return guess
}

export function modelOf(
  comparer: Comparer,
  m: readonly (readonly number[])[],
  u: readonly (readonly number[])[],
  h: readonly (readonly number[])[],
  rest: { prior: number; household: number; others: number },
): Model {
  return {
    trainedOn: comparer.size,
    ...rest,
    comparisons: comparer.comparisons.map(
      (c, n): Trained => ({
        name: c.name,
        kind: c.kind,
        levels: c.levels,
        m: m[n] ?? [],
        u: u[n] ?? [],
        h: h[n] ?? [],
      }),
    ),
  }
}

/** What several keys learned, together: each comparison from the keys that leave it out, by how much they saw. */
export function together(comparer: Comparer, keys: readonly KeyTrained[], of: 'm' | 'h'): number[][] {
  return comparer.comparisons.map((comparison, c) => {
    const sum = firstGuess(comparison.levels.length).map(x => x * 2)
    let whole = 2
    for (const key of keys) {
      const row = key[of][c]
      const weight = Math.min(of === 'm' ? key.matches : key.home, 20_000)
      if (row === undefined || weight < 20) continue
      for (const [level, x] of row.entries()) sum[level] = (sum[level] as number) + x * weight
      whole += weight
    }
    return sum.map(x => Math.max(x / whole, 1e-5))
  })
}
