import type { Day } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import type { AimResult } from '../contact.ts'
import type { Appointment } from '../diary/appointment.ts'

export const RUN_ENDS = ['done', 'ended-early', 'called-off'] as const
export type RunEnd = (typeof RUN_ENDS)[number]
export type RunState = 'on' | RunEnd

/** Why a run is over. Ours. */
export const END_REASONS = [
  'reached',
  'they-asked',
  'we-cannot',
  'no-longer-needed',
  'another-way',
  'set-by-mistake',
] as const
export type EndReason = (typeof END_REASONS)[number]

/** A short named part of a run, with its own aim, and how many meetings it takes. */
export type PartContent = { readonly name: string; readonly aim: string; readonly meetings: number }
export type RunPart = PartContent & { readonly rowId: RowId; readonly position: number }

/** A run of meetings with one young person. */
export type Run = {
  readonly rowId: RowId
  readonly personId: PersonId
  readonly accountId: AccountId
  readonly title: string
  readonly everyWeeks: 1 | 2
  readonly state: RunState
  readonly endedOn: Day | null
  readonly endedReason: EndReason | null
  readonly endedWords: string
  /** Kept close: restricted class. */
  readonly isRestricted: boolean
  readonly version: number
}

/** A run as a record lists it. */
export type RunLine = Run & {
  /** Meetings that were come to, and all that were not called off. */
  readonly came: number
  readonly meetings: number
}

/** A meeting of a run: which part it is in, what came of its aim, and whether somebody waits to hear of who goes there. */
export type RunMeeting = Appointment & {
  readonly partId: RowId | null
  readonly aimResult: AimResult | null
  readonly isWaitedFor: boolean
}

/** The run a meeting belongs to, and the part of it. */
export type OfRun = { readonly runId: RowId; readonly title: string; readonly part: string | null }
