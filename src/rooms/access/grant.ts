import type { Instant } from '#ground/clock.ts'
import type { AccountId, GrantId, GroupId, PersonId } from '#ground/ids.ts'
import type { RecordClass } from './classes.ts'

/** The ground in law or practice (K1). `consent` only where a no will be honoured. */
export type Basis = 'public-task' | 'legal-duty' | 'vital-interests' | 'consent' | 'contract'

/** What made the grant. */
export type GrantSource =
  | 'lead-adviser'
  | 'deployment'
  | 'team'
  | 'tracking-list'
  | 'cover'
  | 'duty-desk'
  | 'own-roll'
  | 'referral'
  | 'agreement'
  | 'supervision'
  | 'role'
  | 'break-glass'
  | 'inspection-sample'
  | 'safeguarding'
  | 'protection'
  | 'named-class'
  | 'hand-over'
  | 'secure-link'

/** How far a grant reaches. */
export type Scope =
  | { readonly kind: 'person'; readonly personId: PersonId }
  | { readonly kind: 'group'; readonly groupId: GroupId }
  | { readonly kind: 'partnership' }

/** A grant to be opened. The holder is an account or an organisation. */
export type NewGrant = {
  readonly scope: Scope
  readonly holderId: string
  readonly classes: readonly RecordClass[]
  readonly basis: Basis
  readonly source: GrantSource
  readonly reason?: string
  readonly madeBy?: AccountId | null
  /** When it begins, if not now: a deployment, a cover or a duty day set ahead. A moment that is over means now. */
  readonly since?: Instant | null
  /** When it ends by itself: cover, break-glass. */
  readonly until?: Instant | null
}

/** A live grant as "Why can I see this?" and "Who can see me?" tell it. */
export type Grant = {
  readonly id: GrantId
  readonly scope: 'person' | 'group' | 'partnership'
  readonly groupId: GroupId | null
  readonly holderId: string
  readonly classes: readonly RecordClass[]
  readonly basis: Basis
  readonly source: GrantSource
  readonly reason: string
  readonly startedAt: Instant
  readonly endedAt: Instant | null
}

/** A right over one person as it was held, also one that is over: for asking whether somebody had one at a moment. */
export type Right = {
  readonly holderId: string
  readonly scope: 'person' | 'group' | 'partnership'
  readonly startedAt: Instant
  readonly endedAt: Instant | null
}
