import type { Day } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'

export const PATHWAY_KINDS = ['custody', 'transition', 'reintegration', 'family', 'mentoring'] as const
export type PathwayKind = (typeof PATHWAY_KINDS)[number]
export const OUTCOMES = [
  'settled',
  'not-settled',
  'full-time',
  'back-inside',
  'other-place',
  'aims-met',
  'part',
  'withdrawn',
  'something-else',
] as const
export type Outcome = (typeof OUTCOMES)[number]
export const STEP_OWNERS = ['young-person', 'adviser', 'other'] as const
export type StepOwner = (typeof STEP_OWNERS)[number]
export const ASKS = ['where', 'youth-justice', 'place', 'told', 'travel', 'ehc', 'helps', 'aims', 'bring'] as const
/** What a kind asks besides, by name. */
export type Ask = (typeof ASKS)[number]
export type Answers = Partial<Readonly<Record<Ask, string>>>

/** Who it is done with: a named person, a colleague, or an adult on record. */
export type With = {
  readonly withName: string
  readonly withAccount: AccountId | null
  readonly adultId: RowId | null
  /** When the certificate of a volunteer was seen. */
  readonly seenOn: Day | null
}

/** What is written of a pathway, at its start and later. */
export type PathwayContent = With & {
  readonly stage: string
  readonly anchorOn: Day | null
  readonly goalId: RowId | null
  readonly reviewOn: Day | null
  readonly answers: Answers
}

/** What the young person said to work with their family, or why it begins without that. */
export type Said =
  | { readonly said: 'yes'; readonly saidWords: string }
  | { readonly said: 'without'; readonly withoutWhy: string }

export type Pathway = PathwayContent & {
  readonly rowId: RowId
  readonly personId: PersonId
  readonly classBit: number
  readonly kind: PathwayKind
  readonly edition: Day
  readonly said: Said['said'] | null
  readonly saidOn: Day | null
  readonly saidWords: string
  readonly withoutWhy: string
  readonly state: 'open' | 'paused' | 'ended'
  readonly openedOn: Day
  readonly openedBy: AccountId
  readonly pausedOn: Day | null
  readonly pausedWhy: string
  readonly overOn: Day | null
  readonly outcome: Outcome | null
  readonly overWords: string
  readonly dueOn: Day | null
  readonly version: number
}

/** A step as it is to be. */
export type StepContent = {
  readonly stage: string
  readonly what: string
  readonly dueOn: Day | null
  readonly owner: StepOwner
  readonly ownerName: string
}

/** What they say to a step of theirs by their own link. */
export const OWN_SAYS = ['done', 'help', 'not-any-more'] as const
export type OwnSay = (typeof OWN_SAYS)[number]

export type PathwayStep = StepContent & {
  readonly ownSay: OwnSay | null
  readonly ownWords: string
  readonly ownOn: Day | null
  /** The link they said it by. */
  readonly ownLink: RowId | null
  readonly rowId: RowId
  readonly pathwayId: RowId
  readonly personId: PersonId
  readonly classBit: number
  /** Days from the day the pathway is counted from; null where its own day was chosen. */
  readonly days: number | null
  readonly state: 'to-do' | 'done' | 'not-needed'
  readonly overOn: Day | null
  readonly overWords: string
  readonly version: number
}

/** A meeting, or one that did not come about. */
export type LogContent = {
  readonly onDay: Day
  readonly came: 'met' | 'not-met'
  readonly minutes: number | null
  readonly words: string
  readonly ownWords: string
}
export type PathwayLog = LogContent & {
  readonly rowId: RowId
  readonly pathwayId: RowId
  readonly personId: PersonId
  readonly classBit: number
  readonly madeBy: AccountId
}

/** A week of a timetable that grows: minutes from Monday to Friday. */
export type PathwayWeek = {
  readonly rowId: RowId
  readonly pathwayId: RowId
  readonly weekOf: Day
  readonly planned: readonly number[]
  readonly came: readonly number[] | null
  readonly words: string
  readonly version: number
}
