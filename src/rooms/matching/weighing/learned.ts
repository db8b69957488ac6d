/** From records to a document: what was learned, who else's lists are like what, and what other thresholds would cost. Pure. */
import { otherForms } from '#rooms/people/index.ts'
import type { Records } from '../engine/columns.ts'
import { type Linked, linkAll } from '../engine/engine.ts'
import { hashOf } from '../engine/hashes.ts'
import { NEVER } from '../engine/household.ts'
import { chanceOf, HOME_KINDS, type Model, type Trained } from '../engine/model.ts'
import { tradeOf } from '../engine/thresholds.ts'
import type { ModelDocument, SourceLikeness } from './document.ts'
import { STARTING_KEYS } from './keys.ts'
import { startingDocument } from './starting.ts'

/** From fewer pairs of one person nothing is learned that is better than what matching starts from. */
export const LEAST_PAIRS = 50
/** A partner's own likeness counts from so many pairs on; the general one weighs as much as so many. */
const LEAST_OF_SOURCE = 30
const GENERAL = 50
/** Thresholds that the picture shows, in bits. */
const POINTS = Array.from({ length: 16 }, (_, n) => 2 * n)
/** A value borne by fewer is not counted: it is rare. */
const LEAST_BEARERS = 3

export type Term = { readonly line: number; readonly hash: number; readonly bearers: number }

/**
 * Learns from records; undefined where they tell too little.
 * @param sources whose list each record is from, by its place; '' for none
 */
export function learn(records: Records, sources: readonly string[], today: number): ModelDocument | undefined {
  const began = performance.now()
  const linked = linkAll(records, { forms: otherForms, seed: today })
  const pairs = linked.sure.filter(bits => bits > 0).length
  if (pairs < LEAST_PAIRS || !Number.isFinite(linked.threshold.link)) return undefined
  return {
    form: 1,
    model: withHouseholds(linked.model, records.size),
    records: records.size,
    people: new Set(linked.likely).size,
    // What few records do not show to go wrong yet is looked for all the same.
    keys: [...new Set([...STARTING_KEYS, ...linked.choice.keys.map(k => k.key.name)])],
    recall: linked.choice.recall,
    threshold: linked.threshold,
    twins: linked.household?.limits ?? [NEVER, NEVER],
    trade: tradeOf(linked.sure, POINTS),
    sources: likenessOf(linked, sources),
    common: [],
    seconds: Math.round(performance.now() - began) / 1000,
  }
}

/** Brothers and sisters: of each record another of its household is on record with about this chance, as the start has it. */
const SIBLINGS_EACH = 0.8

/**
 * A model that reckons with brothers and sisters also where its records had too few of them to learn from: what a household has
 * in common (family name, home, phone) must never add up to one person.
 */
function withHouseholds(model: Model, size: number): Model {
  const least = SIBLINGS_EACH / Math.max(size, 1)
  if (model.household >= least / 4) return model
  const start = new Map(startingDocument().model.comparisons.map(line => [line.name, line.h]))
  return {
    ...model,
    household: least,
    comparisons: model.comparisons.map(line =>
      HOME_KINDS.has(line.kind) ? { ...line, h: start.get(line.name) ?? line.h } : line,
    ),
  }
}

/** What each partner's rows are like beside others' of the same people. */
function likenessOf(linked: Linked, sources: readonly string[]): Record<string, SourceLikeness> {
  const { found, bits, model } = linked
  const width = model.comparisons.length
  const counted = new Map<string, { pairs: number; counts: number[][] }>()
  const note = (source: string, at: number) => {
    const own = counted.get(source) ?? { pairs: 0, counts: model.comparisons.map(c => c.levels.map(() => 0)) }
    own.pairs++
    for (let c = 0; c < width; c++) {
      const level = found.levels[at + c] as number
      const row = own.counts[c] as number[]
      row[level] = (row[level] as number) + 1
    }
    counted.set(source, own)
  }
  for (let n = 0; n < found.count; n++) {
    if (chanceOf(bits[n] as number) < 0.99) continue
    const [a = '', b = ''] = [sources[found.left[n] as number], sources[found.right[n] as number]]
    if (a === b) continue
    if (a !== '') note(a, n * width)
    if (b !== '') note(b, n * width)
  }
  return Object.fromEntries(
    [...counted]
      .filter(([, own]) => own.pairs >= LEAST_OF_SOURCE)
      .map(([source, { pairs, counts }]) => [
        source,
        { pairs, m: model.comparisons.map((line, c) => blended(line, counts[c] as number[])) },
      ]),
  )
}

function blended({ m }: Trained, counts: readonly number[]): number[] {
  const known = counts.slice(1).reduce((sum, n) => sum + n, 0)
  return m.map((share, level) => (level === 0 ? 0 : ((counts[level] ?? 0) + GENERAL * share) / (known + GENERAL)))
}

/** How common the values are that several bear. */
export function commonTerms(records: Records): Term[] {
  return records.columns.flatMap(({ book, counts }, line) =>
    book.texts.flatMap((text, n) => {
      const bearers = counts[n] ?? 0
      return n > 0 && bearers >= LEAST_BEARERS ? [{ line, hash: hashOf(text), bearers }] : []
    }),
  )
}

/** Keys that more than so many share. @param keys all keys of all people, one after another */
export function tooCommon(keys: Float64Array, most: number): number[] {
  const sorted = keys.toSorted()
  const found: number[] = []
  for (let at = 0; at < sorted.length; ) {
    let end = at + 1
    while (end < sorted.length && sorted[end] === sorted[at]) end++
    if (end - at > most) found.push(sorted[at] as number)
    at = end
  }
  return found
}
