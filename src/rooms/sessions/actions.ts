import { asHouse, type Tx } from '#ground/database/tx.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { record } from '#rooms/audit/index.ts'
import { findPerson } from '#rooms/people/index.ts'
import type { Contact, ContactContent } from './contact.ts'
import { type ContactTrouble, checkContact } from './rules.ts'
import { findContact, insertContact, insertVersion, updateContact, updateNextDone, updateWrongPerson } from './store.ts'

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
  if ((await updateContact(tx, id, checked.value, changed.version)) === 0) return refused('stale')
  await record(tx, {
    action: 'contact.changed',
    about: [before.personId],
    target: id,
    payload: { why: changed.why, from: before.version },
  })
  return ok({ ...before, ...checked.value, version: before.version + 1 })
}

/**
 * Takes what was filed on the wrong young person off view and history by one action (K9). The row stays as a sealed stub;
 * who saw it is in the audit.
 */
export async function fileWrongPerson(tx: Tx, id: RowId, why: string): Promise<Result<Contact, 'unknown'>> {
  const contact = await findContact(tx, id)
  if (!contact) return refused('unknown')
  await asHouse(tx, 'wrong-person filing', async worker => {
    await insertVersion(worker, contact, why)
    await updateWrongPerson(worker, id)
  })
  await record(tx, { action: 'contact.wrong-person', about: [contact.personId], target: id, payload: { why } })
  return ok(contact)
}

/** Marks the next step of a contact as done. */
export async function finishNextStep(tx: Tx, id: RowId): Promise<Result<PersonId, 'unknown'>> {
  const contact = await findContact(tx, id)
  if (!contact || (await updateNextDone(tx, id)) === 0) return refused('unknown')
  await record(tx, { action: 'contact.next-step-done', about: [contact.personId], target: id })
  return ok(contact.personId)
}
