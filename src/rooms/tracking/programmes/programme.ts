import type { Day } from '#ground/day.ts'
import type { AccountId, OrganisationId, PersonId, RowId } from '#ground/ids.ts'

/** What somebody goes through in stages, with who may come on it and when it is time to move on. */
export type Programme = {
  readonly id: RowId
  readonly name: string
  readonly about: string
  readonly organisationId: OrganisationId
  /** The class its very name tells of (K6); 0 for nothing more than where somebody learns. */
  readonly discloses: number
  readonly minAge: number
  readonly maxAge: number
  readonly needsLead: boolean
  readonly needsAssessment: boolean
  readonly needsPlan: boolean
  readonly entryWords: string
  readonly closedOn: Day | null
  readonly version: number
}

export type ProgrammeContent = Omit<Programme, 'id' | 'closedOn' | 'version'>
/** Who runs it and what its name tells of stay as they are: they are written on the rows of those who are on it. */
export type ProgrammeChange = Omit<ProgrammeContent, 'organisationId' | 'discloses'>

export type Stage = {
  readonly programmeId: RowId
  /** The first is 1. */
  readonly position: number
  readonly name: string
  /** Weeks it usually takes; null where it takes what it takes. */
  readonly weeks: number | null
  readonly doneWhen: string
  /** Who works with those at this stage. */
  readonly adviserId: AccountId | null
  readonly version: number
}

export type StageContent = Pick<Stage, 'name' | 'weeks' | 'doneWhen' | 'adviserId'>

/** What was learnt from those who left early, and what is done about it. */
export type Lesson = {
  readonly id: RowId
  readonly learnt: string
  readonly change: string
  readonly saidOn: Day
  readonly dueOn: Day | null
  readonly doneOn: Day | null
}

export const STATES = ['waiting', 'on', 'completed', 'left', 'not-started'] as const
export type State = (typeof STATES)[number]

/** Why somebody leaves early, or does not start: nothing that tells of health or family (K6). Ours. */
export const LEAVE_REASONS = [
  'other-place',
  'work',
  'did-not-like-it',
  'not-right-for-them',
  'money-or-travel',
  'moved-away',
  'asked-to-leave',
  'not-known',
  'something-else',
] as const
export type LeaveReason = (typeof LEAVE_REASONS)[number]

/** What came of talking with somebody who left early. */
export const TALKS = ['held', 'did-not-want', 'not-reached'] as const
export type Talk = (typeof TALKS)[number]

/** One young person on one programme. */
export type Place = {
  readonly rowId: RowId
  readonly personId: PersonId
  readonly classBit: number
  readonly programmeId: RowId
  /** The partner who runs it; null where the partnership's own service does. */
  readonly organisationId: OrganisationId | null
  readonly state: State
  readonly agreedOn: Day
  readonly startsOn: Day
  readonly setAside: string
  readonly startedOn: Day | null
  readonly position: number | null
  readonly overOn: Day | null
  readonly reason: LeaveReason | null
  readonly words: string
  readonly talk: Talk | null
  readonly talkWords: string
  readonly talkOn: Day | null
  readonly dueOn: Day | null
  readonly madeBy: AccountId | null
  readonly madeOn: Day
  readonly version: number
}

/** One of a list, with whose it is and at which stage. */
export type PlaceLine = Place & { readonly name: string; readonly programme: string; readonly stage: string | null }

/** A stage somebody was at. */
export type Step = {
  readonly rowId: RowId
  readonly position: number
  readonly stage: string
  readonly startedOn: Day
  readonly finishedOn: Day | null
  readonly reached: boolean | null
  readonly words: string
}

export type Move = 'start' | 'move' | 'finish' | 'leave' | 'not-start' | 'talk'
