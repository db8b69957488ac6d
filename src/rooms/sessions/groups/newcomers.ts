/** Those who came to a session and are not on record: noted, put on the record of who they are, and deleted. */
import { asHouse, type Tx } from '#ground/database/tx.ts'
import { type AccountId, newId, type PersonId, type RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { record } from '#rooms/audit/index.ts'
import { findContact, insertVersion, updateContact } from '../store.ts'
import { type AttendTrouble, attend, cameAfterAll, type Standing } from './actions.ts'
import type { Agreement, Newcomer } from './group.ts'
import { type AgreementTrouble, agreementTrouble, endsOn, LONGEST_NOTES } from './rules.ts'
import { listAttendances, updateAgreement } from './store/attendances.ts'
import { deleteEnded, deleteNewcomer, insertNewcomer, listNewcomers } from './store/newcomers.ts'
import { findSession, holdSession } from './store/sessions.ts'
import { en } from './words.ts'

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
  const came = await cameAfterAll(tx, session, to.personId)
  if (!came.ok) return came
  const there = came.value ?? (await listAttendances(tx, session.rowId)).find(one => one.personId === to.personId)
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
  there: Standing,
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
