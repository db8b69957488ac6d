import type { Day } from '#ground/day.ts'
import type { OrganisationId, RowId } from '#ground/ids.ts'

/** What a young person does now or did, by the codes of the national return. */
export type ActivitySpell = {
  readonly rowId: RowId
  readonly code: string
  readonly organisationId: OrganisationId | null
  readonly detail: string
  readonly startedOn: Day
  readonly finishedOn: Day | null
  readonly ascertainedOn: Day
  readonly verifiedOn: Day
  readonly version: number
}

export type ActivityGroup =
  | 'compulsory'
  | 'education'
  | 'employment'
  | 'training'
  | 're-engagement'
  | 'neet-available'
  | 'neet-unavailable'
  | 'other'
  | 'not-known'
