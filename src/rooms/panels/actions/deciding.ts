/** What came of somebody at a meeting, and what was agreed that somebody does: it is on the list of whoever owes it until it is done. */
import { asHouse, type Tx } from '#ground/database/tx.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import { chaseOn, escalatesSince } from '#ground/lateness.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { record } from '#rooms/audit/index.ts'
import { listColleagues, roleMay } from '#rooms/identity/index.ts'
import { sendNotice } from '#rooms/notices/index.ts'
import type { FiledRow } from '#rooms/people/index.ts'
import type { PanelPeople } from '../house.ts'
import type { Item, Meeting, Outcome, PanelAction } from '../panel.ts'
import { type DueTrouble, dueTrouble, isUnderWay } from '../rules.ts'
import {
  findAction,
  findActionFiling,
  insertAction,
  listActionsOf,
  listDueActions,
  type NewAction,
  updateActionSealed,
  updateChased,
  updateOver,
} from '../store/actions.ts'
import { updateState } from '../store/items.ts'
import { holdMeeting, listSeats } from '../store/meetings.ts'
import { unbarredAmong } from './barred.ts'

const MOST_A_TURN = 200

/** Says what came of somebody at the meeting. It can be said anew until the meeting is closed. */
export async function sayOutcome(
  tx: Tx,
  meeting: Meeting,
  item: Item,
  to: { readonly outcome: Outcome; readonly words: string },
): Promise<Result<null, 'stale' | 'not-now' | 'words-missing'>> {
  if (!isUnderWay(meeting, tx.acting.today) || item.state === 'off') return refused('not-now')
  if (to.outcome === 'decided' && to.words === '') return refused('words-missing')
  if ((await updateState(tx, item, { state: to.outcome, outcomeWords: to.words })) === 0) return refused('stale')
  await record(tx, {
    action: 'panel.outcome-said',
    about: [item.personId],
    target: item.rowId,
    payload: { outcome: to.outcome },
  })
  return ok(null)
}

/** Who may answer for an action: those with a seat who did not stay away, and whoever leads for the young person; nobody a barrier keeps out (K4). */
export async function listOwners(
  tx: Tx,
  house: Pick<PanelPeople, 'leadOf'>,
  meeting: Pick<Meeting, 'rowId'>,
  personId: PersonId,
): Promise<AccountId[]> {
  const seats = (await listSeats(tx, meeting.rowId)).filter(one => one.came === null || one.came === 'came')
  return asHouse(tx, 'who may answer for what a panel agrees', async worker => {
    const lead = await house.leadOf(worker, personId)
    const there = new Set(seats.map(one => one.accountId))
    const all = lead === undefined || there.has(lead) ? seats : [...seats, { accountId: lead, organisationId: null }]
    const open = await unbarredAmong(worker, personId, all)
    return all.map(one => one.accountId).filter(one => open.has(one))
  })
}

/** Writes down what was agreed that somebody does. It is on their list at once. Sent twice, it is one. */
export async function addAction(
  tx: Tx,
  meeting: Meeting,
  item: Item,
  action: NewAction,
): Promise<Result<RowId, DueTrouble | 'not-now'>> {
  if (!isUnderWay(meeting, tx.acting.today) || item.state === 'off') return refused('not-now')
  const trouble = dueTrouble(action.dueOn, tx.acting.today)
  if (trouble !== undefined) return refused(trouble)
  await holdMeeting(tx, meeting.rowId)
  const same = (await listActionsOf(tx, [item.rowId])).find(
    one => one.what === action.what && one.ownerId === action.ownerId && one.dueOn === action.dueOn,
  )
  if (same) return ok(same.rowId)
  const id = await insertAction(tx, { ...item, itemId: item.rowId }, action)
  await record(tx, {
    action: 'panel.action-agreed',
    about: [item.personId],
    target: id,
    payload: { owner: action.ownerId },
  })
  if (action.ownerId !== tx.acting.actorId)
    await sendNotice(tx, {
      accountId: action.ownerId,
      kind: 'panel.action-given',
      personId: item.personId,
      targetId: id,
    })
  return ok(id)
}

/** Whoever owes it says that it is done, or why not. */
export async function finishAction(
  tx: Tx,
  action: PanelAction,
  to: { readonly state: 'done' | 'not-done'; readonly words: string },
): Promise<Result<null, 'stale' | 'words-missing'>> {
  if (to.state === 'not-done' && to.words === '') return refused('words-missing')
  if ((await updateOver(tx, action, to)) === 0) return refused('stale')
  const said = to.state === 'done' ? 'panel.action-done' : 'panel.action-not-done'
  await record(tx, { action: said, about: [action.personId], target: action.rowId })
  return ok(null)
}

/** Tells of everything that is late: whoever owes it, and some days later the chair. By the clock, as the house. Returns how many. */
export async function chaseActions(worker: Tx): Promise<number> {
  let told = 0
  const late = await listDueActions(worker, MOST_A_TURN, escalatesSince(worker.acting.today))
  const colleagues = late.length === 0 ? [] : await listColleagues(worker)
  for (const due of late) {
    const what = chaseOn(due, worker.acting.today)
    if (what === undefined || (await updateChased(worker, due.rowId, what)) === 0) continue
    const whom = what === 'chase' ? due.ownerId : due.chairId
    // Neither somebody who is shut out, nor whoever works for an organisation that is (K4).
    const theirs = colleagues.filter(one => one.accountId === whom && one.state === 'active')
    // Whoever owes it has left, or nobody chairs: those who may set up panels see to it.
    const them =
      theirs.length > 0 ? theirs : colleagues.filter(one => one.state === 'active' && roleMay(one.role, 'panel.keep'))
    const said = what === 'chase' ? 'panel.action-reminded' : 'panel.action-escalated'
    const kind =
      theirs.length === 0 ? 'panel.action-orphaned' : what === 'chase' ? 'panel.action-late' : 'panel.action-still-late'
    for (const accountId of await unbarredAmong(worker, due.personId, them))
      await sendNotice(
        worker,
        // Those who see to it have no right to it: they read of the panel, and of nobody.
        theirs.length === 0
          ? { accountId, kind, targetId: due.panelId }
          : { accountId, kind, personId: due.personId, targetId: due.rowId },
      )
    await record(worker, { action: said, about: [due.personId], target: due.rowId })
    told += 1
  }
  return told
}

/** As filed on a young person, where the actor may see it: for taking it off the wrong record (K9). */
export async function findFiledAction(tx: Tx, personId: PersonId, id: RowId): Promise<FiledRow | undefined> {
  const action = await findAction(tx, id)
  if (action?.personId !== personId) return undefined
  const filed = await findActionFiling(tx, id)
  return filed && { rowId: id, said: action.what, classBit: action.classBit, filedBy: filed.by, filedAt: filed.at }
}

/** Seals it. Asked as the house. Returns how many. */
export function sealAction(worker: Tx, personId: PersonId, id: RowId): Promise<number> {
  return updateActionSealed(worker, personId, id)
}
