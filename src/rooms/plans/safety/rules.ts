/** When a safety plan is looked at again, and which classes it has. docs/rules/plans.md */
import { addDays, type Day, isAfter } from '#ground/day.ts'
import type { RecordClass } from '#rooms/access/index.ts'
import { SAFETY_PARTS, type SafetyContent, type SafetyPlan } from './plan.ts'

/** The one that holds now, of those the caller sees. */
export function inForce(all: readonly SafetyPlan[]): SafetyPlan | undefined {
  return all.find(one => one.state === 'in-force')
}

/** Weeks until it is looked at again: at first, and later. Ours. */
const FIRST_WEEKS = 4
const LATER_WEEKS = 12

export function weeksFor(isFirst: boolean): number {
  return isFirst ? FIRST_WEEKS : LATER_WEEKS
}

export function reviewTrouble(reviewOn: Day, today: Day, isFirst: boolean): 'not-ahead' | 'too-far' | undefined {
  if (!isAfter(reviewOn, today)) return 'not-ahead'
  return isAfter(reviewOn, addDays(today, weeksFor(isFirst) * 7)) ? 'too-far' : undefined
}

/** Health; kept close, restricted, and health besides: both must be seen. */
export function classesOf(isRestricted: boolean): { own: RecordClass; also: RecordClass | null } {
  return isRestricted ? { own: 'restricted', also: 'health' } : { own: 'health', also: null }
}

/** Whether two say the same: the second is the first sent twice. */
export function saysTheSame(a: SafetyContent, b: SafetyContent): boolean {
  return (
    SAFETY_PARTS.every(part => a[part] === b[part]) &&
    a.agreement === b.agreement &&
    a.words === b.words &&
    a.copyGiven === b.copyGiven &&
    a.reviewOn === b.reviewOn &&
    a.isRestricted === b.isRestricted
  )
}
