import type { PartnershipId } from '#ground/ids.ts'

/** How a partnership is built (HMI 521 paragraph 7). */
export const OPERATING_MODELS = ['direct-delivery', 'subcontracting', 'lead-body'] as const
export type OperatingModel = (typeof OPERATING_MODELS)[number]

export type Partnership = {
  readonly id: PartnershipId
  readonly name: string
  readonly model: OperatingModel
  /** Named controllers: a lead-body partnership is no legal entity. */
  readonly controllers: string
  readonly processors: string
  /** Who holds the grant and employs, in a lead-body partnership; empty while nobody is named. */
  readonly leadBody: string
  /** Who employs advisers under contract, in a subcontracting partnership; empty while nobody is named. */
  readonly contractors: string
  readonly isDemo: boolean
  readonly version: number
}
