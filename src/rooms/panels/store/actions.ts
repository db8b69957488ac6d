import { filingIn, sealedIn } from '#ground/database/filing.ts'
import { chasedIn } from '#ground/database/late.ts'
import { query, type Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { type AccountId, newId, type PersonId, type RowId } from '#ground/ids.ts'
import type { PanelAction } from '../panel.ts'

const COLUMNS = `a.id as "rowId", a.person_id as "personId", a.class as "classBit", a.panel_id as "panelId", a.meeting_id as "meetingId", a.item_id as "itemId",
  a.owner_id as "ownerId", a.partner, a.what, a.due_on as "dueOn", a.state, a.over_on as "overOn", a.over_words as "overWords", a.version, p.title as panel,
  coalesce(i.named_why <> '', false) as "isNamed"`
/** Whoever owes it may no longer see the item: then they read initials. */
const JOINS = `panel_action a join panel p on p.partnership_id = a.partnership_id and p.id = a.panel_id
  left join panel_item i on i.partnership_id = a.partnership_id and i.id = a.item_id`

export async function findAction(tx: Tx, id: RowId): Promise<PanelAction | undefined> {
  const [row] = await query<PanelAction>(
    tx,
    `select ${COLUMNS} from ${JOINS} where a.partnership_id = $1 and a.id = $2 and a.sealed_at is null`,
    [tx.acting.partnershipId, id],
  )
  return row
}

/** What was agreed about some at their meeting, as far as the caller may see it. */
export function listActionsOf(tx: Tx, itemIds: readonly RowId[]): Promise<PanelAction[]> {
  return query<PanelAction>(
    tx,
    `select ${COLUMNS} from ${JOINS} where a.partnership_id = $1 and a.item_id = any($2::uuid[]) and a.sealed_at is null order by a.due_on, a.id`,
    [tx.acting.partnershipId, [...itemIds]],
  )
}

/** What a panel agreed at other meetings and is still to do. */
export function listOpenOf(tx: Tx, panelId: RowId, but: RowId): Promise<PanelAction[]> {
  return query<PanelAction>(
    tx,
    `select ${COLUMNS} from ${JOINS} where a.partnership_id = $1 and a.panel_id = $2 and a.meeting_id <> $3 and a.over_on is null and a.sealed_at is null
     order by a.due_on, a.id limit 200`,
    [tx.acting.partnershipId, panelId, but],
  )
}

/** What an account owes, what is due first; or what is over, the newest first. */
export function listOwned(tx: Tx, ownerId: AccountId, wanted: 'open' | 'over', most: number): Promise<PanelAction[]> {
  const isOpen = wanted === 'open'
  return query<PanelAction>(
    tx,
    `select ${COLUMNS} from ${JOINS} where a.partnership_id = $1 and a.owner_id = $2 and a.over_on ${isOpen ? 'is null' : 'is not null'} and a.sealed_at is null
     order by ${isOpen ? 'a.due_on, a.id' : 'a.over_on desc, a.id desc'} limit $3`,
    [tx.acting.partnershipId, ownerId, most],
  )
}

export type NewAction = Pick<PanelAction, 'ownerId' | 'partner' | 'what' | 'dueOn'>

export async function insertAction(
  tx: Tx,
  of: Pick<PanelAction, 'personId' | 'classBit' | 'panelId' | 'meetingId' | 'itemId'>,
  action: NewAction,
): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await query(
    tx,
    `insert into panel_action (partnership_id, id, person_id, origin_person_id, class, panel_id, meeting_id, item_id, owner_id, partner, what, due_on,
       recorded_at, recorded_by)
     values ($1, $2, $3, coalesce((select origin_person_id from panel_item where partnership_id = $1 and id = $7), $3), $4, $5, $6, $7, $8, $9, $10,
       $11, $12, $13)`,
    [
      ...[tx.acting.partnershipId, id, of.personId, of.classBit, of.panelId, of.meetingId, of.itemId, action.ownerId],
      ...[action.partner, action.what, action.dueOn, tx.acting.at, tx.acting.actorId],
    ],
  )
  return id
}

/** It is over, from a version that was seen. Returns 0 when it was changed meanwhile. */
export async function updateOver(
  tx: Tx,
  before: Pick<PanelAction, 'rowId' | 'version'>,
  to: { readonly state: 'done' | 'not-done'; readonly words: string },
): Promise<number> {
  const rows = await query(
    tx,
    `update panel_action set state = $4, over_words = $5, over_on = $6, version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 and over_on is null returning 1`,
    [tx.acting.partnershipId, before.rowId, before.version, to.state, to.words, tx.acting.today],
  )
  return rows.length
}

/** What somebody who leaves owes goes to another; its clock of being late begins anew. As the house. Returns which. */
export function updateOwner(
  worker: Tx,
  from: { readonly ownerId: AccountId; readonly panelId: RowId },
  toId: AccountId,
): Promise<{ id: RowId; personId: PersonId }[]> {
  return query(
    worker,
    `update panel_action set owner_id = $4, chased_at = null, escalated_at = null, version = version + 1
     where partnership_id = $1 and panel_id = $2 and owner_id = $3 and over_on is null and sealed_at is null returning id, person_id as "personId"`,
    [worker.acting.partnershipId, from.panelId, from.ownerId, toId],
  )
}

/** Panels of which an account owes something still. As the house. */
export async function listOwedPanels(worker: Tx, ownerId: AccountId): Promise<RowId[]> {
  const rows = await query<{ id: RowId }>(
    worker,
    `select distinct panel_id as id from panel_action where partnership_id = $1 and owner_id = $2 and over_on is null and sealed_at is null`,
    [worker.acting.partnershipId, ownerId],
  )
  return rows.map(row => row.id)
}

export type DueAction = Pick<PanelAction, 'rowId' | 'personId' | 'ownerId' | 'panelId'> & {
  readonly chairId: AccountId | null
  readonly dueOn: Day
  readonly isChased: boolean
  readonly isEscalated: boolean
}

/** Those that were due before today and of which somebody is still to be told; nothing about somebody who has died. As the house, by the clock. */
export function listDueActions(worker: Tx, most: number, since: Day): Promise<DueAction[]> {
  return query<DueAction>(
    worker,
    `select a.id as "rowId", a.person_id as "personId", a.owner_id as "ownerId", l.chair_id as "chairId", a.panel_id as "panelId", a.due_on as "dueOn",
       a.chased_at is not null as "isChased", a.escalated_at is not null as "isEscalated"
     from panel_action a join person p on p.partnership_id = a.partnership_id and p.id = a.person_id and p.died_on is null
     join panel l on l.partnership_id = a.partnership_id and l.id = a.panel_id
     where a.partnership_id = $1 and a.due_on < $2 and a.over_on is null and a.sealed_at is null
       and a.escalated_at is null and (a.chased_at is null or a.due_on <= $4)
     order by a.due_on, a.id limit $3`,
    [worker.acting.partnershipId, worker.acting.today, most, since],
  )
}

/** Notes that somebody was told that it is late. As the house. Returns how many: none when it was before. */
export const updateChased = chasedIn('panel_action')

/** When and by whom it was written down. */
export const findActionFiling = filingIn('panel_action', 'recorded_by')

/** Takes it off view (K9). As the house. Returns how many. */
export const updateActionSealed = sealedIn('panel_action')
