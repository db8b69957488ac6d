/** Which hand-over a page is about, and on which sides the visitor stands. */
import { z } from 'zod'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import { classesOn } from '#rooms/access/index.ts'
import { actorOfVisit, roleMay, type Visit } from '#rooms/identity/index.ts'
import { idParam } from '#web/params.ts'
import { type Answer, nothing } from '#web/register.ts'
import { asItStands } from '../actions/moving.ts'
import type { Handover } from '../handover.ts'
import type { HandoverParts } from '../house.ts'
import { type Sides, sidesOf } from '../rules.ts'
import { findHandover } from '../store.ts'

export const personParam = z.object({ personId: idParam<PersonId>() })
export const handoverParam = z.object({ handoverId: idParam<RowId>() })
export const accountParam = z.object({ accountId: idParam<AccountId>() })
export type PersonVisit = Visit<{ personId: PersonId }, unknown>
export type HandoverVisit = Visit<{ handoverId: RowId }, unknown>

/** Leads are moved by whoever gives leads: of those they see. */
export function mayLead(visit: Visit<unknown, unknown>): boolean {
  return roleMay(actorOfVisit(visit).role, 'lead.assign')
}

/** A hand-over the visitor may see, with where they stand; nothing is answered for others. */
export async function withHandover(
  parts: HandoverParts,
  visit: HandoverVisit,
  work: (handover: Handover, sides: Sides) => Promise<Answer>,
): Promise<Answer> {
  const found = await findHandover(visit.tx, visit.params.handoverId)
  if (!found) return nothing('unknown')
  const handover = await asItStands(visit.tx, parts, found)
  const me = actorOfVisit(visit).accountId
  // A leader who is asked themselves is asked like anybody; and who does not see what is done with them hands nobody over.
  const leads = mayLead(visit) && handover.toId !== me && (await classesOn(visit.tx, handover.personId)).has('sessions')
  return work(handover, sidesOf(handover, me, leads))
}

/** What looking at one leaves in the log. */
export const seenOf = (handover: Handover) => ({ about: [handover.personId], target: handover.rowId })
