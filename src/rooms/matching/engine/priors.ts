/** How likely any two records are one person, or two of one household: what makes the pairs that were found add up. */
import type { Found } from './candidates.ts'
import type { Model } from './model.ts'

const ROUNDS = 40
/** Where no key finds anybody, nothing can be said of how many there are. */
const LEAST_RECALL = 0.05

/**
 * The model with its priors, by expectation and maximisation over all pairs found.
 * @param recall the share of one person's pairs that the keys find
 */
export function withPriors(model: Model, found: Found, size: number, recall: number): Model {
  const all = Math.max(1, (size * (size - 1)) / 2)
  // Powers once: only the priors change from round to round.
  const person = powersOf(found.person)
  const household = powersOf(found.household)
  let { prior, household: home } = model
  for (let round = 0; round < ROUNDS; round++) {
    let [ones, homes] = [0, 0]
    for (let n = 0; n < found.count; n++) {
      const a = prior * (person[n] as number)
      const b = home * (household[n] as number)
      ones += a / (1 + a + b)
      homes += b / (1 + a + b)
    }
    const next = Math.min(0.5, Math.max(0.01, ones / Math.max(recall, LEAST_RECALL)) / all)
    home = model.household === 0 ? 0 : Math.min(0.5, Math.max(0.01, homes) / all)
    const isDone = Math.abs(next / prior - 1) < 1e-4
    prior = next
    if (isDone) break
  }
  return { ...model, prior, household: home }
}

function powersOf(bits: Float32Array): Float64Array {
  const powers = new Float64Array(bits.length)
  for (let n = 0; n < bits.length; n++) powers[n] = 2 ** Math.min(500, bits[n] as number)
  return powers
}

/** How many people the records are of, when every pair above even is one person. */
export function peopleOf(size: number, found: Found, bits: Float64Array): number {
  const up = new Int32Array(size)
  for (let n = 0; n < size; n++) up[n] = n
  const top = (n: number) => {
    let at = n
    while (up[at] !== at) {
      const above = up[up[at] as number] as number
      up[at] = above
      at = above
    }
    return at
  }
  let people = size
  for (let n = 0; n < found.count; n++) {
    if ((bits[n] as number) <= 0) continue
    const [a, b] = [top(found.left[n] as number), top(found.right[n] as number)]
    if (a === b) continue
    up[a] = b
    people--
  }
  return people
}
