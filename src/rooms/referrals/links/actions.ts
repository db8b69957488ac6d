/** Showing a letter to the young person by a link, and what they say to it. */
import { asHouse, type Tx } from '#ground/database/tx.ts'
import type { AccountId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { record } from '#rooms/audit/index.ts'
import { findOrganisation } from '#rooms/directory/index.ts'
import { findNames } from '#rooms/identity/index.ts'
import { findPerson } from '#rooms/people/index.ts'
import { type Link, type MadeLink, makeSecureLink, useLink } from '#rooms/sharing/index.ts'
import { goesAsItStands, tellsKeptBack } from '../actions/standing.ts'
import { sendersOf, tell } from '../actions/telling.ts'
import type { ReferralPeople } from '../house.ts'
import { objectToReferral } from '../objections/actions.ts'
import { mayObject } from '../objections/rules.ts'
import type { Part, Protocol, Referral } from '../referral.ts'
import { listParts } from '../store/letter.ts'
import { findProtocol } from '../store/protocols.ts'
import { findReferral } from '../store/referrals.ts'
import { type NoLetterLink, sayInForce, stampOfLetter, whyNoLetterLink } from './rules.ts'
import type { Said, Say } from './say.ts'
import { insertSay, listReceivable, listSays } from './store.ts'

/** A digest of the letter as whoever it is sent to reads it. */
function stampNow(tx: Tx, referral: Pick<Referral, 'rowId'>): Promise<string> {
  return asHouse(tx, 'a letter as it is read', async worker =>
    stampOfLetter(await listReceivable(worker, referral.rowId)),
  )
}

/** What they said to the letter as it is now, as far as the caller may see it. */
export async function findSayInForce(tx: Tx, referral: Pick<Referral, 'rowId'>): Promise<Say | undefined> {
  const says = await listSays(tx, referral.rowId)
  return says.length === 0 ? undefined : sayInForce(says, await stampNow(tx, referral))
}

/**
 * Makes a link by which the young person reads the letter as the other agency does or will. Whoever makes it sees all of it. The caller has decided that it is theirs.
 * @returns refused `over` where it is over or they have died; `kept-back` where it is kept back from them; `write-anew` where it cannot go as it stands
 */
export async function makeLetterLink(
  tx: Tx,
  house: Pick<ReferralPeople, 'keptBack'>,
  referral: Referral,
  madeBy: AccountId,
): Promise<Result<MadeLink, NoLetterLink | 'write-anew'>> {
  const why = whyNoLetterLink(referral)
  if (why) return refused(why)
  const [person, protocol] = [await findPerson(tx, referral.personId), await findProtocol(tx, referral.protocolId)]
  if (!protocol || person?.state !== 'active' || person.diedOn !== null) return refused('over')
  if (!(await goesAsItStands(tx, house, referral, protocol))) return refused('write-anew')
  const { personId } = referral
  return ok(await makeSecureLink(tx, { personId, kind: 'letter', madeBy, reviewOn: null, referral }))
}

export type OpenedLetter = {
  readonly link: Link
  readonly referral: Referral
  readonly protocol: Protocol
  readonly parts: readonly Part[]
  readonly stamp: string
  readonly to: string
  readonly adviser: string
  /** What they said by this very link. */
  readonly said: Say | undefined
}

/** What a link to a letter opens, as the link; undefined where there is nothing behind it any more. */
export async function openLetter(
  tx: Tx,
  house: Pick<ReferralPeople, 'keptBack'>,
  link: Link,
): Promise<OpenedLetter | undefined> {
  const referral = link.referralId === null ? undefined : await findReferral(tx, link.referralId)
  const protocol = referral && (await findProtocol(tx, referral.protocolId))
  if (!referral || !protocol || whyNoLetterLink(referral)) return undefined
  const person = await asHouse(tx, 'whose letter is shown', worker => findPerson(worker, referral.personId))
  if (person?.state !== 'active' || person.diedOn !== null || (await tellsKeptBack(tx, house, referral)))
    return undefined
  return {
    ...{ link, referral, protocol },
    parts: await listParts(tx, referral.rowId),
    stamp: await stampNow(tx, referral),
    to: (await findOrganisation(tx, referral.toId))?.name ?? '',
    adviser: (await findNames(tx, [link.madeBy])).get(link.madeBy) ?? '',
    said: (await listSays(tx, referral.rowId)).find(one => one.linkId === link.rowId),
  }
}

/**
 * Keeps what they say to the letter they were shown, and tells whoever made the link; sent twice, it is once.
 * @param stamp of the letter the page showed
 * @returns refused `stale` where it changed meanwhile: it is shown anew
 */
export async function sayToLetter(
  tx: Tx,
  house: Pick<ReferralPeople, 'leadOf' | 'leaderOfTeam'>,
  opened: OpenedLetter,
  said: Said,
  stamp: string,
): Promise<Result<null, 'stale'>> {
  const { link, referral } = opened
  if (opened.said) return ok(null)
  if (stamp !== opened.stamp) return refused('stale')
  if ((await insertSay(tx, referral, { ...said, linkId: link.rowId, stamp })) === 0) return ok(null)
  await useLink(tx, link)
  // Of what is under way it is an objection that waits for its answer; one that waits already says it for both.
  const isObjection =
    said.say === 'objects' &&
    mayObject(referral) &&
    (await objectToReferral(tx, house, referral, { words: said.words, linkId: link.rowId })).ok
  if (!isObjection) await tellOfAnswer(tx, house, link, referral)
  await record(tx, {
    action: 'referral.said-by-link',
    about: [referral.personId],
    target: referral.rowId,
    payload: { say: said.say, link: link.rowId },
  })
  return ok(null)
}

/** Whoever made the link is told that there is an answer, and whoever the sender's side is by now: the maker may have left. */
async function tellOfAnswer(
  tx: Tx,
  house: Pick<ReferralPeople, 'leadOf'>,
  { madeBy }: Link,
  referral: Referral,
): Promise<void> {
  await tell(tx, [madeBy, ...(await sendersOf(tx, house, referral))], 'referral.said-by-link', referral)
}
