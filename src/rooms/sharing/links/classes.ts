/** What a link opens of a record. */
import { CLASS_BITS, toBits } from '#rooms/access/index.ts'

/** What of a record a young person may see of their own by a link: never what is kept close, given by name alone, or about safeguarding. */
const OWN = toBits(['identity', 'plan', 'health', 'care', 'family'])

/** What a parent or carer reads by a link: who it is about, and of the plan what tells of nothing else (K11). */
export const ADULT_CLASSES = toBits(['identity', 'plan'])

/**
 * The classes a link opens, packed: of what whoever makes it sees, what may be opened so.
 * @param seen the classes its maker sees, packed
 */
export function classesOfLink(seen: number): number {
  return CLASS_BITS.identity | (seen & OWN)
}
