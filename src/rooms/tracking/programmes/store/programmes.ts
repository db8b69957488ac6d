import { query, type Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { newId, type RowId } from '#ground/ids.ts'
import type { Lesson, Programme, ProgrammeChange, ProgrammeContent, Stage, StageContent } from '../programme.ts'

const COLUMNS = `p.id, p.name, p.about, p.organisation_id as "organisationId", p.discloses, p.min_age as "minAge", p.max_age as "maxAge",
  p.needs_lead as "needsLead", p.needs_assessment as "needsAssessment", p.needs_plan as "needsPlan", p.entry_words as "entryWords",
  p.closed_on as "closedOn", p.version`

/** Every programme, those that are open first, by name. */
export function listProgrammes(tx: Tx): Promise<Programme[]> {
  return query<Programme>(
    tx,
    `select ${COLUMNS} from programme p where p.partnership_id = $1 order by p.closed_on is not null, lower(p.name), p.id`,
    [tx.acting.partnershipId],
  )
}

export async function findProgramme(tx: Tx, id: RowId): Promise<Programme | undefined> {
  const [row] = await query<Programme>(
    tx,
    `select ${COLUMNS} from programme p where p.partnership_id = $1 and p.id = $2`,
    [tx.acting.partnershipId, id],
  )
  return row
}

/** Whether another open programme has the name. */
export async function isNameTaken(tx: Tx, name: string, but: RowId | null): Promise<boolean> {
  const rows = await query(
    tx,
    `select 1 from programme where partnership_id = $1 and lower(name) = lower($2) and closed_on is null and id is distinct from $3`,
    [tx.acting.partnershipId, name, but],
  )
  return rows.length > 0
}

export async function insertProgramme(tx: Tx, p: ProgrammeContent): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await query(
    tx,
    `insert into programme (partnership_id, id, name, about, min_age, max_age, needs_lead, needs_assessment, needs_plan, entry_words, organisation_id,
       discloses, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      ...[tx.acting.partnershipId, id, ...changed(p), p.organisationId, p.discloses],
      ...[tx.acting.at, tx.acting.actorId],
    ],
  )
  return id
}

/** Changes an open programme that was seen in a version; who runs it stays. Returns 0 when somebody saved in between. */
export async function updateProgramme(tx: Tx, id: RowId, p: ProgrammeChange, version: number): Promise<number> {
  const rows = await query(
    tx,
    `update programme set name = $3, about = $4, min_age = $5, max_age = $6, needs_lead = $7, needs_assessment = $8, needs_plan = $9, entry_words = $10,
       version = version + 1
     where partnership_id = $1 and id = $2 and version = $11 and closed_on is null returning 1`,
    [tx.acting.partnershipId, id, ...changed(p), version],
  )
  return rows.length
}

const changed = (p: ProgrammeChange) => [
  ...[p.name, p.about, p.minAge, p.maxAge, p.needsLead, p.needsAssessment, p.needsPlan, p.entryWords],
]

/** Closes a programme: nobody comes on it any more. Returns how many it was. */
export async function updateClosed(tx: Tx, id: RowId): Promise<number> {
  const rows = await query(
    tx,
    `update programme set closed_on = $3, version = version + 1 where partnership_id = $1 and id = $2 and closed_on is null returning 1`,
    [tx.acting.partnershipId, id, tx.acting.today],
  )
  return rows.length
}

const STAGE = `s.programme_id as "programmeId", s.position, s.name, s.weeks, s.done_when as "doneWhen", s.adviser_id as "adviserId", s.version`

/** Stages of the programmes named, in their order. */
export function listStages(tx: Tx, programmeIds: readonly RowId[]): Promise<Stage[]> {
  return query<Stage>(
    tx,
    `select ${STAGE} from programme_stage s where s.partnership_id = $1 and s.programme_id = any($2::uuid[]) order by s.programme_id, s.position`,
    [tx.acting.partnershipId, programmeIds],
  )
}

/** Adds a stage after those there are. Returns 0 where another was added meanwhile. */
export async function insertStage(tx: Tx, programmeId: RowId, position: number, s: StageContent): Promise<number> {
  const rows = await query(
    tx,
    `insert into programme_stage (partnership_id, programme_id, position, name, weeks, done_when, adviser_id, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing returning 1`,
    [
      ...[tx.acting.partnershipId, programmeId, position, s.name, s.weeks, s.doneWhen, s.adviserId],
      ...[tx.acting.at, tx.acting.actorId],
    ],
  )
  return rows.length
}

/** Changes a stage that was seen in a version. Returns 0 when somebody saved in between. */
export async function updateStage(tx: Tx, before: Stage, s: StageContent): Promise<number> {
  const rows = await query(
    tx,
    `update programme_stage set name = $4, weeks = $5, done_when = $6, adviser_id = $7, version = version + 1
     where partnership_id = $1 and programme_id = $2 and position = $3 and version = $8 returning 1`,
    [
      ...[tx.acting.partnershipId, before.programmeId, before.position, s.name, s.weeks, s.doneWhen, s.adviserId],
      before.version,
    ],
  )
  return rows.length
}

/** What was learnt from those who left early, newest first. */
export function listLessons(tx: Tx, programmeId: RowId): Promise<Lesson[]> {
  return query<Lesson>(
    tx,
    `select l.id, l.learnt, l.change, l.said_on as "saidOn", l.due_on as "dueOn", l.done_on as "doneOn" from programme_lesson l
     where l.partnership_id = $1 and l.programme_id = $2 order by l.said_on desc, l.id desc limit 100`,
    [tx.acting.partnershipId, programmeId],
  )
}

export async function insertLesson(
  tx: Tx,
  programmeId: RowId,
  lesson: Pick<Lesson, 'learnt' | 'change' | 'dueOn'>,
): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await query(
    tx,
    `insert into programme_lesson (partnership_id, id, programme_id, learnt, change, due_on, said_on, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[tx.acting.partnershipId, id, programmeId, lesson.learnt, lesson.change, lesson.dueOn],
      ...[tx.acting.today, tx.acting.at, tx.acting.actorId],
    ],
  )
  return id
}

/** Notes that what was to change has. Returns how many it was. */
export async function updateLessonDone(tx: Tx, programmeId: RowId, id: RowId): Promise<number> {
  const rows = await query(
    tx,
    `update programme_lesson set done_on = $4 where partnership_id = $1 and programme_id = $2 and id = $3 and done_on is null returning 1`,
    [tx.acting.partnershipId, programmeId, id, tx.acting.today],
  )
  return rows.length
}

export type Ended = {
  readonly state: 'completed' | 'left'
  readonly reason: string | null
  readonly isTalkedWith: boolean
  readonly count: number
}

/**
 * How many completed a programme or left it early since a day, by reason. As the house, for counts that name nobody: of restricted records nothing
 * is among them (K4), nor of whoever has died.
 */
export function countEnded(worker: Tx, programmeId: RowId, since: Day): Promise<Ended[]> {
  return query<Ended>(
    worker,
    `select e.state, e.reason, coalesce(e.talk in ('held', 'did-not-want'), false) as "isTalkedWith", count(*)::int as count from programme_place e
     where e.partnership_id = $1 and e.programme_id = $2 and e.state in ('completed', 'left') and e.over_on >= $3 and e.sealed_at is null
       and exists (select 1 from person p where p.partnership_id = e.partnership_id and p.id = e.person_id and p.died_on is null)
       and not exists (select 1 from access_barrier b where b.partnership_id = e.partnership_id and b.person_id = e.person_id and b.kind = 'restricted'
         and b.started_at <= $4 and (b.ended_at is null or b.ended_at > $4))
     group by 1, 2, 3`,
    [worker.acting.partnershipId, programmeId, since, worker.acting.at],
  )
}
