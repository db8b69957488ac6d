import type { Day } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'

export const DOERS = ['young-person', 'adviser', 'other'] as const
export type Doer = (typeof DOERS)[number]

/** What somebody wrote down that was done towards a target. */
export type LogContent = {
  readonly doneOn: Day
  readonly doneBy: Doer
  /** Who, where it was neither of the two. */
  readonly doerName: string
  readonly words: string
}

export type LogEntry = LogContent & {
  readonly rowId: RowId
  readonly personId: PersonId
  readonly targetId: RowId
  /** As the target is, or was when it was closer. */
  readonly classBit: number
  readonly alsoBit: number | null
  readonly writtenOn: Day
  readonly writtenBy: AccountId
  readonly version: number
}

/** A contact whose next step became a target, as the house hands it down. */
export type ContactBefore = { readonly rowId: RowId; readonly on: Day; readonly step: string }
