import type { Instant } from '#ground/clock.ts'
import type { Day } from '#ground/day.ts'
import type { AccountId, GrantId, GroupId, OrganisationId, PersonId, RowId } from '#ground/ids.ts'

export const LIST_ACTIVITIES = ['any', 'not-known', 'neet', 'out-of-school'] as const
export type ListActivity = (typeof LIST_ACTIVITIES)[number]
export const LIST_LEADS = ['any', 'none', 'some'] as const
export type ListLead = (typeof LIST_LEADS)[number]
/** By the September Guarantee worked on: no offer or not recorded; in Year 11 and no intended destination. */
export const LIST_OFFERS = ['any', 'no-offer', 'no-destination'] as const
export type ListOffers = (typeof LIST_OFFERS)[number]
/** School years a list can be narrowed to. */
export const LIST_YEARS = [9, 10, 11, 12, 13, 14] as const

/** Who fits a list. */
export type Criteria = {
  readonly activity: ListActivity
  readonly organisationId: OrganisationId | null
  readonly schoolYear: number | null
  readonly lead: ListLead
  /** Any where it is left out. */
  readonly offers?: ListOffers
}

/** A named list of young people for tracking officers. Its id is the group its members are in. */
export type TrackingList = {
  readonly id: GroupId
  readonly name: string
  readonly criteria: Criteria
  readonly madeBy: AccountId | null
  readonly madeAt: Instant
  readonly refreshedAt: Instant
  readonly closedAt: Instant | null
}

/** A tracking officer who works on a list. */
export type Assignment = {
  readonly rowId: RowId
  readonly listId: GroupId
  readonly accountId: AccountId
  readonly startedOn: Day
  readonly finishedOn: Day | null
  readonly grantId: GrantId
}

/** A list as an officer has it. */
export type OwnList = {
  readonly id: GroupId
  readonly name: string
  readonly refreshedAt: Instant
  readonly finishedOn: Day | null
}

/** Somebody who fits, or no longer fits. */
export type Fitting = {
  readonly personId: PersonId
  readonly given: string
  readonly family: string
  readonly bornOn: Day | null
}

/** One line of an officer's list. */
export type ListRow = Fitting & {
  readonly diedOn: Day | null
  readonly activityCode: string | null
  readonly activityVerifiedOn: Day | null
  readonly activityLapsesOn: Day | null
  readonly lastContactOn: Day | null
  readonly lastTryOn: Day | null
}
