import { hold } from '#ground/database/hold.ts'
import { query, type Tx } from '#ground/database/tx.ts'
import type { AccountId, RowId } from '#ground/ids.ts'
import type { Came, Meeting, MeetingContent, Seat } from '../panel.ts'

const COLUMNS = `m.id as "rowId", m.panel_id as "panelId", m.on_day as "onDay", m.at_time as "atTime", m.place, m.state, m.sent_on as "sentOn",
  m.closed_at as "closedAt", m.also_there as "alsoThere", m.notes, m.off_why as "offWhy", m.version`

export async function findMeeting(tx: Tx, id: RowId): Promise<Meeting | undefined> {
  const [row] = await query<Meeting>(
    tx,
    `select ${COLUMNS} from panel_meeting m where m.partnership_id = $1 and m.id = $2`,
    [tx.acting.partnershipId, id],
  )
  return row
}

/** Meetings of some panels, the newest first. */
export function listMeetings(tx: Tx, panelIds: readonly RowId[]): Promise<Meeting[]> {
  return query<Meeting>(
    tx,
    `select ${COLUMNS} from panel_meeting m where m.partnership_id = $1 and m.panel_id = any($2::uuid[]) order by m.on_day desc, m.at_time desc, m.id desc limit 500`,
    [tx.acting.partnershipId, [...panelIds]],
  )
}

/** Meetings to which an account may bring somebody: of panels it chairs or attends, not over yet. */
export function listOpenFor(
  tx: Tx,
  accountId: AccountId,
): Promise<(Pick<Meeting, 'rowId' | 'panelId' | 'onDay'> & { panel: string; discloses: number })[]> {
  return query(
    tx,
    `select m.id as "rowId", m.panel_id as "panelId", m.on_day as "onDay", p.title as panel, p.discloses from panel_meeting m
     join panel p on p.partnership_id = m.partnership_id and p.id = m.panel_id
     join panel_seat s on s.partnership_id = m.partnership_id and s.meeting_id = m.id and s.account_id = $2 and s.ended_at is null
       and s.organisation_id = any($3::uuid[])
     where m.partnership_id = $1 and m.state in ('preparing', 'sent') order by m.on_day, m.id`,
    [tx.acting.partnershipId, accountId, [...tx.acting.holders]],
  )
}

/** Writes it down under the id its form brought along. Returns how many: none when it stands. */
export async function insertMeeting(tx: Tx, id: RowId, panelId: RowId, m: MeetingContent): Promise<number> {
  const rows = await query(
    tx,
    `insert into panel_meeting (partnership_id, id, panel_id, on_day, at_time, place, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning 1`,
    [tx.acting.partnershipId, id, panelId, m.onDay, m.atTime, m.place, tx.acting.at, tx.acting.actorId],
  )
  return rows.length
}

/** To the end of the transaction nobody else works on this agenda. */
export async function holdMeeting(tx: Tx, id: RowId): Promise<void> {
  await hold(tx, 'panel-meeting', id)
}

type Changed = Partial<
  Pick<Meeting, 'state' | 'onDay' | 'atTime' | 'place' | 'sentOn' | 'alsoThere' | 'notes' | 'offWhy'>
>

/** Changes one that was seen in a version and is not over. Returns 0 when it was changed meanwhile. */
export async function updateMeeting(tx: Tx, before: Pick<Meeting, 'rowId' | 'version'>, to: Changed): Promise<number> {
  const rows = await query(
    tx,
    `update panel_meeting set state = coalesce($4, state), on_day = coalesce($5, on_day), at_time = coalesce($6, at_time), place = coalesce($7, place),
       sent_on = coalesce($8, sent_on), also_there = coalesce($9, also_there), notes = coalesce($10, notes), off_why = coalesce($11, off_why),
       closed_at = case when $4 = 'closed' then $12::timestamptz end, version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 and state in ('preparing', 'sent') returning 1`,
    [
      ...[tx.acting.partnershipId, before.rowId, before.version, to.state ?? null, to.onDay ?? null, to.atTime ?? null],
      ...[to.place ?? null, to.sentOn ?? null, to.alsoThere ?? null, to.notes ?? null, to.offWhy ?? null, tx.acting.at],
    ],
  )
  return rows.length
}

export function listSeats(tx: Tx, meetingId: RowId): Promise<Seat[]> {
  return query<Seat>(
    tx,
    `select s.account_id as "accountId", s.organisation_id as "organisationId", s.classes, s.came from panel_seat s
     where s.partnership_id = $1 and s.meeting_id = $2 and s.ended_at is null order by s.account_id`,
    [tx.acting.partnershipId, meetingId],
  )
}

/** Gives every meeting of a panel that is not over the seats its members have now. */
export async function updateSeats(tx: Tx, panelId: RowId): Promise<void> {
  const values = [tx.acting.partnershipId, panelId]
  await query(
    tx,
    `insert into panel_seat (partnership_id, meeting_id, account_id, organisation_id, classes)
     select m.partnership_id, m.id, n.account_id, n.organisation_id, n.classes from panel_meeting m
     join panel_member n on n.partnership_id = m.partnership_id and n.panel_id = m.panel_id and n.ended_at is null
     where m.partnership_id = $1 and m.panel_id = $2 and m.state in ('preparing', 'sent')
     on conflict (partnership_id, meeting_id, account_id) do update set organisation_id = excluded.organisation_id, classes = excluded.classes, ended_at = null`,
    values,
  )
  await query(
    tx,
    `update panel_seat s set ended_at = $3 from panel_meeting m
     where m.partnership_id = $1 and m.panel_id = $2 and m.state in ('preparing', 'sent') and s.partnership_id = m.partnership_id and s.meeting_id = m.id
       and s.ended_at is null and not exists (select 1 from panel_member n where n.partnership_id = m.partnership_id and n.panel_id = m.panel_id
         and n.account_id = s.account_id and n.ended_at is null)`,
    [...values, tx.acting.at],
  )
}

/** Somebody who leaves has no seat any more, at no meeting of a panel, also of what is over. */
export async function endSeats(tx: Tx, panelId: RowId, accountId: AccountId): Promise<void> {
  await query(
    tx,
    `update panel_seat s set ended_at = $4 from panel_meeting m where m.partnership_id = $1 and m.panel_id = $2 and s.partnership_id = m.partnership_id
       and s.meeting_id = m.id and s.account_id = $3 and s.ended_at is null`,
    [tx.acting.partnershipId, panelId, accountId, tx.acting.at],
  )
}

export async function updateCame(tx: Tx, meetingId: RowId, accountId: AccountId, came: Came | null): Promise<void> {
  await query(
    tx,
    `update panel_seat set came = $4 where partnership_id = $1 and meeting_id = $2 and account_id = $3 and ended_at is null`,
    [tx.acting.partnershipId, meetingId, accountId, came],
  )
}
