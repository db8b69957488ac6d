/** The register of what is said to a plan: agreeing it, reviewing it. */
import { addMonths } from '#ground/day.ts'
import type { RowId } from '#ground/ids.ts'
import { actorOfVisit, get, type HouseRoute, html, post } from '#rooms/identity/index.ts'
import { oneOf } from '#web/form/clean.ts'
import type { FormState } from '#web/form/field.ts'
import { addError } from '#web/form/form.ts'
import { type Answer, again, go, nothing, page } from '#web/register.ts'
import { type AgreeTrouble, agreePlan, reviewPlan } from '../actions.ts'
import { agreeForm, answerFields, reviewForm } from '../forms.ts'
import type { LogEntry } from '../log/entry.ts'
import { listLogOn } from '../log/store.ts'
import { AgreePage, ReviewPage } from '../pages/agree-pages.tsx'
import type { Plan, TargetAnswer } from '../plan.ts'
import { chooseEvidence } from '../progress-file/actions.ts'
import type { Entry, Evidence } from '../progress-file/entry.ts'
import { listEntries, listEvidence } from '../progress-file/store.ts'
import { openOf, stampOf } from '../rules.ts'
import { findPlan } from '../store.ts'
import { en } from '../words.ts'
import { type PersonVisit, type PlanHouse, type Planning, personParam, withLiving, withOpenPlan } from './planning.ts'

/** So many months ahead a day to look again is offered. */
const OFFERED_MONTHS = 3

export function agreeingRoutes(house: PlanHouse): HouseRoute[] {
  return [
    get(
      '/people/:personId/plan/agree',
      { permission: 'plan.write', audit: 'plan.form-opened', params: personParam },
      visit =>
        withLiving(house, visit, planning =>
          withOpenPlan(visit, planning, plan => {
            const form = agreeForm.fill({ 'review-on': addMonths(visit.tx.acting.today, OFFERED_MONTHS) })
            return page(agreePage(visit, planning, plan, form), { about: [planning.frame.person.id] })
          }),
        ),
    ),
    post(
      '/people/:personId/plan/agree',
      { permission: 'plan.write', audit: 'plan.agreed', params: personParam },
      visit => withLiving(house, visit, planning => agree(visit, planning)),
    ),
    get(
      '/people/:personId/plan/review',
      { permission: 'plan.write', audit: 'plan.form-opened', params: personParam },
      visit =>
        withLiving(house, visit, planning =>
          withOpenPlan(visit, planning, async plan => {
            const next = { 'review-on': addMonths(visit.tx.acting.today, OFFERED_MONTHS) }
            const beside = await besideOf(visit)
            const form = reviewForm(openOf(plan), idsIn(beside)).fill(next)
            return page(reviewPage(visit, planning, plan, form, beside), { about: [planning.frame.person.id] })
          }),
        ),
    ),
    post(
      '/people/:personId/plan/review',
      { permission: 'plan.write', audit: 'plan.reviewed', params: personParam },
      visit => withLiving(house, visit, planning => review(visit, planning)),
    ),
  ]
}

async function agree(visit: PersonVisit, planning: Planning): Promise<Answer> {
  const { id } = planning.frame.person
  const plan = await findPlan(visit.tx, id)
  const form = agreeForm.read(visit.body)
  const staleNow = async () => {
    const state = addError(form, en.troubles.stale, 'agreement')
    return again(agreePage(visit, planning, await findPlan(visit.tx, id), state), { about: [id] }, 409)
  }
  const shown = (state: FormState) => again(agreePage(visit, planning, plan, state), { about: [id] })
  if (!form.ok) return stampOf(plan) === stampSent(visit) ? shown(form) : staleNow()
  const { agreement, words, copy } = form.value
  const outcome = await agreePlan(visit.tx, id, actorOfVisit(visit).accountId, {
    agreement,
    words: words ?? '',
    copyGiven: copy,
    reviewOn: form.value['review-on'],
    viewOfHelp: '',
    stamp: stampSent(visit),
  })
  if (outcome.ok) return go(`/people/${id}/plan`)
  if (outcome.why === 'unknown') return nothing('unknown', [id])
  if (outcome.why === 'stale') return staleNow()
  return shown(addError(form, en.troubles[outcome.why], fieldOf(outcome.why)))
}

async function review(visit: PersonVisit, planning: Planning): Promise<Answer> {
  const { id } = planning.frame.person
  const plan = await findPlan(visit.tx, id)
  const beside = await besideOf(visit)
  const form = reviewForm(openOf(plan), idsIn(beside)).read(visit.body)
  const staleNow = async () => {
    const now = await findPlan(visit.tx, id)
    const state = addError(reviewForm(openOf(now), idsIn(beside)).read(visit.body), en.troubles.stale, 'agreement')
    return again(reviewPage(visit, planning, now, state, beside), { about: [id] }, 409)
  }
  const shown = (state: FormState) => again(reviewPage(visit, planning, plan, state, beside), { about: [id] })
  if (!form.ok) return stampOf(plan) === stampSent(visit) ? shown(form) : staleNow()
  const value = form.value as typeof form.value & Readonly<Record<string, string | null>>
  // Before a target is answered: what is over takes no evidence. What is refused below undoes it with the rest.
  for (const target of openOf(plan)) {
    const entryId = value[answerFields(target).evidence] as RowId | null | undefined
    if (entryId != null) await chooseEvidence(visit.tx, id, entryId, target.rowId, 'adviser')
  }
  const outcome = await reviewPlan(visit.tx, id, actorOfVisit(visit).accountId, {
    agreement: form.value.agreement,
    words: form.value.words ?? '',
    copyGiven: form.value.copy,
    reviewOn: form.value['review-on'],
    viewOfHelp: form.value['view-of-help'] ?? '',
    stamp: stampSent(visit),
    answers: openOf(plan).map(target => {
      const n = answerFields(target)
      return { targetId: target.rowId, answer: value[n.answer] as TargetAnswer, words: value[n.words] ?? '' }
    }),
  })
  if (outcome.ok) return go(`/people/${id}/plan`)
  if (outcome.why === 'unknown') return nothing('unknown', [id])
  if (outcome.why === 'stale') return staleNow()
  return shown(addError(form, en.troubles[outcome.why], fieldOf(outcome.why)))
}

const stampSent = (visit: PersonVisit): string => oneOf(visit.body, 'stamp')

/** Where on the page a trouble is told: at the day to look again, or at what everything hangs on. */
function fieldOf(why: Exclude<AgreeTrouble, 'unknown'> | 'unanswered'): 'review-on' | 'agreement' {
  return why === 'not-ahead' || why === 'too-far' ? 'review-on' : 'agreement'
}

function agreePage(visit: PersonVisit, { frame }: Planning, plan: Plan, form: FormState) {
  return html(<AgreePage visitor={visit.visitor} frame={frame} form={form} plan={plan} today={visit.tx.acting.today} />)
}

/** What stands beside the targets: what of their Progress File is shared and is evidence, and what was done, newest first. */
type Beside = {
  readonly entries: readonly Entry[]
  readonly evidence: readonly Evidence[]
  readonly log: readonly LogEntry[]
}

async function besideOf({ tx, params: { personId } }: PersonVisit): Promise<Beside> {
  const [entries, evidence, log] = await Promise.all([
    listEntries(tx, personId),
    listEvidence(tx, personId),
    listLogOn(tx, personId),
  ])
  return { entries, evidence, log }
}

const idsIn = (beside: Beside): string[] => beside.entries.map(entry => entry.rowId)

function reviewPage(visit: PersonVisit, { frame }: Planning, plan: Plan, form: FormState, beside: Beside) {
  return html(
    <ReviewPage
      visitor={visit.visitor}
      frame={frame}
      form={form}
      plan={plan}
      today={visit.tx.acting.today}
      lost={lostIn(visit, plan)}
      {...beside}
    />,
  )
}

/** What was typed about targets that are not asked about any more. */
function lostIn(visit: PersonVisit, plan: Plan): { label: string; value: string }[] {
  return plan.targets.flatMap(target => {
    const typed = visit.body?.[answerFields(target).words]
    return target.state !== 'open' && typeof typed === 'string' && typed.trim() !== ''
      ? [{ label: target.what, value: typed.trim() }]
      : []
  })
}
