import type { Instant } from '#ground/clock.ts'
import type { Day } from '#ground/day.ts'
import type { AccountId, OrganisationId, RowId } from '#ground/ids.ts'

/** Whose word confirms what somebody does: nothing else moves the day it was verified, and a try to reach them least of all. */
export const VERIFIERS = ['young-person', 'adult', 'provider', 'employer', 'council'] as const
export type Verifier = (typeof VERIFIERS)[number]

/** What a young person does now or did, by the codes of the national return. */
export type ActivitySpell = {
  readonly rowId: RowId
  readonly code: string
  readonly organisationId: OrganisationId | null
  readonly detail: string
  readonly startedOn: Day
  readonly finishedOn: Day | null
  readonly ascertainedOn: Day
  readonly verifiedOn: Day
  /** Null for what was on record before this was asked, and where nothing is known. */
  readonly verifiedBy: Verifier | null
  /** When it is to be looked at again; asked for what is short by its nature. */
  readonly reviewOn: Day | null
  readonly predictedEndOn: Day | null
  /** When it stops counting as known, by its code; null for what does not lapse. */
  readonly lapsesOn: Day | null
  /** What they mostly do, by which the return counts; another may stand beside it for the same days. */
  readonly isPrimary: boolean
  readonly version: number
}

/** What a spell said before it was changed, and until when it said so. */
export type SpellVersion = Omit<ActivitySpell, 'ascertainedOn' | 'lapsesOn' | 'version'> & {
  /** The spell it was of. */
  readonly spellId: RowId
  readonly why: string
  readonly until: Instant
  /** The account that changed it; null where a list or the house did. */
  readonly changedBy: AccountId | null
}

export type ActivityGroup =
  | 'compulsory'
  | 'education'
  | 'employment'
  | 'training'
  | 're-engagement'
  | 'neet-available'
  | 'neet-unavailable'
  | 'other'
  | 'not-known'
