import { asHouse, type Tx } from '#ground/database/tx.ts'
import type { PersonId } from '#ground/ids.ts'
import type { Person } from '#rooms/people/index.ts'
import { weighAgainst } from '../actions.ts'
import type { Sought } from '../judgement.ts'
import { liveThresholds } from '../weighing/live.ts'
import { type Compared, compareSides, type SideShown } from './rules.ts'
import { sideOfPerson } from './sides.ts'

/** A row of a list beside somebody it may be. */
export type ComparedPerson = {
  readonly personId: PersonId
  readonly left: SideShown
  readonly right: SideShown
  readonly compared: Compared
  readonly thresholds: { readonly link: number; readonly review: number }
}

/** A row beside each of those it may be, as far as the acting account may see them; the likeliest first. */
export async function compareWithPeople(
  tx: Tx,
  sought: Sought,
  left: SideShown,
  people: readonly Person[],
): Promise<ComparedPerson[]> {
  const weighed = await asHouse(tx, 'why a row may be somebody', worker =>
    weighAgainst(
      worker,
      sought,
      people.map(p => p.id),
    ),
  )
  const thresholds = await liveThresholds(tx)
  const compared: ComparedPerson[] = []
  for (const person of people) {
    const own = weighed.get(person.id)
    if (!own) continue
    const right = await sideOfPerson(tx, person)
    compared.push({ personId: person.id, left, right, compared: compareSides(left, right, own), thresholds })
  }
  return compared.toSorted((a, b) => b.compared.end - a.compared.end)
}
