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
  const group = Int32Array.from({ length: size }, (_, n) => n)
  const members = new Map<number, number[]>()
  for (const n of surestFirst(found.count, bits, least)) {
    const a = group[found.left[n] as number] as number
    const b = group[found.right[n] as number] as number
    if (a === b) continue
    const [mine, theirs] = [members.get(a) ?? [a], members.get(b) ?? [b]]
    if (mine.length * theirs.length > 1 && !isOne(mine, theirs)) continue
    const [into, from, big, small] = mine.length >= theirs.length ? [a, b, mine, theirs] : [b, a, theirs, mine]
    for (const i of small) {
      group[i] = into
      big.push(i)
    }
    members.set(into, big)
    members.delete(from)
  }
  return group

  function isOne(mine: readonly number[], theirs: readonly number[]): boolean {
    let sum = 0
    for (const i of speakersOf(mine))
      for (const j of speakersOf(theirs)) {
        const weight = between(i, j)
        // Two of them are two people for certain: whatever stands between them cannot make them one.
        if (weight <= NEVER) return false
        sum += Math.max(-LOUDEST, Math.min(LOUDEST, weight))
      }
    return sum > 0
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

function speakersOf(members: readonly number[]): readonly number[] {
  if (members.length <= SPEAKERS) return members
  const step = Math.ceil(members.length / SPEAKERS)
  return members.filter((_, n) => n % step === 0)
}
