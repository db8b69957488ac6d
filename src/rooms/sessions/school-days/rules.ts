/** A day in school: which times there are, who is asked first. docs/rules/sessions.md#a-day-in-school */
import { addMonths, type Day, daysBetween, isAfter, isBefore } from '#ground/day.ts'
import { noticeOf } from '../diary/rules.ts'
import type { Pupil, SchoolDayContent, Slot } from './school-day.ts'

export const MONTHS_AHEAD = 12
/** More than this a day nobody does well. Ours. */
export const MOST_SLOTS = 40

const minutesOf = (time: string) => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}
const timeOf = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** The times of a day, one after the other, none into the break or over the end. */
export function timesOf(
  day: Pick<SchoolDayContent, 'fromTime' | 'toTime' | 'minutes' | 'breakFrom' | 'breakTo'>,
): string[] {
  const end = minutesOf(day.toTime)
  const pause =
    day.breakFrom === null || day.breakTo === null ? undefined : [minutesOf(day.breakFrom), minutesOf(day.breakTo)]
  const times: string[] = []
  let at = minutesOf(day.fromTime)
  while (at + day.minutes <= end) {
    const [from, to] = pause ?? [end, end]
    if (at < (to ?? end) && at + day.minutes > (from ?? end)) at = to ?? end
    else {
      times.push(timeOf(at))
      at += day.minutes
    }
  }
  return times
}

export type DayTrouble = 'been' | 'too-far' | 'ends-first' | 'break-half' | 'break-turned' | 'no-slot' | 'too-many'

/** What is wrong with a day; undefined where nothing is. */
export function dayTrouble(day: SchoolDayContent, today: Day): DayTrouble | undefined {
  if (isBefore(day.onDay, today)) return 'been'
  if (isAfter(day.onDay, addMonths(today, MONTHS_AHEAD))) return 'too-far'
  if (day.toTime <= day.fromTime) return 'ends-first'
  if ((day.breakFrom === null) !== (day.breakTo === null)) return 'break-half'
  if (day.breakFrom !== null && day.breakTo !== null && day.breakTo <= day.breakFrom) return 'break-turned'
  const { length } = timesOf(day)
  if (length === 0) return 'no-slot'
  return length > MOST_SLOTS ? 'too-many' : undefined
}

/**
 * Of the times of a day those still to be given at some time of it, `HH:MM`: none that has begun, so that nobody is asked to come an hour ago. Where all
 * have begun the day is written down afterwards, and all can be given.
 */
export function timesFrom(times: readonly string[], now: string): string[] {
  const ahead = times.filter(time => time > now)
  return ahead.length === 0 ? [...times] : ahead
}

/** Who is asked first: whom nobody met yet, then whom nobody met for longest; by name where that is the same. */
export function inTurn(pupils: readonly Pupil[]): Pupil[] {
  const key = ({ lastContactOn, family, given }: Pupil) => `${lastContactOn ?? '0'}|${family}|${given}`
  return pupils.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))
}

/** Whether two days say the same, so that one was sent twice. */
export function isSameDay(one: SchoolDayContent, other: SchoolDayContent): boolean {
  return SAID.every(field => one[field] === other[field])
}
const SAID = [
  ...(['organisationId', 'onDay', 'fromTime', 'toTime', 'minutes', 'breakFrom', 'breakTo', 'place', 'room'] as const),
  'invitation',
] as const

/** How long before a day those who had a time on it were told. */
export type NoticeGiven = {
  readonly all: number
  /** With two clear days or more in between. */
  readonly inTime: number
  readonly short: number
  readonly untold: number
  /** At least half of those who were told had so many days or more; null where nobody was told. */
  readonly half: number | null
}

/** Row 273: how much notice was given, of whoever had or has a time that day. One who was told on the day had none. */
export function noticeGiven(slots: readonly Pick<Slot, 'state' | 'toldOn'>[], onDay: Day): NoticeGiven {
  const those = slots.filter(isOn)
  const told = those.flatMap(one => (one.toldOn === null ? [] : [Math.max(0, daysBetween(one.toldOn, onDay))]))
  const inTime = those.filter(one => noticeOf({ onDay, toldOn: one.toldOn }) === 'good').length
  const most = told.toSorted((a, b) => b - a)
  return {
    all: those.length,
    inTime,
    short: told.length - inTime,
    untold: those.length - told.length,
    half: most[Math.ceil(most.length / 2) - 1] ?? null,
  }
}

/** Whether a slot is still somebody's time that day. */
export function isOn({ state }: Pick<Slot, 'state'>): boolean {
  return state === 'invited' || state === 'came' || state === 'missed'
}
