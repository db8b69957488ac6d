import type { Day } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import type { GroupKind } from '../contact.ts'

/** How somebody came. */
export const ARRIVALS = ['in-time', 'late', 'left-early'] as const
export type Arrival = (typeof ARRIVALS)[number]

/** Whether anybody may come, or those who were invited or signed up. */
export type Access = 'open' | 'closed'
/** Only a closed one is planned: of an open one nobody knows who will come. */
export type SessionState = 'planned' | 'held' | 'called-off'

/** How somebody comes to be expected at a closed group. */
export const EXPECTED_HOW = ['invited', 'signed-up'] as const
export type ExpectedHow = (typeof EXPECTED_HOW)[number]

/** Somebody who is or was expected, whom the reader may know. */
export type Expected = {
  readonly rowId: RowId
  readonly personId: PersonId
  readonly given: string
  readonly family: string
  readonly how: ExpectedHow
  readonly state: 'expected' | 'came' | 'missed'
}

/** A closed group that is planned, as it stands on a record or in a diary. */
export type PlannedFor = {
  readonly sessionId: RowId
  readonly title: string
  readonly onDay: Day
  readonly atTime: string | null
  readonly place: string
  readonly how: ExpectedHow
}

/** Classes the very name of a session may give that somebody came (K6): health, offending, care, immigration. */
export const TELLS = [256, 512, 1024, 65_536] as const

/** What is written down of a session many came to: nothing of any one of them. */
export type SessionContent = {
  readonly kind: GroupKind
  readonly title: string
  /** The class its very name gives that somebody came; 0 for none. */
  readonly discloses: number
  readonly happenedOn: Day
  readonly atTime: string | null
  readonly minutes: number | null
  readonly place: string
  /** Read on the record of each who came. */
  readonly notes: string
  /** How many came who are not on record, and who they were, coarsely. */
  readonly newcomers: number
  readonly newcomerWords: string
}

export type GroupSession = SessionContent & {
  readonly rowId: RowId
  readonly recordedBy: AccountId | null
  readonly access: Access
  readonly state: SessionState
  readonly calledOffWhy: string
  readonly version: number
}

/** A line of a list of sessions. */
export type SessionLine = GroupSession & { readonly staff: readonly AccountId[] }

/** Somebody who came, whom the reader may know. */
export type Attendance = {
  readonly rowId: RowId
  readonly personId: PersonId
  readonly given: string
  readonly family: string
  readonly hasDied: boolean
  readonly contactId: RowId
  readonly arrival: Arrival
  readonly askedBy: AccountId | null
  readonly agreedOn: Day | null
  /** Their own part; undefined where it is not the reader's to read. */
  readonly part: { readonly notes: string; readonly nextStep: string; readonly version: number } | undefined
}

/** What is written down of somebody on the way onto a record, once they agreed. */
export type Agreement = { readonly askedBy: AccountId; readonly agreedOn: Day }

/** Somebody who came and is not on record. */
export type Newcomer = {
  readonly rowId: RowId
  readonly sessionId: RowId
  readonly called: string
  readonly wanted: string
  /** The day it is deleted. */
  readonly endsOn: Day
}
