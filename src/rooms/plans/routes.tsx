/** The register of plans. */
import { z } from 'zod'
import type { Tx } from '#ground/database/tx.ts'
import { addMonths } from '#ground/day.ts'
import type { PersonId, RowId } from '#ground/ids.ts'
import { classesOn, type RecordClass } from '#rooms/access/index.ts'
import {
  actorOfVisit,
  findNames,
  get,
  type HouseRoute,
  html,
  post,
  roleMay,
  type Visit,
} from '#rooms/identity/index.ts'
import type { FramePerson, PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, go, nothing, page } from '#web/register.ts'
import { agreePlan, changeGoal, changeTarget, reviewPlan, setGoal, setTarget } from './actions.ts'
import { agreeForm, answerFields, contentOf, fillTarget, goalForm, reviewForm, targetForm } from './forms.ts'
import { AgreePage, GoalPage, ReviewPage, TargetPage } from './pages/form-pages.tsx'
import { PlanPage } from './pages/plan-page.tsx'
import type { Goal, PlanFactor, Target } from './plan.ts'
import { standingOf } from './rules.ts'
import { findGoal, findTarget, listAgreements, listGoals, listTargets } from './store.ts'
import { en } from './words.ts'

const personParam = z.object({ personId: idParam<PersonId>() })
const goalParam = personParam.extend({ goalId: idParam<RowId>() })
const targetParam = personParam.extend({ targetId: idParam<RowId>() })

type House = { readonly frame: FramePerson; readonly factors: (tx: Tx) => readonly PlanFactor[] }
type PersonVisit = Visit<{ personId: PersonId }, unknown>

/** A young person whose plan the visitor may see, with what its pages need. */
type Planning = {
  readonly frame: PersonFrame
  /** Factors whose class the visitor sees: a target about another would go from their sight. */
  readonly factors: readonly PlanFactor[]
}

const TARGET_AT = { 'due-before': 'due', 'partner-unnamed': 'owner-name' } as const
const TARGET_WORDS = { 'due-before': en.dueBefore, 'partner-unnamed': en.ownerNameMissing } as const

export function planRoutes(house: House): HouseRoute[] {
  return [
    get('/people/:personId/plan', { permission: 'person.open', audit: 'plan.viewed', params: personParam }, visit =>
      withPlan(house, visit, async ({ frame, factors }) => {
        const { id, diedOn } = frame.person
        const [goals, targets, agreements] = await Promise.all([
          listGoals(visit.tx, id),
          listTargets(visit.tx, id),
          listAgreements(visit.tx, id),
        ])
        const names = await findNames(visit.tx, [...new Set(agreements.map(a => a.agreedBy))])
        return page(
          html(
            <PlanPage
              visitor={visit.visitor}
              frame={frame}
              goals={goals}
              targets={targets}
              agreements={agreements}
              standing={standingOf(goals, targets, agreements[0])}
              names={names}
              factors={factors}
              today={visit.tx.acting.today}
              mayWrite={roleMay(actorOfVisit(visit).role, 'plan.write') && diedOn === null}
            />,
          ),
          { about: [id] },
        )
      }),
    ),
    get(
      '/people/:personId/plan/goals/new',
      { permission: 'plan.write', audit: 'plan.form-opened', params: personParam },
      visit =>
        withPlan(house, visit, async ({ frame }) =>
          page(goalPage(visit, frame, goalForm.empty()), { about: [frame.person.id] }),
        ),
    ),
    post(
      '/people/:personId/plan/goals/new',
      { permission: 'plan.write', audit: 'plan.goal-set', params: personParam },
      visit =>
        withPlan(house, visit, async ({ frame }) => {
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
          if (!form.ok) return again(goalPage(visit, frame, form, goal), about)
          const { words, state } = form.value
          const missing = state === null ? addError(form, en.goalStateMissing, 'state') : undefined
          if (state === null || missing) return again(goalPage(visit, frame, missing ?? form, goal), about)
          const version = Number(visit.body['version'])
          const outcome = await changeGoal(visit.tx, goal.rowId, { words, state, version })
          if (outcome.ok) return go(`/people/${frame.person.id}/plan`)
          if (outcome.why === 'stale') return again(goalPage(visit, frame, form, goal, goal), about, 409)
          if (outcome.why === 'unknown') return nothing('unknown', about.about)
          return again(goalPage(visit, frame, addError(form, en.openTargets, 'state'), goal), about)
        }),
    ),
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
    get(
      '/people/:personId/plan/agree',
      { permission: 'plan.write', audit: 'plan.form-opened', params: personParam },
      visit =>
        withPlan(house, visit, async ({ frame }) => {
          const form = agreeForm.fill({ 'review-on': addMonths(visit.tx.acting.today, 3) })
          return page(html(<AgreePage visitor={visit.visitor} frame={frame} form={form} />), {
            about: [frame.person.id],
          })
        }),
    ),
    post(
      '/people/:personId/plan/agree',
      { permission: 'plan.write', audit: 'plan.agreed', params: personParam },
      visit =>
        withPlan(house, visit, async ({ frame }) => {
          const form = agreeForm.read(visit.body)
          const { id } = frame.person
          const shown = (state: FormState) =>
            again(html(<AgreePage visitor={visit.visitor} frame={frame} form={state} />), { about: [id] })
          if (!form.ok) return shown(form)
          const { agreement, words, copy } = form.value
          const outcome = await agreePlan(visit.tx, id, actorOfVisit(visit).accountId, {
            agreement,
            words: words ?? '',
            copyGiven: copy,
            reviewOn: form.value['review-on'],
          })
          if (outcome.ok) return go(`/people/${id}/plan`)
          if (outcome.why === 'unknown') return nothing('unknown', [id])
          return shown(addError(form, en.troubles[outcome.why], outcome.why === 'no-goal' ? 'agreement' : 'review-on'))
        }),
    ),
    get(
      '/people/:personId/plan/review',
      { permission: 'plan.write', audit: 'plan.form-opened', params: personParam },
      visit =>
        withPlan(house, visit, async ({ frame }) => {
          const { targets, goals } = await openOf(visit.tx, frame.person.id)
          const form = reviewForm(targets).fill({ 'review-on': addMonths(visit.tx.acting.today, 3) })
          return page(
            html(<ReviewPage visitor={visit.visitor} frame={frame} form={form} targets={targets} goals={goals} />),
            { about: [frame.person.id] },
          )
        }),
    ),
    post(
      '/people/:personId/plan/review',
      { permission: 'plan.write', audit: 'plan.reviewed', params: personParam },
      visit => withPlan(house, visit, planning => review(visit, planning)),
    ),
  ]
}

async function review(visit: PersonVisit, { frame }: Planning): Promise<Answer> {
  const { id } = frame.person
  const { targets, goals } = await openOf(visit.tx, id)
  const form = reviewForm(targets).read(visit.body)
  const shown = (state: FormState, status: 409 | 422 = 422) =>
    again(
      html(<ReviewPage visitor={visit.visitor} frame={frame} form={state} targets={targets} goals={goals} />),
      { about: [id] },
      status,
    )
  // One that was answered or taken off while the page was open: nothing of the rest is saved before it was seen.
  const sent = Object.keys(visit.body).filter(name => name.startsWith('answer-'))
  const isStale = sent.some(name => !targets.some(target => answerFields(target).answer === name))
  if (isStale) return shown(addError(form, en.troubles.stale, 'agreement'), 409)
  if (!form.ok) return shown(form)
  const value = form.value as typeof form.value & Readonly<Record<string, string | null>>
  const outcome = await reviewPlan(visit.tx, id, actorOfVisit(visit).accountId, {
    agreement: form.value.agreement,
    words: form.value.words ?? '',
    copyGiven: form.value.copy,
    reviewOn: form.value['review-on'],
    viewOfHelp: form.value['view-of-help'] ?? '',
    answers: targets.map(target => {
      const n = answerFields(target)
      return { targetId: target.rowId, answer: value[n.answer] as never, words: value[n.words] ?? '' }
    }),
  })
  if (outcome.ok) return go(`/people/${id}/plan`)
  if (outcome.why === 'unknown') return nothing('unknown', [id])
  const field = outcome.why === 'not-ahead' || outcome.why === 'too-far' ? 'review-on' : 'agreement'
  return shown(addError(form, en.troubles[outcome.why], field), outcome.why === 'stale' ? 409 : 422)
}

async function openOf(tx: Tx, personId: PersonId): Promise<{ targets: Target[]; goals: Goal[] }> {
  const [targets, goals] = await Promise.all([listTargets(tx, personId), listGoals(tx, personId)])
  return { targets: targets.filter(target => target.state === 'open'), goals }
}

async function withPlan(
  house: House,
  visit: PersonVisit,
  work: (planning: Planning) => Promise<Answer>,
): Promise<Answer> {
  const { personId } = visit.params
  const frame = await house.frame(visit, personId)
  const seen: ReadonlySet<RecordClass> = await classesOn(visit.tx, personId)
  if (!frame || !seen.has('plan')) return nothing('unknown', [personId])
  const factors = house.factors(visit.tx).filter(f => f.discloses === null || seen.has(f.discloses))
  return work({ frame, factors })
}

function withGoal(
  house: House,
  visit: Visit<{ personId: PersonId; goalId: RowId }, unknown>,
  work: (planning: Planning, goal: Goal) => Promise<Answer>,
): Promise<Answer> {
  return withPlan(house, visit, async planning => {
    const goal = await findGoal(visit.tx, visit.params.goalId)
    return goal?.personId === visit.params.personId ? work(planning, goal) : nothing('unknown', [visit.params.personId])
  })
}

function withTarget(
  house: House,
  visit: Visit<{ personId: PersonId; targetId: RowId }, unknown>,
  work: (planning: Planning, goal: Goal, target: Target) => Promise<Answer>,
): Promise<Answer> {
  return withPlan(house, visit, async planning => {
    const { personId } = visit.params
    const target = await findTarget(visit.tx, visit.params.targetId)
    const goal = target?.personId === personId ? await findGoal(visit.tx, target.goalId) : undefined
    return target && goal ? work(planning, goal, target) : nothing('unknown', [personId])
  })
}

function goalPage(visit: PersonVisit, frame: PersonFrame, form: FormState, goal?: Goal, theirs?: Goal) {
  return html(<GoalPage visitor={visit.visitor} frame={frame} form={form} goal={goal} theirs={theirs} />)
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
