/** A made-up young person, and how lists show them. */
import type { Day } from '#ground/day.ts'
import type { Place } from './places.ts'

export type Shown = {
  readonly given: string
  readonly middle: string
  readonly family: string
  readonly preferredGiven: string
  readonly preferredFamily: string
  readonly formerFamily: string
  /** A day, or what somebody typed for one. */
  readonly born: Day
  readonly sex: 'F' | 'M'
  readonly ethnicity: string
  readonly place: Place
  readonly upn: string
  readonly uln: string
  readonly phone: string
  readonly mobile: string
  readonly email: string
  readonly adultName: string
  readonly adultRelation: string
  readonly sen: 'N' | 'K' | 'E'
  /** Looked after. */
  readonly care: 'Y' | 'N'
}

export type TruthNote =
  | `twin-of:${string}`
  | `sibling-of:${string}`
  | 'protected'
  | `adopted-old-of:${string}`
  | 'adopted-new'
  | 'duplicate-in-file'
  | 'under-age'
  | 'objection'
  | 'shared-upn'
  | 'former-name'
  | 'nickname'
  | 'old-address'
  | 'mistyped-name'
  | 'day-month-swapped'
  | 'missing-field'
  | 'leaver'

export type BadKind = 'no-such-day' | 'letter-o-for-zero' | 'year-0202' | 'empty-surname' | 'bad-postcode'

/** One row of one list. */
export type Listing = {
  /** The name of the file. */
  readonly file: string
  readonly shown: Shown
  /** What only this kind of list has: course, dates, worker. */
  readonly more: Readonly<Record<string, string>>
  readonly notes: readonly TruthNote[]
  readonly bad: BadKind | null
  /** Written some way further down the file. */
  readonly later: boolean
}

export type MadeUpActivity = { readonly code: string; readonly startedOn: Day; readonly finishedOn: Day | null }
export type MadeUpContact = {
  readonly on: Day
  readonly kind: 'session' | 'phone' | 'text' | 'home-visit' | 'drop-in' | 'group'
  readonly adviser: string
  readonly about: string
}

export type MadeUpPerson = {
  readonly key: string
  /** Who they are, without any list's mistakes. */
  readonly truth: Shown
  readonly notes: readonly TruthNote[]
  /** Codes of the national return, oldest first. */
  readonly activities: readonly MadeUpActivity[]
  /** Level of support: 1 intensive, 2 extra, 3 minimum. */
  readonly support: 1 | 2 | 3
  /** The email of the adviser who leads, or null while nobody does. */
  readonly adviser: string | null
  readonly contacts: readonly MadeUpContact[]
  readonly listings: readonly Listing[]
}
