/** What belongs to a pathway: its steps, what was written of meetings, the weeks of a timetable. */

import type { Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { mondayOf } from '#ground/day.ts'
import type { AccountId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { record } from '#rooms/audit/index.ts'
import { blockedOn, type MoveTrouble, recount } from './actions.ts'
import { KINDS } from './kinds.ts'
import type { LogContent, Pathway, PathwayStep, PathwayWeek, StepContent } from './pathway.ts'
import { type LogTrouble, logTrouble, type StepTrouble, stepTrouble, type WeekTrouble, weekTrouble } from './rules.ts'
import {
  findStep,
  insertLog,
  insertStep,
  insertWeek,
  listLog,
  listSteps,
  listWeeks,
  updateStep,
  updateStepState,
  updateWeek,
} from './store.ts'

const isSame = (a: StepContent, b: StepContent): boolean =>
  a.stage === b.stage && a.what === b.what && a.dueOn === b.dueOn && a.owner === b.owner && a.ownerName === b.ownerName

const saysTheSame = (a: Pick<PathwayWeek, 'planned' | 'came' | 'words'>, b: typeof a): boolean =>
  [a, b].map(one => JSON.stringify([one.planned, one.came, one.words])).every((one, _i, [first]) => one === first)

/** Adds a step with a day of its own. Sent twice, it is one. */
export async function addStep(
  tx: Tx,
  pathway: Pathway,
  by: AccountId,
  step: StepContent,
): Promise<Result<RowId, MoveTrouble | StepTrouble>> {
  const blocked = (await blockedOn(tx, pathway)) ?? stepTrouble(KINDS[pathway.kind], step, tx.acting.today)
  if (blocked) return refused(blocked)
  const same = (await listSteps(tx, [pathway.rowId])).find(one => one.state === 'to-do' && isSame(one, step))
  if (same) return ok(same.rowId)
  const id = await insertStep(tx, pathway, by, { ...step, days: null })
  await recount(tx, pathway.rowId)
  await record(tx, { action: 'pathway.step-added', about: [pathway.personId], target: id })
  return ok(id)
}

/** Changes a step that is to be done, from the version the page showed. A day chosen by hand goes with the anchor no more. */
export async function changeStep(
  tx: Tx,
  pathway: Pathway,
  step: PathwayStep,
  to: StepContent,
): Promise<Result<null, MoveTrouble | StepTrouble>> {
  const blocked = (await blockedOn(tx, pathway)) ?? stepTrouble(KINDS[pathway.kind], to, tx.acting.today)
  if (blocked) return refused(blocked)
  const now = await findStep(tx, step.rowId)
  // The same form sent twice.
  if (now?.state === 'to-do' && isSame(now, to)) return ok(null)
  if ((await updateStep(tx, step, to)) === 0) return refused('stale')
  await recount(tx, pathway.rowId)
  await record(tx, { action: 'pathway.step-changed', about: [pathway.personId], target: step.rowId })
  return ok(null)
}

const MOVED: Readonly<Record<PathwayStep['state'], string>> = {
  done: 'pathway.step-done',
  'not-needed': 'pathway.step-not-needed',
  'to-do': 'pathway.step-reopened',
}

/** It is done, is not needed, with why, or is to be done after all. */
export async function moveStep(
  tx: Tx,
  pathway: Pathway,
  step: PathwayStep,
  to: { readonly state: PathwayStep['state']; readonly words: string },
): Promise<Result<null, MoveTrouble>> {
  const blocked = await blockedOn(tx, pathway)
  if (blocked) return refused(blocked)
  const now = await findStep(tx, step.rowId)
  // The same form sent twice.
  if (now?.state === to.state && now.overWords === to.words) return ok(null)
  if ((await updateStepState(tx, step, to)) === 0) return refused('stale')
  await recount(tx, pathway.rowId)
  await record(tx, { action: MOVED[to.state], about: [pathway.personId], target: step.rowId })
  return ok(null)
}

/** Writes down a meeting, or that it did not come about. Sent twice, it is one. */
export async function writeLog(
  tx: Tx,
  pathway: Pathway,
  by: AccountId,
  log: LogContent,
): Promise<Result<RowId, MoveTrouble | LogTrouble>> {
  const blocked = (await blockedOn(tx, pathway)) ?? logTrouble(log, pathway, tx.acting.today)
  if (blocked) return refused(blocked)
  const same = (await listLog(tx, pathway.rowId)).find(
    one => one.madeBy === by && one.onDay === log.onDay && one.came === log.came && one.words === log.words,
  )
  if (same) return ok(same.rowId)
  const id = await insertLog(tx, pathway, by, log)
  await recount(tx, pathway.rowId)
  await record(tx, { action: 'pathway.log-written', about: [pathway.personId], target: id })
  return ok(id)
}

/**
 * Plans a week of a timetable, or says how much of it they came.
 * @param week.version of what the page showed; 0 for a week nobody had planned
 */
export async function writeWeek(
  tx: Tx,
  pathway: Pathway,
  by: AccountId,
  week: {
    readonly weekOf: Day
    readonly planned: readonly number[]
    readonly came: readonly number[] | null
    readonly words: string
    readonly version: number
  },
): Promise<Result<null, MoveTrouble | WeekTrouble | 'not-offered'>> {
  if (!KINDS[pathway.kind].hasWeeks || mondayOf(week.weekOf) !== week.weekOf) return refused('not-offered')
  const blocked = (await blockedOn(tx, pathway)) ?? weekTrouble(week, tx.acting.today)
  if (blocked) return refused(blocked)
  const before = (await listWeeks(tx, pathway.rowId)).find(one => one.weekOf === week.weekOf)
  // The same form sent twice.
  if (before && saysTheSame(before, week)) return ok(null)
  const written =
    before === undefined
      ? await insertWeek(tx, pathway, by, week)
      : await updateWeek(tx, { rowId: before.rowId, version: week.version }, week)
  if (written === 0) return refused('stale')
  await record(tx, { action: 'pathway.changed', about: [pathway.personId], target: pathway.rowId })
  return ok(null)
}
