import type { Instant } from '#ground/clock.ts'
import type { Day } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import type { Verifier } from '../activity.ts'

/** What is kept of a year for each young person, row by row: where they stand with the guarantee, and what they want to do next. */
export const ITEMS = ['guarantee', 'destination'] as const
export type Item = (typeof ITEMS)[number]

/** Whose word a status is; `application` where it follows from applications. */
export type SaidBy = Verifier | 'application'

/** One row of the history: the last one written stands. */
export type Status = {
  readonly rowId: RowId
  readonly year: number
  readonly code: string
  readonly saidBy: SaidBy
  readonly saidOn: Day
  readonly words: string
  readonly recordedAt: Instant
  readonly recordedBy: AccountId | null
}

/** What stands for somebody of one item, as far as a page needs it. */
export type Standing = Pick<Status, 'rowId' | 'code' | 'saidBy' | 'saidOn'>

/** A line of the grid. */
export type GridRow = {
  readonly personId: PersonId
  readonly given: string
  readonly family: string
  readonly bornOn: Day
  readonly guarantee: Standing | null
  readonly destination: Standing | null
}

/** A code chosen for somebody, with the row that stood there when it was chosen. */
export type Chosen = {
  readonly personId: PersonId
  readonly item: Item
  readonly code: string
  /** Null where nothing stood. */
  readonly seen: RowId | null
}
