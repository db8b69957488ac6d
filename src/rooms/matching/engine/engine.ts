/** The whole way: from records to a model, pairs with their chances, and groups. Nothing here knows a database or a page. */

import { Random } from '#ground/random.ts'
import { blocksOf, hashesOf } from './blocks.ts'
import { type Found, findPairs } from './candidates.ts'
import { type Choice, chooseKeys, sureOf } from './choose.ts'
import { cluster } from './cluster.ts'
import type { Records } from './columns.ts'
import { Comparer } from './compare.ts'
import { conflictOf } from './conflicts.ts'
import { type Feature, featuresOf } from './features.ts'
import { Household, NEVER } from './household.ts'
import { Judge } from './judge.ts'
import type { Forms } from './levels.ts'
import { bitsOf, chanceOf, type Model, type Sums, type Weights, weigh, weightsOf } from './model.ts'
import { peopleOf, withPriors } from './priors.ts'
import { onlyKept, repeatsOf } from './repeats.ts'
import { type Threshold, thresholdsOf } from './thresholds.ts'
import { type KeyTrained, lookAtStrangers, modelOf, samplePairs, together, trainingKeys, trainOnKey } from './train.ts'

export type Linked = {
  readonly model: Model
  readonly choice: Choice
  /** Pairs by the places of records; a row that only repeats another is in none. */
  readonly found: Found
  /** The weight of each pair, prior included. */
  readonly bits: Float64Array
  /** The same, where no conflict forbids a link. */
  readonly sure: Float64Array
  readonly threshold: Threshold
  /** The group of each record where every pair above even is joined, and where only what is linked without asking is. */
  readonly likely: Int32Array
  readonly linked: Int32Array
  /** The records that were looked at, by their place: all but those that only repeat another. */
  readonly kept: Uint32Array
  /** For pairs that look like twins. */
  readonly household: Household | undefined
  readonly seconds: Readonly<Record<string, number>>
}

const PAIRS_A_KEY = 30_000
/** Pairs of a chance below this are not kept. */
const LEAST_CHANCE_BITS = -8

export type LinkOptions = {
  readonly forms: Forms
  readonly seed?: number
  /** Says what is going on, in words for whoever reads a log. */
  readonly say?: (line: string) => void
}

/** Learns from the records themselves and says who is who among them. */
export function linkAll(all: Records, { forms, seed = 1, say = () => {} }: LinkOptions): Linked {
  const random = new Random(seed)
  const watch = new Watch()
  const repeats = repeatsOf(all)
  const records = onlyKept(all, repeats.kept)
  const { size } = records
  const comparer = new Comparer(records, forms)
  const features = featuresOf(records, forms)
  watch.lap('features')
  const trained = train(comparer, features, random)
  for (const t of trained.keys)
    say(
      `trained on ${t.key.name}: ${t.pairs.count} pairs, ${Math.round(t.matches)} one person, ${Math.round(t.home)} one household`,
    )
  watch.lap('training')
  const weights = weightsOf(trained.model, size)
  const choice = chooseKeys(features, sureIn(trained, weights), size, budgetOf(size), random)
  for (const { key, pairs } of choice.keys) say(`key ${key.name}: ${pairs} pairs`)
  say(`the keys find ${(100 * choice.recall).toFixed(2)}% of one person's pairs, as far as the records tell`)
  watch.lap('choosing keys')
  const floor = LEAST_CHANCE_BITS - Math.log2(trained.model.prior)
  const found = findPairs(comparer, choice.keys, weights, floor)
  watch.lap('comparing')
  const model = withPriors(trained.model, found, size, choice.recall)
  const { bits, household } = judgePairs(model, found, comparer, size)
  const conflict = conflictOf(model.comparisons, household)
  const sure = bits.map((weight, n) => (conflict(found.levels, n * model.comparisons.length) ? NEVER : weight))
  const threshold = thresholdsOf(sure)
  watch.lap('judging')
  const judge = new Judge(comparer, weights, model, household)
  const isLikely = (i: number, j: number) => judge.likely(i, j)
  const isSure = (i: number, j: number) => judge.sure(i, j, conflict)
  leaveDoubtful(found, bits, household, isLikely, model.comparisons.length)
  const likely = spread(cluster(size, found, bits, 0, isLikely), repeats, isLikely)
  const linked = spread(cluster(size, found, sure, threshold.link - 1e-9, isSure), repeats, isLikely)
  watch.lap('grouping')
  return {
    model,
    choice,
    found: placed(found, repeats.kept),
    kept: repeats.kept,
    household,
    bits,
    sure,
    threshold,
    likely,
    linked,
    seconds: watch.seconds,
  }
}

type Training = { readonly model: Model; readonly keys: readonly KeyTrained[] }

function train(comparer: Comparer, features: readonly Feature[], random: Random): Training {
  const { size } = comparer
  const u = lookAtStrangers(comparer, random)
  const sampled = trainingKeys(features, size).map(key => ({
    key,
    pairs: samplePairs(comparer, blocksOf(someOf(hashesOf(key))), PAIRS_A_KEY, random),
  }))
  const others = 0.5
  const keys = sampled.map(({ key, pairs }) => trainOnKey(comparer, key, pairs, u, others))
  const all = Math.max(1, (size * (size - 1)) / 2)
  const half = Math.max(1, size / 2) / all
  const model = modelOf(comparer, together(comparer, keys, 'm'), u, together(comparer, keys, 'h'), {
    prior: Math.min(0.5, half),
    household: keys.some(t => t.home > 20) ? half : 0,
    others,
  })
  return { model, keys }
}

/** Of many records only the blocks of some hashes: a part is enough to learn from. */
function someOf(hashes: Uint32Array): Uint32Array {
  if (hashes.length < 200_000) return hashes
  const some = new Uint32Array(hashes.length)
  for (let i = 0; i < hashes.length; i++) {
    const hash = hashes[i] as number
    if (((hash >>> 16) & 7) === 0) some[i] = hash
  }
  return some
}

function sureIn({ model, keys }: Training, weights: Weights) {
  const width = model.comparisons.length
  const sums: Sums = { person: 0, household: 0 }
  return keys.map(t =>
    sureOf(t, n => {
      weigh(weights, t.pairs.levels, t.pairs.shares, sums, n * width)
      return chanceOf(bitsOf(model, sums))
    }),
  )
}

/** How many pairs may be compared: many for few records, a dozen a record for a million. */
function budgetOf(size: number): number {
  return Math.max(20_000, size * Math.min(400, Math.max(12, 10 + 4e6 / size)))
}

function judgePairs(model: Model, found: Found, comparer: Comparer, size: number) {
  const sums: Sums = { person: 0, household: 0 }
  const bits = new Float64Array(found.count)
  for (let n = 0; n < found.count; n++) {
    sums.person = found.person[n] as number
    sums.household = found.household[n] as number
    bits[n] = bitsOf(model, sums)
  }
  const width = comparer.comparisons.length
  const matches = (model.prior * size * (size - 1)) / 2
  const seen = { count: found.count, levels: found.levels, width, bits: (n: number) => bits[n] as number }
  const household = Household.of(model.comparisons, size, peopleOf(size, found, bits), matches, seen)
  if (household)
    for (let n = 0; n < found.count; n++) bits[n] = Math.min(bits[n] as number, household.most(found.levels, n * width))
  return { bits, household }
}

/** Somebody without a given name who may be either of two that are two people is neither: nobody can tell which. */
function leaveDoubtful(
  found: Found,
  bits: Float64Array,
  household: Household | undefined,
  between: (i: number, j: number) => number,
  width: number,
): void {
  if (household === undefined) return
  const partners = new Map<number, { readonly other: number; readonly at: number }[]>()
  const note = (one: number, other: number, at: number) => {
    const known = partners.get(one)
    if (known) known.push({ other, at })
    else partners.set(one, [{ other, at }])
  }
  for (let n = 0; n < found.count; n++) {
    if ((bits[n] as number) <= 0 || !household.isNameless(found.levels, n * width)) continue
    note(found.left[n] as number, found.right[n] as number, n)
    note(found.right[n] as number, found.left[n] as number, n)
  }
  for (const list of partners.values())
    if (list.some((a, n) => list.slice(n + 1, n + 8).some(b => between(a.other, b.other) <= NEVER)))
      for (const { at } of list) bits[at] = NEVER
}

type Repeated = ReturnType<typeof repeatsOf>

/** Groups of all records: those that only repeat another go with it where saying the same makes them one. */
function spread(group: Int32Array, { kept, sameAs }: Repeated, between: (i: number, j: number) => number): Int32Array {
  if (kept.length === sameAs.length) return group
  const whole = new Int32Array(sameAs.length)
  const placeOf = new Map<number, number>()
  for (let n = 0; n < kept.length; n++) {
    const i = kept[n] as number
    whole[i] = kept[group[n] as number] as number
    placeOf.set(i, n)
  }
  const isOne = new Map<number, boolean>()
  for (let i = 0; i < sameAs.length; i++) {
    const first = sameAs[i] as number
    if (first < 0) continue
    let one = isOne.get(first)
    if (one === undefined) {
      const n = placeOf.get(first) as number
      one = between(n, n) > 0
      isOne.set(first, one)
    }
    whole[i] = one ? (whole[first] as number) : i
  }
  return whole
}

function placed(found: Found, kept: Uint32Array): Found {
  const place = (at: Uint32Array) => at.map(n => kept[n] as number)
  return { ...found, left: place(found.left), right: place(found.right) }
}

class Watch {
  readonly seconds: Record<string, number> = {}
  #last = performance.now()

  lap(stage: string): void {
    const now = performance.now()
    this.seconds[stage] = (now - this.#last) / 1000
    this.#last = now
  }
}
