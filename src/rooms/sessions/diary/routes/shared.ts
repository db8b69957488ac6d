/** What rooms and the house hand down, and whose appointment a page is about. */
import { z } from 'zod'
import type { Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import { actorOfVisit, roleMay, type Visit } from '#rooms/identity/index.ts'
import type { FramePerson, PersonFrame } from '#rooms/people/index.ts'
import { idParam } from '#web/params.ts'
import { type Answer, go, nothing } from '#web/register.ts'
import type { AlongHouse } from '../../along/house.ts'
import type { OfferedGoal } from '../../forms.ts'
import type { IntoPlan } from '../../next-step.ts'
import { listRunOf } from '../../runs/store.ts'
import type { SchoolDayHouse } from '../../school-days/house.ts'
import type { Appointment, DayAhead } from '../appointment.ts'
import { findAppointment, findLastAim } from '../store.ts'
import { turnsOf } from '../turns.ts'

export type SessionsHouse = SchoolDayHouse &
  AlongHouse & {
    readonly frame: FramePerson
    /** Open goals of somebody's plan, as far as the visitor may see them. */
    readonly goalsOf: (tx: Tx, personId: PersonId) => Promise<readonly OfferedGoal[]>
    /** Makes a next step a target of the plan. */
    readonly intoPlan: IntoPlan
    /** Who leads the team of an account. */
    readonly leaderOf: (tx: Tx, accountId: AccountId) => Promise<AccountId | undefined>
    /** Who works in the team an account leads. */
    readonly teamOf: (
      tx: Tx,
      leaderId: AccountId,
    ) => Promise<readonly { readonly accountId: AccountId; readonly name: string }[]>
    /** Interviews and first days of those an account leads for, which stand beside the meetings of a diary. */
    readonly daysAhead: (
      tx: Tx,
      accountId: AccountId,
      span: { readonly from: Day; readonly to: Day },
    ) => Promise<readonly DayAhead[]>
    /** Whom an account leads for. */
    readonly ledBy: (
      tx: Tx,
      accountId: AccountId,
    ) => Promise<readonly { readonly personId: PersonId; readonly name: string }[]>
  }

export const personParam = z.object({ personId: idParam<PersonId>() })
export const appointmentParam = z.object({ appointmentId: idParam<RowId>() })

/** Goals a next step can go under: none for whoever may not write to a plan. */
export async function goalsFor(
  house: SessionsHouse,
  visit: Visit<unknown, unknown>,
  personId: PersonId,
): Promise<readonly OfferedGoal[]> {
  return roleMay(actorOfVisit(visit).role, 'plan.write') ? house.goalsOf(visit.tx, personId) : []
}

/** Somebody whose record the visitor may open, and who is alive: nothing is arranged with others. */
export async function withLiving(
  house: Pick<SessionsHouse, 'frame'>,
  visit: Visit<{ personId: PersonId }, unknown>,
  work: (frame: PersonFrame) => Promise<Answer>,
): Promise<Answer> {
  const { personId } = visit.params
  const frame = await house.frame(visit, personId)
  if (!frame?.seen.has('sessions')) return nothing('unknown', [personId])
  return frame.person.diedOn === null ? work(frame) : go(`/people/${personId}`)
}

/** An appointment of somebody whose record the visitor may open; nothing is answered for others. */
export async function withAppointment(
  house: SessionsHouse,
  visit: Visit<{ appointmentId: RowId }, unknown>,
  work: (frame: PersonFrame, known: Appointment) => Promise<Answer> | Answer,
): Promise<Answer> {
  const known = await findAppointment(visit.tx, visit.params.appointmentId)
  const frame = known && (await house.frame(visit, known.personId))
  return frame ? work(frame, known) : nothing('unknown')
}

/** What is worth knowing beside a meeting: whether it is the first contact, the aim of the last one, and the run it is in. */
export async function beforeIt(tx: Tx, known: Appointment) {
  const [turns, lastAim, runs] = await Promise.all([
    turnsOf(tx, [known]),
    findLastAim(tx, known.personId),
    listRunOf(tx, [known.rowId]),
  ])
  return { turn: turns.get(known.rowId), lastAim, run: runs.get(known.rowId) }
}
