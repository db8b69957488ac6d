import { londonMoment } from '#ground/clock.ts'
import { asHouse, type Tx } from '#ground/database/tx.ts'
import { addDays, type Day, isBefore } from '#ground/day.ts'
import type { AccountId, GroupId, PersonId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { addMembers, endGrant, endMembers, openGrant, TRACKING_CLASSES } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import { type Colleague, listColleaguesAs } from '#rooms/identity/index.ts'
import type { Criteria, Fitting, ListRow, TrackingList } from '../list.ts'
import {
  findFitting,
  insertAssignment,
  insertList,
  listAssignments,
  listMemberIds,
  listMembers,
  listRows,
  listTracked,
  touchList,
  updateAssignmentEnd,
  updateClosed,
} from '../store/lists.ts'

/** The most people on one list: more is not a list somebody works through. */
export const LIST_MOST = 1000

/** Who would be on a list, before it is made. `tooMany` when more fit than a list holds; nobody is left out in silence. */
export async function previewList(
  tx: Tx,
  criteria: Criteria,
): Promise<{ fitting: readonly Fitting[]; tooMany: boolean }> {
  const fitting = await findFitting(tx, criteria, LIST_MOST + 1)
  return { fitting: fitting.slice(0, LIST_MOST), tooMany: fitting.length > LIST_MOST }
}

/** Makes a list of who fits now, as far as its maker may know them. It opens nothing until somebody is assigned to it. */
export async function makeList(
  tx: Tx,
  name: string,
  criteria: Criteria,
): Promise<Result<GroupId, 'nobody-fits' | 'too-many'>> {
  const { fitting, tooMany } = await previewList(tx, criteria)
  if (tooMany) return refused('too-many')
  if (fitting.length === 0) return refused('nobody-fits')
  const id = await insertList(tx, name, criteria)
  const people = fitting.map(f => f.personId)
  await addMembers(tx, id, people)
  await record(tx, { action: 'tracking-list.made', about: people, target: id, payload: { name, criteria } })
  return ok(id)
}

export type Difference = {
  readonly joins: readonly Fitting[]
  readonly leaves: readonly Fitting[]
  readonly tooMany: boolean
}

/**
 * Who would come to a list and who would leave it. Of people the one who asks may not know nothing is said and nothing is
 * changed.
 */
export async function compareList(tx: Tx, list: TrackingList): Promise<Difference> {
  const { fitting, tooMany } = await previewList(tx, list.criteria)
  const members = await listMembers(tx, list.id)
  const isMember = new Set<PersonId>(members.map(m => m.personId))
  const fits = new Set<PersonId>(fitting.map(f => f.personId))
  return {
    joins: fitting.filter(f => !isMember.has(f.personId)),
    leaves: members.filter(m => !fits.has(m.personId)),
    tooMany,
  }
}

/** Brings a list up to date: adds who fits now and takes off who no longer does. */
export async function refreshList(tx: Tx, list: TrackingList): Promise<Result<null, 'too-many'>> {
  const { joins, leaves, tooMany } = await compareList(tx, list)
  if (tooMany) return refused('too-many')
  const on = joins.map(f => f.personId)
  const off = leaves.map(f => f.personId)
  await addMembers(tx, list.id, on)
  await endMembers(tx, list.id, off)
  await touchList(tx, list.id)
  await record(tx, {
    action: 'tracking-list.refreshed',
    about: [...on, ...off],
    target: list.id,
    payload: { joined: on.length, left: off.length },
  })
  return ok(null)
}

/** Tracking officers a list can be given to. */
export async function listOfficers(tx: Tx): Promise<Colleague[]> {
  return (await listColleaguesAs(tx, ['tracking-officer'])).filter(c => c.state === 'active')
}

export type AssignTrouble = 'no-such-officer' | 'own-access' | 'assigned' | 'over-already'

/** Gives a list to a tracking officer: opens who is on it, from now until the last day, if there is one. */
export async function assignList(
  tx: Tx,
  list: TrackingList,
  wanted: { accountId: AccountId; lastOn: Day | null },
): Promise<Result<RowId, AssignTrouble>> {
  const { accountId, lastOn } = wanted
  const { today } = tx.acting
  if (lastOn !== null && isBefore(lastOn, today)) return refused('over-already')
  if (tx.acting.actorKind === 'account' && tx.acting.actorId === accountId) return refused('own-access')
  if (!(await listOfficers(tx)).some(o => o.accountId === accountId)) return refused('no-such-officer')
  if ((await listAssignments(tx, { listId: list.id })).some(a => a.accountId === accountId)) return refused('assigned')
  const finishedOn = lastOn === null ? null : addDays(lastOn, 1)
  const grantId = await openGrant(tx, {
    scope: { kind: 'group', groupId: list.id },
    holderId: accountId,
    classes: TRACKING_CLASSES,
    basis: 'public-task',
    source: 'tracking-list',
    reason: list.name,
    madeBy: tx.acting.actorKind === 'account' ? (tx.acting.actorId as AccountId) : null,
    until: finishedOn === null ? null : londonMoment(finishedOn, '00:00'),
  })
  const id = await insertAssignment(tx, { listId: list.id, accountId, startedOn: today, finishedOn, grantId })
  // Two gave it at once: the other one's stands, and this grant is not kept open for nothing.
  if (id === undefined) {
    await endGrant(tx, grantId, 'Has it already')
    return refused('assigned')
  }
  await record(tx, {
    action: 'tracking-list.assigned',
    target: list.id,
    payload: { account: accountId, until: finishedOn },
  })
  return ok(id)
}

/** Takes a list away from an officer. */
export async function unassignList(tx: Tx, id: RowId, why: string): Promise<Result<null, 'unknown'>> {
  const ended = await updateAssignmentEnd(tx, id)
  if (!ended) return refused('unknown')
  await endGrant(tx, ended.grantId, why)
  await record(tx, {
    action: 'tracking-list.unassigned',
    target: ended.listId,
    payload: { account: ended.accountId, why },
  })
  return ok(null)
}

/** Closes a list: nobody works on it and nobody is on it any more. */
export async function closeList(tx: Tx, list: TrackingList): Promise<void> {
  for (const { rowId } of await listAssignments(tx, { listId: list.id }))
    await unassignList(tx, rowId, 'The list was closed')
  await updateClosed(tx, list.id)
  await endMembers(tx, list.id, await listMemberIds(tx, list.id))
  await record(tx, { action: 'tracking-list.closed', target: list.id, payload: { name: list.name } })
}

/** Takes every list away from an officer who leaves or is switched off. */
export async function endAssignmentsOf(tx: Tx, accountId: AccountId, why: string): Promise<void> {
  for (const { rowId } of await listAssignments(tx, { accountId })) await unassignList(tx, rowId, why)
}

/**
 * A list as its officer works on it. When somebody was last reached or tried is told from tracking contacts by whomever;
 * that an adviser met them is told only to those who may see contacts.
 */
export async function readList(tx: Tx, listId: GroupId): Promise<ListRow[]> {
  const rows = await listRows(tx, listId)
  const tracked = await asHouse(tx, 'when somebody was last tried', worker =>
    listTracked(
      worker,
      rows.map(r => r.personId),
    ),
  )
  return rows.map(row => {
    const days = tracked.get(row.personId)
    return {
      ...row,
      lastContactOn: later(row.lastContactOn, days?.reachedOn ?? null),
      lastTryOn: later(row.lastTryOn, days?.triedOn ?? null),
    }
  })
}

function later(a: Day | null, b: Day | null): Day | null {
  if (a === null || b === null) return a ?? b
  return isBefore(a, b) ? b : a
}
