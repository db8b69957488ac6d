/** Who belongs to a support group: joined with their agreement, known to those who run it or not, left, and taken off where it was somebody else (K9). */
import { asHouse, type Tx } from '#ground/database/tx.ts'
import { type Day, formatDay } from '#ground/day.ts'
import type { PersonId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { classesOn, listGrantsOn } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import { type FiledRow, findPerson } from '#rooms/people/index.ts'
import { settleRights } from './actions.ts'
import {
  type AgreedTrouble,
  agreedTrouble,
  classOfMember,
  type JoinTrouble,
  joinTrouble,
  type LeaveTrouble,
  leaveTrouble,
  worksWith,
} from './rules.ts'
import { findGroup, holdGroup, listRunnersOf } from './store/groups.ts'
import {
  findMember,
  findMemberFiling,
  insertMember,
  listBelongings,
  listMembers,
  updateKnown,
  updateKnownEnded,
  updateLeft,
  updateMemberSealed,
} from './store/members.ts'
import { listStepsOn, updateAllDropped } from './store/steps.ts'
import type { Asked, Belonging, LeftReason, Member, MemberStep, Runner, SupportGroup } from './support-group.ts'
import { tellAdded } from './telling.ts'
import { en } from './words.ts'

/** Whether the actor works with somebody, and does not only see them by a right that passes: a list of a school, a duty day, an emergency, another group. */
async function isWorkedWith(tx: Tx, personId: PersonId): Promise<boolean> {
  const own = new Set<string>(tx.acting.holders)
  const grants = (await listGrantsOn(tx, personId)).filter(one => own.has(one.holderId))
  return worksWith(grants.filter(one => one.classes.includes('identity')).map(one => one.source))
}

export type AddTrouble =
  | JoinTrouble
  | 'unknown'
  | 'passing'
  | 'there-already'
  | 'close-and-known'
  | 'not-close'
  | 'saved-already'
  | 'over'

/**
 * Writes down that somebody belongs to a group, who asked them, when they agreed, and whether everybody who runs it knows who they are. Whoever has to know is told.
 * Sent twice, it is one.
 * @returns refused `unknown` where the actor may not know them, and then nothing is written; `passing` where they do not work with them; `over` where the group has ended
 */
export async function addMember(
  tx: Tx,
  group: SupportGroup,
  wanted: {
    readonly id: RowId
    readonly personId: PersonId
    readonly joinedOn: Day
    readonly asked: Asked
    readonly isKnown: boolean
    readonly isKeptClose: boolean
  },
): Promise<Result<RowId, AddTrouble>> {
  const { id, personId, joinedOn, asked, isKnown, isKeptClose } = wanted
  const person = await findPerson(tx, personId)
  if (person?.state !== 'active' || person.diedOn !== null) return refused('unknown')
  if (!(await isWorkedWith(tx, personId))) return refused('passing')
  const trouble = joinTrouble(joinedOn, asked.agreedOn, tx.acting.today)
  if (trouble) return refused(trouble)
  if (isKeptClose && isKnown) return refused('close-and-known')
  if (isKeptClose && !(await classesOn(tx, personId)).has('restricted')) return refused('not-close')
  await holdGroup(tx, group.rowId)
  // As it stands once nobody else changes it: what its name tells, and whether it goes on.
  const now = await findGroup(tx, group.rowId)
  if (!now) return refused('unknown')
  const sent = await findMember(tx, id)
  if (sent) return sent.personId === personId && sent.groupId === group.rowId ? ok(id) : refused('saved-already')
  if (now.endedOn !== null) return refused('over')
  // Of those the actor may know: that somebody is there who is hidden from them must not be told by what happens (K8).
  const there = (await listMembers(tx, group.rowId)).some(one => one.personId === personId && one.leftOn === null)
  if (there) return refused('there-already')
  const added = await asHouse(tx, 'somebody who belongs to a group', async worker => {
    const classBit = classOfMember(now.discloses, isKeptClose)
    const known = isKnown ? asked : null
    const row = { id, groupId: group.rowId, personId, classBit, joinedOn, asked, known }
    if ((await insertMember(worker, row)) === 0) return false
    await settleRights(worker, group.rowId)
    return true
  })
  if (!added) return refused('saved-already')
  await record(tx, {
    ...{ action: 'support-group.member-added', about: [personId], target: id },
    payload: { group: group.rowId, asked: asked.askedBy, agreed: asked.agreedOn, known: isKnown },
  })
  await tellAdded(tx, { rowId: id, groupId: group.rowId, personId }, asked.askedBy)
  return ok(id)
}

/** They leave: what is open for them there is open no more, and the rights by their agreement end. */
export async function leaveGroup(
  tx: Tx,
  seen: Member,
  left: { readonly on: Day; readonly reason: LeftReason; readonly words: string },
): Promise<Result<null, LeaveTrouble | 'stale'>> {
  const trouble = leaveTrouble(seen, left, tx.acting.today)
  if (trouble) return refused(trouble)
  await holdGroup(tx, seen.groupId)
  const count = await asHouse(tx, 'somebody leaves a group', async worker => {
    const rows = await updateLeft(worker, seen, left)
    if (rows === 0) return 0
    await updateAllDropped(worker, { memberId: seen.rowId }, en.droppedByLeaving)
    await settleRights(worker, seen.groupId)
    return rows
  })
  if (count === 0) return refused('stale')
  await record(tx, {
    ...{ action: 'support-group.member-left', about: [seen.personId], target: seen.rowId },
    payload: { why: left.reason },
  })
  return ok(null)
}

/**
 * They agree, by itself, that everybody who runs the group knows who they are; whoever has to know is told.
 * @returns refused `passing` where the actor does not work with them
 */
export async function agreeKnown(
  tx: Tx,
  seen: Member,
  asked: Asked,
): Promise<Result<null, AgreedTrouble | 'stale' | 'passing'>> {
  const trouble = agreedTrouble(asked.agreedOn, tx.acting.today)
  if (trouble) return refused(trouble)
  if (!(await isWorkedWith(tx, seen.personId))) return refused('passing')
  await holdGroup(tx, seen.groupId)
  const count = await asHouse(tx, 'known to those who run a group', async worker => {
    const rows = await updateKnown(worker, seen, asked)
    await settleRights(worker, seen.groupId)
    return rows
  })
  if (count === 0) return refused('stale')
  await record(tx, {
    ...{ action: 'support-group.known-agreed', about: [seen.personId], target: seen.rowId },
    payload: { asked: asked.askedBy, agreed: asked.agreedOn },
  })
  await tellAdded(tx, seen, asked.askedBy)
  return ok(null)
}

/** They take that back, at once and whatever was changed meanwhile; pressed twice it is once. */
export async function endKnown(tx: Tx, member: Member): Promise<void> {
  await holdGroup(tx, member.groupId)
  const count = await asHouse(tx, 'not known to those who run a group', async worker => {
    const rows = await updateKnownEnded(worker, member.rowId)
    await settleRights(worker, member.groupId)
    return rows
  })
  if (count > 0)
    await record(tx, { action: 'support-group.known-ended', about: [member.personId], target: member.rowId })
}

/** A membership as filed on a young person, where the actor may see it: for taking it off the wrong record (K9). */
export async function findFiledMember(tx: Tx, personId: PersonId, id: RowId): Promise<FiledRow | undefined> {
  const member = await findMember(tx, id)
  if (member?.personId !== personId) return undefined
  const [group, filed] = [await findGroup(tx, member.groupId), await findMemberFiling(tx, id)]
  return (
    filed && {
      rowId: id,
      said: `${group?.name ?? en.aGroup}, ${formatDay(member.joinedOn)}`,
      ...{ classBit: member.classBit, filedBy: filed.by, filedAt: filed.at },
      // Whoever runs it read it on the page of the group, with no right of its class.
      shownIn: [member.groupId],
    }
  )
}

/** Seals a membership with what was done for them there, and ends the rights by it; asked as the house. Returns how many: one, or none when it was before. */
export async function sealMember(worker: Tx, personId: PersonId, id: RowId): Promise<number> {
  const member = await findMember(worker, id)
  const sealed = await updateMemberSealed(worker, personId, id)
  if (member) await settleRights(worker, member.groupId)
  return sealed
}

export type OnRecord = {
  readonly belongings: readonly Belonging[]
  /** What is done for them: also where the reader may not know in which group (K6). */
  readonly steps: readonly MemberStep[]
  readonly runners: readonly Runner[]
}

/** Groups somebody belongs to, who runs them and what they do for them, as far as the caller may know. */
export async function supportOn(tx: Tx, personId: PersonId): Promise<OnRecord> {
  const [belongings, steps] = await Promise.all([listBelongings(tx, personId), listStepsOn(tx, personId)])
  const groups = [...new Set(belongings.map(one => one.groupId))]
  return { belongings, steps, runners: groups.length === 0 ? [] : await listRunnersOf(tx, groups) }
}
