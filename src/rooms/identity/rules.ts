/** The limits of signing in. Pure: counts and moments in, decisions out. docs/rules/identity.md says them in prose. */
import { addMs, type Instant, toMs } from '#ground/clock.ts'

const MINUTE = 60_000

/** A session nobody uses ends after this long, and every session after the second figure. */
export const IDLE_MS = 60 * MINUTE
export const ABSOLUTE_MS = 12 * 60 * MINUTE
/** A half-finished sign-in is worth nothing after this long. */
export const HALF_WAY_MS = 10 * MINUTE
/** A one-time link of the command line or an administrator. */
export const LINK_MS = 3 * 24 * 60 * MINUTE
export const RECOVERY_CODES = 10
export const PASSWORD_MIN = 12
export const PASSWORD_MAX = 200

/** What is counted: failures within a window, and how long the block lasts. */
export type Limit = { readonly failures: number; readonly windowMs: number; readonly blockMs: number }

export type Counted = { readonly failures: number; readonly firstAt: Instant; readonly blockedUntil: Instant | null }

/**
 * Three counters guard a password: the address it comes from, the account as tried from devices it never signed in on,
 * and the account as tried from each device it did. Strangers can exhaust only the middle one, so they cannot shut the
 * owner out of a device the owner has used (the way of OWASP's device cookies).
 */
export const LIMITS = {
  address: { failures: 50, windowMs: 10 * MINUTE, blockMs: 10 * MINUTE },
  'strange-device': { failures: 10, windowMs: 15 * MINUTE, blockMs: 15 * MINUTE },
  'known-device': { failures: 10, windowMs: 15 * MINUTE, blockMs: 15 * MINUTE },
  code: { failures: 6, windowMs: 15 * MINUTE, blockMs: 15 * MINUTE },
} as const satisfies Record<string, Limit>

export function isBlocked(counted: Counted | undefined, at: Instant): boolean {
  return counted?.blockedUntil != null && counted.blockedUntil > at
}

/** One more failure. A window that is over starts again at one. */
export function countFailure(counted: Counted | undefined, limit: Limit, at: Instant): Counted {
  const fresh = !counted || toMs(at) - toMs(counted.firstAt) > limit.windowMs
  const failures = fresh ? 1 : counted.failures + 1
  return {
    failures,
    firstAt: fresh ? at : counted.firstAt,
    blockedUntil: failures >= limit.failures ? addMs(at, limit.blockMs) : null,
  }
}

/** How long one looks through another's eyes before it is one's own again. Ours. */
const VIEWING_MS = 60 * 60_000

/** Whether a session that began to look through another's eyes still does. */
export function stillViews(since: Instant, at: Instant): boolean {
  return toMs(at) - toMs(since) < VIEWING_MS
}

/** True while a session may go on. */
export function isLive(session: { stage: string; madeAt: Instant; seenAt: Instant }, at: Instant): boolean {
  const age = toMs(at) - toMs(session.madeAt)
  if (session.stage !== 'signed-in') return age < HALF_WAY_MS
  return age < ABSOLUTE_MS && toMs(at) - toMs(session.seenAt) < IDLE_MS
}

/** Passwords everyone tries first, whatever their length. */
const OBVIOUS = ['password', 'connexions', 'qwerty', '123456', 'letmein', 'welcome']

/** Why a password cannot be taken, or undefined. Length beats odd signs (NCSC guidance: no composition rules). */
export function passwordTrouble(
  password: string,
  about: { email: string; name: string },
): 'too-short' | 'too-long' | 'too-obvious' | undefined {
  if (Array.from(password).length < PASSWORD_MIN) return 'too-short'
  if (password.length > PASSWORD_MAX) return 'too-long'
  const bare = password.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
  const own = [about.email.split('@')[0] ?? '', ...about.name.split(' ')]
    .map(w => w.toLowerCase())
    .filter(w => w.length > 3)
  const left = [...OBVIOUS, ...own].reduce((rest, word) => rest.replaceAll(word, ''), bare)
  return left.length < 5 || new Set(bare).size < 5 ? 'too-obvious' : undefined
}

/** A postcode to compare: capitals, nothing between. */
export function bareCode(postcode: string): string {
  return postcode.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')
}
