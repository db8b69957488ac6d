import type { Day } from '#ground/day.ts'
import type { OrganisationId, PersonId, RowId } from '#ground/ids.ts'

/** Two sources that say two things of what somebody does: what is on record, and what a list says. */
export type ActivityQuestion = {
  readonly rowId: RowId
  readonly personId: PersonId
  readonly given: string
  readonly family: string
  readonly spell: {
    readonly rowId: RowId
    readonly version: number
    readonly code: string
    readonly detail: string
    readonly startedOn: Day
    readonly verifiedOn: Day
    readonly verifiedBy: string | null
    /** Whether it is still what stands on record. */
    readonly stands: boolean
  }
  readonly organisationId: OrganisationId
  /** The name of the place, where it tells nothing more than that (K6); empty otherwise. */
  readonly place: string
  readonly code: string
  readonly detail: string
  readonly startedOn: Day
  readonly asAt: Day
  readonly version: number
}
