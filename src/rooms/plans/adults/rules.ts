/** What of a plan a parent or carer may read, and when (K11): what the young person lets them, and nothing that tells of more. docs/rules/plans.md */
import type { Day } from '#ground/day.ts'
import type { RowId } from '#ground/ids.ts'
import type { Adult } from '#rooms/people/index.ts'
import type { CapacityDecision, LinkedAdult } from '#rooms/sharing/index.ts'
import type { Plan } from '../plan.ts'
import { openPart } from '../rules.ts'

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
 * @param decided what was judged of capacity, as far as whoever asks sees it
 */
export function openingBasis(
  adult: Pick<Adult, 'mayBeTold' | 'responsibility' | 'rowId'>,
  says: Says,
  decided: readonly CapacityDecision[],
  today: Day,
): { readonly basis: LinkedAdult['basis'] } | { readonly trouble: AdultTrouble } {
  if (!mayBeAsked(adult)) return { trouble: 'not-to-be-told' }
  if (says === 'agreed') return { basis: 'agreed' }
  if (says === 'no') return { trouble: 'said-no' }
  const judged = cannotDecideNow(decided, today)
  if (judged === undefined) return { trouble: 'not-judged' }
  return isDecider(judged, adult) ? { basis: 'decided-for' } : { trouble: 'not-theirs-to-decide' }
}

/**
 * The judgement that they cannot decide on it now, if that is what was judged last: about sharing, else about their plan. One that was to be looked at again by
 * now, or was, says nothing any more.
 */
function cannotDecideNow(decided: readonly CapacityDecision[], today: Day): CapacityDecision | undefined {
  const newest = (about: CapacityDecision['about']) =>
    decided
      .filter(one => one.about === about)
      .toSorted((a, b) => (a.judgedOn < b.judgedOn ? 1 : a.judgedOn > b.judgedOn ? -1 : 0))[0]
  const last = newest('sharing') ?? newest('plan')
  if (last?.outcome !== 'not-now' || last.againOn !== null) return undefined
  return last.reviewOn !== null && last.reviewOn < today ? undefined : last
}

function isDecider(one: CapacityDecision, adult: Pick<Adult, 'responsibility' | 'rowId'>): boolean {
  const isResponsible = adult.responsibility === 'yes' || adult.responsibility === 'shared-with-council'
  return isResponsible && one.decider?.kind === 'adult' && one.decider.adultId === adult.rowId
}

/**
 * Whether a link still opens: what it was made on still stands. Who turns 16 decides from then on.
 * @param adult as on record now; undefined when that was replaced or taken off
 */
export function stillOpens(
  basis: LinkedAdult['basis'],
  adult: Pick<Adult, 'mayBeTold' | 'responsibility' | 'rowId'> | undefined,
  decided: readonly CapacityDecision[],
  isPresumed: boolean,
  today: Day,
): boolean {
  if (!adult || !mayBeAsked(adult)) return false
  if (basis === 'agreed') return true
  return !isPresumed && 'basis' in openingBasis(adult, 'cannot', decided, today)
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

/** What was shown beforehand: each goal and step with its version. */
export function shownOf({ goals, targets }: Pick<Plan, 'goals' | 'targets'>): string[] {
  return [...goals, ...targets].map(versionOf).toSorted()
}

const versionOf = (one: { readonly rowId: RowId; readonly version: number }) => `${one.rowId}:${one.version}`

/** The same as one word, so that nothing else goes than what the young person saw. */
export function stampFor(part: Pick<Plan, 'goals' | 'targets'>): string {
  return shownOf(part).join(' ')
}

/** Of a part what the young person was shown, as it was shown: what was added or reworded since stays where it is (K2). */
export function asShownThen(
  part: Pick<Plan, 'goals' | 'targets'>,
  shown: readonly string[],
): Pick<Plan, 'goals' | 'targets'> {
  const goals = part.goals.filter(one => shown.includes(versionOf(one)))
  const left = new Set(goals.map(one => one.rowId))
  return { goals, targets: part.targets.filter(one => left.has(one.goalId) && shown.includes(versionOf(one))) }
}

/** The day to look again that stands on a plan, where it is still ahead. */
export function reviewAhead(plan: Pick<Plan, 'agreements'>, today: Day): Day | null {
  const on = plan.agreements[0]?.reviewOn ?? null
  return on !== null && on >= today ? on : null
}
