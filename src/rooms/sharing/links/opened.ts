/** Doing something as whoever opened a link: in the link's own partnership, with the rights of the link and no others. */
import type { Acting, Tx } from '#ground/database/tx.ts'
import type { PartnershipId } from '#ground/ids.ts'
import type { Visit } from '#rooms/identity/index.ts'
import { findOpened } from './actions.ts'
import type { Link, LinkKind, OwnPage } from './link.ts'
import { partnershipIn } from './token.ts'

export const LINK_COOKIE = 'connexions-open'

/** Another transaction, as somebody else: what it writes is kept whatever is answered. */
export type Within = <T>(tx: Tx, as: Partial<Acting>, work: (within: Tx) => Promise<T>) => Promise<T>
export type LinkVisit = Visit<{ token: string }, unknown>

/** In the partnership a link belongs to, as nobody yet; undefined for what is no link. */
export async function inItsPartnership<T>(
  within: Within,
  visit: LinkVisit,
  work: (tx: Tx) => Promise<T>,
): Promise<T | undefined> {
  const partnershipId = partnershipIn(visit.params.token)
  if (partnershipId === undefined) return undefined
  return within(visit.tx, asNobodyIn(partnershipId), work)
}

/** Nobody yet: whoever is about to give a code. */
export function asNobodyIn(partnershipId: PartnershipId) {
  return { partnershipId, holders: [], actorKind: 'nobody', actorId: null, organisationId: null } as const
}

/** Whoever opened a link: the link is the only holder there is. */
export function whoOpened(partnershipId: PartnershipId, link: Pick<Link, 'rowId' | 'kind'>) {
  return {
    partnershipId,
    holders: [link.rowId],
    actorKind: link.kind === 'plan' || link.kind === 'letter' ? 'young-person' : 'link',
    actorId: link.rowId,
    organisationId: null,
  } as const
}

/**
 * Does something as whoever opened a link of a kind; undefined where this browser has none open.
 * @param kind any, when it is left out
 * @param isEver also where its hour is over or it was ended since: for saying that one is not safe, and nothing else (K10)
 */
export async function asOpened<T>(
  within: Within,
  visit: LinkVisit,
  kind: LinkKind | undefined,
  work: (tx: Tx, link: Link) => Promise<T>,
  isEver = false,
): Promise<T | undefined> {
  const secret = visit.cookies[LINK_COOKIE]
  const link = await inItsPartnership(within, visit, tx => findOpened(tx, visit.params.token, secret, isEver))
  const partnershipId = partnershipIn(visit.params.token)
  if (!link || partnershipId === undefined || (kind !== undefined && link.kind !== kind)) return undefined
  return within(visit.tx, whoOpened(partnershipId, link), tx => work(tx, link))
}

/** Does something on a page of the young person's own; undefined where this browser has no link open that opens it. */
export function asOwn<T>(
  within: Within,
  visit: LinkVisit,
  which: OwnPage,
  work: (tx: Tx, link: Link) => Promise<T>,
): Promise<T | undefined> {
  return asOpened(within, visit, 'plan', async (tx, link) => (link.pages.includes(which) ? work(tx, link) : undefined))
}
