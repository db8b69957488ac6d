/** What of a record candidates are found by: a column whole, how it sounds, a part of it. */
import { type Column, countsOf, type Records } from './columns.ts'
import { hashOf, mixed } from './hashes.ts'
import { codesOf, type Forms } from './levels.ts'
import { sortedBy } from './sorting.ts'

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
  const found = records.columns.flatMap((column, c) => {
    const bearers = countsOf(column.ids, records.size, column.book)
    return makersOf(column, forms).map(([name, part, isWhole]): Feature => {
      const hash = (text: string) => hashOf(part(text))
      const byText = hashesByText(column, bearers, hash)
      return {
        name: `${column.name}.${name}`,
        columns: [c],
        isWhole,
        hashes: hashesOfRecords(column, byText),
        of: texts => hash(texts[c] ?? ''),
        chance: chanceByText(byText, bearers, records.size),
      }
    })
  })
  const given = records.columns.findIndex(c => c.kind === 'given')
  const family = records.columns.findIndex(c => c.kind === 'family')
  const [g, f] = [records.columns[given], records.columns[family]]
  if (g && f) {
    const hashes = bothNames(g, f)
    found.push({
      name: 'names',
      columns: [given, family],
      isWhole: true,
      hashes,
      of: texts => bothHash(hashOf(texts[given] ?? ''), hashOf(texts[family] ?? '')),
      chance: chanceOf(hashes, records.size),
    })
  }
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

function hashesByText({ book }: Column, bearers: Int32Array, hash: (text: string) => number): Uint32Array {
  const byText = new Uint32Array(book.texts.length)
  for (let n = 1; n < byText.length; n++) if (bearers[n] !== 0) byText[n] = hash(book.texts[n] as string)
  return byText
}

function hashesOfRecords({ ids }: Column, byText: Uint32Array): Uint32Array {
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

// By texts and not by records: there are fewer, and a year of birth, which a sample of hashes may miss, is counted as common as it is.
function chanceByText(byText: Uint32Array, bearers: Int32Array, size: number): number {
  const { order, sorted } = sortedBy(byText)
  let pairs = 0
  for (let at = 0; at < order.length; ) {
    const hash = sorted[at]
    let all = 0
    for (; at < order.length && sorted[at] === hash; at++) all += bearers[order[at] as number] as number
    pairs += (all * (all - 1)) / 2
  }
  return pairs / Math.max(1, (size * (size - 1)) / 2)
}

// Counted on a part of the hashes where there are many records: pairs of names are as many as records.
function chanceOf(hashes: Uint32Array, size: number): number {
  const mask = size > 400_000 ? 15 : size > 100_000 ? 3 : 0
  let count = 0
  const some = new Uint32Array(hashes.length)
  for (let i = 0; i < hashes.length; i++) {
    const hash = hashes[i] as number
    if (hash !== 0 && (hash & mask) === 0) some[count++] = hash
  }
  const sorted = some.subarray(0, count).sort()
  let pairs = 0
  for (let at = 0; at < count; ) {
    let end = at + 1
    while (end < count && sorted[end] === sorted[at]) end++
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
