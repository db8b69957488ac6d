import type { Transaction } from 'kysely'
import type { Instant } from '../clock.ts'
import type { Day } from '../day.ts'
import type { OrganisationId, PartnershipId } from '../ids.ts'
export interface Acting {
  partnershipId: PartnershipId
  holders: readonly string[]
  actorKind: 'account' | 'feed' | 'clock' | 'link' | 'young-person' | 'command' | 'nobody'
  actorId: string | null
  organisationId: OrganisationId | null
  at: Instant
  today: Day
  requestId: string
  reason: string | null
}
export interface Tx {
  readonly db: Transaction<unknown>
  readonly acting: Acting
  readonly recorded: { count: number }
}
