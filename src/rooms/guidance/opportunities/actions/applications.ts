/** A young person and an opportunity, step by step: suggested, wanted, put forward, interviewed, offered, accepted, started. */
import type { Tx } from '#ground/database/tx.ts'
import { type Day, isAfter } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { CLASS_BITS, classesOn, fromBits } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import { type FiledRow, findPerson } from '#rooms/people/index.ts'
import type {
  Application,
  ApplicationState,
  Kit,
  Move,
  Prepared,
  Reason,
  Step,
  Tell,
  WithThem,
} from '../application.ts'
import type { Fit, Opportunity } from '../opportunity.ts'
import {
  type AheadTrouble,
  dayTrouble,
  dueAfter,
  isOpen,
  isOver,
  movesIn,
  type PutTrouble,
  putTrouble,
} from '../rules.ts'
import {
  findApplication,
  findFiling,
  holdApplications,
  insertApplication,
  insertStep,
  listApplicationsOn,
  type Stepped,
  updateApplication,
  updateSealed,
} from '../store/applications.ts'
import { findOpportunity } from '../store/opportunities.ts'

export type SuggestTrouble = 'not-open' | 'already' | 'not-theirs' | 'died'

/**
 * Suggests an opportunity to somebody. The row has the class of guidance, or the one the name of the opportunity tells of (K6).
 * @returns refused `already` where it was suggested before and was not taken back: sent twice, it is one; `not-theirs` where the
 *   actor may not know what the row would tell
 */
export async function suggest(
  tx: Tx,
  personId: PersonId,
  opportunity: Opportunity,
  by: AccountId,
  said: { readonly why: string; readonly needs: readonly Fit[] },
): Promise<Result<RowId, SuggestTrouble>> {
  const person = await findPerson(tx, personId)
  const classBit = opportunity.discloses || CLASS_BITS.guidance
  if (person?.state !== 'active' || !(await mayKnow(tx, personId, classBit))) return refused('not-theirs')
  if (person.diedOn !== null) return refused('died')
  if (!isOpen(opportunity, tx.acting.today)) return refused('not-open')
  await holdApplications(tx, personId)
  const before = (await listApplicationsOn(tx, personId)).some(
    one => one.opportunityId === opportunity.rowId && one.state !== 'withdrawn',
  )
  if (before) return refused('already')
  const id = await insertApplication(tx, personId, {
    ...{ opportunityId: opportunity.rowId, classBit, putBy: by, why: said.why, needs: said.needs },
    dueOn: dueAfter('suggested', tx.acting.today, { applyBy: opportunity.applyBy, interviewOn: null, startsOn: null }),
  })
  await insertStep(tx, { rowId: id, personId, classBit }, 'suggested', said.why)
  await record(tx, { action: 'application.suggested', about: [personId], target: id })
  return ok(id)
}

/** Whether the actor sees of somebody what the row would tell. */
export async function mayKnow(tx: Tx, personId: PersonId, classBit: number): Promise<boolean> {
  const held = await classesOn(tx, personId)
  return fromBits(classBit).every(one => held.has(one)) && held.has('guidance')
}

export type StepTrouble = 'stale' | 'over' | 'not-now' | 'not-open' | 'not-yet' | 'died' | AheadTrouble | PutTrouble

type To = { readonly state?: ApplicationState; readonly step: Step; readonly words: string } & Omit<
  Partial<Stepped>,
  'state' | 'dueOn' | 'overOn'
>

/** One step of one that was seen in a version: allowed in its state, saved with its day, written down. */
async function step(tx: Tx, was: Application, move: Move, to: To): Promise<Result<null, StepTrouble>> {
  if (was.overOn !== null) return refused('over')
  if (!movesIn(was.state).includes(move)) return refused('not-now')
  if ((await findPerson(tx, was.personId))?.diedOn !== null) return refused('died')
  const { state = was.state, step: taken, words, ...rest } = to
  const { today } = tx.acting
  const days = {
    interviewOn: rest.interviewOn ?? was.interviewOn,
    startsOn: rest.startsOn ?? was.startsOn,
    applyBy: (await findOpportunity(tx, was.opportunityId))?.applyBy ?? null,
  }
  const changed = await updateApplication(tx, was, {
    ...rest,
    state,
    // What is only prepared is due when it was.
    dueOn: move === 'prepare' ? was.dueOn : dueAfter(state, today, days),
    overOn: isOver(state) ? today : null,
  })
  if (changed === 0) return refused('stale')
  await insertStep(tx, was, taken, words)
  await record(tx, { action: EVENTS[move], about: [was.personId], target: was.rowId, payload: { state } })
  return ok(null)
}

const EVENTS: Readonly<Record<Move, string>> = {
  want: 'application.answered',
  'put-forward': 'application.put-forward',
  prepare: 'application.prepared',
  interview: 'application.interview-set',
  result: 'application.result-said',
  accept: 'application.accepted',
  start: 'application.start-said',
  withdraw: 'application.withdrawn',
}

/** They say whether they want it, in their own words, and what it must fit round. */
export function answerSuggestion(
  tx: Tx,
  was: Application,
  said: { readonly wants: boolean; readonly ownWords: string; readonly needs: readonly Fit[] },
): Promise<Result<null, StepTrouble>> {
  const state = said.wants ? 'wanted' : 'not-wanted'
  return step(tx, was, 'want', { state, step: state, words: said.ownWords, ownWords: said.ownWords, needs: said.needs })
}

/** Puts them forward, with what was agreed with them that the provider is told, on the day that was done. */
export async function putForward(
  tx: Tx,
  was: Application,
  agreed: { readonly on: Day; readonly tells: readonly Tell[]; readonly tellsWords: string },
): Promise<Result<null, StepTrouble>> {
  const trouble = putTrouble(agreed.on, tx.acting.today)
  if (trouble !== undefined) return refused(trouble)
  const opportunity = await findOpportunity(tx, was.opportunityId)
  if (!opportunity || !isOpen(opportunity, agreed.on)) return refused('not-open')
  const { tells, tellsWords } = agreed
  return step(tx, was, 'put-forward', {
    ...{ state: 'put-forward', step: 'put-forward', words: tellsWords, putOn: agreed.on, tells, tellsWords },
  })
}

/** What adviser and provider prepared together; said as often as there is more. */
export function prepare(
  tx: Tx,
  was: Application,
  done: { readonly prepared: readonly Prepared[]; readonly words: string },
): Promise<Result<null, StepTrouble>> {
  return step(tx, was, 'prepare', {
    ...{ step: 'prepared', words: done.words, prepared: done.prepared, preparedWords: done.words },
  })
}

/** An interview on a day, at a time, and who goes along; said again where it moves. */
export async function setInterview(
  tx: Tx,
  was: Application,
  set: {
    readonly on: Day
    readonly at: string | null
    readonly withThem: WithThem
    readonly journey: string
    readonly kit: Kit
  },
): Promise<Result<null, StepTrouble>> {
  const trouble = dayTrouble(set.on, was.putOn ?? set.on, tx.acting.today)
  if (trouble !== undefined) return refused(trouble)
  return step(tx, was, 'interview', {
    ...{ state: 'interview', step: 'interview', words: set.journey, interviewOn: set.on, interviewAt: set.at },
    ...{ withThem: set.withThem, journey: set.journey, kit: set.kit },
  })
}

/** What came of it: offered or not, and what is learnt from it. */
export function sayResult(
  tx: Tx,
  was: Application,
  result: { readonly offered: boolean; readonly words: string },
): Promise<Result<null, StepTrouble>> {
  const state = result.offered ? 'offered' : 'not-offered'
  return step(tx, was, 'result', { state, step: state, words: result.words, resultWords: result.words })
}

/** They take it, and start on a day. */
export async function acceptOffer(
  tx: Tx,
  was: Application,
  accepted: { readonly startsOn: Day; readonly words: string },
): Promise<Result<null, StepTrouble>> {
  const trouble = dayTrouble(accepted.startsOn, was.putOn ?? accepted.startsOn, tx.acting.today)
  if (trouble !== undefined) return refused(trouble)
  return step(tx, was, 'accept', {
    ...{ state: 'accepted', step: 'accepted', words: accepted.words, startsOn: accepted.startsOn },
  })
}

/** Whether they started, once the day has come. */
export function sayStarted(
  tx: Tx,
  was: Application,
  said: { readonly started: boolean; readonly words: string },
): Promise<Result<null, StepTrouble>> {
  if (said.started && was.startsOn !== null && isAfter(was.startsOn, tx.acting.today))
    return Promise.resolve(refused('not-yet'))
  const state = said.started ? 'started' : 'not-started'
  return step(tx, was, 'start', { state, step: state, words: said.words })
}

/** Takes it back, at any time, with why. */
export function withdraw(
  tx: Tx,
  was: Application,
  why: { readonly reason: Reason; readonly words: string },
): Promise<Result<null, StepTrouble>> {
  return step(tx, was, 'withdraw', { state: 'withdrawn', step: 'withdrawn', words: why.words, reason: why.reason })
}

/** As filed on a young person, where the actor may see it: for taking it off the wrong record (K9). */
export async function findFiledApplication(tx: Tx, personId: PersonId, id: RowId): Promise<FiledRow | undefined> {
  const one = await findApplication(tx, id)
  if (one?.personId !== personId) return undefined
  const filed = await findFiling(tx, id)
  return filed && { rowId: id, said: one.title, classBit: one.classBit, filedBy: filed.by, filedAt: filed.at }
}

/** Seals it with its steps. Asked as the house. Returns how many. */
export function sealApplication(worker: Tx, personId: PersonId, id: RowId): Promise<number> {
  return updateSealed(worker, personId, id)
}
