/** Young people on programmes: put on one, started, moved from stage to stage, completed or left early, and talked with after. */
import type { Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import type { PersonId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { CLASS_BITS } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import { findOrganisation } from '#rooms/directory/index.ts'
import { type FiledRow, findPerson } from '#rooms/people/index.ts'
import type { LeaveReason, Place, Programme, Stage, Talk } from '../programme.ts'
import {
  type Checked,
  isOpen,
  mayEnter,
  type StartTrouble,
  stageDue,
  startTrouble,
  stepDayTrouble,
  talkDue,
} from '../rules.ts'
import {
  findFiling,
  findPlace,
  holdPlaces,
  insertPlace,
  insertStep,
  listPlacesOn,
  type Stepped,
  updatePlace,
  updateSealed,
  updateStepOver,
} from '../store/places.ts'
import { listStages } from '../store/programmes.ts'

export type Entering = {
  readonly agreedOn: Day
  readonly startsOn: Day
  /** Why what is asked of those who come on it is set aside; empty where all of it is so. */
  readonly setAside: string
}

/**
 * Puts somebody on a programme: they wait for its first day.
 * @param checked what the programme asks of those who come on it
 * @returns refused `not-met` where something is not so and nothing is said of why they come all the same; `already` where they are on it
 */
export async function enter(
  tx: Tx,
  personId: PersonId,
  programme: Programme,
  checked: readonly Checked[],
  entering: Entering,
): Promise<Result<RowId, StartTrouble | 'not-met' | 'already' | 'no-stage' | 'closed' | 'agreed-ahead'>> {
  const { today } = tx.acting
  if (programme.closedOn !== null) return refused('closed')
  const trouble = startTrouble(entering.startsOn, today)
  if (trouble) return refused(trouble)
  if (entering.agreedOn > today) return refused('agreed-ahead')
  const person = await findPerson(tx, personId)
  if (person?.state !== 'active' || person.diedOn !== null) return refused('closed')
  if ((await listStages(tx, [programme.id])).length === 0) return refused('no-stage')
  if (!mayEnter(checked) && entering.setAside === '') return refused('not-met')
  await holdPlaces(tx, personId)
  const all = await listPlacesOn(tx, personId)
  if (all.some(one => one.programmeId === programme.id && isOpen(one))) return refused('already')
  const organisation = await findOrganisation(tx, programme.organisationId)
  const id = await insertPlace(tx, personId, {
    ...{ programmeId: programme.id, classBit: programme.discloses || CLASS_BITS.learning },
    organisationId: organisation?.kind === 'partnership-service' ? null : programme.organisationId,
    ...{ agreedOn: entering.agreedOn, startsOn: entering.startsOn, dueOn: entering.startsOn },
    setAside: mayEnter(checked) ? '' : entering.setAside,
  })
  const unmet = checked.filter(one => one.met !== true).map(one => one.check)
  await record(tx, { action: 'programme.entered', about: [personId], target: id, payload: { unmet } })
  return ok(id)
}

type StepTrouble = 'stale' | 'in-future' | 'before-last'

async function step(
  tx: Tx,
  place: Place,
  to: Stepped,
  action: string,
  payload: Readonly<Record<string, unknown>> = {},
): Promise<Result<null, 'stale'>> {
  if ((await updatePlace(tx, place, to)) === 0) return refused('stale')
  await record(tx, { action, about: [place.personId], target: place.rowId, payload })
  return ok(null)
}

/** They started: they are at the first stage. */
export async function startPlace(tx: Tx, place: Place, first: Stage, on: Day): Promise<Result<null, StepTrouble>> {
  const trouble = stepDayTrouble(on, null, tx.acting.today)
  if (trouble) return refused(trouble)
  const to = { state: 'on', dueOn: stageDue(first, on), startedOn: on, position: first.position } as const
  const done = await step(tx, place, to, 'programme.started')
  if (done.ok) await insertStep(tx, place, { position: first.position, stage: first.name, startedOn: on })
  return done
}

export type MovedOn = { readonly on: Day; readonly reached: boolean | null; readonly words: string }

/** They move to another stage, mostly the next one. */
export async function moveStage(
  tx: Tx,
  place: Place,
  to: Stage,
  since: Day,
  moved: MovedOn,
): Promise<Result<null, StepTrouble | 'same'>> {
  if (to.position === place.position) return refused('same')
  const trouble = stepDayTrouble(moved.on, since, tx.acting.today)
  if (trouble) return refused(trouble)
  const done = await step(
    tx,
    place,
    { state: 'on', dueOn: stageDue(to, moved.on), position: to.position },
    'programme.moved',
    { from: place.position, to: to.position, reached: moved.reached },
  )
  if (!done.ok) return done
  await updateStepOver(tx, place.rowId, moved)
  await insertStep(tx, place, { position: to.position, stage: to.name, startedOn: moved.on })
  return done
}

/** They completed it. */
export async function finishPlace(
  tx: Tx,
  place: Place,
  since: Day,
  moved: MovedOn,
): Promise<Result<null, StepTrouble>> {
  const trouble = stepDayTrouble(moved.on, since, tx.acting.today)
  if (trouble) return refused(trouble)
  const over = { on: moved.on, reason: null, words: moved.words }
  const done = await step(tx, place, { state: 'completed', dueOn: null, over }, 'programme.completed')
  if (done.ok) await updateStepOver(tx, place.rowId, moved)
  return done
}

/** They left early: somebody talks with them about it within ten working days. */
export async function leavePlace(
  tx: Tx,
  place: Place,
  since: Day,
  left: { readonly on: Day; readonly reason: LeaveReason; readonly words: string },
): Promise<Result<null, StepTrouble>> {
  const trouble = stepDayTrouble(left.on, since, tx.acting.today)
  if (trouble) return refused(trouble)
  const to = { state: 'left', dueOn: talkDue(left.on), over: left } as const
  const done = await step(tx, place, to, 'programme.left', { reason: left.reason })
  if (done.ok) await updateStepOver(tx, place.rowId, { on: left.on, reached: null, words: '' })
  return done
}

/** They did not start, and will not. */
export function dropPlace(
  tx: Tx,
  place: Place,
  dropped: { readonly reason: LeaveReason; readonly words: string },
): Promise<Result<null, 'stale'>> {
  const over = { on: tx.acting.today, ...dropped }
  return step(tx, place, { state: 'not-started', dueOn: null, over }, 'programme.not-started', {
    reason: dropped.reason,
  })
}

/** Somebody talked with them after they left early, or tried to. Not reached, it is asked again. */
export function talkWithLeaver(
  tx: Tx,
  place: Place,
  talked: { readonly talk: Talk; readonly words: string },
): Promise<Result<null, 'stale'>> {
  const { today } = tx.acting
  const dueOn = talked.talk === 'not-reached' && place.talk !== 'not-reached' ? talkDue(today) : null
  return step(tx, place, { state: 'left', dueOn, talk: { ...talked, on: today } }, 'programme.talked', {
    talk: talked.talk,
  })
}

/** As filed on a young person, where the actor may see it: for taking it off the wrong record (K9). */
export async function findFiledPlace(tx: Tx, personId: PersonId, id: RowId): Promise<FiledRow | undefined> {
  const place = await findPlace(tx, id)
  if (place?.personId !== personId) return undefined
  const filed = await findFiling(tx, id)
  return filed && { rowId: id, said: place.words, classBit: place.classBit, filedBy: filed.by, filedAt: filed.at }
}

/** Seals a young person's place on a programme, with its stages. Asked as the house. Returns how many. */
export function sealPlace(worker: Tx, personId: PersonId, id: RowId): Promise<number> {
  return updateSealed(worker, personId, id)
}
