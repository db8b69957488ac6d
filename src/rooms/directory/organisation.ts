import type { Day } from '#ground/day.ts'
import type { OrganisationId } from '#ground/ids.ts'

export const ORGANISATION_KINDS = [
  'partnership-service',
  'school',
  'special-school',
  'pupil-referral-unit',
  'sixth-form-college',
  'college',
  'training-provider',
  'employer',
  'youth-service',
  'youth-offending-team',
  'social-care',
  'health',
  'housing',
  'police',
  'probation',
  'voluntary',
  'careers-company',
  'jobcentre',
  'council',
  'other',
] as const

export type OrganisationKind = (typeof ORGANISATION_KINDS)[number]

/** Classes a name may tell of (K6); most names tell nothing. */
export const DISCLOSURES = ['health', 'offending', 'care', 'immigration'] as const
export type Disclosure = (typeof DISCLOSURES)[number]

export type Organisation = {
  readonly id: OrganisationId
  readonly name: string
  readonly kind: OrganisationKind
  /** The class its very name tells of, as a bit; 0 when it tells nothing (K6). */
  readonly discloses: number
  readonly urn: string | null
  readonly laestab: string | null
  readonly ukprn: string | null
  readonly phone: string
  readonly state: 'open' | 'closed'
  readonly closedOn: Day | null
  /** Which organisation took its place when it closed. */
  readonly successorId: OrganisationId | null
  readonly version: number
}

/** What somebody types about an organisation; what its name tells of is the kind's unless more is said. */
export type OrganisationFacts = {
  readonly name: string
  readonly kind: OrganisationKind
  readonly discloses?: Disclosure | null
  readonly urn?: string | null
  readonly laestab?: string | null
  readonly ukprn?: string | null
  readonly phone?: string | null
}
