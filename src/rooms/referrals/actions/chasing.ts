/** Steps that are late: whoever owes one is reminded, and some days later the sender's side is told. By the clock, as the house. */
import type { Tx } from '#ground/database/tx.ts'
import type { AccountId } from '#ground/ids.ts'
import { chaseOn, escalatesSince } from '#ground/lateness.ts'
import { CLASS_BITS } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import { listUnopened, updateUnopenedTold } from '#rooms/sharing/index.ts'
import type { ReferralPeople } from '../house.ts'
import { owedBy } from '../rules.ts'
import { insertStep } from '../store/letter.ts'
import { type DueStep, findReferral, listDueSteps, listWithClosed, updateChased } from '../store/referrals.ts'
import { declineReferral, endReferral } from './moving.ts'
import { receiversOf, sendersOf, tell } from './telling.ts'

const MOST_A_TURN = 200
const EVENTS = { chase: 'referral.reminded', escalate: 'referral.escalated' } as const

/** Tells of every late step once. Returns how many were told of. */
export async function chaseReferrals(
  worker: Tx,
  house: Pick<ReferralPeople, 'leaderOfTeam' | 'leaderOf' | 'leadOf'>,
): Promise<number> {
  let told = 0
  for (const due of await listDueSteps(worker, MOST_A_TURN, escalatesSince(worker.acting.today))) {
    const what = chaseOn(due, worker.acting.today)
    if (what === undefined || (await updateChased(worker, due.rowId, what)) === 0) continue
    const owers = await owersOf(worker, house, due)
    // Nobody at the other agency signs in: the sender rings, and makes another link.
    const isByLink = owers.length === 0 && due.teamId === null && owedBy(due.state) === 'receiver'
    if (what === 'escalate') await tell(worker, await overThem(worker, house, due), 'referral.still-late', due)
    else if (isByLink) await tell(worker, await sendersOf(worker, house, due), 'referral.link-late', due)
    else await tell(worker, owers, 'referral.late', due)
    await insertStep(worker, due, what)
    await record(worker, { action: EVENTS[what], about: [due.personId], target: due.rowId })
    told += 1
  }
  return told
}

/** Tells the sender's side of every link for an agency that nobody opened in three working days, once. By the clock, as the house. Returns how many. */
export async function chaseUnopened(worker: Tx, house: Pick<ReferralPeople, 'leadOf'>): Promise<number> {
  let told = 0
  for (const link of await listUnopened(worker, escalatesSince(worker.acting.today), MOST_A_TURN)) {
    const referral = link.referralId === null ? undefined : await findReferral(worker, link.referralId)
    if ((await updateUnopenedTold(worker, link.rowId)) === 0 || !referral || referral.overOn !== null) continue
    await tell(worker, await sendersOf(worker, house, referral), 'referral.link-unopened', referral)
    await record(worker, { action: 'referral.link-unopened', about: [referral.personId], target: referral.rowId })
    told += 1
  }
  return told
}

/** What is under way with an agency that has closed goes back to its sender, and its right ends. By the clock, as the house. Returns how many. */
export async function returnFromClosed(worker: Tx, house: ReferralPeople): Promise<number> {
  const ids = await listWithClosed(worker, MOST_A_TURN)
  for (const id of ids) {
    const referral = await findReferral(worker, id)
    if (!referral) continue
    const isAccepted = referral.state === 'accepted' || referral.state === 'started'
    await (isAccepted
      ? endReferral(worker, house, referral, 'agency-closed', '')
      : declineReferral(worker, house, referral, 'agency-closed', ''))
  }
  return ids.length
}

function owersOf(
  worker: Tx,
  house: Pick<ReferralPeople, 'leaderOfTeam' | 'leadOf'>,
  due: DueStep,
): Promise<AccountId[]> {
  return owedBy(due.state) === 'receiver' ? receiversOf(worker, house, due) : sendersOf(worker, house, due)
}

/** The sender, and whoever leads the sender's team, unless being in touch with the other agency tells of more than a leader sees (K6). */
export async function overThem(
  worker: Tx,
  house: Pick<ReferralPeople, 'leaderOf' | 'leadOf'>,
  due: Pick<DueStep, 'rowId' | 'personId' | 'classBit' | 'sentFor' | 'toId' | 'teamId' | 'workerId'>,
): Promise<AccountId[]> {
  const senders = await sendersOf(worker, house, due)
  const leader = await house.leaderOf(worker, due.sentFor as AccountId)
  return leader === undefined || due.classBit !== CLASS_BITS.sessions ? senders : [...senders, leader]
}
