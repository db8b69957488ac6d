/** Two records judged by a trained model: what is likely, and what is sure enough to be linked without asking. */
import type { Comparer } from './compare.ts'
import type { Conflict } from './conflicts.ts'
import { type Household, NEVER } from './household.ts'
import { bitsOf, type Model, type Sums, type Weights, weigh } from './model.ts'

export class Judge {
  /** The levels of the pair that was judged last. */
  readonly levels: Uint8Array
  readonly #shares: Int32Array
  readonly #sums: Sums = { person: 0, household: 0 }
  readonly #comparer: Comparer
  readonly #weights: Weights
  readonly #model: Model
  readonly #household: Household | undefined

  constructor(comparer: Comparer, weights: Weights, model: Model, household: Household | undefined) {
    this.levels = new Uint8Array(comparer.comparisons.length)
    this.#shares = new Int32Array(this.levels.length)
    this.#comparer = comparer
    this.#weights = weights
    this.#model = model
    this.#household = household
  }

  /** The weight of two records, prior included. */
  likely(i: number, j: number): number {
    this.#comparer.compare(i, j, this.levels, this.#shares)
    weigh(this.#weights, this.levels, this.#shares, this.#sums)
    return Math.min(bitsOf(this.#model, this.#sums), this.#household?.most(this.levels) ?? Number.POSITIVE_INFINITY)
  }

  /** The same for what is linked without asking: never where there is a conflict. */
  sure(i: number, j: number, conflict: Conflict): number {
    const bits = this.likely(i, j)
    return conflict(this.levels) ? NEVER : bits
  }
}
