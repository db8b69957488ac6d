import type { Instant } from '#ground/clock.ts'
import type { Day } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import type { AimResult, Purpose } from '../contact.ts'

/** How one meets. A visit at home names no place: the address stands on the record, for those who may see it. */
export const MEETING_KINDS = ['meeting', 'phone', 'video', 'home-visit'] as const
export type MeetingKind = (typeof MEETING_KINDS)[number]

/** Whether one can be heard there. */
export const ROOMS = ['private', 'open', 'not-checked'] as const
export type Room = (typeof ROOMS)[number]

export const TOLD_WAYS = ['in-person', 'phone', 'text', 'email', 'letter'] as const
export type ToldWay = (typeof TOLD_WAYS)[number]

export const APPOINTMENT_STATES = ['set', 'came', 'late', 'missed', 'cancelled'] as const
export type AppointmentState = (typeof APPOINTMENT_STATES)[number]

/** Why somebody did not come, as far as is known. Ours. */
export const MISSED_REASONS = [
  'not-known',
  'forgot',
  'ill',
  'travel',
  'course-or-work',
  'caring',
  'did-not-want',
  'not-told',
  'something-else',
] as const
export type MissedReason = (typeof MISSED_REASONS)[number]

export const CANCEL_REASONS = ['they-asked', 'we-cannot', 'no-longer-needed', 'set-by-mistake'] as const
export type CancelReason = (typeof CANCEL_REASONS)[number]

/** What is arranged with a young person. Day and time are London's. */
export type Arrangement = {
  readonly onDay: Day
  /** `HH:MM` */
  readonly atTime: string
  readonly minutes: number
  readonly kind: MeetingKind
  readonly place: string
  /** Null where no place is named. */
  readonly room: Room | null
  /** What they need there: no steps, an interpreter, somebody to come along. */
  readonly needs: string
  readonly purpose: Purpose
  /** What it is to bring. */
  readonly aim: string
  /** How one works there. */
  readonly method: string
  /** Materials and information that are brought along. */
  readonly bring: string
  readonly others: string
  readonly toldHow: ToldWay | null
  readonly toldOn: Day | null
  /** Kept close: restricted class. */
  readonly isRestricted: boolean
}

export type Appointment = Arrangement & {
  readonly rowId: RowId
  readonly personId: PersonId
  readonly accountId: AccountId
  readonly state: AppointmentState
  readonly reason: MissedReason | CancelReason | null
  readonly reasonWords: string
  readonly contactId: RowId | null
  readonly insteadOf: RowId | null
  readonly leaderToldAt: Instant | null
  readonly version: number
}

/** One with whom it is, as a diary names them. */
export type DiaryEntry = Appointment & {
  readonly given: string
  readonly family: string
  /** Where it is arranged by a colleague and one comes along: whether one said so. */
  readonly joined?: 'asked' | 'coming'
}

/** Whether they came, and why not where they did not. */
export type Came = { readonly state: 'came' | 'late' } | { readonly state: 'missed'; readonly reason: MissedReason }

/** Whether it is the first time whoever leads for them meets them, or follows up. */
export type Turn = 'first' | 'follow-up'

/** What tells the first contact of those who lead now. */
export type TurnFacts = {
  /** Since when somebody leads for them. */
  readonly leadSince: Day
  /** The first contact since in which they were spoken with. */
  readonly met: { readonly rowId: RowId; readonly on: Day } | null
  /** What is arranged soonest since. */
  readonly soonest: RowId | null
}

/** What a meeting was to bring the last time, and whether it did. */
export type LastAim = {
  readonly contactId: RowId
  readonly on: Day
  readonly aim: string
  readonly aimResult: AimResult | null
  readonly aimWhy: string
}

/** Something a young person is to go to that is no meeting of one's own. */
export type DayAhead = {
  readonly rowId: RowId
  readonly personId: PersonId
  readonly name: string
  readonly what: 'interview' | 'first-day'
  readonly title: string
  readonly offeredBy: string
  readonly onDay: Day
  readonly atTime: string | null
  /** Who goes along. */
  readonly withThem: 'adviser' | 'somebody-else' | 'alone' | 'not-yet-agreed' | null
}
