import type { Day } from '#ground/day.ts'
import type { AccountId, GroupId, PersonId, RowId } from '#ground/ids.ts'

/** Who leads for a young person. */
export type Lead = {
  readonly rowId: RowId
  readonly accountId: AccountId
  readonly teamId: GroupId | null
  readonly reason: string
  readonly startedOn: Day
}

export type Team = { readonly id: GroupId; readonly name: string; readonly leaderId: AccountId | null }

/** One row of a team page: an adviser and how many they lead. */
export type AdviserLoad = { readonly accountId: AccountId; readonly name: string; readonly count: number }

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
  readonly lastContactOn: Day | null
  readonly nextOn: Day | null
  readonly nextStep: string | null
  readonly town: string | null
  readonly hasStop: boolean
}
