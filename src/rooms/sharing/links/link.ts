import type { Instant } from '#ground/clock.ts'
import type { Day } from '#ground/day.ts'
import type { AccountId, GrantId, OrganisationId, PersonId, RowId } from '#ground/ids.ts'

/** What a link opens: to the young person it is about their plan, or the letter of one referral; one referral to somebody at an agency without accounts; to a parent or carer what they may read of the plan; or to a place of learning without accounts a way to tell that somebody is absent. */
export const LINK_KINDS = ['plan', 'letter', 'agency', 'adult', 'absence'] as const
export type LinkKind = (typeof LINK_KINDS)[number]

/** Pages a young person's own link may open to them; each is the last part of its address. */
export const OWN_PAGES = ['plan', 'file', 'pathway', 'group', 'statement'] as const
export type OwnPage = (typeof OWN_PAGES)[number]

/** What a link opens the letter of: of the class of the referral, filed where that was. */
export type LinkedReferral = { readonly rowId: RowId; readonly originPersonId: PersonId; readonly classBit: number }

/** For which adult on record a link is, what of the plan it opens, and why (K11). */
export type LinkedAdult = {
  readonly adultId: RowId
  readonly basis: 'agreed' | 'decided-for'
  /** What the young person was shown: each goal and step with its version. Nothing else is opened (K2). */
  readonly shown: readonly string[]
}

/** For which place a link is by which it tells of an absence: of the class of what the place's name tells (K6). */
export type LinkedPlace = {
  readonly organisationId: OrganisationId
  readonly classBit: number
  /** The day the young person was told of it and was all right with it. */
  readonly knownOn: Day
}

/** One way into one thing, for one person without an account. */
export type Link = {
  readonly rowId: RowId
  readonly personId: PersonId
  readonly kind: LinkKind
  /** What it opens to the young person, where it is their own; else none. */
  readonly pages: readonly OwnPage[]
  /** The referral it opens the letter of, and nothing else. */
  readonly referralId: RowId | null
  /** For whom at an agency or place it was made; empty where it is for the young person. */
  readonly forName: string
  readonly adultId: RowId | null
  readonly adultBasis: LinkedAdult['basis'] | null
  readonly adultShown: readonly string[] | null
  /** The place it is for, where it is for telling of an absence. */
  readonly organisationId: OrganisationId | null
  /** Classes it opens, packed; none where it opens a letter, or a form alone. */
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
