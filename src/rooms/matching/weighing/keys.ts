/** By which keys somebody is found: numbers that one and the same have in common and strangers seldom do. */
import { otherForms } from '#rooms/people/index.ts'
import { allFeaturesOf, type Feature } from '../engine/features.ts'
import { mixed } from '../engine/hashes.ts'
import { prepared } from '../engine/kinds.ts'
import { type Known, LINES, type LineName, noRecords, textsOf, valuesOf } from './known.ts'

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

type Key = { readonly features: readonly Feature[]; readonly lines: readonly LineName[] }

let features: ReadonlyMap<string, Feature> | undefined

function featureNamed(name: string): Feature | undefined {
  features ??= new Map(allFeaturesOf(noRecords(), otherForms).map(f => [f.name, f]))
  return features.get(name)
}

/** Makes the keys of a model. */
export class KeyMaker {
  readonly #keys: readonly Key[]

  /** @param names as a model names them: features with " + " between; one that is not known any more is left out */
  constructor(names: readonly string[]) {
    this.#keys = names.map(name => {
      const of = name.split(' + ').map(featureNamed)
      const found = of.every(f => f !== undefined) ? (of as Feature[]) : []
      const columns = new Set(found.flatMap(f => f.columns))
      return { features: found, lines: LINES.flatMap(({ name: line }, c) => (columns.has(c) ? [line] : [])) }
    })
  }

  /** The keys somebody is found by, none twice. */
  of(known: Known): number[] {
    const found = new Set<number>()
    for (const [n, { features: of, lines }] of this.#keys.entries()) {
      if (of.length === 0) continue
      for (const texts of waysOf(known, lines)) {
        let hash = 0
        for (const [place, feature] of of.entries()) {
          const own = feature.of(texts)
          hash = own === 0 ? 0 : place === 0 ? own : mixed(hash, own)
          if (hash === 0) break
        }
        if (hash !== 0 && found.size < MOST_KEYS) found.add(n * ROOM + hash)
      }
    }
    return [...found]
  }
}

/** The texts of somebody in every way that matters to some lines, made alike. */
function waysOf(known: Known, lines: readonly LineName[]): string[][] {
  const ofNames = lines.some(line => line === 'given' || line === 'family')
  let ways = ofNames ? known.names.map(name => textsOf(known, name)) : [textsOf(known)]
  for (const [c, { name: line }] of LINES.entries()) {
    if (line === 'given' || line === 'family' || !lines.includes(line)) continue
    const values = valuesOf(known, line)
    if (values.length > 1)
      ways = ways.flatMap(way => values.map(value => way.map((text, at) => (at === c ? value : text))))
  }
  return ways.slice(0, MOST_WAYS).map(way => way.map((text, c) => prepared(LINES[c]?.kind ?? 'given', text)))
}
