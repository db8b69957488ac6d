/** From pairs to people: groups are joined from the surest pair down, when what is known of both speaks for it on average. */
import type { Found } from './candidates.ts'
import { NEVER } from './household.ts'

/** Of a large group so many speak for it. */
const SPEAKERS = 20
/** One pair's weight counts for so much at most, so that it does not outvote all others. */
const LOUDEST = 20

/**
 * Puts records into groups: gives each record the number of its group.
 * @param bits the weight with its prior of each pair, by its place among the found
 * @param least pairs of less are not joined
 * @param between the weight with its prior of any two records
 */
export function cluster(
  size: number,
  found: Pick<Found, 'count' | 'left' | 'right'>,
  bits: Float64Array,
  least: number,
  between: (i: number, j: number) => number,
): Int32Array {
  const groups = new Groups(size)
  for (const n of surestFirst(found.count, bits, least)) {
    const a = groups.of[found.left[n] as number] as number
    const b = groups.of[found.right[n] as number] as number
    if (a === b || (groups.areMany(a, b) && !isOne(groups.speakersOf(a), groups.speakersOf(b)))) continue
    groups.join(a, b)
  }
  return groups.of

  function isOne(mine: readonly number[], theirs: readonly number[]): boolean {
    let sum = 0
    for (const i of mine)
      for (const j of theirs) {
        const weight = between(i, j)
        // Two of them are two people for certain: whatever stands between them cannot make them one.
        if (weight <= NEVER) return false
        sum += Math.max(-LOUDEST, Math.min(LOUDEST, weight))
      }
    return sum > 0
  }
}

/** Groups as chains through all records: hardly anything to keep for the many that stay alone. */
class Groups {
  /** The number of each record's group: one of its members. */
  readonly of: Int32Array
  /** The next member of the same group, -1 after the last. */
  readonly #next: Int32Array
  /** Of each group, by its number: its first and last member, and how many it has. */
  readonly #first: Int32Array
  readonly #last: Int32Array
  readonly #sizes: Int32Array

  constructor(size: number) {
    this.of = new Int32Array(size)
    for (let n = 0; n < size; n++) this.of[n] = n
    this.#next = new Int32Array(size).fill(-1)
    this.#first = this.of.slice()
    this.#last = this.of.slice()
    this.#sizes = new Int32Array(size).fill(1)
  }

  /** Whether one of two groups has several members. */
  areMany(a: number, b: number): boolean {
    return (this.#sizes[a] as number) + (this.#sizes[b] as number) > 2
  }

  /** The smaller goes into the larger. */
  join(a: number, b: number): void {
    const [into, from] = (this.#sizes[a] as number) >= (this.#sizes[b] as number) ? [a, b] : [b, a]
    const first = this.#first[from] as number
    for (let i = first; i !== -1; i = this.#next[i] as number) this.of[i] = into
    this.#next[this.#last[into] as number] = first
    this.#last[into] = this.#last[from] as number
    this.#sizes[into] = (this.#sizes[into] as number) + (this.#sizes[from] as number)
  }

  /** Members that speak for a group: all of a small one, and evenly taken ones of a large one. */
  speakersOf(group: number): number[] {
    const step = Math.ceil((this.#sizes[group] as number) / SPEAKERS)
    const speakers: number[] = []
    for (let i = this.#first[group] as number, n = 0; i !== -1; i = this.#next[i] as number, n++)
      if (n % step === 0) speakers.push(i)
    return speakers
  }
}

/** Steps of a bit that pairs are put in order by. */
const STEPS = 16
const MOST_BITS = 250

// By counting: pairs within a sixteenth of a bit stay in the order they came.
function surestFirst(count: number, bits: Float64Array, least: number): Uint32Array {
  const pileOf = (weight: number) => Math.floor((MOST_BITS - Math.max(-MOST_BITS, Math.min(MOST_BITS, weight))) * STEPS)
  const next = new Uint32Array(2 * MOST_BITS * STEPS + 2)
  let enough = 0
  for (let n = 0; n < count; n++) {
    if ((bits[n] as number) <= least) continue
    enough++
    const pile = pileOf(bits[n] as number) + 1
    next[pile] = (next[pile] as number) + 1
  }
  for (let pile = 1; pile < next.length; pile++) next[pile] = (next[pile] as number) + (next[pile - 1] as number)
  const order = new Uint32Array(enough)
  for (let n = 0; n < count; n++) {
    if ((bits[n] as number) <= least) continue
    const pile = pileOf(bits[n] as number)
    order[next[pile] as number] = n
    next[pile] = (next[pile] as number) + 1
  }
  return order
}
