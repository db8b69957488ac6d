/** How long a link lives, how often one may try, and how it stands. docs/rules/sharing.md */
import type { Instant } from '#ground/clock.ts'
import type { Link, LinkKind, OwnPage } from './link.ts'

/** Days until nobody can enter any more. Ours. A place keeps its link until somebody does not come, which may be much later; what it opens is a form. */
export const LIFE_DAYS: Readonly<Record<LinkKind, number>> = { plan: 7, letter: 7, agency: 7, adult: 7, absence: 90 }
/** Wrong codes after which it is over: of a million codes somebody who has the link guesses one in 200,000. Ours. */
export const MOST_TRIES = 5
/** How long what was entered stays open. Ours. */
export const OPEN_MS = 60 * 60_000

export type LinkStanding = 'waits' | 'open' | 'answered' | 'entered' | 'over'

/** Whether the code may still be given: once, in time, and not after too many wrong ones. */
export function mayEnter(link: Pick<Link, 'endedAt' | 'enteredAt' | 'tries' | 'expiresAt'>, at: Instant): boolean {
  return link.endedAt === null && link.enteredAt === null && link.tries < MOST_TRIES && link.expiresAt > at
}

/** Whether what was entered is still open. */
export function isOpen(link: Pick<Link, 'endedAt' | 'sessionUntil'>, at: Instant): boolean {
  return link.endedAt === null && link.sessionUntil !== null && link.sessionUntil > at
}

/**
 * The page a link of their own leads to: the only one there is, their plan where that leads on to all of it, else the list of them.
 * @param pages what it opens to them
 */
export function firstPageOf(pages: readonly OwnPage[]): OwnPage | 'pages' {
  const [first, ...others] = pages
  if (first === undefined) return 'pages'
  if (others.length === 0) return first
  return hasList(pages) ? 'pages' : 'plan'
}

/** Whether there is a list of their pages to go back to: a plan shows the way to the Progress File itself. */
export function hasList(pages: readonly OwnPage[]): boolean {
  return pages.length > 1 && pages.some(one => one !== 'plan' && one !== 'file')
}

/** How a link stands, as whoever made it reads it. */
export function standingOf(
  link: Pick<Link, 'usedAt' | 'endedAt' | 'sessionUntil' | 'enteredAt' | 'tries' | 'expiresAt'>,
  at: Instant,
): LinkStanding {
  if (link.usedAt !== null) return 'answered'
  if (isOpen(link, at)) return 'open'
  if (mayEnter(link, at)) return 'waits'
  return link.enteredAt === null ? 'over' : 'entered'
}
