import type { Day } from '#ground/day.ts'
import type { OrganisationId, PersonId, RowId } from '#ground/ids.ts'
import type { Verifier } from '../activity.ts'

export const START_STATES = ['awaited', 'started', 'not-started', 'withdrawn'] as const
export type StartState = (typeof START_STATES)[number]

/** What somebody is to begin on a day that lies, or lay, ahead. */
export type AgreedStart = {
  readonly rowId: RowId
  readonly personId: PersonId
  readonly code: string
  readonly organisationId: OrganisationId | null
  readonly detail: string
  readonly startsOn: Day
  /** The day it was agreed for at first. */
  readonly firstDay: Day
  readonly timesMoved: number
  readonly saidBy: Verifier | null
  readonly state: StartState
  readonly answeredBy: Verifier | null
  readonly overOn: Day | null
  readonly version: number
}

/** One line of the list "Did they start?": of a start that was agreed, or of a code that says one is. */
export type StartLine = {
  readonly personId: PersonId
  readonly given: string
  readonly family: string
  /** Null for a code (615, 616) with nothing more on record. */
  readonly rowId: RowId | null
  readonly code: string
  readonly place: string
  readonly detail: string
  /** The day it is for; of a code with no day to look again, when it was last confirmed. */
  readonly on: Day
}
