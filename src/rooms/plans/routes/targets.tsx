/** The register of targets: a new one under a goal, and one that is changed. */
import { actorOfVisit, get, type HouseRoute, html, post } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError } from '#web/form/form.ts'
import { again, go, nothing, page } from '#web/register.ts'
import { changeTarget, setTarget } from '../actions.ts'
import { contentOf, fillTarget, targetForm } from '../forms.ts'
import { TargetPage } from '../pages/target-page.tsx'
import type { Goal, Target } from '../plan.ts'
import { en } from '../words.ts'
import {
  goalParam,
  type PersonVisit,
  type PlanHouse,
  type Planning,
  targetParam,
  withGoal,
  withTarget,
} from './planning.ts'

const TARGET_AT = { 'due-before': 'due', 'partner-unnamed': 'owner-name' } as const
const TARGET_WORDS = { 'due-before': en.dueBefore, 'partner-unnamed': en.ownerNameMissing } as const

export function targetRoutes(house: PlanHouse): HouseRoute[] {
  return [
    get(
      '/people/:personId/plan/goals/:goalId/targets/new',
      { permission: 'plan.write', audit: 'plan.form-opened', params: goalParam },
      visit =>
        withGoal(house, visit, async (planning, goal) =>
          page(targetPage(visit, planning, targetForm([]).fill({ owner: 'young-person' }), goal), {
            about: [goal.personId],
          }),
        ),
    ),
    post(
      '/people/:personId/plan/goals/:goalId/targets/new',
      { permission: 'plan.write', audit: 'plan.target-set', params: goalParam },
      visit =>
        withGoal(house, visit, async (planning, goal) => {
          const form = targetForm(planning.factors.map(f => f.code)).read(visit.body)
          const about = { about: [goal.personId] }
          if (!form.ok) return again(targetPage(visit, planning, form, goal), about)
          const factor = planning.factors.find(f => f.code === form.value.factor)
          const { accountId } = actorOfVisit(visit)
          const set = await setTarget(visit.tx, goal.rowId, accountId, contentOf(form.value), factor)
          const base = `/people/${goal.personId}/plan`
          if (set.ok) return go(visit.body['then'] === 'another' ? `${base}/goals/${goal.rowId}/targets/new` : base)
          if (set.why === 'unknown') return nothing('unknown', about.about)
          const told =
            set.why === 'goal-ended'
              ? addError(form, en.goalEnded, 'what')
              : addError(form, TARGET_WORDS[set.why], TARGET_AT[set.why])
          return again(targetPage(visit, planning, told, goal), about)
        }),
    ),
    get(
      '/people/:personId/plan/targets/:targetId',
      { permission: 'plan.write', audit: 'plan.form-opened', params: targetParam },
      visit =>
        withTarget(house, visit, async (planning, goal, target) =>
          page(
            targetPage(
              visit,
              planning,
              fillTarget(targetForm(planning.factors.map(f => f.code)), target),
              goal,
              target,
            ),
            { about: [goal.personId], target: target.rowId },
          ),
        ),
    ),
    post(
      '/people/:personId/plan/targets/:targetId',
      { permission: 'plan.write', audit: 'plan.target-changed', params: targetParam },
      visit =>
        withTarget(house, visit, async (planning, goal, target) => {
          const form = targetForm(planning.factors.map(f => f.code)).read(visit.body)
          const about = { about: [goal.personId], target: target.rowId }
          if (!form.ok) return again(targetPage(visit, planning, form, goal, target), about)
          const outcome = await changeTarget(visit.tx, target.rowId, {
            content: contentOf(form.value),
            version: Number(visit.body['version']),
            factor: planning.factors.find(f => f.code === form.value.factor),
          })
          if (outcome.ok || outcome.why === 'answered') return go(`/people/${goal.personId}/plan`)
          if (outcome.why === 'stale') return again(targetPage(visit, planning, form, goal, target, target), about, 409)
          if (outcome.why === 'unknown') return nothing('unknown', about.about)
          const told = addError(form, TARGET_WORDS[outcome.why], TARGET_AT[outcome.why])
          return again(targetPage(visit, planning, told, goal, target), about)
        }),
    ),
  ]
}

function targetPage(
  visit: PersonVisit,
  { frame, factors }: Planning,
  form: FormState,
  goal: Goal,
  target?: Target,
  theirs?: Target,
) {
  return html(
    <TargetPage
      visitor={visit.visitor}
      frame={frame}
      form={form}
      goal={goal}
      target={target}
      theirs={theirs}
      factors={factors}
    />,
  )
}
