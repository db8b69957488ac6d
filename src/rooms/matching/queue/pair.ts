import type { Instant } from '#ground/clock.ts'
import type { AccountId, OrganisationId, PersonId, RowId } from '#ground/ids.ts'
import type { Against, WeighedLine } from '../weighing/weigh.ts'

export type PairState = 'open' | 'later' | 'asked' | 'two-people'

/** What a reviewer can say of a pair; that it is one person is said by joining the two. */
export type Decision = 'two-people' | 'later' | 'asked'

/** Two records that may be one person. */
export type ReviewPair = {
  readonly id: RowId
  readonly people: readonly [PersonId, PersonId]
  readonly bits: number
  readonly lines: readonly WeighedLine[]
  readonly against: readonly Against[]
  readonly state: PairState
  readonly foundBy: 'finder' | 'new-record' | 'list'
  readonly foundAt: Instant
  readonly takenBy: AccountId | null
  readonly takenUntil: Instant | null
  readonly decidedBy: AccountId | null
  readonly decidedAt: Instant | null
  readonly note: string
  readonly askedOf: OrganisationId | null
  readonly version: number
}

/** What a pair of the queue weighs. */
export type WeighedPair = Pick<ReviewPair, 'id' | 'bits' | 'lines' | 'against'>

/** A pair that was found, to be kept. */
export type FoundPair = {
  readonly people: readonly [PersonId, PersonId]
  readonly bits: number
  readonly lines: readonly WeighedLine[]
  readonly against: readonly Against[]
  /** A hash of what is known of both, 32 bytes as hex. */
  readonly fingerprint: string
}
