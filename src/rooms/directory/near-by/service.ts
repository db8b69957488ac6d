import type { Day } from '#ground/day.ts'
import type { AccountId, OrganisationId, RowId } from '#ground/ids.ts'

/** What somebody may need on the same day. Ours. */
export const SAME_DAY = ['food', 'bed', 'money', 'heat', 'phone', 'travel', 'clothes', 'baby', 'talk'] as const
export type SameDay = (typeof SAME_DAY)[number]

/** A service or project near by: what it helps with, for whom, where, and how to ask for it. */
export type Service = {
  readonly rowId: RowId
  readonly name: string
  readonly organisationId: OrganisationId | null
  /** Whose it is: the organisation's name, or what was written. */
  readonly runBy: string
  readonly about: string
  /** Codes of factors of the assessment. */
  readonly needs: readonly string[]
  readonly minAge: number
  readonly maxAge: number
  readonly place: string
  readonly cost: string
  readonly howTo: string
  /** What it gives on the same day. */
  readonly sameDay: readonly SameDay[]
  readonly openWhen: string
  /** When somebody last looked whether all of it is so. */
  readonly checkedOn: Day
  readonly closedOn: Day | null
  readonly version: number
}

export type ServiceFacts = Omit<Service, 'rowId' | 'checkedOn' | 'closedOn' | 'version'>

/** What somebody who knows a service says of it. */
export type Tip = {
  readonly rowId: RowId
  readonly serviceId: RowId
  readonly words: string
  readonly saidBy: AccountId
  readonly saidOn: Day
  readonly stillOn: Day
}

/** Something a service may help with, as the house hands it down. */
export type Need = { readonly code: string; readonly label: string }
