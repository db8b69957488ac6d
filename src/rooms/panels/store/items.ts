import { filingIn } from '#ground/database/filing.ts'
import { query, type Tx } from '#ground/database/tx.ts'
import { newId, type PersonId, type RowId } from '#ground/ids.ts'
import type { Asked, Brought, Candidate, Item, ItemState, Line } from '../panel.ts'

const COLUMNS = `i.id as "rowId", i.person_id as "personId", i.class as "classBit", i.panel_id as "panelId", i.meeting_id as "meetingId",
  i.from_item_id as "fromItemId", i.reason, i.question, i.named_why as "namedWhy", i.known, i.view, i.view_words as "viewWords", i.view_answer as "viewAnswer",
  i.asked_by as "askedBy", i.asked_on as "askedOn", i.withheld_why as "withheldWhy", i.withheld_review_on as "withheldReviewOn", i.brought_by as "broughtBy",
  i.state, i.outcome_words as "outcomeWords", i.off_why as "offWhy", i.version`

export async function findItem(tx: Tx, id: RowId): Promise<Item | undefined> {
  const [row] = await query<Item>(
    tx,
    `select ${COLUMNS} from panel_item i where i.partnership_id = $1 and i.id = $2 and i.sealed_at is null`,
    [tx.acting.partnershipId, id],
  )
  return row
}

/** The agenda of a meeting, as far as the caller may see it: what was put off before comes first. */
export function listItems(tx: Tx, meetingId: RowId): Promise<Item[]> {
  return query<Item>(
    tx,
    `select ${COLUMNS} from panel_item i where i.partnership_id = $1 and i.meeting_id = $2 and i.sealed_at is null
     order by i.from_item_id is null, i.recorded_at, i.id`,
    [tx.acting.partnershipId, meetingId],
  )
}

/** How many are on the agendas of some meetings, of those the caller may see. */
export async function countOn(tx: Tx, meetingIds: readonly RowId[]): Promise<ReadonlyMap<RowId, number>> {
  const rows = await query<{ id: RowId; count: number }>(
    tx,
    `select i.meeting_id as id, count(*)::int as count from panel_item i
     where i.partnership_id = $1 and i.meeting_id = any($2::uuid[]) and i.state <> 'off' and i.sealed_at is null group by i.meeting_id`,
    [tx.acting.partnershipId, [...meetingIds]],
  )
  return new Map(rows.map(row => [row.id, row.count]))
}

/** What was brought to panels about somebody, newest first, as far as the caller may see it; nothing of what is only being prepared. */
export function listBroughtOn(tx: Tx, personId: PersonId): Promise<Brought[]> {
  return query<Brought>(
    tx,
    `select ${COLUMNS}, p.title as panel, m.on_day as "onDay",
       coalesce((select array_agg(a.what order by a.due_on, a.id) from panel_action a where a.partnership_id = i.partnership_id and a.item_id = i.id
         and a.sealed_at is null), '{}') as actions
     from panel_item i join panel_meeting m on m.partnership_id = i.partnership_id and m.id = i.meeting_id and m.state in ('sent', 'closed')
     join panel p on p.partnership_id = i.partnership_id and p.id = i.panel_id
     where i.partnership_id = $1 and i.person_id = $2 and i.state <> 'off' and i.known is not null and i.sealed_at is null
     order by m.on_day desc, i.id desc limit 50`,
    [tx.acting.partnershipId, personId],
  )
}

export type NewItem = Pick<
  Item,
  'personId' | 'classBit' | 'panelId' | 'meetingId' | 'fromItemId' | 'reason' | 'question' | 'broughtBy'
>

export async function insertItem(tx: Tx, item: NewItem): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await query(
    tx,
    `insert into panel_item (partnership_id, id, person_id, origin_person_id, class, panel_id, meeting_id, from_item_id, reason, question, brought_by,
       recorded_at, recorded_by)
     values ($1, $2, $3, coalesce((select origin_person_id from panel_item where partnership_id = $1 and id = $7), $3), $4, $5, $6, $7, $8, $9, $10,
       $11, $12)`,
    [
      ...[tx.acting.partnershipId, id, item.personId, item.classBit, item.panelId, item.meetingId, item.fromItemId],
      ...[item.reason, item.question, item.broughtBy, tx.acting.at, tx.acting.actorId],
    ],
  )
  return id
}

/** What is put before the panel, changed in a version that was seen. Returns 0 when it was changed meanwhile. */
export async function updatePrepared(
  tx: Tx,
  before: Pick<Item, 'rowId' | 'version'>,
  to: Asked & Pick<Item, 'question' | 'namedWhy' | 'askedBy' | 'askedOn'>,
): Promise<number> {
  const rows = await query(
    tx,
    `update panel_item set question = $4, named_why = $5, known = $6, view = $7, view_words = $8, view_answer = $9, withheld_why = $10,
       withheld_review_on = $11, asked_by = $12, asked_on = $13, version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 and state = 'on' returning 1`,
    [
      ...[tx.acting.partnershipId, before.rowId, before.version, to.question, to.namedWhy, to.known, to.view],
      ...[to.viewWords, to.viewAnswer, to.withheldWhy, to.withheldReviewOn, to.askedBy, to.askedOn],
    ],
  )
  return rows.length
}

/** Where it stands, moved from a version that was seen. Returns 0 when it was changed meanwhile. */
export async function updateState(
  tx: Tx,
  before: Pick<Item, 'rowId' | 'version'>,
  to: { readonly state: ItemState; readonly outcomeWords?: string; readonly offWhy?: string },
): Promise<number> {
  const rows = await query(
    tx,
    `update panel_item set state = $4, outcome_words = coalesce($5, outcome_words), off_why = coalesce($6, off_why), version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 and state <> 'off' returning 1`,
    [tx.acting.partnershipId, before.rowId, before.version, to.state, to.outcomeWords ?? null, to.offWhy ?? null],
  )
  return rows.length
}

/** Of a meeting that is over, what nobody could say anything of: the chair no longer sees it. As the house. */
export async function updateUnseen(worker: Tx, meetingId: RowId): Promise<void> {
  await query(
    worker,
    `update panel_item set state = 'not-discussed', version = version + 1 where partnership_id = $1 and meeting_id = $2 and state = 'on'`,
    [worker.acting.partnershipId, meetingId],
  )
}

/** Those of a panel that were put off and stand on no later agenda yet, as far as the caller may see them. */
export function listPutOff(tx: Tx, panelId: RowId): Promise<Item[]> {
  return query<Item>(
    tx,
    `select ${COLUMNS} from panel_item i join panel_meeting m on m.partnership_id = i.partnership_id and m.id = i.meeting_id
       and m.state in ('closed', 'called-off')
     where i.partnership_id = $1 and i.panel_id = $2 and i.state = 'put-off' and i.sealed_at is null
       and not exists (select 1 from panel_item n where n.partnership_id = i.partnership_id and n.from_item_id = i.id and n.sealed_at is null)
     order by i.recorded_at, i.id limit 200`,
    [tx.acting.partnershipId, panelId],
  )
}

/** What stood on an agenda that is called off waits for the next meeting. As the house: also what the chair may not see. */
export async function updatePutOff(worker: Tx, meetingId: RowId): Promise<void> {
  await query(
    worker,
    `update panel_item set state = 'put-off', version = version + 1 where partnership_id = $1 and meeting_id = $2 and state = 'on'`,
    [worker.acting.partnershipId, meetingId],
  )
}

/** What was put before the panel of one goes along to the next agenda, also what the chair may not read. As the house. */
export async function copyPrepared(worker: Tx, fromId: RowId, toId: RowId): Promise<void> {
  const { partnershipId, at, actorId } = worker.acting
  await query(
    worker,
    `update panel_item n set named_why = i.named_why, known = i.known, view = i.view, view_words = i.view_words, view_answer = i.view_answer,
       asked_by = i.asked_by, asked_on = i.asked_on, withheld_why = i.withheld_why, withheld_review_on = i.withheld_review_on
     from panel_item i where n.partnership_id = $1 and n.id = $3 and i.partnership_id = $1 and i.id = $2`,
    [partnershipId, fromId, toId],
  )
  await query(
    worker,
    `insert into panel_line (partnership_id, id, person_id, origin_person_id, class, item_id, words, recorded_at, recorded_by)
     select l.partnership_id, gen_random_uuid(), n.person_id, n.origin_person_id, l.class, n.id, l.words, $4, $5
     from panel_line l join panel_item n on n.partnership_id = l.partnership_id and n.id = $3
     where l.partnership_id = $1 and l.item_id = $2 and l.replaced_at is null and l.sealed_at is null`,
    [partnershipId, fromId, toId, at, actorId],
  )
}

/** What the panel reads of some, as far as the caller may see it. */
export function listLines(tx: Tx, itemIds: readonly RowId[]): Promise<Line[]> {
  return query<Line>(
    tx,
    `select l.item_id as "itemId", l.class as "classBit", l.words from panel_line l
     where l.partnership_id = $1 and l.item_id = any($2::uuid[]) and l.replaced_at is null and l.sealed_at is null order by l.class`,
    [tx.acting.partnershipId, [...itemIds]],
  )
}

/** Writes a line; what stood of its class is kept behind it. */
export async function putLine(
  tx: Tx,
  of: Pick<Item, 'rowId' | 'personId'>,
  line: Pick<Line, 'classBit' | 'words'>,
): Promise<void> {
  await query(
    tx,
    `update panel_line set replaced_at = $4 where partnership_id = $1 and item_id = $2 and class = $3 and replaced_at is null`,
    [tx.acting.partnershipId, of.rowId, line.classBit, tx.acting.at],
  )
  if (line.words === '') return
  await query(
    tx,
    `insert into panel_line (partnership_id, id, person_id, origin_person_id, class, item_id, words, recorded_at, recorded_by)
     values ($1, $2, $3, coalesce((select origin_person_id from panel_item where partnership_id = $1 and id = $5), $3), $4, $5, $6, $7, $8)`,
    [
      ...[tx.acting.partnershipId, newId(tx.acting.at), of.personId, line.classBit, of.rowId, line.words],
      ...[tx.acting.at, tx.acting.actorId],
    ],
  )
}

/** When and by whom it was brought. */
export const findFiling = filingIn('panel_item', 'brought_by')

/**
 * Takes it off view with all that belongs to it (K9): what it was put off from and what it was put off to are about the same wrong young person, and
 * would bring them back. As the house. Returns how many of what was asked.
 */
export async function updateSealed(worker: Tx, personId: PersonId, id: RowId): Promise<number> {
  const { partnershipId, at } = worker.acting
  const sealed = await query<{ id: RowId }>(
    worker,
    `with recursive before as (
       select id, from_item_id from panel_item where partnership_id = $1 and person_id = $2 and id = $3
       union select i.id, i.from_item_id from panel_item i join before b on i.partnership_id = $1 and i.id = b.from_item_id),
     chain as (
       select id from before
       union select i.id from panel_item i join chain c on i.partnership_id = $1 and i.from_item_id = c.id)
     update panel_item set sealed_at = $4, version = version + 1
     where partnership_id = $1 and id in (select id from chain) and sealed_at is null returning id`,
    [partnershipId, personId, id, at],
  )
  const ids = sealed.map(one => one.id)
  for (const table of ['panel_line', 'panel_action'])
    await query(
      worker,
      `update ${table} set sealed_at = $3 where partnership_id = $1 and item_id = any($2::uuid[]) and sealed_at is null`,
      [...[partnershipId, ids, at]],
    )
  return ids.includes(id) ? 1 : 0
}

/** Those in the groups the acting account works from (lists it tracks, a team) for whom nobody leads. Starts from its grants, not from row security. */
export function listUnled(tx: Tx, most: number): Promise<Pick<Candidate, 'personId' | 'name'>[]> {
  return query(
    tx,
    `with mine as materialized (
       select distinct m.person_id from access_grant g
       join access_member m on m.partnership_id = g.partnership_id and m.group_id = g.group_id and m.ended_at is null
       where g.partnership_id = $1 and g.scope = 'group' and g.holder_id = any($2::uuid[]) and g.started_at <= $3 and (g.ended_at is null or g.ended_at > $3))
     select p.id as "personId", p.known_family || ', ' || p.known_given as name from mine
     join person p on p.partnership_id = $1 and p.id = mine.person_id and p.state = 'active' and p.died_on is null
     where not exists (select 1 from lead_adviser l where l.partnership_id = p.partnership_id and l.person_id = p.id and l.finished_on is null)
     order by p.sort_key, p.id limit $4`,
    [tx.acting.partnershipId, [...tx.acting.holders], tx.acting.at, most],
  )
}
