import { sql } from 'kysely'
import type { Instant } from '#ground/clock.ts'
import { query, type Tx } from '#ground/database/tx.ts'
import { type AccountId, newId, type PersonId, type RowId } from '#ground/ids.ts'
import { APPOINTMENT_COLUMNS, type AppointmentRow, fromRow } from '../diary/store.ts'
import { classOf, RESTRICTED } from '../store.ts'
import type { EndReason, OfRun, PartContent, Run, RunEnd, RunLine, RunMeeting, RunPart } from './run.ts'

const COLUMNS = `r.id as "rowId", r.person_id as "personId", r.account_id as "accountId", r.class, r.title, r.every_weeks as "everyWeeks", r.state,
  r.ended_on as "endedOn", r.ended_reason as "endedReason", r.ended_words as "endedWords", r.version`

type RunRow = Omit<Run, 'isRestricted'> & { readonly class: number }

function runOf<T extends RunRow>({ class: bit, ...row }: T): Omit<T, 'class'> & { readonly isRestricted: boolean } {
  return { ...row, isRestricted: bit === RESTRICTED }
}

/** Writes a run down under an id the form brought along. Returns how many: none when it was sent before. */
export async function insertRun(
  tx: Tx,
  of: {
    readonly id: RowId
    readonly personId: PersonId
    readonly accountId: AccountId
    readonly title: string
    readonly everyWeeks: 1 | 2
    readonly isRestricted: boolean
  },
): Promise<number> {
  const rows = await query(
    tx,
    `insert into meeting_run (partnership_id, id, person_id, origin_person_id, class, account_id, title, every_weeks, recorded_at, recorded_by)
     values ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing returning 1`,
    [
      ...[tx.acting.partnershipId, of.id, of.personId, classOf(of), of.accountId, of.title, of.everyWeeks],
      ...[tx.acting.at, tx.acting.actorId],
    ],
  )
  return rows.length
}

export async function insertPart(
  tx: Tx,
  run: { readonly rowId: RowId; readonly personId: PersonId; readonly isRestricted: boolean },
  position: number,
  part: PartContent,
): Promise<RunPart> {
  const rowId = newId<'row'>(tx.acting.at)
  await query(
    tx,
    `insert into meeting_run_part (partnership_id, id, person_id, origin_person_id, class, run_id, position, name, aim, meetings, recorded_at)
     values ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[tx.acting.partnershipId, rowId, run.personId, classOf(run), run.rowId, position, part.name, part.aim],
      ...[part.meetings, tx.acting.at],
    ],
  )
  return { ...part, rowId, position }
}

/** Puts a meeting into a run, and into one of its parts. */
export async function updateMeetingRun(tx: Tx, id: RowId, runId: RowId, partId: RowId | null): Promise<void> {
  await query(tx, `update appointment set run_id = $3, run_part_id = $4 where partnership_id = $1 and id = $2`, [
    ...[tx.acting.partnershipId, id, runId, partId],
  ])
}

export async function findRun(tx: Tx, id: RowId): Promise<Run | undefined> {
  const [row] = await query<RunRow>(
    tx,
    `select ${COLUMNS} from meeting_run r where r.partnership_id = $1 and r.id = $2`,
    [tx.acting.partnershipId, id],
  )
  return row && runOf(row)
}

/** When a run was written down, and by whom. */
export async function findRunFiling(tx: Tx, id: RowId): Promise<{ at: Instant; by: string | null } | undefined> {
  const [row] = await query<{ at: Instant; by: string | null }>(
    tx,
    `select recorded_at as at, recorded_by as by from meeting_run where partnership_id = $1 and id = $2`,
    [tx.acting.partnershipId, id],
  )
  return row
}

export function listParts(tx: Tx, runId: RowId): Promise<RunPart[]> {
  return query<RunPart>(
    tx,
    `select id as "rowId", position, name, aim, meetings from meeting_run_part
     where partnership_id = $1 and run_id = $2 order by position`,
    [tx.acting.partnershipId, runId],
  )
}

/** Meetings of a run in their order, as far as the caller may see them, with what came of their aims. */
export async function listMeetings(tx: Tx, runId: RowId): Promise<RunMeeting[]> {
  const found = await sql<AppointmentRow & Pick<RunMeeting, 'partId' | 'aimResult' | 'isWaitedFor'>>`
    select ${APPOINTMENT_COLUMNS}, a.run_part_id as "partId", c.aim_result as "aimResult",
       exists (select 1 from lone_visit v where v.partnership_id = a.partnership_id and v.appointment_id = a.id and v.ended_at is null) as "isWaitedFor"
     from appointment a
     left join contact c on c.partnership_id = a.partnership_id and c.id = a.contact_id and c.state = 'kept'
     where a.partnership_id = ${tx.acting.partnershipId} and a.run_id = ${runId} and a.sealed_at is null
     order by a.on_day, a.at_time, a.id limit 200`.execute(tx.db)
  return found.rows.map(fromRow)
}

/** Runs of somebody that go on, the newest first. */
export async function listRunsGoingOn(tx: Tx, personId: PersonId): Promise<RunLine[]> {
  const rows = await query<RunRow & Pick<RunLine, 'came' | 'meetings'>>(
    tx,
    `select ${COLUMNS}, n.came, n.meetings from meeting_run r
     cross join lateral (select count(*) filter (where a.state in ('came', 'late'))::int as came, count(*)::int as meetings from appointment a
       where a.partnership_id = r.partnership_id and a.run_id = r.id and a.state <> 'cancelled' and a.sealed_at is null) n
     where r.partnership_id = $1 and r.person_id = $2 and r.state = 'on' and r.sealed_at is null
     order by r.id desc limit 20`,
    [tx.acting.partnershipId, personId],
  )
  return rows.map(runOf)
}

/** The run and the part some meetings are in, by meeting: of those the caller may see. */
export async function listRunOf(tx: Tx, ids: readonly RowId[]): Promise<ReadonlyMap<RowId, OfRun>> {
  if (ids.length === 0) return new Map()
  const rows = await query<OfRun & { id: RowId }>(
    tx,
    `select a.id, r.id as "runId", r.title, p.name as part from appointment a
     join meeting_run r on r.partnership_id = a.partnership_id and r.id = a.run_id
     left join meeting_run_part p on p.partnership_id = a.partnership_id and p.id = a.run_part_id
     where a.partnership_id = $1 and a.id = any($2::uuid[]) and a.run_id is not null`,
    [tx.acting.partnershipId, [...ids]],
  )
  return new Map(rows.map(({ id, ...run }) => [id, run]))
}

export async function updateRunEnded(
  tx: Tx,
  seen: Pick<Run, 'rowId' | 'version'>,
  to: { readonly how: RunEnd; readonly reason: EndReason; readonly words: string },
): Promise<number> {
  const rows = await query(
    tx,
    `update meeting_run set state = $4, ended_on = $5, ended_reason = $6, ended_words = $7, version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 and state = 'on' returning 1`,
    [tx.acting.partnershipId, seen.rowId, seen.version, to.how, tx.acting.today, to.reason, to.words],
  )
  return rows.length
}

/** Notes that the run was moved, so that a form from before is told. */
export async function updateRunVersion(tx: Tx, seen: Pick<Run, 'rowId' | 'version'>): Promise<number> {
  const rows = await query(
    tx,
    `update meeting_run set version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 and state = 'on' returning 1`,
    [tx.acting.partnershipId, seen.rowId, seen.version],
  )
  return rows.length
}

/** Gives the runs of a young person that go on to whoever leads now; what is kept close stays where it is. As the house. */
export async function updateRunsAccount(
  worker: Tx,
  personId: PersonId,
  fromId: AccountId,
  toId: AccountId,
): Promise<RowId[]> {
  const rows = await query<{ id: RowId }>(
    worker,
    `update meeting_run set account_id = $4, version = version + 1
     where partnership_id = $1 and person_id = $2 and account_id = $3 and state = 'on' and class <> ${RESTRICTED} and sealed_at is null returning id`,
    [worker.acting.partnershipId, personId, fromId, toId],
  )
  return rows.map(row => row.id)
}

/** Takes a run with its parts off view: it was filed on the wrong person (K9). As the house. */
export async function updateRunSealed(worker: Tx, id: RowId): Promise<number> {
  const [first] = [worker.acting.partnershipId]
  const rows = await query(
    worker,
    `update meeting_run set sealed_at = $3 where partnership_id = $1 and id = $2 and sealed_at is null returning 1`,
    [first, id, worker.acting.at],
  )
  await query(
    worker,
    `update meeting_run_part set sealed_at = $3 where partnership_id = $1 and run_id = $2 and sealed_at is null`,
    [first, id, worker.acting.at],
  )
  return rows.length
}
