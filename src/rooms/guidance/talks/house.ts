/** What rooms on the same floor hand down to talks: what is known of somebody, what is arranged, what was recorded, and where a need leads. */
import type { Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import type { FramePerson } from '#rooms/people/index.ts'
import type { FileParts } from '../exercises/exercise.ts'

/** Something on record that is known before a talk, as far as the caller may see it. */
export type KnownLine = { readonly what: 'learns' | 'doing' | 'absence'; readonly text: string; readonly on: Day }
/** A goal of their plan, in their own words. */
export type Aim = { readonly words: string; readonly on: Day }
/** What is arranged with them. */
export type Meeting = {
  readonly rowId: RowId
  readonly onDay: Day
  readonly atTime: string
  /** Kept close: what is begun from it is too, and no place hears of it. */
  readonly isRestricted: boolean
}
/** A session with them that was recorded. */
export type Session = {
  readonly rowId: RowId
  readonly personId: PersonId
  readonly on: Day
  readonly said: string
  readonly isRestricted: boolean
}

export type TalkParts = {
  readonly knownOf: (tx: Tx, personId: PersonId) => Promise<readonly KnownLine[]>
  readonly aimsOf: (tx: Tx, personId: PersonId) => Promise<readonly Aim[]>
  /** What is arranged for today or later. */
  readonly meetingsOf: (tx: Tx, personId: PersonId) => Promise<readonly Meeting[]>
  /** The latest sessions at which they spoke with somebody, newest first. */
  readonly sessionsOf: (tx: Tx, personId: PersonId) => Promise<readonly Session[]>
  readonly sessionOf: (tx: Tx, id: RowId) => Promise<Session | undefined>
  /** Where each factor of the assessment is written down: of a draft that is open, else where one is begun. */
  readonly factorPaths: (tx: Tx, personId: PersonId) => Promise<(factor: string) => string>
  /** Whom an account leads for. */
  readonly ledBy: (tx: Tx, accountId: AccountId) => Promise<readonly PersonId[]>
}

export type TalkHouse = TalkParts & FileParts & { readonly frame: FramePerson }
