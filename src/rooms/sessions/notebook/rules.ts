/** What may be taken along, for how long, and how it is kept shut. Pure: the device uses the same. docs/rules/sessions.md#the-offline-notebook */
import { addMs, type Instant, londonMoment, toMs } from '#ground/clock.ts'
import { addDays, type Day, formatDay } from '#ground/day.ts'
import type { PersonId } from '#ground/ids.ts'
import type { Led, PackPerson } from './notebook.ts'

const MINUTE = 60_000

/** The words that lock a notebook have at least so many letters: three words that have nothing to do with each other. Ours. */
export const LEAST_WORDS = 14
/** Fewer different letters than this are a row of the same. Ours. */
const LEAST_DIFFERENT = 6
/** So often may one be wrong before what was taken along is wiped. Ours. */
export const MOST_TRIES = 5
/** Unused for so long it locks itself. Ours. */
export const LOCK_AFTER_MS = 5 * MINUTE
/** Rounds of PBKDF2 with SHA-256: what OWASP's cheat sheet on storing passwords asks for since 2023. */
export const ROUNDS = 600_000
/** So far may a device's clock be from ours before anybody is asked. Ours. */
export const CLOCK_SLACK_MS = 10 * MINUTE
/** Most young people one notebook takes. Ours: the largest caseload that stands for one adviser. */
export const MOST_PEOPLE = 500

/** The last day on which what is taken along can be read: the day after. */
export function lastDayOf(takenOn: Day): Day {
  return addDays(takenOn, 1)
}

/** The moment from which it cannot be read any more: midnight in London after its last day. */
export function endOf(untilDay: Day): Instant {
  return londonMoment(addDays(untilDay, 1), '00:00')
}

export type WordsTrouble = 'too-short' | 'too-plain'

/** Whether words are good enough to lock a notebook with; spaces at their ends do not count. */
export function wordsTrouble(words: string): WordsTrouble | undefined {
  const letters = Array.from(tidyWords(words).toLowerCase())
  if (letters.length < LEAST_WORDS) return 'too-short'
  return new Set(letters.filter(letter => letter !== ' ')).size < LEAST_DIFFERENT ? 'too-plain' : undefined
}

/** Words as they are used: one space between, none at the ends, and one form of each letter. */
export function tidyWords(words: string): string {
  return words.normalize('NFKC').trim().replaceAll(/\s+/g, ' ')
}

/** Whether a device may show what was taken along, by its own clock. `behind`: that clock shows a time before it was taken. */
export function readable(
  pack: { readonly takenAt: Instant; readonly until: Instant },
  now: Instant,
): 'yes' | 'over' | 'behind' {
  if (toMs(now) >= toMs(pack.until)) return 'over'
  return toMs(now) < toMs(pack.takenAt) - CLOCK_SLACK_MS ? 'behind' : 'yes'
}

/**
 * Whether the clock of a device was wrong when a note was written: later than it is now, or before the notebook was taken along.
 * @param writtenAt by the device
 */
export function clockFits(writtenAt: Instant, known: { readonly takenAt: Instant; readonly now: Instant }): boolean {
  const at = toMs(writtenAt)
  return at <= toMs(known.now) + CLOCK_SLACK_MS && at >= toMs(known.takenAt) - CLOCK_SLACK_MS
}

/** A moment read from a device; undefined for what is none, or what no clock shows. */
export function readMoment(text: string): Instant | undefined {
  const ms = Date.parse(text)
  if (Number.isNaN(ms) || !/^\d{4}-\d\d-\d\dT/.test(text)) return undefined
  const at = addMs('1970-01-01T00:00:00.000Z' as Instant, ms)
  const year = Number(at.slice(0, 4))
  return year >= 1970 && year < 2200 ? at : undefined
}

/**
 * Names as short as they can be told apart: given name and a letter, the whole name where two are alike, and the birth date where those are. A note on the
 * wrong young person is worse than a name written out.
 */
export function shortNames(led: readonly Led[]): ReadonlyMap<PersonId, string> {
  const forms: readonly ((one: Led) => string)[] = [
    one => `${one.given} ${Array.from(one.family)[0] ?? ''}`.trim(),
    one => `${one.given} ${one.family}`.trim(),
    one => `${one.given} ${one.family}${one.bornOn === null ? '' : `, ${formatDay(one.bornOn)}`}`.trim(),
  ]
  const named = new Map<PersonId, string>()
  let left = led
  for (const [nth, form] of forms.entries()) {
    const isLast = nth === forms.length - 1
    const count = new Map<string, number>()
    for (const one of left) count.set(alike(form(one)), (count.get(alike(form(one))) ?? 0) + 1)
    const alone = (one: Led) => isLast || count.get(alike(form(one))) === 1
    for (const one of left) if (alone(one)) named.set(one.personId, form(one))
    left = left.filter(one => !alone(one))
  }
  return named
}

/** Names that look the same at a glance are not told apart by a capital or an accent. */
function alike(name: string): string {
  return name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

/** Whom one meets next stands first; the rest as they stood. */
export function soonestFirst(people: readonly PackPerson[]): PackPerson[] {
  const when = ({ meeting }: PackPerson) => (meeting === null ? '9' : `${meeting.onDay} ${meeting.atTime}`)
  return people.toSorted((a, b) => (when(a) < when(b) ? -1 : Number(when(a) > when(b))))
}

/** True for the key a device gives a note. */
export function isNoteKey(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(text)
}
