import { z } from 'zod'
import { asHouse, type Tx } from '#ground/database/tx.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import { listOrganisations } from '#rooms/directory/index.ts'
import { actorOfVisit, findNames, roleMay, type Visit } from '#rooms/identity/index.ts'
import { idParam } from '#web/params.ts'
import { type Answer, nothing } from '#web/register.ts'
import { unbarredAmong } from '../actions/barred.ts'
import { listAttenders } from '../actions/keeping.ts'
import { nameThem } from '../actions/naming.ts'
import { noteShown } from '../actions/showing.ts'
import type { Item, Line, Meeting, Member, Named, Panel, PanelAction, Seat } from '../panel.ts'
import { listActionsOf } from '../store/actions.ts'
import { listItems, listLines } from '../store/items.ts'
import { findMeeting, listSeats } from '../store/meetings.ts'
import { findPanel, listMembers } from '../store/panels.ts'

export const panelParam = z.object({ panelId: idParam<RowId>() })
export const meetingParam = z.object({ meetingId: idParam<RowId>() })
export const itemParam = z.object({ itemId: idParam<RowId>() })
export const actionParam = z.object({ actionId: idParam<RowId>() })
export const personParam = z.object({ personId: idParam<PersonId>() })
export type AnyVisit = Visit<unknown, unknown>

/** A panel as one visitor stands to it. */
export type KnownPanel = {
  readonly panel: Panel
  readonly members: readonly Member[]
  readonly isChair: boolean
  readonly isMember: boolean
  /** May set up panels, and so name a chair where there is none; sees of it what no young person stands in. */
  readonly oversees: boolean
}

/** A panel, for whoever chairs or attends it and for whoever may set up one; for all others there is none (K8). */
export async function withPanel(
  visit: Visit<{ panelId: RowId }, unknown>,
  work: (known: KnownPanel) => Promise<Answer> | Answer,
): Promise<Answer> {
  const known = await knownPanel(visit, visit.params.panelId)
  return known ? work(known) : nothing('unknown')
}

export async function knownPanel(visit: AnyVisit, id: RowId): Promise<KnownPanel | undefined> {
  const { accountId, role, organisationId } = actorOfVisit(visit)
  const panel = await findPanel(visit.tx, id)
  if (!panel) return undefined
  const members = await listMembers(visit.tx, id)
  const oversees = roleMay(role, 'panel.keep')
  const isMember = members.some(one => one.accountId === accountId && one.organisationId === organisationId)
  const isChair = oversees && panel.chairId === accountId && isMember
  return isMember || oversees ? { panel, members, isChair, isMember, oversees } : undefined
}

/** What is the chair's alone to do, while the panel goes on. */
export function asChair(
  visit: Visit<{ panelId: RowId }, unknown>,
  work: (known: KnownPanel) => Promise<Answer> | Answer,
): Promise<Answer> {
  return withPanel(visit, known =>
    known.isChair && known.panel.endedOn === null ? work(known) : nothing('not-the-chair'),
  )
}

export type KnownMeeting = {
  readonly panel: Panel
  readonly meeting: Meeting
  readonly seats: readonly Seat[]
  readonly isChair: boolean
}

/** A meeting, for the chair and for whoever has a seat at it; for all others there is none (K8). */
export async function withMeeting(
  visit: Visit<{ meetingId: RowId }, unknown>,
  work: (known: KnownMeeting) => Promise<Answer> | Answer,
): Promise<Answer> {
  const known = await knownMeeting(visit, visit.params.meetingId)
  return known ? work(known) : nothing('unknown')
}

export async function knownMeeting(visit: AnyVisit, id: RowId): Promise<KnownMeeting | undefined> {
  const { accountId, organisationId } = actorOfVisit(visit)
  const meeting = await findMeeting(visit.tx, id)
  const known = meeting && (await knownPanel(visit, meeting.panelId))
  if (!meeting || !known) return undefined
  const seats = await listSeats(visit.tx, id)
  const hasSeat = seats.some(one => one.accountId === accountId && one.organisationId === organisationId)
  return hasSeat || known.isChair ? { panel: known.panel, meeting, seats, isChair: known.isChair } : undefined
}

/** What is the chair's alone to do at a meeting. */
export function asChairOf(
  visit: Visit<{ meetingId: RowId }, unknown>,
  work: (known: KnownMeeting) => Promise<Answer> | Answer,
): Promise<Answer> {
  return withMeeting(visit, known => (known.isChair ? work(known) : nothing('not-the-chair')))
}

/** Somebody on an agenda, as one reader may read of them. */
export type AgendaRow = {
  readonly item: Item
  readonly named: Named
  readonly lines: readonly Line[]
  readonly actions: readonly PanelAction[]
  /** Names of those with a seat who may not know of them: for the chair. */
  readonly notFor: readonly string[]
}

/**
 * The agenda as the visitor may read it: the chair also what is being prepared or was taken off, others from the day it is sent.
 * Whoever reads somebody by their seat is written down for each of them where no right over the record would tell it (K9).
 */
export async function agendaOf(visit: AnyVisit, known: KnownMeeting): Promise<AgendaRow[]> {
  const { tx } = visit
  const { meeting, isChair } = known
  if (!isChair && meeting.state !== 'sent' && meeting.state !== 'closed') return []
  const items = (await listItems(tx, meeting.rowId)).filter(
    one => isChair || (one.known !== null && one.state !== 'off'),
  )
  const ids = items.map(one => one.rowId)
  const [named, lines, actions] = [
    await nameThem(tx, items.map(toName)),
    await listLines(tx, ids),
    await listActionsOf(tx, ids),
  ]
  const rows: AgendaRow[] = []
  // A roll opens no more of it than no right at all (K3).
  const byRoll = actorOfVisit(visit).role === 'partner-practitioner'
  for (const item of items) {
    const who = named.get(item.personId)
    // Of somebody who has died nothing is left to ask: the chair takes them off.
    if (!who || (who.hasDied && !isChair)) continue
    rows.push({
      item,
      named: who,
      lines: lines.filter(one => one.itemId === item.rowId),
      actions: actions.filter(one => one.itemId === item.rowId),
      notFor: isChair ? await notFor(tx, known.seats, item.personId) : [],
    })
  }
  await noteShown(
    tx,
    'panel.item-shown',
    rows.map(row => row.item),
    byRoll,
  )
  await noteShown(
    tx,
    'panel.action-shown',
    rows.flatMap(row => row.actions),
    byRoll,
  )
  return rows
}

export const toName = (item: Pick<Item, 'personId' | 'namedWhy'>) => ({
  personId: item.personId,
  isNamed: item.namedWhy !== '',
})

/** Who of those with a seat may not know of somebody: they are out of the room while they are spoken of (K4). */
async function notFor(tx: Tx, seats: readonly Seat[], personId: PersonId): Promise<string[]> {
  const open = await asHouse(tx, 'who may not know of somebody a panel speaks of', worker =>
    unbarredAmong(worker, personId, seats),
  )
  const shut = seats.map(one => one.accountId).filter(one => !open.has(one))
  return shut.length === 0 ? [] : [...(await findNames(tx, shut)).values()]
}

/** Those who attend or may, each with whom they act for. */
export async function attenderWords(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const places = new Map((await listOrganisations(tx)).map(one => [one.id, one.name]))
  return new Map(
    (await listAttenders(tx)).map(one => [
      one.membershipId as string,
      [one.name, one.jobTitle, places.get(one.organisationId) ?? ''].filter(Boolean).join(', '),
    ]),
  )
}

/** Names of accounts and of organisations, by id. */
export async function wordsFor(tx: Tx, accounts: readonly AccountId[]): Promise<ReadonlyMap<string, string>> {
  const names = await findNames(tx, [...new Set(accounts)])
  return new Map([...names, ...(await listOrganisations(tx)).map(one => [one.id as string, one.name] as const)])
}

export const aboutOf = (rows: readonly AgendaRow[]) => [...new Set(rows.map(one => one.item.personId))]
