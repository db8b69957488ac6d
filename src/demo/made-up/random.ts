/** Chance by seed: the same seed gives the same people on every machine. */
import { Random } from '#ground/random.ts'

export type Chance = {
  /** 0 to 1, never 1. */
  next(): number
  /** A whole number from `least` to `most`, both in. */
  between(least: number, most: number): number
  /** True so many times in one. */
  happens(share: number): boolean
  pick<Thing>(things: readonly Thing[]): Thing
  /** As `pick`, the first far more often than the last, as names are in life. */
  pickCommon<Thing>(things: readonly Thing[]): Thing
}

/** A run of chance of its own for each number, so that one household's luck does not change the next one's. */
export function chanceOf(seed: number, run: number): Chance {
  const random = new Random(mix(mix(seed | 0) ^ Math.imul(run + 1, 0x9e3779b1)))
  const next = () => random.share()
  const at = <Thing>(things: readonly Thing[], share: number): Thing => {
    const thing = things[Math.floor(share * things.length)]
    if (thing === undefined) throw new RangeError('nothing to pick from')
    return thing
  }
  return {
    next,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    happens: share => next() < share,
    pick: things => at(things, next()),
    pickCommon: things => at(things, next() ** 2),
  }
}

function mix(n: number): number {
  let h = n | 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}
