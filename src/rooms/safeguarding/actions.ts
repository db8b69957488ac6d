import { asHouse, type Tx } from '#ground/database/tx.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { openGrant, SAFEGUARDING_CLASSES } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import { type Colleague, listColleaguesAs } from '#rooms/identity/index.ts'
import { sendNotice } from '#rooms/notices/index.ts'
import { findPerson, listAlerts, setAlert } from '#rooms/people/index.ts'
import type { Concern, Decision } from './concern.ts'
import { isOverdue } from './rules.ts'
import { findConcern, insertConcern, listUnread, updateDecision, updateEscalated, updateRead } from './store.ts'

export type Raised = { readonly id: RowId; readonly told: readonly Colleague[] }

/**
 * Raises a concern (K10). Nothing is required: half a sentence is saved, and so is nothing at all. The lead and the deputy
 * are told at once, here and by the outbox; where it is about a record, they can open it, and everybody else sees only
 * "speak to X before contact".
 * @param said.raisedFrom the path of the page it was raised from, at most 300 characters
 * @param about a record the raiser may know; anything else is as if none was named
 */
export async function raiseConcern(
  tx: Tx,
  raisedBy: AccountId | { readonly linkId: RowId; readonly name: string },
  said: {
    about: PersonId | null
    aboutName: string
    what: string
    dangerNow: Concern['dangerNow']
    doneSoFar: string
    raisedFrom?: string
  },
): Promise<Raised> {
  const isByLink = typeof raisedBy !== 'string'
  // A link is about one young person, whether or not it shows the record any more: nobody who is not safe is left without a name.
  const personId = isByLink ? said.about : await knownTo(tx, said.about)
  const id = await insertConcern(tx, {
    personId,
    aboutName: said.aboutName,
    what: said.what,
    dangerNow: said.dangerNow,
    doneSoFar: said.doneSoFar,
    raisedFrom: said.raisedFrom ?? '',
    ...(typeof raisedBy === 'string'
      ? { raisedBy, isByLink: false, byName: '' }
      : { raisedBy: raisedBy.linkId as string as AccountId, isByLink: true, byName: raisedBy.name }),
  })
  const told = await safeguarders(tx)
  for (const colleague of told) {
    await sendNotice(tx, { accountId: colleague.accountId, kind: 'concern.raised', personId, targetId: id }, true)
    if (personId !== null)
      await openGrant(tx, {
        scope: { kind: 'person', personId },
        holderId: colleague.accountId,
        classes: SAFEGUARDING_CLASSES,
        basis: 'legal-duty',
        source: 'safeguarding',
        reason: 'A safeguarding concern was raised',
      })
  }
  const [lead] = told
  if (personId !== null && lead) {
    if (isByLink) await asHouse(tx, 'a young person who is not safe', worker => warnOthers(worker, personId, lead))
    else await warnOthers(tx, personId, lead)
  }
  await record(tx, {
    action: 'concern.raised',
    about: personId === null ? [] : [personId],
    target: id,
    payload: { danger: said.dangerNow, told: told.map(t => t.accountId) },
  })
  return { id, told }
}

async function knownTo(tx: Tx, about: PersonId | null): Promise<PersonId | null> {
  return about === null ? null : ((await findPerson(tx, about))?.id ?? null)
}

/** The stop alert: whom to speak to, never why. One is enough, however many concerns there are. */
async function warnOthers(tx: Tx, personId: PersonId, lead: Colleague): Promise<void> {
  const firstWords = `Speak to ${lead.name} before contact.`
  if ((await listAlerts(tx, personId)).some(alert => alert.kind === 'stop' && alert.firstWords === firstWords)) return
  await setAlert(tx, personId, { kind: 'stop', firstWords, words: '', finishedOn: null, from: 'concern' })
}

/** Opens a concern for reading; the first reading is its receipt. */
export async function readConcern(tx: Tx, id: RowId, by: AccountId): Promise<Concern | undefined> {
  const concern = await findConcern(tx, id)
  if (!concern) return undefined
  if (concern.state === 'raised') {
    await updateRead(tx, id, by)
    await record(tx, { action: 'concern.read', about: concern.personId === null ? [] : [concern.personId], target: id })
    if (!concern.isByLink) await sendNotice(tx, { accountId: concern.raisedBy, kind: 'concern.read', targetId: id })
  }
  return findConcern(tx, id)
}

/** Writes down what was decided and why. */
export async function decideConcern(
  tx: Tx,
  id: RowId,
  decided: { decision: Decision; why: string; by: AccountId },
  version: number,
): Promise<Result<Concern, 'unknown' | 'stale'>> {
  const concern = await findConcern(tx, id)
  if (!concern) return refused('unknown')
  if ((await updateDecision(tx, id, decided, version)) === 0) return refused('stale')
  await record(tx, {
    action: 'concern.decided',
    about: concern.personId === null ? [] : [concern.personId],
    target: id,
    payload: { decision: decided.decision },
  })
  if (!concern.isByLink) await sendNotice(tx, { accountId: concern.raisedBy, kind: 'concern.decided', targetId: id })
  return ok(concern)
}

export type Receipt = Pick<Concern, 'id' | 'raisedAt' | 'state' | 'readAt' | 'decidedAt' | 'dangerNow'>

/** What the one who raised it may know of it afterwards: that it arrived, was read, was decided; not what. */
export async function findReceipt(tx: Tx, id: RowId, accountId: AccountId): Promise<Receipt | undefined> {
  const concern = await asHouse(tx, 'a receipt for the raiser', worker => findConcern(worker, id))
  if (concern?.raisedBy !== accountId || concern.isByLink) return undefined
  const { raisedAt, state, readAt, decidedAt, dangerNow } = concern
  return { id, raisedAt, state, readAt, decidedAt, dangerNow }
}

/** Tells more people of concerns that nobody has read in time: run by the clock. Returns how many. */
export async function escalateUnread(tx: Tx): Promise<number> {
  const overdue = (await listUnread(tx)).filter(concern => isOverdue(concern, tx.acting.at))
  if (overdue.length === 0) return 0
  const everyone = await listColleaguesAs(tx, ['safeguarding-lead', 'safeguarding-deputy', 'manager', 'team-leader'])
  for (const concern of overdue) {
    await updateEscalated(tx, concern.id)
    for (const colleague of everyone)
      await sendNotice(tx, { accountId: colleague.accountId, kind: 'concern.unread', targetId: concern.id }, true)
    await record(tx, {
      action: 'concern.escalated',
      about: concern.personId === null ? [] : [concern.personId],
      target: concern.id,
    })
  }
  return overdue.length
}

/** The lead first, then the deputy. */
async function safeguarders(tx: Tx): Promise<Colleague[]> {
  const colleagues = await listColleaguesAs(tx, ['safeguarding-lead', 'safeguarding-deputy'])
  return [
    ...colleagues.filter(c => c.role === 'safeguarding-lead'),
    ...colleagues.filter(c => c.role === 'safeguarding-deputy'),
  ].filter(c => c.state === 'active')
}
