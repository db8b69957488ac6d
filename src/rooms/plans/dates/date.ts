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
  /** What the young person was asked beforehand, and how. */
  readonly askedThem: string
  readonly madeBy: AccountId
  readonly version: number
}

export const GUEST_STATES = ['asked', 'comes', 'sends-word', 'cannot', 'came', 'not-there'] as const
export type GuestState = (typeof GUEST_STATES)[number]

/** Somebody who is asked to it. */
export type Guest = {
  readonly rowId: RowId
  readonly who: string
  readonly state: GuestState
}

/** A date with who is asked to it. */
export type DateWithGuests = PlanDate & { readonly guests: readonly Guest[] }
