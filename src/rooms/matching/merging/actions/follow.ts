/** Where a record that went into another is now, and which records one is made of. */
import { asHouse, type Tx } from '#ground/database/tx.ts'
import type { PersonId } from '#ground/ids.ts'
import { findPerson } from '#rooms/people/index.ts'
import { listGone, listStaying } from '../store/merges.ts'
import { findStays } from '../store/settle.ts'

/** The record an old address leads to now, for whoever may know that one; undefined for everybody else (K8). */
export async function whereJoined(tx: Tx, personId: PersonId): Promise<PersonId | undefined> {
  const stays = await asHouse(tx, 'where an old address leads', worker => findStays(worker, personId))
  if (stays === undefined) return undefined
  const person = await findPerson(tx, stays)
  return person?.state === 'active' ? person.id : undefined
}

/** The records that went into one, for asking what happened on them: events are about whom they were about. */
export function formerIds(tx: Tx, personId: PersonId): Promise<PersonId[]> {
  return asHouse(tx, 'which records one is made of', worker => listGone(worker, personId))
}

/** Of some records those that went into another, each with the one it is now: for showing whom old events are about. */
export function joinedInto(tx: Tx, ids: readonly PersonId[]): Promise<ReadonlyMap<PersonId, PersonId>> {
  return asHouse(tx, 'where old records are now', worker => listStaying(worker, ids))
}
