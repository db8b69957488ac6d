/** Drawing a sample, looking at what it drew, answering it, rating it anew. */
import { randomBytes } from 'node:crypto'
import { asHouse, type Tx } from '#ground/database/tx.ts'
import { told } from '#ground/few.ts'
import type { AccountId, GroupId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { CLASS_BITS, listSeeing } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import { type Colleague, listColleaguesWho } from '#rooms/identity/index.ts'
import { sendNotice } from '#rooms/notices/index.ts'
import { type ChasePeople, chaseLate } from '#rooms/people/index.ts'
import { criteriaOn } from './criteria.ts'
import { answerDue, drawFrom, monthOf, openCriteria } from './rules.ts'
import type { Marks, Reading, Sampled, SampleParts } from './sample.ts'
import {
  type DueReading,
  insertRating,
  insertReading,
  insertSample,
  listDueReadings,
  updateAnswer,
  updateClosed,
  updateRead,
  updateReadingChased,
  updateSampleOver,
  updateSecond,
  updateSecondDone,
} from './store.ts'

export type Drawing = {
  readonly teamId: GroupId
  readonly what: Sampled
  readonly month: string
  readonly wanted: number
  /** What chance is made from; made up where none is given. */
  readonly seed?: string
}

/**
 * Draws a sample of what a team of theirs agreed in a month: only of what the actor may see; the rest is counted to the
 * nearest five and few as few, so that it tells of nobody (K8).
 * @returns refused `unknown` where they do not lead the team, `empty` where there is nothing to draw from
 */
export async function drawSample(
  tx: Tx,
  parts: SampleParts,
  by: AccountId,
  { teamId, what, month, wanted, seed = randomBytes(6).toString('hex') }: Drawing,
): Promise<Result<RowId, 'unknown' | 'empty'>> {
  if (!(await parts.teamsLed(tx, by)).some(team => team.id === teamId)) return refused('unknown')
  const { from, until } = monthOf(month)
  const members = (await parts.membersOf(tx, teamId)).filter(one => one !== by)
  const pool = await parts.agreedOf(tx, what, members, from, until)
  if (pool.length === 0) return refused('empty')
  const all = await asHouse(tx, 'how many more were agreed, counted', worker =>
    parts.agreedOf(worker, what, members, from, until),
  )
  const id = await insertSample(tx, {
    ...{ teamId, what, month: from, wanted, seed, drawnBy: by },
    ...{ pool: pool.length, unseen: told(Math.max(0, all.length - pool.length)).value },
  })
  const drawn = drawFrom(pool, seed, wanted)
  for (const one of drawn)
    await insertReading(tx, {
      ...{ personId: one.personId, subjectId: one.rowId, adviserId: one.accountId, readerId: by },
      ...{ sampleId: id, teamId, month: from, classBit: CLASS_BITS[what] },
    })
  await record(tx, {
    action: 'sample.drawn',
    about: drawn.map(one => one.personId),
    target: id,
    payload: { what, month: from, seed, pool: pool.length },
  })
  return ok(id)
}

/**
 * Says of each criterion what was found; the adviser is told, where they still may read the record.
 * @returns refused `open` where nothing is said of some
 */
export async function readOne(
  tx: Tx,
  one: Reading,
  said: { readonly marks: Marks; readonly words: string },
): Promise<Result<null, 'stale' | 'open'>> {
  const { today } = tx.acting
  const edition = criteriaOn(today)
  if (openCriteria(said.marks, edition.of[one.what]).length > 0) return refused('open')
  const to = { ...said, edition: edition.from, dueOn: answerDue(today) }
  if ((await updateRead(tx, one, to)) === 0) return refused('stale')
  await record(tx, { action: 'sample.read', about: [one.personId], target: one.rowId })
  await tell(tx, one, one.adviserId, 'sample.read')
  return ok(null)
}

/** Whose work it is answers; the sample is over once nothing of it is open. */
export async function answerOne(
  tx: Tx,
  one: Reading,
  to: { readonly answer: string; readonly changed: string },
): Promise<Result<null, 'stale'>> {
  if ((await updateAnswer(tx, one, to)) === 0) return refused('stale')
  await record(tx, { action: 'sample.answered', about: [one.personId], target: one.rowId })
  await tell(tx, one, one.readerId, 'sample.answered')
  await endIfOver(tx, one.sampleId)
  return ok(null)
}

/** Closes one without an answer, with why. */
export async function closeOne(tx: Tx, one: Reading, why: string): Promise<Result<null, 'stale'>> {
  if ((await updateClosed(tx, one, why)) === 0) return refused('stale')
  await record(tx, { action: 'sample.closed', about: [one.personId], target: one.rowId })
  await endIfOver(tx, one.sampleId)
  return ok(null)
}

async function endIfOver(tx: Tx, sampleId: RowId): Promise<void> {
  const ended = await asHouse(tx, 'a sample of which nothing is open', worker => updateSampleOver(worker, sampleId))
  if (ended > 0) await record(tx, { action: 'sample.over', target: sampleId })
}

/** Who may rate it anew: colleagues who assess and may read it, but whose work it is. */
export async function listSeconds(tx: Tx, one: Reading): Promise<readonly Colleague[]> {
  const those = (await listColleaguesWho(tx, 'assessment.write')).filter(c => c.accountId !== one.adviserId)
  const seeing = new Set(
    await asHouse(tx, 'who may rate it anew', worker =>
      listSeeing(
        worker,
        one,
        those.map(c => c.accountId),
      ),
    ),
  )
  return those.filter(c => seeing.has(c.accountId))
}

export async function askSecond(tx: Tx, one: Reading, secondId: AccountId): Promise<Result<null, 'stale' | 'nobody'>> {
  if (!(await listSeconds(tx, one)).some(c => c.accountId === secondId)) return refused('nobody')
  if ((await updateSecond(tx, one, secondId)) === 0) return refused('stale')
  await record(tx, { action: 'sample.second-asked', about: [one.personId], target: one.rowId })
  if (secondId !== tx.acting.actorId) await tell(tx, one, secondId, 'sample.second-asked')
  return ok(null)
}

/**
 * Keeps what the second reader says of the factors, each beside what the adviser had said, of the class it tells of (K6).
 * @param levels by factor; a factor that is left out could not be rated from what was written
 */
export async function rateAnew(
  tx: Tx,
  parts: SampleParts,
  one: Reading,
  levels: Readonly<Record<string, number>>,
): Promise<Result<null, 'stale' | 'nothing'>> {
  if (Object.keys(levels).length === 0) return refused('nothing')
  if ((await updateSecondDone(tx, one)) === 0) return refused('stale')
  for (const { factor, discloses, level } of await parts.ratedIn(tx, one.subjectId))
    await insertRating(tx, one, {
      ...{ factor, level: levels[factor] ?? null, adviserLevel: level },
      classBit: CLASS_BITS[discloses ?? 'assessment'],
    })
  await record(tx, { action: 'sample.rated-anew', about: [one.personId], target: one.rowId })
  if (one.readerId !== tx.acting.actorId) await tell(tx, one, one.readerId, 'sample.rated-anew')
  return ok(null)
}

/** Tells one of them, where they still may read that part of the record (K4, K6). */
async function tell(tx: Tx, one: Reading, whom: AccountId, kind: string): Promise<void> {
  const those = await asHouse(tx, 'who of a sample may be told', worker => listSeeing(worker, one, [whom]))
  for (const accountId of those) await sendNotice(tx, { accountId, kind, personId: one.personId, targetId: one.rowId })
}

/** Whether the adviser may still read it, and so answer. */
export async function canAnswer(tx: Tx, one: Reading): Promise<boolean> {
  const those = await asHouse(tx, 'whether an adviser may answer', worker => listSeeing(worker, one, [one.adviserId]))
  return those.length > 0
}

/** Tells the adviser once that no answer came in ten working days, and some days later the leader of their team. As the house, by the clock. */
export function chaseReadings(worker: Tx, house: Pick<ChasePeople, 'leaderOf'>): Promise<number> {
  // Whose work it was answers, whoever leads for the young person now.
  return chaseLate<DueReading>(
    worker,
    { leadOf: () => Promise.resolve(undefined), leaderOf: house.leaderOf },
    {
      ...{ list: listDueReadings, note: updateReadingChased, by: due => due.adviserId },
      chase: { kind: 'sample.late', action: 'sample.reminded' },
      escalate: { kind: 'sample.still-late', action: 'sample.escalated' },
    },
  )
}
