/** What of a plan a parent or carer may read, and when (K11): what the young person lets them, and nothing that tells of more. docs/rules/plans.md */
import type { Day } from '#ground/day.ts'
import type { RowId } from '#ground/ids.ts'
import type { Adult } from '#rooms/people/index.ts'
import type { Deciding, LinkedAdult } from '#rooms/sharing/index.ts'
import type { Plan } from '../plan.ts'
import { openPart, versionOf } from '../rules.ts'

/** What the young person said to what they were shown. `cannot`: they could not decide it, by what was judged. */
export const SAYS = ['agreed', 'no', 'cannot'] as const
export type Says = (typeof SAYS)[number]

export type AdultTrouble = 'not-to-be-told' | 'said-no' | 'not-judged' | 'not-theirs-to-decide'

/** Whether a parent or carer may be asked about at all: a no stands whoever asks. */
export function mayBeAsked({ mayBeTold }: Pick<Adult, 'mayBeTold'>): boolean {
  return mayBeTold === 'yes' || mayBeTold === 'ask-first'
}

/**
 * Why an adult may read of a plan, or why not (K11). The young person's word decides, at any age. Where it was judged that they cannot decide on sharing or on
 * their plan now, and this adult decides, they may: parental responsibility is on record, never assumed.
 * @param deciding who decides on it by what was judged of capacity
 */
export function openingBasis(
  adult: Pick<Adult, 'mayBeTold'>,
  says: Says,
  deciding: Deciding,
): { readonly basis: LinkedAdult['basis'] } | { readonly trouble: AdultTrouble } {
  if (!mayBeAsked(adult)) return { trouble: 'not-to-be-told' }
  if (says === 'agreed') return { basis: 'agreed' }
  if (says === 'no') return { trouble: 'said-no' }
  if (deciding === 'themselves') return { trouble: 'not-judged' }
  return deciding === 'this-adult' ? { basis: 'decided-for' } : { trouble: 'not-theirs-to-decide' }
}

/**
 * Whether a link still opens: what it was made on still stands. Who turns 16 decides from then on.
 * @param adult as on record now; undefined when that was replaced or taken off
 */
export function stillOpens(
  basis: LinkedAdult['basis'],
  adult: Pick<Adult, 'mayBeTold'> | undefined,
  deciding: Deciding,
  isPresumed: boolean,
): boolean {
  if (!adult || !mayBeAsked(adult)) return false
  if (basis === 'agreed') return true
  return !isPresumed && 'basis' in openingBasis(adult, 'cannot', deciding)
}

/**
 * The part of a plan an adult reads: goals that were chosen and are open, and their steps of the plan's own class. What works on something of another class
 * would tell of it, and what is kept close or was dropped is nobody's to read here.
 * @param planBit the class of the plan itself
 */
export function partFor(plan: Plan, goalIds: readonly RowId[], planBit: number): Pick<Plan, 'goals' | 'targets'> {
  return {
    goals: openPart(plan).goals.filter(goal => goalIds.includes(goal.rowId)),
    targets: plan.targets.filter(
      one =>
        goalIds.includes(one.goalId) &&
        one.classBit === planBit &&
        (one.alsoBit === null || one.alsoBit === planBit) &&
        !one.isRestricted &&
        one.state !== 'dropped',
    ),
  }
}

/** What was shown beforehand: each goal and step with the version of what it says. */
export function shownOf({ goals, targets }: Pick<Plan, 'goals' | 'targets'>): string[] {
  return [...goals, ...targets].map(versionOf).toSorted()
}

/** The same as one word, so that nothing else goes than what the young person saw. */
export function stampFor(part: Pick<Plan, 'goals' | 'targets'>): string {
  return shownOf(part).join(' ')
}

/**
 * Of a plan what the young person was shown, as it was shown: what was added or reworded since stays where it is (K2).
 * @param shown as `shownOf` gave it then
 */
export function asShownThen(plan: Plan, shown: readonly string[], planBit: number): Pick<Plan, 'goals' | 'targets'> {
  const goals = plan.goals.filter(one => shown.includes(versionOf(one)))
  const part = partFor(
    plan,
    goals.map(one => one.rowId),
    planBit,
  )
  return { ...part, targets: part.targets.filter(one => shown.includes(versionOf(one))) }
}

/** The day to look again that stands on a plan, where it is still ahead. */
export function reviewAhead(plan: Pick<Plan, 'agreements'>, today: Day): Day | null {
  const on = plan.agreements[0]?.reviewOn ?? null
  return on !== null && on >= today ? on : null
}
