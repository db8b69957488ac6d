/** An objection while a referral is under way: made, answered, chased. */
import { workingDaysAfter } from '#ground/bank-holidays.ts'
import { asHouse, type Tx } from '#ground/database/tx.ts'
import type { AccountId, RowId } from '#ground/ids.ts'
import { chaseOn, escalatesSince } from '#ground/lateness.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { record } from '#rooms/audit/index.ts'
import { endLinksTo } from '#rooms/sharing/index.ts'
import { overThem } from '../actions/chasing.ts'
import { type MoveTrouble, withdrawReferral } from '../actions/moving.ts'
import { receiversOf, sendersOf, tell } from '../actions/telling.ts'
import type { ReferralPeople } from '../house.ts'
import type { Part, Referral } from '../referral.ts'
import { insertStep } from '../store/letter.ts'
import { findProtocol } from '../store/protocols.ts'
import { updateReferral } from '../store/referrals.ts'
import type { Answer, AnswerTrouble } from './objection.ts'
import { checkAnswer, dueAfterQuestion, mayObject, OBJECTION_DAYS, saysLess } from './rules.ts'
import { insertObjection, listDueObjections, updateObjectionChased, updateObjectionClosed } from './store.ts'

const MOST_A_TURN = 200

/**
 * Keeps an objection to a referral that is under way: it waits for an answer, and so does the other agency, which reads that there is a question and nothing
 * else. The caller has decided that it is theirs to keep: the sender's side, or the young person by their link.
 */
export async function objectToReferral(
  tx: Tx,
  house: Pick<ReferralPeople, 'leadOf' | 'leaderOfTeam'>,
  referral: Referral,
  said: { readonly words: string; readonly linkId: RowId | null },
): Promise<Result<null, MoveTrouble>> {
  if (!mayObject(referral)) return refused('over')
  const { state, dueOn, daysLeft, personId, rowId } = referral
  const { today } = tx.acting
  if ((await updateReferral(tx, referral, { state, dueOn, daysLeft }, { questionOn: today })) === 0)
    return refused('stale')
  await insertObjection(tx, referral, { ...said, dueOn: workingDaysAfter(today, OBJECTION_DAYS) })
  await insertStep(tx, referral, 'question')
  await endLinksTo(tx, rowId, 'There is a question to be answered', ['agency'])
  await tell(tx, await receiversOf(tx, house, referral), 'referral.question', referral)
  await tell(tx, await sendersOf(tx, house, referral), 'referral.objection', referral)
  await record(tx, {
    action: 'referral.objected',
    about: [personId],
    target: rowId,
    payload: said.linkId === null ? {} : { link: said.linkId },
  })
  return ok(null)
}

/** Answers an objection: the referral stops and its rights end, or it goes on because of its ground, which the young person was told. */
export async function answerObjection(
  tx: Tx,
  house: ReferralPeople,
  referral: Referral,
  accountId: AccountId,
  answer: Answer,
): Promise<Result<null, MoveTrouble | AnswerTrouble>> {
  const protocol = await findProtocol(tx, referral.protocolId)
  if (!protocol || referral.questionOn === null || referral.overOn !== null) return refused('over')
  const checked = checkAnswer(answer, protocol)
  if (!checked.ok) return checked
  if (answer.kind === 'stop') {
    await close(tx, referral, 'stop', answer.words, accountId)
    const stopped = await withdrawReferral(tx, house, referral, 'objection', '', answer.words)
    return stopped.ok ? ok(null) : stopped
  }
  const { state, daysLeft } = referral
  const dueOn = dueAfterQuestion(referral, tx.acting.today)
  if ((await updateReferral(tx, referral, { state, dueOn, daysLeft }, { questionOn: null })) === 0)
    return refused('stale')
  await close(tx, referral, 'go-on', answer.words, accountId)
  await insertStep(tx, referral, 'question-over')
  await tell(tx, await receiversOf(tx, house, referral), 'referral.question-over', referral)
  return ok(null)
}

/** A letter that was changed to say less answers the objection to it; one that was changed otherwise does not. */
export async function answerByLess(
  tx: Tx,
  referral: Referral,
  accountId: AccountId,
  changed: { readonly before: readonly Part[]; readonly after: readonly Part[]; readonly why: string },
): Promise<boolean> {
  if (referral.questionOn === null || !saysLess(changed.before, changed.after)) return false
  await close(tx, referral, 'less', changed.why, accountId)
  return true
}

async function close(
  tx: Tx,
  { rowId, personId }: Referral,
  state: 'stop' | 'go-on' | 'less',
  words: string,
  by: AccountId,
): Promise<void> {
  await asHouse(tx, 'an objection is answered', worker => updateObjectionClosed(worker, rowId, { state, words, by }))
  await record(tx, {
    action: 'referral.objection-answered',
    about: [personId],
    target: rowId,
    payload: { answer: state },
  })
}

/** Tells of every objection that is still not answered, once, and later those over whoever owes it. By the clock, as the house. Returns how many. */
export async function chaseObjections(worker: Tx, house: Pick<ReferralPeople, 'leaderOf' | 'leadOf'>): Promise<number> {
  let told = 0
  for (const due of await listDueObjections(worker, MOST_A_TURN, escalatesSince(worker.acting.today))) {
    const what = chaseOn(due, worker.acting.today)
    if (what === undefined || (await updateObjectionChased(worker, due.objectionId, what)) === 0) continue
    if (what === 'chase') await tell(worker, await sendersOf(worker, house, due), 'referral.objection-late', due)
    else await tell(worker, await overThem(worker, house, due), 'referral.objection-still-late', due)
    await record(worker, { action: 'referral.objection-late', about: [due.personId], target: due.rowId })
    told += 1
  }
  return told
}
