import type { Day } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'

/** What a colleague answers who is asked to come along. */
export const ALONG_ANSWERS = ['coming', 'cannot'] as const
export type AlongAnswer = (typeof ALONG_ANSWERS)[number]

/** Where a colleague stands who is to come along; `off` when they need not any more. */
export type CompanionState = 'asked' | AlongAnswer | 'off'

/** A colleague who is asked to come along to a meeting. */
export type Companion = {
  readonly rowId: RowId
  readonly appointmentId: RowId
  readonly personId: PersonId
  readonly accountId: AccountId
  readonly state: Exclude<CompanionState, 'off'>
  readonly words: string
  readonly version: number
}

/** A meeting one account comes along to, or is asked to. */
export type JoinedTo = { readonly appointmentId: RowId; readonly onDay: Day; readonly state: 'asked' | 'coming' }

/** A colleague who may be asked: one who sees what is done with the young person already. */
export type Candidate = {
  readonly accountId: AccountId
  readonly name: string
  /** As what they stand round the young person. */
  readonly there: string
  /** Whether they read what is kept close of them. */
  readonly readsClose: boolean
}

/** One of those who go to a meeting, as a page names them; `arranged` of whoever it is in the diary of. */
export type AlongLine = {
  readonly accountId: AccountId
  readonly name: string
  readonly state: Companion['state'] | 'arranged'
  readonly words: string
  /** Whether they may see the meeting still. */
  readonly isAble: boolean
}

/** A colleague who can be named as having been at a meeting; `hint` says how they stand to it. */
export type There = { readonly accountId: AccountId; readonly name: string; readonly hint: string }

/** Who goes to some meetings, by meeting; those to which one goes alone are left out. */
export type Along = ReadonlyMap<string, readonly AlongLine[]>
