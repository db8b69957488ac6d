/** Pathways: opened, changed, paused and ended; what belongs to one is in `parts.ts`. */
import { asHouse, type Tx } from '#ground/database/tx.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { classesOn, listUnbarred } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import { type Colleague, listColleagues } from '#rooms/identity/index.ts'
import { putAway } from '#rooms/notices/index.ts'
import { type Adult, findPerson, listAdults } from '#rooms/people/index.ts'
import { listCapacityOn, whoDecides } from '#rooms/sharing/index.ts'
import { findGoal, holdPlan } from '../store.ts'
import { suggestedWords } from './kind-words.ts'
import { bitOf, EDITION, KINDS } from './kinds.ts'
import type { Outcome, Pathway, PathwayContent, PathwayKind, Said } from './pathway.ts'
import { lastLogsOf } from './reading.ts'
import {
  mayKnow,
  type PathwayTrouble,
  pathwayTrouble,
  type SaidTrouble,
  saidTrouble,
  suggestedFor,
  waitingOn,
} from './rules.ts'
import {
  findPathway,
  insertPathway,
  insertStep,
  listPathwaysOn,
  listSteps,
  moveSteps,
  updateDue,
  updateEnded,
  updatePathway,
  updatePaused,
  updateSaidYes,
} from './store.ts'

/** What is told of a pathway by the clock. */
export const PATHWAY_NOTICES = ['pathway.late', 'pathway.still-late']

export type Blocked = 'not-theirs' | 'died'
export type MoveTrouble = Blocked | 'stale' | 'ended'

/**
 * Whether the actor may write to pathways of a kind about somebody, and from then on nobody else writes to what belongs to their plan until the transaction
 * ends.
 */
export async function holdWritable(tx: Tx, personId: PersonId, kind: PathwayKind): Promise<Blocked | undefined> {
  const person = await findPerson(tx, personId)
  if (person?.state !== 'active' || !mayKnow(kind, await classesOn(tx, personId))) return 'not-theirs'
  if (person.diedOn !== null) return 'died'
  await holdPlan(tx, personId)
  return undefined
}

export type Opening = { readonly kind: PathwayKind; readonly content: PathwayContent; readonly said: Said | null }
export type OpenTrouble = Blocked | PathwayTrouble | SaidTrouble | Elsewhere | 'going'
/** What a pathway points to and may not. */
type Elsewhere = 'not-offered' | 'mentor-barred'

/**
 * Opens a pathway with the steps its kind suggests. One of a kind goes on at a time: sent twice, it is that one; where another goes on, nothing is written.
 * @returns refused `not-offered` where the goal, the adult or the colleague is not of this record or house
 */
export async function openPathway(
  tx: Tx,
  personId: PersonId,
  by: AccountId,
  { kind, content, said }: Opening,
): Promise<Result<RowId, OpenTrouble>> {
  const blocked = await holdWritable(tx, personId, kind)
  if (blocked) return refused(blocked)
  const going = (await listPathwaysOn(tx, personId)).find(one => one.kind === kind && one.state !== 'ended')
  if (going) return saysTheSame(going, content) ? ok(going.rowId) : refused('going')
  const { today } = tx.acting
  const trouble = pathwayTrouble(KINDS[kind], content, today) ?? (await pointsElsewhere(tx, personId, content))
  if (trouble) return refused(trouble)
  if (kind === 'family') {
    const wants = saidTrouble(said, content.reviewOn, await decideThemselves(tx, personId), today)
    if (wants) return refused(wants)
  }
  const classBit = bitOf(kind)
  const word = kind === 'family' ? said : null
  const rowId = await insertPathway(tx, personId, { kind, edition: EDITION, classBit, by, content, said: word })
  const { anchorOn, stage } = content
  for (const one of suggestedFor(KINDS[kind], { openedOn: today, anchorOn, stage }))
    await insertStep(tx, { rowId, personId, classBit }, by, {
      ...{ stage: one.stage, what: suggestedWords[`${kind}.${one.code}`] ?? one.code, days: one.days },
      ...{ dueOn: one.dueOn, owner: one.owner, ownerName: '' },
    })
  await recount(tx, rowId)
  await record(tx, { action: 'pathway.opened', about: [personId], target: rowId })
  return ok(rowId)
}

/** Whether the young person decides on work with their family, by what was judged of it (K11). */
async function decideThemselves(tx: Tx, personId: PersonId): Promise<boolean> {
  return whoDecides(await listCapacityOn(tx, personId), ['family'], undefined, tx.acting.today) === 'themselves'
}

/** Adults on record with whom one may work: somebody who is never to be told anything is none of them. */
export async function listWorkable(tx: Tx, personId: PersonId): Promise<Adult[]> {
  return (await listAdults(tx, personId)).filter(one => one.mayBeTold !== 'never')
}

/** Colleagues who may mentor: those who work here now. */
export async function listMentors(tx: Tx): Promise<Pick<Colleague, 'accountId' | 'name'>[]> {
  const here = (await listColleagues(tx)).filter(c => c.state === 'active' && c.role !== 'partner-practitioner')
  return [...new Map(here.map(c => [c.accountId, c])).values()]
}

/** A goal or an adult of another record is none of this one's, nor is an account nobody here has. What stood there before is let stand. */
async function pointsElsewhere(
  tx: Tx,
  personId: PersonId,
  c: PathwayContent,
  before?: PathwayContent,
): Promise<Elsewhere | undefined> {
  const { goalId, adultId, withAccount } = c
  const isOf = async <Id>(id: Id | null, was: Id | null | undefined, found: (id: Id) => Promise<boolean>) =>
    id === null || id === was || (await found(id))
  const ownGoal = async (id: RowId) => (await findGoal(tx, id))?.personId === personId
  const ownAdult = async (id: RowId) => (await listWorkable(tx, personId)).some(one => one.rowId === id)
  const here = async (id: AccountId) => (await listMentors(tx)).some(one => one.accountId === id)
  const all =
    (await isOf(goalId, before?.goalId, ownGoal)) &&
    (await isOf(adultId, before?.adultId, ownAdult)) &&
    (await isOf(withAccount, before?.withAccount, here))
  if (!all) return 'not-offered'
  return withAccount !== null && (await isBarred(tx, personId, withAccount)) ? 'mentor-barred' : undefined
}

/** Whether a barrier keeps a colleague from knowing of somebody (K4): then they cannot mentor them. */
async function isBarred(tx: Tx, personId: PersonId, accountId: AccountId): Promise<boolean> {
  const open = await asHouse(tx, 'whether a colleague may mentor', worker =>
    listUnbarred(worker, personId, [accountId]),
  )
  return open.length === 0
}

/** Works out anew the first day on which something of it waits. */
export async function recount(tx: Tx, id: RowId): Promise<void> {
  const pathway = await findPathway(tx, id)
  if (!pathway) return
  const [steps, logged] = await Promise.all([listSteps(tx, [id]), lastLogsOf(tx, [pathway])])
  const [first] = waitingOn(pathway, steps, logged.get(id) ?? null)
  await updateDue(tx, id, first?.on ?? null)
}

/** Why nothing is written to a pathway from the version a page showed, or undefined; it is held from then on. */
export async function blockedOn(tx: Tx, pathway: Pathway): Promise<MoveTrouble | undefined> {
  const blocked = await holdWritable(tx, pathway.personId, pathway.kind)
  if (blocked) return blocked
  const now = await findPathway(tx, pathway.rowId)
  if (!now) return 'not-theirs'
  return now.state === 'ended' ? 'ended' : undefined
}

/**
 * Changes what is written of it, from the version the page showed. Where the day it is counted from is another one, steps that are to be done and go with it
 * move; steps that are over stay.
 */
export async function changePathway(
  tx: Tx,
  pathway: Pathway,
  content: PathwayContent,
): Promise<Result<{ moved: number }, MoveTrouble | PathwayTrouble | Elsewhere>> {
  const blocked = await blockedOn(tx, pathway)
  if (blocked) return refused(blocked)
  const trouble =
    pathwayTrouble(KINDS[pathway.kind], content, tx.acting.today, pathway) ??
    (await pointsElsewhere(tx, pathway.personId, content, pathway))
  if (trouble) return refused(trouble)
  const now = await findPathway(tx, pathway.rowId)
  // The same form sent twice.
  if (now && saysTheSame(now, content)) return ok({ moved: 0 })
  if ((await updatePathway(tx, pathway, content)) === 0) return refused('stale')
  const moved = pathway.anchorOn === content.anchorOn ? 0 : await moveSteps(tx, pathway.rowId, content.anchorOn)
  await recount(tx, pathway.rowId)
  await record(tx, {
    ...{ action: 'pathway.changed', about: [pathway.personId], target: pathway.rowId },
    payload: { from: pathway.version, moved },
  })
  return ok({ moved })
}

function saysTheSame(a: PathwayContent, b: PathwayContent): boolean {
  const told = (c: PathwayContent) =>
    JSON.stringify([
      ...[c.stage, c.anchorOn, c.withName, c.withAccount, c.adultId, c.seenOn, c.goalId, c.reviewOn],
      ...Object.entries(c.answers).toSorted(([x], [y]) => x.localeCompare(y)),
    ])
  return told(a) === told(b)
}

/** Pauses it, with why: nothing of it is late meanwhile. */
export async function pausePathway(tx: Tx, pathway: Pathway, why: string): Promise<Result<null, MoveTrouble>> {
  const now = await findPathway(tx, pathway.rowId)
  // The same form sent twice.
  if (now?.state === 'paused' && now.pausedWhy === why) return ok(null)
  return move(tx, pathway, 'pathway.paused', () => updatePaused(tx, pathway, why))
}

/** Goes on with it. */
export async function resumePathway(tx: Tx, pathway: Pathway): Promise<Result<null, MoveTrouble>> {
  if ((await findPathway(tx, pathway.rowId))?.state === 'open') return ok(null)
  return move(tx, pathway, 'pathway.resumed', () => updatePaused(tx, pathway, null))
}

/** Ends it with what came of it, of what its kind can come to. Steps that were to be done stay as they were. */
export async function endPathway(
  tx: Tx,
  pathway: Pathway,
  to: { readonly outcome: Outcome; readonly words: string },
): Promise<Result<null, MoveTrouble | 'not-offered'>> {
  if (!KINDS[pathway.kind].outcomes.includes(to.outcome)) return refused('not-offered')
  return move(tx, pathway, 'pathway.ended', () => updateEnded(tx, pathway, to))
}

/** The young person takes back their yes to work with their family, or says no to what began without: it ends at once, and nobody is asked why. */
export async function withdrawYes(
  tx: Tx,
  pathway: Pathway,
  words: string,
): Promise<Result<null, MoveTrouble | 'not-offered'>> {
  if (pathway.kind !== 'family') return refused('not-offered')
  return move(tx, pathway, 'pathway.ended', () => updateEnded(tx, pathway, { outcome: 'withdrawn', words }))
}

/** The young person says yes to work with their family that began without one. */
export async function sayYes(
  tx: Tx,
  pathway: Pathway,
  words: string,
): Promise<Result<null, MoveTrouble | 'not-offered' | 'not-theirs-to-say'>> {
  const now = await findPathway(tx, pathway.rowId)
  if (now?.said !== 'without') return refused('not-offered')
  if (!(await decideThemselves(tx, pathway.personId))) return refused('not-theirs-to-say')
  return move(tx, pathway, 'pathway.changed', () => updateSaidYes(tx, pathway, words))
}

async function move(
  tx: Tx,
  pathway: Pathway,
  action: string,
  update: () => Promise<number>,
): Promise<Result<null, MoveTrouble>> {
  const blocked = await blockedOn(tx, pathway)
  if (blocked) return refused(blocked)
  if ((await update()) === 0) return refused('stale')
  await recount(tx, pathway.rowId)
  // What was told of it waits for nobody any more, once it is over.
  if (action === 'pathway.ended')
    await asHouse(tx, 'a pathway that is over', worker => putAway(worker, PATHWAY_NOTICES, pathway.rowId))
  await record(tx, { action, about: [pathway.personId], target: pathway.rowId })
  return ok(null)
}
