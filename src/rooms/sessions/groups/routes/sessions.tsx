/** The register of sessions: the list, a new one, one, one that is put right. */
import { z } from 'zod'
import { asHouse } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { isId, newId, type RowId } from '#ground/ids.ts'
import { actorOfVisit, findNames, get, type HouseRoute, html, post, roleMay } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { again, go, nothing, page } from '#web/register.ts'
import { isStale } from '#web/stale.ts'
import { changeSession, recordSession } from '../actions.ts'
import {
  allAnswersOf,
  answersOf,
  changeForm,
  contentOf,
  newcomerForm,
  newForm,
  peopleNamed,
  staffOf,
} from '../forms.ts'
import { GroupsPage } from '../pages/list-page.tsx'
import { type ChangeFields, ChangeSessionPage, type NewFields, NewSessionPage } from '../pages/session-form.tsx'
import { listAttendances } from '../store/attendances.ts'
import { listOwnNewcomers } from '../store/newcomers.ts'
import { findSession, listSessions, listStaff } from '../store/sessions.ts'
import { en, troubles } from '../words.ts'
import {
  type AnyVisit,
  accountsOf,
  type GroupHouse,
  idsOf,
  type Known,
  peopleChoices,
  runnerChoices,
  sessionHtml,
  sessionParam,
  withOwnSession,
  withSession,
} from './shared.tsx'

const MOST = 100
const listQuery = z.object({
  of: z.enum(['self', 'team']).catch('self').default('self'),
  until: z.iso.date().optional().catch(undefined),
})
const newQuery = z.object({ like: idParam<RowId>().optional().catch(undefined) })

/** Where a fault of the whole stands. */
const AT = { 'in-future': 'on', 'words-without-number': 'newcomers', 'too-far': 'on', 'too-old': 'on' } as const

export function sessionRoutes(house: GroupHouse): HouseRoute[] {
  return [
    get('/groups', { permission: 'group.see', audit: 'group.list-viewed', query: listQuery }, async visit => {
      const { tx, query } = visit
      const { accountId, role } = actorOfVisit(visit)
      const mayShowTeam = roleMay(role, 'lead.assign')
      const showsTeam = mayShowTeam && query.of === 'team'
      const until = (query.until ?? null) as Day | null
      // That a team held a session tells of nobody: no young person stands in it.
      const lines = showsTeam ? await listOfTeam(house, visit, until) : await listSessions(tx, [accountId], until, MOST)
      const newcomers = showsTeam ? [] : await listOwnNewcomers(tx)
      const names = await findNames(tx, [...new Set(lines.flatMap(one => one.staff))])
      return page(
        html(
          <GroupsPage
            visitor={visit.visitor}
            lines={lines}
            names={names}
            newcomers={newcomers}
            showsTeam={showsTeam}
            mayShowTeam={mayShowTeam}
            mayRecord={roleMay(role, 'group.record')}
            goesOn={lines.length < MOST ? undefined : lines.at(-1)?.happenedOn}
            today={tx.acting.today}
          />,
        ),
      )
    }),
    get('/groups/new', { permission: 'group.record', audit: 'group.form-opened', query: newQuery }, async visit => {
      const { like } = visit.query
      const { accountId } = actorOfVisit(visit)
      const before = like && (await findSession(visit.tx, like))
      const staff = before ? await listStaff(visit.tx, before.rowId) : []
      // Held again by one who ran it: with whom, and for whom of those they may know and who are alive.
      const isOwn = staff.includes(accountId)
      const came = before && isOwn ? await listAttendances(visit.tx, before.rowId) : []
      const ids = came.filter(one => !one.hasDied).map(one => one.personId)
      const drawn = await newPage(house, visit, ids, (runners, people) =>
        newForm(runners, people).fill({
          id: newId<'row'>(visit.tx.acting.at),
          on: visit.tx.acting.today,
          tells: '0',
          ...(before && isOwn
            ? {
                ...answersOf(
                  before,
                  staff.filter(one => one !== accountId),
                ),
                came: ids,
              }
            : { kind: 'group' }),
        }),
      )
      return page(drawn.html, drawn.seen)
    }),
    post('/groups/new', { permission: 'group.record', audit: 'group.recorded' }, async visit => {
      const { tx, body } = visit
      const { accountId } = actorOfVisit(visit)
      const named = peopleNamed(body)
      const runners = accountsOf(await runnerChoices(tx, accountId))
      const people = idsOf(await peopleChoices(house, visit, named))
      const form = newForm(runners, people).read(body)
      const shown = async (state: FormState<NewFields>, savedAs?: RowId) => {
        const drawn = await newPage(house, visit, named, () => state, savedAs)
        return again(drawn.html, drawn.seen, savedAs ? 409 : 422)
      }
      if (!form.ok) return shown(form)
      const { id, came } = form.value
      if (!isId(id)) return shown(addError(form, en.missingId))
      const outcome = await recordSession(tx, accountId, {
        id: id as RowId,
        content: contentOf(form.value),
        staff: staffOf(form.value),
        came,
      })
      if (outcome.ok) {
        const wantsParts = body['then'] === 'parts' && came.length > 0
        return go(wantsParts ? `/groups/${outcome.value}/parts` : `/groups/${outcome.value}`)
      }
      const { why } = outcome
      if (why === 'saved-already') return shown(form, id as RowId)
      if (why === 'in-future' || why === 'words-without-number') return shown(addError(form, troubles[why], AT[why]))
      if (why === 'had-died' || why === 'before-birth') return shown(addError(form, troubles[why], 'came'))
      return nothing('unknown')
    }),
    get('/groups/:sessionId', { permission: 'group.see', audit: 'group.viewed', params: sessionParam }, visit =>
      withSession(house, visit, async known => {
        const { drawn, seen } = await sessionHtml(
          visit,
          known,
          newcomerForm.fill({ id: newId<'row'>(visit.tx.acting.at) }),
        )
        return page(drawn, seen)
      }),
    ),
    get(
      '/groups/:sessionId/change',
      { permission: 'group.record', audit: 'group.change-opened', params: sessionParam },
      visit =>
        withOwnSession(house, visit, async known => {
          const drawn = await changePage(visit, known, runners =>
            changeForm(runners).fill(allAnswersOf(known.session, known.staff)),
          )
          return page(drawn, { target: known.session.rowId })
        }),
    ),
    post(
      '/groups/:sessionId/change',
      { permission: 'group.record', audit: 'group.changed', params: sessionParam },
      visit =>
        withOwnSession(house, visit, async known => {
          const { session } = known
          const seen = { target: session.rowId }
          const form = changeForm(accountsOf(await runnerChoices(visit.tx))).read(visit.body)
          const shown = async (state: FormState<ChangeFields>, status: 409 | 422 = 422) =>
            again(await changePage(visit, known, () => state, status === 409), seen, status)
          if (isStale(visit, session)) return shown(form, 409)
          if (!form.ok) return shown(form)
          const outcome = await changeSession(visit.tx, session, {
            content: contentOf(form.value),
            staff: staffOf(form.value),
            why: form.value.why,
          })
          if (outcome.ok) return go(`/groups/${session.rowId}`)
          if (outcome.why === 'stale') return shown(form, 409)
          return shown(addError(form, troubles[outcome.why], AT[outcome.why]))
        }),
    ),
  ]
}

async function listOfTeam(house: GroupHouse, visit: AnyVisit, until: Day | null) {
  const team = await house.teamOf(visit.tx, actorOfVisit(visit).accountId)
  return asHouse(visit.tx, 'sessions of one’s team', worker =>
    listSessions(
      worker,
      team.map(one => one.accountId),
      until,
      MOST,
    ),
  )
}

async function newPage(
  house: GroupHouse,
  visit: AnyVisit,
  named: Parameters<typeof peopleChoices>[2],
  formOf: (runners: ReturnType<typeof accountsOf>, people: ReturnType<typeof idsOf>) => FormState<NewFields>,
  savedAs?: RowId,
) {
  const runners = await runnerChoices(visit.tx, actorOfVisit(visit).accountId)
  const people = await peopleChoices(house, visit, named)
  const form = formOf(accountsOf(runners), idsOf(people))
  return {
    html: html(
      <NewSessionPage visitor={visit.visitor} form={form} runners={runners} people={people} savedAs={savedAs} />,
    ),
    seen: { about: idsOf(people) },
  }
}

async function changePage(
  visit: AnyVisit,
  known: Known,
  formOf: (runners: ReturnType<typeof accountsOf>) => FormState<ChangeFields>,
  hasMoved = false,
) {
  const runners = await runnerChoices(visit.tx)
  const form = formOf(accountsOf(runners))
  return html(
    <ChangeSessionPage
      visitor={visit.visitor}
      form={form}
      runners={runners}
      session={known.session}
      isStale={hasMoved}
    />,
  )
}
