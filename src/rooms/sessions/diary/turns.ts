/** Which meetings are the first contact of whoever leads for them. */
import type { Tx } from '#ground/database/tx.ts'
import type { PersonId, RowId } from '#ground/ids.ts'
import type { Appointment, Turn, TurnFacts } from './appointment.ts'
import { turnOf } from './rules.ts'
import { listTurnFacts } from './store.ts'

/** Of some meetings, whether each is a first contact or a follow-up, as far as the caller may know; of others there is nothing. */
export async function turnsOf(tx: Tx, of: readonly Appointment[]): Promise<ReadonlyMap<RowId, Turn>> {
  const ids = of.map(one => one.personId)
  return turnsFrom(of, await listTurnFacts(tx, ids))
}

/** The same, of what was read already. */
export function turnsFrom(
  of: readonly Appointment[],
  facts: ReadonlyMap<PersonId, TurnFacts>,
): ReadonlyMap<RowId, Turn> {
  return new Map(
    of.flatMap((one): [RowId, Turn][] => {
      const turn = turnOf(one, facts.get(one.personId))
      return turn === undefined ? [] : [[one.rowId, turn]]
    }),
  )
}
