/** Who is at the door, and the register bound to our permissions. Every room's routes are entered through these two. */
import { z } from 'zod'
import type { Clock } from '#ground/clock.ts'
import { toMs } from '#ground/clock.ts'
import type { Acting, Tx } from '#ground/database/tx.ts'
import { INSTALLATION } from '#ground/ids.ts'
import { firstLanguage, type Language, type Spoken } from '#web/language.ts'
import type { Looking } from '#web/pipeline.ts'
import { type Ask, type Guard, openRegister, type Route } from '#web/register.ts'
import type { NavGroup } from '#web/shell/words.ts'
import type { Actor, Eyes, Membership, Session } from './account.ts'
import { Tokens } from './csrf.ts'
import { type Permission, roleMay } from './roles.ts'
import { isLive, stillViews } from './rules.ts'
import { hashToken, newToken } from './secrets.ts'
import { findSession, touchSession } from './store/accounts.ts'

/** Somebody at the door: a stranger, somebody half-way through signing in, or an actor; each with a language. */
export type Visitor = { readonly csrfToken: string; readonly language: Language } & (
  | { readonly kind: 'stranger'; readonly freshSecret: string | undefined }
  | { readonly kind: 'half-way'; readonly session: Session }
  | {
      readonly kind: 'actor'
      readonly session: Session
      readonly actor: Actor
      readonly nav: readonly NavGroup[]
    }
)

export type Visit<Params = Readonly<Record<never, never>>, Query = Readonly<Record<never, never>>> = Ask<
  Visitor,
  Params,
  Query
>
export type HouseRoute = Route<Permission, Visitor>

const register = openRegister<Permission, Visitor>(z.object({}))
export const { get, post } = register

export const SESSION_COOKIE = 'connexions'
export const FORM_COOKIE = 'connexions-form'
export const DEVICE_COOKIE = 'connexions-device'

/** Reads who is asking. A session idle or too old is nobody. Runs in a transaction of its own, of the installation. */
export async function identify(
  tx: Tx,
  cookies: Readonly<Record<string, string | undefined>>,
  spoken: Spoken,
  navFor: (actor: Actor) => readonly NavGroup[],
): Promise<Visitor> {
  const token = cookies[SESSION_COOKIE]
  const found = token === undefined ? undefined : await findSession(tx, hashToken(token))
  if (!found || !isLive(found.session, tx.acting.at)) return stranger(cookies, spoken)
  const { session, membership } = found
  const csrfToken = Tokens.create(session.csrfSecret)
  const own = session.account.language
  // Until somebody is signed in their page has the link to the other language, and what was chosen by it goes first.
  if (session.stage !== 'signed-in' || !membership)
    return { kind: 'half-way', csrfToken, session, language: firstLanguage(spoken.chosen, own, spoken.preferred) }
  // Once a minute is often enough for an idle limit of an hour, and spares a write on every page.
  if (toMs(tx.acting.at) - toMs(session.seenAt) > 60_000) await touchSession(tx, session.id)
  const looks = found.eyes && stillViews(found.eyes.since, tx.acting.at) && roleMay(membership.role, 'access.view-as')
  const actor = looks && found.eyes ? lookingAs(session, membership, found.eyes) : actorOf(session, membership)
  const language = firstLanguage(own, spoken.chosen, spoken.preferred)
  return { kind: 'actor', csrfToken, language, session, actor, nav: navFor(actor) }
}

function stranger(cookies: Readonly<Record<string, string | undefined>>, spoken: Spoken): Visitor {
  const secret = cookies[FORM_COOKIE]
  const fresh = secret === undefined ? newToken() : undefined
  return {
    kind: 'stranger',
    csrfToken: Tokens.create(secret ?? (fresh as string)),
    language: firstLanguage(spoken.chosen, spoken.preferred),
    freshSecret: fresh,
  }
}

function actorOf(session: Session, membership: Membership): Actor {
  return {
    accountId: session.account.id,
    name: session.account.name,
    role: membership.role,
    jobTitle: membership.jobTitle,
    partnershipId: membership.partnershipId,
    partnershipName: membership.partnershipName,
    isDemo: membership.isDemo,
    organisationId: membership.organisationId,
    membershipId: membership.id,
    sessionId: session.id,
    singleKeys: session.account.singleKeys,
  }
}

/** The actor through whose eyes a session looks, in a partnership that holds nobody real. */
function lookingAs(session: Session, own: Membership, eyes: Eyes): Actor {
  return {
    ...actorOf(session, own),
    accountId: eyes.accountId,
    name: eyes.name,
    role: eyes.role,
    jobTitle: eyes.jobTitle,
    organisationId: eyes.organisationId,
    membershipId: eyes.id,
    viewer: { accountId: session.account.id, name: session.account.name, organisationId: own.organisationId },
  }
}

/** The lines somebody who looks through another's eyes may use as ever: they go back to their own, or out. */
const AS_EVER: ReadonlySet<string> = new Set(['/view-as/stop', '/sign-out'])

/**
 * What is done with a request of somebody who looks through another's eyes: pages are shown and whatever they write is undone; nothing is
 * saved, and the other's own account is not theirs to look at. Undefined for everybody else.
 */
export function lookingOnly(
  visitor: Visitor,
  line: Pick<HouseRoute, 'method' | 'path' | 'guard'>,
): Looking | undefined {
  if (visitor.kind !== 'actor' || visitor.actor.viewer === undefined || AS_EVER.has(line.path)) return undefined
  const isOwn = 'permission' in line.guard && line.guard.permission === 'self.manage'
  return line.method === 'POST' || isOwn ? 'refused' : 'shown'
}

/** Whether a line of the register is for this visitor, and where else they should go. */
export function admit(visitor: Visitor, guard: Guard<Permission>): 'yes' | 'no' | { readonly go: string } {
  if ('open' in guard) return 'yes'
  if ('halfWay' in guard) return visitor.kind === 'stranger' ? { go: '/sign-in' } : 'yes'
  switch (visitor.kind) {
    case 'stranger':
      return { go: '/sign-in' }
    case 'half-way':
      return { go: nextStep(visitor.session) }
    case 'actor':
      return roleMay(visitor.actor.role, guard.permission) ? 'yes' : 'no'
    default:
      return visitor satisfies never
  }
}

/** Where a half-finished sign-in goes on. */
export function nextStep(session: Session): string {
  switch (session.stage) {
    case 'password-given':
      return '/sign-in/code'
    case 'set-up':
      return '/sign-in/set-up'
    case 'signed-in':
      return '/sign-in/choose'
    default:
      return session.stage satisfies never
  }
}

/** True when a posted form carries a token of this visitor's own secret. */
export function formIsOurs(
  visitor: Visitor,
  cookies: Readonly<Record<string, string | undefined>>,
  body: Readonly<Record<string, unknown>>,
): boolean {
  const secret = visitor.kind === 'stranger' ? cookies[FORM_COOKIE] : visitor.session.csrfSecret
  const token = body['_csrf']
  return secret !== undefined && typeof token === 'string' && Tokens.verify(secret, token)
}

/** On whose behalf the request's transaction acts. Holders are the account and the organisation it acts for. */
export function actingFor(visitor: Visitor, requestId: string, clock: Clock): Acting {
  const common = { at: clock.now(), today: clock.today(), requestId, reason: null }
  if (visitor.kind !== 'actor') {
    const accountId = visitor.kind === 'half-way' ? visitor.session.account.id : null
    return {
      ...common,
      partnershipId: INSTALLATION,
      holders: [],
      actorKind: accountId === null ? 'nobody' : 'account',
      actorId: accountId,
      organisationId: null,
    }
  }
  const { actor } = visitor
  return {
    ...common,
    partnershipId: actor.partnershipId,
    holders: [actor.accountId, actor.organisationId],
    actorKind: 'account',
    actorId: actor.accountId,
    organisationId: actor.organisationId,
    ...(actor.viewer ? { viewer: actor.viewer } : {}),
  }
}

/** The actor of a request whose line asks a permission: anything else does not get that far. */
export function actorOfVisit(visit: { readonly visitor: Visitor }): Actor {
  if (visit.visitor.kind !== 'actor') throw new Error('this line of the register asks no permission')
  return visit.visitor.actor
}
