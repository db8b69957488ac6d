import type { Day } from '#ground/day.ts'
import type { AccountId, OrganisationId, PersonId, RowId } from '#ground/ids.ts'

export const TRANSFER_STATES = ['asked', 'received', 'nothing', 'refused', 'withdrawn'] as const
export type TransferState = (typeof TRANSFER_STATES)[number]
/** What it can come to by an answer. */
export const ANSWERS = ['received', 'nothing', 'refused'] as const
export type TransferAnswer = (typeof ANSWERS)[number]

/** What is asked, and of whom. */
export type Asking = {
  /** One on record; null for another, by its name. */
  readonly organisationId: OrganisationId | null
  readonly fromName: string
  readonly whom: string
  readonly asks: string
  readonly told: 'yes' | 'not-yet'
}

/** A transfer summary that was asked of the agency that worked with somebody before. */
export type Transfer = Asking & {
  readonly rowId: RowId
  readonly personId: PersonId
  readonly classBit: number
  /** The organisation on record; empty for one by name, and where it is not the reader's to know. */
  readonly organisation: string
  readonly state: TransferState
  readonly askedBy: AccountId
  readonly askedOn: Day
  /** Null once it is over. */
  readonly dueOn: Day | null
  readonly again: number
  readonly againOn: Day | null
  readonly overOn: Day | null
  readonly words: string
  readonly saidBy: string
  readonly version: number
}

export type TransferLine = Transfer & { readonly name: string }
