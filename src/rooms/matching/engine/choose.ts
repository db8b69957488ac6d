/**
 * Which keys to find candidates by: chosen from the data. What goes wrong between two records of one person is learned from
 * pairs found otherwise, many such pairs are made up from it, and keys are taken one after another, each finding the
 * most of those not found yet for the pairs it costs.
 */

import type { Random } from '#ground/random.ts'
import { type Blocks, blocksOf, hashesOf, type Key, keyOf, pairsIn } from './blocks.ts'
import { expectedPairs, type Feature, shareColumn } from './features.ts'
import type { KeyTrained } from './train.ts'

export type ChosenKey = {
  readonly key: Key
  readonly hashes: Uint32Array
  readonly blocks: Blocks
  readonly pairs: number
}
export type Choice = {
  readonly keys: readonly ChosenKey[]
  /** Share of one person's pairs that is found, as far as the data tell. */
  readonly recall: number
}

const MADE_UP = 4000
/** The most keys: each costs time for every record, so that few records may have many. */
const MOST_KEYS = (size: number) => (size <= 20_000 ? 30 : size <= 200_000 ? 18 : 12)
const ENOUGH = 0.9995
/** From this recall on, a key must find one new pair for so many that are compared. */
const GOOD = 0.98
const MOST_FOR_ONE = 400

/** Pairs that are one person with near certainty, and the key they were found by. */
export type Sure = {
  readonly columns: ReadonlySet<number>
  readonly left: readonly number[]
  readonly right: readonly number[]
}

/** Which pairs of a trained key are surely one person. */
export function sureOf(trained: KeyTrained, chance: (n: number) => number): Sure {
  const left: number[] = []
  const right: number[] = []
  for (let n = 0; n < trained.pairs.count; n++) {
    if (chance(n) < 0.95) continue
    left.push(trained.pairs.left[n] as number)
    right.push(trained.pairs.right[n] as number)
  }
  return { columns: trained.key.columns, left, right }
}

export function chooseKeys(
  features: readonly Feature[],
  sure: readonly Sure[],
  size: number,
  budget: number,
  random: Random,
): Choice {
  const groups = groupsOf(features)
  // The features alike in each made-up pair that no key finds yet.
  let bits = madeUpPairs(features, groups, sure, random)
  const combos = combinationsOf(features)
    .map(of => ({
      of,
      cost: Math.max(1, expectedPairs(of, size)),
      mask: maskOf(features, of),
      built: undefined as ChosenKey | undefined,
    }))
    .filter(combo => combo.cost <= budget)
  let missing = countedAlike(bits)
  let left = budget
  const keys: ChosenKey[] = []
  while (keys.length < MOST_KEYS(size) && missing.pairs > MADE_UP * (1 - ENOUGH)) {
    let best: (typeof combos)[number] | undefined
    let bestWorth = 0
    for (const combo of combos) {
      if (combo.cost > left) continue
      const gain = pairsAlike(missing, combo.mask)
      // A key that finds many is worth more pairs; one that finds a handful must be nearly free.
      const worth = gain < 2 ? 0 : gain / (combo.cost + size / 4)
      if (worth > bestWorth) [best, bestWorth] = [combo, worth]
    }
    if (best === undefined) break
    const yielded = (bestWorth * (best.cost + size / 4) * size) / 2 / MADE_UP
    if (missing.pairs < MADE_UP * (1 - GOOD) && yielded * MOST_FOR_ONE < best.cost && best.cost > size) break
    const built = best.built ?? buildOf(keyOf(best.of))
    const { pairs } = built
    // Columns that go together (a town and its postcodes) make more pairs than each by itself foretells.
    if (best.built === undefined && pairs > 2 * best.cost && pairs > size) {
      best.cost = pairs
      best.built = built
      continue
    }
    combos.splice(combos.indexOf(best), 1)
    keys.push(built)
    left -= pairs
    const { mask } = best
    bits = bits.filter(alike => (alike & mask) !== mask)
    missing = countedAlike(bits)
  }
  return { keys, recall: 1 - missing.pairs / MADE_UP }
}

/** Pairs by what is alike in them: far fewer ways than pairs. */
type Alike = { readonly ways: Int32Array; readonly times: Int32Array; readonly pairs: number }

function countedAlike(bits: Int32Array): Alike {
  const counts = new Map<number, number>()
  for (const alike of bits) counts.set(alike, (counts.get(alike) ?? 0) + 1)
  return { ways: Int32Array.from(counts.keys()), times: Int32Array.from(counts.values()), pairs: bits.length }
}

/** In how many pairs all features of a mask are alike. */
function pairsAlike({ ways, times }: Alike, mask: number): number {
  let pairs = 0
  for (let n = 0; n < ways.length; n++) if (((ways[n] as number) & mask) === mask) pairs += times[n] as number
  return pairs
}

function buildOf(key: Key): ChosenKey {
  const hashes = hashesOf(key)
  const blocks = blocksOf(hashes)
  return { key, hashes, blocks, pairs: pairsIn(blocks) }
}

// Given and family name go wrong together (turned round), so they are one group; every other column is its own.
function groupsOf(features: readonly Feature[]): number[] {
  const both = features.find(f => f.columns.length > 1)?.columns ?? []
  return features.map(f => (f.columns.some(c => both.includes(c)) ? (both[0] as number) : (f.columns[0] as number)))
}

function madeUpPairs(
  features: readonly Feature[],
  groups: readonly number[],
  sure: readonly Sure[],
  random: Random,
): Int32Array {
  const made = new Int32Array(MADE_UP)
  for (const group of new Set(groups)) {
    const own = features.flatMap((f, n) => (groups[n] === group ? [{ f, n }] : []))
    const columns = new Set(own.flatMap(({ f }) => f.columns))
    const pools = sure.filter(s => s.left.length >= 20 && ![...columns].some(c => s.columns.has(c)))
    const pool = pools.length > 0 ? pools : sure.filter(s => s.left.length > 0)
    const sizes = pool.map(s => s.left.length)
    const whole = sizes.reduce((a, b) => a + b, 0)
    if (whole === 0) continue
    for (let n = 0; n < MADE_UP; n++) {
      let at = random.below(whole)
      let p = 0
      while (at >= (sizes[p] as number)) at -= sizes[p++] as number
      const { left, right } = pool[p] as Sure
      const [i, j] = [left[at] as number, right[at] as number]
      for (const { f, n: bit } of own) {
        const hash = f.hashes[i] as number
        if (hash !== 0 && hash === f.hashes[j]) made[n] = (made[n] as number) | (1 << bit)
      }
    }
  }
  return made
}

function maskOf(features: readonly Feature[], of: readonly Feature[]): number {
  return of.reduce((mask, f) => mask | (1 << features.indexOf(f)), 0)
}

// One, two or three features, none of one column twice.
function combinationsOf(features: readonly Feature[]): (readonly Feature[])[] {
  const found: (readonly Feature[])[] = []
  for (const [x, a] of features.entries()) {
    found.push([a])
    for (const [y, b] of features.entries()) {
      if (y <= x || shareColumn(a, b)) continue
      found.push([a, b])
      for (const [z, c] of features.entries())
        if (z > y && !shareColumn(a, c) && !shareColumn(b, c)) found.push([a, b, c])
    }
  }
  return found
}
