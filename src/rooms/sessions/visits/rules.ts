/** When somebody who went out is missed, and who is told. docs/rules/sessions.md */
import { addMs, type Instant, toMs } from '#ground/clock.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import type { Visit, VisitPlan } from './visit.ts'

const MINUTE_MS = 60_000

/** Minutes after the time they were to be back, at which the buddy is told. Ours. */
export const USUAL_ALARM_MINUTES = 15
/** "Longer" puts the time off by so much. */
export const LONGER_MINUTES = 30
/** Nobody plans to be out for longer after a meeting begins. */
export const MOST_HOURS = 12

export type VisitState = 'planned' | 'out' | 'late' | 'buddy-told' | 'leader-told' | 'ended'

/** Where a visit stands. The clock runs from the plan: whoever forgets to say that they go in is missed all the same. */
export function stateOf(visit: Visit, now: Instant): VisitState {
  if (visit.endedAt !== null) return 'ended'
  if (visit.leaderToldAt !== null) return 'leader-told'
  if (visit.buddyToldAt !== null) return 'buddy-told'
  if (toMs(now) >= toMs(visit.backBy)) return 'late'
  return visit.outAt === null ? 'planned' : 'out'
}

/** Whether somebody else may say that they are safe: they went in, or are missed. */
export function mayBeFound(visit: Visit, now: Instant): boolean {
  const state = stateOf(visit, now)
  return state !== 'planned' && state !== 'ended'
}

export type Alarm = 'buddy' | 'leader'

/** When each is told that nothing was heard: the buddy after the set minutes, the leader after as many again. */
export function alarmAt(visit: Pick<VisitPlan, 'backBy' | 'alarmMinutes'>, who: Alarm): Instant {
  return addMs(visit.backBy, visit.alarmMinutes * MINUTE_MS * (who === 'buddy' ? 1 : 2))
}

/** Who is to be told now and was not yet: both, when nobody looked for a while, for instance because the program was down. */
export function alarmsDue(visit: Visit, now: Instant): Alarm[] {
  if (visit.endedAt !== null) return []
  const isDue = (who: Alarm) => toMs(now) >= toMs(alarmAt(visit, who))
  return [
    ...(visit.buddyToldAt === null && isDue('buddy') ? (['buddy'] as const) : []),
    ...(visit.leaderToldAt === null && isDue('leader') ? (['leader'] as const) : []),
  ]
}

export type PlanTrouble = 'back-been' | 'back-too-late' | 'companion-missing' | 'buddy-self'

/** One is back after the meeting begins, later than now and within half a day, and somebody else waits to hear. */
export function checkPlan(
  plan: VisitPlan,
  facts: { readonly now: Instant; readonly startsAt: Instant; readonly goesId: string },
): Result<VisitPlan, PlanTrouble> {
  if (plan.buddyId === facts.goesId) return refused('buddy-self')
  if (plan.goes === 'in-pairs' && plan.companion === '') return refused('companion-missing')
  if (toMs(plan.backBy) <= Math.max(toMs(facts.now), toMs(facts.startsAt))) return refused('back-been')
  if (toMs(plan.backBy) > toMs(facts.startsAt) + MOST_HOURS * 60 * MINUTE_MS) return refused('back-too-late')
  return ok(plan)
}

/** Half an hour more, counted from now when it is late already. */
export function longer(backBy: Instant, now: Instant): Instant {
  return addMs(toMs(backBy) > toMs(now) ? backBy : now, LONGER_MINUTES * MINUTE_MS)
}
