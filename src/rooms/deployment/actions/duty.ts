import type { Tx } from '#ground/database/tx.ts'
import { addDays, type Day } from '#ground/day.ts'
import type { AccountId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { DUTY_CLASSES, endGrant, openGrant } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import { dutyTrouble, grantPeriod } from '../rules.ts'
import { endDutyDay, insertDutyDay, isOnDutyOn } from '../store/duty.ts'
import { actingAccount, findAdviser, isOneself } from './colleagues.ts'

export type DutyTrouble = NonNullable<ReturnType<typeof dutyTrouble>> | 'no-such-adviser' | 'own-access' | 'on-duty'

/**
 * Puts an adviser on the duty desk for a day: it opens the partnership for that day of Europe/London only, so that whoever
 * comes in or rings can be helped. Restricted records stay shut, and so do those from which the adviser is shut out.
 */
export async function setDuty(
  tx: Tx,
  wanted: { accountId: AccountId; onDay: Day },
): Promise<Result<RowId, DutyTrouble>> {
  const { accountId, onDay } = wanted
  const trouble = dutyTrouble(onDay, tx.acting.today)
  if (trouble !== undefined) return refused(trouble)
  if (isOneself(tx, accountId)) return refused('own-access')
  if (!(await findAdviser(tx, accountId))) return refused('no-such-adviser')
  if (await isOnDutyOn(tx, accountId, onDay)) return refused('on-duty')
  const grantId = await openGrant(tx, {
    scope: { kind: 'partnership' },
    holderId: accountId,
    classes: DUTY_CLASSES,
    basis: 'public-task',
    source: 'duty-desk',
    madeBy: actingAccount(tx),
    ...grantPeriod(onDay, addDays(onDay, 1)),
  })
  const id = await insertDutyDay(tx, { accountId, onDay, grantId })
  // Two asked at once: the other one's day stands, and this grant is not kept open for nothing.
  if (id === undefined) {
    await endGrant(tx, grantId, 'On duty already')
    return refused('on-duty')
  }
  await record(tx, { action: 'duty.set', target: id, payload: { account: accountId, on: onDay } })
  return ok(id)
}

/** Takes a day off the rota; today's ends now. */
export async function endDuty(tx: Tx, id: RowId, why: string): Promise<Result<null, 'unknown'>> {
  const ended = await endDutyDay(tx, id)
  if (!ended) return refused('unknown')
  await endGrant(tx, ended.grantId, why)
  await record(tx, { action: 'duty.ended', target: id, payload: { account: ended.accountId, on: ended.onDay, why } })
  return ok(null)
}
