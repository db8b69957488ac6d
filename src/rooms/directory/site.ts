import type { Day } from '#ground/day.ts'
import type { OrganisationId, SiteId } from '#ground/ids.ts'

export const KNOWN = ['yes', 'no', 'not-known'] as const
export type Known = (typeof KNOWN)[number]

/** A place an organisation works at. */
export type Site = {
  readonly id: SiteId
  readonly organisationId: OrganisationId
  readonly name: string
  readonly address: string
  readonly postcode: string | null
  readonly phone: string
  readonly openingHours: string
  /** Whether there is a room where nobody else hears. */
  readonly hasPrivateRoom: Known
  /** Whether a wheelchair user gets in and to that room. */
  readonly isAccessible: Known
  readonly closedOn: Day | null
  readonly version: number
}

export type SiteFacts = Omit<Site, 'id' | 'organisationId' | 'closedOn' | 'version'>
