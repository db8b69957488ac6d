import { asHouse, type Tx } from '#ground/database/tx.ts'
import { formatDay } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { CLASS_BITS } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import { sendNotice } from '#rooms/notices/index.ts'
import { type FiledRow, findPerson, findSafeContact } from '#rooms/people/index.ts'
import { recordContact, sealContact, takeColleaguesOff } from '../actions.ts'
import { setAlong, tellAlong } from '../along/actions.ts'
import { changeOf, isAskedAnew } from '../along/rules.ts'
import { listCompanions } from '../along/store.ts'
import type { ContactContent } from '../contact.ts'
import type { ContactTrouble } from '../rules.ts'
import { updateRunsAccount } from '../runs/store.ts'
import { updateSettingsSealed } from '../settings/store.ts'
import { callOffVisits } from '../visits/actions.ts'
import type { Appointment, Arrangement, Came, CancelReason, DiaryEntry } from './appointment.ts'
import {
  type ArrangementTrouble,
  checkArrangement,
  overlaps,
  reasonOf,
  type Slot,
  saysTheSame,
  toldAnew,
} from './rules.ts'
import {
  findAppointment,
  findAppointmentFiling,
  findAppointmentOf,
  holdDiary,
  insertAppointment,
  insertAppointmentVersion,
  listAhead,
  listDiary,
  updateAppointmentSealed,
  updateArrangement,
  updateCame,
  updateClosed,
  updateLeaderTold,
  updateOutcome,
  updateVersionsClass,
} from './store.ts'
import { diary as en, kindWords } from './words.ts'

/** What an appointment is checked with: nobody arranges anything with somebody who is not there or has died. */
async function factsFor(tx: Tx, personId: PersonId) {
  const person = await findPerson(tx, personId)
  if (person?.state !== 'active' || person.diedOn !== null) return undefined
  return { today: tx.acting.today, reach: await findSafeContact(tx, personId) }
}

/** What stands in a diary already at that time, of those the actor may see. */
export async function findClashes(
  tx: Tx,
  accountId: AccountId,
  a: Slot,
  but: RowId | null = null,
): Promise<DiaryEntry[]> {
  const that = await listDiary(tx, accountId, { from: a.onDay, to: a.onDay })
  return that.filter(one => one.rowId !== but && one.state === 'set' && overlaps(one, a))
}

/**
 * Which colleagues have something else at that time. Of what the actor may see themself: that somebody is busy with a record the actor may not know is not
 * told either (K8, decision 0063); they see it in their own diary when they answer.
 */
export async function findBusy(
  tx: Tx,
  accountIds: readonly AccountId[],
  a: Slot,
  but: RowId | null = null,
): Promise<AccountId[]> {
  const busy: AccountId[] = []
  for (const accountId of accountIds) if ((await findClashes(tx, accountId, a, but)).length > 0) busy.push(accountId)
  return busy
}

/** Holds the diaries of all who go, in one order: two who arrange with each other wait and do not block. */
async function holdDiaries(tx: Tx, accountIds: readonly AccountId[]): Promise<void> {
  for (const accountId of [...new Set(accountIds)].toSorted()) await holdDiary(tx, accountId)
}

/**
 * Arranges to meet a young person the actor may know, in the diary of an account. Sent twice, it is one.
 * @param wanted.keepsBoth whether it may stand beside another at the same time
 * @param wanted.along colleagues who are asked to come along; the caller has seen to it that they may be asked
 */
export async function setAppointment(
  tx: Tx,
  personId: PersonId,
  accountId: AccountId,
  wanted: {
    readonly arrangement: Arrangement
    readonly keepsBoth: boolean
    readonly insteadOf: RowId | null
    readonly along?: readonly AccountId[]
  },
): Promise<Result<RowId, ArrangementTrouble | 'unknown' | 'clash'>> {
  const facts = await factsFor(tx, personId)
  if (!facts) return refused('unknown')
  const checked = checkArrangement(wanted.arrangement, facts)
  if (!checked.ok) return checked
  const along = (wanted.along ?? []).filter(one => one !== accountId)
  await holdDiaries(tx, [accountId, ...along])
  const clashes = await findClashes(tx, accountId, checked.value)
  const same = clashes.find(
    one => one.accountId === accountId && one.personId === personId && saysTheSame(one, checked.value),
  )
  if (same) {
    if (wanted.along) await setAlong(tx, same, along)
    return ok(same.rowId)
  }
  if (!wanted.keepsBoth) {
    if (clashes.length > 0) return refused('clash')
    if ((await findBusy(tx, along, checked.value)).length > 0) return refused('clash')
  }
  const before = wanted.insteadOf && (await findAppointment(tx, wanted.insteadOf))
  const insteadOf = before && before.personId === personId ? before.rowId : null
  const id = await insertAppointment(tx, personId, accountId, checked.value, insteadOf)
  await record(tx, {
    action: 'appointment.set',
    about: [personId],
    target: id,
    payload: { on: checked.value.onDay, kind: checked.value.kind, restricted: checked.value.isRestricted },
  })
  await setAlong(tx, { ...checked.value, rowId: id, personId, accountId }, along)
  return ok(id)
}

/**
 * Moves or changes an appointment that is still to come or was not answered yet; what it said before is kept, and whoever comes along is told.
 * @param wanted.along who comes along from now on; left out, as it was
 */
export async function changeAppointment(
  tx: Tx,
  seen: Appointment,
  accountId: AccountId,
  wanted: {
    readonly arrangement: Arrangement
    readonly keepsBoth: boolean
    readonly along?: readonly AccountId[]
  },
): Promise<Result<null, ArrangementTrouble | 'unknown' | 'stale' | 'clash'>> {
  const facts = await factsFor(tx, seen.personId)
  if (!facts) return refused('unknown')
  const checked = checkArrangement(wanted.arrangement, { ...facts, wasOn: seen.onDay })
  if (!checked.ok) return checked
  const came = (await listCompanions(tx, [seen.rowId])).map(one => one.accountId)
  const along = (wanted.along ?? came).filter(one => one !== accountId)
  const { added, dropped } = changeOf(came, along)
  const isSame = seen.accountId === accountId && saysTheSame(seen, checked.value)
  if (isSame && added.length + dropped.length === 0) return ok(null)
  const arrangement = toldAnew(seen, checked.value)
  await holdDiaries(tx, [accountId, ...along])
  if (!wanted.keepsBoth) {
    if ((await findClashes(tx, accountId, arrangement, seen.rowId)).length > 0) return refused('clash')
    const asked = isAskedAnew(seen, arrangement) ? along : added
    if ((await findBusy(tx, asked, arrangement, seen.rowId)).length > 0) return refused('clash')
  }
  await insertAppointmentVersion(tx, seen)
  if (!(await updateArrangement(tx, seen, accountId, arrangement))) return refused('stale')
  if (isOtherwise(seen, accountId, arrangement)) await callOffVisits(tx, seen)
  if (arrangement.isRestricted)
    await asHouse(tx, 'what an appointment said before', worker => updateVersionsClass(worker, seen.rowId))
  await record(tx, { action: 'appointment.changed', about: [seen.personId], target: seen.rowId })
  const now = { ...seen, ...arrangement, accountId }
  // Told first: whoever is new is asked of the meeting as it stands.
  const news = newsOf(seen, now)
  if (dropped.length > 0)
    await setAlong(
      tx,
      now,
      came.filter(one => along.includes(one)),
    )
  if (news !== undefined) await tellAlong(tx, now, news)
  await setAlong(tx, now, along)
  return ok(null)
}

/** What those who come along are told of a change; of words about what it is for they need not hear. */
function newsOf(before: Appointment, after: Appointment) {
  if (isAskedAnew(before, after)) return 'moved'
  if (before.accountId !== after.accountId) return 'taken-over'
  return isOtherwise(before, after.accountId, after) ? 'changed' : undefined
}

/** Whether what was planned for going there is no longer so: another time, another way, another who goes. */
function isOtherwise(before: Appointment, accountId: AccountId, after: Arrangement): boolean {
  return (
    before.accountId !== accountId ||
    before.onDay !== after.onDay ||
    before.atTime !== after.atTime ||
    before.minutes !== after.minutes ||
    before.kind !== after.kind ||
    before.place !== after.place
  )
}

/**
 * Whoever leads now has what was arranged with whoever led before, from today on; what is kept close stays where it is. As the house: in the new diary
 * it may stand beside another, which is seen there.
 */
export async function passOnAppointments(
  worker: Tx,
  personId: PersonId,
  fromId: AccountId,
  toId: AccountId,
): Promise<void> {
  for (const runId of await updateRunsAccount(worker, personId, fromId, toId))
    await record(worker, { action: 'run.passed-on', about: [personId], target: runId })
  const ahead = (await listAhead(worker, personId, fromId)).filter(one => !one.isRestricted)
  for (const one of ahead) {
    await insertAppointmentVersion(worker, one)
    if (!(await updateArrangement(worker, one, toId, one))) continue
    await callOffVisits(worker, one)
    await record(worker, { action: 'appointment.passed-on', about: [personId], target: one.rowId })
    const now = { ...one, accountId: toId }
    const came = (await listCompanions(worker, [one.rowId])).map(k => k.accountId)
    await setAlong(
      worker,
      now,
      came.filter(k => k !== toId),
    )
    await tellAlong(worker, now, 'taken-over')
  }
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
  await callOffVisits(tx, seen)
  await record(tx, {
    action: 'appointment.cancelled',
    about: [seen.personId],
    target: seen.rowId,
    payload: { reason: why.reason },
  })
  await tellAlong(tx, seen, 'called-off')
  return ok(null)
}

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
    reason: reasonOf(came),
    reasonWords: answer.reasonWords,
    contactId: contact.value,
  }
  if (!(await updateOutcome(tx, seen, to))) return refused('stale')
  // What came of it is kept close: so is that there was such a meeting, and why they did not come.
  if (answer.content.isRestricted && !seen.isRestricted)
    await asHouse(tx, 'an appointment whose contact is kept close', worker => updateClosed(worker, seen.rowId))
  await record(tx, {
    action: 'appointment.answered',
    about: [seen.personId],
    target: seen.rowId,
    payload: { state: came.state },
  })
  return contact
}

/** Keeps the meeting close that a contact came of: the contact is, from now on. */
export async function closeMeetingOf(tx: Tx, contactId: RowId): Promise<void> {
  await asHouse(tx, 'the meeting of a contact that is kept close', async worker => {
    const one = await findAppointmentOf(worker, contactId)
    if (one && !one.isRestricted) await updateClosed(worker, one.rowId)
  })
}

/** Puts right whether they came, with what is known of why; what was said before is kept. The contact that came of it is changed by itself, but for who was there where they did not come. */
export async function correctCame(
  tx: Tx,
  seen: Appointment,
  to: { readonly came: Came; readonly reasonWords: string },
): Promise<Result<null, 'stale'>> {
  await insertAppointmentVersion(tx, seen)
  const { came, reasonWords } = to
  if (!(await updateCame(tx, seen, { state: came.state, reason: reasonOf(came), reasonWords }))) return refused('stale')
  const { contactId } = seen
  if (came.state === 'missed' && contactId !== null)
    await asHouse(tx, 'who was at a meeting that was missed', worker =>
      takeColleaguesOff(worker, contactId, en.missedAfterAll),
    )
  await record(tx, {
    action: 'appointment.corrected',
    about: [seen.personId],
    target: seen.rowId,
    payload: { from: seen.state, to: came.state },
  })
  return ok(null)
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
      filedBy: filed.by,
      filedAt: filed.at,
    }
  )
}

/** Seals an appointment and all it said before, with the contact that came of it; asked as the house. Returns how many: one, or none when it was before. */
export async function sealAppointment(worker: Tx, id: RowId): Promise<number> {
  const one = await findAppointment(worker, id)
  if (one?.contactId) await sealContact(worker, one.contactId)
  await updateSettingsSealed(worker, { appointmentId: id })
  return updateAppointmentSealed(worker, id)
}

/** Seals a contact, with the appointment it came of: whoever was filed wrongly there did not miss it either. */
export async function sealContactAndAppointment(worker: Tx, contactId: RowId): Promise<number> {
  const one = await findAppointmentOf(worker, contactId)
  if (one) await updateSettingsSealed(worker, { appointmentId: one.rowId })
  if (one) await updateAppointmentSealed(worker, one.rowId)
  return sealContact(worker, contactId)
}
