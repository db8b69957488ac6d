/** Which pathway a page is about, and whether the visitor may see it. */
import { z } from 'zod'
import type { RowId } from '#ground/ids.ts'
import { actorOfVisit, roleMay, type Visit } from '#rooms/identity/index.ts'
import type { PersonFrame } from '#rooms/people/index.ts'
import { idParam } from '#web/params.ts'
import { type Answer, go, nothing } from '#web/register.ts'
import type { PlanHouse } from '../routes/planning.ts'
import type { Pathway } from './pathway.ts'
import { mayKnow } from './rules.ts'
import { findPathway } from './store.ts'

export const pathwayParam = z.object({ pathwayId: idParam<RowId>() })
export type PathwayVisit = Visit<{ pathwayId: RowId }, unknown>

export const mayWrite = (visit: Visit<unknown, unknown>): boolean => roleMay(actorOfVisit(visit).role, 'plan.write')

/** One that is not there, is not seen by its class, or belongs to a record of which not every part is seen, is nothing: by one path (K6, K8). */
export async function withPathway(
  house: PlanHouse,
  visit: PathwayVisit,
  work: (pathway: Pathway, frame: PersonFrame) => Promise<Answer>,
): Promise<Answer> {
  const pathway = await findPathway(visit.tx, visit.params.pathwayId)
  const frame = pathway && (await house.frame(visit, pathway.personId))
  return pathway && frame && mayKnow(pathway.kind, frame.seen) ? work(pathway, frame) : nothing('unknown')
}

/** The same for what leads to a form: one that has ended, or is of somebody who has died, is read only. What is sent is refused with what was typed instead. */
export function withWritable(
  house: PlanHouse,
  visit: PathwayVisit,
  work: (pathway: Pathway, frame: PersonFrame) => Promise<Answer>,
): Promise<Answer> {
  return withPathway(house, visit, async (pathway, frame) =>
    pathway.state === 'ended' || frame.person.diedOn !== null ? go(`/pathways/${pathway.rowId}`) : work(pathway, frame),
  )
}
