import { londonMoment, toMs } from '#ground/clock.ts'
import { asHouse, type Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import type { AccountId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { record } from '#rooms/audit/index.ts'
import { listColleagues } from '#rooms/identity/index.ts'
import { putAway, sendNotice } from '#rooms/notices/index.ts'
import type { Appointment } from '../diary/appointment.ts'
import { type Alarm, alarmsDue, checkPlan, longer, type PlanTrouble } from './rules.ts'
import {
  findOpenVisit,
  holdVisit,
  holdVisits,
  insertNearMiss,
  insertVisit,
  listOpenVisitsTo,
  updateBackBy,
  updateEnded,
  updateOut,
  updatePlan,
  updateTold,
} from './store.ts'
import type { EndedHow, Visit, VisitPlan } from './visit.ts'

/** When a meeting begins. */
function startOf(appointment: Pick<Appointment, 'onDay' | 'atTime'>) {
  return londonMoment(appointment.onDay, appointment.atTime)
}

/** Plans to go out: what was looked at, who waits to hear, when one is back. Sent twice, it is one; said otherwise while it is not over, it is planned anew. */
export async function planVisit(
  tx: Tx,
  appointment: Appointment,
  accountId: AccountId,
  plan: VisitPlan,
): Promise<Result<RowId, PlanTrouble>> {
  const checked = checkPlan(plan, { now: tx.acting.at, startsAt: startOf(appointment), goesId: accountId })
  if (!checked.ok) return checked
  await holdVisits(tx, appointment.rowId)
  const open = await findOpenVisit(tx, appointment.rowId, accountId)
  if (open) await updatePlan(tx, open.rowId, checked.value)
  const id = open?.rowId ?? (await insertVisit(tx, { appointmentId: appointment.rowId, accountId }, checked.value))
  await record(tx, { action: 'visit.planned', about: [appointment.personId], target: id, payload: { goes: plan.goes } })
  return ok(id)
}

/**
 * Calls off the visits to an appointment that was moved, taken over or called off. One who is out stays waited for; so does one who may be, because the
 * meeting has begun, unless it is they who say so. Whoever goes is told when it was somebody else.
 * @param of those who do not go any more; left out, nobody does
 */
export async function callOffVisits(
  tx: Tx,
  appointment: Pick<Appointment, 'rowId' | 'onDay' | 'atTime'>,
  of?: readonly AccountId[],
): Promise<void> {
  const hasBegun = toMs(startOf(appointment)) <= toMs(tx.acting.at)
  for (const open of await listOpenVisitsTo(tx, appointment.rowId)) {
    if (of && !of.includes(open.accountId)) continue
    const isOwn = open.accountId === tx.acting.actorId
    if (open.outAt !== null || (hasBegun && !isOwn)) continue
    await endVisit(tx, open, 'called-off', '')
  }
}

/** Says that one goes in now; where one was to be back by now, they are waited for half an hour from now. */
export async function goOut(tx: Tx, visit: Visit): Promise<void> {
  const isLate = toMs(visit.backBy) <= toMs(tx.acting.at)
  const backBy = isLate ? longer(visit.backBy, tx.acting.at) : visit.backBy
  if (await updateOut(tx, visit.rowId, backBy)) await record(tx, { action: 'visit.begun', target: visit.rowId })
}

/** Puts off when one is to be back. */
export async function stayLonger(tx: Tx, visit: Visit): Promise<void> {
  if (await updateBackBy(tx, visit.rowId, longer(visit.backBy, tx.acting.at)))
    await record(tx, { action: 'visit.put-off', target: visit.rowId })
}

/** Ends a visit: one is back, was found safe, or does not go. Whoever was told that nothing was heard is told that it is over, and the one who goes when it was another. */
export async function endVisit(tx: Tx, visit: Visit, how: EndedHow, words: string): Promise<Result<null, 'over'>> {
  if (!(await updateEnded(tx, visit.rowId, how, words))) return refused('over')
  const told = await asHouse(tx, 'an alarm that is over', worker => putAway(worker, ALARMS, visit.rowId))
  const others = new Set([...told, ...(tx.acting.actorId === visit.accountId ? [] : [visit.accountId])])
  others.delete(tx.acting.actorId as AccountId)
  for (const accountId of others) await sendNotice(tx, { accountId, kind: 'visit.over', targetId: visit.rowId })
  await record(tx, { action: 'visit.ended', target: visit.rowId, payload: { how } })
  return ok(null)
}

/** What is told while nothing is heard. */
const ALARMS = ['visit.late', 'visit.alarm'] as const

type LeaderOf = (tx: Tx, accountId: AccountId) => Promise<AccountId | undefined>

/**
 * Tells whoever is to be told that nothing was heard of somebody: the buddy, then who leads their team and every manager. Asked by the clock, as the
 * house; what was told is kept, so that a start anew goes on where it was.
 */
export async function raiseAlarm(worker: Tx, id: RowId, leaderOf: LeaderOf): Promise<void> {
  const visit = await holdVisit(worker, id)
  if (!visit) return
  for (const who of alarmsDue(visit, worker.acting.at)) {
    for (const accountId of await whoIsTold(worker, visit, who, leaderOf))
      await sendNotice(
        worker,
        { accountId, kind: who === 'buddy' ? 'visit.late' : 'visit.alarm', targetId: visit.rowId },
        true,
      )
    await updateTold(worker, visit.rowId, who)
    await record(worker, { action: 'visit.alarm-raised', target: visit.rowId, payload: { told: who } })
  }
}

/**
 * Of those who are still with the partnership: the buddy, or who leads the team of the one who is out and every manager. Where that is nobody, those in
 * charge for the buddy and the buddy for those in charge; and at last whoever leads a team or safeguarding.
 */
async function whoIsTold(worker: Tx, visit: Visit, who: Alarm, leaderOf: LeaderOf): Promise<AccountId[]> {
  const leader = await leaderOf(worker, visit.accountId)
  const active = (await listColleagues(worker)).filter(c => c.state === 'active' && c.accountId !== visit.accountId)
  const those = (wanted: (c: (typeof active)[number]) => boolean) => [
    ...new Set(active.filter(wanted).map(c => c.accountId)),
  ]
  const buddy = those(c => c.accountId === visit.buddyId)
  const inCharge = those(c => c.accountId === leader || c.role === 'manager')
  const [first, second] = who === 'buddy' ? [buddy, inCharge] : [inCharge, buddy]
  if (first.length > 0) return first
  return second.length > 0 ? second : those(c => c.role === 'team-leader' || c.role.startsWith('safeguarding'))
}

/** Writes down what nearly went wrong. */
export async function recordNearMiss(
  tx: Tx,
  accountId: AccountId,
  said: { readonly happenedOn: Day; readonly what: string; readonly learned: string },
): Promise<Result<RowId, 'in-future'>> {
  if (said.happenedOn > tx.acting.today) return refused('in-future')
  const id = await insertNearMiss(tx, accountId, said)
  await record(tx, { action: 'near-miss.recorded', target: id })
  return ok(id)
}
