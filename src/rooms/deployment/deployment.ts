import type { Day } from '#ground/day.ts'
import type { AccountId, GrantId, GroupId, OrganisationId, PersonId, RowId } from '#ground/ids.ts'

/** Who leads for a young person. */
export type Lead = {
  readonly rowId: RowId
  readonly accountId: AccountId
  readonly teamId: GroupId | null
  readonly reason: string
  readonly startedOn: Day
}

export type Team = { readonly id: GroupId; readonly name: string; readonly leaderId: AccountId | null }

/** A team in a list: with how many advisers work in it. */
export type TeamLine = Team & { readonly advisers: number; readonly endedOn: Day | null }

/** An adviser's time in a team; over when `finishedOn` is set and reached. */
export type TeamPlace = {
  readonly accountId: AccountId
  readonly name: string
  readonly startedOn: Day
  readonly finishedOn: Day | null
}

/** One row of a team page: an adviser and how many they lead. */
export type AdviserLoad = { readonly accountId: AccountId; readonly name: string; readonly count: number }

/** An adviser who works at an institution, from a day until a day. */
export type Deployment = {
  readonly rowId: RowId
  readonly accountId: AccountId
  readonly organisationId: OrganisationId
  readonly hours: string
  readonly startedOn: Day
  readonly finishedOn: Day | null
  readonly grantId: GrantId
}

/** One adviser who covers for another. `finishedOn` is the first day it is over. */
export type Cover = {
  readonly rowId: RowId
  readonly awayId: AccountId
  readonly accountId: AccountId
  readonly reason: string
  readonly startedOn: Day
  readonly finishedOn: Day
  readonly grantId: GrantId
}

/** An adviser on the duty desk for one day. */
export type DutyDay = {
  readonly rowId: RowId
  readonly accountId: AccountId
  readonly onDay: Day
  readonly grantId: GrantId
}

/** One row of a caseload: what desk adds to is asked by person. */
export type CaseloadRow = {
  readonly personId: PersonId
  readonly given: string
  readonly family: string
  readonly bornOn: Day | null
  readonly diedOn: Day | null
  readonly since: Day
  readonly supportLevel: string | null
  readonly activityCode: string | null
  readonly activityVerifiedOn: Day | null
  readonly activityLapsesOn: Day | null
  readonly lastContactOn: Day | null
  readonly nextOn: Day | null
  readonly nextStep: string | null
  readonly town: string | null
  readonly hasStop: boolean
}

/** Somebody an account leads for, alive: who they are and since when, and nothing that would have to be gathered. */
export type LedPerson = Pick<CaseloadRow, 'personId' | 'given' | 'family' | 'bornOn' | 'since'> & {
  readonly leadId: AccountId
}

/** One row of an institution's pupils. */
export type PupilRow = {
  readonly personId: PersonId
  readonly given: string
  readonly family: string
  readonly bornOn: Day | null
  readonly diedOn: Day | null
  readonly leadId: AccountId | null
  readonly activityCode: string | null
  readonly activityVerifiedOn: Day | null
  readonly activityLapsesOn: Day | null
  readonly lastContactOn: Day | null
}
