/** Whether a partner took on what a plan gives them. docs/rules/plans.md */
import { workingDaysAfter } from '#ground/bank-holidays.ts'
import { type Day, daysBetween, isAfter } from '#ground/day.ts'
import type { Target } from '../plan.ts'
import type { Ask } from './ask.ts'

/** Working days a colleague has to answer. Ours. */
const ANSWER_DAYS = 5

/** Days after a target was set when it stands in the list of what nobody has confirmed. Ours. */
const SILENT_DAYS = 10

/** By when a colleague who is asked today answers. */
export const answerDay = (today: Day): Day => workingDaysAfter(today, ANSWER_DAYS)

type Owned = Pick<Target, 'rowId' | 'what' | 'dueOn' | 'owner' | 'ownerName'>

/** Whether somebody was asked for just what the target says now: other words, another day or another partner are asked anew. */
export function asksTheSame(ask: Pick<Ask, 'what' | 'dueOn' | 'ownerName'>, target: Omit<Owned, 'rowId'>): boolean {
  return ask.what === target.what && ask.dueOn === target.dueOn && ask.ownerName === target.ownerName
}

export type OwnerStanding =
  | { readonly is: 'unasked' }
  /** What was said was said of something else than the target says now. */
  | { readonly is: 'changed'; readonly ask: Ask }
  | { readonly is: 'asked' | 'yes' | 'no'; readonly ask: Ask }

/**
 * Where a partner stands with a target that is theirs; nothing of a target that is nobody's but the young person's or the adviser's.
 * @param asks of the plan, newest first
 */
export function ownerStandingOf(target: Owned, asks: readonly Ask[]): OwnerStanding | undefined {
  if (target.owner !== 'partner') return undefined
  const ask = asks.find(one => one.targetId === target.rowId && one.state !== 'withdrawn')
  if (ask === undefined) return { is: 'unasked' }
  if (!asksTheSame(ask, target)) return { is: 'changed', ask }
  return ask.state === 'withdrawn' ? { is: 'unasked' } : { is: ask.state, ask }
}

/** Whether a target a partner owns has waited for their yes long enough to stand in a list. */
export function isSilent(target: Owned & Pick<Target, 'state' | 'setOn'>, asks: readonly Ask[], today: Day): boolean {
  const standing = ownerStandingOf(target, asks)
  return (
    target.state === 'open' &&
    standing !== undefined &&
    standing.is !== 'yes' &&
    daysBetween(target.setOn, today) > SILENT_DAYS
  )
}

/** What is wrong with the day somebody is said to have told: it lies ahead, or before the target was set. */
export function toldTrouble(on: Day, setOn: Day, today: Day): 'ahead' | 'before' | undefined {
  if (isAfter(on, today)) return 'ahead'
  return isAfter(setOn, on) ? 'before' : undefined
}
