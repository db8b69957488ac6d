/** What the lines of this register share. */
import type { Tx } from '#ground/database/tx.ts'
import type { AccountId, OrganisationId, PartnershipId } from '#ground/ids.ts'
import { type Answer, type Cookie, type Drawn, go } from '#web/register.ts'
import type { Role } from '../roles.ts'
import type { Sealer } from '../secrets.ts'
import { DEVICE_COOKIE, FORM_COOKIE, nextStep, SESSION_COOKIE, type Visit, type Visitor } from '../visit.ts'

export type IdentityHouse = {
  readonly sealer: Sealer
  /** The address people reach us at, for links that are handed over. */
  readonly publicUrl: string
  /** The organisations of the acting partnership, which a room upstairs knows. */
  listOrganisations(tx: Tx): Promise<readonly { id: OrganisationId; name: string; state: 'open' | 'closed' }[]>
  /** The partnership of a demo, whose people may be chosen from a list. */
  findDemoPartnership(tx: Tx): Promise<PartnershipId | undefined>
  /** What a role opens by itself is given and taken upstairs, in the same transaction. */
  roleGiven(tx: Tx, held: { accountId: AccountId; role: Role }): Promise<void>
  roleEnded(
    tx: Tx,
    held: {
      accountId: AccountId
      left: readonly Role[]
      agencies: readonly OrganisationId[]
    },
  ): Promise<void>
  /** What an account works on in the acting partnership ends when it is switched off. */
  accountOff(tx: Tx, accountId: AccountId): Promise<void>
  /** Runs work for a partnership from a request that has none yet. */
  within<T>(tx: Tx, partnershipId: PartnershipId, work: (tx: Tx) => Promise<T>): Promise<T>
}

const DEVICE_SECONDS = 365 * 24 * 3600

export async function atStage(
  visit: Visit<unknown, unknown>,
  stage: string,
  work: (session: ReturnType<typeof sessionOf>) => Promise<Answer> | Answer,
): Promise<Answer> {
  const session = sessionOf(visit.visitor)
  return session.stage === stage ? work(session) : go(visit.visitor.kind === 'actor' ? '/' : nextStep(session))
}

export function sessionOf(visitor: Visitor) {
  if (visitor.kind === 'stranger') throw new Error('this line of the register is not for strangers')
  return visitor.session
}

/** A page for a stranger: gives them the secret their form's token is made with. */
export function fresh(visit: Visit<unknown, unknown>, text: Drawn, target?: string): Answer {
  const secret = visit.visitor.kind === 'stranger' ? visit.visitor.freshSecret : undefined
  const cookies: Cookie[] = secret === undefined ? [] : [{ name: FORM_COOKIE, value: secret, maxAgeSeconds: null }]
  return { kind: 'page', status: 200, html: text, seen: target === undefined ? {} : { target }, cookies }
}

export function sessionCookie(value: string): Cookie {
  return { name: SESSION_COOKIE, value, maxAgeSeconds: null }
}

export function deviceCookie(value: string): Cookie {
  return { name: DEVICE_COOKIE, value, maxAgeSeconds: DEVICE_SECONDS }
}
