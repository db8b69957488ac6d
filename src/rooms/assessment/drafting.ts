/** Which assessment a page is about, and whether the visitor may see and write it. */
import { z } from 'zod'
import type { Tx } from '#ground/database/tx.ts'
import type { RowId } from '#ground/ids.ts'
import type { RecordClass } from '#rooms/access/index.ts'
import type { Visit } from '#rooms/identity/index.ts'
import type { PersonFrame } from '#rooms/people/index.ts'
import { idParam } from '#web/params.ts'
import { type Answer, go, nothing } from '#web/register.ts'
import { type Full, findFull } from './actions.ts'
import type { Factor } from './assessment.ts'
import { factorsOn } from './factors.ts'
import type { AssessmentHouse } from './house.ts'
import { classOf } from './rules.ts'

export const assessmentParam = z.object({ assessmentId: idParam<RowId>() })

/** A draft with all its pages need. */
export type Drafting = {
  readonly full: Full
  readonly frame: PersonFrame
  readonly factors: readonly Factor[]
  readonly blind: ReadonlySet<string>
}

/** A draft of somebody the visitor may know and assess; one that is agreed leads to what came of it. */
export function withDraft(
  house: AssessmentHouse,
  visit: Visit<unknown, unknown>,
  id: RowId,
  work: (drafting: Drafting) => Promise<Answer>,
): Promise<Answer> {
  return withAssessment(house, visit, id, async drafting =>
    drafting.full.state === 'draft' ? work(drafting) : go(`/people/${drafting.full.personId}/assessment`),
  )
}

/** The same, agreed or not: a form that was on its way is answered with what was typed in it. */
export async function withAssessment(
  house: AssessmentHouse,
  visit: Visit<unknown, unknown>,
  id: RowId,
  work: (drafting: Drafting) => Promise<Answer>,
): Promise<Answer> {
  const full = await findFull(visit.tx, id)
  const frame = full && (await house.frame(visit, full.personId))
  if (!full || !frame) return nothing('unknown')
  if (!frame.seen.has('assessment')) return nothing('unknown', [full.personId])
  if (frame.person.diedOn !== null) return go(`/people/${full.personId}/assessment`)
  const factors = factorsOn(full.startedOn)
  return work({ full, frame, factors, blind: blindOf(factors, frame.seen) })
}

/** What it is by now: others may have saved or agreed since it was read. */
export async function asNow(tx: Tx, drafting: Drafting): Promise<Drafting> {
  return { ...drafting, full: (await findFull(tx, drafting.full.rowId)) ?? drafting.full }
}

/** Factors whose class the visitor does not see: they may say something of them, and see nothing. */
export function blindOf(factors: readonly Factor[], seen: ReadonlySet<RecordClass>): Set<string> {
  return new Set(factors.filter(factor => !seen.has(classOf(factor))).map(factor => factor.code))
}
