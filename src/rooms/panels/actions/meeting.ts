/** What is done with a meeting: planned, moved, its agenda sent, who came, closed, or called off. */
import { asHouse, type Tx } from '#ground/database/tx.ts'
import type { AccountId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { record } from '#rooms/audit/index.ts'
import { sendNotice } from '#rooms/notices/index.ts'
import type { Came, Meeting, MeetingContent, Panel } from '../panel.ts'
import {
  type CloseTrouble,
  closeTrouble,
  type MeetingTrouble,
  meetingTrouble,
  type SendTrouble,
  sendTrouble,
} from '../rules.ts'
import { listItems, updatePutOff, updateState, updateUnseen } from '../store/items.ts'
import {
  holdMeeting,
  insertMeeting,
  listMeetings,
  listSeats,
  updateCame,
  updateMeeting,
  updateSeats,
} from '../store/meetings.ts'
import { carryOver } from './bringing.ts'
import { nameThem } from './naming.ts'

/** Plans a meeting: who attends has a seat, and what was put off stands first on its agenda. Sent twice, it is one. */
export async function planMeeting(
  tx: Tx,
  panel: Panel,
  id: RowId,
  content: MeetingContent,
): Promise<Result<RowId, MeetingTrouble>> {
  const trouble = meetingTrouble(content.onDay, tx.acting.today)
  if (trouble !== undefined) return refused(trouble)
  if ((await insertMeeting(tx, id, panel.rowId, content)) === 0) return ok(id)
  await updateSeats(tx, panel.rowId)
  await record(tx, { action: 'panel.meeting-planned', target: id, payload: { panel: panel.rowId } })
  await carryOver(tx, panel, id)
  return ok(id)
}

/** Moves a meeting; who has the agenda already is told. */
export async function moveMeeting(
  tx: Tx,
  meeting: Meeting,
  content: MeetingContent,
): Promise<Result<null, MeetingTrouble | 'stale'>> {
  const trouble = meetingTrouble(content.onDay, tx.acting.today)
  if (trouble !== undefined) return refused(trouble)
  if ((await updateMeeting(tx, meeting, content)) === 0) return refused('stale')
  await record(tx, { action: 'panel.meeting-moved', target: meeting.rowId })
  if (meeting.state === 'sent') await tellSeats(tx, meeting.rowId, 'panel.meeting-moved')
  return ok(null)
}

/** Sends the agenda: from now on everybody with a seat reads what their seat allows. Who has died is taken off. */
export async function sendAgenda(tx: Tx, meeting: Meeting): Promise<Result<null, SendTrouble | 'stale'>> {
  await holdMeeting(tx, meeting.rowId)
  await takeOffDead(tx, meeting.rowId)
  const on = (await listItems(tx, meeting.rowId)).filter(one => one.state === 'on')
  const seats = await listSeats(tx, meeting.rowId)
  const trouble = sendTrouble(meeting, on, seats.length, tx.acting.today)
  if (trouble !== undefined) return refused(trouble)
  if (meeting.state !== 'preparing') return refused('stale')
  if ((await updateMeeting(tx, meeting, { state: 'sent', sentOn: tx.acting.today })) === 0) return refused('stale')
  await record(tx, {
    action: 'panel.agenda-sent',
    about: [...new Set(on.map(one => one.personId))],
    target: meeting.rowId,
    payload: { seats: seats.map(one => ({ account: one.accountId, classes: one.classes })) },
  })
  await tellSeats(tx, meeting.rowId, 'panel.agenda-sent')
  return ok(null)
}

async function takeOffDead(tx: Tx, meetingId: RowId): Promise<void> {
  const on = (await listItems(tx, meetingId)).filter(one => one.state === 'on')
  const named = await nameThem(
    tx,
    on.map(one => ({ personId: one.personId, isNamed: false })),
  )
  for (const one of on) {
    if (!named.get(one.personId)?.hasDied) continue
    await updateState(tx, one, { state: 'off', offWhy: 'died' })
    await record(tx, { action: 'panel.taken-off', about: [one.personId], target: one.rowId })
  }
}

async function tellSeats(tx: Tx, meetingId: RowId, kind: string): Promise<void> {
  for (const { accountId } of await listSeats(tx, meetingId))
    if (accountId !== tx.acting.actorId) await sendNotice(tx, { accountId, kind, targetId: meetingId })
}

/** Calls a meeting off: nobody reads its agenda any more, and what stood on it waits for the next. */
export async function callOff(tx: Tx, panel: Panel, meeting: Meeting, why: string): Promise<Result<null, 'stale'>> {
  await holdMeeting(tx, meeting.rowId)
  if ((await updateMeeting(tx, meeting, { state: 'called-off', offWhy: why })) === 0) return refused('stale')
  await asHouse(tx, 'the agenda of a meeting that is called off', worker => updatePutOff(worker, meeting.rowId))
  await record(tx, { action: 'panel.called-off', target: meeting.rowId })
  if (meeting.state === 'sent') await tellSeats(tx, meeting.rowId, 'panel.called-off')
  await carryToNext(tx, panel)
  return ok(null)
}

/** What was put off stands on the next agenda that is being prepared, where there is one. */
async function carryToNext(tx: Tx, panel: Panel): Promise<void> {
  const next = (await listMeetings(tx, [panel.rowId])).findLast(
    one => one.state === 'preparing' && one.onDay >= tx.acting.today,
  )
  if (next) await carryOver(tx, panel, next.rowId)
}

export type WhoCame = {
  readonly came: ReadonlyMap<AccountId, Came | null>
  readonly alsoThere: string
  readonly notes: string
}

/** Writes down who came, and what was said of nobody in particular. */
export async function sayWhoCame(tx: Tx, meeting: Meeting, said: WhoCame): Promise<Result<null, 'stale'>> {
  const { alsoThere, notes } = said
  if ((await updateMeeting(tx, meeting, { alsoThere, notes })) === 0) return refused('stale')
  for (const [accountId, came] of said.came) await updateCame(tx, meeting.rowId, accountId, came)
  await record(tx, { action: 'panel.who-came-said', target: meeting.rowId })
  return ok(null)
}

/** Closes a meeting: what was put before the panel is no longer read by its seats, what came of it for a while. */
export async function closeMeeting(
  tx: Tx,
  panel: Panel,
  meeting: Meeting,
): Promise<Result<null, CloseTrouble | 'stale'>> {
  await holdMeeting(tx, meeting.rowId)
  await takeOffDead(tx, meeting.rowId)
  const items = await listItems(tx, meeting.rowId)
  const seats = await listSeats(tx, meeting.rowId)
  const trouble = closeTrouble(
    meeting,
    items,
    seats.some(one => one.came !== null),
    tx.acting.today,
  )
  if (trouble !== undefined) return refused(trouble)
  if ((await updateMeeting(tx, meeting, { state: 'closed' })) === 0) return refused('stale')
  await asHouse(tx, 'what nobody round the table could speak of', worker => updateUnseen(worker, meeting.rowId))
  await record(tx, {
    action: 'panel.closed',
    about: [...new Set(items.map(one => one.personId))],
    target: meeting.rowId,
  })
  await carryToNext(tx, panel)
  return ok(null)
}
