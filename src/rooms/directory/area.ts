import type { Day } from '#ground/day.ts'
import type { OrganisationId, RowId, SiteId } from '#ground/ids.ts'

/** The area of a local management committee (HMI 521 paragraph 1). */
export type Area = {
  readonly id: RowId
  readonly name: string
  readonly startedOn: Day
  readonly finishedOn: Day | null
}

export type AreaLine = Area & { readonly members: number }

/** What lies in an area: a whole organisation, or one of its sites. */
export type AreaMember = {
  readonly id: RowId
  readonly organisationId: OrganisationId
  readonly organisationName: string
  readonly siteId: SiteId | null
  readonly siteName: string | null
  readonly startedOn: Day
}

/** What is put into an area. */
export type AreaPart = { readonly organisationId: OrganisationId } | { readonly siteId: SiteId }
