import type { Day } from '#ground/day.ts'
import type { RowId } from '#ground/ids.ts'

export const STATEMENTS = ['reach', 'helps', 'told', 'clear', 'together'] as const
export type Statement = (typeof STATEMENTS)[number]

export const ANSWERS = ['agree', 'disagree', 'cannot-say'] as const
export type StatementAnswer = (typeof ANSWERS)[number]

/** What somebody at a partner says of working with advisers in a school year; never about a young person. */
export type Said = Readonly<Record<Statement, StatementAnswer>> & {
  readonly whatHelps: string
  readonly whatToChange: string
}

/** Where somebody stands in a school year. */
export type Standing = {
  readonly rowId: RowId
  readonly state: 'answered' | 'put-off'
  readonly askAgainOn: Day | null
  readonly saidOn: Day | null
}
