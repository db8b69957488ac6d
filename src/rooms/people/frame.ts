import type { JSX } from 'preact'
import type { PersonId } from '#ground/ids.ts'
import type { RecordClass } from '#rooms/access/index.ts'
import type { Visit } from '#rooms/identity/index.ts'
import type { Person } from './person.ts'

/**
 * Whose page it is, for every page about a person: the identity bar and the alerts. The desk composes it; rooms below get
 * it handed in by the house. Undefined where the visitor may not know the person.
 */
export type PersonFrame = {
  readonly person: Person
  readonly bar: JSX.Element
  readonly alerts: JSX.Element | null
  /** The classes of this record the visitor may see: what they may not is left out, never told as if there were none. */
  readonly seen: ReadonlySet<RecordClass>
}
export type FramePerson = (visit: Visit<unknown, unknown>, personId: PersonId) => Promise<PersonFrame | undefined>
