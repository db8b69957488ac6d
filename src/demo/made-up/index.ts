/** A made-up partnership of any size, by seed: who is in it, and the lists its partners send. */
import type { Day } from '#ground/day.ts'
import {
  type MadeUpAdviser,
  type MadeUpFile,
  type MadeUpOrganisation,
  makeAdvisers,
  makeFiles,
  makeOrganisations,
} from './partnership.ts'
import { makePeople } from './people.ts'
import type { MadeUpPerson } from './person.ts'

export type { ListKind, MadeUpAdviser, MadeUpFile, MadeUpOrganisation } from './partnership.ts'
export type { BadKind, Listing, MadeUpActivity, MadeUpContact, MadeUpPerson, Shown, TruthNote } from './person.ts'
export { type WrittenFile, type WrittenFiles, writeFiles } from './write.ts'

export type MadeUp = {
  readonly name: string
  readonly size: number
  readonly seed: number
  readonly today: Day
  readonly organisations: readonly MadeUpOrganisation[]
  readonly files: readonly MadeUpFile[]
  readonly advisers: readonly MadeUpAdviser[]
  /** Everybody, made anew each time it is called and never held together. */
  people(): Iterable<MadeUpPerson>
}

/** A made-up partnership. Nothing in it is left to anything but the seed and the day. */
export function makePartnership({ people, seed, today }: { people: number; seed: number; today: Day }): MadeUp {
  const organisations = makeOrganisations(people)
  const files = makeFiles(organisations)
  const advisers = makeAdvisers(people, seed)
  return {
    name: 'Calderdale partnership (demo)',
    size: people,
    seed,
    today,
    organisations,
    files,
    advisers,
    people: () => makePeople({ people, seed, today, organisations, files, advisers }),
  }
}
