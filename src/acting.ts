/** Acting without a person: commands, the clock. */
import type { Clock } from '#ground/clock.ts'
import type { Acting } from '#ground/database/tx.ts'
import { INSTALLATION, type PartnershipId } from '#ground/ids.ts'

/** A command of whoever runs the installation, for a partnership or for the installation itself. */
export function commandActing(clock: Clock, requestId: string, partnershipId: PartnershipId = INSTALLATION): Acting {
  return {
    partnershipId,
    holders: [],
    actorKind: 'command',
    actorId: null,
    organisationId: null,
    at: clock.now(),
    today: clock.today(),
    requestId,
    reason: null,
  }
}
