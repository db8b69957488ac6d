import type { Instant } from '#ground/clock.ts'
import type { Day } from '#ground/day.ts'
import type { AccountId, OrganisationId, PersonId, RowId } from '#ground/ids.ts'
import type { HeldIdentifierKind } from './identifiers.ts'

/** Who said so. Every datum has one, with the day it was said. */
export type SourceKind = 'staff' | 'young-person' | 'partner-list' | 'partner' | 'adult' | 'system'

/** Who can have said what staff write down. */
export const SAID_BY = ['young-person', 'adult', 'partner', 'staff'] as const satisfies readonly SourceKind[]

/** Where a datum comes from: who said it, for which organisation, and as of which day. */
export type Source = { readonly kind: SourceKind; readonly organisationId: OrganisationId | null; readonly saidOn: Day }

/** A young person as lists and the identity bar show them. */
export type Person = {
  readonly id: PersonId
  readonly state: 'active' | 'withdrawn' | 'merged' | 'sealed'
  /** The name they go by. */
  readonly given: string
  readonly family: string
  readonly bornOn: Day | null
  readonly diedOn: Day | null
  readonly version: number
}

export type NameKind = 'legal' | 'preferred' | 'former'
export type PersonName = {
  readonly kind: NameKind
  readonly given: string
  readonly middle: string
  readonly family: string
}

/** Single facts about a person that have one value at a time and a history. */
export type DetailField =
  | 'born-on'
  | 'sex'
  | 'gender'
  | 'pronouns'
  | 'ethnicity'
  | 'first-language'
  | 'interpreter'
  | 'died-on'
  | 'support-level'
  | 'correspondence-language'
  /** To sharing under the Education and Skills Act 2008 section 72: on-list, own or withdrawn. */
  | 'objection'

/** What every row of history carries. */
export type Recorded = {
  readonly rowId: RowId
  readonly source: Source
  readonly recordedAt: Instant
  readonly recordedBy: string | null
  readonly replacedAt: Instant | null
}

export type Detail = Recorded & { readonly field: DetailField; readonly value: string }
export type RecordedName = Recorded & PersonName
export type Address = Recorded & {
  readonly line1: string
  readonly line2: string
  readonly town: string
  readonly postcode: string | null
  readonly startedOn: Day
  readonly finishedOn: Day | null
  readonly isProtected: boolean
}
export type ContactDetail = Recorded & {
  readonly kind: 'mobile' | 'phone' | 'email'
  readonly value: string
  readonly note: string
  readonly isProtected: boolean
}
export type SafeContact = Recorded & {
  readonly rule: string
  readonly noPost: boolean
  readonly noVoicemail: boolean
  readonly noHomeVisit: boolean
}
export type Responsibility = 'yes' | 'no' | 'shared-with-council' | 'not-known'
export type Adult = Recorded & {
  readonly name: string
  readonly relationship: string
  readonly responsibility: Responsibility
  readonly evidence: string
  readonly courtOrder: string
  readonly mayBeTold: 'yes' | 'no' | 'ask-first' | 'never'
  readonly phone: string
}
export type Identifier = Recorded & { readonly kind: HeldIdentifierKind; readonly value: string }
export type Enrolment = {
  readonly rowId: RowId
  readonly organisationId: OrganisationId
  readonly organisationName: string
  readonly yearGroup: number | null
  readonly course: string
  readonly startedOn: Day
  readonly finishedOn: Day | null
  readonly source: Source
}
/** A characteristic with its period: `finishedOn` is the first day it is no longer true. */
export type Characteristic = Recorded & NewCharacteristic
export type NewCharacteristic = {
  readonly code: string
  readonly startedOn: Day
  readonly finishedOn: Day | null
}
export type AlertKind = 'stop' | 'care' | 'note'
export type PersonAlert = {
  readonly rowId: RowId
  readonly kind: AlertKind
  readonly firstWords: string
  readonly words: string
  readonly startedOn: Day
  readonly finishedOn: Day | null
  /** Raised by a concern: only safeguarding ends it or takes it off. */
  readonly isFromConcern: boolean
  /** By when somebody looks at it again; null for one from before that was asked, and for a concern's. */
  readonly reviewOn: Day | null
  readonly reviewerId: AccountId | null
  readonly told: AlertTold | null
  readonly toldWhy: string
}

/** Whether the young person knows of an alert about them. */
export const ALERT_TOLD = ['yes', 'not-yet', 'withheld'] as const
export type AlertTold = (typeof ALERT_TOLD)[number]
/** When an alert is looked at again, by whom, and whether the young person knows. */
export type AlertReview = Pick<PersonAlert, 'reviewOn' | 'reviewerId' | 'told' | 'toldWhy'>

/** Kinds of rows of this room that can be filed on the wrong young person (K9). */
export type FiledHere = 'alert' | 'adult' | 'contact-detail' | 'identifier' | 'address' | 'characteristic' | 'place'

/** A row as it was filed: what it says in a line, the class of it, by whom and when. */
export type FiledRow = {
  readonly rowId: RowId
  readonly said: string
  readonly classBit: number
  /** The account, or null for a list. */
  readonly filedBy: string | null
  readonly filedAt: Instant
  /** Other rows on whose pages it was read by the row itself, with no right of its class. */
  readonly shownIn?: readonly RowId[]
}
