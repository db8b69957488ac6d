import type { Instant } from '#ground/clock.ts'
import type { Day } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import type { RecordClass } from '#rooms/access/index.ts'

/** Our scale (decision 0032): outside is strong. What was not asked has no level, and is never taken for "no issue". */
export const LEVELS = [1, 2, 3, 4, 5] as const
export type Level = (typeof LEVELS)[number]

/** Initial: everything touched in one meeting. In depth: what asks for it. Review: said anew. */
export const DEPTHS = ['initial', 'in-depth', 'review'] as const
export type Depth = (typeof DEPTHS)[number]

export const SOURCES = ['told-me', 'seen', 'document', 'partner'] as const
export type Source = (typeof SOURCES)[number]

export const ANSWERS = ['concern-raised', 'specialist-asked', 'acted', 'not-needed'] as const
export type AnswerKind = (typeof ANSWERS)[number]

export const GROUPS = ['education', 'self', 'home', 'health'] as const
export type GroupCode = (typeof GROUPS)[number]

/** What is looked at. `discloses` is the class its very value tells of (K6); null when it tells nothing more than an assessment. */
export type Factor = {
  readonly code: string
  readonly group: GroupCode
  readonly discloses: Extract<RecordClass, 'health' | 'offending' | 'family'> | null
  /** The level, in either view, from which somebody else must be thought of. */
  readonly signalsAt: Level
}

export type Assessment = {
  readonly rowId: RowId
  readonly personId: PersonId
  readonly depth: Depth
  readonly state: 'draft' | 'agreed' | 'left'
  readonly startedOn: Day
  readonly startedBy: AccountId
  readonly agreedOn: Day | null
  readonly agreedBy: AccountId | null
  readonly agreement: 'agreed' | 'disagreed' | null
  readonly agreementWords: string
  readonly reviewOn: Day | null
  /** The colleague with training in assessing who looked at it with whoever agreed it and had none on record; else why nobody did. Neither where it was not asked. */
  readonly lookedWith: AccountId | null
  readonly lookedWhy: string
  /** Of one that was left: when, by whom, why. */
  readonly leftOn: Day | null
  readonly leftBy: AccountId | null
  readonly leftWhy: string
}

/** What is said of one factor: two views side by side, never averaged, and what makes one say so. */
export type RatingContent = {
  readonly staffLevel: Level | null
  readonly ownLevel: Level | null
  readonly evidence: string
  readonly ownWords: string
  readonly source: Source
  /** Kept close: restricted class. */
  readonly isRestricted: boolean
}

export type Rating = RatingContent & {
  readonly rowId: RowId
  readonly assessmentId: RowId
  readonly factor: string
  readonly saidOn: Day
  readonly recordedAt: Instant
  readonly recordedBy: AccountId | null
}

/** What was done about a view that calls for somebody else. */
export type SignalAnswer = {
  readonly factor: string
  readonly level: Level
  readonly answer: AnswerKind
  readonly words: string
}

/** What is said where whoever agrees has no training in assessing on record that is in date: who with training looked at it with them, or why nobody did. */
export type Look = { readonly with: AccountId } | { readonly why: string }

/** A colleague who has that training. */
export type Looker = { readonly accountId: AccountId; readonly name: string; readonly isOfTeam: boolean }

/** What is known of a factor already, from whom and since when: shown, so that it need not be asked again. */
export type KnownAlready = { readonly text: string; readonly source: string; readonly on: Day }
