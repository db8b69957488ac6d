/** What is shown of somebody by a seat, or by what one owes, is written down where no right over the record would tell it (K9). */
import type { Tx } from '#ground/database/tx.ts'
import type { PersonId, RowId } from '#ground/ids.ts'
import { classesOn, fromBits, type RecordClass } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'

type Shown = { readonly rowId: RowId; readonly personId: PersonId; readonly classBit: number }

/**
 * Writes down that rows were read by whoever has no right to their class: should one turn out to be about somebody else, they are found.
 * @param isByRoll the reader has a roll and no more: it opens nothing of a panel (K3)
 */
export async function noteShown(
  tx: Tx,
  action: 'panel.item-shown' | 'panel.action-shown',
  rows: readonly Shown[],
  isByRoll: boolean,
): Promise<void> {
  const seen = new Map<PersonId, ReadonlySet<RecordClass>>()
  for (const { rowId, personId, classBit } of rows) {
    const classes = seen.get(personId) ?? (await classesOn(tx, personId))
    seen.set(personId, classes)
    if (isByRoll || !fromBits(classBit).every(one => classes.has(one)))
      await record(tx, { action, about: [personId], target: rowId })
  }
}
