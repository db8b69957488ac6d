/** The register of goals: a new one, and one that is changed or ended. */
import { actorOfVisit, get, type HouseRoute, html, post } from '#rooms/identity/index.ts'
import type { PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError } from '#web/form/form.ts'
import { again, go, nothing, page } from '#web/register.ts'
import { isStale } from '#web/stale.ts'
import { changeGoal, setGoal } from '../actions.ts'
import { goalForm } from '../forms.ts'
import { GoalPage } from '../pages/goal-page.tsx'
import type { Goal } from '../plan.ts'
import { en } from '../words.ts'
import { goalParam, type PersonVisit, type PlanHouse, personParam, withGoal, withLiving } from './planning.ts'

export function goalRoutes(house: PlanHouse): HouseRoute[] {
  return [
    get(
      '/people/:personId/plan/goals/new',
      { permission: 'plan.write', audit: 'plan.form-opened', params: personParam },
      visit =>
        withLiving(house, visit, async ({ frame }) =>
          page(goalPage(visit, frame, goalForm.empty()), { about: [frame.person.id] }),
        ),
    ),
    post(
      '/people/:personId/plan/goals/new',
      { permission: 'plan.write', audit: 'plan.goal-set', params: personParam },
      visit =>
        withLiving(house, visit, async ({ frame }) => {
          const form = goalForm.read(visit.body)
          const about = { about: [frame.person.id] }
          if (!form.ok) return again(goalPage(visit, frame, form), about)
          const set = await setGoal(visit.tx, frame.person.id, actorOfVisit(visit).accountId, form.value.words)
          return set.ok
            ? go(`/people/${frame.person.id}/plan/goals/${set.value}/targets/new`)
            : nothing('unknown', about.about)
        }),
    ),
    get(
      '/people/:personId/plan/goals/:goalId',
      { permission: 'plan.write', audit: 'plan.form-opened', params: goalParam },
      visit =>
        withGoal(house, visit, async ({ frame }, goal) =>
          page(goalPage(visit, frame, goalForm.fill({ words: goal.words, state: goal.state }), goal), {
            about: [frame.person.id],
            target: goal.rowId,
          }),
        ),
    ),
    post(
      '/people/:personId/plan/goals/:goalId',
      { permission: 'plan.write', audit: 'plan.goal-changed', params: goalParam },
      visit =>
        withGoal(house, visit, async ({ frame }, goal) => {
          const form = goalForm.read(visit.body)
          const about = { about: [frame.person.id], target: goal.rowId }
          if (isStale(visit, goal)) return again(goalPage(visit, frame, form, goal, goal), about, 409)
          if (!form.ok) return again(goalPage(visit, frame, form, goal), about)
          const { words, state } = form.value
          const missing = state === null ? addError(form, en.goalStateMissing, 'state') : undefined
          if (state === null || missing) return again(goalPage(visit, frame, missing ?? form, goal), about)
          const outcome = await changeGoal(visit.tx, goal.personId, goal.rowId, { words, state, version: goal.version })
          if (outcome.ok) return go(`/people/${frame.person.id}/plan`)
          if (outcome.why === 'stale') return again(goalPage(visit, frame, form, goal, goal), about, 409)
          if (outcome.why === 'unknown') return nothing('unknown', about.about)
          return again(goalPage(visit, frame, addError(form, en.openTargets, 'state'), goal), about)
        }),
    ),
  ]
}

function goalPage(visit: PersonVisit, frame: PersonFrame, form: FormState, goal?: Goal, theirs?: Goal) {
  return html(<GoalPage visitor={visit.visitor} frame={frame} form={form} goal={goal} theirs={theirs} />)
}
