/** Whose referral a page is about, and on which side the visitor stands. */
import { z } from 'zod'
import type { Tx } from '#ground/database/tx.ts'
import type { PersonId, RowId } from '#ground/ids.ts'
import { listOrganisations } from '#rooms/directory/index.ts'
import { actorOfVisit, type Visit } from '#rooms/identity/index.ts'
import { idParam } from '#web/params.ts'
import { type Answer, nothing } from '#web/register.ts'
import type { Writer } from '../actions/writing.ts'
import type { Line } from '../pages/list-pages.tsx'
import type { Referral, Side } from '../referral.ts'
import { sideOf } from '../rules.ts'
import { listProtocols } from '../store/protocols.ts'
import { findReferral } from '../store/referrals.ts'

export const personParam = z.object({ personId: idParam<PersonId>() })
export const referralParam = z.object({ referralId: idParam<RowId>() })
export type PersonVisit = Visit<{ personId: PersonId }, unknown>
export type ReferralVisit = Visit<{ referralId: RowId }, unknown>

/** What looking at a referral leaves in the log. */
export const seenOf = (referral: Referral) => ({ about: [referral.personId], target: referral.rowId })

/** A referral the visitor may see, with the side they are on; nothing is answered for others. */
export async function withReferral(
  visit: ReferralVisit,
  work: (referral: Referral, side: Side | undefined) => Promise<Answer>,
): Promise<Answer> {
  const referral = await findReferral(visit.tx, visit.params.referralId)
  if (!referral) return nothing('unknown')
  return work(referral, sideOf(referral, actorOfVisit(visit)))
}

/** The same for what only the sender's side may do. */
export function withSent(visit: ReferralVisit, work: (referral: Referral) => Promise<Answer>): Promise<Answer> {
  return withReferral(visit, async (referral, side) =>
    side === 'sender' ? work(referral) : nothing('the sender’s', [referral.personId]),
  )
}

/** For whom the visitor writes. */
export async function writerOf(visit: Visit<unknown, unknown>): Promise<Writer> {
  const { accountId, organisationId } = actorOfVisit(visit)
  const own = (await listOrganisations(visit.tx)).find(o => o.kind === 'partnership-service')
  return { accountId, organisationId, isOwnService: own?.id === organisationId }
}

/** Names of agencies by id. */
export async function agencyNames(tx: Tx): Promise<ReadonlyMap<string, string>> {
  return new Map((await listOrganisations(tx)).map(o => [o.id as string, o.name]))
}

/** Referrals with what a list says of each. */
export async function linesOf(
  visit: Visit<unknown, unknown>,
  referrals: readonly (Referral & { readonly name?: string })[],
): Promise<Line[]> {
  if (referrals.length === 0) return []
  const { tx } = visit
  const me = actorOfVisit(visit)
  const [names, protocols] = [await agencyNames(tx), await listProtocols(tx)]
  const purposes = new Map(protocols.map(one => [one.id, one.purpose]))
  return referrals.map(referral => ({
    referral,
    name: referral.name ?? '',
    from: names.get(referral.fromId) ?? '',
    to: names.get(referral.toId) ?? '',
    purpose: purposes.get(referral.protocolId) ?? '',
    side: sideOf(referral, me),
  }))
}
