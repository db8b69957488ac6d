import type { Day } from '#ground/day.ts'
import type { AccountId, RowId } from '#ground/ids.ts'

/** The nine marks of an adviser's practice, in our words for paragraph 72 of the report. */
export const PRACTICE = [
  'rapport',
  'not-judging',
  'informed',
  'checks',
  'challenge',
  'protocols',
  'sensitive',
  'cues',
  'advocacy',
] as const
export type PracticeMark = (typeof PRACTICE)[number]

export const SEEN = ['seen', 'partly', 'not-seen', 'not-applicable'] as const
export type Seen = (typeof SEEN)[number]

export const OBSERVATION_KINDS = ['observed', 'self'] as const
export type ObservationKind = (typeof OBSERVATION_KINDS)[number]
export const OBSERVATION_STATES = ['draft', 'given', 'answered'] as const
export type ObservationState = (typeof OBSERVATION_STATES)[number]

export type Marked = { readonly said: Seen; readonly words: string }
/** What is written down of a talk, seen or one's own. Of the young person it says their year at school at most. */
export type ObservationContent = {
  readonly onDay: Day
  readonly yearGroup: number | null
  readonly marks: Readonly<Partial<Record<PracticeMark, Marked>>>
  readonly feedback: string
  readonly next: string
}

export type Observation = ObservationContent & {
  readonly rowId: RowId
  readonly kind: ObservationKind
  readonly observedId: AccountId
  readonly observerId: AccountId
  readonly state: ObservationState
  readonly givenOn: Day | null
  readonly answeredOn: Day | null
  readonly observedWords: string
  readonly version: number
}
