/** The register of who came to a session, and of what each did. */
import type { RowId } from '#ground/ids.ts'
import { actorOfVisit, get, type HouseRoute, html, post } from '#rooms/identity/index.ts'
import { oneOf } from '#web/form/clean.ts'
import type { FormState } from '#web/form/field.ts'
import { addError } from '#web/form/form.ts'
import { again, go, nothing, page } from '#web/register.ts'
import { addPeople, type Part, writeParts } from '../actions.ts'
import { addForm, boxesOf, partsForm, peopleNamed, saidOf, typedOf } from '../forms.ts'
import type { Attendance, GroupSession } from '../group.ts'
import { AddPeoplePage, PartsPage } from '../pages/people-pages.tsx'
import type { Choosable } from '../pages/session-form.tsx'
import { isUnwritten } from '../pages/session-page.tsx'
import { findLastHand, listAttendances } from '../store/attendances.ts'
import { holdSession } from '../store/sessions.ts'
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
        await holdSession(visit.tx, session.rowId)
        const { of, typedOfGone, isAgain } = await sentParts(visit, session)
        const form = partsForm(of, isAgain).read(visit.body)
        const seen = seenOf(session, of)
        const shown = (state: FormState, status: 409 | 422 = 422) =>
          again(partsHtml(visit, session, state, of, typedOfGone), seen, status)
        const stale = of.find(
          one => typedOf(visit.body, one.rowId) !== '' && sentVersion(visit, one) !== one.part?.version,
        )
        // Told first: what somebody wrote meanwhile of one of them is not passed over.
        if (stale) return shown(addError(form, en.partsStale, boxesOf(stale.rowId).note), 409)
        if (typedOfGone.length > 0) return shown(addError(form, en.partsStale), 409)
        if (!form.ok) return shown(form)
        const parts = of.flatMap((one): Part[] => {
          const said = saidOf(form.value, one)
          const version = sentVersion(visit, one)
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

const sentVersion = (visit: AnyVisit, { rowId }: Attendance) => Number(visit.body[boxesOf(rowId).version])

/**
 * Whom a form that was sent is about: those still unwritten, and those something was typed of, though somebody wrote of them since. Where that was the very
 * same by the same hand, the form was sent twice and they are left out.
 */
async function sentParts(visit: AnyVisit, session: GroupSession) {
  const { tx, body } = visit
  const there = (await listAttendances(tx, session.rowId)).filter(one => one.part !== undefined)
  const of: Attendance[] = []
  let isAgain = false
  for (const one of there) {
    if (isUnwritten(one)) of.push(one)
    else if (typedOf(body, one.rowId) === '') {
      // How they came stands beside what is written of them, whoever wrote it.
      if (!['', 'in-time'].includes(oneOf(body, boxesOf(one.rowId).came))) of.push(one)
    } else if (await isSentTwice(visit, one)) isAgain = true
    else of.push(one)
  }
  const known = new Set<string>(there.map(one => one.rowId))
  const typedOfGone = Object.keys(body)
    .filter(name => name.startsWith('version-'))
    .map(name => name.slice('version-'.length) as RowId)
    .filter(id => !known.has(id))
    .flatMap(id => typedOf(body, id) || [])
  return { of, typedOfGone, isAgain }
}

async function isSentTwice(visit: AnyVisit, one: Attendance): Promise<boolean> {
  const form = partsForm([one]).read(visit.body)
  const said = form.ok && saidOf(form.value, one)
  if (!said || said.notes !== one.part?.notes || said.nextStep !== one.part.nextStep) return false
  if (said.arrival !== 'in-time' && said.arrival !== one.arrival) return false
  return (await findLastHand(visit.tx, one.contactId)) === visit.tx.acting.actorId
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

function partsHtml(
  visit: AnyVisit,
  session: GroupSession,
  form: FormState,
  of: readonly Attendance[],
  typedOfGone: readonly string[] = [],
) {
  return html(<PartsPage visitor={visit.visitor} session={session} form={form} of={of} typedOfGone={typedOfGone} />)
}
