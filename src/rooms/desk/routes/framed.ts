/** The frame of somebody the visitor may know, for the lines of the register about them. */
import { z } from 'zod'
import type { PersonId } from '#ground/ids.ts'
import type { Visit } from '#rooms/identity/index.ts'
import { idParam } from '#web/params.ts'
import { type Answer, nothing } from '#web/register.ts'
import { type DeskFrame, framePerson } from '../frame.tsx'

export const personParam = z.object({ personId: idParam<PersonId>() })

/**
 * Does something with the frame; for somebody the visitor may not know there is nothing.
 * @param contacts how many contacts are read, newest first
 */
export async function framed(
  visit: Visit<{ personId: PersonId }, unknown>,
  work: (frame: DeskFrame) => Promise<Answer>,
  contacts?: number,
): Promise<Answer> {
  const frame = await framePerson(visit, visit.params.personId, contacts)
  return frame ? work(frame) : nothing('unknown', [visit.params.personId])
}
