/**
 * The bank holidays of England and Wales. Most follow a rule and are reckoned; those that were proclaimed once, or moved for
 * one year, are data. Sources: Banking and Financial Dealings Act 1971, schedule 1, and the proclamations made under its
 * section 1; Good Friday and Christmas Day are holidays by common law. Compared with what GOV.UK publishes.
 */
import { addDays, type Day, dayFromParts, isAfter, nextWorkingDay, partsOf, weekday } from './day.ts'

/**
 * The years for which what was proclaimed is known and the days were compared with those published. In another year the rule
 * still answers; only a holiday that is given once, such as for a coronation, is then not known of.
 */
export const BANK_HOLIDAYS_COVER = { from: 2020, to: 2028 } as const

/** Days given once. */
const GIVEN: readonly string[] = [
  // The wedding of Prince William.
  '2011-04-29',
  // The Diamond and Platinum Jubilees.
  '2012-06-05',
  '2022-06-03',
  // The state funeral of Queen Elizabeth.
  '2022-09-19',
  // The coronation of King Charles.
  '2023-05-08',
]

/** Days moved for one year: from where the rule has it to where it was. */
const MOVED: Readonly<Record<string, string>> = {
  '2012-05-28': '2012-06-04',
  // 75 years of Victory in Europe.
  '2020-05-04': '2020-05-08',
  '2022-05-30': '2022-06-02',
}

const MONDAY = 1

/** The bank holidays of a year, in their order. */
export function bankHolidays(year: number): Day[] {
  const easter = easterSunday(year)
  const christmas = on(year, 12, 25)
  const byRule = [
    onWeekday(on(year, 1, 1)),
    addDays(easter, -2),
    addDays(easter, 1),
    firstMonday(on(year, 5, 1)),
    lastMonday(on(year, 5, 31)),
    lastMonday(on(year, 8, 31)),
    ...christmasDays(christmas),
  ].map(day => (MOVED[day] ?? day) as Day)
  const given = GIVEN.filter(day => day.startsWith(`${year}-`)) as Day[]
  return [...byRule, ...given].toSorted((a, b) => (a < b ? -1 : 1))
}

/** The bank holidays a working day near a day may be reckoned with: of its year and the next. */
export function bankHolidaysFrom(day: Day): ReadonlySet<Day> {
  const { year } = partsOf(day)
  return new Set([...bankHolidays(year), ...bankHolidays(year + 1)])
}

/** Christmas and Boxing Day: of two that fall on a weekend the next weekdays stand in, each for one. */
function christmasDays(christmas: Day): [Day, Day] {
  const boxing = addDays(christmas, 1)
  switch (weekday(christmas)) {
    case 5:
      return [christmas, addDays(boxing, 2)]
    case 6:
      return [addDays(christmas, 2), addDays(boxing, 2)]
    case 0:
      return [addDays(christmas, 2), boxing]
    default:
      return [christmas, boxing]
  }
}

/** The day itself, or the Monday after a weekend. */
function onWeekday(day: Day): Day {
  const index = weekday(day)
  return index === 6 ? addDays(day, 2) : index === 0 ? addDays(day, 1) : day
}

function firstMonday(from: Day): Day {
  return addDays(from, (MONDAY - weekday(from) + 7) % 7)
}

function lastMonday(until: Day): Day {
  return addDays(until, -((weekday(until) - MONDAY + 7) % 7))
}

/** Easter Sunday of the Gregorian calendar (the computus as published in Nature, 1876; Calendar (New Style) Act 1750). */
export function easterSunday(year: number): Day {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const sum = h + l - 7 * m + 114
  return on(year, Math.floor(sum / 31), (sum % 31) + 1)
}

function on(year: number, month: number, dayOfMonth: number): Day {
  const day = dayFromParts(year, month, dayOfMonth)
  if (day === undefined) throw new RangeError('bank holidays are reckoned for 1900 to 2200')
  return day
}

/** The day so many working days after another. */
export function workingDaysAfter(day: Day, count: number): Day {
  const holidays = bankHolidaysFrom(day)
  let then = day
  for (let i = 0; i < count; i += 1) then = nextWorkingDay(then, holidays)
  return then
}

/** How many working days lie after a day, up to another and with it; 0 where it is not after. */
export function workingDaysBetween(from: Day, to: Day): number {
  const holidays = bankHolidaysFrom(from)
  let count = 0
  for (let then = nextWorkingDay(from, holidays); !isAfter(then, to); then = nextWorkingDay(then, holidays)) count += 1
  return count
}
