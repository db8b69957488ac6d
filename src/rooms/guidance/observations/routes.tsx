/** The register of observations of practice: written, given, answered. */
import { z } from 'zod'
import type { AccountId, RowId } from '#ground/ids.ts'
import { actorOfVisit, findNames, get, type HouseRoute, html, post, type Visit } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError, NO_FORM } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, type Drawn, go, nothing, page } from '#web/register.ts'
import { asShown, isNext, isStale } from '#web/stale.ts'
import {
  answerObservation,
  changeObservation,
  giveObservation,
  isSame,
  listObservable,
  writeObservation,
} from './actions.ts'
import { answerForm, contentOf, filledOf, observationForm } from './forms.ts'
import type { Observation } from './observation.ts'
import { ObservationFormPage, ObservationPage, ObservationsPage } from './pages.tsx'
import { type Move, movesFor } from './rules.ts'
import { findObservation, listObservations } from './store.ts'
import { en } from './words.ts'

const permission = 'observation.use'
const oneParam = z.object({ observationId: idParam<RowId>() })
type OneVisit = Visit<{ observationId: RowId }, unknown>
type AnyVisit = Visit<unknown, unknown>

export function observationRoutes(): HouseRoute[] {
  return [
    get('/observations', { permission, audit: 'observation.list-viewed' }, async visit => {
      const all = await listObservations(visit.tx)
      const names = await namesOf(visit, all)
      return page(
        html(<ObservationsPage visitor={visit.visitor} all={all} names={names} today={visit.tx.acting.today} />),
      )
    }),
    get('/observations/new', { permission, audit: 'observation.form-opened' }, async visit => {
      const { today } = visit.tx.acting
      return page(await drawNew(visit, observationForm(today, []).fill({ 'on-day': today })))
    }),
    post('/observations/new', { permission, audit: 'observation.written' }, async visit => {
      const colleagues = (await listObservable(visit.tx)).map(one => one.accountId)
      const read = observationForm(visit.tx.acting.today, colleagues).read(visit.body)
      if (!read.ok) return again(await drawNew(visit, read))
      const who = { observedId: read.value.who as AccountId, observerId: actorOfVisit(visit).accountId }
      const done = await writeObservation(visit.tx, who, contentOf(read.value))
      if (done.ok) return go(`/observations/${done.value}`)
      const told = done.why === 'nobody' ? addError(read, en.missingWho, 'who') : addError(read, en.ahead, 'on-day')
      return again(await drawNew(visit, told))
    }),
    get('/observations/:observationId', { permission, audit: 'observation.viewed', params: oneParam }, visit =>
      withOne(visit, async one => page(await draw(visit, one), { target: one.rowId })),
    ),
    get(
      '/observations/:observationId/change',
      { permission, audit: 'observation.form-opened', params: oneParam },
      visit =>
        allowed(visit, 'change', async one =>
          page(drawChange(visit, one, filledOf(visit.tx.acting.today, one)), { target: one.rowId }),
        ),
    ),
    post('/observations/:observationId/change', { permission, audit: 'observation.changed', params: oneParam }, visit =>
      allowed(visit, 'change', one => change(visit, one)),
    ),
    post('/observations/:observationId/give', { permission, audit: 'observation.given', params: oneParam }, visit =>
      withOne(visit, async one => {
        const here = `/observations/${one.rowId}`
        if (one.state === 'given' && isNext(visit, one)) return go(here)
        if (one.observerId !== actorOfVisit(visit).accountId) return nothing('not theirs')
        const done = await giveObservation(visit.tx, asShown(visit, one))
        if (done.ok) return go(here)
        const told = addError(NO_FORM, done.why === 'stale' ? en.stale : en.openMarks)
        return again(await draw(visit, one, told, 'give'), { target: one.rowId }, done.why === 'stale' ? 409 : 422)
      }),
    ),
    post(
      '/observations/:observationId/answer',
      { permission, audit: 'observation.answered', params: oneParam },
      visit =>
        withOne(visit, async one => {
          const here = `/observations/${one.rowId}`
          if (one.observedId !== actorOfVisit(visit).accountId || one.kind === 'self') return nothing('not theirs')
          if (one.state === 'answered' && isNext(visit, one)) return go(here)
          const read = answerForm.read(visit.body)
          if (!read.ok) return again(await draw(visit, one, read, 'answer'), { target: one.rowId })
          const done = await answerObservation(visit.tx, asShown(visit, one), read.value.words)
          if (done.ok) return go(here)
          return again(await draw(visit, one, addError(read, en.stale), 'answer'), { target: one.rowId }, 409)
        }),
    ),
  ]
}

async function withOne(visit: OneVisit, work: (one: Observation) => Promise<Answer>): Promise<Answer> {
  const one = await findObservation(visit.tx, visit.params.observationId)
  return one ? work(one) : nothing('unknown')
}

/** Where it is the visitor's to do; what is over leads to how it stands. */
function allowed(visit: OneVisit, move: Move, work: (one: Observation) => Promise<Answer>): Promise<Answer> {
  return withOne(visit, async one => {
    const { accountId } = actorOfVisit(visit)
    if (movesFor(accountId, one).has(move)) return work(one)
    return one.observerId === accountId ? go(`/observations/${one.rowId}`) : nothing('not theirs')
  })
}

function namesOf(visit: AnyVisit, all: readonly Observation[]) {
  return findNames(visit.tx, [...new Set(all.flatMap(one => [one.observedId, one.observerId]))])
}

async function drawNew(visit: AnyVisit, form: FormState): Promise<Drawn> {
  const { accountId } = actorOfVisit(visit)
  const colleagues = (await listObservable(visit.tx))
    .toSorted((a, b) => Number(b.accountId === accountId) - Number(a.accountId === accountId))
    .map(one => ({
      value: one.accountId,
      label: one.accountId === accountId ? en.myself(one.name) : one.name,
    }))
  return html(<ObservationFormPage visitor={visit.visitor} form={form} colleagues={colleagues} one={undefined} />)
}

function drawChange(visit: AnyVisit, one: Observation, form: FormState): Drawn {
  return html(<ObservationFormPage visitor={visit.visitor} form={form} colleagues={undefined} one={one} />)
}

async function draw(
  visit: AnyVisit,
  one: Observation,
  form: FormState = NO_FORM,
  typed?: 'give' | 'answer',
): Promise<Drawn> {
  return html(
    <ObservationPage
      visitor={visit.visitor}
      one={one}
      names={await namesOf(visit, [one])}
      moves={movesFor(actorOfVisit(visit).accountId, one)}
      form={form}
      typed={typed}
    />,
  )
}

async function change(visit: OneVisit, one: Observation): Promise<Answer> {
  const read = observationForm(visit.tx.acting.today, undefined).read(visit.body)
  if (!read.ok) return again(drawChange(visit, one, read), { target: one.rowId })
  const content = contentOf(read.value)
  // Sent twice it is changed once.
  if (isStale(visit, one) && isSame(content, one)) return go(`/observations/${one.rowId}`)
  const done = await changeObservation(visit.tx, asShown(visit, one), content)
  if (done.ok) return go(`/observations/${one.rowId}`)
  const told = done.why === 'stale' ? addError(read, en.stale) : addError(read, en.ahead, 'on-day')
  return again(drawChange(visit, one, told), { target: one.rowId }, done.why === 'stale' ? 409 : 422)
}
