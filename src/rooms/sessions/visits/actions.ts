import { londonMoment } from '#ground/clock.ts'
import type { Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import type { AccountId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { record } from '#rooms/audit/index.ts'
import { listColleagues } from '#rooms/identity/index.ts'
import { sendNotice } from '#rooms/notices/index.ts'
import type { Appointment } from '../diary/appointment.ts'
import { alarmsDue, checkPlan, longer, type PlanTrouble } from './rules.ts'
import {
  findOpenVisit,
  insertNearMiss,
  insertVisit,
  listOverdueVisits,
  updateBackBy,
  updateEnded,
  updateOut,
  updateTold,
} from './store.ts'
import type { EndedHow, Visit, VisitPlan } from './visit.ts'

/** When a meeting begins. */
export function startOf(appointment: Pick<Appointment, 'onDay' | 'atTime'>) {
  return londonMoment(appointment.onDay, appointment.atTime)
}

/** Plans to go out: what was looked at, who waits to hear, when one is back. Sent twice, it is one; planned anew, the plan before is called off. */
export async function planVisit(
  tx: Tx,
  appointment: Appointment,
  accountId: AccountId,
  plan: VisitPlan,
): Promise<Result<RowId, PlanTrouble>> {
  const checked = checkPlan(plan, { now: tx.acting.at, startsAt: startOf(appointment), goesId: accountId })
  if (!checked.ok) return checked
  await callOffVisit(tx, appointment.rowId)
  const id = await insertVisit(tx, { appointmentId: appointment.rowId, accountId }, checked.value)
  await record(tx, { action: 'visit.planned', about: [appointment.personId], target: id, payload: { goes: plan.goes } })
  return ok(id)
}

/** Calls off the visit an appointment has: it was moved, called off, or is planned anew. One who is out stays waited for. */
export async function callOffVisit(tx: Tx, appointmentId: RowId): Promise<void> {
  const open = await findOpenVisit(tx, appointmentId)
  if (open && open.outAt === null) await endVisit(tx, open, 'called-off', '')
}

/** Says that one goes in now. */
export async function goOut(tx: Tx, visit: Visit): Promise<void> {
  if (await updateOut(tx, visit.rowId)) await record(tx, { action: 'visit.begun', target: visit.rowId })
}

/** Puts off when one is to be back. */
export async function stayLonger(tx: Tx, visit: Visit): Promise<void> {
  if (await updateBackBy(tx, visit.rowId, longer(visit.backBy, tx.acting.at)))
    await record(tx, { action: 'visit.put-off', target: visit.rowId })
}

/** Ends a visit: one is back, was found safe, or does not go. */
export async function endVisit(tx: Tx, visit: Visit, how: EndedHow, words: string): Promise<Result<null, 'over'>> {
  if (!(await updateEnded(tx, visit.rowId, how, words))) return refused('over')
  await record(tx, { action: 'visit.ended', target: visit.rowId, payload: { how } })
  return ok(null)
}

/**
 * Tells whoever is to be told that nothing was heard of somebody: the buddy, then who leads their team and every manager. Asked by the clock, as the
 * house; what was told is kept, so that a start anew goes on where it was.
 */
export async function raiseAlarms(
  worker: Tx,
  leaderOf: (tx: Tx, accountId: AccountId) => Promise<AccountId | undefined>,
): Promise<number> {
  const overdue = await listOverdueVisits(worker)
  let told = 0
  for (const visit of overdue)
    for (const who of alarmsDue(visit, worker.acting.at)) {
      const ids = who === 'buddy' ? [visit.buddyId] : await inCharge(worker, visit, leaderOf)
      for (const accountId of ids)
        await sendNotice(
          worker,
          { accountId, kind: who === 'buddy' ? 'visit.late' : 'visit.alarm', targetId: visit.rowId },
          true,
        )
      await updateTold(worker, visit.rowId, who)
      await record(worker, { action: 'visit.alarm-raised', target: visit.rowId, payload: { told: who } })
      told += ids.length
    }
  return told
}

/** Who leads the team of the one who is out, and every manager; the buddy again where there is neither. */
async function inCharge(
  worker: Tx,
  visit: Visit,
  leaderOf: (tx: Tx, accountId: AccountId) => Promise<AccountId | undefined>,
): Promise<AccountId[]> {
  const leader = await leaderOf(worker, visit.accountId)
  const managers = (await listColleagues(worker)).filter(c => c.role === 'manager' && c.state === 'active')
  const ids = new Set([...(leader === undefined ? [] : [leader]), ...managers.map(m => m.accountId)])
  ids.delete(visit.accountId)
  return ids.size === 0 ? [visit.buddyId] : [...ids]
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
