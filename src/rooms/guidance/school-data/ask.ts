import type { Day } from '#ground/day.ts'
import type { AccountId, OrganisationId, PersonId, RowId } from '#ground/ids.ts'

/** What is known of somebody's learning before a talk, and asked where it is not. */
export const SCHOOL_KINDS = ['attainment', 'predicted', 'options', 'attendance'] as const
export type SchoolKind = (typeof SCHOOL_KINDS)[number]

export const ASK_STATES = ['asked', 'answered', 'missing', 'withdrawn'] as const
export type AskState = (typeof ASK_STATES)[number]

/** What is asked of a place of learning. */
export type Asking = {
  readonly organisationId: OrganisationId
  readonly asks: readonly SchoolKind[]
  readonly told: 'yes' | 'not-yet'
  /** The day of the talk, where one is arranged. */
  readonly talkOn: Day | null
}

export type SchoolAsk = Asking & {
  readonly rowId: RowId
  readonly personId: PersonId
  readonly classBit: number
  /** Its name; empty where it is not the reader's to know. */
  readonly organisation: string
  readonly askedBy: AccountId
  readonly askedOn: Day
  readonly dueOn: Day
  readonly state: AskState
  readonly overOn: Day | null
  readonly answeredBy: AccountId | null
  readonly saidBy: string
  readonly words: string
  readonly version: number
}

export type AskLine = SchoolAsk & { readonly name: string }

/** One thing that is known, with whose word it is and of which day. */
export type SchoolFact = {
  readonly rowId: RowId
  readonly personId: PersonId
  readonly classBit: number
  readonly kind: SchoolKind
  readonly words: string
  /** The place that answered, by its name, or whose word it is as it was typed. */
  readonly source: string
  readonly askId: RowId | null
  readonly asOf: Day
  readonly writtenBy: AccountId
}
