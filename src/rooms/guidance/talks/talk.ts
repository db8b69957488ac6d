import type { Day } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'

export const TALK_STATES = ['before', 'held', 'dropped'] as const
export type TalkState = (typeof TALK_STATES)[number]

/** What may come up beside learning and work. Of danger there is no kind: that is a concern, and goes at once (K10). */
export const NEED_KINDS = [
  'housing',
  'travel',
  'money',
  'family',
  'caring',
  'health',
  'care',
  'justice',
  'other',
] as const
export type NeedKind = (typeof NEED_KINDS)[number]

/** What a young person may take from a talk, in our words for paragraph 72 of the report. */
export const ACHIEVEMENT = ['range', 'jobs', 'change', 'strengths', 'cv', 'finds-out'] as const
/** How it went for them. */
export const LEARNING = ['takes-part', 'own-development', 'takes-advice', 'links-choice'] as const
export const MARKS = [...ACHIEVEMENT, ...LEARNING] as const
export type Mark = (typeof MARKS)[number]

export const SAID = ['seen', 'partly', 'not-seen', 'not-applicable'] as const
export type Said = (typeof SAID)[number]
export const SIDES = ['young-person', 'adviser'] as const
export type Side = (typeof SIDES)[number]

/** Their aim beside what it asks for, the challenge both ways, and what they say to it. */
export type AimNote = {
  readonly aimWords: string
  readonly aimAsks: string
  readonly aimSource: string
  readonly aimOn: Day | null
  /** Aims may be higher. */
  readonly higher: string
  /** What it would take, and what else there is. */
  readonly takes: string
  readonly aimAnswer: string
}

/** How their own side was written down: as they said it, or by their own hands on the screen turned to them. */
export const OWN_HOW = ['said', 'own-hands'] as const
export type OwnHow = (typeof OWN_HOW)[number]

/** One careers talk: prepared, held and tied to the recorded session, or not held. */
export type Talk = AimNote & {
  readonly rowId: RowId
  readonly personId: PersonId
  readonly classBit: number
  readonly state: TalkState
  readonly appointmentId: RowId | null
  readonly contactId: RowId | null
  readonly madeBy: AccountId
  readonly madeOn: Day
  readonly heldOn: Day | null
  readonly about: string
  readonly ownHow: OwnHow | null
  readonly ownOn: Day | null
  readonly ownWords: string
  readonly why: string
  readonly version: number
}

export type TalkMark = {
  readonly mark: Mark
  readonly side: Side
  readonly said: Said
  readonly evidence: string
}

export type TalkNeed = {
  readonly rowId: RowId
  readonly kind: NeedKind
  readonly words: string
  readonly notedOn: Day
  readonly version: number
}
