/** From which weight on a pair is linked without asking, and down to which it is asked about: from the model alone. */
import { chanceOf } from './model.ts'

/** One wrong link in ten thousand. */
export const MOST_WRONG = 1e-4
/** The model is surer than it should be: what goes wrong together it takes apart. So many times the caution. */
export const CAUTION = 5
/** A pair is asked about when it is one person with this chance at least. */
export const LEAST_ASKED = 0.02

export type Threshold = {
  /** In bits, prior included: linked from here on. */
  readonly link: number
  /** Asked about from here on. */
  readonly review: number
}

/** One point of the trade: from this weight on so many are linked, so many of them wrongly by the model, so many asked about. */
export type TradePoint = {
  readonly bits: number
  readonly links: number
  readonly wrong: number
  readonly asked: number
}

/**
 * The weight from which on, by the model's own chances, at most a share of the links is wrong; no single link may be more doubtful
 * than a hundred times that.
 */
export function thresholdsOf(bits: Float64Array, mostWrong = MOST_WRONG): Threshold {
  const review = Math.log2(LEAST_ASKED / (1 - LEAST_ASKED))
  const sorted = bits.slice().sort().reverse()
  const least = Math.log2(1 / (100 * mostWrong))
  let link = Number.POSITIVE_INFINITY
  let wrong = 0
  for (let n = 0; n < sorted.length; n++) {
    const weight = sorted[n] as number
    wrong += 1 - chanceOf(weight)
    if (weight < least || (CAUTION * wrong) / (n + 1) > mostWrong) break
    link = weight
  }
  return { link, review }
}

/** What other thresholds would cost: for the picture a data officer moves the threshold by. */
export function tradeOf(bits: Float64Array, points: readonly number[]): TradePoint[] {
  return points.map(at => {
    let [links, wrong, asked] = [0, 0, 0]
    for (const weight of bits) {
      const chance = chanceOf(weight)
      if (weight >= at) {
        links++
        wrong += 1 - chance
      } else if (chance >= LEAST_ASKED) asked++
    }
    return { bits: at, links, wrong, asked }
  })
}
