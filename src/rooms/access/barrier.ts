import type { Instant } from '#ground/clock.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'

/** `restricted`: only named people know it exists. `shut-out`: one holder does not. `whereabouts`: the address is protected. */
export type BarrierKind = 'restricted' | 'shut-out' | 'whereabouts'

/** What a barrier is about (K4). */
export const BARRIER_GROUNDS = ['domestic-abuse', 'adoption', 'protection', 'own-family', 'other'] as const
export type BarrierGround = (typeof BARRIER_GROUNDS)[number]

/** A barrier that stands. */
export type Barrier = {
  readonly id: RowId
  readonly kind: BarrierKind
  readonly personId: PersonId
  readonly holderId: string | null
  readonly ground: BarrierGround
  readonly reason: string
  readonly madeBy: AccountId | null
  readonly startedAt: Instant
}
