/** Weighs pairs by a model: each in the way they look most like one person, line by line. Knows no database. */
import { otherForms } from '#rooms/people/index.ts'
import { Gatherer } from '../engine/columns.ts'
import { Comparer } from '../engine/compare.ts'
import { reasonsOf } from '../engine/explain.ts'
import { hashOf } from '../engine/hashes.ts'
import { Household } from '../engine/household.ts'
import { prepared } from '../engine/kinds.ts'
import { NEIGHBOUR } from '../engine/levels.ts'
import { bitsOf, type Model, type Sums, type Weights, weigh, weightsOf } from '../engine/model.ts'
import { linesFor, type ModelDocument } from './document.ts'
import { type Known, LINES, sideBySide, valuesOf } from './known.ts'

/** How many records carry a value, by line and its hash; what is not there is rare. */
export type Terms = ReadonlyMap<string, number>

/** One line of why: its level and what it adds, in bits. Carries no value. */
export type WeighedLine = { readonly line: string; readonly level: string; readonly bits: number }

/** What stands against two being one person, however much speaks for it. */
export type Against = 'dead' | 'number' | 'given' | 'birth'

export type Weighed = {
  /** The log (base 2) of the odds that they are one person. */
  readonly bits: number
  readonly lines: readonly WeighedLine[]
  readonly against: readonly Against[]
  /** The numbers both have. */
  readonly same: readonly ('upn' | 'uln' | 'nhs')[]
  /** Full name and birth date are the same; and the postcode too. */
  readonly isNamesake: boolean
  readonly isNeighbour: boolean
}

export type Pair = { readonly left: Known; readonly right: Known; readonly source?: string | undefined }

/** What a term is looked up by. */
export function termKey(line: number, hash: number): string {
  return `${line}:${hash}`
}

export type Term = { readonly line: number; readonly hash: number }

/** The hashes of what somebody's terms are looked up by, line by line: of every value they have. */
export function termsOf(known: Known): Term[] {
  return LINES.flatMap(({ name, kind }, line) => {
    const hashes = new Set(valuesOf(known, name).map(text => hashOf(prepared(kind, text))))
    hashes.delete(0)
    return [...hashes].map(hash => ({ line, hash }))
  })
}

/**
 * Weighs each pair.
 * @param terms how common values are; none where nothing is counted yet, and then all are as common as the model says
 * @param leastExplained in bits: whoever weighs less is somebody else, and nobody asks why line by line
 */
export function weighPairs(
  document: ModelDocument,
  terms: Terms | undefined,
  pairs: readonly Pair[],
  leastExplained = Number.NEGATIVE_INFINITY,
): Weighed[] {
  const gatherer = new Gatherer(LINES)
  const ways = pairs.map(({ left, right }) => {
    const of = sideBySide(left, right)
    for (const [a, b] of of) {
      gatherer.add(a)
      gatherer.add(b)
    }
    return of.length
  })
  const records = gatherer.done()
  const counted = {
    size: records.size,
    columns: records.columns.map((column, line) => ({
      ...column,
      counts: Int32Array.from(column.book.texts, (text, n) =>
        n === 0 || terms === undefined ? 0 : (terms.get(termKey(line, hashOf(text))) ?? 1),
      ),
    })),
  }
  const comparer = new Comparer(counted, otherForms)
  const places = placesOf(comparer)
  const household = Household.kept(document.model.comparisons, document.twins)
  const size = Math.max(document.records, 1)
  const levels = new Uint8Array(comparer.comparisons.length)
  const shares = new Int32Array(levels.length)
  const sums: Sums = { person: 0, household: 0 }
  const bySource = new Map<string | undefined, { model: Model; weights: Weights }>()
  const modelFor = (source: string | undefined) => {
    const known = bySource.get(source)
    if (known) return known
    const model = { ...document.model, comparisons: linesFor(document, source) }
    const made = { model, weights: weightsOf(model, size) }
    bySource.set(source, made)
    return made
  }
  let at = 0
  return pairs.map(({ left, right, source }, n) => {
    const { model, weights } = modelFor(source)
    let best: { bits: number; levels: Uint8Array; shares: Int32Array } | undefined
    for (let way = 0; way < (ways[n] as number); way++, at += 2) {
      comparer.compare(at, at + 1, levels, shares)
      weigh(weights, levels, shares, sums)
      const bits = Math.min(bitsOf(model, sums), household?.most(levels) ?? Number.POSITIVE_INFINITY)
      if (best === undefined || bits > best.bits) best = { bits, levels: levels.slice(), shares: shares.slice() }
    }
    const found = best ?? { bits: -1000, levels, shares }
    const standing = standingOf(found.levels, places, left, right)
    const isFar = found.bits < leastExplained && standing.same.length === 0 && !standing.isNamesake
    if (isFar) return { bits: found.bits, lines: [], ...standing }
    const lines = reasonsOf(model, size, found.levels, found.shares, weights)
      .filter(({ level }) => level !== 'unknown')
      .filter(({ name, level }) => !(name === 'order' && level === 'same'))
      .map(({ name, level, bits }) => ({ line: name, level, bits: Math.round(bits * 10) / 10 }))
    return { bits: found.bits, lines, ...standing }
  })
}

const NUMBERS = ['upn', 'uln', 'nhs'] as const

/** Where each comparison's level stands, by its name. */
type Places = ReadonlyMap<string, number>

function placesOf({ comparisons }: Comparer): Places {
  return new Map(comparisons.map(({ name }, place) => [name, place]))
}

function standingOf(levels: Uint8Array, places: Places, left: Known, right: Known) {
  const level = (name: string) => levels[places.get(name) ?? -1] ?? 0
  const same = NUMBERS.filter(kind => level(kind) === 1)
  const against: Against[] = []
  if (NUMBERS.some(kind => level(kind) > 1)) against.push('number')
  // Quite another first name: a twin whose number was mixed up looks just so. Two numbers are not mixed up together.
  if (level('given') >= NEIGHBOUR && same.length < 2) against.push('given')
  if (left.bornOn !== null && right.bornOn !== null && left.bornOn !== right.bornOn) against.push('birth')
  if (left.isDead === true || right.isDead === true) against.push('dead')
  const isNamesake = level('given') === 1 && level('family') === 1 && level('order') === 1 && level('born') === 1
  return { against, same, isNamesake, isNeighbour: isNamesake && level('postcode') === 1 }
}
