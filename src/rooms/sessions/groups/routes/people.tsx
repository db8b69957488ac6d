/** The register of who came to a session, and of what each did. */
import type { RowId } from '#ground/ids.ts'
import { actorOfVisit, get, type HouseRoute, html, post } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError } from '#web/form/form.ts'
import { again, go, nothing, page } from '#web/register.ts'
import { addPeople, type Part, writeParts } from '../actions.ts'
import { addForm, boxesOf, partsForm, peopleNamed, saidOf } from '../forms.ts'
import type { Attendance, GroupSession } from '../group.ts'
import { AddPeoplePage, PartsPage } from '../pages/people-pages.tsx'
import type { Choosable } from '../pages/session-form.tsx'
import { isUnwritten } from '../pages/session-page.tsx'
import { listAttendances } from '../store/attendances.ts'
import { en, troubles } from '../words.ts'
import {
  type AnyVisit,
  findChoices,
  findQuery,
  type GroupHouse,
  idsOf,
  peopleChoices,
  personChoices,
  seenOf,
  sessionParam,
  withOwnSession,
} from './shared.tsx'

const permission = 'group.record'

export function peopleRoutes(house: GroupHouse): HouseRoute[] {
  return [
    get(
      '/groups/:sessionId/people',
      { permission, audit: 'group.people-searched', params: sessionParam, query: findQuery },
      visit =>
        withOwnSession(house, visit, async ({ session }) => {
          const typed = visit.query.q.trim()
          const all = typed === '' ? await peopleChoices(house, visit, []) : await findChoices(visit.tx, typed)
          const people = await notThere(visit, session, all)
          const form = addForm(idsOf(people)).empty()
          return page(addHtml(visit, session, typed, form, people), {
            about: idsOf(people),
            target: session.rowId,
            payload: { searched: typed },
          })
        }),
    ),
    post('/groups/:sessionId/people', { permission, audit: 'group.people-added', params: sessionParam }, visit =>
      withOwnSession(house, visit, async ({ session }) => {
        const named = await personChoices(visit.tx, peopleNamed(visit.body))
        const form = addForm(idsOf(named)).read(visit.body)
        const shown = async (state: FormState<'came'>) => {
          const known = new Set(named.map(one => one.value))
          const led = (await peopleChoices(house, visit, [])).filter(one => !known.has(one.value))
          const people = await notThere(visit, session, [...named, ...led])
          return again(addHtml(visit, session, '', state, people), { about: idsOf(people), target: session.rowId })
        }
        if (!form.ok) return shown(form)
        const outcome = await addPeople(visit.tx, session, actorOfVisit(visit).accountId, form.value.came)
        if (outcome.ok)
          return go(`/groups/${session.rowId}`, { seen: { about: form.value.came, target: session.rowId } })
        if (outcome.why === 'had-died' || outcome.why === 'before-birth')
          return shown(addError(form, troubles[outcome.why], 'came'))
        return nothing('unknown')
      }),
    ),
    get('/groups/:sessionId/parts', { permission, audit: 'group.parts-opened', params: sessionParam }, visit =>
      withOwnSession(house, visit, async ({ session }) => {
        const of = await unwritten(visit, session)
        return page(partsHtml(visit, session, partsForm(of).empty(), of), seenOf(session, of))
      }),
    ),
    post('/groups/:sessionId/parts', { permission, audit: 'group.parts-written', params: sessionParam }, visit =>
      withOwnSession(house, visit, async ({ session }) => {
        const of = await unwritten(visit, session)
        const form = partsForm(of).read(visit.body)
        const seen = seenOf(session, of)
        const shown = (state: FormState, status: 409 | 422 = 422) =>
          again(partsHtml(visit, session, state, of), seen, status)
        const sent = Object.keys(visit.body).filter(name => name.startsWith('version-'))
        const there = new Set<string>(of.map(one => boxesOf(one.rowId).version))
        // Told first: what somebody wrote meanwhile of one of them is not passed over.
        if (sent.some(name => !there.has(name) && hasText(visit.body, name)))
          return shown(addError(form, en.partsStale), 409)
        if (!form.ok) return shown(form)
        const parts = of.flatMap((one): Part[] => {
          const said = saidOf(form.value, one)
          const version = Number(visit.body[boxesOf(one.rowId).version])
          return said ? [{ ...said, attendanceId: one.rowId, contactId: one.contactId, version }] : []
        })
        const outcome = await writeParts(visit.tx, parts)
        if (outcome.ok) return go(`/groups/${session.rowId}`, { seen })
        if (outcome.why === 'stale') return shown(addError(form, en.partsStale), 409)
        return nothing('unknown')
      }),
    ),
  ]
}

/** Whether something was typed of somebody who is no longer on the page. */
function hasText(body: Readonly<Record<string, unknown>>, versionName: string): boolean {
  const boxes = boxesOf(versionName.slice('version-'.length) as RowId)
  return [boxes.note, boxes.next].some(name => typeof body[name] === 'string' && body[name].trim() !== '')
}

async function unwritten(visit: AnyVisit, session: GroupSession): Promise<Attendance[]> {
  return (await listAttendances(visit.tx, session.rowId)).filter(isUnwritten)
}

/** Of some people those who do not stand there yet, as far as the visitor may know. */
async function notThere(visit: AnyVisit, session: GroupSession, people: readonly Choosable[]): Promise<Choosable[]> {
  const there = new Set<string>((await listAttendances(visit.tx, session.rowId)).map(one => one.personId))
  return people.filter(one => !there.has(one.value))
}

function addHtml(
  visit: AnyVisit,
  session: GroupSession,
  typed: string,
  form: FormState<'came'>,
  people: readonly Choosable[],
) {
  return html(<AddPeoplePage visitor={visit.visitor} session={session} typed={typed} form={form} people={people} />)
}

function partsHtml(visit: AnyVisit, session: GroupSession, form: FormState, of: readonly Attendance[]) {
  return html(<PartsPage visitor={visit.visitor} session={session} form={form} of={of} />)
}
