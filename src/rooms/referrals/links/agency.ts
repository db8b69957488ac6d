/** A referral that is read and answered by somebody at an agency without accounts: by a link made for them, by the rules everybody's are moved by. */
import { asHouse, type Tx } from '#ground/database/tx.ts'
import type { AccountId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { record } from '#rooms/audit/index.ts'
import { findOrganisation } from '#rooms/directory/index.ts'
import { findPerson } from '#rooms/people/index.ts'
import {
  askAnother,
  type Link,
  linkStandingOf,
  listLinksTo,
  type MadeLink,
  makeSecureLink,
  useLink,
} from '#rooms/sharing/index.ts'
import {
  acceptByLink,
  askMore,
  type ByLink,
  declineReferral,
  endReferral,
  type MoveTrouble,
  receiveReferral,
  startReferral,
} from '../actions/moving.ts'
import { practitionersOf, sendersOf, tell } from '../actions/telling.ts'
import type { ReferralPeople } from '../house.ts'
import type { DeclineReason, Move, Part, Protocol, Referral, ReferralOutcome, Step } from '../referral.ts'
import { movesFor, owedBy } from '../rules.ts'
import { listParts, listSteps } from '../store/letter.ts'
import { findProtocol } from '../store/protocols.ts'
import { findReferral } from '../store/referrals.ts'
import { type NoAgencyLink, whyNoAgencyLink } from './rules.ts'

/** Why a referral cannot be opened by a link now; undefined where it can. */
export async function findWhyNoAgencyLink(tx: Tx, referral: Referral): Promise<NoAgencyLink | undefined> {
  const [to, person] = [await findOrganisation(tx, referral.toId), await findPerson(tx, referral.personId)]
  return whyNoAgencyLink(referral, {
    hasAccounts: (await practitionersOf(tx, referral.toId)).length > 0,
    isOpen: to?.state === 'open' && person?.state === 'active' && person.diedOn === null,
  })
}

/** Whether somebody there owes a step and has no link to take it by. */
export async function wantsLink(tx: Tx, referral: Referral): Promise<boolean> {
  if (owedBy(referral.state) !== 'receiver' || (await findWhyNoAgencyLink(tx, referral)) !== undefined) return false
  const links = await asHouse(tx, 'links to a referral of theirs', worker => listLinksTo(worker, referral.rowId))
  const waits = (link: Link) => ['waits', 'open'].includes(linkStandingOf(link, tx.acting.at))
  return !links.some(link => link.kind === 'agency' && waits(link))
}

/**
 * Makes a link for somebody named at an agency that has nobody who signs in; the one before is over. The caller has decided that it is theirs to make.
 * @returns refused with why none can be made
 */
export async function makeAgencyLink(
  tx: Tx,
  referral: Referral,
  madeBy: AccountId,
  forName: string,
): Promise<Result<MadeLink, NoAgencyLink>> {
  const why = await findWhyNoAgencyLink(tx, referral)
  if (why) return refused(why)
  const { personId } = referral
  return ok(await makeSecureLink(tx, { personId, kind: 'agency', madeBy, reviewOn: null, referral, forName }))
}

export type OpenedReferral = {
  readonly link: Link
  readonly referral: Referral
  readonly protocol: Protocol
  readonly parts: readonly Part[]
  readonly steps: readonly Step[]
  readonly from: string
  readonly to: string
  /** Steps that may be taken by this link: one link takes one. */
  readonly moves: ReadonlySet<Move>
}

/** What a link of an agency opens, as the link; undefined where there is nothing behind it any more. */
export async function openReferral(tx: Tx, link: Link): Promise<OpenedReferral | undefined> {
  const referral = link.referralId === null ? undefined : await findReferral(tx, link.referralId)
  const protocol = referral && (await findProtocol(tx, referral.protocolId))
  if (!referral || !protocol) return undefined
  const [from, to] = [await findOrganisation(tx, referral.fromId), await findOrganisation(tx, referral.toId)]
  const person = await asHouse(tx, 'who was referred', worker => findPerson(worker, referral.personId))
  if (to?.state !== 'open' || person?.state !== 'active' || person.diedOn !== null) return undefined
  const all = movesFor('receiver', referral)
  return {
    ...{ link, referral, protocol },
    parts: await listParts(tx, referral.rowId),
    steps: await listSteps(tx, referral.rowId),
    ...{ from: from?.name ?? '', to: to.name },
    moves: new Set(link.usedAt === null ? [...all].filter(move => move !== 'assign' && move !== 'stage') : []),
  }
}

const byOf = ({ rowId, forName }: Link): ByLink => ({ linkId: rowId, name: forName })

/** Notes that it was opened: whoever reads it has received it. */
export async function receiveByLink(tx: Tx, { link, referral }: OpenedReferral): Promise<void> {
  await receiveReferral(tx, referral, link.forName)
  await record(tx, {
    action: 'referral.viewed-by-link',
    about: [referral.personId],
    target: referral.rowId,
    payload: { link: link.rowId },
  })
}

export type LinkAnswer =
  | { readonly move: 'accept' | 'start' }
  | { readonly move: 'ask'; readonly words: string }
  | { readonly move: 'decline'; readonly reason: DeclineReason; readonly words: string }
  | { readonly move: 'end'; readonly outcome: ReferralOutcome; readonly words: string }

/** Takes one step by a link, by the rules, clocks and notices of any other; then the link takes no more. The caller has held the version of the page against it. */
export async function answerByLink(
  tx: Tx,
  house: ReferralPeople,
  { link, referral, moves }: OpenedReferral,
  answer: LinkAnswer,
): Promise<Result<null, MoveTrouble>> {
  if (!moves.has(answer.move)) return refused('over')
  const taken = await take(tx, house, referral, byOf(link), answer)
  if (!taken.ok) return taken
  await useLink(tx, link)
  return ok(null)
}

function take(
  tx: Tx,
  house: ReferralPeople,
  referral: Referral,
  by: ByLink,
  answer: LinkAnswer,
): Promise<Result<unknown, MoveTrouble>> {
  switch (answer.move) {
    case 'accept':
      return acceptByLink(tx, house, referral, by)
    case 'start':
      return startReferral(tx, house, referral, by)
    case 'ask':
      return askMore(tx, house, referral, answer.words, by)
    case 'decline':
      return declineReferral(tx, house, referral, answer.reason, answer.words, by)
    case 'end':
      return endReferral(tx, house, referral, answer.outcome, answer.words, by)
    default:
      return answer satisfies never
  }
}

/**
 * Whoever opened a link asks for another: the sender's side is told, once. Whether there is anything to ask about any more is told by nothing.
 */
export async function askForAnother(tx: Tx, house: Pick<ReferralPeople, 'leadOf'>, link: Link): Promise<void> {
  if (link.referralId === null || link.askedAt !== null) return
  const id = link.referralId
  await askAnother(tx, link)
  const referral = await asHouse(tx, 'a referral a link was made for', worker => findReferral(worker, id))
  if (!referral || referral.overOn !== null) return
  await tell(tx, await sendersOf(tx, house, referral), 'referral.link-asked', referral)
  await record(tx, {
    action: 'referral.link-asked',
    about: [referral.personId],
    target: id,
    payload: { link: link.rowId },
  })
}
