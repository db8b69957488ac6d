/** Guesses what each column is, from its name and from what stands in it. A person confirms; what they chose is remembered elsewhere. */
import { ETHNICITY_CODES, kindOf, toPostcode } from '#rooms/people/index.ts'
import { isNothing } from './cells.ts'
import { readDate } from './dates.ts'
import { DATE_FIELDS, type Field, plainHeader, REPEATED } from './fields.ts'
import { OWNER, SOMEBODY_ELSE, SYNONYMS } from './synonyms.ts'

export type ColumnGuess = {
  readonly column: string
  readonly field: Field | null
  /** 0 to 1. Below 0.7 a page should ask rather than tell. */
  readonly confidence: number
  readonly why: 'header' | 'values' | 'none'
}

type Guess = Omit<ColumnGuess, 'column' | 'field'> & { readonly field: Field }

/** Names telling enough to be found inside a longer header: two words or more, and these single ones. */
const TELLING =
  /^(surname|forename|dob|postcode|mobile|email|ethnicity|uln|upn|nhs|attendance|address|relationship|telephone)$/
const INSIDE = [...SYNONYMS].filter(([name]) => name.includes(' ') || TELLING.test(name)).toSorted(longestFirst)
const ADULT: ReadonlySet<Field> = new Set<Field>(['adult-name', 'adult-relationship', 'adult-phone'])
/** Kinds whose values speak louder than the header over them. */
const HARD: ReadonlySet<Field> = new Set<Field>(['upn', 'uln', 'nhs', 'postcode', 'email'])
const ENOUGH = 0.8

/**
 * One guess per column, in the order of the columns.
 * @param sampleRows a few dozen rows; more only cost time
 */
export function guessMapping(
  columns: readonly string[],
  sampleRows: readonly Readonly<Record<string, string>>[],
): ColumnGuess[] {
  const values = new Map(
    columns.map(column => [column, sampleRows.map(row => row[column] ?? '').filter(value => !isNothing(value))]),
  )
  const wanted = columns.map(column => guessOne(column, values.get(column) ?? []))
  addBirthDate(columns, wanted, values)
  const given = award(wanted)
  return columns.map((column, i) => {
    const guess = given.has(i) ? wanted[i] : undefined
    return { column, ...(guess ?? { field: null, confidence: 0, why: 'none' as const }) }
  })
}

/** The strongest guess for a field keeps it; a single name column is not needed beside two. */
function award(wanted: readonly (Guess | undefined)[]): ReadonlySet<number> {
  const order = wanted.map((guess, i) => ({ guess, i })).filter(entry => entry.guess !== undefined)
  const taken = new Set<Field>()
  const given = new Set<number>()
  for (const { guess, i } of order.toSorted((a, b) => (b.guess?.confidence ?? 0) - (a.guess?.confidence ?? 0))) {
    if (guess === undefined || (taken.has(guess.field) && !REPEATED.has(guess.field))) continue
    taken.add(guess.field)
    given.add(i)
  }
  if (taken.has('family') && taken.has('given'))
    for (const [i, guess] of wanted.entries()) if (guess?.field === 'full-name') given.delete(i)
  return given
}

function guessOne(column: string, values: readonly string[]): Guess | undefined {
  const named = byHeader(column)
  const seen = byValues(values)
  if (named === undefined) return seen
  if (
    seen !== undefined &&
    seen.field !== named.field &&
    HARD.has(seen.field) &&
    !ADULT.has(named.field) &&
    named.field !== 'former-upn'
  )
    return { ...seen, confidence: 0.7 }
  if (seen?.field === named.field) return { ...named, confidence: Math.min(1, named.confidence + 0.05) }
  if (DATE_FIELDS.has(named.field) && values.length >= 3 && shareOf(values, isDate) < 0.5)
    return { ...named, confidence: 0.4 }
  return named
}

function byHeader(column: string): Guess | undefined {
  const plain = plainHeader(column)
  const exact = SYNONYMS.get(plain)
  if (exact !== undefined) return { field: exact, confidence: 0.95, why: 'header' }
  const bare = squeeze(plain.replaceAll(OWNER, ' '))
  const short = squeeze(bare.replaceAll(/\bline\b|\b[a-z]?\d+$/g, ' '))
  const owned = SYNONYMS.get(bare) ?? SYNONYMS.get(short)
  if (owned !== undefined) return { field: owned, confidence: 0.9, why: 'header' }
  const another = SOMEBODY_ELSE.test(plain)
  const inside = INSIDE.find(([name, field]) => another === ADULT.has(field) && ` ${plain} `.includes(` ${name} `))
  return inside && { field: inside[1], confidence: 0.6, why: 'header' }
}

function byValues(values: readonly string[]): Guess | undefined {
  if (values.length < 2) return undefined
  const found = (
    [
      ['upn', value => kindOf(value) === 'upn'],
      ['uln', value => kindOf(value) === 'uln'],
      ['nhs', value => kindOf(value) === 'nhs'],
      ['postcode', value => toPostcode(value) !== undefined],
      ['email', value => /^\S+@\S+\.\S+$/.test(value)],
      ['mobile', value => /^(\+44|0)7\d{9}$/.test(value.replaceAll(/[\s()-]/g, ''))],
      ['sex', value => /^(m|f|male|female)$/i.test(value)],
      ['ethnicity', value => value.toUpperCase() in ETHNICITY_CODES],
      ['full-name', value => /^\p{L}[\p{L}\p{M}'’ -]+, ?\p{L}[\p{L}\p{M}'’ -]*$/u.test(value)],
    ] as const satisfies readonly (readonly [Field, (value: string) => boolean])[]
  ).find(([, fits]) => shareOf(values, fits) >= ENOUGH)
  return found && { field: found[0], confidence: HARD.has(found[0]) ? 0.8 : 0.6, why: 'values' }
}

/** Where no header says birth date: of the columns of dates that nothing else claims, the earliest. Births come first. */
function addBirthDate(
  columns: readonly string[],
  wanted: (Guess | undefined)[],
  values: ReadonlyMap<string, readonly string[]>,
): void {
  if (wanted.some(guess => guess?.field === 'birth-date')) return
  const [earliest] = columns
    .map((column, i) => ({ i, year: medianYear(values.get(column) ?? []) }))
    .filter(entry => wanted[entry.i] === undefined && entry.year !== undefined)
    .toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0))
  if (earliest !== undefined) wanted[earliest.i] = { field: 'birth-date', confidence: 0.5, why: 'values' }
}

function medianYear(values: readonly string[]): number | undefined {
  if (values.length < 2 || shareOf(values, isDate) < ENOUGH) return undefined
  const years = values.flatMap(value => {
    const read = readDate(value, ANY_YEAR)
    return read.ok ? [Number(read.value.slice(0, 4))] : []
  })
  return years.toSorted((a, b) => a - b)[Math.floor(years.length / 2)]
}

// A hundred years, so that a two-figure year has one meaning.
const ANY_YEAR = { from: 1960, to: 2059 }

function isDate(value: string): boolean {
  const read = readDate(value, ANY_YEAR)
  return read.ok || read.why === 'ambiguous-american' || read.why === 'no-such-day'
}

function shareOf(values: readonly string[], fits: (value: string) => boolean): number {
  return values.length === 0 ? 0 : values.filter(fits).length / values.length
}

function squeeze(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

function longestFirst(a: readonly [string, Field], b: readonly [string, Field]): number {
  return b[0].length - a[0].length
}
