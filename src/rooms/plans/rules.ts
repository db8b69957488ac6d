/** What makes sense of a plan. docs/rules/plans.md */
import { addDays, addMonths, type Day, daysBetween, isAfter, isBefore } from '#ground/day.ts'
import type { RecordClass } from '#rooms/access/index.ts'
import type { Agreement, Plan, PlanFactor, Target, TargetContent } from './plan.ts'

/** What is to be thought about before a target is left as it is: it advises and never blocks. */
export type Advice = 'no-day' | 'too-soon' | 'too-far' | 'no-measure' | 'no-support'

const SOON_DAYS = 2
const FAR_MONTHS = 6

/** So many months ahead at most is a review. */
export const REVIEW_MONTHS = 24

/** Whether a target stretches and can be kept: too easy, too far, without a day, without a way to know, left to them alone. */
export function adviceOn(content: TargetContent, setOn: Day): Advice[] {
  const { dueOn, howKnown, support, owner } = content
  const advice: [Advice, boolean][] = [
    ['no-day', dueOn === null],
    ['too-soon', dueOn !== null && isBefore(dueOn, addDays(setOn, SOON_DAYS))],
    ['too-far', dueOn !== null && isAfter(dueOn, addMonths(setOn, FAR_MONTHS))],
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
  if (content.dueOn !== null && isBefore(content.dueOn, today)) return 'due-before'
  return content.owner === 'partner' && content.ownerName === '' ? 'partner-unnamed' : undefined
}

export type Standing = 'none' | 'never-agreed' | 'changed-since' | 'agreed'

/** What stands in a plan: each goal and target with its version. */
export function shownIn({ goals, targets }: Pick<Plan, 'goals' | 'targets'>): string[] {
  return [...goals, ...targets].map(one => `${one.rowId}:${one.version}`).toSorted()
}

/** What a page showed, so that nobody agrees to what came after it, or twice to the same. */
export function stampOf(plan: Plan): string {
  return [...shownIn(plan), plan.agreements[0]?.rowId ?? ''].join(' ')
}

/**
 * Where a plan stands: what was added or changed after it was agreed is not agreed to, nor is what the adviser who agreed it could not
 * see. By what was shown and not by times: of two at once neither knows which came first.
 */
export function standingOf(plan: Plan): Standing {
  if (plan.goals.length === 0) return 'none'
  const [last] = plan.agreements
  if (last === undefined) return 'never-agreed'
  const agreed = new Set(last.shown)
  return shownIn(plan).every(one => agreed.has(one)) ? 'agreed' : 'changed-since'
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
  readonly what: 'no-plan' | 'no-review-day' | 'review-late' | 'review-ahead'
  readonly on: Day | null
  readonly daysLate: number
}

/** How far ahead a review is shown as work. */
const AHEAD_DAYS = 28

/** What is due about somebody's plan; nothing where it stands and its review lies far ahead. */
export function planDueOf(
  facts: {
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
