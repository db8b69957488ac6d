/** What makes sense of a support group, of whoever belongs to it and of what it does. Pure. docs/rules/sessions.md#support-groups */
import { addMonths, type Day, isAfter, isBefore } from '#ground/day.ts'
import type { AccountId } from '#ground/ids.ts'
import type { GrantSource } from '#rooms/access/index.ts'
import type { GroupStep, Member, MemberStep, StepContent, StepEnd } from './support-group.ts'

const PLAN = 64
const SESSIONS = 128
const RESTRICTED = 4096

/** So far ahead a step can be due. Ours: longer is no step. */
const MOST_MONTHS = 18

/** The class of it that somebody belongs to a group: what its name tells, unless it is kept close (K6). */
export function classOfMember(discloses: number, isKeptClose: boolean): number {
  if (isKeptClose) return RESTRICTED
  return discloses === 0 ? SESSIONS : discloses
}

export const isKeptClose = ({ classBit }: { readonly classBit: number }) => classBit === RESTRICTED

/** Whether everybody who runs the group knows who they are, by their agreement. */
export function isKnown(member: Pick<Member, 'knownAgreedOn' | 'knownEndedOn'>): boolean {
  return member.knownAgreedOn !== null && member.knownEndedOn === null
}

type Sharing = Pick<MemberStep, 'classBit' | 'sharedAgreedOn' | 'sharedEndedOn'>

/** Whether they agreed, and still do, that everybody who runs the group reads this step. */
export function isShared(step: Sharing): boolean {
  return step.sharedAgreedOn !== null && step.sharedEndedOn === null
}

/** Whether a step stands apart: it tells of more, and they did not agree to it. */
export function isApart(step: Sharing): boolean {
  return step.classBit !== PLAN && !isShared(step)
}

/** Whether they can be asked that everybody reads it: what tells of nothing besides is read anyway, and what is kept close is not asked about. */
export function canBeShared({ classBit }: { readonly classBit: number }): boolean {
  return classBit !== PLAN && classBit !== RESTRICTED
}

/** The class a step is written with: of whoever belongs there closely, everything is kept close. */
export function classOfStep(member: Pick<Member, 'classBit'>, tells: number): number {
  return isKeptClose(member) ? RESTRICTED : tells
}

type OfSession = { readonly title: string; readonly state: string; readonly discloses: number }

/** Whether a session of a group is to tell as much as the group does now: one that told of nothing, and is still to come or was held under that name. */
export function isRaised(session: OfSession, group: { readonly name: string; readonly discloses: number }): boolean {
  if (group.discloses === 0 || session.discloses !== 0) return false
  return session.state === 'planned' || sameName(session.title, group.name)
}

const sameName = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase()

/** Rights of whoever works with somebody. All others pass by themselves, or come with an office: a list of a school, a duty day, an emergency, another group. */
const WORKS_WITH: ReadonlySet<GrantSource> = new Set<GrantSource>([
  ...(['lead-adviser', 'team', 'deployment', 'cover', 'referral', 'hand-over', 'safeguarding', 'protection'] as const),
])

/** Whether somebody who has these rights works with a young person: by a right that passes nobody brings them into a group. */
export function worksWith(sources: readonly GrantSource[]): boolean {
  return sources.some(one => WORKS_WITH.has(one))
}

/**
 * Who does a step that stands apart again, of those who run the group: whoever does it now where they read it still, or else who wrote it, who changed it, or
 * anybody who sees what it tells of. Undefined where nobody who runs the group may read it.
 * @param seeing of those who run the group, who sees the class of it
 */
export function apartDoer(
  step: Pick<MemberStep, 'accountId' | 'writtenBy' | 'changedBy'>,
  runners: readonly AccountId[],
  seeing: readonly AccountId[],
): AccountId | undefined {
  const reading = [step.writtenBy, step.changedBy, ...seeing].filter(one => runners.includes(one))
  return reading.includes(step.accountId) ? step.accountId : reading[0]
}

export type AgreedTrouble = 'agreed-ahead' | 'agreed-old'

/** They agreed on a day that has come; a slip of the year is told. */
export function agreedTrouble(agreedOn: Day, today: Day): AgreedTrouble | undefined {
  if (isAfter(agreedOn, today)) return 'agreed-ahead'
  return isBefore(agreedOn, addMonths(today, -120)) ? 'agreed-old' : undefined
}

export type JoinTrouble = AgreedTrouble | 'joined-ahead' | 'joined-before-agreed'

/** They join on a day that has come, and not before they agreed. */
export function joinTrouble(joinedOn: Day, agreedOn: Day, today: Day): JoinTrouble | undefined {
  const trouble = agreedTrouble(agreedOn, today)
  if (trouble) return trouble
  if (isAfter(joinedOn, today)) return 'joined-ahead'
  return isBefore(joinedOn, agreedOn) ? 'joined-before-agreed' : undefined
}

export type LeaveTrouble = 'left-ahead' | 'left-before-joined' | 'left-words'

/** They leave on a day that has come, after they joined; another reason is said in words. */
export function leaveTrouble(
  member: Pick<Member, 'joinedOn'>,
  left: { readonly on: Day; readonly reason: string; readonly words: string },
  today: Day,
): LeaveTrouble | undefined {
  if (isAfter(left.on, today)) return 'left-ahead'
  if (isBefore(left.on, member.joinedOn)) return 'left-before-joined'
  return left.reason === 'other' && left.words === '' ? 'left-words' : undefined
}

export type DueTrouble = 'due-past' | 'due-far'

/** A step is due on a day to come; one that was past already may stay where it was. */
export function dueTrouble(dueOn: Day, today: Day, was?: Day): DueTrouble | undefined {
  if (dueOn === was) return undefined
  if (isBefore(dueOn, today)) return 'due-past'
  return isAfter(dueOn, addMonths(today, MOST_MONTHS)) ? 'due-far' : undefined
}

/**
 * Whether somebody may be named as doing a step: what stands apart is done by whoever wrote it, for nobody else who runs the group is told of it.
 * @param writers who reads it as having written it
 */
export function mayDo(step: Sharing, doer: AccountId, writers: readonly AccountId[]): boolean {
  return !isApart(step) || writers.includes(doer)
}

/** What a step would be if it were changed: their agreement was to these very words, and to what they tell of. */
export function changedStep(before: MemberStep, to: StepContent): Sharing & { readonly endsSharing: boolean } {
  const isSame = before.what === to.what && before.classBit === to.classBit
  const { sharedAgreedOn, sharedEndedOn } = before
  return isSame
    ? { classBit: to.classBit, sharedAgreedOn, sharedEndedOn, endsSharing: false }
    : { classBit: to.classBit, sharedAgreedOn: null, sharedEndedOn: null, endsSharing: isShared(before) }
}

/** Why a step is dropped is said; how one that is done went may be. */
export function endTrouble({ state, went }: StepEnd): 'went-missing' | undefined {
  return state === 'dropped' && went === '' ? 'went-missing' : undefined
}

/** Open ones by their days, then those that are over, the last first. */
export function inOrder<Step extends Pick<GroupStep, 'state' | 'dueOn' | 'overOn' | 'rowId'>>(
  steps: readonly Step[],
): Step[] {
  const open = steps.filter(one => one.state === 'open')
  const over = steps.filter(one => one.state !== 'open')
  return [
    ...open.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn) || a.rowId.localeCompare(b.rowId)),
    ...over.toSorted((a, b) => (b.overOn ?? '').localeCompare(a.overOn ?? '') || b.rowId.localeCompare(a.rowId)),
  ]
}
