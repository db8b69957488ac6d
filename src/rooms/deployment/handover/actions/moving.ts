/** What is done with a hand-over that is under way: each step by whoever's it is, told to the other. */
import { asHouse, type Tx } from '#ground/database/tx.ts'
import { isBefore } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { ADVISER_CLASSES, INTENSIVE_CLASSES, openGrant, type RecordClass } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import { type FiledRow, findPerson } from '#rooms/people/index.ts'
import { findAdviser } from '../../actions/colleagues.ts'
import { assignLead } from '../../actions/leads.ts'
import { findLead } from '../../store/leads.ts'
import type { Handover, Meeting, Wish } from '../handover.ts'
import type { HandoverParts } from '../house.ts'
import { type CloseTrouble, closeTrouble, countsAsMet, dueAfter, goesOn } from '../rules.ts'
import { findFiling, findHandover, insertHandover, listOpenOf, updateSealed } from '../store.ts'
import { changeHandover, endHandover, endRightOf, isBarred, type MoveTrouble, tell } from './closing.ts'

/** What an adviser sees of those they lead for. */
export async function classesOf(tx: Tx, accountId: AccountId): Promise<readonly RecordClass[]> {
  const adviser = await findAdviser(tx, accountId)
  return adviser?.role === 'intensive-adviser' ? INTENSIVE_CLASSES : ADVISER_CLASSES
}

/** Nothing goes on once another leads, or the young person has died. */
async function goesOnNow(tx: Tx, handover: Handover): Promise<boolean> {
  return asHouse(tx, 'who leads for somebody handed over', async worker => {
    const person = await findPerson(worker, handover.personId)
    const lead = await findLead(worker, handover.personId)
    return person?.diedOn === null && goesOn(handover, lead?.accountId)
  })
}

/** The lead goes over, with what goes along; what the hand-over opened ends, as leading opens it. */
async function moveLead(tx: Tx, parts: HandoverParts, handover: Handover): Promise<void> {
  const { personId, fromId, toId, rowId, why } = handover
  const classes = await classesOf(tx, toId)
  await assignLead(tx, personId, {
    accountId: toId,
    isIntensive: classes === INTENSIVE_CLASSES,
    reason: why,
    handover: rowId,
  })
  await endRightOf(tx, handover, 'Leads now')
  await asHouse(tx, 'what goes along with a lead', worker =>
    parts.leadMoved(worker, personId, { fromId, toId, classes }),
  )
}

/**
 * Says yes: the record is opened as to a lead adviser. Where the first adviser works here no more the lead goes over at once, so that nobody
 * is left without one; the meeting is still to come.
 */
export async function acceptHandover(
  tx: Tx,
  parts: HandoverParts,
  handover: Handover,
): Promise<Result<null, MoveTrouble>> {
  if (handover.state !== 'asked') return refused('over')
  if (!(await goesOnNow(tx, handover))) return refused('lead-changed')
  const { personId, fromId } = handover
  const { today } = tx.acting
  const isGone = !(await findAdviser(tx, fromId))
  const done = await changeHandover(tx, handover, {
    state: 'accepted',
    acceptedOn: today,
    movedOn: isGone ? today : null,
    dueOn: dueAfter('accepted', today),
    grantId: null,
  })
  if (!done.ok) return done
  await endRightOf(tx, handover, 'Said yes')
  if (isGone) await moveLead(tx, parts, { ...handover, grantId: null })
  else await openTo(tx, { ...handover, version: handover.version + 1 })
  await record(tx, { action: 'hand-over.accepted', about: [personId], target: handover.rowId })
  await tell(tx, giversOf(handover), 'hand-over.accepted', handover)
  return ok(null)
}

/** Opens the record to whoever takes over, as to a lead adviser. */
async function openTo(tx: Tx, handover: Handover): Promise<void> {
  const grantId = await openGrant(tx, {
    scope: { kind: 'person', personId: handover.personId },
    holderId: handover.toId,
    classes: await classesOf(tx, handover.toId),
    basis: 'public-task',
    source: 'hand-over',
    reason: 'Takes over',
  })
  await changeHandover(tx, handover, { grantId })
}

/** Whoever hands over, and whoever began it for them. */
function giversOf({ fromId, begunBy }: Handover): AccountId[] {
  return begunBy === null ? [fromId] : [fromId, begunBy]
}

/** Contacts in which whoever takes over may have met them: since they said yes, written down by either of the two, or with them there. */
export async function meetingsOf(tx: Tx, parts: HandoverParts, handover: Handover): Promise<Meeting[]> {
  const { acceptedOn, personId } = handover
  if (acceptedOn === null) return []
  const all = await parts.meetingsSince(tx, personId, acceptedOn)
  return all.filter(one => countsAsMet(one, handover))
}

/** A hand-over as it stands: that they have met is so while the contact says so that was named, which may have been put right since. */
export async function asItStands(tx: Tx, parts: HandoverParts, handover: Handover): Promise<Handover> {
  const { state, contactId, personId, acceptedOn } = handover
  if (state !== 'met' || contactId === null || acceptedOn === null) return handover
  const meeting = await asHouse(tx, 'whether they have met', worker => parts.meeting(worker, personId, contactId))
  if (meeting && !isBefore(meeting.on, acceptedOn) && countsAsMet(meeting, handover)) return handover
  return { ...handover, state: 'accepted', metOn: null, contactId: null }
}

/**
 * Whoever takes over has met the young person: in a contact that is on record since they said yes. Where they lead already that is the end of it.
 * @returns refused `no-meeting` where that contact is not one of those
 */
export async function meetHandover(
  tx: Tx,
  parts: HandoverParts,
  handover: Handover,
  contactId: RowId,
): Promise<Result<null, MoveTrouble | 'no-meeting'>> {
  const { acceptedOn, personId } = handover
  if (handover.state !== 'accepted' || acceptedOn === null) return refused('over')
  if (!(await goesOnNow(tx, handover))) return refused('lead-changed')
  const meeting = (await meetingsOf(tx, parts, handover)).find(one => one.rowId === contactId)
  if (!meeting) return refused('no-meeting')
  const { today } = tx.acting
  const isEnd = handover.movedOn !== null
  const done = await changeHandover(tx, handover, {
    state: isEnd ? 'complete' : 'met',
    metOn: meeting.on,
    contactId,
    dueOn: isEnd ? null : dueAfter('met', today),
    ...(isEnd ? { overOn: today } : {}),
  })
  if (!done.ok) return done
  await record(tx, { action: 'hand-over.met', about: [personId], target: handover.rowId })
  if (isEnd) await record(tx, { action: 'hand-over.complete', about: [personId], target: handover.rowId })
  await tell(tx, giversOf(handover), isEnd ? 'hand-over.complete' : 'hand-over.met', handover)
  return ok(null)
}

/** Keeps what the young person says to it, and what was answered. */
export async function setWish(
  tx: Tx,
  handover: Handover,
  said: { readonly wish: Wish; readonly wishWords: string; readonly wishAnswer: string },
): Promise<Result<null, MoveTrouble>> {
  const done = await changeHandover(tx, handover, said)
  if (!done.ok) return done
  await record(tx, { action: 'hand-over.wish-set', about: [handover.personId], target: handover.rowId })
  return ok(null)
}

/** The first adviser closes: the lead goes over. Not before the next one has met the young person, whose wish was asked. */
export async function completeHandover(
  tx: Tx,
  parts: HandoverParts,
  seen: Handover,
): Promise<Result<null, MoveTrouble | CloseTrouble>> {
  const handover = await asItStands(tx, parts, seen)
  if (handover.state !== 'met') return refused(handover.overOn === null ? 'not-met' : 'over')
  if (!(await goesOnNow(tx, handover))) return refused('lead-changed')
  const { personId, fromId, toId, rowId } = handover
  const stays = await parts.staysBehind(tx, personId, fromId, await classesOf(tx, toId))
  const trouble = closeTrouble(handover, stays.length)
  if (trouble !== undefined) return refused(trouble)
  if (await isBarred(tx, personId, toId)) return refused('barred')
  const { today } = tx.acting
  const done = await changeHandover(tx, handover, {
    state: 'complete',
    movedOn: today,
    overOn: today,
    dueOn: null,
    grantId: null,
  })
  if (!done.ok) return done
  await moveLead(tx, parts, handover)
  await record(tx, { action: 'hand-over.complete', about: [personId], target: rowId })
  return ok(null)
}

/**
 * Gives a young person another lead at once, because it cannot wait: what the next adviser still owes is a meeting, and that is kept in sight. Where
 * nobody led it is simply given.
 */
export async function moveLeadAtOnce(
  tx: Tx,
  parts: HandoverParts,
  personId: PersonId,
  wanted: { readonly accountId: AccountId; readonly reason: string },
): Promise<Result<null, 'barred'>> {
  if (await isBarred(tx, personId, wanted.accountId)) return refused('barred')
  const before = await asHouse(tx, 'moving a lead', worker => findLead(worker, personId))
  const classes = await classesOf(tx, wanted.accountId)
  const isIntensive = classes === INTENSIVE_CLASSES
  if (!before || before.accountId === wanted.accountId) {
    await assignLead(tx, personId, { ...wanted, isIntensive })
    return ok(null)
  }
  const { actorId, actorKind, today } = tx.acting
  const [fromId, toId] = [before.accountId, wanted.accountId]
  await assignLead(tx, personId, { ...wanted, isIntensive })
  const id = await insertHandover(tx, {
    ...{ personId, kind: 'at-once', why: wanted.reason, brief: '', wish: 'not-asked', wishWords: '', fromId, toId },
    begunBy: actorKind === 'account' ? (actorId as AccountId) : null,
    ...{ state: 'accepted', acceptedOn: today, movedOn: today, dueOn: dueAfter('accepted', today), grantId: null },
  })
  await record(tx, { action: 'hand-over.at-once', about: [personId], target: id, payload: { from: fromId, to: toId } })
  await asHouse(tx, 'what goes along with a lead', worker =>
    parts.leadMoved(worker, personId, { fromId, toId, classes }),
  )
  return ok(null)
}

/**
 * What becomes of the hand-overs of somebody who no longer works here as an adviser. Whoever said yes to take over from them leads from now on; what they
 * were asked to take over is asked of somebody else. What nobody has said yes to yet stays asked.
 */
export async function releaseHandovers(tx: Tx, parts: HandoverParts, accountId: AccountId): Promise<void> {
  const open = await asHouse(tx, 'hand-overs of somebody who left', worker => listOpenOf(worker, accountId))
  for (const one of open) {
    const handover = await asItStands(tx, parts, one)
    const { state, toId, movedOn } = handover
    if (toId === accountId) {
      if (movedOn === null) await endHandover(tx, handover, { state: 'declined', reason: 'left', words: '' })
      else await endHandover(tx, handover, { state: 'withdrawn', reason: 'left', words: '' })
    } else if (movedOn === null && state !== 'asked') {
      // Another leads by now, they have died, or a barrier was set since: then nobody is given the lead.
      if (!(await goesOnNow(tx, handover)) || (await isBarred(tx, handover.personId, toId))) {
        await endHandover(tx, handover, { state: 'withdrawn', reason: 'lead-changed', words: '' })
        continue
      }
      const { today } = tx.acting
      const isMet = state === 'met'
      // Where the meeting was put right since, it is still to come.
      const after = isMet
        ? ({ state: 'complete', overOn: today, dueOn: null } as const)
        : ({ state, metOn: null } as const)
      const done = await changeHandover(tx, handover, { ...after, movedOn: today, grantId: null })
      if (!done.ok) continue
      await moveLead(tx, parts, handover)
      const action = isMet ? 'hand-over.complete' : 'hand-over.moved'
      await record(tx, { action, about: [handover.personId], target: handover.rowId })
    }
  }
}

/** A hand-over as filed on a young person, where the actor may see it: for taking it off the wrong record (K9). */
export async function findFiledHandover(tx: Tx, personId: PersonId, id: RowId): Promise<FiledRow | undefined> {
  const handover = await findHandover(tx, id)
  if (handover?.personId !== personId) return undefined
  const filed = await findFiling(tx, id)
  return filed && { rowId: id, said: handover.why, classBit: 128, filedBy: filed.by, filedAt: filed.at }
}

/** Seals a hand-over; what it opened ends with it. Asked as the house. Returns how many. */
export async function sealHandover(worker: Tx, personId: PersonId, id: RowId): Promise<number> {
  const handover = await findHandover(worker, id)
  if (handover?.personId === personId) await endRightOf(worker, handover, 'Filed on the wrong young person')
  return updateSealed(worker, personId, id)
}
