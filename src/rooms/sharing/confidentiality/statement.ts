import type { Day } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'

/** What the partnership promises, in its own words: one version. It is never changed. */
export type Statement = {
  readonly rowId: RowId
  /** The first is 1. */
  readonly number: number
  /** What stays between us. */
  readonly stays: string
  /** When somebody must be told, and who. */
  readonly told: string
  /** What the young person can ask. */
  readonly rights: string
  /** In force from this day. */
  readonly fromDay: Day
  readonly madeBy: AccountId
}

export const HOWS = ['aloud', 'themselves', 'interpreter', 'pictures'] as const
export type How = (typeof HOWS)[number] | 'link'

export const UNDERSTOOD = ['yes', 'in-part', 'not-yet'] as const
export type Understood = (typeof UNDERSTOOD)[number]

export type ReadingContent = {
  readonly how: How
  readonly understood: Understood
  /** What they say it means, in their words. */
  readonly said: string
  /** Who must not hear of what, and how they want to be told. */
  readonly wishes: string
}

/** It was read with somebody on a day. */
export type Reading = ReadingContent & {
  readonly rowId: RowId
  readonly personId: PersonId
  readonly statementId: RowId
  /** The number of the version that was read. */
  readonly number: number
  readonly classBit: number
  /** The link of their own by which they read it, where nobody sat beside them. */
  readonly linkId: RowId | null
  /** What the adviser found of it when they met, where it was by a link. */
  readonly confirmed: Understood | null
  readonly confirmedOn: Day | null
  readonly confirmedBy: AccountId | null
  readonly readOn: Day
  /** Who read it with them, or sent them the link. */
  readonly readBy: AccountId
}
