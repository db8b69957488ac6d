/** The register of safety plans. Whoever does not see what tells of health is told of none (K6). */
import type { RowId } from '#ground/ids.ts'
import { actorOfVisit, findNames, get, type HouseRoute, html, post, roleMay } from '#rooms/identity/index.ts'
import { oneOf } from '#web/form/clean.ts'
import type { FormState } from '#web/form/field.ts'
import { addError } from '#web/form/form.ts'
import { pdfFile } from '#web/pdf/answer.ts'
import { type Answer, again, go, nothing, page } from '#web/register.ts'
import { asShown, versionSent } from '#web/stale.ts'
import { type PersonVisit, type PlanHouse, type Planning, personParam, withPlan } from '../routes/planning.ts'
import { endSafetyPlan, keepSafetyPlan } from './actions.ts'
import { contentOf, endForm, fillSafety, safetyForm } from './forms.ts'
import { EndPage, SafetyCopyPage, SafetyFormPage, SafetyPage, safetyDocument } from './pages.tsx'
import type { SafetyPlan } from './plan.ts'
import { inForce, weeksFor } from './rules.ts'
import { listSafetyPlans } from './store.ts'
import { en } from './words.ts'

const BASE = '/people/:personId/safety-plan' as const
const reads = { permission: 'person.open', params: personParam } as const
const writes = { permission: 'plan.write', params: personParam } as const

export function safetyRoutes(house: PlanHouse): HouseRoute[] {
  return [
    get(BASE, { ...reads, audit: 'close-plan.viewed' }, visit =>
      withSafety(house, visit, async ({ frame }, all) => {
        const names = await findNames(visit.tx, [...new Set(all.map(one => one.madeBy))])
        const { role } = actorOfVisit(visit)
        return page(
          html(
            <SafetyPage
              visitor={visit.visitor}
              frame={frame}
              today={visit.tx.acting.today}
              all={all}
              names={names}
              mayWrite={roleMay(role, 'plan.write') && frame.person.diedOn === null}
              mayCorrect={roleMay(role, 'record.correct')}
            />,
          ),
          { about: [frame.person.id] },
        )
      }),
    ),
    get(`${BASE}/new`, { ...writes, audit: 'close-plan.form-opened' }, visit =>
      withLivingSafety(house, visit, async (planning, all) => {
        const now = inForce(all)
        const close = planning.mayKeepClose
        const form = now ? fillSafety(close, now) : safetyForm(close).empty()
        return page(drawForm(visit, planning, form, now), { about: [planning.frame.person.id] })
      }),
    ),
    post(`${BASE}/new`, { ...writes, audit: 'close-plan.made' }, visit =>
      withLivingSafety(house, visit, (planning, all) => keep(house, visit, planning, all)),
    ),
    get(`${BASE}/end`, { ...writes, audit: 'close-plan.form-opened' }, visit =>
      withLivingNow(house, visit, async (planning, one) =>
        page(drawEnd(visit, planning, one, endForm.empty()), { about: [one.personId] }),
      ),
    ),
    post(`${BASE}/end`, { ...writes, audit: 'close-plan.ended' }, visit =>
      withLivingNow(house, visit, async (planning, one) => {
        const form = endForm.read(visit.body)
        if (!form.ok) return again(drawEnd(visit, planning, one, form), { about: [one.personId] })
        const { accountId } = actorOfVisit(visit)
        const done = await endSafetyPlan(visit.tx, house, asShown(visit, one), accountId, form.value.why)
        if (done.ok || done.why === 'died') return go(`/people/${one.personId}/safety-plan`)
        return again(drawEnd(visit, planning, one, addError(form, en.stale)), { about: [one.personId] }, 409)
      }),
    ),
    get(`${BASE}/copy`, { ...writes, audit: 'close-plan.copy-opened' }, visit =>
      withNow(house, visit, async ({ frame }, one) => {
        const { today } = visit.tx.acting
        return page(html(<SafetyCopyPage visitor={visit.visitor} frame={frame} today={today} one={one} />), {
          about: [one.personId],
        })
      }),
    ),
    get(`${BASE}/copy.pdf`, { ...writes, audit: 'close-plan.copy-printed' }, visit =>
      withNow(house, visit, ({ frame }, one) =>
        pdfFile(visit.tx, 'plan', safetyDocument(frame.person.given, one, visit.tx.acting.today), {
          about: [one.personId],
        }),
      ),
    ),
  ]
}

type Work = (planning: Planning, all: readonly SafetyPlan[]) => Promise<Answer>
type WorkNow = (planning: Planning, one: SafetyPlan) => Promise<Answer>

function withSafety(house: PlanHouse, visit: PersonVisit, work: Work): Promise<Answer> {
  return withPlan(house, visit, async planning => {
    const { id } = planning.frame.person
    return planning.frame.seen.has('health')
      ? work(planning, await listSafetyPlans(visit.tx, id))
      : nothing('class', [id])
  })
}

function withLivingSafety(house: PlanHouse, visit: PersonVisit, work: Work): Promise<Answer> {
  return withSafety(house, visit, async (planning, all) => {
    const { id, diedOn } = planning.frame.person
    return diedOn === null ? work(planning, all) : go(`/people/${id}/safety-plan`)
  })
}

/** The same for what speaks of the one that holds now: where there is none, the page says so. */
function withNow(house: PlanHouse, visit: PersonVisit, work: WorkNow): Promise<Answer> {
  return withSafety(house, visit, (planning, all) => onNow(planning, all, work))
}

/** The same to end it: of somebody who has died it stays as it stood. */
function withLivingNow(house: PlanHouse, visit: PersonVisit, work: WorkNow): Promise<Answer> {
  return withLivingSafety(house, visit, (planning, all) => onNow(planning, all, work))
}

async function onNow(planning: Planning, all: readonly SafetyPlan[], work: WorkNow): Promise<Answer> {
  const now = inForce(all)
  return now ? work(planning, now) : go(`/people/${planning.frame.person.id}/safety-plan`)
}

function drawForm(
  visit: PersonVisit,
  { frame, mayKeepClose }: Planning,
  form: FormState,
  before: SafetyPlan | undefined,
  theirs?: SafetyPlan,
) {
  const { today } = visit.tx.acting
  return html(<SafetyFormPage visitor={visit.visitor} {...{ frame, today, form, before, theirs, mayKeepClose }} />)
}

function drawEnd(visit: PersonVisit, { frame }: Planning, one: SafetyPlan, form: FormState) {
  return html(<EndPage visitor={visit.visitor} frame={frame} today={visit.tx.acting.today} form={form} one={one} />)
}

async function keep(
  house: PlanHouse,
  visit: PersonVisit,
  planning: Planning,
  all: readonly SafetyPlan[],
): Promise<Answer> {
  const { id } = planning.frame.person
  const form = safetyForm(planning.mayKeepClose).read(visit.body)
  const now = inForce(all)
  const sent = oneOf(visit.body, 'before')
  // What stands by now is shown beside what was typed, also where something of that is to be put right.
  const shownBoth = () =>
    again(drawForm(visit, planning, addError(form, en.stale, 'signs'), now, now), { about: [id] }, 409)
  if (!form.ok && sent !== (now?.rowId ?? '')) return shownBoth()
  if (!form.ok) return again(drawForm(visit, planning, form, now), { about: [id] })
  const before = sent === '' ? null : { rowId: sent as RowId, version: versionSent(visit) }
  const { accountId } = actorOfVisit(visit)
  const done = await keepSafetyPlan(visit.tx, house, id, accountId, contentOf(form.value), before)
  if (done.ok) return go(`/people/${id}/safety-plan`)
  if (done.why === 'not-theirs' || done.why === 'died') return nothing('class', [id])
  if (done.why === 'stale') return shownBoth()
  const told = done.why === 'too-far' ? en.tooFar(weeksFor(before === null)) : en.notAhead
  return again(drawForm(visit, planning, addError(form, told, 'review-on'), now), { about: [id] })
}
