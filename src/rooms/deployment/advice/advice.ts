import type { Day } from '#ground/day.ts'
import type { AccountId, GroupId, RowId } from '#ground/ids.ts'

/** A team that takes on the adviser's task together, with the specialist it asks. */
export type TeamTask = {
  readonly teamId: GroupId
  readonly specialistId: AccountId
  readonly about: string
  readonly startedOn: Day
  readonly version: number
}

/** A question to the specialist. It names no young person. */
export type Advice = {
  readonly rowId: RowId
  readonly teamId: GroupId
  readonly askedBy: AccountId
  readonly askedOf: AccountId
  readonly askedOn: Day
  readonly question: string
  readonly state: 'asked' | 'answered' | 'withdrawn'
  readonly answer: string
  readonly answeredOn: Day | null
  readonly version: number
}
