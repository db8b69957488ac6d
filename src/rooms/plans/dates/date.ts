import type { Day } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'

export const DATE_KINDS = ['ehc-review', 'ehc-transfer', 'pep', 'care-review', 'pathway-review'] as const
export type DateKind = (typeof DATE_KINDS)[number]
export const DATE_STATES = ['ahead', 'held', 'called-off'] as const
export type DateState = (typeof DATE_STATES)[number]

/** A date the law sets for others, that stands beside a plan. */
export type PlanDate = {
  readonly rowId: RowId
  readonly personId: PersonId
  readonly classBit: number
  readonly kind: DateKind
  readonly onDay: Day
  readonly who: string
  readonly state: DateState
  readonly overOn: Day | null
  readonly words: string
  readonly wishes: string
  readonly madeBy: AccountId
  readonly version: number
}
