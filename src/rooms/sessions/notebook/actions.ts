import { createHash, randomBytes } from 'node:crypto'
import { dayOf, type Instant, timeOf } from '#ground/clock.ts'
import { asHouse, type Tx } from '#ground/database/tx.ts'
import { formatDay } from '#ground/day.ts'
import type { AccountId, OrganisationId, PersonId, RowId, SessionId } from '#ground/ids.ts'
import { record } from '#rooms/audit/index.ts'
import { hashToken } from '#rooms/identity/index.ts'
import { whereJoined } from '#rooms/matching/index.ts'
import { findPerson } from '#rooms/people/index.ts'
import { newLinkToken } from '#rooms/sharing/index.ts'
import { addError } from '#web/form/form.ts'
import { recordContact } from '../actions.ts'
import { TROUBLE_AT } from '../rules.ts'
import { en as contactWords } from '../words.ts'
import { type NoteFields, noteContent, noteForm } from './forms.ts'
import type { NotebookHouse } from './house.ts'
import type { Pack, PackPerson, Sent, Taken } from './notebook.ts'
import { clockFits, endOf, lastDayOf, MOST_PEOPLE, shortNames, soonestFirst } from './rules.ts'
import {
  findCame,
  findHalf,
  findPack,
  holdNote,
  insertNote,
  insertPack,
  listKeptBack,
  listNext,
  updatePackEnded,
  updatePackRead,
} from './store.ts'

/** Whoever takes their caseload along, in the session they do it in. */
export type Taker = {
  readonly accountId: AccountId
  readonly organisationId: OrganisationId
  readonly sessionId: SessionId
}

/** The half of the key is as long as a key. */
const HALF_BYTES = 32

/**
 * Takes a caseload along: those the actor leads, less whom K4 keeps at the desk. One event says who they were.
 * @returns what the device keeps, with what it knows the pack by and the half of the key it never keeps
 */
export async function takeAlong(
  tx: Tx,
  house: NotebookHouse,
  taker: Taker,
): Promise<Taken & { readonly token: string; readonly half: string }> {
  const people = await packOf(tx, house, taker)
  const token = newLinkToken(tx.acting.partnershipId)
  const half = randomBytes(HALF_BYTES)
  const untilDay = lastDayOf(tx.acting.today)
  const { accountId, sessionId } = taker
  const id = await insertPack(tx, {
    ...{ accountId, sessionId, tokenHash: hashToken(token), half, untilDay, people: people.length },
  })
  await record(tx, { action: 'notebook.taken', about: people.map(one => one.personId), target: id })
  return {
    ...{ token, half: half.toString('base64'), takenAt: tx.acting.at, until: endOf(untilDay), people },
    ring: (await house.ringOf(tx, taker.organisationId)) ?? null,
  }
}

/** What was taken along, as it stands now: whoever moved is not in it any more. Its last day stays. */
export async function bringUpToDate(tx: Tx, house: NotebookHouse, taker: Taker, pack: Pack): Promise<Taken> {
  const people = await packOf(tx, house, taker)
  await updatePackRead(tx, pack.rowId, { sessionId: taker.sessionId, people: people.length })
  await record(tx, { action: 'notebook.refreshed', about: people.map(one => one.personId), target: pack.rowId })
  return {
    ...{ takenAt: pack.takenAt, until: endOf(pack.untilDay), people },
    ring: (await house.ringOf(tx, taker.organisationId)) ?? null,
  }
}

/** The least of each: a name, what is arranged, and steps of the plan. Nothing of another class is asked for. */
async function packOf(tx: Tx, house: NotebookHouse, { accountId }: Taker): Promise<PackPerson[]> {
  const all = (await house.led(tx, accountId)).slice(0, MOST_PEOPLE)
  const ids = all.map(one => one.personId)
  const keptBack = await asHouse(tx, 'who is never taken along', worker => listKeptBack(worker, ids))
  const led = all.filter(one => !keptBack.has(one.personId))
  const taken = led.map(one => one.personId)
  const names = shortNames(led)
  const meetings = await listNext(tx, accountId, taken)
  const steps = await house.stepsOf(tx, taken)
  const people = taken.map(personId => ({
    personId,
    name: names.get(personId) ?? '',
    meeting: meetings.get(personId) ?? null,
    steps: steps.get(personId) ?? [],
  }))
  return soonestFirst(people)
}

/** Whether a pack can be read no more: ended, signed out of, or past its day. */
export function isOver(pack: Pack & { readonly isSignedOut: boolean }, tx: Tx): boolean {
  return pack.endedAt !== null || pack.isSignedOut || pack.untilDay < tx.acting.today
}

/** An account's own pack by what its device knows it by, be it over. */
export async function findOwnPack(tx: Tx, token: string, accountId: AccountId) {
  const pack = await findPack(tx, hashToken(token))
  return pack?.accountId === accountId ? pack : undefined
}

/** What opens notes on the device they were written on, for the account whose they are. */
export async function giveHalf(tx: Tx, pack: Pack): Promise<string | undefined> {
  const half = await findHalf(tx, pack.rowId)
  await record(tx, { action: 'notebook.opened-by-sign-in', target: pack.rowId })
  return half?.toString('base64')
}

/** Ends a pack: the device wipes it when it next reaches us. False when it was over. */
export async function endPack(tx: Tx, id: RowId, accountId: AccountId): Promise<boolean> {
  if ((await updatePackEnded(tx, id, accountId)) === 0) return false
  await record(tx, { action: 'notebook.ended', target: id })
  return true
}

/** A note as a device sends it. */
export type SentNote = {
  readonly key: string
  readonly personId: PersonId
  readonly writtenAt: Instant
  /** Its writer was asked when it was, because the clock was wrong. */
  readonly isAsked: boolean
  readonly fields: Readonly<Record<string, unknown>>
}

/**
 * Writes a note down as a contact, by the rights of now; the same note twice is one contact, and is answered the same.
 * @returns `refused` alike for who moved, is restricted, has died, was joined elsewhere, or never was (K8); it stays on the device
 */
export async function takeNoteIn(tx: Tx, house: NotebookHouse, pack: Pack, note: SentNote): Promise<Sent> {
  const { accountId } = pack
  await holdNote(tx, accountId, note.key)
  const digest = digestOf(note)
  const before = await asHouse(tx, 'whether a note came before', worker => findCame(worker, accountId, note.key))
  if (before) {
    const isSame = before.digest.equals(digest)
    await record(tx, { action: 'notebook.came-again', target: before.contactId, payload: { same: isSame } })
    return { outcome: isSame ? 'kept' : 'differs', contactId: before.contactId }
  }
  const form = noteForm.read(note.fields)
  const invalid = async (why: string) => {
    await record(tx, { action: 'notebook.came', outcome: 'invalid', about: [note.personId], payload: { why } })
  }
  if (!form.ok) {
    await invalid('form')
    return { outcome: 'again', errors: form.errors }
  }
  const personId = await stillTheirs(tx, house, accountId, note.personId)
  if (personId === undefined) return refuse(tx, pack, note)
  const fits = clockFits(note.writtenAt, { takenAt: pack.takenAt, now: tx.acting.at })
  if (!fits && !note.isAsked) {
    await invalid('clock')
    return { outcome: 'asks', said: sayMoment(note.writtenAt), here: sayMoment(tx.acting.at) }
  }
  const kept = await recordContact(tx, personId, accountId, noteContent(form.value))
  if (!kept.ok) {
    if (kept.why === 'unknown') return refuse(tx, pack, note)
    await invalid(kept.why)
    const at: NoteFields = TROUBLE_AT[kept.why]
    return { outcome: 'again', errors: addError(form, contactWords.troubles[kept.why], at).errors }
  }
  const contactId = kept.value
  const clock = fits ? 'fits' : 'asked'
  const { key, writtenAt } = note
  await insertNote(tx, { accountId, key, packId: pack.rowId, contactId, digest, writtenAt, clock })
  await record(tx, {
    ...{ action: 'notebook.came', about: [personId], target: contactId, payload: { writtenAt, clock } },
  })
  return { outcome: 'kept', contactId }
}

async function refuse(tx: Tx, pack: Pack, note: SentNote): Promise<Sent> {
  await record(tx, { action: 'notebook.refused', outcome: 'refused', about: [note.personId], target: pack.rowId })
  return { outcome: 'refused' }
}

/** The record a note goes to: the one it was written for or the one that went into, if the account leads for it and nothing keeps it at the desk. */
async function stillTheirs(
  tx: Tx,
  house: NotebookHouse,
  accountId: AccountId,
  personId: PersonId,
): Promise<PersonId | undefined> {
  const known = await findPerson(tx, personId)
  const id = known?.state === 'active' ? known.id : await whereJoined(tx, personId)
  const person = id === undefined || id === known?.id ? known : await findPerson(tx, id)
  if (id === undefined || person === undefined || person.diedOn !== null) return undefined
  if (!(await house.leads(tx, accountId, id))) return undefined
  const keptBack = await asHouse(tx, 'who is never taken along', worker => listKeptBack(worker, [id]))
  return keptBack.has(id) ? undefined : id
}

/** A digest of all that was sent of a note, whatever the order. */
function digestOf({ personId, writtenAt, fields }: SentNote): Buffer {
  const said = Object.entries(fields).filter(([, value]) => value !== '')
  const sorted = said.toSorted(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256')
    .update(JSON.stringify([personId, writtenAt, sorted]))
    .digest()
}

function sayMoment(at: Instant): string {
  return `${timeOf(at)}, ${formatDay(dayOf(at))}`
}
