import type { Day } from '#ground/day.ts'
import type { AccountId, OrganisationId, PersonId, RowId } from '#ground/ids.ts'

export const KINDS = ['absent', 'left'] as const
export type Kind = (typeof KINDS)[number]

/** Why, as far as the place knows: nothing that tells of health or family, which are not for everybody who sees where they learn (K6). Ours. */
export const REASONS = [
  'not-known',
  'did-not-like-it',
  'other-place',
  'work',
  'money-or-travel',
  'excluded',
  'something-else',
] as const
export type Reason = (typeof REASONS)[number]

/** What became of it. Ours. */
export const OUTCOMES = ['back', 'coming-back', 'other-place', 'looking', 'not-reached', 'something-else'] as const
export type Outcome = (typeof OUTCOMES)[number]

export const STATES = ['told', 'in-hand', 'answered', 'withdrawn'] as const
export type State = (typeof STATES)[number]

/** What a place tells. */
export type Telling = {
  readonly kind: Kind
  readonly lastSeenOn: Day
  readonly reason: Reason
  readonly words: string
  readonly tried: string
}

export type Absence = Telling & {
  readonly rowId: RowId
  readonly personId: PersonId
  readonly organisationId: OrganisationId
  readonly classBit: number
  /** An account, or the link by which it was told. */
  readonly toldBy: AccountId
  /** Who told by a link, as its maker named them; empty where it was somebody with an account. */
  readonly toldName: string
  readonly toldOn: Day
  readonly state: State
  readonly takenBy: AccountId | null
  readonly takenOn: Day | null
  readonly outcome: Outcome | null
  /** Empty for the place itself: it is for those who work with them. */
  readonly outcomeWords: string
  readonly backWords: string
  readonly overOn: Day | null
  readonly dueOn: Day | null
  readonly version: number
}

export type AbsenceLine = Absence & { readonly name: string; readonly place: string }

export type Move = 'take' | 'answer' | 'withdraw'
