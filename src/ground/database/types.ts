/**
 * How values come out of the database: a day as a `Day`, a moment as an `Instant`, whole numbers as numbers. Nothing ever
 * becomes a JavaScript Date, which has no calendar day and reads the machine's zone.
 */
import { types } from 'pg'
import type { Instant } from '../clock.ts'

const DATE = 1082
const TIMESTAMPTZ = 1184
const INT8 = 20
const AS_TEXT = [1114, 1186, 1700]
const ARRAYS_OF_TEXT = [1182, 1115, 1187, 1231]
const TIMESTAMPTZ_ARRAY = 1185
const INT8_ARRAY = 1016
const TEXT_ARRAY = 1009

/** Hand this to `pg` as `types`. Numbers with decimals (numeric) stay text: money and rates are not floating point. */
export const databaseTypes = { getTypeParser }

/**
 * A moment as PostgreSQL writes it (session in UTC) as an Instant. Parts of a millisecond are cut off: the program
 * writes none.
 */
export function instantFrom(text: string): Instant {
  const [day, rest] = text.split(' ')
  const time = /^(\d\d:\d\d:\d\d)(?:\.(\d+))?\+00(?::00)?$/.exec(rest ?? '')
  if (time === null) throw new RangeError('not a moment in UTC')
  return `${day}T${time[1]}.${(time[2] ?? '').padEnd(3, '0').slice(0, 3)}Z` as Instant
}

/** A whole number; throws a RangeError where JavaScript's numbers would lose the last digits. */
export function wholeNumber(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError('whole number too large')
  return value
}

type Parser = (text: string) => unknown

// The package's own type knows only some of the numbers it is asked for.
const lookUp = types.getTypeParser as (oid: number, format: string) => Parser

const textArray = lookUp(TEXT_ARRAY, 'text') as (text: string) => (string | null)[]
const same: Parser = text => text
const each =
  (parse: Parser): Parser =>
  text =>
    textArray(text).map(item => (item === null ? null : parse(item)))

const parsers = new Map<number, Parser>([
  [DATE, same],
  [TIMESTAMPTZ, instantFrom],
  [INT8, wholeNumber],
  [TIMESTAMPTZ_ARRAY, each(instantFrom)],
  [INT8_ARRAY, each(wholeNumber)],
  ...AS_TEXT.map((oid): [number, Parser] => [oid, same]),
  ...ARRAYS_OF_TEXT.map((oid): [number, Parser] => [oid, textArray]),
])

function getTypeParser(oid: number, format?: 'text' | 'binary'): Parser {
  const own = format === 'binary' ? undefined : parsers.get(oid)
  return own ?? lookUp(oid, format ?? 'text')
}
