/** What a link opens of a record. */
import { CLASS_BITS, toBits } from '#rooms/access/index.ts'
import type { OwnPage } from './link.ts'

const OF_PLAN = toBits(['plan', 'health', 'care', 'family'])

/**
 * What of a record each page of theirs needs: never what is kept close, given by name alone, or about safeguarding. A pathway of support is of the plan and of what
 * it tells besides.
 */
const NEEDS: Readonly<Record<OwnPage, number>> = {
  plan: OF_PLAN,
  file: OF_PLAN,
  pathway: toBits(['plan', 'learning', 'family']),
  // What they read of their groups is theirs by the link itself.
  group: toBits(['plan']),
  statement: 0,
}

/** What a parent or carer reads by a link: who it is about, and of the plan what tells of nothing else (K11). */
export const ADULT_CLASSES = toBits(['identity', 'plan'])

/**
 * The classes a link of their own opens, packed: whose it is, and of what whoever makes it sees what its pages need.
 * @param seen the classes its maker sees, packed
 * @param pages what it opens to them
 */
export function classesOfLink(seen: number, pages: readonly OwnPage[]): number {
  return CLASS_BITS.identity | pages.reduce((bits, one) => bits | (seen & NEEDS[one]), 0)
}
