/** Dates as British offices write them, read the British way, and the word for each way they go wrong. */
import { addDays, type Day, dayFromParts, toDay } from '#ground/day.ts'

export type DateTrouble =
  | 'empty'
  | 'not-a-date'
  | 'no-such-day'
  | 'year-0202'
  | 'ambiguous-american'
  | 'two-figure-year'
  | 'outside-years'

export type DateReading =
  | { readonly ok: true; readonly value: Day }
  | { readonly ok: false; readonly why: DateTrouble; readonly suggestion: Day | null }

export type DateOptions = {
  /** The years the field can lie in: a two-figure year is the one of them it fits, and others are in trouble. */
  readonly from: number
  readonly to: number
  /** The whole column is a spreadsheet's own numbering of days. */
  readonly serials?: boolean
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
/** Midnight, as databases add it; any other time may have moved the day, and is no date. */
const MIDNIGHT = /[T ]00:00(:00(\.0+)?)?(Z|\+00:?00)?$/
const ZERO_OF_SERIALS = toDay('1900-01-01')

/** Reads one date. */
export function readDate(typed: string, options: DateOptions): DateReading {
  const text = typed.trim().replace(MIDNIGHT, '')
  if (text === '') return trouble('empty')
  if (options.serials === true && isSerial(text)) return fromSerial(Number.parseInt(text, 10), options)
  const numbers = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})$/.exec(text)
  if (numbers !== null) return dayFirst(numbers[1] ?? '', Number(numbers[2]), numbers[3] ?? '', options, true)
  const iso = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/.exec(text)
  if (iso !== null) return dayFirst(iso[3] ?? '', Number(iso[2]), iso[1] ?? '', options, false)
  if (/^\d{8}$/.test(text)) return eightDigits(text, options)
  return withMonthName(text, options)
}

/** A spreadsheet's number for a day of 1954 to 2118. */
export function isSerial(text: string): boolean {
  return /^[2-7]\d{4}(\.0+)?$/.test(text)
}

function fromSerial(serial: number, options: DateOptions): DateReading {
  // Day 60 is 29 February 1900, which never was; everything after it is one too many.
  return inYears(addDays(ZERO_OF_SERIALS, serial - 2), options)
}

function eightDigits(text: string, options: DateOptions): DateReading {
  const yearFirst = dayFirst(text.slice(6), Number(text.slice(4, 6)), text.slice(0, 4), options, false)
  if (yearFirst.ok) return yearFirst
  const yearLast = dayFirst(text.slice(0, 2), Number(text.slice(2, 4)), text.slice(4), options, false)
  return yearLast.ok ? yearLast : yearFirst
}

function withMonthName(text: string, options: DateOptions): DateReading {
  const bare = text
    .toLowerCase()
    .replace(/^(mon|tues?|wed(nes)?|thu(rs?)?|fri|sat(ur)?|sun)(day)?,?\s+/, '')
    .replace(/\bof\s+/, '')
  const british = /^(\d{1,2})(?:st|nd|rd|th)?[\s/.,-]*([a-z]{3,9})\.?[\s/.,-]*(\d{4}|\d{2})$/.exec(bare)
  const american = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/.exec(bare)
  const [day, name, year] = british?.slice(1) ?? [american?.[2], american?.[1], american?.[3]]
  if (day === undefined || name === undefined || year === undefined) return trouble('not-a-date')
  const month = MONTHS.indexOf(name.slice(0, 3)) + 1
  return month === 0 || !isMonthName(name) ? trouble('not-a-date') : dayFirst(day, month, year, options, false)
}

const LONG = /^(january|february|march|april|may|june|july|august|september|october|november|december|sept)$/
function isMonthName(name: string): boolean {
  return name.length === 3 || LONG.test(name)
}

function dayFirst(
  dayText: string,
  month: number,
  yearText: string,
  options: DateOptions,
  maybeUs: boolean,
): DateReading {
  const day = Number(dayText)
  const year = yearText.length === 2 ? fullYear(Number(yearText), options) : Number(yearText)
  if (year === undefined) return trouble('two-figure-year')
  if (year < 1900 || year > 2200) return strangeYear(yearText, month, day, options)
  const found = dayFromParts(year, month, day)
  if (found !== undefined) return inYears(found, options)
  const swapped = maybeUs && month > 12 ? dayFromParts(year, day, month) : undefined
  if (swapped !== undefined) return trouble('ambiguous-american', swapped)
  return trouble('no-such-day')
}

function fullYear(two: number, { from, to }: DateOptions): number | undefined {
  const years = [1900 + two, 2000 + two].filter(year => year >= from && year <= to)
  return years.length === 1 ? years[0] : undefined
}

/** 0202 was meant as 2002, and 0009 as 2009, where that is a year the field can lie in. */
function strangeYear(text: string, month: number, day: number, { from, to }: DateOptions): DateReading {
  const meant = [`${text[1]}${text[0]}${text.slice(2)}`, text.replace(/^00/, '20')]
    .map(Number)
    .find(year => year >= from && year <= to)
  return trouble('year-0202', (meant === undefined ? undefined : dayFromParts(meant, month, day)) ?? null)
}

function inYears(value: Day, { from, to }: DateOptions): DateReading {
  const year = Number(value.slice(0, 4))
  return year < from || year > to ? trouble('outside-years') : { ok: true, value }
}

function trouble(why: DateTrouble, suggestion: Day | null = null): DateReading {
  return { ok: false, why, suggestion }
}
