/** The register of targets: a new one under a goal, and one that is changed. */
import { actorOfVisit, get, type HouseRoute, html, post } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError } from '#web/form/form.ts'
import { type Answer, again, go, nothing, page } from '#web/register.ts'
import { isStale } from '#web/stale.ts'
import { changeTarget, setTarget, type TargetWanted } from '../actions.ts'
import { towardsAim } from '../challenge/rules.ts'
import { contentOf, fillTarget, targetForm } from '../forms.ts'
import { TargetPage } from '../pages/target-page.tsx'
import type { Goal, Hopes, Target } from '../plan.ts'
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
        underGoal(house, visit, async (planning, goal) =>
          page(targetPage(visit, planning, formFor(planning).fill({ owner: 'young-person', ...NOT_ASKED }), goal), {
            about: [goal.personId],
          }),
        ),
    ),
    post(
      '/people/:personId/plan/goals/:goalId/targets/new',
      { permission: 'plan.write', audit: 'plan.target-set', params: goalParam },
      visit =>
        underGoal(house, visit, async (planning, goal) => {
          const form = formFor(planning).read(visit.body)
          const about = { about: [goal.personId] }
          if (!form.ok) return again(targetPage(visit, planning, form, goal), about)
          const { accountId } = actorOfVisit(visit)
          const wanted = wantedOf(planning, form.value)
          const set = await setTarget(visit.tx, goal.personId, goal.rowId, accountId, wanted)
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
        onTarget(house, visit, async (planning, goal, target) =>
          target.state === 'open'
            ? page(targetPage(visit, planning, fillTarget(formFor(planning), target, planning.hopes), goal, target), {
                about: [goal.personId],
                target: target.rowId,
              })
            : go(`/people/${goal.personId}/plan`),
        ),
    ),
    post(
      '/people/:personId/plan/targets/:targetId',
      { permission: 'plan.write', audit: 'plan.target-changed', params: targetParam },
      visit =>
        onTarget(house, visit, async (planning, goal, target) => {
          const form = formFor(planning).read(visit.body)
          const about = { about: [goal.personId], target: target.rowId }
          const shownBoth = () =>
            again(targetPage(visit, planning, takenOver(form, target), goal, target, target), about, 409)
          if (isStale(visit, target) || target.state !== 'open') return shownBoth()
          if (!form.ok) return again(targetPage(visit, planning, form, goal, target), about)
          const wanted = wantedOf(planning, form.value, target)
          const { accountId } = actorOfVisit(visit)
          const outcome = await changeTarget(visit.tx, goal.personId, target.rowId, target.version, accountId, wanted)
          if (outcome.ok) return go(`/people/${goal.personId}/plan`)
          if (outcome.why === 'stale' || outcome.why === 'answered') return shownBoth()
          if (outcome.why === 'unknown') return nothing('unknown', about.about)
          const told = addError(form, TARGET_WORDS[outcome.why], TARGET_AT[outcome.why])
          return again(targetPage(visit, planning, told, goal, target), about)
        }),
    ),
  ]
}

/** With what they aim for besides: a target is held against it. */
type Aiming = Planning & { readonly hopes: Hopes | undefined }

async function aiming(house: PlanHouse, { tx }: PersonVisit, planning: Planning): Promise<Aiming> {
  const { person, seen } = planning.frame
  return { ...planning, hopes: await house.hopesOf(tx, person.id, seen) }
}

function underGoal(
  house: PlanHouse,
  visit: Parameters<typeof withGoal>[1],
  work: (planning: Aiming, goal: Goal) => Promise<Answer>,
): Promise<Answer> {
  return withGoal(house, visit, async (planning, goal) => work(await aiming(house, visit, planning), goal))
}

function onTarget(
  house: PlanHouse,
  visit: Parameters<typeof withTarget>[1],
  work: (planning: Aiming, goal: Goal, target: Target) => Promise<Answer>,
): Promise<Answer> {
  return withTarget(house, visit, async (planning, goal, target) =>
    work(await aiming(house, visit, planning), goal, target),
  )
}

const NOT_ASKED = { 'own-step': 'not-asked', 'adviser-step': 'not-asked' } as const

const formFor = ({ factors, mayKeepClose, hopes }: Aiming) =>
  targetForm(
    factors.map(f => f.code),
    mayKeepClose,
    hopes?.aim === undefined ? [] : [hopes.aim.rowId],
  )

/** What was typed as a target. What the form did not ask, since its writer may not know of an aim or another is held to by now, stays as it was. */
function wantedOf({ factors, hopes }: Aiming, value: Parameters<typeof contentOf>[0], before?: Target): TargetWanted {
  const isAsked = hopes?.aim !== undefined
  const stays = before?.aimId ?? null
  const chosen = value.aim === null ? null : before && towardsAim(before, hopes) ? stays : (hopes?.aim?.rowId ?? null)
  return {
    ...contentOf(value),
    factor: factors.find(f => f.code === value.factor),
    aimId: isAsked ? chosen : stays,
  }
}

/** Who may read it is what stands now: typed before somebody said what it works on, the form would open it to more. */
function takenOver(form: FormState, theirs: Target): FormState {
  const { factor, isRestricted } = theirs
  return {
    ...form,
    answers: {
      ...form.answers,
      ...(factor === null ? {} : { factor }),
      ...(isRestricted ? { close: ['yes'] } : {}),
    },
  }
}

function targetPage(
  visit: PersonVisit,
  { frame, factors, mayKeepClose, hopes }: Aiming,
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
      mayKeepClose={mayKeepClose}
      hopes={hopes}
    />,
  )
}
