import type { Instant } from '#ground/clock.ts'
import type { Day } from '#ground/day.ts'
import type { AccountId, PersonId, RowId, SessionId } from '#ground/ids.ts'
import type { MeetingKind } from '../diary/appointment.ts'

/** That somebody took their caseload along. What was taken is on their device alone. */
export type Pack = {
  readonly rowId: RowId
  readonly accountId: AccountId
  readonly sessionId: SessionId
  readonly takenAt: Instant
  /** The last day it can be read on the device. */
  readonly untilDay: Day
  readonly people: number
  readonly endedAt: Instant | null
}

/** What is arranged next, as far as it is taken along. Day and time are London's. */
export type PackMeeting = {
  readonly onDay: Day
  /** `HH:MM` */
  readonly atTime: string
  readonly kind: MeetingKind
  readonly place: string
  /** What it is to bring. */
  readonly aim: string
}

/** A step of the plan that is theirs or the adviser's to do. */
export type PackStep = { readonly what: string; readonly dueOn: Day | null; readonly owner: 'young-person' | 'adviser' }

/** One young person as taken along: the least that helps on the way. */
export type PackPerson = {
  readonly personId: PersonId
  /** As short as they can be told apart in this very pack. */
  readonly name: string
  readonly meeting: PackMeeting | null
  readonly steps: readonly PackStep[]
}

/** Whom an adviser leads for, as the house hands them down. */
export type Led = {
  readonly personId: PersonId
  readonly given: string
  readonly family: string
  readonly bornOn: Day | null
}

/** Whom to ring of one's own service. */
export type Ring = { readonly name: string; readonly phone: string }

/** What a device is sent: everything it keeps, to be locked away there at once. */
export type Taken = {
  readonly takenAt: Instant
  readonly until: Instant
  readonly people: readonly PackPerson[]
  readonly ring: Ring | null
}

/** How it stands with what is on a device, for whoever is signed in there. */
export type Standing = {
  /** `unknown`: nothing of ours, or from before a restore. */
  readonly pack: 'live' | 'over' | 'unknown'
  /** `elsewhere`: the same account, for another partnership or in a role without a notebook. */
  readonly who: 'nobody' | 'same' | 'elsewhere' | 'other'
  readonly csrf: string | null
}

/** What became of a note that was sent. */
export type Sent =
  | { readonly outcome: 'kept'; readonly contactId: RowId }
  /** Something is wrong in it, at a field or, with an empty name, with all of it. */
  | { readonly outcome: 'again'; readonly errors: readonly { readonly field: string; readonly message: string }[] }
  /** The device's clock was wrong when it was written: its writer says when it was. */
  | { readonly outcome: 'asks'; readonly said: string; readonly here: string }
  | { readonly outcome: 'refused' }
  /** Another text came under the same key before. */
  | { readonly outcome: 'differs'; readonly contactId: RowId }

/** A note as it came: by the key its device gave it. */
export type Came = { readonly contactId: RowId; readonly digest: Buffer }

/** Of a contact that was written in the notebook: when, and when it came. */
export type Mark = { readonly writtenAt: Instant; readonly cameAt: Instant; readonly clock: 'fits' | 'asked' }
