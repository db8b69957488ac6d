/** What is done with somebody on an agenda: brought, prepared with them, taken off, carried over to the next. */
import { asHouse, type Tx } from '#ground/database/tx.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { CLASS_BITS, classesOn, fromBits, listBarriers, listSeeing, listUnbarred } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import { sendNotice } from '#rooms/notices/index.ts'
import { type FiledRow, findPerson } from '#rooms/people/index.ts'
import { classOfItem } from '../classes.ts'
import type { PanelPeople } from '../house.ts'
import { type Asked, type Item, type Meeting, PANEL_CLASSES, type Panel, type Reason } from '../panel.ts'
import { type AskedTrouble, askedTrouble, keptOf } from '../rules.ts'
import {
  copyPrepared,
  findFiling,
  findItem,
  insertItem,
  listItems,
  listLines,
  listPutOff,
  putLine,
  updatePrepared,
  updateSealed,
  updateState,
} from '../store/items.ts'
import { holdMeeting, listSeats } from '../store/meetings.ts'

export type BringTrouble = 'unknown' | 'died' | 'already' | 'over'

/**
 * Whether somebody may be put on an agenda. A restricted record goes on none, unless everybody with a seat is named for it; to
 * whoever tries it is as if there were none (K4, K8).
 */
async function troubleOf(
  tx: Tx,
  personId: PersonId,
  panel: Pick<Panel, 'discloses'>,
  meetingId: RowId,
): Promise<BringTrouble | undefined> {
  const person = await findPerson(tx, personId)
  if (person?.state !== 'active') return 'unknown'
  const [needed] = fromBits(classOfItem(panel))
  if (needed === undefined || !(await classesOn(tx, personId)).has(needed)) return 'unknown'
  if (await isShutTo(tx, personId, meetingId)) return 'unknown'
  return person.diedOn === null ? undefined : 'died'
}

async function isShutTo(tx: Tx, personId: PersonId, meetingId: RowId): Promise<boolean> {
  const seats = (await listSeats(tx, meetingId)).map(one => one.accountId)
  return asHouse(tx, 'whether a record is restricted', async worker => {
    const barriers = await listBarriers(worker, personId)
    if (!barriers.some(one => one.kind === 'restricted')) return false
    return (await listUnbarred(worker, personId, seats)).length < seats.length
  })
}

export type Bringing = {
  readonly personId: PersonId
  readonly reason: Reason
  readonly question: string
  readonly by: AccountId
}

/** Puts somebody on an agenda. Whoever leads for them is told; nobody round the table reads it before they were asked and the agenda was sent. */
export async function bring(
  tx: Tx,
  house: Pick<PanelPeople, 'leadOf'>,
  panel: Panel,
  meeting: Pick<Meeting, 'rowId' | 'state'>,
  { personId, reason, question, by }: Bringing,
): Promise<Result<RowId, BringTrouble>> {
  if (meeting.state !== 'preparing' && meeting.state !== 'sent') return refused('over')
  const trouble = await troubleOf(tx, personId, panel, meeting.rowId)
  if (trouble !== undefined) return refused(trouble)
  await holdMeeting(tx, meeting.rowId)
  const there = await listItems(tx, meeting.rowId)
  if (there.some(one => one.personId === personId && one.state !== 'off')) return refused('already')
  const id = await insertItem(tx, {
    ...{ personId, reason, question, classBit: classOfItem(panel), panelId: panel.rowId, meetingId: meeting.rowId },
    ...{ fromItemId: null, broughtBy: by },
  })
  await record(tx, { action: 'panel.brought', about: [personId], target: id, payload: { reason } })
  await tellLead(tx, house, { rowId: id, personId, classBit: classOfItem(panel) })
  return ok(id)
}

/** Whoever leads for them, where they may know of it (K6) and no barrier keeps them from it (K4). */
async function tellLead(
  tx: Tx,
  house: Pick<PanelPeople, 'leadOf'>,
  item: Pick<Item, 'rowId' | 'personId' | 'classBit'>,
): Promise<void> {
  const [leadId] = await asHouse(tx, 'who leads for somebody who is brought to a panel', async worker => {
    const lead = await house.leadOf(worker, item.personId)
    return listSeeing(worker, item, lead === undefined ? [] : [lead])
  })
  if (leadId !== undefined && leadId !== tx.acting.actorId)
    await sendNotice(tx, {
      accountId: leadId,
      kind: 'panel.brought',
      personId: item.personId,
      targetId: item.rowId,
    })
}

/** Classes of which somebody may write for a panel: what its purpose needs, of what they see of that record themselves. */
export async function writableOn(tx: Tx, panel: Pick<Panel, 'allows'>, personId: PersonId) {
  const seen = await classesOn(tx, personId)
  return PANEL_CLASSES.filter(name => seen.has(name) && (CLASS_BITS[name] & panel.allows) !== 0)
}

export type Preparing = Pick<Item, 'question' | 'namedWhy'> & {
  readonly asked: Asked
  readonly lines: ReadonlyMap<number, string>
}

/** Writes down what the panel is asked and reads, and what the young person says to it (K2). Lines of other classes than the writer may write stay as they are. */
export async function prepareItem(
  tx: Tx,
  panel: Panel,
  item: Item,
  { question, namedWhy, asked, lines }: Preparing,
): Promise<Result<null, AskedTrouble | 'stale' | 'over'>> {
  if (item.state !== 'on') return refused('over')
  const kept = keptOf(asked)
  const trouble = askedTrouble(asked, tx.acting.today)
  // A day of review that stood before and is over by now is no fault of whoever changes a word today.
  if (trouble !== undefined && !(trouble === 'withheld-review' && item.withheldReviewOn === asked.withheldReviewOn))
    return refused(trouble)
  const isSame = (['known', 'view', 'viewWords', 'viewAnswer', 'withheldWhy', 'withheldReviewOn'] as const).every(
    name => kept[name] === item[name],
  )
  const by = isSame
    ? { askedBy: item.askedBy, askedOn: item.askedOn }
    : kept.known === null
      ? { askedBy: null, askedOn: null }
      : { askedBy: tx.acting.actorId as AccountId, askedOn: tx.acting.today }
  if ((await updatePrepared(tx, item, { ...kept, ...by, question, namedWhy })) === 0) return refused('stale')
  const there = new Map((await listLines(tx, [item.rowId])).map(one => [one.classBit, one.words]))
  for (const name of await writableOn(tx, panel, item.personId)) {
    const classBit = CLASS_BITS[name]
    const words = lines.get(classBit) ?? ''
    if (words !== (there.get(classBit) ?? '')) await putLine(tx, item, { classBit, words })
  }
  await record(tx, {
    action: 'panel.prepared',
    about: [item.personId],
    target: item.rowId,
    payload: { known: kept.known, view: kept.view, isNamed: namedWhy !== '', from: item.version },
  })
  return ok(null)
}

/** Takes somebody off an agenda, with why. */
export async function takeOff(tx: Tx, item: Item, why: string): Promise<Result<null, 'stale'>> {
  if ((await updateState(tx, item, { state: 'off', offWhy: why })) === 0) return refused('stale')
  await record(tx, { action: 'panel.taken-off', about: [item.personId], target: item.rowId })
  return ok(null)
}

/** What was put off at earlier meetings stands first on this agenda, with all that was prepared; nobody who may not be on it any more. */
export async function carryOver(tx: Tx, panel: Panel, meetingId: RowId): Promise<void> {
  const held = await asHouse(tx, 'who is on an agenda already', worker => listItems(worker, meetingId))
  const there = new Set(held.map(one => one.personId))
  // As the house: a new chair sat at no meeting before, and a seat shows an earlier one for ninety days only.
  const putOff = await asHouse(tx, 'what a panel put off', worker => listPutOff(worker, panel.rowId))
  for (const was of putOff) {
    if (there.has(was.personId) || (await isShutTo(tx, was.personId, meetingId))) continue
    const person = await asHouse(tx, 'somebody put off by a panel', worker => findPerson(worker, was.personId))
    if (person?.state !== 'active' || person.diedOn !== null) continue
    there.add(was.personId)
    const id = await asHouse(tx, 'what was put before a panel and put off', async worker => {
      const next = await insertItem(worker, {
        ...{ personId: was.personId, reason: was.reason, question: was.question, classBit: classOfItem(panel) },
        ...{ panelId: panel.rowId, meetingId, fromItemId: was.rowId, broughtBy: was.broughtBy },
      })
      await copyPrepared(worker, was.rowId, next)
      return next
    })
    await record(tx, { action: 'panel.carried-over', about: [was.personId], target: id })
  }
}

/** As filed on a young person, where the actor may see it: for taking it off the wrong record (K9). */
export async function findFiledItem(tx: Tx, personId: PersonId, id: RowId): Promise<FiledRow | undefined> {
  const item = await findItem(tx, id)
  if (item?.personId !== personId) return undefined
  const filed = await findFiling(tx, id)
  return filed && { rowId: id, said: item.question, classBit: item.classBit, filedBy: filed.by, filedAt: filed.at }
}

/** Seals it with what was put before the panel and what was agreed. Asked as the house. Returns how many. */
export function sealItem(worker: Tx, personId: PersonId, id: RowId): Promise<number> {
  return updateSealed(worker, personId, id)
}
