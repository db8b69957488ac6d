/** Characteristics: added with a period, ended, corrected. Rows of before stay in the history. */
import type { Tx } from '#ground/database/tx.ts'
import type { PersonId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { CLASS_BITS, classesOn } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import { offeredCharacteristics } from '../characteristics.ts'
import type { NewCharacteristic, Source } from '../person.ts'
import { characteristicTrouble, type PeriodTrouble } from '../rules.ts'
import { insertCharacteristic, listCharacteristics, replaceCharacteristic } from '../store/characteristics.ts'

/**
 * Writes a characteristic down, in the place of another row when it is a correction or an end.
 * @param instead the row that is corrected; it must be current and the actor must see it
 * @returns refused `not-offered` for a code that is not in today's list or of a class the actor does not see; `replaced` when
 * somebody corrected the row in between
 */
export async function setCharacteristic(
  tx: Tx,
  personId: PersonId,
  wanted: NewCharacteristic,
  source: Source,
  instead: RowId | null = null,
): Promise<Result<RowId, PeriodTrouble | 'not-offered' | 'replaced'>> {
  const before = (await listCharacteristics(tx, personId)).filter(c => c.replacedAt === null)
  const corrected = before.find(c => c.rowId === instead)
  if (instead !== null && !corrected) return refused('replaced')
  const offered = offeredCharacteristics(await classesOn(tx, personId), tx.acting.today)
  const code = offered.find(c => c.code === wanted.code)
  if (!code) return refused('not-offered')
  const trouble = characteristicTrouble(
    wanted,
    before.filter(c => c.rowId !== instead),
    tx.acting.today,
  )
  if (trouble) return refused(trouble)
  if (instead !== null && (await replaceCharacteristic(tx, personId, instead)) === 0) return refused('replaced')
  const id = await insertCharacteristic(tx, personId, { ...wanted, classBit: CLASS_BITS[code.discloses] }, source)
  // By its name the event is one of any fact: whoever reads who did what must not learn of a characteristic by it (K6).
  await record(tx, {
    action: 'person.detail-set',
    about: [personId],
    target: id,
    payload: { ...wanted, instead },
  })
  return ok(id)
}
