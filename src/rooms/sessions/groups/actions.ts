/** What is done with a session many come to: written down, corrected, who came and what each did, and those who are not on record. */
import { isDeepStrictEqual } from 'node:util'
import { asHouse, type Tx } from '#ground/database/tx.ts'
import { type AccountId, newId, type PersonId, type RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { record } from '#rooms/audit/index.ts'
import { listColleaguesWho } from '#rooms/identity/index.ts'
import { findPerson } from '#rooms/people/index.ts'
import { changeContact, recordContact } from '../actions.ts'
import type { Contact, ContactContent } from '../contact.ts'
import type { ContactTrouble } from '../rules.ts'
import { findContact, insertVersion, updateContact } from '../store.ts'
import { updateExpectedClass } from './closed/store.ts'
import type { Agreement, Arrival, Attendance, GroupSession, Newcomer, SessionContent } from './group.ts'
import {
  type AgreementTrouble,
  agreementTrouble,
  checkPlanned,
  checkSession,
  classOfAttendance,
  endsOn,
  LONGEST_NOTES,
  type PlannedTrouble,
  placeOnContacts,
  type SessionTrouble,
} from './rules.ts'
import {
  findMissedPart,
  insertAttendance,
  listAttendances,
  listPartsOf,
  updateAgreement,
  updateArrival,
  updateClassesOf,
} from './store/attendances.ts'
import { deleteEnded, deleteNewcomer, insertNewcomer, listNewcomers } from './store/newcomers.ts'
import {
  findSession,
  holdSession,
  insertSession,
  insertSessionVersion,
  listStaff,
  setStaff,
  updateSession,
} from './store/sessions.ts'
import { en } from './words.ts'

type AttendTrouble = ContactTrouble | 'unknown' | 'had-died'

/**
 * Writes down a session, who ran it with the actor, and who came. Sent twice, it is one: the form brings its id along.
 * @returns refused `saved-already` where it stands under that id and says something else, or of others; and
 * refused `unknown` where somebody among those who came may not be known, and nothing is written
 */
export async function recordSession(
  tx: Tx,
  by: AccountId,
  wanted: {
    readonly id: RowId
    readonly content: SessionContent
    readonly staff: readonly AccountId[]
    readonly came: readonly PersonId[]
  },
): Promise<Result<RowId, SessionTrouble | AttendTrouble | 'saved-already'>> {
  const { id, came } = wanted
  const checked = checkSession(wanted.content, tx.acting.today)
  if (!checked.ok) return checked
  const staff = await staffAmong(tx, [by, ...wanted.staff])
  const added = await asHouse(tx, 'a session nobody is named on yet', async worker => {
    if ((await insertSession(worker, id, checked.value)) === 0) return false
    await setStaff(worker, id, staff)
    return true
  })
  if (!added)
    return (await standsAs(tx, { id, content: checked.value, staff, came })) ? ok(id) : refused('saved-already')
  await record(tx, { action: 'group.recorded', target: id, payload: { kind: checked.value.kind } })
  const held = { access: 'open', state: 'held', calledOffWhy: '' } as const
  const session = { ...checked.value, ...held, rowId: id, recordedBy: by, version: 1 }
  const put = await addPeople(tx, session, by, came)
  return put.ok ? ok(id) : put
}

/** Whether a session that was saved before says the very same, of the same people: as far as the actor may know them (K8). */
async function standsAs(tx: Tx, wanted: Parameters<typeof recordSession>[2]): Promise<boolean> {
  const session = await findSession(tx, wanted.id)
  if (!session) return false
  const { rowId, recordedBy: _, version: __, access: ___, state: ____, calledOffWhy: _____, ...content } = session
  const there = (await listAttendances(tx, rowId)).map(one => one.personId)
  return (
    isDeepStrictEqual(content, wanted.content) &&
    isDeepStrictEqual(new Set(await listStaff(tx, rowId)), new Set(wanted.staff)) &&
    isDeepStrictEqual(new Set(there), new Set(wanted.came))
  )
}

/** Of some accounts, those who may run a session and are still there; each once. */
export async function staffAmong(tx: Tx, wanted: readonly AccountId[]): Promise<AccountId[]> {
  const may = new Set((await listRunners(tx)).map(one => one.accountId))
  return [...new Set(wanted)].filter(one => may.has(one))
}

/** Colleagues of every agency who may run a session. */
export function listRunners(tx: Tx) {
  return listColleaguesWho(tx, 'group.see')
}

/** Writes down that some came, each on their own record; who is there already stays as they are. */
export async function addPeople(
  tx: Tx,
  session: GroupSession,
  by: AccountId,
  came: readonly PersonId[],
): Promise<Result<null, AttendTrouble>> {
  await holdSession(tx, session.rowId)
  // Of those the actor may know: that somebody stands there who is hidden from them must not be told by what happens (K8).
  const there = new Set((await listAttendances(tx, session.rowId)).map(one => one.personId))
  for (const personId of new Set(came)) {
    if (there.has(personId)) continue
    const missed = await findMissedPart(tx, { sessionId: session.rowId, personId })
    const put = missed
      ? await cameAfterAll(tx, session, missed)
      : await attend(tx, session, by, { personId, notes: '', agreement: null })
    if (!put.ok) return put
  }
  return ok(null)
}

/** They were there: it was said wrongly that they did not come. */
async function cameAfterAll(
  tx: Tx,
  session: GroupSession,
  missed: { readonly rowId: RowId; readonly contactId: RowId },
): Promise<Result<RowId, AttendTrouble>> {
  const contact = await findContact(tx, missed.contactId)
  if (!contact) return refused('unknown')
  const { kind, minutes, outcome } = partIn(session)
  const content = { ...contact, kind, minutes, outcome }
  const changed = await changeContact(tx, contact.rowId, { content, version: contact.version, why: en.cameAfterAll })
  if (!changed.ok) return refused(changed.why === 'stale' ? 'unknown' : changed.why)
  await updateArrival(tx, missed.rowId, 'in-time')
  return ok(contact.rowId)
}

/**
 * Writes down that somebody came, or was to come and did not.
 * @returns the contact that is their part
 */
export async function attend(
  tx: Tx,
  session: GroupSession,
  by: AccountId,
  who: {
    readonly personId: PersonId
    readonly notes: string
    readonly agreement: Agreement | null
    readonly state?: 'came' | 'missed'
  },
): Promise<Result<RowId, AttendTrouble>> {
  const person = await findPerson(tx, who.personId)
  if (person?.state !== 'active') return refused('unknown')
  if (person.diedOn !== null && person.diedOn < session.happenedOn) return refused('had-died')
  const isMissed = who.state === 'missed'
  const part = isMissed ? { ...partIn(session), ...MISSED } : partIn(session)
  const contact = await recordContact(tx, who.personId, by, { ...part, notes: who.notes })
  if (!contact.ok) return contact
  await asHouse(tx, 'that somebody came to a session', worker =>
    insertAttendance(worker, {
      sessionId: session.rowId,
      contactId: contact.value,
      classBit: classOfAttendance(session.discloses, false),
      agreement: who.agreement,
      arrival: isMissed ? 'missed' : 'in-time',
    }),
  )
  return contact
}

/** What is otherwise in the part of who did not come. */
const MISSED = { kind: 'missed', outcome: 'did-not-come', minutes: null } as const

/** Somebody's part in a session before anything is said of them. */
function partIn(session: SessionContent): ContactContent {
  return {
    ...ofSession(session),
    minutes: session.minutes,
    purpose: 'support',
    outcome: 'done',
    present: '',
    aloneOffered: null,
    aim: '',
    aimResult: null,
    aimWhy: '',
    notes: '',
    ownWords: '',
    nextStep: '',
    nextOn: null,
    agreed: null,
    isRestricted: false,
  }
}

/** What of a part is the session's. */
function ofSession(session: SessionContent): Pick<ContactContent, 'kind' | 'happenedOn' | 'atTime' | 'place'> {
  return {
    kind: session.kind,
    happenedOn: session.happenedOn,
    atTime: session.atTime,
    place: placeOnContacts(session),
  }
}

/** Corrects a session; what it said before is kept with the reason, and the part of each who came says the same day, time and place. */
export async function changeSession(
  tx: Tx,
  before: GroupSession,
  to: { readonly content: SessionContent; readonly staff: readonly AccountId[]; readonly why: string },
): Promise<Result<null, SessionTrouble | PlannedTrouble | 'stale'>> {
  const checked =
    before.state === 'planned' ? checkPlanned(to.content, tx.acting.today) : checkSession(to.content, tx.acting.today)
  if (!checked.ok) return checked
  const staff = await listStaff(tx, before.rowId)
  await insertSessionVersion(tx, before, staff, to.why)
  if ((await updateSession(tx, before, checked.value)) === 0) return refused('stale')
  // Who has left since ran it all the same: they are not offered any more, and stay named.
  const offered = new Set((await listRunners(tx)).map(one => one.accountId))
  const left = staff.filter(one => !offered.has(one))
  await setStaff(tx, before.rowId, [...(await staffAmong(tx, to.staff)), ...left])
  await asHouse(tx, 'parts in a session that was corrected', worker =>
    followSession(worker, before, checked.value, to.why),
  )
  await record(tx, { action: 'group.changed', target: before.rowId, payload: { why: to.why, from: before.version } })
  return ok(null)
}

/** Brings the parts in a session to what it says now, also those the one who corrects it may not see. As the house. */
async function followSession(worker: Tx, before: GroupSession, now: SessionContent, why: string): Promise<void> {
  if (before.discloses !== now.discloses) {
    const classBit = classOfAttendance(now.discloses, false)
    await updateClassesOf(worker, before.rowId, classBit)
    await updateExpectedClass(worker, before.rowId, classBit)
  }
  const [was, is] = [ofSession(before), ofSession(now)]
  const same = JSON.stringify([was, before.minutes]) === JSON.stringify([is, now.minutes])
  if (same) return
  for (const id of await listPartsOf(worker, before.rowId)) {
    const part = await findContact(worker, id)
    if (!part) continue
    // Where it was may tell what the name does: then it is kept with the session alone (K6).
    await insertVersion(worker, { ...part, place: is.place === '' ? '' : part.place }, why)
    // Who stayed for another time than the whole did so still.
    const isMissed = part.kind === 'missed'
    const minutes = part.minutes === before.minutes && !isMissed ? now.minutes : part.minutes
    const kind = isMissed ? part.kind : is.kind
    await updateContact(worker, id, { ...part, ...is, kind, minutes }, part.version)
    await record(worker, {
      action: 'contact.changed',
      about: [part.personId],
      target: id,
      payload: { why, from: part.version },
    })
  }
}

/** What is written of one who came. */
export type Part = {
  readonly attendanceId: RowId
  readonly contactId: RowId
  readonly version: number
  readonly notes: string
  readonly nextStep: string
  readonly arrival: Arrival
}

/**
 * Writes down what each did. Refused as a whole when somebody wrote one of them since it was seen; of one that says something already, what is left empty stays.
 */
export async function writeParts(
  tx: Tx,
  parts: readonly Part[],
): Promise<Result<null, ContactTrouble | 'unknown' | 'stale'>> {
  for (const part of parts) {
    const contact: Contact | undefined = await findContact(tx, part.contactId)
    if (!contact) return refused('unknown')
    if (part.arrival !== 'in-time') await updateArrival(tx, part.attendanceId, part.arrival)
    if (part.notes === '' && part.nextStep === '') continue
    if (contact.version !== part.version) return refused('stale')
    const content = { ...contact, notes: part.notes || contact.notes, nextStep: part.nextStep || contact.nextStep }
    const why = contact.notes === '' && contact.nextStep === '' ? en.firstWritten : en.writtenOver
    const changed = await changeContact(tx, part.contactId, { content, version: part.version, why })
    if (!changed.ok) return changed
  }
  return ok(null)
}

/**
 * Writes down somebody who came and is not on record, as little as can be, for a while. Sent twice, it is one: the form brings its id along. Where it says
 * something else by then it is somebody else.
 */
export async function noteNewcomer(
  tx: Tx,
  sessionId: RowId,
  by: AccountId,
  said: { readonly id: RowId; readonly called: string; readonly wanted: string },
): Promise<RowId> {
  await holdSession(tx, sessionId)
  const { called, wanted } = said
  const same = (await listNewcomers(tx, sessionId)).find(one => one.rowId === said.id)
  if (same && same.called === called && same.wanted === wanted) return same.rowId
  const written = { sessionId, called, wanted, endsOn: endsOn(tx.acting.today) }
  let id = said.id
  if ((await insertNewcomer(tx, by, { ...written, rowId: id })) === 0) {
    id = newId<'row'>(tx.acting.at)
    await insertNewcomer(tx, by, { ...written, rowId: id })
  }
  await record(tx, { action: 'group.newcomer-noted', target: id, payload: { session: sessionId } })
  return id
}

/**
 * Puts what was written of a newcomer on the record of the young person they are, who agreed. It becomes their part in the session, also where one
 * stands there, and what stood apart is deleted.
 */
export async function putOnRecord(
  tx: Tx,
  newcomer: Newcomer,
  by: AccountId,
  to: { readonly personId: PersonId; readonly agreement: Agreement },
): Promise<Result<RowId, AttendTrouble | AgreementTrouble | 'too-long'>> {
  const session = await findSession(tx, newcomer.sessionId)
  if (!session) return refused('unknown')
  const trouble = agreementTrouble(to.agreement, { today: tx.acting.today, happenedOn: session.happenedOn })
  if (trouble !== undefined) return refused(trouble)
  await holdSession(tx, session.rowId)
  // Of those the actor may know, as when people are added (K8).
  const there = (await listAttendances(tx, session.rowId)).find(one => one.personId === to.personId)
  if (!(await forget(tx, newcomer.rowId))) return refused('unknown')
  const put = there
    ? await addToPart(tx, there, to.agreement, newcomer.wanted)
    : await attend(tx, session, by, { ...to, notes: newcomer.wanted })
  if (!put.ok) return put
  await record(tx, { action: 'group.newcomer-linked', about: [to.personId], target: session.rowId })
  return put
}

/** Writes what a newcomer wanted onto their part that stands there already, also where the actor may not read it. */
async function addToPart(
  tx: Tx,
  there: Attendance,
  agreement: Agreement,
  wanted: string,
): Promise<Result<RowId, 'unknown' | 'too-long'>> {
  return asHouse(tx, 'what a newcomer wanted, on their part', async worker => {
    const part = await findContact(worker, there.contactId)
    if (!part) return refused('unknown')
    const notes = [part.notes, wanted].filter(Boolean).join('\n\n')
    if (notes.length > LONGEST_NOTES) return refused('too-long')
    await updateAgreement(worker, there.rowId, agreement)
    if (wanted === '') return ok(part.rowId)
    await insertVersion(worker, part, en.fromNewcomer)
    if ((await updateContact(worker, part.rowId, { ...part, notes }, part.version)) === 0) return refused('unknown')
    await record(worker, {
      action: 'contact.changed',
      about: [part.personId],
      target: part.rowId,
      payload: { why: en.fromNewcomer, from: part.version },
    })
    return ok(part.rowId)
  })
}

/** Deletes what was written of a newcomer: they do not want it, or it is of no use any more. */
export async function forgetNewcomer(tx: Tx, newcomer: Newcomer): Promise<void> {
  if (await forget(tx, newcomer.rowId))
    await record(tx, {
      action: 'group.newcomer-forgotten',
      target: newcomer.rowId,
      payload: { session: newcomer.sessionId },
    })
}

async function forget(tx: Tx, id: RowId): Promise<boolean> {
  return (await asHouse(tx, 'somebody not on record, who goes', worker => deleteNewcomer(worker, id))) > 0
}

/** Deletes what was written of newcomers whose days are over. By the clock, as the house. Returns how many. */
export async function forgetEnded(worker: Tx): Promise<number> {
  const ended = await deleteEnded(worker)
  for (const id of ended) await record(worker, { action: 'group.newcomer-ended', target: id })
  return ended.length
}
