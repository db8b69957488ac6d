import { hold } from '#ground/database/hold.ts'
import { query, type Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { type AccountId, newId, type RowId } from '#ground/ids.ts'
import type { GroupSession, SessionContent, SessionLine, SessionState } from '../group.ts'

const COLUMNS = `g.id as "rowId", g.kind, g.title, g.discloses, g.happened_on as "happenedOn", g.at_time as "atTime", g.minutes, g.place, g.notes, g.newcomers,
  g.newcomer_words as "newcomerWords", g.recorded_by as "recordedBy", g.access, g.state, g.called_off_why as "calledOffWhy", g.version`

/** What of a session is written down, in the order of its columns. */
const valuesOf = (s: SessionContent) => [
  ...[s.kind, s.title, s.discloses, s.happenedOn, s.atTime, s.minutes, s.place, s.notes, s.newcomers],
  s.newcomerWords,
]

/** To the end of the transaction nobody else writes down who came to this session. */
export async function holdSession(tx: Tx, id: RowId): Promise<void> {
  await hold(tx, 'group-session', id)
}

/**
 * Writes a session down under an id the form brought along, held and open, or planned and closed. As the house. Returns how many: none when it was sent before.
 */
export async function insertSession(
  worker: Tx,
  id: RowId,
  s: SessionContent,
  state: Exclude<SessionState, 'called-off'> = 'held',
): Promise<number> {
  const rows = await query(
    worker,
    `insert into group_session (partnership_id, id, kind, title, discloses, happened_on, at_time, minutes, place, notes, newcomers, newcomer_words,
       recorded_at, recorded_by, state, access)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) on conflict do nothing returning 1`,
    [
      worker.acting.partnershipId,
      id,
      ...valuesOf(s),
      worker.acting.at,
      worker.acting.actorId,
      state,
      state === 'held' ? 'open' : 'closed',
    ],
  )
  return rows.length
}

/** A session the caller ran, or of which they may see that somebody came. */
export async function findSession(tx: Tx, id: RowId): Promise<GroupSession | undefined> {
  const [row] = await query<GroupSession>(
    tx,
    `select ${COLUMNS} from group_session g where g.partnership_id = $1 and g.id = $2`,
    [tx.acting.partnershipId, id],
  )
  return row
}

/** Who runs a session. */
export async function listStaff(tx: Tx, id: RowId): Promise<AccountId[]> {
  const rows = await query<{ id: AccountId }>(
    tx,
    `select account_id as id from group_session_staff where partnership_id = $1 and session_id = $2 and ended_at is null order by account_id`,
    [tx.acting.partnershipId, id],
  )
  return rows.map(row => row.id)
}

/** Sets who ran a session: those who are not among them are taken off. */
export async function setStaff(tx: Tx, id: RowId, staff: readonly AccountId[]): Promise<void> {
  const those = [tx.acting.partnershipId, id, [...staff]]
  await query(
    tx,
    `insert into group_session_staff (partnership_id, session_id, account_id) select $1, $2, unnest($3::uuid[])
     on conflict (partnership_id, session_id, account_id) do update set ended_at = null`,
    those,
  )
  await query(
    tx,
    `update group_session_staff set ended_at = $4
     where partnership_id = $1 and session_id = $2 and ended_at is null and account_id <> all($3::uuid[])`,
    [...those, tx.acting.at],
  )
}

/**
 * Sessions any of some colleagues ran, the newest first.
 * @param until only those of that day and before; null for all
 */
export function listSessions(
  tx: Tx,
  accountIds: readonly AccountId[],
  until: Day | null,
  most: number,
): Promise<SessionLine[]> {
  return query<SessionLine>(
    tx,
    `select ${COLUMNS}, array(select s.account_id from group_session_staff s where s.partnership_id = $1 and s.session_id = g.id and s.ended_at is null
       order by s.account_id) as staff
     from group_session g
     where g.partnership_id = $1 and ($3::date is null or g.happened_on <= $3)
       and g.id in (select s.session_id from group_session_staff s where s.partnership_id = $1 and s.account_id = any($2::uuid[]) and s.ended_at is null)
     order by g.happened_on desc, g.id desc limit $4`,
    [tx.acting.partnershipId, [...accountIds], until, most],
  )
}

/** Sessions that are days of a support group; to the end of the transaction nobody else changes them. As the house. */
export function listSessionsOfGroup(worker: Tx, groupId: RowId): Promise<GroupSession[]> {
  return query<GroupSession>(
    worker,
    `select ${COLUMNS} from group_session g where g.partnership_id = $1 and g.support_group_id = $2 order by g.id for update`,
    [worker.acting.partnershipId, groupId],
  )
}

/** What a session tells of by now; to the end of the transaction nobody makes it tell more. As the house. */
export async function readTold(worker: Tx, id: RowId): Promise<number | undefined> {
  const [row] = await query<{ discloses: number }>(
    worker,
    'select discloses from group_session where partnership_id = $1 and id = $2 for share',
    [worker.acting.partnershipId, id],
  )
  return row?.discloses
}

/** Keeps what a session said before it is corrected, and who ran it. */
export async function insertSessionVersion(
  tx: Tx,
  session: GroupSession,
  staff: readonly AccountId[],
  why: string,
): Promise<void> {
  const { rowId, version, ...content } = session
  await query(
    tx,
    `insert into group_session_version (partnership_id, id, session_id, version, content, why, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5::jsonb, $6, $7, $8)`,
    [
      ...[tx.acting.partnershipId, newId(tx.acting.at), rowId, version, JSON.stringify({ ...content, staff }), why],
      ...[tx.acting.at, tx.acting.actorId],
    ],
  )
}

/** Corrects a session that was seen in a version. Returns 0 when somebody did in between. */
export async function updateSession(
  tx: Tx,
  before: Pick<GroupSession, 'rowId' | 'version'>,
  to: SessionContent,
): Promise<number> {
  const rows = await query(
    tx,
    `update group_session set kind = $4, title = $5, discloses = $6, happened_on = $7, at_time = $8, minutes = $9, place = $10, notes = $11,
       newcomers = $12, newcomer_words = $13, version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 returning 1`,
    [tx.acting.partnershipId, before.rowId, before.version, ...valuesOf(to)],
  )
  return rows.length
}
