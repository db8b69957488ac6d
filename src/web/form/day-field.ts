/** A day in three boxes, `name-day`, `name-month` and `name-year`. Months may be numbers or names, English or Welsh. */
import { type Day, dayFromParts, isAfter, isBefore, partsOf } from '#ground/day.ts'
import { type Body, cleanLine, oneOf } from './clean.ts'
import type { Answers, Field, FieldFault, FieldReading, Optional, Required } from './field.ts'

export type DayBox = 'day' | 'month' | 'year'
export const DAY_BOXES: readonly DayBox[] = ['day', 'month', 'year']

/** What to say, as exactly as the fault is known. */
export interface DayWords {
  /** Some boxes are empty, and these. */
  readonly incomplete: (empty: readonly DayBox[]) => string
  /** One box holds what cannot be a day, a month or a year of four digits. */
  readonly wrong: (box: DayBox) => string
  /** Each box may be right and yet there is no such day: 31 February. */
  readonly noSuchDay: string
}

/** The first and the last day that is allowed, and what to say otherwise. */
export interface DayLimits {
  readonly notBefore?: { readonly day: Day; readonly message: string }
  readonly notAfter?: { readonly day: Day; readonly message: string }
}

type DayOptions = DayWords & DayLimits

/** A day typed in three boxes. The fault names the boxes that are wrong, and the summary leads to the first of them. */
export function day(o: Required & DayOptions): Field<Day>
export function day(o: Optional & DayOptions): Field<Day | null>
export function day(o: (Required | Optional) & DayOptions): Field<Day> | Field<Day | null> {
  const field: Field<Day | null> = {
    read: (body, name) => readDay(o, body, name),
    show: (value, name) => (value === null ? boxesOf(name, ['', '', '']) : shown(value, name)),
    firstBox: name => `${name}-day`,
  }
  return field
}

function readDay(o: (Required | Optional) & DayOptions, body: Body, name: string): FieldReading<Day | null> {
  const typed = DAY_BOXES.map(box => cleanLine(oneOf(body, `${name}-${box}`)).slice(0, 40))
  const answers = boxesOf(name, typed)
  const fault = (message: string, boxes: readonly DayBox[]): FieldFault => ({
    ok: false,
    message,
    answers,
    boxes,
    id: `${name}-${boxes[0] ?? 'day'}`,
  })
  const empty = DAY_BOXES.filter((_, index) => typed[index] === '')
  if (empty.length === 3) return o.optional ? { ok: true, value: null, answers } : fault(o.missing, DAY_BOXES)
  if (empty.length > 0) return fault(o.incomplete(empty), empty)
  const [dayOfMonth, month, year] = [dayNumber(typed[0] ?? ''), monthNumber(typed[1] ?? ''), yearNumber(typed[2] ?? '')]
  if (dayOfMonth === undefined) return fault(o.wrong('day'), ['day'])
  if (month === undefined) return fault(o.wrong('month'), ['month'])
  if (year === undefined) return fault(o.wrong('year'), ['year'])
  const value = dayFromParts(year, month, dayOfMonth)
  if (value === undefined) return fault(o.noSuchDay, ['day'])
  if (o.notBefore && isBefore(value, o.notBefore.day)) return fault(o.notBefore.message, DAY_BOXES)
  if (o.notAfter && isAfter(value, o.notAfter.day)) return fault(o.notAfter.message, DAY_BOXES)
  return { ok: true, value, answers }
}

function boxesOf(name: string, typed: readonly string[]): Answers {
  return Object.fromEntries(DAY_BOXES.map((box, index) => [`${name}-${box}`, typed[index] ?? '']))
}

function shown(value: Day, name: string): Answers {
  const { dayOfMonth, month, year } = partsOf(value)
  return boxesOf(name, [String(dayOfMonth), String(month), String(year)])
}

function dayNumber(typed: string): number | undefined {
  // "3rd" is how people write it.
  const match = /^(\d{1,2})(st|nd|rd|th)?$/i.exec(typed)
  const number = Number(match?.[1] ?? 0)
  return number >= 1 && number <= 31 ? number : undefined
}

// Three letters tell all months apart in both languages, also between them.
const MONTHS: readonly (readonly string[])[] = [
  ['january', 'ionawr'],
  ['february', 'chwefror'],
  ['march', 'mawrth'],
  ['april', 'ebrill'],
  ['may', 'mai'],
  ['june', 'mehefin'],
  ['july', 'gorffennaf'],
  ['august', 'awst'],
  ['september', 'medi'],
  ['october', 'hydref'],
  ['november', 'tachwedd'],
  ['december', 'rhagfyr'],
]

function monthNumber(typed: string): number | undefined {
  if (/^\d{1,2}$/.test(typed)) {
    const number = Number(typed)
    return number >= 1 && number <= 12 ? number : undefined
  }
  const word = typed.toLowerCase().replace(/\.$/, '')
  if (word.length < 3) return undefined
  const index = MONTHS.findIndex(
    names => names.some(name => name.startsWith(word)) || (word === 'sept' && names[0] === 'september'),
  )
  return index < 0 ? undefined : index + 1
}

function yearNumber(typed: string): number | undefined {
  const number = /^\d{4}$/.test(typed) ? Number(typed) : 0
  return number >= 1900 && number <= 2200 ? number : undefined
}
