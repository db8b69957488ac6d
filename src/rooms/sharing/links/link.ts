import type { Instant } from '#ground/clock.ts'
import type { Day } from '#ground/day.ts'
import type { AccountId, GrantId, PersonId, RowId } from '#ground/ids.ts'

/** What a link opens: to the young person it is about their plan, or the letter of one referral; one referral to somebody at an agency without accounts; or to a parent or carer what they may read of the plan. */
export const LINK_KINDS = ['plan', 'letter', 'agency', 'adult'] as const
export type LinkKind = (typeof LINK_KINDS)[number]

/** What a link opens the letter of: of the class of the referral, filed where that was. */
export type LinkedReferral = { readonly rowId: RowId; readonly originPersonId: PersonId; readonly classBit: number }

/** For which adult on record a link is, what of the plan it opens, and why (K11). */
export type LinkedAdult = {
  readonly adultId: RowId
  readonly goalIds: readonly RowId[]
  readonly basis: 'agreed' | 'decided-for'
  /** What the young person was shown: each goal and step with its version. Nothing else is opened (K2). */
  readonly shown: readonly string[]
}

/** One way into one thing, for one person without an account. */
export type Link = {
  readonly rowId: RowId
  readonly personId: PersonId
  readonly kind: LinkKind
  /** The referral it opens the letter of, and nothing else. */
  readonly referralId: RowId | null
  /** For whom at an agency it was made; empty where it is for the young person. */
  readonly forName: string
  readonly adultId: RowId | null
  readonly goalIds: readonly RowId[] | null
  readonly adultBasis: LinkedAdult['basis'] | null
  readonly adultShown: readonly string[] | null
  /** Classes it opens, packed; none where it opens a letter. */
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
  /** When whoever opened it asked for another. */
  readonly askedAt: Instant | null
}

/** Shown once, when it is made: neither can be read afterwards. */
export type MadeLink = { readonly rowId: RowId; readonly token: string; readonly code: string; readonly until: Day }
