import type { Day } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'

/** What others hold by law beside the plan: an education, health and care plan; care and leaving care. */
export const HELD_KINDS = ['ehc', 'care'] as const
export type HeldKind = (typeof HELD_KINDS)[number]

export const CARE_STATUSES = [
  'accommodated',
  'interim-order',
  'care-order',
  'remanded',
  'eligible',
  'relevant',
  'former-relevant',
  'qualifying',
] as const
export type CareStatus = (typeof CARE_STATUSES)[number]

export const LIVES = ['inside', 'outside', 'not-known'] as const
export type Lives = (typeof LIVES)[number]

export const SOURCES = ['young-person', 'family', 'council', 'place', 'document'] as const
export type Source = (typeof SOURCES)[number]

export const OVER_REASONS = {
  ehc: ['reached', 'work', 'higher-education', 'not-needed', 'age', 'moved-council', 'other'],
  care: ['home', 'guardian', 'help-ended', 'age', 'other'],
} as const satisfies Record<HeldKind, readonly string[]>
export type OverReason = (typeof OVER_REASONS)[HeldKind][number]

/** What is written of it. What its kind does not ask stays empty. */
export type HeldContent = {
  readonly status: CareStatus | null
  readonly council: string
  readonly worker: string
  readonly workerWays: string
  readonly adviser: string
  readonly adviserWays: string
  readonly reviewer: string
  readonly virtualSchool: string
  readonly lives: Lives | null
  readonly tell: string
  readonly place: string
  readonly placeFrom: Day | null
  readonly issuedOn: Day | null
  readonly wants: string
  /** The day of which it is so, and who said it. */
  readonly asOf: Day
  readonly source: Source
}

export type HeldPlan = HeldContent & {
  readonly rowId: RowId
  readonly personId: PersonId
  readonly classBit: number
  readonly kind: HeldKind
  readonly madeBy: AccountId
  readonly overOn: Day | null
  readonly overReason: OverReason | null
  readonly overWords: string
  /** By when somebody asks again whether it goes on. */
  readonly dueOn: Day | null
  readonly version: number
}
