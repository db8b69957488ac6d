/** What all lines of the register of talks begin with. */
import { z } from 'zod'
import type { RowId } from '#ground/ids.ts'
import type { Visit } from '#rooms/identity/index.ts'
import type { PersonFrame } from '#rooms/people/index.ts'
import { idParam } from '#web/params.ts'
import { type Answer, nothing } from '#web/register.ts'
import type { TalkHouse } from './house.ts'
import { findTalk } from './store.ts'
import type { Talk } from './talk.ts'

export const talkParam = z.object({ talkId: idParam<RowId>() })
export type TalkVisit = Visit<{ talkId: RowId }, unknown>

/** A talk the visitor may see, of somebody they may know. */
export async function withTalk(
  house: TalkHouse,
  visit: TalkVisit,
  work: (talk: Talk, frame: PersonFrame) => Promise<Answer>,
): Promise<Answer> {
  const talk = await findTalk(visit.tx, visit.params.talkId)
  const frame = talk && (await house.frame(visit, talk.personId))
  return talk && frame?.seen.has('guidance') ? work(talk, frame) : nothing('unknown')
}
