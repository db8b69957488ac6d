/** What of a record candidates are found by: a column whole, how it sounds, a part of it. */
import type { Column, Records } from './columns.ts'
import { codesOf, type Forms } from './levels.ts'

export type Feature = {
  readonly name: string
  /** The columns it is taken from, by their place. */
  readonly columns: readonly number[]
  /** The column as it stands: what training is done on. */
  readonly isWhole: boolean
  /** A hash for each record; 0 where it is not known. */
  readonly hashes: Uint32Array
  /** The hash of a record that is not among them, by its prepared texts in the order of the columns. */
  readonly of: (texts: readonly string[]) => number
  /** The chance that two records of different people have it alike. */
  readonly chance: number
}

type Maker = readonly [name: string, of: (text: string) => string, isWhole: boolean]

/** So many bits has a number: more features than this are not weighed against each other. */
const MOST_FEATURES = 30
/** A feature that so many pairs have alike finds nothing. */
const TOO_COMMON = 0.9

/** The features worth finding somebody by. */
export function featuresOf(records: Records, forms: Forms): Feature[] {
  const telling = allFeaturesOf(records, forms).filter(feature => feature.chance < TOO_COMMON)
  if (telling.length <= MOST_FEATURES) return telling
  return telling
    .toSorted((a, b) => Number(b.isWhole) - Number(a.isWhole) || a.chance - b.chance)
    .slice(0, MOST_FEATURES)
}

/** All features there are of such columns, with how common each is among the records. */
export function allFeaturesOf(records: Records, forms: Forms): Feature[] {
  const found = records.columns.flatMap((column, c) =>
    makersOf(column, forms).map(([name, part, isWhole]) => {
      const hash = (text: string) => hashOf(part(text))
      return finished(
        { name: `${column.name}.${name}`, columns: [c], isWhole, hashes: takeFrom(column, hash) },
        texts => hash(texts[c] ?? ''),
        records.size,
      )
    }),
  )
  const given = records.columns.findIndex(c => c.kind === 'given')
  const family = records.columns.findIndex(c => c.kind === 'family')
  const [g, f] = [records.columns[given], records.columns[family]]
  if (g && f)
    found.push(
      finished(
        { name: 'names', columns: [given, family], isWhole: true, hashes: bothNames(g, f) },
        texts => bothHash(hashOf(texts[given] ?? ''), hashOf(texts[family] ?? '')),
        records.size,
      ),
    )
  return found
}

function makersOf(column: Column, forms: Forms): Maker[] {
  const whole = (text: string) => text.replaceAll(' ', '')
  switch (column.kind) {
    case 'given':
      return [
        ['whole', text => [text, ...forms(text)].reduce((a, b) => (a < b ? a : b)), true],
        ['sound', text => codesOf(text.split(' ')[0] ?? '')[0], false],
        ['initial', text => text.slice(0, 1), false],
      ]
    case 'family':
      return [
        ['whole', whole, true],
        ['sound', text => codesOf(text)[0], false],
        ['start', text => whole(text).slice(0, 3), false],
      ]
    case 'date':
      return [
        ['whole', text => text, true],
        ['year', text => text.slice(0, 4), false],
        ['day', text => [text.slice(4, 6), text.slice(6)].toSorted().join('-'), false],
        ['year-month', text => text.slice(0, 6), false],
      ]
    case 'postcode':
      return [
        ['whole', text => text, true],
        ['outward', text => text.slice(0, text.length >= 5 ? -3 : -1), false],
      ]
    case 'identifier':
    case 'upn':
    case 'uln':
    case 'nhs':
      return [
        ['whole', text => text, true],
        ['head', text => text.slice(0, Math.ceil(text.length / 2)), false],
        ['tail', text => text.slice(-Math.ceil(text.length / 2)), false],
      ]
    case 'phone':
      return [['whole', text => text.slice(-9), true]]
    case 'email':
      return [
        ['whole', text => text, true],
        ['user', text => text.slice(0, text.indexOf('@')), false],
      ]
    case 'place':
      return [
        ['whole', whole, true],
        ['start', text => whole(text).slice(0, 4), false],
      ]
    case 'number':
    case 'category':
      return [['whole', text => text, true]]
    default:
      return column.kind satisfies never
  }
}

function takeFrom(column: Column, hash: (text: string) => number): Uint32Array {
  const byText = new Uint32Array(column.book.texts.length)
  for (const [n, text] of column.book.texts.entries()) {
    if (n === 0 || column.counts[n] === 0) continue
    byText[n] = hash(text)
  }
  const { ids } = column
  const hashes = new Uint32Array(ids.length)
  for (let i = 0; i < ids.length; i++) hashes[i] = byText[ids[i] as number] as number
  return hashes
}

// Whichever way round they stand.
function bothNames(given: Column, family: Column): Uint32Array {
  const byText = new Uint32Array(given.book.texts.length)
  for (const [n, text] of given.book.texts.entries()) byText[n] = n === 0 ? 0 : hashOf(text)
  const hashes = new Uint32Array(given.ids.length)
  for (let i = 0; i < hashes.length; i++)
    hashes[i] = bothHash(byText[given.ids[i] as number] as number, byText[family.ids[i] as number] as number)
  return hashes
}

/** One hash of two names, whichever stands first; 0 when one is not known. */
export function bothHash(given: number, family: number): number {
  return given === 0 || family === 0 ? 0 : mixed(Math.min(given, family), Math.max(given, family))
}

function finished(feature: Omit<Feature, 'of' | 'chance'>, of: Feature['of'], size: number): Feature {
  return { ...feature, of, chance: chanceOf(feature.hashes, size) }
}

// Counted on a part of the hashes where there are many records.
function chanceOf(hashes: Uint32Array, size: number): number {
  const mask = size > 400_000 ? 15 : size > 100_000 ? 3 : 0
  const some = hashes.filter(hash => hash !== 0 && (hash & mask) === 0).sort()
  let pairs = 0
  for (let at = 0; at < some.length; ) {
    let end = at + 1
    while (end < some.length && some[end] === some[at]) end++
    pairs += ((end - at) * (end - at - 1)) / 2
    at = end
  }
  return (pairs * (mask + 1)) / Math.max(1, (size * (size - 1)) / 2)
}

/** How many pairs have all of these alike, if each goes by itself. */
export function expectedPairs(features: readonly Feature[], size: number): number {
  return (features.reduce((chance, f) => chance * f.chance, 1) * (size * (size - 1))) / 2
}

/** Whether two features look at one column. */
export function shareColumn(a: Feature, b: Feature): boolean {
  return a.columns.some(c => b.columns.includes(c))
}

/** FNV-1a; 0 for what is not known, and for nothing else. */
export function hashOf(text: string): number {
  if (text === '') return 0
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0 || 1
}

/** Two hashes as one; never 0. */
export function mixed(a: number, b: number): number {
  let hash = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b + 0x7f4a7c15, 0xc2b2ae35)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (hash ^ (hash >>> 13)) >>> 0 || 1
}
