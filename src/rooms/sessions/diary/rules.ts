/** What makes sense of an appointment, and what follows when somebody does not come. docs/rules/sessions.md */
import { workingDaysAfter } from '#ground/bank-holidays.ts'
import { addDays, addMonths, type Day, daysBetween, isAfter, isBefore } from '#ground/day.ts'
import type { PersonId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import type { ContactKind, Outcome } from '../contact.ts'
import { countsAsSeen } from '../rules.ts'
import type { Appointment, Arrangement, Came, MissedReason, Turn, TurnFacts } from './appointment.ts'

/** What is written into the diary lies at most so far ahead: further is a slip of the year. */
export const MONTHS_AHEAD = 18
/** Notice in good time: so many clear days before the day. Ours. */
export const NOTICE_DAYS = 2

export type ArrangementTrouble =
  | 'been'
  | 'answer-first'
  | 'too-far'
  | 'place-missing'
  | 'home-not-safe'
  | 'letter-not-safe'
  | 'told-incomplete'
  | 'told-in-future'

/** What is known of how they may be reached; undefined where the asker may not see it. */
export type Reach = { readonly noPost: boolean; readonly noHomeVisit: boolean } | undefined

/**
 * An appointment is of a day to come; one meets somewhere; nothing goes by a way that is not safe for them.
 * @param wasOn the day it stood on before; one that has been is answered or called off, and not moved
 */
export function checkArrangement(
  a: Arrangement,
  facts: { readonly today: Day; readonly reach: Reach; readonly wasOn?: Day },
): Result<Arrangement, ArrangementTrouble> {
  // What has been is answered or called off: moved, nobody would know any more that they did not come.
  if (facts.wasOn !== undefined && isBefore(facts.wasOn, facts.today) && a.onDay !== facts.wasOn)
    return refused('answer-first')
  if (isBefore(a.onDay, facts.today) && a.onDay !== facts.wasOn) return refused('been')
  if (isAfter(a.onDay, addMonths(facts.today, MONTHS_AHEAD))) return refused('too-far')
  if (a.kind === 'meeting' && a.place === '') return refused('place-missing')
  if (a.kind === 'home-visit' && facts.reach?.noHomeVisit) return refused('home-not-safe')
  if (a.toldHow === 'letter' && facts.reach?.noPost) return refused('letter-not-safe')
  if ((a.toldHow === null) !== (a.toldOn === null)) return refused('told-incomplete')
  if (a.toldOn !== null && isAfter(a.toldOn, facts.today)) return refused('told-in-future')
  // A room is of a meeting, and a place of nothing that goes by wire or happens at home.
  const isHere = a.kind === 'meeting'
  return ok({ ...a, place: isHere ? a.place : '', room: isHere ? (a.room ?? 'not-checked') : null })
}

export type Notice = 'not-told' | 'short' | 'good'

/** Whether they were told in good time: two clear days between the day they were told and the day itself. */
export function noticeOf(a: Pick<Appointment, 'onDay' | 'toldOn'>): Notice {
  if (a.toldOn === null) return 'not-told'
  return daysBetween(a.toldOn, a.onDay) > NOTICE_DAYS ? 'good' : 'short'
}

/** A day and a time of the day; times on one day compare as text. */
export type Slot = { readonly onDay: Day; readonly atTime: string; readonly minutes: number }

/** The minutes of the day a slot takes; one that goes over midnight ends with the day. */
function spanOf(slot: Slot): { from: number; to: number } {
  const [hours, minutes] = slot.atTime.split(':').map(Number) as [number, number]
  const from = hours * 60 + minutes
  return { from, to: Math.min(from + slot.minutes, 24 * 60) }
}

/** Whether two slots want the same minutes. One that begins as the other ends does not. */
export function overlaps(a: Slot, b: Slot): boolean {
  if (a.onDay !== b.onDay) return false
  const [one, other] = [spanOf(a), spanOf(b)]
  return one.from < other.to && other.from < one.to
}

/** `14:45` of `14:00` and 45 minutes; midnight as `24:00`. */
export function endOf(slot: Slot): string {
  const { to } = spanOf(slot)
  return `${String(Math.floor(to / 60)).padStart(2, '0')}:${String(to % 60).padStart(2, '0')}`
}

/** From when until when: `14:00–14:45`. */
export function hoursOf(slot: Slot): string {
  return `${slot.atTime}–${endOf(slot)}`
}

/**
 * What is done when somebody did not come: tried soon, tried another way, arranged anew, and told to the team leader when nothing helps or it
 * happens again and again. Ours; in force from its day.
 */
export const MISSED_RULE = {
  from: '2026-09-01' as Day,
  /** Working days after the missed day. */
  tryWithin: 1,
  otherWayWithin: 3,
  tellWithin: 5,
  /** Working days after they were reached, to arrange another. */
  rebookWithin: 2,
  /** Missed one after the other. */
  tellAfterMissed: 3,
} as const

export type MissedStep = 'try' | 'other-way' | 'tell-leader' | 'rebook' | 'with-leader'

/** A contact, as far as it matters to who was missed. */
export type Since = { readonly on: Day; readonly kind: ContactKind; readonly outcome: Outcome }

export type MissedFacts = {
  readonly missedOn: Day
  /** How many were missed one after the other, this one with them; one they came to, or were seen otherwise, begins anew. */
  readonly inRow: number
  /** Contacts since the missed meeting, the missed one itself left out. */
  readonly since: readonly Since[]
  /** Whether they came to one since. */
  readonly cameSince: boolean
  /** Whether another is arranged that is still to come. */
  readonly isArranged: boolean
  readonly leaderToldOn: Day | null
}

/** A meeting of somebody, and how it stands. */
export type Stood = Pick<Appointment, 'personId' | 'onDay' | 'atTime' | 'state'>
export type ContactSince = Since & {
  readonly rowId: RowId
  readonly personId: PersonId
  readonly atTime: string | null
}

/** What is known of a missed meeting, out of everything there is of the same young people. */
export function factsOf(
  missed: Pick<Appointment, 'personId' | 'onDay' | 'atTime' | 'contactId'>,
  all: { readonly stood: readonly Stood[]; readonly contacts: readonly ContactSince[]; readonly today: Day },
): Omit<MissedFacts, 'leaderToldOn' | 'missedOn'> {
  const stood = all.stood.filter(one => one.personId === missed.personId)
  const contacts = all.contacts.filter(one => one.personId === missed.personId && one.rowId !== missed.contactId)
  const came = stood.filter(one => one.state === 'came' || one.state === 'late')
  const seen = contacts.filter(one => isReached(one) && IN_PERSON.includes(one.kind))
  const inRow = stood.filter(
    one =>
      one.state === 'missed' &&
      !isBeforeSlot(missed, one) &&
      !came.some(then => isBeforeSlot(one, then) && isBeforeSlot(then, missed)) &&
      !seen.some(then => isBefore(one.onDay, then.on) && isBefore(then.on, missed.onDay)),
  )
  return {
    inRow: inRow.length,
    cameSince: came.some(then => isBeforeSlot(missed, then)),
    isArranged: stood.some(one => one.state === 'set' && !isBefore(one.onDay, all.today)),
    since: contacts.filter(one => isLater(one, missed)),
  }
}

function isBeforeSlot(a: Pick<Stood, 'onDay' | 'atTime'>, b: Pick<Stood, 'onDay' | 'atTime'>): boolean {
  return a.onDay === b.onDay ? a.atTime < b.atTime : isBefore(a.onDay, b.onDay)
}

/** Of the same day, what was later: a call in the morning is none about a meeting missed in the afternoon. */
function isLater(contact: ContactSince, missed: Pick<Appointment, 'onDay' | 'atTime' | 'contactId'>): boolean {
  if (contact.on !== missed.onDay) return isAfter(contact.on, missed.onDay)
  if (contact.atTime !== null) return contact.atTime > missed.atTime
  return missed.contactId !== null && contact.rowId > missed.contactId
}

/** What is to be done next about a missed appointment, and by when; undefined when nothing is. */
export function afterMissed(facts: MissedFacts): { readonly step: MissedStep; readonly by: Day } | undefined {
  const { missedOn, leaderToldOn, since } = facts
  if (facts.cameSince || since.some(isOver)) return undefined
  const isOften = facts.inRow >= MISSED_RULE.tellAfterMissed
  if (isOften && leaderToldOn === null)
    return { step: 'tell-leader', by: workingDaysAfter(missedOn, MISSED_RULE.tryWithin) }
  if (facts.isArranged) return undefined
  const reachedOn = since
    .filter(isReached)
    .map(c => c.on)
    .toSorted()[0]
  if (reachedOn !== undefined) return { step: 'rebook', by: workingDaysAfter(reachedOn, MISSED_RULE.rebookWithin) }
  if (leaderToldOn !== null) return { step: 'with-leader', by: workingDaysAfter(leaderToldOn, MISSED_RULE.tellWithin) }
  const tries = since.filter(c => !isReached(c) && c.kind !== 'missed').map(c => c.kind)
  if (tries.length === 0) return { step: 'try', by: workingDaysAfter(missedOn, MISSED_RULE.tryWithin) }
  // Of a try nobody knows which way it went: two of them may be two ways. Two letters are one.
  const ways = tries.filter(kind => kind === 'tried').length + new Set(tries.filter(kind => kind !== 'tried')).size
  if (ways < 2) return { step: 'other-way', by: workingDaysAfter(missedOn, MISSED_RULE.otherWayWithin) }
  return { step: 'tell-leader', by: workingDaysAfter(missedOn, MISSED_RULE.tellWithin) }
}

/** Seen face to face, or told that no more is needed: nothing is left to follow up. */
function isOver(c: Since): boolean {
  if (!isReached(c)) return false
  return IN_PERSON.includes(c.kind) || c.outcome === 'no-further-need'
}

const IN_PERSON: readonly ContactKind[] = ['meeting', 'home-visit', 'video']
/** Nobody knows yet that these arrived, or they were not with the young person. */
const NOT_HEARD: readonly ContactKind[] = ['text', 'letter', 'email', 'with-others']

function isReached({ kind, outcome }: Since): boolean {
  return countsAsSeen(kind) && !NOT_HEARD.includes(kind) && outcome !== 'not-reached' && outcome !== 'did-not-come'
}

/**
 * Whether a meeting is the first contact since somebody leads for them, or a follow-up: worked out, so that nobody has to say (row 156). Ours: spoken with one to one, by
 * whoever it was, counts as contact; one that is arranged before another is to be the first.
 * @returns undefined where nobody leads for them, and for a meeting from before
 */
export function turnOf(
  one: Pick<Appointment, 'rowId' | 'onDay' | 'state' | 'contactId'>,
  facts: TurnFacts | undefined,
): Turn | undefined {
  if (facts === undefined || one.state === 'cancelled' || isBefore(one.onDay, facts.leadSince)) return undefined
  if (facts.met !== null)
    return facts.met.rowId === one.contactId || isAfter(facts.met.on, one.onDay) ? 'first' : 'follow-up'
  return one.state !== 'set' || facts.soonest === null || facts.soonest === one.rowId ? 'first' : 'follow-up'
}

/** Why somebody did not come; null where they did. */
export function reasonOf(came: Came): MissedReason | null {
  return came.state === 'missed' ? came.reason : null
}

/** Whether two say the same in everything: then one of them was sent twice. */
export function saysTheSame(a: Arrangement, b: Arrangement): boolean {
  return ARRANGED.every(field => a[field] === b[field])
}

const ARRANGED = [
  'onDay',
  'atTime',
  'minutes',
  'kind',
  'place',
  'room',
  'needs',
  'purpose',
  'aim',
  'method',
  'bring',
  'others',
  'toldHow',
  'toldOn',
  'isRestricted',
] as const satisfies readonly (keyof Arrangement)[]

/** What is arranged now, without the word of what was arranged before: told of the old time, they do not know of the new one. */
export function toldAnew(before: Arrangement, after: Arrangement): Arrangement {
  const isMoved = (['onDay', 'atTime', 'kind', 'place'] as const).some(field => before[field] !== after[field])
  const isOldWord = before.toldHow === after.toldHow && before.toldOn === after.toldOn
  return isMoved && isOldWord ? { ...after, toldHow: null, toldOn: null } : after
}

/** The days a week shows, from its Monday: Monday to Friday, and those of the weekend on which something stands. */
export function daysShown(monday: Day, busy: ReadonlySet<Day>): Day[] {
  return [0, 1, 2, 3, 4, 5, 6].map(n => addDays(monday, n)).filter((day, n) => n < 5 || busy.has(day))
}
