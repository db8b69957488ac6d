/** What is done with a session many come to: written down, corrected, who came and what each did. */
import { isDeepStrictEqual } from 'node:util'
import { asHouse, type Tx } from '#ground/database/tx.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { record } from '#rooms/audit/index.ts'
import { listColleaguesWho } from '#rooms/identity/index.ts'
import { findPerson } from '#rooms/people/index.ts'
import { changeContact, recordContact } from '../actions.ts'
import type { Contact, ContactContent } from '../contact.ts'
import type { ContactTrouble } from '../rules.ts'
import { findContact, insertVersion, updateContact } from '../store.ts'
import { updateExpected, updateExpectedClass } from './closed/store.ts'
import type { Agreement, Arrival, Attendance, GroupSession, SessionContent } from './group.ts'
import {
  checkPlanned,
  checkSession,
  classOfAttendance,
  type PlannedTrouble,
  placeOnContacts,
  type SessionTrouble,
} from './rules.ts'
import {
  findMissedPart,
  insertAttendance,
  listAttendances,
  listPartsOf,
  updateArrival,
  updateClassesOf,
} from './store/attendances.ts'
import {
  findSession,
  holdSession,
  insertSession,
  insertSessionVersion,
  listStaff,
  readTold,
  setStaff,
  updateSession,
} from './store/sessions.ts'
import { en } from './words.ts'

export type AttendTrouble = ContactTrouble | 'unknown' | 'had-died'

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
  const { isNew, staff } = await addSession(tx, by, { ...wanted, content: checked.value }, 'held')
  if (!isNew) {
    const there = (await listAttendances(tx, id)).map(one => one.personId)
    const isSame = await standsAs(tx, { id, content: checked.value, staff, people: came, there })
    return isSame ? ok(id) : refused('saved-already')
  }
  await record(tx, { action: 'group.recorded', target: id, payload: { kind: checked.value.kind } })
  const held = { access: 'open', state: 'held', calledOffWhy: '' } as const
  const session = { ...checked.value, ...held, rowId: id, recordedBy: by, version: 1 }
  const put = await addPeople(tx, session, by, came)
  return put.ok ? ok(id) : put
}

/** Writes down a session on which nobody is named yet, with who runs it; not new where its id was sent before. */
export async function addSession(
  tx: Tx,
  by: AccountId,
  wanted: { readonly id: RowId; readonly content: SessionContent; readonly staff: readonly AccountId[] },
  state: 'held' | 'planned',
): Promise<{ readonly isNew: boolean; readonly staff: readonly AccountId[] }> {
  const staff = await staffAmong(tx, [by, ...wanted.staff])
  const isNew = await asHouse(tx, 'a session nobody is named on yet', async worker => {
    if ((await insertSession(worker, wanted.id, wanted.content, state)) === 0) return false
    await setStaff(worker, wanted.id, staff)
    return true
  })
  return { isNew, staff }
}

/**
 * Whether a session that was saved before says the very same, of the same people: as far as the actor may know them (K8).
 * @param wanted.there who came to it, or is expected
 */
export async function standsAs(
  tx: Tx,
  wanted: {
    readonly id: RowId
    readonly content: SessionContent
    readonly staff: readonly AccountId[]
    readonly people: readonly PersonId[]
    readonly there: readonly PersonId[]
  },
): Promise<boolean> {
  const session = await findSession(tx, wanted.id)
  if (!session) return false
  const { rowId, recordedBy: _, version: __, access: ___, state: ____, calledOffWhy: _____, ...content } = session
  return (
    isDeepStrictEqual(content, wanted.content) &&
    isDeepStrictEqual(new Set(await listStaff(tx, rowId)), new Set(wanted.staff)) &&
    isDeepStrictEqual(new Set(wanted.there), new Set(wanted.people))
  )
}

/** Of some accounts, those who may run a session and are still there; each once. */
async function staffAmong(tx: Tx, wanted: readonly AccountId[]): Promise<AccountId[]> {
  const may = new Set((await listRunners(tx, wanted)).map(one => one.accountId))
  return [...new Set(wanted)].filter(one => may.has(one))
}

/** Colleagues of every agency who may run a session. */
export function listRunners(tx: Tx, among?: readonly AccountId[]) {
  return listColleaguesWho(tx, 'group.see', among)
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
    const after = await cameAfterAll(tx, session, personId)
    if (!after.ok) return after
    if (after.value !== undefined) continue
    const put = await attend(tx, session, by, { personId, notes: '', agreement: null })
    if (!put.ok) return put
  }
  return ok(null)
}

/**
 * They were there, where it was said wrongly that they did not come.
 * @returns their part, which says so now; undefined where nobody said that of them
 */
export async function cameAfterAll(
  tx: Tx,
  session: GroupSession,
  personId: PersonId,
): Promise<Result<Standing | undefined, AttendTrouble>> {
  const missed = await findMissedPart(tx, { sessionId: session.rowId, personId })
  if (missed === undefined) return ok(undefined)
  const contact = await findContact(tx, missed.contactId)
  if (!contact) return refused('unknown')
  const { kind, minutes, outcome } = partIn(session)
  const content = { ...contact, kind, minutes, outcome }
  const changed = await changeContact(tx, contact.rowId, { content, version: contact.version, why: en.cameAfterAll })
  if (!changed.ok) return refused(changed.why === 'stale' ? 'unknown' : changed.why)
  await updateArrival(tx, missed.rowId, 'in-time')
  await asHouse(tx, 'that somebody came after all', worker =>
    updateExpected(worker, { sessionId: session.rowId, personId }, 'came'),
  )
  return ok(missed)
}

/** Somebody's part in a session, which stands there already. */
export type Standing = Pick<Attendance, 'rowId' | 'contactId'>

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
  await asHouse(tx, 'that somebody came to a session', async worker => {
    await insertAttendance(worker, {
      sessionId: session.rowId,
      contactId: contact.value,
      classBit: await classByNow(worker, session),
      agreement: who.agreement,
      arrival: isMissed ? 'missed' : 'in-time',
    })
    if (session.access === 'closed')
      await updateExpected(worker, { sessionId: session.rowId, personId: who.personId }, isMissed ? 'missed' : 'came')
  })
  return contact
}

/** The class of a part in a session: its name may tell more by now than when the page was asked for (K6). As the house. */
export async function classByNow(worker: Tx, session: GroupSession): Promise<number> {
  return classOfAttendance((await readTold(worker, session.rowId)) ?? session.discloses, false)
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

/** A session tells more by its name than it said: so do the parts of all who came, and that somebody is expected (K6). As the house, of a session nobody else changes meanwhile. */
export async function raiseSession(worker: Tx, before: GroupSession, discloses: number, why: string): Promise<void> {
  const now = { ...before, discloses }
  await insertSessionVersion(worker, before, await listStaff(worker, before.rowId), why)
  await updateSession(worker, before, now)
  await followSession(worker, before, now, why)
  await record(worker, { action: 'group.changed', target: before.rowId, payload: { why, from: before.version } })
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
