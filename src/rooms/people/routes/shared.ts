/** What the lines of this register share. */
import { z } from 'zod'
import type { Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { type PersonId } from '#ground/ids.ts'
import { type Actor, type Visit } from '#rooms/identity/index.ts'
import { idParam } from '#web/params.ts'
import { type Answer, nothing } from '#web/register.ts'
import type { FramePerson, PersonFrame } from '../frame.ts'
import type { Source } from '../person.ts'

export type PeopleHouse = {
  readonly frame: FramePerson
  /** What follows from a new record: its maker gets it, the data officer a question where it may be somebody unknown to them. */
  personMade(tx: Tx, actor: Actor, personId: PersonId): Promise<void>
  /** Who on record may be somebody about to be written down, whoever they are, the likeliest first: matching knows. */
  likelySame(
    tx: Tx,
    names: readonly { readonly given: string; readonly family: string }[],
    bornOn: Day,
  ): Promise<PersonId[]>
}

export async function framed(
  house: PeopleHouse,
  visit: Visit<{ personId: PersonId }, unknown>,
  work: (frame: PersonFrame) => Promise<Answer>,
): Promise<Answer> {
  const frame = await house.frame(visit, visit.params.personId)
  return frame ? work(frame) : nothing('unknown', [visit.params.personId])
}

/** The source of what a colleague writes down themselves: their agency, today. */
export function bySelf(tx: Tx): Source {
  return { kind: 'staff', organisationId: tx.acting.organisationId, saidOn: tx.acting.today }
}

export const personParam = z.object({
  personId: idParam<PersonId>(),
})
