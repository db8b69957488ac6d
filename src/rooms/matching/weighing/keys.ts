/** By which keys somebody is found: numbers that one and the same have in common and strangers seldom do. */
import { otherForms } from '#rooms/people/index.ts'
import { allFeaturesOf, type Feature } from '../engine/features.ts'
import { mixed } from '../engine/hashes.ts'
import { prepared } from '../engine/kinds.ts'
import { type Known, LINES, noRecords, valuesOf } from './known.ts'

/** What is certain is never missed. */
const CERTAIN_KEYS: readonly string[] = ['upn.whole', 'uln.whole', 'nhs.whole', 'names + born.whole']

/** What people are found by always; a model adds what its records show to go wrong. */
export const STARTING_KEYS: readonly string[] = [
  ...CERTAIN_KEYS,
  'names',
  'phone.whole',
  'email.whole',
  'family.whole + born.whole',
  'given.whole + born.whole',
  'given.sound + family.sound + born.year',
  'given.sound + born.whole',
  'family.sound + born.whole',
  'family.start + born.day',
  'given.whole + postcode.whole',
  'family.sound + postcode.whole',
  'born.whole + postcode.whole',
  'given.initial + family.whole + born.year-month',
  'given.whole + family.sound + born.day',
]

/** The most keys of one person: somebody with many names and addresses is found by some of each. */
const MOST_KEYS = 150
/** The most ways one key is made of somebody's names and addresses. */
const MOST_WAYS = 12
/** A key is its place and its hash in one number. */
const ROOM = 2 ** 32

/** A feature as keys use it: its own number among all of them, and the line its values are told apart by. */
type Part = { readonly n: number; readonly of: Feature['of']; readonly line: number; readonly isOfNames: boolean }

/** One key: its features, and the lines they look at besides names. */
type Key = { readonly parts: readonly Part[]; readonly lines: readonly number[]; readonly isOfNames: boolean }

let parts: ReadonlyMap<string, Part> | undefined

/** The place of each line by its name. */
const PLACES = LINES.map(({ name }) => name)
const isName = (line: number) => PLACES[line] === 'given' || PLACES[line] === 'family'

function partNamed(name: string): Part | undefined {
  parts ??= new Map(
    allFeaturesOf(noRecords(), otherForms).map(({ name: own, of, columns: [line = 0] }, n) => [
      own,
      { n, of, line, isOfNames: isName(line) },
    ]),
  )
  return parts.get(name)
}

/** Makes the keys of a model. */
export class KeyMaker {
  readonly #keys: readonly Key[]

  /** @param names as a model names them: features with " + " between; one that is not known any more is left out */
  constructor(names: readonly string[]) {
    this.#keys = names.map(name => {
      const of = name.split(' + ').map(partNamed)
      const found = of.every(part => part !== undefined) ? (of as Part[]) : []
      const lines = new Set(found.flatMap(part => (part.isOfNames ? [] : [part.line])))
      return {
        parts: found,
        lines: [...lines].toSorted((a, b) => a - b),
        isOfNames: found.some(part => part.isOfNames),
      }
    })
  }

  /** The keys somebody is found by, none twice. */
  of(somebody: Known): number[] {
    const hashes = new Hashes(somebody)
    const found = new Set<number>()
    for (const [n, { parts: own, lines, isOfNames }] of this.#keys.entries()) {
      if (own.length === 0) continue
      for (const way of hashes.waysOf(lines, isOfNames)) {
        let hash = 0
        for (const [place, part] of own.entries()) {
          const taken = hashes.of(part, way)
          hash = taken === 0 ? 0 : place === 0 ? taken : mixed(hash, taken)
          if (hash === 0) break
        }
        if (hash !== 0 && found.size < MOST_KEYS) found.add(n * ROOM + hash)
      }
    }
    return [...found]
  }
}

/** Which of somebody's names (the first place) and which of their values of each line. */
type Way = readonly number[]

/**
 * What keys are made of, for one person: every text is made alike once and every feature taken once, however many keys
 * look at it. A list makes keys of thousands of people, and most of the time went there.
 */
class Hashes {
  /** For each line its texts, made alike; of the names' lines one for each name. */
  readonly #texts: readonly (readonly string[])[]
  readonly #names: number
  /** By the feature's number, for each name or value. */
  readonly #taken: number[][] = []

  constructor(somebody: Known) {
    this.#names = somebody.names.length
    this.#texts = LINES.map(({ name, kind }) => valuesOf(somebody, name).map(text => prepared(kind, text)))
  }

  /** Every way the names and values of some lines can stand together. */
  waysOf(lines: readonly number[], isOfNames: boolean): Way[] {
    const plain: Way = LINES.map(() => 0)
    let ways: Way[] = isOfNames ? Array.from({ length: this.#names }, (_, n) => withPlace(plain, 0, n)) : [plain]
    for (const line of lines) {
      const { length } = this.#texts[line] ?? []
      if (length > 1) ways = ways.flatMap(way => Array.from({ length }, (_, value) => withPlace(way, line, value)))
    }
    return ways.slice(0, MOST_WAYS)
  }

  /** The hash of a feature, one way; 0 where nothing is known. */
  of({ n, of, line, isOfNames }: Part, way: Way): number {
    const place = way[isOfNames ? 0 : line] ?? 0
    const taken = (this.#taken[n] ??= [])
    const before = taken[place]
    if (before !== undefined) return before
    const hash = of(this.#texts.map((texts, c) => texts[isName(c) === isOfNames ? place : 0] ?? ''))
    taken[place] = hash
    return hash
  }
}

function withPlace(way: Way, at: number, value: number): Way {
  return way.map((own, n) => (n === at ? value : own))
}
