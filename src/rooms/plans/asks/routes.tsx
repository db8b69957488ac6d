/** The register of what partners are asked who own a target: asking, and answering. */
import { z } from 'zod'
import type { RowId } from '#ground/ids.ts'
import { actorOfVisit, findNames, get, type HouseRoute, html, post, type Visit } from '#rooms/identity/index.ts'
import type { PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError, NO_FORM } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, type Drawn, go, nothing, page } from '#web/register.ts'
import { asShown } from '#web/stale.ts'
import type { Target } from '../plan.ts'
import { type PersonVisit, type PlanHouse, type Planning, targetParam, withTarget } from '../routes/planning.ts'
import { findGoal, findTarget } from '../store.ts'
import { type AskTrouble, answerAsk, askPartner, listAskable, noteTold, withdrawAsk } from './actions.ts'
import type { Ask, Asked } from './ask.ts'
import { answerForm, askForm } from './forms.ts'
import { AnswerPage, AskPage } from './pages.tsx'
import { asksTheSame } from './rules.ts'
import { findAsk, listAsksOf } from './store.ts'
import { answerTroubles, askTroubles, en } from './words.ts'

const askParam = z.object({ askId: idParam<RowId>() })
type AskVisit = Visit<{ askId: RowId }, unknown>
type TargetVisit = Visit<{ personId: PersonVisit['params']['personId']; targetId: RowId }, unknown>

export function askRoutes(house: PlanHouse): HouseRoute[] {
  return [
    get(
      '/people/:personId/plan/targets/:targetId/partner',
      { permission: 'plan.write', audit: 'plan-ask.form-opened', params: targetParam },
      visit =>
        withPartners(house, visit, async (planning, target, askable) =>
          page(await askPage(visit, planning, target, askable, NO_FORM), {
            about: [target.personId],
            target: target.rowId,
          }),
        ),
    ),
    post(
      '/people/:personId/plan/targets/:targetId/partner',
      { permission: 'plan.write', audit: 'plan-ask.asked', params: targetParam },
      visit => withPartners(house, visit, (planning, target, askable) => ask(visit, planning, target, askable)),
    ),
    post(
      '/plan-asks/:askId/take-back',
      { permission: 'plan.write', audit: 'plan-ask.withdrawn', params: askParam },
      visit =>
        withAsk(house, visit, async one => {
          const done = await withdrawAsk(visit.tx, asShown(visit, one))
          // Answered meanwhile, or taken back before: the page says how it stands now.
          return done.ok || done.why === 'stale'
            ? go(`/people/${one.personId}/plan/targets/${one.targetId}/partner`)
            : nothing('unknown')
        }),
    ),
    get('/plan-asks/:askId', { permission: 'plan.confirm', audit: 'plan-ask.viewed', params: askParam }, visit =>
      withOwnAsk(house, visit, async (one, frame) =>
        page(await answerPage(visit, one, frame, NO_FORM), { about: [one.personId], target: one.rowId }),
      ),
    ),
    post('/plan-asks/:askId', { permission: 'plan.confirm', audit: 'plan-ask.answered', params: askParam }, visit =>
      withOwnAsk(house, visit, (one, frame) => answer(house, visit, one, frame)),
    ),
  ]
}

async function ask(visit: TargetVisit, planning: Planning, target: Target, askable: readonly Asked[]): Promise<Answer> {
  const about = { about: [target.personId] }
  const form = askForm(askable).read(visit.body)
  const shown = async (state: FormState, status?: 409) =>
    again(await askPage(visit, planning, target, askable, state), about, status)
  if (!form.ok) return shown(form)
  const { how, whom, who, on, says, words } = form.value
  const { accountId } = actorOfVisit(visit)
  const read = asShown(visit, target)
  const done =
    how === 'ask' && whom !== null
      ? await askPartner(visit.tx, read, accountId, whom)
      : on !== null && says !== null
        ? await noteTold(visit.tx, read, accountId, { who: who ?? '', on, says, words: words ?? '' })
        : undefined
  if (done === undefined) return nothing('unknown', about.about)
  if (done.ok) return go(`/people/${target.personId}/plan/targets/${target.rowId}/partner`)
  if (done.why === 'unknown') return nothing('unknown', about.about)
  return shown(addError(form, askTroubles[done.why], AT[done.why]), done.why === 'stale' ? 409 : undefined)
}

/** Where on the page a trouble is told. */
const AT: Readonly<Record<Exclude<AskTrouble, 'unknown'> | 'ahead' | 'before', 'how' | 'whom' | 'on'>> = {
  'not-open': 'how',
  'not-theirs': 'whom',
  stale: 'how',
  ahead: 'on',
  before: 'on',
}

async function answer(house: PlanHouse, visit: AskVisit, one: Ask, frame: PersonFrame): Promise<Answer> {
  const about = { about: [one.personId], target: one.rowId }
  const form = answerForm.read(visit.body)
  if (!form.ok) return again(await answerPage(visit, one, frame, form), about)
  const { says, words } = form.value
  const { accountId } = actorOfVisit(visit)
  const done = await answerAsk(visit.tx, asShown(visit, one), accountId, { says, words: words ?? '' }, house.leadOf)
  if (done.ok) return go(`/plan-asks/${one.rowId}`)
  if (done.why === 'unknown') return nothing('unknown', about.about)
  // The same, sent twice, is done.
  if (done.why === 'stale' && one.state === says && one.words === (words ?? '')) return go(`/plan-asks/${one.rowId}`)
  return again(await answerPage(visit, one, frame, addError(form, answerTroubles[done.why], 'says')), about, 409)
}

/** An open target a partner owns, and who could be asked; of any other there is nothing to ask. */
function withPartners(
  house: PlanHouse,
  visit: TargetVisit,
  work: (planning: Planning, target: Target, askable: readonly Asked[]) => Promise<Answer>,
): Promise<Answer> {
  return withTarget(house, visit, async (planning, _goal, target) =>
    target.state === 'open' && target.owner === 'partner'
      ? work(planning, target, await listAskable(visit.tx, target, actorOfVisit(visit).accountId))
      : go(`/people/${target.personId}/plan`),
  )
}

async function withAsk(
  house: PlanHouse,
  visit: AskVisit,
  work: (one: Ask, frame: PersonFrame) => Promise<Answer>,
): Promise<Answer> {
  const one = await findAsk(visit.tx, visit.params.askId)
  const frame = one && (await house.frame(visit, one.personId))
  return one && frame ? work(one, frame) : nothing('unknown')
}

/** For the colleague who is asked, and for nobody else: to all others there is none. */
function withOwnAsk(
  house: PlanHouse,
  visit: AskVisit,
  work: (one: Ask, frame: PersonFrame) => Promise<Answer>,
): Promise<Answer> {
  return withAsk(house, visit, async (one, frame) =>
    one.askedAccount === actorOfVisit(visit).accountId ? work(one, frame) : nothing('unknown'),
  )
}

async function askPage(
  visit: TargetVisit,
  { frame }: Planning,
  target: Target,
  askable: readonly Asked[],
  form: FormState,
): Promise<Drawn> {
  const { tx } = visit
  const asks = await listAsksOf(tx, target.rowId)
  const ids = asks.flatMap(one => [one.askedBy, one.askedAccount]).filter(id => id !== null)
  return html(
    <AskPage
      visitor={visit.visitor}
      frame={frame}
      target={target}
      asks={asks}
      askable={askable}
      names={await findNames(tx, [...new Set(ids)])}
      form={form}
      today={tx.acting.today}
    />,
  )
}

async function answerPage(visit: AskVisit, one: Ask, frame: PersonFrame, form: FormState): Promise<Drawn> {
  const { tx } = visit
  const target = await findTarget(tx, one.targetId)
  const isOpen =
    target?.state === 'open' && target.owner === 'partner' && asksTheSame(one, target) && frame.person.diedOn === null
  return html(
    <AnswerPage
      visitor={visit.visitor}
      frame={frame}
      ask={one}
      target={target}
      goal={target && (await findGoal(tx, target.goalId))}
      isOpen={isOpen}
      asker={(await findNames(tx, [one.askedBy])).get(one.askedBy) ?? en.somebody}
      form={form}
    />,
  )
}
