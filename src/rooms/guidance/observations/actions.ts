/** Observing how a colleague talks with young people, reviewing one's own, giving it, and answering it. */
import type { Tx } from '#ground/database/tx.ts'
import { isAfter } from '#ground/day.ts'
import type { AccountId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { record } from '#rooms/audit/index.ts'
import { type Colleague, listColleaguesWho } from '#rooms/identity/index.ts'
import { sendNotice } from '#rooms/notices/index.ts'
import type { Observation, ObservationContent } from './observation.ts'
import { openMarks } from './rules.ts'
import {
  holdObservations,
  insertObservation,
  listObservations,
  updateAnswered,
  updateDraft,
  updateGiven,
} from './store.ts'

/** Whose talk may be observed: colleagues who hold such talks, and oneself. */
export function listObservable(tx: Tx): Promise<readonly Colleague[]> {
  return listColleaguesWho(tx, 'talk.use')
}

export type WriteTrouble = 'nobody' | 'ahead'

/** Writes a draft that its writer alone reads. Sent twice it is written once. */
export async function writeObservation(
  tx: Tx,
  who: { readonly observedId: AccountId; readonly observerId: AccountId },
  content: ObservationContent,
): Promise<Result<RowId, WriteTrouble>> {
  if (!(await listObservable(tx)).some(one => one.accountId === who.observedId)) return refused('nobody')
  if (isAfter(content.onDay, tx.acting.today)) return refused('ahead')
  await holdObservations(tx, who.observerId)
  const same = (await listObservations(tx)).find(
    one =>
      one.state === 'draft' &&
      one.observerId === who.observerId &&
      one.observedId === who.observedId &&
      one.onDay === content.onDay &&
      one.yearGroup === content.yearGroup,
  )
  if (same && isSame(same, content)) return ok(same.rowId)
  const id = await insertObservation(tx, who, content)
  await record(tx, { action: 'observation.written', target: id })
  return ok(id)
}

/** Whether two say the same, in whatever order their marks are kept. */
export function isSame(one: ObservationContent, other: ObservationContent): boolean {
  const told = ({ onDay, yearGroup, marks, feedback, next }: ObservationContent) =>
    JSON.stringify([onDay, yearGroup, Object.entries(marks).toSorted(([a], [b]) => (a < b ? -1 : 1)), feedback, next])
  return told(one) === told(other)
}

/** Changes a draft from the version a form showed. */
export async function changeObservation(
  tx: Tx,
  one: Observation,
  content: ObservationContent,
): Promise<Result<null, 'stale' | 'ahead'>> {
  if (isAfter(content.onDay, tx.acting.today)) return refused('ahead')
  if ((await updateDraft(tx, one, content)) === 0) return refused('stale')
  await record(tx, { action: 'observation.changed', target: one.rowId })
  return ok(null)
}

/**
 * Gives it: whose practice it was reads it from then on, and whoever leads them.
 * @returns refused `open-marks` where nothing is said of some
 */
export async function giveObservation(tx: Tx, one: Observation): Promise<Result<null, 'stale' | 'open-marks'>> {
  if (one.state === 'draft' && openMarks(one.marks).length > 0) return refused('open-marks')
  if ((await updateGiven(tx, one)) === 0) return refused('stale')
  await record(tx, { action: 'observation.given', target: one.rowId })
  if (one.kind === 'observed')
    await sendNotice(tx, { accountId: one.observedId, kind: 'observation.given', targetId: one.rowId })
  return ok(null)
}

/** Whose practice it was says what they think of it. */
export async function answerObservation(tx: Tx, one: Observation, words: string): Promise<Result<null, 'stale'>> {
  if ((await updateAnswered(tx, one, words)) === 0) return refused('stale')
  await record(tx, { action: 'observation.answered', target: one.rowId })
  await sendNotice(tx, { accountId: one.observerId, kind: 'observation.answered', targetId: one.rowId })
  return ok(null)
}
