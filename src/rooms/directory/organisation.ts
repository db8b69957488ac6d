import type { OrganisationId, PartnershipId } from '#ground/ids.ts'

/** How a partnership is built (HMI 521 paragraph 7). */
export type OperatingModel = 'direct-delivery' | 'subcontracting' | 'lead-body'

export type Partnership = {
  readonly id: PartnershipId
  readonly name: string
  readonly model: OperatingModel
  /** Named controllers: a lead-body partnership is no legal entity. */
  readonly controllers: string
  readonly processors: string
  readonly isDemo: boolean
}

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

export type Organisation = {
  readonly id: OrganisationId
  readonly name: string
  readonly kind: OrganisationKind
  /** The class its very name tells of, as a bit; 0 when it tells nothing (K6). */
  readonly discloses: number
  readonly urn: string | null
  readonly laestab: string | null
  readonly ukprn: string | null
  readonly state: 'open' | 'closed'
}
