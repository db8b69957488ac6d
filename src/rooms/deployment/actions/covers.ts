import type { Tx } from '#ground/database/tx.ts'
import { addDays, type Day } from '#ground/day.ts'
import type { AccountId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { ADVISER_CLASSES, endGrant, INTENSIVE_CLASSES, openGrant } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import { coverTrouble, grantPeriod, mayArrangeCover } from '../rules.ts'
import { insertCover, isCovered, updateCoverEnd } from '../store/covers.ts'
import { findTeamOf } from '../store/teams.ts'
import { actingAccount, findAdviser, isOneself } from './colleagues.ts'
import { caseloadOf } from './leads.ts'

export type CoverTrouble =
  | NonNullable<ReturnType<typeof coverTrouble>>
  | 'no-such-adviser'
  | 'nobody-away'
  | 'same-person'
  | 'own-access'
  | 'not-your-team'
  | 'already-covered'

/**
 * Lets one adviser cover for another who is away. It opens what the other one's leading opens, for everyone they lead for
 * on the day: the grant is on their caseload, so who comes to it is opened and who leaves it shut by that alone.
 * @param wanted.lastOn the last day of it; a cover always has an end, at most 90 days on
 */
export async function setCover(
  tx: Tx,
  wanted: { awayId: AccountId; accountId: AccountId; reason: string; from: Day; lastOn: Day },
): Promise<Result<RowId, CoverTrouble>> {
  const { awayId, accountId, reason, from: startedOn } = wanted
  const trouble = coverTrouble(startedOn, wanted.lastOn, tx.acting.today)
  if (trouble !== undefined) return refused(trouble)
  if (awayId === accountId) return refused('same-person')
  if (isOneself(tx, accountId)) return refused('own-access')
  const away = await findAdviser(tx, awayId)
  if (!away) return refused('nobody-away')
  if (!(await findAdviser(tx, accountId))) return refused('no-such-adviser')
  const leaderId = (await findTeamOf(tx, awayId))?.leaderId ?? null
  if (!mayArrangeCover(actingAccount(tx), { accountId: awayId, leaderId })) return refused('not-your-team')
  const finishedOn = addDays(wanted.lastOn, 1)
  if (await isCovered(tx, { awayId, accountId, startedOn, finishedOn })) return refused('already-covered')
  const grantId = await openGrant(tx, {
    scope: { kind: 'group', groupId: caseloadOf(awayId) },
    holderId: accountId,
    classes: away.role === 'intensive-adviser' ? INTENSIVE_CLASSES : ADVISER_CLASSES,
    basis: 'public-task',
    source: 'cover',
    reason: away.name,
    madeBy: actingAccount(tx),
    ...grantPeriod(startedOn, finishedOn),
  })
  const id = await insertCover(tx, { awayId, accountId, reason, startedOn, finishedOn, grantId })
  // Two saved it at once: the other one's stands, and this grant is not kept open for nothing.
  if (id === undefined) {
    await endGrant(tx, grantId, 'Covered already')
    return refused('already-covered')
  }
  await record(tx, {
    action: 'cover.set',
    target: id,
    payload: { away: awayId, covers: accountId, why: reason, from: startedOn, until: finishedOn },
  })
  return ok(id)
}

/** Ends a cover before its time, or takes back one that is still to come. */
export async function endCover(tx: Tx, id: RowId, why: string): Promise<Result<null, 'unknown'>> {
  const ended = await updateCoverEnd(tx, id)
  if (!ended) return refused('unknown')
  await endGrant(tx, ended.grantId, why)
  await record(tx, {
    action: 'cover.ended',
    target: id,
    payload: { away: ended.awayId, covers: ended.accountId, why },
  })
  return ok(null)
}
