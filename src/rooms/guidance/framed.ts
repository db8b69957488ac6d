/** The page of one young person in this room: for those who see what is talked about with them. */
import { z } from 'zod'
import type { PersonId } from '#ground/ids.ts'
import type { Visit } from '#rooms/identity/index.ts'
import type { FramePerson, PersonFrame } from '#rooms/people/index.ts'
import { idParam } from '#web/params.ts'
import { type Answer, nothing } from '#web/register.ts'

export const personParam = z.object({ personId: idParam<PersonId>() })
export type PersonVisit = Visit<{ personId: PersonId }, unknown>

/** The young person of the address, where the visitor sees the guidance they were given (K6). */
export async function framed(
  house: { readonly frame: FramePerson },
  visit: PersonVisit,
  work: (frame: PersonFrame) => Promise<Answer>,
): Promise<Answer> {
  const { personId } = visit.params
  const frame = await house.frame(visit, personId)
  return frame?.seen.has('guidance') ? work(frame) : nothing(frame ? 'class' : 'unknown', [personId])
}
