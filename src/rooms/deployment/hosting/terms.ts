import type { Day } from '#ground/day.ts'
import type { AccountId, RowId } from '#ground/ids.ts'

/** What was agreed with the place an adviser works at: about the place and the work there, never about a young person. */
export type HostTerms = {
  readonly rowId: RowId
  readonly deploymentId: RowId
  readonly version: number
  /** The room or desk they have there. */
  readonly base: string
  readonly phone: string
  /** Who says there what the day brings, by name. */
  readonly directs: string
  /** The colleague who is their line manager here. */
  readonly managerId: AccountId
  readonly mayTell: string
  readonly mayNotTell: string
  readonly hours: string
  readonly notice: string
  readonly inductedOn: Day | null
  readonly agreedOn: Day
  readonly agreedWith: string
  readonly lookOn: Day
  readonly recordedBy: AccountId | null
}

export type TermsFacts = Omit<HostTerms, 'rowId' | 'deploymentId' | 'version' | 'recordedBy'>
