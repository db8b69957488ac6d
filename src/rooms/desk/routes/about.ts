/** What of somebody's learning and characteristics a visitor is shown. */
import type { PersonId } from '#ground/ids.ts'
import { actorOfVisit, roleMay, type Visit } from '#rooms/identity/index.ts'
import { characteristicLabel, isInForce, listCharacteristics, listEnrolments } from '#rooms/people/index.ts'

/** Where somebody learns. A partner's own practitioner sees their own place alone: a roll opens only what it brought (K3). */
export async function placesOf(visit: Visit<unknown, unknown>, id: PersonId) {
  const own = ownRollOf(visit)
  return (await listEnrolments(visit.tx, id)).filter(e => own === undefined || e.organisationId === own)
}

/** Characteristics; to a partner's own practitioner what their own lists said, whatever another partner's did (K3). */
export async function characteristicsOf(visit: Visit<unknown, unknown>, id: PersonId) {
  const own = ownRollOf(visit)
  return (await listCharacteristics(visit.tx, id)).filter(c => own === undefined || c.source.organisationId === own)
}

/** Labels of the characteristics in force today. */
export async function tagsOf(visit: Visit<unknown, unknown>, id: PersonId): Promise<string[]> {
  return (await characteristicsOf(visit, id))
    .filter(c => c.replacedAt === null && isInForce(c, visit.tx.acting.today))
    .map(c => characteristicLabel(c.code))
}

/** The organisation whose own roll is all the visitor sees, or undefined. */
function ownRollOf(visit: Visit<unknown, unknown>) {
  return roleMay(actorOfVisit(visit).role, 'roll.see') ? visit.tx.acting.organisationId : undefined
}
