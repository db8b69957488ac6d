import type { Day } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'

/** What is written down of a group: nothing of whoever belongs to it. */
export type GroupContent = {
  readonly name: string
  readonly purpose: string
  /** When and where, in words. */
  readonly meets: string
  /** The class its very name gives that somebody belongs to it (K6); 0 for none. */
  readonly discloses: number
}

export type SupportGroup = GroupContent & {
  readonly rowId: RowId
  readonly endedOn: Day | null
  readonly endedWhy: string
  readonly version: number
}

/** A colleague who runs it. */
export type Runner = {
  readonly rowId: RowId
  readonly groupId: RowId
  readonly accountId: AccountId
  /** What they are there for, in a few words. */
  readonly thereFor: string
}

/** Who asked somebody, and when they said yes. */
export type Asked = { readonly askedBy: AccountId; readonly agreedOn: Day }

/** Why somebody left a group. Ours. */
export const LEFT_REASONS = ['they-wanted', 'got-there', 'moved', 'another-way', 'no-longer-comes', 'other'] as const
/** The last is written by the end of the group itself. */
export type LeftReason = (typeof LEFT_REASONS)[number] | 'group-ended'

/** That somebody belongs to a group, as far as the reader may know. */
export type Member = {
  readonly rowId: RowId
  readonly groupId: RowId
  readonly personId: PersonId
  readonly classBit: number
  readonly joinedOn: Day
  readonly askedBy: AccountId
  readonly agreedOn: Day
  /** That everybody who runs it knows who they are; over where it was taken back. */
  readonly knownAskedBy: AccountId | null
  readonly knownAgreedOn: Day | null
  readonly knownEndedOn: Day | null
  readonly leftOn: Day | null
  readonly leftReason: LeftReason | null
  readonly leftWords: string
  readonly version: number
}

/** One of a group by name. */
export type NamedMember = Member & { readonly given: string; readonly family: string }

/** A membership with the group it is of, as on a record. Undefined is the group where the reader may not know which. */
export type Belonging = Member & { readonly group: SupportGroup }

export type StepState = 'open' | 'done' | 'dropped'

/** What the group does together. */
export type GroupStep = {
  readonly rowId: RowId
  readonly groupId: RowId
  readonly what: string
  readonly accountId: AccountId
  readonly dueOn: Day
  readonly state: StepState
  readonly went: string
  readonly overOn: Day | null
  readonly version: number
}

/** What a step of one of them may tell of besides: nothing (plan), health, offending, care, immigration; or it is kept close. */
export const STEP_CLASSES = [64, 256, 1024, 512, 65_536, 4096] as const

/** What is said of a step as it is set or changed. */
export type StepContent = {
  readonly what: string
  readonly accountId: AccountId
  readonly dueOn: Day
  readonly classBit: number
}

/** What the group does for one who belongs to it. */
export type MemberStep = StepContent & {
  readonly rowId: RowId
  readonly groupId: RowId
  readonly memberId: RowId
  readonly personId: PersonId
  readonly state: StepState
  readonly went: string
  readonly overOn: Day | null
  readonly sharedAskedBy: AccountId | null
  readonly sharedAgreedOn: Day | null
  readonly sharedEndedOn: Day | null
  readonly version: number
  readonly writtenBy: AccountId
  readonly changedBy: AccountId
}

/** What a step said before. */
export type StepBefore = {
  readonly stepId: RowId
  readonly version: number
  readonly what: string
  readonly accountId: AccountId
  readonly dueOn: Day
}

/** How a step ends. */
export type StepEnd = { readonly state: 'done' | 'dropped'; readonly went: string }
