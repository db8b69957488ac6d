/** Programmes themselves: what they are, their stages, and what was learnt from those who left early. */
import type { Tx } from '#ground/database/tx.ts'
import { type Day, isBefore } from '#ground/day.ts'
import type { RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { record } from '#rooms/audit/index.ts'
import { findOrganisation } from '#rooms/directory/index.ts'
import type { Lesson, Programme, ProgrammeChange, ProgrammeContent, Stage, StageContent } from '../programme.ts'
import {
  findProgramme,
  insertLesson,
  insertProgramme,
  insertStage,
  isNameTaken,
  listStages,
  updateClosed,
  updateLessonDone,
  updateProgramme,
  updateStage,
} from '../store/programmes.ts'

export const MOST_STAGES = 12

/**
 * Adds a programme.
 * @param content.discloses what its name tells of beyond what the name of whoever runs it does (K6)
 * @returns refused `taken` where an open one has the name, `closed` where whoever runs it is
 */
export async function addProgramme(tx: Tx, content: ProgrammeContent): Promise<Result<RowId, 'taken' | 'closed'>> {
  const organisation = await findOrganisation(tx, content.organisationId)
  if (organisation?.state !== 'open') return refused('closed')
  if (await isNameTaken(tx, content.name, null)) return refused('taken')
  const whole = { ...content, discloses: organisation.discloses || content.discloses }
  const id = await insertProgramme(tx, whole)
  await record(tx, { action: 'programme.added', target: id, payload: { ...whole } })
  return ok(id)
}

export async function changeProgramme(
  tx: Tx,
  before: Programme,
  after: ProgrammeChange,
): Promise<Result<null, 'taken' | 'stale'>> {
  if (await isNameTaken(tx, after.name, before.id)) return refused('taken')
  if ((await updateProgramme(tx, before.id, after, before.version)) === 0) return refused('stale')
  await record(tx, { action: 'programme.changed', target: before.id, payload: { before, after } })
  return ok(null)
}

/** Closes a programme: nobody comes on it any more, and those who are on it go on to its end. */
export async function closeProgramme(tx: Tx, id: RowId): Promise<Result<null, 'unknown'>> {
  if ((await updateClosed(tx, id)) === 0) return refused('unknown')
  await record(tx, { action: 'programme.closed', target: id })
  return ok(null)
}

/** Adds a stage after the last one. Returns refused `stale` where somebody added one meanwhile, `full` where there are twelve. */
export async function addStage(
  tx: Tx,
  programmeId: RowId,
  stage: StageContent,
): Promise<Result<number, 'stale' | 'full' | 'unknown'>> {
  const programme = await findProgramme(tx, programmeId)
  if (programme?.closedOn !== null) return refused('unknown')
  const position = (await listStages(tx, [programmeId])).length + 1
  if (position > MOST_STAGES) return refused('full')
  if ((await insertStage(tx, programmeId, position, stage)) === 0) return refused('stale')
  await record(tx, { action: 'programme.stage-added', target: programmeId, payload: { position, ...stage } })
  return ok(position)
}

/** Changes a stage; what those who went through it read stays as it was called then. */
export async function changeStage(tx: Tx, before: Stage, after: StageContent): Promise<Result<null, 'stale'>> {
  if ((await updateStage(tx, before, after)) === 0) return refused('stale')
  await record(tx, { action: 'programme.stage-changed', target: before.programmeId, payload: { before, after } })
  return ok(null)
}

/** Writes down what was learnt from those who left early. A change needs a day by which it is made. */
export async function addLesson(
  tx: Tx,
  programmeId: RowId,
  lesson: { readonly learnt: string; readonly change: string; readonly dueOn: Day | null },
): Promise<Result<RowId, 'day-missing' | 'day-past'>> {
  if (lesson.change !== '' && lesson.dueOn === null) return refused('day-missing')
  if (lesson.dueOn !== null && isBefore(lesson.dueOn, tx.acting.today)) return refused('day-past')
  const id = await insertLesson(tx, programmeId, lesson satisfies Pick<Lesson, 'learnt' | 'change' | 'dueOn'>)
  await record(tx, { action: 'programme.lesson-added', target: programmeId, payload: lesson })
  return ok(id)
}

/** What was to change has. Said twice it is once. */
export async function finishLesson(tx: Tx, programmeId: RowId, id: RowId): Promise<void> {
  if ((await updateLessonDone(tx, programmeId, id)) > 0)
    await record(tx, { action: 'programme.lesson-done', target: programmeId, payload: { lesson: id } })
}
