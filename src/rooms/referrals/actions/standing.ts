/** Whether a letter may go, or be shown, as it stands. */
import { asHouse, type Tx } from '#ground/database/tx.ts'
import { CLASS_BITS } from '#rooms/access/index.ts'
import type { ReferralPeople } from '../house.ts'
import type { Line, Protocol, Referral } from '../referral.ts'
import { partsAllowed } from '../rules.ts'
import { listParts } from '../store/letter.ts'

/**
 * Whether whoever sends or shows a letter sees all that goes, and the agreement as it is now lets all of it go: else the young person is shown
 * another letter than the one that will be read. Nor does it go with what is kept back from the young person by now (K2).
 */
export async function goesAsItStands(
  tx: Tx,
  house: Pick<ReferralPeople, 'keptBack'>,
  referral: Referral,
  protocol: Pick<Protocol, 'classes'>,
): Promise<boolean> {
  const seen = await listParts(tx, referral.rowId)
  const all = await asHouse(tx, 'all a letter says', worker => listParts(worker, referral.rowId))
  const allowed = partsAllowed(protocol.classes, CLASS_BITS)
  return (
    seen.length === all.length &&
    all.every(one => allowed.includes(one.part)) &&
    !(await tellsKeptBack(tx, house, referral))
  )
}

/** Whether a letter holds an alert that is kept back from the young person by now, or tells that there is a concern: the record may have changed since it was written (K2). */
export function tellsKeptBack(
  tx: Tx,
  house: Pick<ReferralPeople, 'keptBack'>,
  referral: Pick<Referral, 'rowId' | 'personId'>,
): Promise<boolean> {
  return asHouse(tx, 'what of a letter is kept back by now', async worker => {
    const alerts = (await listParts(worker, referral.rowId)).find(one => one.part === 'alerts')
    if (!alerts) return false
    const kept = await house.keptBack(worker, referral.personId)
    const isSame = (a: Line, b: Line) => a.label === b.label && a.value === b.value
    return alerts.lines.some(line => kept.some(one => isSame(one, line)))
  })
}
