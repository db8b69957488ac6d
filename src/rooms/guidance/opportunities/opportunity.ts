import type { Day } from '#ground/day.ts'
import type { AccountId, OrganisationId, RowId } from '#ground/ids.ts'

export const KINDS = ['apprenticeship', 'supported', 'job-with-training', 'course', 'volunteering', 'taster'] as const
export type Kind = (typeof KINDS)[number]

export const STATES = ['open', 'filled', 'closed', 'withdrawn'] as const
export type State = (typeof STATES)[number]

/** What an opportunity fits round, and what a young person needs it to: practical things only, never why. Ours. */
export const FITS = [
  'school-hours',
  'part-time',
  'set-hours',
  'own-pace',
  'from-home',
  'step-free',
  'no-qualifications',
] as const
export type Fit = (typeof FITS)[number]

/** What somebody types about an opportunity. Who offers it is one of the directory, or named here: never both. */
export type OpportunityFacts = {
  readonly title: string
  readonly kind: Kind
  readonly organisationId: OrganisationId | null
  readonly employer: string
  /** The class its very name tells of, as a bit; 0 for nothing (K6). */
  readonly discloses: number
  /** Null where one can start at any time. */
  readonly startsOn: Day | null
  readonly places: number | null
  readonly applyBy: Day | null
  readonly town: string
  readonly address: string
  readonly travel: string
  readonly entry: string
  readonly pay: string
  readonly hours: string
  readonly fits: readonly Fit[]
  readonly minAge: number
  readonly maxAge: number
  readonly support: string
  readonly ring: string
}

export type Opportunity = OpportunityFacts & {
  readonly rowId: RowId
  /** Who offers it, from the directory or as it was typed. */
  readonly offeredBy: string
  readonly state: State
  readonly overOn: Day | null
  readonly recordedBy: AccountId | null
  readonly version: number
}

/** What a list of them is chosen by. */
export type Offer = Pick<Opportunity, 'rowId' | 'kind' | 'startsOn' | 'minAge' | 'maxAge' | 'discloses'> & {
  /** What it is and who offers it, to be sought in; empty where nothing is. */
  readonly words: string
  readonly where: string
}

export type Filter = {
  readonly q: string
  readonly kind: Kind | ''
  readonly where: string
  readonly start: '' | 'any-time' | 'month' | 'later'
}
