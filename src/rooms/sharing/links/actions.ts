/** Making a link, entering it, ending it: what it opens is open for an hour, once. */
import { addMs, dayOf, londonMoment } from '#ground/clock.ts'
import { asHouse, type Tx } from '#ground/database/tx.ts'
import { addDays, type Day } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { CLASS_BITS, classesOn, endGrant, fromBits, listUnbarred, openGrant, toBits } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import { hashToken, newToken } from '#rooms/identity/index.ts'
import { sendNotice } from '#rooms/notices/index.ts'
import { ADULT_CLASSES, classesOfLink } from './classes.ts'
import {
  LINK_KINDS,
  type Link,
  type LinkedAdult,
  type LinkedPlace,
  type LinkedReferral,
  type LinkKind,
  type MadeLink,
  type OwnPage,
} from './link.ts'
import { isOpen, LIFE_DAYS, mayEnter, OPEN_MS } from './rules.ts'
import {
  findByToken,
  holdLinks,
  insertLink,
  listLinksOn,
  listLinksTo,
  updateAsked,
  updateEnded,
  updateEntered,
  updateTried,
  updateUsed,
} from './store.ts'
import { hashCode, newCode, newLinkToken, sameHash } from './token.ts'

/**
 * Makes a link for a young person; one of the same kind that was made before is over. The address and the code are given back once: neither can be read
 * afterwards.
 */
export async function makeSecureLink(
  tx: Tx,
  wanted: {
    readonly personId: PersonId
    readonly kind: LinkKind
    readonly madeBy: AccountId
    readonly reviewOn: Day | null
    /** Of their own: what it opens to them. */
    readonly pages?: readonly OwnPage[]
    /** What it opens the letter of: then it opens that, and no class of the record. */
    readonly referral?: LinkedReferral
    /** For whom at an agency. */
    readonly forName?: string
    /** For which parent or carer: the goals chosen for them, and nothing of another class. */
    readonly adult?: LinkedAdult
    /** For which place of learning: it opens a form, and nothing of the record. */
    readonly place?: LinkedPlace
  },
): Promise<MadeLink> {
  const { personId, kind, madeBy, reviewOn, referral, adult, place, pages = [] } = wanted
  await holdLinks(tx, personId)
  if (referral) await endLinksTo(tx, referral.rowId, 'Another was made', [kind])
  else
    for (const before of await listLinksOn(tx, personId, kind))
      if (before.adultId === (adult?.adultId ?? null) && before.organisationId === (place?.organisationId ?? null))
        await endSecureLink(tx, before, 'Another was made')
  const token = newLinkToken(tx.acting.partnershipId)
  const code = newCode()
  const until = addDays(tx.acting.today, LIFE_DAYS[kind])
  const rowId = await insertLink(tx, {
    ...{ personId, kind, madeBy, reviewOn, pages },
    referralId: referral?.rowId ?? null,
    forName: wanted.forName ?? '',
    originPersonId: referral?.originPersonId ?? personId,
    classes: await classesFor(tx, wanted),
    adult,
    place,
    classBit: referral?.classBit ?? place?.classBit ?? CLASS_BITS.plan,
    tokenHash: hashToken(token),
    codeHash: hashCode(token, code),
    expiresAt: londonMoment(addDays(until, 1), '00:00'),
  })
  await record(tx, {
    action: 'link.made',
    about: [personId],
    target: rowId,
    payload: { kind, until, ...(pages.length === 0 ? {} : { pages }) },
  })
  return { rowId, token, code, until }
}

/** What a link opens of a record: of a letter nothing, to a place that tells nothing, for a parent or carer the least. */
async function classesFor(tx: Tx, wanted: Parameters<typeof makeSecureLink>[1]): Promise<number> {
  if (wanted.referral || wanted.place) return 0
  if (wanted.adult) return ADULT_CLASSES
  return classesOfLink(toBits(await classesOn(tx, wanted.personId)), wanted.pages ?? [])
}

/** Ends a link, and what it opened; nothing happens when it had ended. */
export async function endSecureLink(tx: Tx, link: Link, why: string): Promise<void> {
  await asHouse(tx, 'a secure link ends', async worker => {
    const ended = await updateEnded(worker, link.rowId)
    if (!ended) return
    if (ended.grantId !== null) await endGrant(worker, ended.grantId, why, [link.personId])
    await record(worker, { action: 'link.ended', about: [link.personId], target: link.rowId, payload: { why } })
  })
}

/** A colleague ends one link of a kind about somebody. Answers whether there is one, as far as the caller may see. */
export async function endLinkOn(tx: Tx, personId: PersonId, kind: LinkKind, id: RowId): Promise<boolean> {
  const link = (await listLinksOn(tx, personId, kind)).find(one => one.rowId === id)
  if (link) await endSecureLink(tx, link, 'Ended by a colleague')
  return link !== undefined
}

/**
 * Ends the links to the letter of a referral.
 * @param kinds those of these kinds alone
 * @param but one that stays open: by which it was answered
 */
export async function endLinksTo(
  tx: Tx,
  referralId: RowId,
  why: string,
  kinds: readonly LinkKind[] = LINK_KINDS,
  but?: RowId,
): Promise<void> {
  const links = await asHouse(tx, 'links to a referral', worker => listLinksTo(worker, referralId))
  for (const link of links)
    if (link.endedAt === null && link.rowId !== but && kinds.includes(link.kind)) await endSecureLink(tx, link, why)
}

export type Entered = { readonly link: Link; readonly secret: string }

/**
 * Enters a link by its code: it works once. What it opens is opened to the link itself, for an hour. A wrong code counts; a link that is over, and one that
 * never was, answer alike.
 */
export async function enterLink(tx: Tx, token: string, code: string): Promise<Result<Entered, 'wrong' | 'over'>> {
  const link = await asHouse(tx, 'a secure link is opened', worker => findByToken(worker, hashToken(token)))
  if (!link) return refused('over')
  const { rowId, personId } = link
  if (!mayEnter(link, tx.acting.at)) {
    const payload = { why: 'over' }
    await record(tx, { action: 'link.tried', outcome: 'refused', about: [personId], target: rowId, payload })
    return refused('over')
  }
  const isRight = sameHash(link.codeHash, hashCode(token, code))
  if (!isRight) {
    await asHouse(tx, 'a wrong code', worker => updateTried(worker, rowId))
    await record(tx, { action: 'link.tried', outcome: 'refused', about: [personId], target: rowId })
    return refused('wrong')
  }
  const secret = newToken()
  const until = addMs(tx.acting.at, OPEN_MS)
  // A letter is opened by the link itself, a form by nothing: no right over the record goes with it.
  const grantId =
    link.classes > 0
      ? await openGrant(tx, {
          scope: { kind: 'person', personId },
          holderId: rowId,
          classes: fromBits(link.classes),
          basis: 'public-task',
          source: 'secure-link',
          reason: link.kind === 'adult' ? 'A link for a parent or carer' : 'A link for themselves',
          madeBy: link.madeBy,
          until,
        })
      : null
  await asHouse(tx, 'a secure link is opened', worker =>
    updateEntered(worker, rowId, { sessionHash: hashToken(secret), until, grantId }),
  )
  await record(tx, { action: 'link.entered', about: [personId], target: rowId })
  return ok({ link, secret })
}

/**
 * The link a browser has open, by what its address and its cookie say.
 * @param isEver also where its hour is over or it was ended since: for saying that one is not safe, and nothing else (K10)
 */
export async function findOpened(
  tx: Tx,
  token: string,
  secret: string | undefined,
  isEver = false,
): Promise<Link | undefined> {
  if (secret === undefined) return undefined
  const link = await asHouse(tx, 'a link that is open', worker => findByToken(worker, hashToken(token)))
  if (!link?.sessionHash || (!isEver && !isOpen(link, tx.acting.at))) return undefined
  return sameHash(link.sessionHash, hashToken(secret)) ? link : undefined
}

/** Notes that what a link was made for is done. */
export async function useLink(tx: Tx, link: Link): Promise<void> {
  await asHouse(tx, 'a secure link is answered', worker => updateUsed(worker, link.rowId))
}

/**
 * Whoever made a link is told of what was done by it, unless a barrier keeps them from knowing by now (K4).
 * @param targetId what the notice leads to, where it is not the link
 */
export async function tellMaker(
  tx: Tx,
  { madeBy, personId, rowId }: Link,
  kind: string,
  targetId: RowId = rowId,
): Promise<void> {
  const whom = await asHouse(tx, 'who made a link', worker => listUnbarred(worker, personId, [madeBy]))
  for (const accountId of whom) await sendNotice(tx, { accountId, kind, personId, targetId })
}

/** Notes that whoever opened a link asks for another, once. */
export async function askAnother(tx: Tx, link: Link): Promise<boolean> {
  return (await asHouse(tx, 'another link is asked for', worker => updateAsked(worker, link.rowId))) > 0
}

/** The last day a link can be entered. */
export function lastDayOf(link: Pick<Link, 'expiresAt'>): Day {
  return dayOf(addMs(link.expiresAt, -1))
}
