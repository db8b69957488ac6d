/** The frame of somebody the visitor may know, for the lines of the register about them. */
import { z } from 'zod'
import { aboutThese } from '#ground/database/tx.ts'
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

/**
 * The same with what a story is put together from: contacts as far as it goes back, and which parts the record has.
 * @param read what else is read of them, and of nobody else, with the visit it is read by
 * @param work what is done then, as the visitor again
 */
export async function framedStory<Read, V extends Visit<{ personId: PersonId }, unknown>>(
  visit: V,
  read: (visit: V, frame: StoryFrame) => Promise<Read>,
  work: (frame: StoryFrame, read: Read) => Promise<Answer>,
): Promise<Answer> {
  const { personId } = visit.params
  const found = await aboutThese(visit.tx, [personId], async tx => {
    const within = { ...visit, tx }
    const [frame, has] = await Promise.all([
      // One contact more than is shown tells that there are older ones.
      framePerson(within, personId, TIMELINE_CONTACTS + 1),
      partsOf(tx, personId),
    ])
    if (!frame) return undefined
    const whole = { ...frame, has }
    return { frame: whole, read: await read(within, whole) }
  })
  return found ? work(found.frame, found.read) : nothing('unknown', [personId])
}
