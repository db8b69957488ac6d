/** What a link opens of a record. */
import { CLASS_BITS, toBits } from '#rooms/access/index.ts'
import type { OwnPage } from './link.ts'

/** What of a record a young person may see of their own by a link: never what is kept close, given by name alone, or about safeguarding. */
const OWN = toBits(['identity', 'plan', 'health', 'care', 'family'])

/** What a parent or carer reads by a link: who it is about, and of the plan what tells of nothing else (K11). */
export const ADULT_CLASSES = toBits(['identity', 'plan'])

/** Pages for which nothing of the record is opened but whose it is. */
const BARE: ReadonlySet<OwnPage> = new Set(['statement'])

/**
 * The classes a link opens, packed: of what whoever makes it sees, what may be opened so and its pages need.
 * @param seen the classes its maker sees, packed
 * @param pages what it opens to them
 */
export function classesOfLink(seen: number, pages: readonly OwnPage[] = []): number {
  const isBare = pages.length > 0 && pages.every(one => BARE.has(one))
  return isBare ? CLASS_BITS.identity : CLASS_BITS.identity | (seen & OWN)
}
