import { asHouse, type Tx } from '#ground/database/tx.ts'
import { formatDay } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { CLASS_BITS } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import { type FiledRow, findPerson } from '#rooms/people/index.ts'
import type { Contact, ContactContent } from './contact.ts'
import { copyAttendance, updateAttendanceClass, updateAttendanceSealed } from './groups/store/attendances.ts'
import { type ContactTrouble, checkContact, mayBePart } from './rules.ts'
import { copySettings, updateSettingsSealed } from './settings/store.ts'
import {
  findContact,
  findFiling,
  insertContact,
  insertVersion,
  updateContact,
  updateNextDone,
  updateNextDropped,
  updateSealed,
  updateVersionsClass,
} from './store.ts'
import { kinds } from './words.ts'

/** Writes down a contact with a young person the actor may know. */
export async function recordContact(
  tx: Tx,
  personId: PersonId,
  accountId: AccountId,
  content: ContactContent,
): Promise<Result<RowId, ContactTrouble | 'unknown'>> {
  const person = await findPerson(tx, personId)
  if (!person) return refused('unknown')
  const checked = checkContact(content, { today: tx.acting.today, bornOn: person.bornOn })
  if (!checked.ok) return checked
  const id = await insertContact(tx, personId, accountId, checked.value)
  await record(tx, {
    action: 'contact.recorded',
    about: [personId],
    target: id,
    payload: { kind: content.kind, on: content.happenedOn, restricted: content.isRestricted },
  })
  return ok(id)
}

/** Changes a contact; what it said before is kept with the reason. */
export async function changeContact(
  tx: Tx,
  id: RowId,
  changed: { content: ContactContent; version: number; why: string },
): Promise<Result<Contact, ContactTrouble | 'unknown' | 'stale'>> {
  const before = await findContact(tx, id)
  if (!before) return refused('unknown')
  const person = await findPerson(tx, before.personId)
  const checked = checkContact(changed.content, { today: tx.acting.today, bornOn: person?.bornOn ?? null })
  if (!checked.ok) return checked
  await insertVersion(tx, before, changed.why)
  // Kept close from now on, also by somebody who does not see it then, and with what it said before.
  const isClosed = checked.value.isRestricted && !before.isRestricted
  const update = (as: Tx) => updateContact(as, id, checked.value, changed.version)
  const updated = isClosed ? await asHouse(tx, 'a contact that is kept close', update) : await update(tx)
  if (updated === 0) return refused('stale')
  if (isClosed) await asHouse(tx, 'what a contact said before', worker => updateVersionsClass(worker, id))
  if (mayBePart(before.kind) && checked.value.isRestricted !== before.isRestricted)
    await asHouse(tx, 'that somebody came, as close as their part', worker => updateAttendanceClass(worker, id))
  await record(tx, {
    action: 'contact.changed',
    about: [before.personId],
    target: id,
    payload: { why: changed.why, from: before.version },
  })
  return ok({ ...before, ...checked.value, version: before.version + 1 })
}

/** It is said now that they did not come: no colleague was there with them. What the contact said before is kept. As the house. */
export async function takeColleaguesOff(worker: Tx, id: RowId, why: string): Promise<void> {
  const contact = await findContact(worker, id)
  if (!contact || (contact.colleagues ?? []).length === 0) return
  await insertVersion(worker, contact, why)
  await updateContact(worker, id, { ...contact, colleagues: [] }, contact.version)
  await record(worker, {
    action: 'contact.changed',
    about: [contact.personId],
    target: id,
    payload: { why, from: contact.version },
  })
}

/** A contact as filed on a young person, where the actor may see it: for taking it off the wrong record (K9). */
export async function findFiledContact(tx: Tx, personId: PersonId, id: RowId): Promise<FiledRow | undefined> {
  const contact = await findContact(tx, id)
  if (!contact || contact.personId !== personId) return undefined
  const filed = await findFiling(tx, id)
  return (
    filed && {
      rowId: id,
      said: `${kinds[contact.kind]}, ${formatDay(contact.happenedOn)}`,
      classBit: CLASS_BITS[contact.isRestricted ? 'restricted' : 'sessions'],
      filedBy: contact.accountId,
      filedAt: filed.at,
    }
  )
}

/** Writes a contact down on the young person it is about, as it stands: by whoever had it, on its day. */
export async function copyContact(
  tx: Tx,
  id: RowId,
  toPersonId: PersonId,
): Promise<Result<RowId, ContactTrouble | 'unknown'>> {
  const contact = await findContact(tx, id)
  if (!contact) return refused('unknown')
  const copied = await recordContact(tx, toPersonId, contact.accountId, contact)
  if (copied.ok) await asHouse(tx, 'in which setting a contact was', worker => copySettings(worker, id, copied.value))
  if (copied.ok && mayBePart(contact.kind))
    await asHouse(tx, 'which session somebody came to', worker => copyAttendance(worker, id, copied.value))
  return copied
}

/** Seals a contact and all it said before; asked as the house. Returns how many: one, or none when it was before. */
export async function sealContact(worker: Tx, id: RowId): Promise<number> {
  await updateAttendanceSealed(worker, id)
  await updateSettingsSealed(worker, { contactId: id })
  return updateSealed(worker, id)
}

/** Says that the next step of a contact is not going to be done, and why. */
export async function dropNextStep(tx: Tx, id: RowId, why: string): Promise<Result<PersonId, 'unknown'>> {
  const contact = await findContact(tx, id)
  if (!contact || (await updateNextDropped(tx, id, why)) === 0) return refused('unknown')
  await record(tx, { action: 'contact.next-step-dropped', about: [contact.personId], target: id })
  return ok(contact.personId)
}

/** Marks the next step of a contact as done. */
export async function finishNextStep(tx: Tx, id: RowId): Promise<Result<PersonId, 'unknown'>> {
  const contact = await findContact(tx, id)
  if (!contact || (await updateNextDone(tx, id)) === 0) return refused('unknown')
  await record(tx, { action: 'contact.next-step-done', about: [contact.personId], target: id })
  return ok(contact.personId)
}
