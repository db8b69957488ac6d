/** What is done with a referral that is sent: each step by whoever's it is, with its clock, and told to the other side. */
import { asHouse, type Tx } from '#ground/database/tx.ts'
import type { AccountId, OrganisationId, PersonId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { record } from '#rooms/audit/index.ts'
import { type FiledRow, findPerson } from '#rooms/people/index.ts'
import { endLinksTo } from '#rooms/sharing/index.ts'
import type { ReferralPeople } from '../house.ts'
import { updateObjectionClosed } from '../objections/store.ts'
import type {
  DeclineReason,
  Move,
  Protocol,
  RecordPart,
  Referral,
  ReferralOutcome,
  WithdrawReason,
} from '../referral.ts'
import { clockAfter, MOVES, movesFor, stageSaid } from '../rules.ts'
import { insertStep, sealParts } from '../store/letter.ts'
import { findProtocol } from '../store/protocols.ts'
import {
  type Changed,
  findFiling,
  findReferral,
  listWorkOf,
  updateReceived,
  updateReferral,
  updateSealed,
  updateSentFor,
  updateUnworked,
  updateVersion,
} from '../store/referrals.ts'
import { endFor, reopenGrant } from './granting.ts'
import { practitionersOf, receiversOf, sendersOf, tell } from './telling.ts'

export type MoveTrouble = 'stale' | 'over'

/** Who takes a step by a link: the link, and the name the sender gave. */
export type ByLink = { readonly linkId: RowId; readonly name: string }

type Moved = { readonly words?: string; readonly changed?: Changed; readonly byLink?: ByLink | undefined }

/** Moves a referral on by a day's step. The caller has decided that it is theirs to move. */
async function move(
  tx: Tx,
  house: ReferralPeople,
  referral: Referral,
  what: Exclude<Move, 'send'>,
  { words = '', changed = {}, byLink }: Moved = {},
): Promise<Result<Protocol, MoveTrouble>> {
  const { from, to, by } = MOVES[what]
  const protocol = await findProtocol(tx, referral.protocolId)
  if (!protocol || !from.includes(referral.state)) return refused('over')
  if (!movesFor(by, referral).has(what)) return refused('over')
  // Of somebody who has died it can only be brought to an end. Whoever it was sent to may not know of the death.
  if (!ENDING.has(what) && (await hasDied(tx, referral.personId))) return refused('over')
  const clock = clockAfter(what, protocol, referral, tx.acting.today)
  const isOver = to === 'declined' || to === 'ended' || to === 'withdrawn'
  const over: Changed = isOver ? { overOn: tx.acting.today, grantId: null, questionOn: null } : {}
  const after = { state: to ?? referral.state, ...clock }
  if ((await updateReferral(tx, referral, after, { ...changed, ...over })) === 0) return refused('stale')
  if (isOver) await endFor(tx, referral, 'The referral is over')
  if (isOver && referral.questionOn !== null) await closeQuestion(tx, referral.rowId)
  // The one by which it was answered stays open, to say so.
  if (isOver) await endLinksTo(tx, referral.rowId, 'The referral is over', undefined, byLink?.linkId)
  await insertStep(tx, referral, what, words, byLink?.name)
  const others = by === 'sender' ? await receiversOf(tx, house, referral) : await sendersOf(tx, house, referral)
  // A draft was never anybody else's; that something was read, who of them works on it, or how far it has come on its way, is not news.
  if (!QUIET.has(what) && referral.sentOn !== null) await tell(tx, others, EVENTS[what], referral)
  await record(tx, {
    action: EVENTS[what],
    about: [referral.personId],
    target: referral.rowId,
    payload: {
      ...('reason' in changed ? { reason: changed.reason } : {}),
      ...('outcome' in changed ? { outcome: changed.outcome } : {}),
      ...(byLink ? { byLink: byLink.linkId } : {}),
    },
  })
  return ok(protocol)
}

/** The referral is over before an objection to it was answered: there is nothing left to object to. */
function closeQuestion(tx: Tx, id: RowId): Promise<number> {
  return asHouse(tx, 'an objection to a referral that is over', worker =>
    updateObjectionClosed(worker, id, { state: 'over', words: '', by: null }),
  )
}

const QUIET: ReadonlySet<Move> = new Set<Move>(['read', 'assign', 'stage'])
const ENDING: ReadonlySet<Move> = new Set<Move>(['decline', 'withdraw', 'end', 'read'])

function hasDied(tx: Tx, personId: PersonId): Promise<boolean> {
  return asHouse(tx, 'whether somebody referred has died', async worker => {
    const person = await findPerson(worker, personId)
    return person !== undefined && person.diedOn !== null
  })
}

const EVENTS = {
  ask: 'referral.more-asked',
  tell: 'referral.told-more',
  stage: 'referral.staged',
  accept: 'referral.accepted',
  assign: 'referral.assigned',
  decline: 'referral.declined',
  withdraw: 'referral.withdrawn',
  start: 'referral.started',
  end: 'referral.ended',
  read: 'referral.outcome-read',
} as const satisfies Record<Exclude<Move, 'send'>, string>

/** Notes that it was opened at the other end. */
export async function receiveReferral(tx: Tx, referral: Referral, byName = ''): Promise<void> {
  if (referral.receivedOn !== null || (await updateReceived(tx, referral.rowId)) === 0) return
  await insertStep(tx, referral, 'receive', '', byName)
  await record(tx, { action: 'referral.received', about: [referral.personId], target: referral.rowId })
}

export const askMore = (tx: Tx, house: ReferralPeople, referral: Referral, words: string, byLink?: ByLink) =>
  move(tx, house, referral, 'ask', { words, byLink })

/**
 * Takes a referral to one of the stages its receiver goes through before it answers, forwards or back. Both sides see where it is; the days to answer go on.
 * @param stage as the agreement calls it
 */
export async function stageReferral(
  tx: Tx,
  house: ReferralPeople,
  referral: Referral,
  stage: string,
  words: string,
): Promise<Result<unknown, MoveTrouble>> {
  const protocol = await findProtocol(tx, referral.protocolId)
  if (!protocol?.stages.includes(stage)) return refused('over')
  if (referral.stage === stage && words === '') return ok(protocol)
  const said = stageSaid(stage, words)
  return move(tx, house, referral, 'stage', { words: said, changed: { stage, stageOn: tx.acting.today } })
}

export const tellMore = (tx: Tx, house: ReferralPeople, referral: Referral, words: string) =>
  move(tx, house, referral, 'tell', { words })

export const declineReferral = (
  tx: Tx,
  house: ReferralPeople,
  referral: Referral,
  reason: DeclineReason,
  words: string,
  byLink?: ByLink,
) => move(tx, house, referral, 'decline', { words, changed: { reason }, byLink })

export const withdrawReferral = (
  tx: Tx,
  house: ReferralPeople,
  referral: Referral,
  reason: WithdrawReason,
  words: string,
  stopWords = '',
) => move(tx, house, referral, 'withdraw', { words, changed: { reason, stopWords } })

export const startReferral = (tx: Tx, house: ReferralPeople, referral: Referral, byLink?: ByLink) =>
  move(tx, house, referral, 'start', { byLink })

export const endReferral = (
  tx: Tx,
  house: ReferralPeople,
  referral: Referral,
  outcome: ReferralOutcome,
  words: string,
  byLink?: ByLink,
) => move(tx, house, referral, 'end', { words, changed: { outcome }, byLink })

export const readOutcome = (tx: Tx, house: ReferralPeople, referral: Referral) =>
  move(tx, house, referral, 'read', { changed: { readOn: tx.acting.today } })

/**
 * Accepts a referral for somebody who works on it from then on. At a partner the right over the record is opened to that one colleague. In
 * the own service it goes to the lead adviser there is; where there is none, whoever is chosen leads from now on, for a reason all can read.
 */
export async function acceptReferral(
  tx: Tx,
  house: ReferralPeople,
  referral: Referral,
  wanted: { readonly workerId: AccountId | null; readonly leadReason: string },
): Promise<Result<AccountId, MoveTrouble | 'no-worker'>> {
  if (!MOVES.accept.from.includes(referral.state)) return refused('over')
  if (referral.teamId !== null) return acceptForService(tx, house, referral, wanted)
  const { workerId } = wanted
  if (workerId === null || !(await practitionersOf(tx, referral.toId)).includes(workerId)) return refused('no-worker')
  const moved = await move(tx, house, referral, 'accept', { changed: { workerId } })
  if (!moved.ok) return moved
  // Only now: two who accept at once open one right, not two.
  await reopenGrant(tx, { ...referral, workerId }, moved.value, 'Accepted')
  if (workerId !== tx.acting.actorId) await tell(tx, [workerId], 'referral.given', referral)
  return ok(workerId)
}

/**
 * Accepts a referral by a link: whoever it was made for works with them. No right over the record is opened, since nobody could use it (decision 0043).
 */
export function acceptByLink(tx: Tx, house: ReferralPeople, referral: Referral, byLink: ByLink) {
  return move(tx, house, referral, 'accept', { changed: { workerName: byLink.name }, byLink })
}

/** Gives one that is under way at a partner to another colleague there: the right goes with it. */
export async function assignReferral(
  tx: Tx,
  house: ReferralPeople,
  referral: Referral,
  workerId: AccountId | null,
): Promise<Result<AccountId, MoveTrouble | 'no-worker'>> {
  if (referral.teamId !== null) return refused('over')
  if (workerId === null || !(await practitionersOf(tx, referral.toId)).includes(workerId)) return refused('no-worker')
  if (workerId === referral.workerId) return ok(workerId)
  const moved = await move(tx, house, referral, 'assign', { changed: { workerId, workerName: '' } })
  if (!moved.ok) return moved
  await reopenGrant(tx, { ...referral, workerId }, moved.value, 'Another colleague works on the referral')
  await tell(tx, [workerId], 'referral.given', referral)
  return ok(workerId)
}

/**
 * Ends what somebody works on at agencies they no longer act for: their right ends, and colleagues there see that nobody works on it.
 * @param stays agencies the account still acts for
 */
export async function releaseWorker(
  tx: Tx,
  accountId: AccountId,
  stays: readonly OrganisationId[],
  why: string,
): Promise<void> {
  await asHouse(tx, 'referrals of somebody who left', async worker => {
    for (const work of await listWorkOf(worker, accountId)) {
      if (stays.includes(work.toId)) continue
      await endFor(worker, work, why)
      await updateUnworked(worker, work.rowId)
      await record(worker, {
        action: 'referral.released',
        about: [work.personId],
        target: work.rowId,
        payload: { why },
      })
    }
  })
}

async function acceptForService(
  tx: Tx,
  house: ReferralPeople,
  referral: Referral,
  { workerId, leadReason }: { readonly workerId: AccountId | null; readonly leadReason: string },
): Promise<Result<AccountId, MoveTrouble | 'no-worker'>> {
  const { personId } = referral
  const advisers = await house.advisers(tx)
  const known = await asHouse(tx, 'who leads for somebody referred', worker => house.leadOf(worker, personId))
  // Whoever can no longer sign in leads for nobody.
  const lead = advisers.find(one => one.accountId === known?.accountId)
  const chosen = lead?.accountId ?? advisers.find(one => one.accountId === workerId)?.accountId
  if (chosen === undefined) return refused('no-worker')
  const moved = await move(tx, house, referral, 'accept', { changed: { workerId: chosen } })
  if (!moved.ok) return moved
  if (!lead) await house.giveLead(tx, personId, chosen, leadReason)
  await tell(tx, [chosen], 'referral.given', referral)
  return ok(chosen)
}

/**
 * Takes parts out of every letter about somebody, because what they were taken from was about somebody else (K9): whoever has a letter that is
 * under way is told that it changed. The sender can take the part from the record anew. Asked as the house.
 */
export async function takeOutOfLetters(
  worker: Tx,
  house: ReferralPeople,
  personId: PersonId,
  parts: readonly RecordPart[],
): Promise<void> {
  for (const id of await sealParts(worker, personId, parts)) {
    const referral = await findReferral(worker, id)
    if (!referral || referral.overOn !== null) continue
    await updateVersion(worker, referral)
    await insertStep(worker, referral, 'amend')
    await endLinksTo(worker, id, 'The letter was changed', ['agency'])
    const readers = referral.sentOn === null ? [] : await receiversOf(worker, house, referral)
    await tell(worker, [...readers, ...(await sendersOf(worker, house, referral))], 'referral.amended', referral)
    await record(worker, { action: 'referral.part-taken-out', about: [personId], target: id, payload: { parts } })
  }
}

/** Another leads from now on: what the first sent or was writing stands in their list, as far as they may see it. As the house. */
export async function passOnReferrals(
  worker: Tx,
  personId: PersonId,
  of: { readonly fromId: AccountId; readonly toId: AccountId; readonly bits: number },
): Promise<void> {
  for (const id of await updateSentFor(worker, personId, of))
    await record(worker, { action: 'referral.passed-on', about: [personId], target: id })
}

/** A referral as filed on a young person, where the actor may see it: for taking it off the wrong record (K9). */
export async function findFiledReferral(tx: Tx, personId: PersonId, id: RowId): Promise<FiledRow | undefined> {
  const referral = await findReferral(tx, id)
  if (referral?.personId !== personId) return undefined
  const [filed, protocol] = [await findFiling(tx, id), await findProtocol(tx, referral.protocolId)]
  return (
    filed && {
      rowId: id,
      said: protocol?.purpose ?? '',
      classBit: referral.classBit,
      filedBy: filed.by,
      filedAt: filed.at,
    }
  )
}

/** Seals a referral with its letter; the right it opened ends with it. Asked as the house. Returns how many. */
export async function sealReferral(worker: Tx, personId: PersonId, id: RowId): Promise<number> {
  const referral = await findReferral(worker, id)
  if (referral?.personId === personId) {
    await endFor(worker, referral, 'Filed on the wrong young person')
    await endLinksTo(worker, id, 'Filed on the wrong young person')
  }
  return updateSealed(worker, personId, id)
}
