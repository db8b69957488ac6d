/** The frame of somebody the visitor may know, for the lines of the register about them. */
import { z } from 'zod'
import type { PersonId } from '#ground/ids.ts'
import type { Visit } from '#rooms/identity/index.ts'
import { partsOf } from '#rooms/people/index.ts'
import { idParam } from '#web/params.ts'
import { type Answer, nothing } from '#web/register.ts'
import { type DeskFrame, framePerson } from '../frame.tsx'
import { TIMELINE_CONTACTS } from '../record.ts'
import type { StoryFrame } from '../story/load.ts'

export const personParam = z.object({ personId: idParam<PersonId>() })

/** Does something with the frame; for somebody the visitor may not know there is nothing. */
export async function framed(
  visit: Visit<{ personId: PersonId }, unknown>,
  work: (frame: DeskFrame) => Promise<Answer>,
): Promise<Answer> {
  const frame = await framePerson(visit, visit.params.personId)
  return frame ? work(frame) : nothing('unknown', [visit.params.personId])
}

/** The same with what a story is put together from: contacts as far as it goes back, and which parts the record has. */
export async function framedStory(
  visit: Visit<{ personId: PersonId }, unknown>,
  work: (frame: StoryFrame) => Promise<Answer>,
): Promise<Answer> {
  const { personId } = visit.params
  const [frame, has] = await Promise.all([
    // One contact more than is shown tells that there are older ones.
    framePerson(visit, personId, TIMELINE_CONTACTS + 1),
    partsOf(visit.tx, personId),
  ])
  return frame ? work({ ...frame, has }) : nothing('unknown', [personId])
}
