import { query, type Tx } from '#ground/database/tx.ts'
import { type AccountId, type GroupId, newId, type RowId } from '#ground/ids.ts'
import type { Advice, TeamTask } from './advice.ts'

/** Whether a team takes on the adviser's task together, and whom it asks. */
export async function findTask(tx: Tx, teamId: GroupId): Promise<TeamTask | undefined> {
  const [row] = await query<TeamTask>(
    tx,
    `select t.team_id as "teamId", t.specialist_id as "specialistId", t.about, t.started_on as "startedOn", t.version
     from team_task t where t.partnership_id = $1 and t.team_id = $2 and t.ended_on is null`,
    [tx.acting.partnershipId, teamId],
  )
  return row
}

/** A team takes it on together from today, or asks somebody else from now on. */
export async function upsertTask(
  tx: Tx,
  teamId: GroupId,
  task: { readonly specialistId: AccountId; readonly about: string },
): Promise<void> {
  await query(
    tx,
    `insert into team_task (partnership_id, team_id, specialist_id, about, started_on, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (partnership_id, team_id) do update set specialist_id = excluded.specialist_id, about = excluded.about,
       started_on = case when team_task.ended_on is null then team_task.started_on else excluded.started_on end, ended_on = null,
       version = team_task.version + 1`,
    [
      ...[tx.acting.partnershipId, teamId, task.specialistId, task.about, tx.acting.today],
      ...[tx.acting.at, tx.acting.actorId],
    ],
  )
}

/** It does so no more. Returns 0 where it did not. */
export async function endTask(tx: Tx, teamId: GroupId): Promise<number> {
  const rows = await query(
    tx,
    `update team_task set ended_on = $3, version = version + 1 where partnership_id = $1 and team_id = $2 and ended_on is null returning 1`,
    [tx.acting.partnershipId, teamId, tx.acting.today],
  )
  return rows.length
}

const COLUMNS = `a.id as "rowId", a.team_id as "teamId", a.asked_by as "askedBy", a.asked_of as "askedOf", a.asked_on as "askedOn", a.question, a.state,
  a.answer, a.answered_on as "answeredOn", a.version`

/** What an account asked and was asked, what waits first, then the newest. */
export function listAdvice(tx: Tx, accountId: AccountId): Promise<Advice[]> {
  return query<Advice>(
    tx,
    `select ${COLUMNS} from advice a where a.partnership_id = $1 and (a.asked_by = $2 or a.asked_of = $2)
     order by a.state <> 'asked', a.asked_on desc, a.id desc limit 200`,
    [tx.acting.partnershipId, accountId],
  )
}

export async function findAdvice(tx: Tx, id: RowId): Promise<Advice | undefined> {
  const [row] = await query<Advice>(tx, `select ${COLUMNS} from advice a where a.partnership_id = $1 and a.id = $2`, [
    tx.acting.partnershipId,
    id,
  ])
  return row
}

export async function insertAdvice(
  tx: Tx,
  advice: Pick<Advice, 'teamId' | 'askedBy' | 'askedOf' | 'question'>,
): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await query(
    tx,
    `insert into advice (partnership_id, id, team_id, asked_by, asked_of, asked_on, question, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[tx.acting.partnershipId, id, advice.teamId, advice.askedBy, advice.askedOf, tx.acting.today],
      ...[advice.question, tx.acting.at, tx.acting.actorId],
    ],
  )
  return id
}

/** Answers it, or takes it back, from the version it was seen in. Returns 0 when it moved meanwhile. */
export async function updateAdvice(
  tx: Tx,
  before: Pick<Advice, 'rowId' | 'version'>,
  to: { readonly state: 'answered' | 'withdrawn'; readonly answer: string },
): Promise<number> {
  const rows = await query(
    tx,
    `update advice set state = $4, answer = $5, answered_on = case when $4 = 'answered' then $6::date end, version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 and state = 'asked' returning 1`,
    [tx.acting.partnershipId, before.rowId, before.version, to.state, to.answer, tx.acting.today],
  )
  return rows.length
}
