import type { Day } from '#ground/day.ts'
import type { AccountId, RowId } from '#ground/ids.ts'

export type PracticeFacts = {
  readonly title: string
  /** What to do. */
  readonly what: string
  /** When it fits, and when it does not. */
  readonly fits: string
  /** Codes of factors of the assessment; none where it helps with the work as such. */
  readonly needs: readonly string[]
}

/** Something that works here, kept so that it outlasts who found it. */
export type Practice = PracticeFacts & {
  readonly rowId: RowId
  readonly writtenBy: AccountId
  readonly writtenOn: Day
  /** When somebody last looked whether it is still so. */
  readonly checkedOn: Day
  readonly overOn: Day | null
  readonly version: number
}
