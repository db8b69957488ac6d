/** Applications for a place: written down, moved on step by step, put right, and a step written by mistake taken back. */
import { asHouse, type Tx } from '#ground/database/tx.ts'
import type { PersonId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { CLASS_BITS } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import { findOrganisation } from '#rooms/directory/index.ts'
import { type FiledRow, findPerson } from '#rooms/people/index.ts'
import type { ApplicationStep, PlaceApplication, StepKind, Wanted } from '../application.ts'
import { nextSteps, type StepTrouble, stepTrouble } from '../rules.ts'
import {
  findApplication,
  findFiling,
  insertApplication,
  insertStep,
  listSteps,
  type NewStep,
  updateSealed,
  updateState,
  updateStepClass,
  updateTakenBack,
  updateWanted,
} from '../store/applications.ts'
import { followApplications } from './following.ts'

/** A step as it is said. */
export type SaidStep = NewStep & { readonly step: StepKind }

/** The class an application to a place has: learning, or what the name of the place tells of (K6). */
async function classOf(tx: Tx, { organisationId }: Pick<Wanted, 'organisationId'>): Promise<number> {
  const place = organisationId === null ? undefined : await findOrganisation(tx, organisationId)
  return place?.discloses || CLASS_BITS.learning
}

/**
 * Writes down that somebody applied, and where it stands already.
 * @param first its first step: mostly that they applied, or an offer a place told of
 */
export async function addApplication(
  tx: Tx,
  personId: PersonId,
  wanted: Wanted,
  first: SaidStep,
): Promise<Result<RowId, StepTrouble | 'died'>> {
  const trouble = stepTrouble(first.step, first.onDay, null, tx.acting.today)
  if (trouble) return refused(trouble)
  const person = await findPerson(tx, personId)
  if (person?.state !== 'active' || person.diedOn !== null) return refused('died')
  const classBit = await classOf(tx, wanted)
  const rowId = await insertApplication(tx, personId, {
    ...{ ...wanted, classBit, state: first.step, stateOn: first.onDay },
  })
  await insertStep(tx, { rowId, personId, classBit }, first)
  await record(tx, {
    action: 'place-application.added',
    about: [personId],
    target: rowId,
    payload: { step: first.step },
  })
  await followApplications(tx, personId, [wanted.autumn])
  return ok(rowId)
}

/** Says what happened to one. */
export async function addStep(
  tx: Tx,
  application: PlaceApplication,
  step: SaidStep,
): Promise<Result<null, StepTrouble | 'stale' | 'not-next'>> {
  if (!nextSteps(application.state).includes(step.step)) return refused('not-next')
  const firstOn = liveSteps(await listSteps(tx, [application.rowId])).at(0)?.onDay ?? null
  const trouble = stepTrouble(step.step, step.onDay, firstOn, tx.acting.today)
  if (trouble) return refused(trouble)
  if ((await updateState(tx, application, { state: step.step, on: step.onDay })) === 0) return refused('stale')
  await insertStep(tx, application, step)
  const { personId, rowId } = application
  const payload = { step: step.step, on: step.onDay, by: step.saidBy }
  await record(tx, { action: 'place-application.moved', about: [personId], target: rowId, payload })
  await followApplications(tx, personId, [application.autumn])
  return ok(null)
}

/** Takes back the last step, written by mistake; the first cannot be: then the whole is about somebody else, or is withdrawn. */
export async function takeBackStep(tx: Tx, application: PlaceApplication): Promise<Result<null, 'stale' | 'first'>> {
  const live = liveSteps(await listSteps(tx, [application.rowId]))
  const [last, before] = [live.at(-1), live.at(-2)]
  if (last === undefined || before === undefined) return refused('first')
  const to = { state: before.step, on: before.onDay }
  if ((await updateState(tx, application, to)) === 0 || (await updateTakenBack(tx, last.rowId)) === 0)
    return refused('stale')
  const { personId, rowId } = application
  const payload = { step: last.step, back: before.step }
  await record(tx, { action: 'place-application.taken-back', about: [personId], target: rowId, payload })
  await followApplications(tx, personId, [application.autumn])
  return ok(null)
}

/**
 * Puts right what one is for; what stood there before stays among its steps.
 * @param before what it was for, in words
 */
export async function changeApplication(
  tx: Tx,
  application: PlaceApplication,
  wanted: Wanted,
  before: string,
): Promise<Result<null, 'stale'>> {
  const classBit = await classOf(tx, wanted)
  if ((await updateWanted(tx, application, { ...wanted, classBit })) === 0) return refused('stale')
  const { personId, rowId } = application
  await insertStep(
    tx,
    // What it was for before keeps the class it had, where that tells of more (K6).
    { rowId, personId, classBit: application.classBit === CLASS_BITS.learning ? classBit : application.classBit },
    {
      ...{ step: 'changed', onDay: tx.acting.today, saidBy: null, words: before },
    },
  )
  if (classBit !== application.classBit)
    await asHouse(tx, 'steps have the class of their application', worker => updateStepClass(worker, rowId, classBit))
  await record(tx, { action: 'place-application.changed', about: [personId], target: rowId })
  await followApplications(tx, personId, [application.autumn, wanted.autumn])
  return ok(null)
}

/** Steps that stand, as they were written down. */
export function liveSteps(steps: readonly ApplicationStep[]): (ApplicationStep & { readonly step: StepKind })[] {
  return steps.flatMap(one => (one.takenBackAt === null && one.step !== 'changed' ? [{ ...one, step: one.step }] : []))
}

/** As filed on a young person, where the actor may see it: for taking it off the wrong record (K9). */
export async function findFiledPlaceApplication(tx: Tx, personId: PersonId, id: RowId): Promise<FiledRow | undefined> {
  const application = await findApplication(tx, id)
  if (application?.personId !== personId) return undefined
  const filed = await findFiling(tx, id)
  const said = [application.place, application.course].filter(Boolean).join(', ')
  return filed && { rowId: id, said, classBit: application.classBit, filedBy: filed.by, filedAt: filed.at }
}

/** Seals one with its steps, and the guarantee with it. Asked as the house. Returns how many. */
export async function sealPlaceApplication(worker: Tx, personId: PersonId, id: RowId): Promise<number> {
  const application = await findApplication(worker, id)
  const sealed = await updateSealed(worker, personId, id)
  if (sealed > 0 && application) await followApplications(worker, personId, [application.autumn])
  return sealed
}
