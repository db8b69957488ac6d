/** The only place that reads the time. Everything else is given an instant or a day. */
import { type Day, toDay } from './day.ts'

declare const instantBrand: unique symbol

/** A moment, as ISO 8601 text in UTC with milliseconds (`2026-11-23T09:52:00.000Z`): text order is time order. */
export type Instant = string & { readonly [instantBrand]: true }

/** Where the present comes from. Tests and the demo give their own. */
export interface Clock {
  now(): Instant
  /** Today in Europe/London. */
  today(): Day
}

const londonDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})
const londonTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** The machine's clock. */
export function systemClock(): Clock {
  return clockFrom(() => Date.now())
}

/**
 * A clock that starts at a given moment and runs on from there.
 * @param start any ISO 8601 moment with a zone
 */
export function movedClock(start: string): Clock {
  return shiftedClock(toMs(toInstant(start)) - Date.now())
}

/** A clock that goes so many milliseconds before the machine's: `shiftOf` another, for a thread that must tell the same time. */
export function shiftedClock(ms: number): Clock {
  return clockFrom(() => Date.now() + ms)
}

/** How many milliseconds a clock that runs goes before the machine's; 0 for the machine's own. */
export function shiftOf(clock: Clock): number {
  const before = Date.now()
  const said = toMs(clock.now())
  // The machine's own is read within the same moment or the next.
  return said >= before && said <= Date.now() ? 0 : said - before
}

/** A clock that stands still until it is set: for tests. */
export function stoppedClock(at: string): Clock & { set(at: string): void; advance(ms: number): void } {
  let ms = toMs(toInstant(at))
  return {
    ...clockFrom(() => ms),
    set: next => {
      ms = toMs(toInstant(next))
    },
    advance: by => {
      ms += by
    },
  }
}

/** Reads any ISO 8601 moment with a zone. Throws a RangeError when it is none. */
export function toInstant(text: string): Instant {
  const date = new Date(text)
  if (Number.isNaN(date.getTime())) throw new RangeError('not a moment')
  return date.toISOString() as Instant
}

/** Milliseconds since 1970 in UTC. */
export function toMs(at: Instant): number {
  return Date.parse(at)
}

/** The moment so many milliseconds later. */
export function addMs(at: Instant, ms: number): Instant {
  return new Date(toMs(at) + ms).toISOString() as Instant
}

/** The day it is in Europe/London at a moment. */
export function dayOf(at: Instant): Day {
  return toDay(londonDay.format(toMs(at)))
}

/** `09:52`, in Europe/London. */
export function timeOf(at: Instant): string {
  return londonTime.format(toMs(at))
}

/** The moment at which a London clock on that day shows a time (`09:30`); the earlier one when it shows it twice. */
export function londonMoment(day: Day, time: string): Instant {
  const guess = toInstant(`${day}T${time}:00.000Z`)
  const summer = addMs(guess, -3_600_000)
  return dayOf(summer) === day && timeOf(summer) === time ? summer : guess
}

function clockFrom(read: () => number): Clock {
  const now = () => new Date(read()).toISOString() as Instant
  return { now, today: () => dayOf(now()) }
}
