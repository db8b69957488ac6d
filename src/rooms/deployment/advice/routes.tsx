/** The register of advice: a team that takes on the adviser's task together, and what it asks its specialist. */
import { z } from 'zod'
import type { AccountId, RowId } from '#ground/ids.ts'
import { actorOfVisit, findNames, get, type HouseRoute, html, post, type Visit } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, type Drawn, go, nothing, page } from '#web/register.ts'
import { asShown } from '#web/stale.ts'
import { listAdvisers } from '../actions/colleagues.ts'
import type { Team } from '../deployment.ts'
import { findTeamOf } from '../store/teams.ts'
import { answerAdvice, askSpecialist, endTogether, takeOnTogether, withdrawAdvice } from './actions.ts'
import type { Advice, TeamTask } from './advice.ts'
import { answerForm, questionForm, taskForm } from './forms.ts'
import { AdviceListPage, AdvicePage, AskAdvicePage, NobodyPage, TaskPage } from './pages.tsx'
import { findAdvice, findTask, listAdvice } from './store.ts'
import { en } from './words.ts'

const adviceParam = z.object({ adviceId: idParam<RowId>() })
type AnyVisit = Visit<unknown, unknown>
type AdviceVisit = Visit<{ adviceId: RowId }, unknown>

export function adviceRoutes(): HouseRoute[] {
  return [
    get('/advice', { permission: 'team.see', audit: 'advice.list-viewed' }, async visit => {
      const { accountId } = actorOfVisit(visit)
      const advice = await listAdvice(visit.tx, accountId)
      return page(
        html(
          <AdviceListPage
            visitor={visit.visitor}
            advice={advice}
            names={await namesIn(visit, advice)}
            mayAsk={(await askableOf(visit)) !== undefined}
          />,
        ),
      )
    }),
    get('/advice/new', { permission: 'team.see', audit: { none: 'an empty form' } }, visit =>
      withAskable(visit, async (_team, task) => page(await askPage(visit, task, questionForm.empty()))),
    ),
    post('/advice/new', { permission: 'team.see', audit: 'advice.asked' }, visit =>
      withAskable(visit, async (team, task) => {
        const read = questionForm.read(visit.body)
        if (!read.ok) return again(await askPage(visit, task, read))
        const asked = await askSpecialist(visit.tx, team.id, actorOfVisit(visit).accountId, read.value.question)
        if (asked.ok) return go(`/advice/${asked.value}`)
        return again(await askPage(visit, task, addError(read, en.gone, 'question')))
      }),
    ),
    get('/advice/:adviceId', { permission: 'team.see', audit: 'advice.viewed', params: adviceParam }, visit =>
      withAdvice(visit, async one => page(await advicePage(visit, one, answerForm.empty()), { target: one.rowId })),
    ),
    post('/advice/:adviceId', { permission: 'team.see', audit: 'advice.answered', params: adviceParam }, visit =>
      withAdvice(visit, one => answer(visit, one)),
    ),
    post(
      '/advice/:adviceId/take-back',
      { permission: 'team.see', audit: 'advice.withdrawn', params: adviceParam },
      visit =>
        withAdvice(visit, async one => {
          const done = await withdrawAdvice(visit.tx, asShown(visit, one), actorOfVisit(visit).accountId)
          // Answered meanwhile: the page says so.
          return done.ok || done.why === 'stale' ? go(`/advice/${one.rowId}`) : nothing(done.why)
        }),
    ),
    get('/team/task', { permission: 'lead.assign', audit: 'team.task-form-opened' }, visit =>
      withLed(visit, async (_team, task) => {
        const advisers = await listAdvisers(visit.tx)
        const form = taskForm(advisers.map(one => one.accountId))
        const state =
          task === undefined ? form.empty() : form.fill({ specialist: task.specialistId, about: task.about })
        return page(html(<TaskPage visitor={visit.visitor} advisers={advisers} task={task} form={state} />))
      }),
    ),
    post('/team/task', { permission: 'lead.assign', audit: 'team.task-set' }, visit =>
      withLed(visit, async (team, task) => {
        const advisers = await listAdvisers(visit.tx)
        const read = taskForm(advisers.map(one => one.accountId)).read(visit.body)
        const shown = (form: FormState) =>
          again(html(<TaskPage visitor={visit.visitor} advisers={advisers} task={task} form={form} />))
        if (!read.ok) return shown(read)
        const { specialist, about } = read.value
        const done = await takeOnTogether(visit.tx, team.id, { specialistId: specialist, about })
        return done.ok ? go('/team') : shown(addError(read, en.missingSpecialist, 'specialist'))
      }),
    ),
    post('/team/task/end', { permission: 'lead.assign', audit: 'team.task-ended' }, visit =>
      withLed(visit, async team => {
        await endTogether(visit.tx, team.id)
        return go('/team')
      }),
    ),
  ]
}

/** The team the visitor may ask the specialist of, who is somebody else. */
async function askableOf(visit: AnyVisit): Promise<{ readonly team: Team; readonly task: TeamTask } | undefined> {
  const { accountId } = actorOfVisit(visit)
  const team = await findTeamOf(visit.tx, accountId)
  const task = team && (await findTask(visit.tx, team.id))
  return team && task && task.specialistId !== accountId ? { team, task } : undefined
}

async function withAskable(visit: AnyVisit, work: (team: Team, task: TeamTask) => Promise<Answer>): Promise<Answer> {
  const found = await askableOf(visit)
  return found
    ? work(found.team, found.task)
    : page(html(<NobodyPage visitor={visit.visitor} says={en.noSpecialist} />))
}

/** The team the visitor leads. */
async function withLed(
  visit: AnyVisit,
  work: (team: Team, task: TeamTask | undefined) => Promise<Answer>,
): Promise<Answer> {
  const { accountId } = actorOfVisit(visit)
  const team = await findTeamOf(visit.tx, accountId)
  if (team?.leaderId !== accountId) return page(html(<NobodyPage visitor={visit.visitor} says={en.leadsNone} />))
  return work(team, await findTask(visit.tx, team.id))
}

/** A question is for whoever asked and whom it was asked of; to all others there is none. */
async function withAdvice(visit: AdviceVisit, work: (one: Advice) => Promise<Answer>): Promise<Answer> {
  const one = await findAdvice(visit.tx, visit.params.adviceId)
  const { accountId } = actorOfVisit(visit)
  return one && (one.askedBy === accountId || one.askedOf === accountId) ? work(one) : nothing('unknown')
}

const namesIn = (visit: AnyVisit, advice: readonly Advice[]) =>
  findNames(visit.tx, [...new Set<AccountId>(advice.flatMap(one => [one.askedBy, one.askedOf]))])

async function askPage(visit: AnyVisit, task: TeamTask, form: FormState): Promise<Drawn> {
  const names = await findNames(visit.tx, [task.specialistId])
  const specialist = names.get(task.specialistId) ?? ''
  return html(<AskAdvicePage visitor={visit.visitor} task={task} specialist={specialist} form={form} />)
}

async function advicePage(visit: AnyVisit, one: Advice, form: FormState): Promise<Drawn> {
  const me = actorOfVisit(visit).accountId
  const names = await namesIn(visit, [one])
  return html(<AdvicePage visitor={visit.visitor} advice={one} names={names} me={me} form={form} />)
}

async function answer(visit: AdviceVisit, one: Advice): Promise<Answer> {
  const read = answerForm.read(visit.body)
  const { accountId } = actorOfVisit(visit)
  if (one.askedOf !== accountId) return nothing('not-theirs')
  if (!read.ok) return again(await advicePage(visit, one, read), { target: one.rowId })
  const done = await answerAdvice(visit.tx, asShown(visit, one), accountId, read.value.answer)
  if (done.ok) return go(`/advice/${one.rowId}`)
  if (done.why === 'not-theirs') return nothing('not-theirs')
  // The same, sent twice, is done.
  if (one.state === 'answered' && one.answer === read.value.answer) return go(`/advice/${one.rowId}`)
  return again(await advicePage(visit, one, addError(read, en.stale, 'answer')), { target: one.rowId }, 409)
}
