/**
 * Calendar days. A day is not an instant: a birth date has no time and no zone. All arithmetic is on the Gregorian
 * calendar and never touches the machine's time zone.
 */
declare const dayBrand: unique symbol

/** A calendar day written `YYYY-MM-DD`, from year 1900 to 2200. */
export type Day = string & { readonly [dayBrand]: true }

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/
const DAY_MS = 86_400_000
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const

/** True for a real day of the years 1900 to 2200. */
export function isDay(text: string): text is Day {
  const parts = SHAPE.exec(text)
  return parts !== null && dayFromParts(Number(parts[1]), Number(parts[2]), Number(parts[3])) !== undefined
}

/** Reads `YYYY-MM-DD`. Throws a RangeError on anything else: for text people typed use the forms instead. */
export function toDay(text: string): Day {
  if (!isDay(text)) throw new RangeError('not a day')
  return text
}

/** The day of a year, month (1 to 12) and day of the month, or undefined when there is no such day. */
export function dayFromParts(year: number, month: number, dayOfMonth: number): Day | undefined {
  if (![year, month, dayOfMonth].every(Number.isInteger)) return undefined
  if (year < 1900 || year > 2200 || month < 1 || month > 12) return undefined
  if (dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return undefined
  return `${year}-${two(month)}-${two(dayOfMonth)}` as Day
}

/** The year, month (1 to 12) and day of the month of a day. */
export function partsOf(day: Day): { year: number; month: number; dayOfMonth: number } {
  // By its digits: a list works out some days for each of its rows.
  return {
    year: digit(day, 0) * 1000 + digit(day, 1) * 100 + digit(day, 2) * 10 + digit(day, 3),
    month: digit(day, 5) * 10 + digit(day, 6),
    dayOfMonth: digit(day, 8) * 10 + digit(day, 9),
  }
}

function digit(day: Day, at: number): number {
  return day.charCodeAt(at) - 48
}

/** Days are text in ISO order, so text order is time order. Negative when `a` is before `b`. */
export function compareDays(a: Day, b: Day): number {
  return a < b ? -1 : a > b ? 1 : 0
}

export function isBefore(a: Day, b: Day): boolean {
  return a < b
}

export function isAfter(a: Day, b: Day): boolean {
  return a > b
}

/** The day `count` days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
  return dayFromNumber(numberOf(day) + count)
}

/** The same day of the month `count` months later; the last of the month where there is no such day. */
export function addMonths(day: Day, count: number): Day {
  const { year, month, dayOfMonth } = partsOf(day)
  const index = year * 12 + (month - 1) + count
  const newYear = Math.floor(index / 12)
  const newMonth = (index % 12) + 1
  return `${newYear}-${two(newMonth)}-${two(Math.min(dayOfMonth, daysInMonth(newYear, newMonth)))}` as Day
}

/** What is wrong with a day that is to lie ahead, and no more than so many months: later is never. */
export function aheadTrouble(day: Day, today: Day, months: number): 'not-ahead' | 'too-far' | undefined {
  if (!isAfter(day, today)) return 'not-ahead'
  return isAfter(day, addMonths(today, months)) ? 'too-far' : undefined
}

/** How many days lie from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return numberOf(to) - numberOf(from)
}

/** Whole years lived on a day. Someone born on 29 February has the birthday on 1 March in other years (English law). */
export function ageOn(born: Day, on: Day): number {
  const b = partsOf(born)
  const o = partsOf(on)
  const hadBirthday = o.month > b.month || (o.month === b.month && o.dayOfMonth >= b.dayOfMonth)
  return o.year - b.year - (hadBirthday ? 0 : 1)
}

/** 1 September on or before a day: the start of the school and return year. */
export function academicYearStart(on: Day): Day {
  const { year, month } = partsOf(on)
  return `${month >= 9 ? year : year - 1}-09-01` as Day
}

/**
 * National Curriculum year on a day: age on 31 August before the academic year, less 4 (16 is Year 12).
 * Below Year 1 or after Year 15 the number is still given; callers decide what to say.
 */
export function schoolYearOn(born: Day, on: Day): number {
  const { year, month } = partsOf(on)
  return ageOn(born, `${month >= 9 ? year : year - 1}-08-31` as Day) - 4
}

/** 0 for Sunday to 6 for Saturday. */
export function weekday(day: Day): number {
  return (((numberOf(day) + 4) % 7) + 7) % 7
}

/** The Monday of a day's week. */
export function mondayOf(day: Day): Day {
  return addDays(day, -((weekday(day) + 6) % 7))
}

/** Monday to Friday and not one of the given bank holidays. */
export function isWorkingDay(day: Day, holidays: ReadonlySet<Day>): boolean {
  const index = weekday(day)
  return index !== 0 && index !== 6 && !holidays.has(day)
}

/** The first working day strictly after a day. */
export function nextWorkingDay(day: Day, holidays: ReadonlySet<Day>): Day {
  let next = addDays(day, 1)
  while (!isWorkingDay(next, holidays)) next = addDays(next, 1)
  return next
}

/** `3 March 2009`. */
export function formatDay(day: Day): string {
  const { year, month, dayOfMonth } = partsOf(day)
  return `${dayOfMonth} ${MONTHS[month - 1]} ${year}`
}

/** `3 Mar 2009`, or `3 Mar` when the year of `near` is the same. */
export function shortDay(day: Day, near?: Day): string {
  const { year, month, dayOfMonth } = partsOf(day)
  const short = `${dayOfMonth} ${MONTHS[month - 1]?.slice(0, 3)}`
  return near !== undefined && partsOf(near).year === year ? short : `${short} ${year}`
}

/** `Mon 23`: for a timeline under a month heading. */
export function timelineDay(day: Day): string {
  return `${WEEKDAYS[weekday(day)]?.slice(0, 3)} ${partsOf(day).dayOfMonth}`
}

/** `November 2026`. */
export function monthHeading(day: Day): string {
  const { year, month } = partsOf(day)
  return `${MONTHS[month - 1]} ${year}`
}

function daysInMonth(year: number, month: number): number {
  return month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

function two(n: number): string {
  return n < 10 ? `0${n}` : String(n)
}

// Date.UTC is pure arithmetic: it reads neither the clock nor the zone of the machine.
function numberOf(day: Day): number {
  const { year, month, dayOfMonth } = partsOf(day)
  return Date.UTC(year, month - 1, dayOfMonth) / DAY_MS
}

function dayFromNumber(number: number): Day {
  const date = new Date(number * DAY_MS)
  return `${date.getUTCFullYear()}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}` as Day
}
