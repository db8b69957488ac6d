/** A pair's weight, line by line: what spoke for one person, what against, and how much. */
import { type Model, type Sums, type Weights, weigh, weightsOf } from './model.ts'

export type Reason = {
  readonly name: string
  readonly level: string
  /** In bits: above 0 speaks for one person. */
  readonly bits: number
}

/** The lines of a pair; they add up to its weight without the prior. What one of the two does not tell is 0. */
export function reasonsOf(
  model: Model,
  size: number,
  levels: Uint8Array,
  shares: Int32Array,
  weights: Weights = weightsOf(model, size),
): Reason[] {
  const alone = new Uint8Array(levels.length)
  const sums: Sums = { person: 0, household: 0 }
  return model.comparisons.map(({ name, levels: words }, c) => {
    alone.fill(0)
    alone[c] = levels[c] as number
    weigh(weights, alone, shares, sums)
    return { name, level: words[levels[c] as number] ?? '', bits: sums.person }
  })
}
