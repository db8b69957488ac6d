/** How a reader may read who somebody on an agenda is: by name where they know them anyway or the chair said why, else by initials (K8). */
import { asHouse, type Tx } from '#ground/database/tx.ts'
import type { PersonId } from '#ground/ids.ts'
import { listPeople } from '#rooms/people/index.ts'
import type { Named } from '../panel.ts'
import { initialsOf } from '../rules.ts'

/** What is asked for: somebody on an agenda the reader sees, and whether it names them to all who read it. */
export type ToName = { readonly personId: PersonId; readonly isNamed: boolean }

/**
 * Names of people whose item or action the reader sees by row security.
 * @returns nobody who is no longer on record
 */
export async function nameThem(tx: Tx, them: readonly ToName[]): Promise<ReadonlyMap<PersonId, Named>> {
  const ids = [...new Set(them.map(one => one.personId))]
  const known = new Map((await listPeople(tx, ids)).map(one => [one.id, one]))
  // As the house, of those the reader sees on an agenda and no others.
  const all = await asHouse(tx, 'names or initials on the agenda of a panel', worker => listPeople(worker, ids))
  const named = new Set(them.filter(one => one.isNamed).map(one => one.personId))
  return new Map(
    all
      .filter(one => one.state === 'active')
      .map(one => {
        const isKnown = known.has(one.id)
        const name = isKnown || named.has(one.id) ? `${one.given} ${one.family}` : initialsOf(one.given, one.family)
        return [one.id, { name, isKnown, hasDied: one.diedOn !== null }]
      }),
  )
}
