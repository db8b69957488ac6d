/** What makes sense of a plan. docs/rules/plans.md */
import { addDays, addMonths, type Day, daysBetween, isAfter, isBefore } from '#ground/day.ts'
import type { RowId } from '#ground/ids.ts'
import type { RecordClass } from '#rooms/access/index.ts'
import type { Agreement, Goal, Plan, PlanFactor, Target, TargetAnswer, TargetContent } from './plan.ts'

/** What is to be thought about before a target is left as it is: it advises and never blocks. */
export type Advice = 'no-day' | 'too-soon' | 'too-far' | 'no-measure' | 'no-support'

const SOON_DAYS = 2
const FAR_MONTHS = 6

/** So many months ahead at most is a review. */
export const REVIEW_MONTHS = 24

/** Whether a target stretches and can be kept: too easy, too far, without a day, without a way to know, left to them alone. */
export function adviceOn(content: TargetContent, setOn: Day, today: Day): Advice[] {
  const { dueOn, howKnown, support, owner } = content
  // Once the day has been, what was wrong with it says nothing any more.
  const ahead = dueOn !== null && !isBefore(dueOn, today) ? dueOn : undefined
  const advice: [Advice, boolean][] = [
    ['no-day', dueOn === null],
    ['too-soon', ahead !== undefined && isBefore(ahead, addDays(setOn, SOON_DAYS))],
    ['too-far', ahead !== undefined && isAfter(ahead, addMonths(today, FAR_MONTHS))],
    ['no-measure', howKnown === ''],
    ['no-support', owner === 'young-person' && support === ''],
  ]
  return advice.filter(([, holds]) => holds).map(([name]) => name)
}

/** Of a whole plan: nothing in it is the young person's to do. */
export function isAllOnOthers(plan: Pick<Plan, 'targets'>): boolean {
  const open = openOf(plan)
  return open.length > 0 && open.every(target => target.owner !== 'young-person')
}

/** The classes of a target: what its factor tells of; kept close, restricted and that besides, and both must be seen. */
export function classesOfTarget(
  factor: PlanFactor | undefined,
  isRestricted: boolean,
): { own: RecordClass; also: RecordClass | null } {
  const told = factor?.discloses ?? 'plan'
  return isRestricted ? { own: 'restricted', also: told } : { own: told, also: null }
}

export type TargetTrouble = 'due-before' | 'partner-unnamed'

export function targetTrouble(content: TargetContent, today: Day): TargetTrouble | undefined {
  if (content.owner === 'partner' && content.ownerName === '') return 'partner-unnamed'
  return content.dueOn !== null && isBefore(content.dueOn, today) ? 'due-before' : undefined
}

/** Whether two say the same of what is agreed of a target. How big a step it is seen as is no part of that. */
export function saysTheSame(a: TargetContent, b: TargetContent): boolean {
  return (
    a.what === b.what &&
    a.dueOn === b.dueOn &&
    a.factor === b.factor &&
    a.owner === b.owner &&
    a.ownerName === b.ownerName &&
    a.support === b.support &&
    a.howKnown === b.howKnown &&
    a.isRestricted === b.isRestricted &&
    a.aimId === b.aimId
  )
}

export type Standing = 'none' | 'over' | 'never-agreed' | 'changed-since' | 'disagreed' | 'agreed'

/** Whether a target under a goal is open. */
export function hasOpenTargets(goal: Pick<Goal, 'rowId'>, targets: readonly Target[]): boolean {
  return openOf({ targets }).some(target => target.goalId === goal.rowId)
}

/** What is open of a plan: open targets, and goals that are open or have one. It is what is shown, agreed to and reviewed. */
export function openPart({ goals, targets }: Pick<Plan, 'goals' | 'targets'>): Pick<Plan, 'goals' | 'targets'> {
  return {
    goals: goals.filter(goal => goal.state === 'open' || hasOpenTargets(goal, targets)),
    targets: openOf({ targets }),
  }
}

/** A goal or a target as it was shown: with the version of what it says. How big a step a target is seen as is no part of that. */
export function versionOf(one: Pick<Goal, 'rowId' | 'version'> | Pick<Target, 'rowId' | 'saidVersion'>): string {
  return `${one.rowId}:${'saidVersion' in one ? one.saidVersion : one.version}`
}

/** What is open of a plan: each goal and target with its version. */
export function shownIn(plan: Pick<Plan, 'goals' | 'targets'>): string[] {
  const { goals, targets } = openPart(plan)
  return [...goals, ...targets].map(versionOf).toSorted()
}

/** The plan once a review has answered its targets. */
export function afterAnswers(
  plan: Plan,
  answers: readonly { readonly targetId: RowId; readonly answer: TargetAnswer }[],
): Plan {
  const ended = new Map(answers.map(({ targetId, answer }) => [targetId, answer]))
  const targets = plan.targets.map(target => {
    const answer = target.state === 'open' ? (ended.get(target.rowId) ?? 'goes-on') : 'goes-on'
    return answer === 'goes-on'
      ? target
      : { ...target, state: answer, version: target.version + 1, saidVersion: target.version + 1 }
  })
  return { ...plan, targets }
}

/** What a page showed, so that nobody agrees to what came after it, or twice to the same. */
export function stampOf(plan: Plan): string {
  return [...shownIn(plan), plan.agreements[0]?.rowId ?? ''].join(' ')
}

/**
 * Where a plan stands: what was added or changed after it was agreed is not agreed to, nor is what the adviser who agreed it could not
 * see. By what was shown and not by times: of two at once neither knows which came first. What was answered or ended since is no
 * part of it any more.
 */
export function standingOf(plan: Plan): Standing {
  if (plan.goals.length === 0) return 'none'
  const open = shownIn(plan)
  if (open.length === 0) return 'over'
  const [last] = plan.agreements
  if (last === undefined) return 'never-agreed'
  const agreed = new Set(last.shown)
  if (!open.every(one => agreed.has(one))) return 'changed-since'
  return last.agreement === 'agreed' ? 'agreed' : 'disagreed'
}

/** Open targets of a plan. */
export function openOf({ targets }: Pick<Plan, 'targets'>): Target[] {
  return targets.filter(target => target.state === 'open')
}

/** Open targets, the earliest day first, those without a day last. */
export function byDay(targets: readonly Target[]): Target[] {
  return targets.toSorted((a, b) => ((a.dueOn ?? '9') < (b.dueOn ?? '9') ? -1 : 1))
}

export type PlanDue = {
  /** `partner-silent` is told by what partners were asked, not by the plan's own days. */
  readonly what: 'no-plan' | 'no-review-day' | 'review-late' | 'review-ahead' | 'partner-silent'
  readonly on: Day | null
  readonly daysLate: number
}

/** How far ahead a review is shown as work. */
const AHEAD_DAYS = 28

/** What is due about somebody's plan; nothing where it stands and its review lies far ahead. */
export function planDueOf(
  facts: {
    /** A goal that is open, or has an open target. */
    readonly hasGoals: boolean
    readonly last: Pick<Agreement, 'reviewOn'> | undefined
    readonly leadSince: Day
  },
  today: Day,
): PlanDue | undefined {
  if (!facts.hasGoals) return { what: 'no-plan', on: null, daysLate: daysBetween(facts.leadSince, today) }
  if (facts.last?.reviewOn == null) return { what: 'no-review-day', on: null, daysLate: 0 }
  const daysLate = daysBetween(facts.last.reviewOn, today)
  if (daysLate < -AHEAD_DAYS) return undefined
  return { what: daysLate > 0 ? 'review-late' : 'review-ahead', on: facts.last.reviewOn, daysLate }
}
