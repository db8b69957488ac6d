import {
  ADVISER_CLASSES,
  type Barrier,
  INTENSIVE_CLASSES,
  type RecordClass,
  SAFEGUARDING_CLASSES,
} from '#rooms/access/index.ts'
import type { Colleague, Role } from '#rooms/identity/index.ts'
import type { Person } from '#rooms/people/index.ts'

/** A record as information governance deals with it: by identity, with the barriers that stand, never the content. */
export type Case = {
  /** What stands in the address: the person's id, or, where the record is restricted, the restriction's (decision 0020). */
  readonly recordId: string
  readonly person: Person
  readonly barriers: readonly Barrier[]
}

/** Somebody who can be named, with what they see of the record now. */
export type Nameable = { readonly colleague: Colleague; readonly held: readonly RecordClass[] }

/** What somebody named gets who sees nothing of the record yet: what their role works with. */
export const EVERYDAY: Partial<Readonly<Record<Role, readonly RecordClass[]>>> = {
  'universal-adviser': ADVISER_CLASSES,
  'intensive-adviser': INTENSIVE_CLASSES,
  'team-leader': ADVISER_CLASSES,
  'safeguarding-lead': SAFEGUARDING_CLASSES,
  'safeguarding-deputy': SAFEGUARDING_CLASSES,
}
