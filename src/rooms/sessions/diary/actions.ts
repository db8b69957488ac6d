import { asHouse, type Tx } from '#ground/database/tx.ts'
import { formatDay } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { CLASS_BITS } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import { sendNotice } from '#rooms/notices/index.ts'
import { type FiledRow, findPerson, findSafeContact } from '#rooms/people/index.ts'
import { recordContact } from '../actions.ts'
import type { ContactContent } from '../contact.ts'
import type { ContactTrouble } from '../rules.ts'
import type { Appointment, Arrangement, CancelReason, DiaryEntry, MissedReason } from './appointment.ts'
import { type ArrangementTrouble, checkArrangement, overlaps, type Slot } from './rules.ts'
import {
  findAppointment,
  findAppointmentFiling,
  holdDiary,
  insertAppointment,
  insertAppointmentVersion,
  listDiary,
  updateAppointmentSealed,
  updateArrangement,
  updateLeaderTold,
  updateOutcome,
  updateVersionsClass,
} from './store.ts'
import { kindWords } from './words.ts'

/** What an appointment is checked with: nobody arranges anything with somebody who is not there or has died. */
async function factsFor(tx: Tx, personId: PersonId) {
  const person = await findPerson(tx, personId)
  if (person?.state !== 'active' || person.diedOn !== null) return undefined
  return { today: tx.acting.today, reach: await findSafeContact(tx, personId) }
}

/** What stands in a diary already at that time, of those the actor may see. */
export async function findClash(
  tx: Tx,
  accountId: AccountId,
  a: Slot,
  but: RowId | null,
): Promise<DiaryEntry | undefined> {
  const that = await listDiary(tx, accountId, { from: a.onDay, to: a.onDay })
  return that.find(one => one.rowId !== but && one.state === 'set' && overlaps(one, a))
}

/**
 * Arranges to meet a young person the actor may know, in the diary of an account. Sent twice, it is one.
 * @param wanted.keepsBoth whether it may stand beside another at the same time
 */
export async function setAppointment(
  tx: Tx,
  personId: PersonId,
  accountId: AccountId,
  wanted: { readonly arrangement: Arrangement; readonly keepsBoth: boolean; readonly insteadOf: RowId | null },
): Promise<Result<RowId, ArrangementTrouble | 'unknown' | 'clash'>> {
  const facts = await factsFor(tx, personId)
  if (!facts) return refused('unknown')
  const checked = checkArrangement(wanted.arrangement, facts)
  if (!checked.ok) return checked
  await holdDiary(tx, accountId)
  const clash = await findClash(tx, accountId, checked.value, null)
  if (clash?.personId === personId && clash.atTime === checked.value.atTime) return ok(clash.rowId)
  if (clash && !wanted.keepsBoth) return refused('clash')
  const before = wanted.insteadOf && (await findAppointment(tx, wanted.insteadOf))
  const insteadOf = before && before.personId === personId ? before.rowId : null
  const id = await insertAppointment(tx, personId, accountId, checked.value, insteadOf)
  await record(tx, {
    action: 'appointment.set',
    about: [personId],
    target: id,
    payload: { on: checked.value.onDay, kind: checked.value.kind, restricted: checked.value.isRestricted },
  })
  return ok(id)
}

/** Moves or changes an appointment that is still to come or was not answered yet; what it said before is kept. */
export async function changeAppointment(
  tx: Tx,
  seen: Appointment,
  accountId: AccountId,
  wanted: { readonly arrangement: Arrangement; readonly keepsBoth: boolean },
): Promise<Result<null, ArrangementTrouble | 'unknown' | 'stale' | 'clash'>> {
  const facts = await factsFor(tx, seen.personId)
  if (!facts) return refused('unknown')
  const checked = checkArrangement(wanted.arrangement, { ...facts, wasOn: seen.onDay })
  if (!checked.ok) return checked
  await holdDiary(tx, accountId)
  const clash = await findClash(tx, accountId, checked.value, seen.rowId)
  if (clash && !wanted.keepsBoth) return refused('clash')
  await insertAppointmentVersion(tx, seen)
  if (!(await updateArrangement(tx, seen, accountId, checked.value))) return refused('stale')
  if (checked.value.isRestricted)
    await asHouse(tx, 'what an appointment said before', worker => updateVersionsClass(worker, seen.rowId))
  await record(tx, { action: 'appointment.changed', about: [seen.personId], target: seen.rowId })
  return ok(null)
}

/** Calls an appointment off, with the reason. */
export async function cancelAppointment(
  tx: Tx,
  seen: Appointment,
  why: { readonly reason: CancelReason; readonly words: string },
): Promise<Result<null, 'stale'>> {
  await insertAppointmentVersion(tx, seen)
  const to = { state: 'cancelled', reason: why.reason, reasonWords: why.words, contactId: null } as const
  if (!(await updateOutcome(tx, seen, to))) return refused('stale')
  await record(tx, {
    action: 'appointment.cancelled',
    about: [seen.personId],
    target: seen.rowId,
    payload: { reason: why.reason },
  })
  return ok(null)
}

export type Came = { readonly state: 'came' | 'late' } | { readonly state: 'missed'; readonly reason: MissedReason }

/** Writes down whether they came: the contact that came of it, or that they did not come, is one with the answer. */
export async function answerAppointment(
  tx: Tx,
  seen: Appointment,
  accountId: AccountId,
  answer: { readonly came: Came; readonly content: ContactContent; readonly reasonWords: string },
): Promise<Result<RowId, ContactTrouble | 'unknown' | 'stale' | 'not-yet'>> {
  if (seen.onDay > tx.acting.today) return refused('not-yet')
  const contact = await recordContact(tx, seen.personId, accountId, answer.content)
  if (!contact.ok) return contact
  await insertAppointmentVersion(tx, seen)
  const { came } = answer
  const to = {
    state: came.state,
    reason: came.state === 'missed' ? came.reason : null,
    reasonWords: answer.reasonWords,
    contactId: contact.value,
  }
  if (!(await updateOutcome(tx, seen, to))) return refused('stale')
  await record(tx, {
    action: 'appointment.answered',
    about: [seen.personId],
    target: seen.rowId,
    payload: { state: came.state },
  })
  return contact
}

/** Tells a team leader that somebody who did not come cannot be reached, or does not come again and again. Told once. */
export async function tellLeader(tx: Tx, missed: Appointment, leaderId: AccountId): Promise<Result<null, 'unknown'>> {
  if (!(await updateLeaderTold(tx, missed.rowId))) return refused('unknown')
  await sendNotice(tx, {
    accountId: leaderId,
    kind: 'appointment.leader-told',
    personId: missed.personId,
    targetId: missed.rowId,
  })
  await record(tx, { action: 'appointment.leader-told', about: [missed.personId], target: missed.rowId })
  return ok(null)
}

/** An appointment as filed on a young person, where the actor may see it: for taking it off the wrong record (K9). */
export async function findFiledAppointment(tx: Tx, personId: PersonId, id: RowId): Promise<FiledRow | undefined> {
  const one = await findAppointment(tx, id)
  if (one?.personId !== personId) return undefined
  const filed = await findAppointmentFiling(tx, id)
  return (
    filed && {
      rowId: id,
      said: `${kindWords[one.kind]}, ${formatDay(one.onDay)}, ${one.atTime}`,
      classBit: CLASS_BITS[one.isRestricted ? 'restricted' : 'sessions'],
      filedBy: one.accountId,
      filedAt: filed.at,
    }
  )
}

/** Seals an appointment and all it said before; asked as the house. Returns how many: one, or none when it was before. */
export function sealAppointment(worker: Tx, id: RowId): Promise<number> {
  return updateAppointmentSealed(worker, id)
}
