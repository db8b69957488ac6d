import type { Day } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'

/** What a decision is about: it says which part of the record it belongs to. */
export const ABOUTS = [
  'sharing',
  'plan',
  'referral',
  'programme',
  'education',
  'health',
  'care',
  'family',
  'other',
] as const
export type About = (typeof ABOUTS)[number]

/** What of deciding somebody can do: Mental Capacity Act 2005 section 3, and what Gillick competence asks besides (free of pressure). */
export const PARTS = ['understands', 'keeps', 'weighs', 'free', 'says'] as const
export type Part = (typeof PARTS)[number]

export const OUTCOMES = ['can', 'with-help', 'not-now'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** Who decides where they cannot now. `adult`: somebody on record as having parental responsibility. */
export type Decider =
  | { readonly kind: 'adult'; readonly adultId: RowId }
  | { readonly kind: 'representative'; readonly name: string }
  | { readonly kind: 'nobody-yet' }

/** What was judged, as it is written down. */
export type Judged = {
  readonly about: About
  readonly question: string
  /** What was done so that they could decide. */
  readonly help: string
  readonly could: readonly Part[]
  /** What they said or did that shows it. */
  readonly how: string
  /** What they want, whoever decides. */
  readonly wishes: string
  readonly outcome: Outcome
  readonly decider: Decider | null
  readonly reviewOn: Day | null
}

/** A decision about capacity: one question, one day. It is never changed; it is looked at again. */
export type CapacityDecision = Judged & {
  readonly rowId: RowId
  readonly personId: PersonId
  readonly classBit: number
  /** Null where their birth date was not on record. */
  readonly wasSixteen: boolean | null
  readonly judgedBy: AccountId
  readonly judgedOn: Day
  readonly againOf: RowId | null
  /** The day it was looked at again. */
  readonly againOn: Day | null
}
