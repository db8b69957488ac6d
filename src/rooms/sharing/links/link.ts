import type { Instant } from '#ground/clock.ts'
import type { Day } from '#ground/day.ts'
import type { AccountId, GrantId, PersonId, RowId } from '#ground/ids.ts'

/** What a link opens. */
export const LINK_KINDS = ['plan'] as const
export type LinkKind = (typeof LINK_KINDS)[number]

/** One way into one thing, for one person without an account. */
export type Link = {
  readonly rowId: RowId
  readonly personId: PersonId
  readonly kind: LinkKind
  /** Classes it opens, packed. */
  readonly classes: number
  readonly codeHash: Buffer
  readonly reviewOn: Day | null
  readonly madeBy: AccountId
  readonly madeOn: Day
  readonly expiresAt: Instant
  readonly tries: number
  readonly enteredAt: Instant | null
  readonly sessionHash: Buffer | null
  readonly sessionUntil: Instant | null
  readonly usedAt: Instant | null
  readonly endedAt: Instant | null
  readonly grantId: GrantId | null
}

/** Shown once, when it is made: neither can be read afterwards. */
export type MadeLink = { readonly rowId: RowId; readonly token: string; readonly code: string; readonly until: Day }
