/** A diary as iCalendar (RFC 5545), with nothing in it that tells of anybody. */
import { createHash } from 'node:crypto'
import ical, { ICalEventBusyStatus, ICalEventClass } from 'ical-generator'
import { addMs, type Instant, londonMoment, toMs } from '#ground/clock.ts'
import type { Busy } from './feed.ts'
import { busyWords, en } from './words.ts'

/** How often a calendar should ask again, in seconds. Ours. */
const ASK_AGAIN = 3600
const MINUTE = 60_000

/**
 * The text of a calendar.
 * @param secret what belongs to this feed alone: ids of meetings are digests with it, so that two feeds share none
 * @param at the moment it is drawn up, from the clock
 */
export function icsOf(busy: readonly Busy[], secret: string, at: Instant): string {
  const calendar = ical({
    name: en.calendarName,
    prodId: { company: 'Connexions', product: 'Diary', language: 'EN' },
    ttl: ASK_AGAIN,
  })
  for (const one of busy) {
    const start = londonMoment(one.onDay, one.atTime)
    calendar.createEvent({
      id: createHash('sha256').update(`${secret}:${one.rowId}`).digest('hex').slice(0, 32),
      stamp: dateOf(at),
      start: dateOf(start),
      end: dateOf(addMs(start, one.minutes * MINUTE)),
      summary: one.isAsked ? en.asked(busyWords[one.kind]) : busyWords[one.kind],
      class: ICalEventClass.PRIVATE,
      busystatus: one.isAsked ? ICalEventBusyStatus.TENTATIVE : ICalEventBusyStatus.BUSY,
    })
  }
  return calendar.toString()
}

const dateOf = (at: Instant) => new Date(toMs(at))
