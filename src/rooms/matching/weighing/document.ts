/** A model of matching as it is kept, exported and compared: what was learned, from how much, and what it takes to link. */
import type { Model, Trained } from '../engine/model.ts'
import type { TradePoint } from '../engine/thresholds.ts'

/** What one partner's lists are like: how its rows differ from what others say of the same people. */
export type SourceLikeness = {
  /** Pairs of its rows and others' that are one person, that it was learned from. */
  readonly pairs: number
  /** For each line of the model, how often two records of one person are of each level when one is this partner's. */
  readonly m: readonly (readonly number[])[]
}

export type ModelDocument = {
  /** The form of the document. */
  readonly form: 1
  readonly model: Model
  /** How many records it was learned from, and of how many people they are, as far as they tell. */
  readonly records: number
  readonly people: number
  /** The keys people are found by, and the share of one person's pairs they find, as far as the records tell. */
  readonly keys: readonly string[]
  readonly recall: number
  /** In bits: linked without asking from here on, asked about from here on. */
  readonly threshold: { readonly link: number; readonly review: number }
  /** The most that two who look like twins may weigh: with nothing of their own to go by, and with a number that differs. */
  readonly twins: readonly [number, number]
  /** What other thresholds would have cost on the records it was learned from. */
  readonly trade: readonly TradePoint[]
  /** By organisation. */
  readonly sources: Readonly<Record<string, SourceLikeness>>
  /** Keys that so many share that they tell nobody apart: not looked up. */
  readonly common: readonly number[]
  readonly seconds: number
}

/** The lines of a model for rows of one partner: its own likeness where enough is known of it. */
export function linesFor(document: ModelDocument, source: string | undefined): readonly Trained[] {
  const own = source === undefined ? undefined : document.sources[source]
  if (own === undefined) return document.model.comparisons
  return document.model.comparisons.map((line, n) => ({ ...line, m: own.m[n] ?? line.m }))
}

/** No link that is more doubtful than one in a hundred by itself, whatever the threshold says. */
export const LEAST_LINK = Math.log2(99)
