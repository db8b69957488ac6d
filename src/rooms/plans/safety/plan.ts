import type { Day } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import type { Copy } from '../plan.ts'

/** What a safety plan says, in the order in which it is used. */
export const SAFETY_PARTS = ['signs', 'helps', 'talkTo', 'atNight', 'safePlace', 'others'] as const
export type SafetyPart = (typeof SAFETY_PARTS)[number]
export type SafetyWords = Readonly<Record<SafetyPart, string>>

export type SafetyContent = SafetyWords & {
  readonly agreement: 'agreed' | 'disagreed'
  readonly words: string
  readonly copyGiven: Copy
  readonly reviewOn: Day
  /** Kept close: restricted besides health. */
  readonly isRestricted: boolean
}

export type SafetyPlan = SafetyContent & {
  readonly rowId: RowId
  readonly personId: PersonId
  readonly classBit: number
  readonly alsoBit: number | null
  readonly state: 'in-force' | 'replaced' | 'ended'
  readonly madeOn: Day
  readonly madeBy: AccountId
  readonly beforeId: RowId | null
  readonly overOn: Day | null
  readonly why: string
  readonly version: number
}

/** Somebody to ring or write to, as it was on a day. */
export type HelpLine = {
  readonly who: string
  readonly number: string
  readonly when: string
}
