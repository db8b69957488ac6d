/** What the desk hands down to joint meetings, so that nobody is named here of whom the visitor could not know otherwise (K6). */
import type { Visit } from '#rooms/identity/index.ts'
import type { PersonFrame } from '#rooms/people/index.ts'
import type { Candidate } from './companion.ts'

export type AlongHouse = {
  /** Colleagues with a diary who see what is done with a young person, as far as the visitor may know that they stand round them. */
  readonly roundOf: (visit: Visit<unknown, unknown>, frame: PersonFrame) => Promise<readonly Candidate[]>
}
