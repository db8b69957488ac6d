/** The trained model: what each level of each comparison is worth, and what it takes to be one person. */
import type { Comparison } from './compare.ts'

export type Trained = {
  readonly name: string
  readonly kind: Comparison['kind']
  readonly levels: readonly string[]
  /** How often two records of one person are of each level; adds up to 1 without "unknown". */
  readonly m: readonly number[]
  /** The same for records of two strangers. */
  readonly u: readonly number[]
  /** The same for two people of one household. What is one person's own is as among strangers. */
  readonly h: readonly number[]
}

export type Model = {
  /** The number of records it was trained on. */
  readonly trainedOn: number
  /** The chance that two records taken at random are one person. */
  readonly prior: number
  /** The chance that they are two people of one household. */
  readonly household: number
  /** How many records of the same person a record has on average, itself not counted. */
  readonly others: number
  readonly comparisons: readonly Trained[]
}

/** Weights in bits: what each level adds, and the parts of "same" that depend on how common the value is. */
export type Weights = {
  /** One row of 8 for each comparison: for one person, and for one household. */
  readonly person: Float64Array
  readonly household: Float64Array
  /** log2 of how often one person's records are the same: less log2 of how common the value is, it is the weight. */
  readonly same: Float64Array
  readonly sameHome: Float64Array
  readonly isShared: Uint8Array
  readonly size: number
  readonly others: number
}

export const ROW = 8

/** What people of one household have in common. */
export const HOME_KINDS: ReadonlySet<string> = new Set(['family', 'postcode', 'place', 'phone', 'number', 'category'])

export function weightsOf(model: Model, size: number): Weights {
  const k = model.comparisons.length
  const [person, household] = [new Float64Array(k * ROW), new Float64Array(k * ROW)]
  const [same, sameHome, isShared] = [new Float64Array(k), new Float64Array(k), new Uint8Array(k)]
  for (const [c, { kind, m, u, h }] of model.comparisons.entries()) {
    const isHome = HOME_KINDS.has(kind)
    isShared[c] = isHome ? 1 : 0
    for (let level = 1; level < m.length; level++) {
      person[c * ROW + level] = Math.log2((m[level] as number) / (u[level] as number))
      household[c * ROW + level] = isHome ? Math.log2((h[level] as number) / (u[level] as number)) : 0
    }
    same[c] = Math.log2(m[1] as number)
    sameHome[c] = isHome ? Math.log2(h[1] as number) : 0
  }
  return { person, household, same, sameHome, isShared, size, others: model.others }
}

/** What a pair weighs, without priors: for one person, and for one household. */
export type Sums = { person: number; household: number }

/** Weighs a pair. `shares`: how many records carry what was the same. */
export function weigh(weights: Weights, levels: Uint8Array, shares: Int32Array, into: Sums, from = 0): void {
  const { person, household, same, sameHome, isShared, size, others } = weights
  let p = 0
  let h = 0
  for (let c = 0; c < same.length; c++) {
    const level = levels[from + c] as number
    if (level === 0) continue
    const share = shares[from + c] as number
    if (level === 1 && share !== 0) {
      // Something rare in common says more than something many have.
      const common = Math.log2(Math.max(1, share - others) / size)
      p += (same[c] as number) - common
      if (isShared[c] === 1) h += (sameHome[c] as number) - common
    } else {
      p += person[c * ROW + level] as number
      h += household[c * ROW + level] as number
    }
  }
  into.person = p
  into.household = h
}

/** The chance to be one person, of a weight with its prior. */
export function chanceOf(bits: number): number {
  return 1 / (1 + 2 ** -bits)
}

/** The weight with its prior, against strangers and household together. */
export function bitsOf(model: Pick<Model, 'prior' | 'household'>, sums: Sums): number {
  return Math.log2(model.prior) + sums.person - Math.log2(1 + model.household * 2 ** Math.min(500, sums.household))
}
