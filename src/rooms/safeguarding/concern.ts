import type { Instant } from '#ground/clock.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'

export const DECISIONS = [
  'police',
  'social-care-referral',
  'strategy-discussion',
  'early-help',
  'advice-to-raiser',
  'no-further-action',
] as const
export type Decision = (typeof DECISIONS)[number]

/** A safeguarding concern. Its content is for the lead and deputy alone. */
export type Concern = {
  readonly id: RowId
  readonly personId: PersonId | null
  readonly aboutName: string
  readonly what: string
  readonly dangerNow: 'yes' | 'no' | 'not-said'
  readonly doneSoFar: string
  readonly raisedBy: AccountId
  /** By a young person who opened a link: `raisedBy` is that link, and nobody can be written back to. */
  readonly isByLink: boolean
  /** Who raised it by a link made for somebody at an agency, or for a parent or carer; empty where it was the young person. */
  readonly byName: string
  /** Path of the page it was raised from; empty where none is known. */
  readonly raisedFrom: string
  readonly raisedAt: Instant
  readonly state: 'raised' | 'read' | 'decided'
  readonly readBy: AccountId | null
  readonly readAt: Instant | null
  readonly escalatedAt: Instant | null
  readonly decision: Decision | null
  readonly decisionWhy: string
  readonly decidedBy: AccountId | null
  readonly decidedAt: Instant | null
  readonly version: number
}
