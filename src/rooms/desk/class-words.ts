/** What parts of a record are called. */
import type { RecordClass } from '#rooms/access/index.ts'

export const classWords: Readonly<Record<RecordClass, string>> = {
  identity: 'who they are',
  'contact-details': 'address and phone',
  learning: 'learning',
  tracking: 'what they do now',
  guidance: 'guidance',
  assessment: 'assessment',
  plan: 'plan',
  sessions: 'contacts',
  health: 'health',
  offending: 'youth justice',
  care: 'care',
  family: 'family',
  restricted: 'restricted',
  safeguarding: 'safeguarding',
  audit: 'audit',
  'safe-contact': 'safe contact',
  immigration: 'immigration',
  identifiers: 'identifiers',
}
