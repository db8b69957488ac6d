/** The register of closed groups: planned with who is expected, held with who came, called off. */
import { z } from 'zod'
import { isId, newId, type RowId } from '#ground/ids.ts'
import { actorOfVisit, get, type HouseRoute, html, post } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { again, go, nothing, page } from '#web/register.ts'
import { isStale } from '#web/stale.ts'
import { dayOfGroup, joinDay } from '../../support-groups/days.ts'
import { answersOf, contentOf, peopleNamed, staffOf } from '../forms.ts'
import type { GroupSession } from '../group.ts'
import {
  type AnyVisit,
  accountsOf,
  findChoices,
  findQuery,
  type GroupHouse,
  idsOf,
  type Known,
  peopleChoices,
  personChoices,
  plannedHtml,
  runnerChoices,
  type SessionVisit,
  sessionParam,
  withOwnSession,
} from '../routes/shared.tsx'
import { listAttendances } from '../store/attendances.ts'
import { findSession, listStaff } from '../store/sessions.ts'
import { troubles } from '../words.ts'
import { callOffPlanned, expectNoMore, expectPeople, holdPlanned, planSession } from './actions.ts'
import { attendanceForm, callOffForm, expectForm, planForm } from './forms.ts'
import { AttendancePage, ExpectPage, type PlanFields, PlanPage } from './pages.tsx'
import { listExpected } from './store.ts'
import { en } from './words.ts'

const permission = 'group.record'
const planQuery = z.object({
  like: idParam<RowId>().optional().catch(undefined),
  group: idParam<RowId>().optional().catch(undefined),
})
const expectedParam = z.object({ sessionId: idParam<RowId>(), expectedId: idParam<RowId>() })

export function closedRoutes(house: GroupHouse): HouseRoute[] {
  const withPlanned = (visit: SessionVisit, work: Parameters<typeof withOwnSession>[2]) =>
    withOwnSession(house, visit, known =>
      known.session.state === 'planned' ? work(known) : go(`/groups/${known.session.rowId}`),
    )
  return [
    get('/groups/plan', { permission, audit: 'group.form-opened', query: planQuery }, async visit => {
      const { tx } = visit
      const { accountId } = actorOfVisit(visit)
      const { like, group } = visit.query
      const day = group && (await dayOfGroup(tx, group, accountId))
      const before = like && (await findSession(tx, like))
      const staff = before ? await listStaff(tx, before.rowId) : []
      // Held again by one who ran it: with whom, and for whom it was of those they may know.
      const isOwn = staff.includes(accountId)
      const ids = day ? day.people : before && isOwn ? await peopleOf(visit, before) : []
      const drawn = await planPage(house, visit, ids, (runners, people) =>
        planForm(runners, people).fill({
          id: newId<'row'>(tx.acting.at),
          tells: '0',
          how: 'signed-up',
          ...(before && isOwn
            ? {
                ...answersOf(
                  before,
                  staff.filter(one => one !== accountId),
                ),
                came: ids,
              }
            : { kind: 'group' }),
          ...(day && { ...day.answers, came: ids }),
        }),
      )
      return page(drawn.html, drawn.seen)
    }),
    post('/groups/plan', { permission, audit: 'group.planned' }, async visit => {
      const { tx, body } = visit
      const { accountId } = actorOfVisit(visit)
      const named = peopleNamed(body)
      const runners = accountsOf(await runnerChoices(tx, accountId))
      const people = idsOf(await peopleChoices(house, visit, named))
      const form = planForm(runners, people).read(body)
      const shown = async (state: FormState<PlanFields>, savedAs?: RowId) => {
        const drawn = await planPage(house, visit, named, () => state, savedAs)
        return again(drawn.html, drawn.seen, savedAs ? 409 : 422)
      }
      if (!form.ok) return shown(form)
      const id = form.value.id as RowId
      if (!isId(id)) return nothing('unknown')
      const content = contentOf(form.value)
      const day = await dayOfGroup(tx, form.value.group, accountId)
      const staff = [...staffOf(form.value), ...(day?.more ?? [])]
      const wanted = { id, content, staff, expected: form.value.came, how: form.value.how }
      const outcome = await planSession(tx, accountId, wanted)
      if (outcome.ok && day) await joinDay(tx, id, day.groupId)
      if (outcome.ok) return go(`/groups/${id}`)
      if (outcome.why === 'unknown') return nothing('unknown')
      if (outcome.why !== 'saved-already') return shown(addError(form, troubles[outcome.why], 'on'))
      return shown(form, id)
    }),
    get(
      '/groups/:sessionId/expected',
      { permission, audit: 'group.people-searched', params: sessionParam, query: findQuery },
      visit =>
        withPlanned(visit, async ({ session }) => {
          const typed = visit.query.q.trim()
          const all = typed === '' ? await peopleChoices(house, visit, []) : await findChoices(visit.tx, typed)
          return expectPage(visit, session, typed, all)
        }),
    ),
    post('/groups/:sessionId/expected', { permission, audit: 'group.expected-added', params: sessionParam }, visit =>
      withPlanned(visit, async ({ session }) => {
        const named = await personChoices(visit.tx, peopleNamed(visit.body))
        const form = expectForm(idsOf(named)).read(visit.body)
        if (!form.ok) {
          const known = new Set(named.map(one => one.value))
          const led = (await peopleChoices(house, visit, [])).filter(one => !known.has(one.value))
          return expectPage(visit, session, '', [...named, ...led], form)
        }
        const outcome = await expectPeople(visit.tx, session, form.value.came, form.value.how)
        const seen = { about: form.value.came, target: session.rowId }
        return outcome.ok ? go(`/groups/${session.rowId}`, { seen }) : nothing('unknown')
      }),
    ),
    post(
      '/groups/:sessionId/expected/:expectedId/off',
      { permission, audit: 'group.expected-removed', params: expectedParam },
      visit =>
        withPlanned(visit, async ({ session }) => {
          const one = (await listExpected(visit.tx, session.rowId)).find(e => e.rowId === visit.params.expectedId)
          if (one) await expectNoMore(visit.tx, session, one)
          return go(`/groups/${session.rowId}`, { seen: { target: session.rowId } })
        }),
    ),
    get(
      '/groups/:sessionId/attendance',
      { permission, audit: 'group.attendance-opened', params: sessionParam },
      visit =>
        withOwnSession(house, visit, async ({ session }) => {
          if (
            session.access !== 'closed' ||
            session.state === 'called-off' ||
            session.happenedOn > visit.tx.acting.today
          )
            return go(`/groups/${session.rowId}`)
          return attendancePage(visit, session)
        }),
    ),
    post(
      '/groups/:sessionId/attendance',
      { permission, audit: 'group.attendance-written', params: sessionParam },
      visit =>
        withOwnSession(house, visit, async ({ session }) => {
          if (session.access !== 'closed' || session.state === 'called-off') return nothing('unknown')
          const people = await undecided(visit, session)
          // Pressed twice, it was written down the first time.
          if (session.state === 'held' && people.length === 0)
            return go(`/groups/${session.rowId}`, { seen: { target: session.rowId } })
          const form = attendanceForm(people.map(one => one.personId)).read(visit.body)
          if (isStale(visit, session)) return attendancePage(visit, session, addError(form, en.stale), 409)
          if (!form.ok) return attendancePage(visit, session, form)
          const said = { came: new Set(form.value.came), notes: form.value.notes ?? '' }
          const held = await holdPlanned(visit.tx, session, actorOfVisit(visit).accountId, said)
          if (held.ok) return go(`/groups/${session.rowId}`)
          if (held.why === 'stale') return attendancePage(visit, session, addError(form, en.stale), 409)
          if (held.why === 'not-yet') return attendancePage(visit, session, addError(form, en.notYet))
          return nothing('unknown')
        }),
    ),
    post('/groups/:sessionId/call-off', { permission, audit: 'group.called-off', params: sessionParam }, visit =>
      withPlanned(visit, async known => {
        const form = callOffForm.read(visit.body)
        if (isStale(visit, known.session)) return calledOffAgain(visit, known, addError(form, en.stale), 409)
        if (!form.ok) return calledOffAgain(visit, known, form)
        const off = await callOffPlanned(visit.tx, known.session, form.value.why)
        return off.ok
          ? go(`/groups/${known.session.rowId}`)
          : calledOffAgain(visit, known, addError(form, en.stale), 409)
      }),
    ),
  ]
}

async function calledOffAgain(visit: AnyVisit, known: Known, form: FormState<'why'>, status: 409 | 422 = 422) {
  const { drawn, seen } = await plannedHtml(visit, known, form)
  return again(drawn, seen, status)
}

/** Whom a session was for: who was expected, or came. */
async function peopleOf(visit: AnyVisit, session: GroupSession) {
  const expected = (await listExpected(visit.tx, session.rowId)).map(one => one.personId)
  const came = (await listAttendances(visit.tx, session.rowId)).filter(one => !one.hasDied).map(one => one.personId)
  return [...new Set([...expected, ...came])]
}

async function planPage(
  house: GroupHouse,
  visit: AnyVisit,
  named: Parameters<typeof peopleChoices>[2],
  formOf: (runners: ReturnType<typeof accountsOf>, people: ReturnType<typeof idsOf>) => FormState<PlanFields>,
  savedAs?: RowId,
) {
  const runners = await runnerChoices(visit.tx, actorOfVisit(visit).accountId)
  const people = await peopleChoices(house, visit, named)
  const form = formOf(accountsOf(runners), idsOf(people))
  return {
    html: html(<PlanPage visitor={visit.visitor} form={form} runners={runners} people={people} savedAs={savedAs} />),
    seen: { about: idsOf(people) },
  }
}

async function expectPage(
  visit: AnyVisit,
  session: GroupSession,
  typed: string,
  all: Awaited<ReturnType<typeof peopleChoices>>,
  form?: FormState<'came' | 'how'>,
) {
  const there = new Set<string>((await listExpected(visit.tx, session.rowId)).map(one => one.personId))
  const people = all.filter(one => !there.has(one.value))
  const state = form ?? expectForm(idsOf(people)).fill({ how: 'signed-up' })
  const drawn = html(
    <ExpectPage visitor={visit.visitor} session={session} typed={typed} form={state} people={people} />,
  )
  const seen = { about: idsOf(people), target: session.rowId, payload: { searched: typed } }
  return form ? again(drawn, seen) : page(drawn, seen)
}

/** Those of whom nobody said yet whether they came, as far as the visitor may know them. */
async function undecided(visit: AnyVisit, session: GroupSession) {
  return (await listExpected(visit.tx, session.rowId)).filter(one => one.state === 'expected')
}

async function attendancePage(
  visit: AnyVisit,
  session: GroupSession,
  form?: FormState<'came' | 'notes'>,
  status: 409 | 422 = 422,
) {
  const people = await undecided(visit, session)
  const ids = people.map(one => one.personId)
  const drawn = html(
    <AttendancePage
      visitor={visit.visitor}
      session={session}
      form={form ?? attendanceForm(ids).fill({ notes: session.notes })}
      people={people.map(one => ({ value: one.personId, label: `${one.family}, ${one.given}` }))}
    />,
  )
  const seen = { about: ids, target: session.rowId }
  return form ? again(drawn, seen, status) : page(drawn, seen)
}
