/** Leaving a draft, and taking it up again; and telling somebody of a signal that whoever agreed could not see. */
import { asHouse, type Tx } from '#ground/database/tx.ts'
import { addDays, type Day } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { colleaguesSeeing } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import { listColleaguesAmong, listColleaguesWho } from '#rooms/identity/index.ts'
import { sendNotice } from '#rooms/notices/index.ts'
import { findPerson } from '#rooms/people/index.ts'
import { type Full, findFull, listSignals, stampOf } from '../actions.ts'
import { factorsOn } from '../factors.ts'
import { signalsOf } from '../rules.ts'
import { findAssessment, holdBeginning, listAnswers, listAssessments, listRatings } from '../store.ts'
import { classBitsOfFactor } from './classes.ts'
import { listToLookAt, listWriters, updateLeft, updateLookedAt, updateTakenUp } from './store.ts'

export type LeaveTrouble = 'unknown' | 'not-draft' | 'stale' | 'unanswered'

/**
 * Leaves a draft: it is not gone on with. Nothing in it is deleted, and everybody who wrote in it is told and may take it up again. Of what calls for somebody and
 * the actor does not see, somebody who does is told, as of one that was agreed.
 * @param stamp what the page showed of it
 * @returns refused `unanswered` while what the actor sees of it calls for somebody and nobody said what was done
 */
export async function leaveDraft(
  tx: Tx,
  id: RowId,
  by: AccountId,
  why: string,
  stamp: string,
  house: SignalPeople,
): Promise<Result<PersonId, LeaveTrouble>> {
  const held = await findAssessment(tx, id, true)
  const full = held && (await findFull(tx, id))
  if (!full) return refused('unknown')
  if (full.state !== 'draft') return refused('not-draft')
  if (stampOf(full) !== stamp) return refused('stale')
  if ((await listSignals(tx, full)).some(one => one.answer === undefined)) return refused('unanswered')
  if ((await updateLeft(tx, id, by, why)) === 0) return refused('not-draft')
  await record(tx, { action: 'assessment.left', about: [full.personId], target: id })
  await asHouse(tx, 'who wrote in a draft that is left', async worker => {
    await tellWriters(worker, full, by)
    // What the actor does not see of it may call for somebody: it is not left lying with the draft.
    await tellOfSignals(worker, house, full, 'leaving')
  })
  return ok(full.personId)
}

/** Each once, where they still see something of what they wrote and no barrier keeps them from it (K4, K6). */
async function tellWriters(worker: Tx, full: Full, by: AccountId): Promise<void> {
  const writers = await listWriters(worker, full.rowId)
  const theirRoles = await listColleaguesAmong(
    worker,
    writers.map(one => one.accountId),
  )
  const colleagues = theirRoles.filter(one => one.state === 'active')
  const told = new Set<AccountId>([by])
  for (const { accountId, classBit, alsoBit } of writers) {
    if (told.has(accountId)) continue
    const of = { personId: full.personId, classBits: [classBit, alsoBit ?? 0] }
    const theirs = colleagues.filter(one => one.accountId === accountId)
    if ((await colleaguesSeeing(worker, of, theirs)).length === 0) continue
    told.add(accountId)
    await sendNotice(worker, {
      accountId,
      kind: 'assessment.left',
      personId: full.personId,
      targetId: full.rowId,
    })
  }
}

/**
 * Takes up again what was left.
 * @returns refused `draft-there` where another is under way meanwhile
 */
export async function takeUpDraft(tx: Tx, id: RowId): Promise<Result<PersonId, 'unknown' | 'draft-there'>> {
  const one = await findAssessment(tx, id)
  const person = one && (await findPerson(tx, one.personId))
  if (!one || person?.state !== 'active' || person.diedOn !== null) return refused('unknown')
  await holdBeginning(tx, one.personId)
  const draft = (await listAssessments(tx, one.personId)).find(other => other.state === 'draft')
  if (draft) return draft.rowId === id ? ok(one.personId) : refused('draft-there')
  if ((await updateTakenUp(tx, id)) === 0) return refused('unknown')
  await record(tx, { action: 'assessment.taken-up', about: [one.personId], target: id })
  return ok(one.personId)
}

/** Days after an assessment was agreed when somebody is told of what nobody answered in it. Ours. */
const WAITS_DAYS = 2
const MOST_A_TURN = 100

/** What a signal nobody may see was found by: the clock, or that its draft was left. */
export type RaisedBy = 'clock' | 'leaving'

/** What the house hands down: who leads now, and how safeguarding hears of somebody. */
export type SignalPeople = {
  leadOf(worker: Tx, personId: PersonId): Promise<AccountId | undefined>
  /** Raises a concern, in the name of whoever wrote what calls for one. */
  raise(worker: Tx, personId: PersonId, writer: AccountId, by: RaisedBy): Promise<void>
}

/**
 * Signals of agreed assessments that nobody answered, because whoever agreed could not see them. Told is, of those who may see it, whoever leads now, else who wrote
 * it, else whoever assesses; that something waits, never what (K6). Where nobody may see it any more a concern is raised: safeguarding then may. Each
 * assessment is looked at once. As the house, by the clock.
 */
export async function chaseSignals(worker: Tx, house: SignalPeople): Promise<number> {
  let told = 0
  const until = addDays(worker.acting.today, -WAITS_DAYS)
  for (const one of await listToLookAt(worker, until, MOST_A_TURN)) {
    await updateLookedAt(worker, one.rowId)
    told += await tellOfSignals(worker, house, one, 'clock')
  }
  return told
}

type Looked = { readonly rowId: RowId; readonly personId: PersonId; readonly startedOn: Day }

async function tellOfSignals(worker: Tx, house: SignalPeople, one: Looked, by: RaisedBy): Promise<number> {
  const ratings = await listRatings(worker, [one.rowId])
  const signals = signalsOf(factorsOn(one.startedOn), ratings, await listAnswers(worker, one.rowId))
  const waiting = signals.filter(signal => signal.answer === undefined)
  if (waiting.length === 0) return 0
  const lead = await house.leadOf(worker, one.personId)
  const colleagues = await listColleaguesWho(worker, 'assessment.write')
  const whom = new Set<AccountId>()
  let unseen: AccountId | undefined
  for (const { factor } of waiting) {
    const classBits = classBitsOfFactor(factor, one.startedOn, ratings)
    const seeing = await colleaguesSeeing(worker, { personId: one.personId, classBits }, colleagues)
    const writers = ratings.flatMap(row => (row.factor === factor && row.recordedBy !== null ? [row.recordedBy] : []))
    const [those = []] = [
      seeing.filter(each => each.accountId === lead),
      seeing.filter(each => writers.includes(each.accountId)),
      seeing,
    ].filter(group => group.length > 0)
    for (const { accountId } of those) whom.add(accountId)
    if (those.length === 0) unseen ??= writers[0]
  }
  for (const accountId of whom)
    await sendNotice(worker, {
      ...{ accountId, kind: 'assessment.signal-waits', personId: one.personId, targetId: one.rowId },
    })
  if (unseen !== undefined) await house.raise(worker, one.personId, unseen, by)
  await record(worker, { action: 'assessment.signal-told', about: [one.personId], target: one.rowId })
  return whom.size
}
