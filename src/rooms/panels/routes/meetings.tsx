/** The register of meetings: planned, the agenda picked from lists and sent, who came, closed, called off, the minutes. */
import { z } from 'zod'
import { isId, newId, type RowId } from '#ground/ids.ts'
import { actorOfVisit, get, type HouseRoute, html, post, roleMay, type Visit } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError, NO_FORM } from '#web/form/form.ts'
import { type Answer, again, type Drawn, go, page } from '#web/register.ts'
import { isNext, isStale } from '#web/stale.ts'
import { bring } from '../actions/bringing.ts'
import { callOff, closeMeeting, moveMeeting, planMeeting, sayWhoCame, sendAgenda } from '../actions/meeting.ts'
import { nameThem } from '../actions/naming.ts'
import { noteShown } from '../actions/showing.ts'
import { callOffForm, cameForm, cameOf, meetingForm, peopleNamed, pickForm } from '../forms.ts'
import type { PanelHouse } from '../house.ts'
import { MeetingPage, MinutesPage } from '../pages/meeting-pages.tsx'
import { MeetingFormPage, PickPage } from '../pages/planning-pages.tsx'
import { LISTS, type ListName, type Meeting } from '../panel.ts'
import { listOpenOf } from '../store/actions.ts'
import { listItems } from '../store/items.ts'
import { closeTroubles, en, meetingTroubles, sendTroubles } from '../words.ts'
import {
  aboutOf,
  agendaOf,
  asChair,
  asChairOf,
  type KnownMeeting,
  knownMeeting,
  meetingParam,
  panelParam,
  withMeeting,
  wordsFor,
} from './shared.ts'

const keep = 'panel.keep'
const pickQuery = z.object({
  list: z
    .enum(LISTS as [ListName, ...ListName[]])
    .catch('not-known')
    .default('not-known'),
})
type MeetingVisit = Visit<{ meetingId: RowId }, unknown>
type Typed = 'came' | 'off' | 'send' | 'close'

export function meetingRoutes(house: PanelHouse): HouseRoute[] {
  return [
    get(
      '/panels/:panelId/meetings/new',
      { permission: keep, audit: 'panel.meeting-form-opened', params: panelParam },
      visit =>
        asChair(visit, ({ panel }) => {
          const form = meetingForm.fill({ id: newId<'row'>(visit.tx.acting.at) })
          return page(html(<MeetingFormPage visitor={visit.visitor} panel={panel} meeting={undefined} form={form} />))
        }),
    ),
    post(
      '/panels/:panelId/meetings/new',
      { permission: keep, audit: 'panel.meeting-planned', params: panelParam },
      visit =>
        asChair(visit, async ({ panel }) => {
          const form = meetingForm.read(visit.body)
          const shown = (state: FormState) =>
            again(html(<MeetingFormPage visitor={visit.visitor} panel={panel} meeting={undefined} form={state} />))
          if (!form.ok) return shown(form)
          const { id, on, time, place } = form.value
          if (!isId(id)) return shown(addError(form, en.missingId))
          const done = await planMeeting(visit.tx, panel, id as RowId, { onDay: on, atTime: time, place })
          return done.ok ? go(`/panel-meetings/${id}`) : shown(addError(form, meetingTroubles[done.why], 'on'))
        }),
    ),
    get(
      '/panel-meetings/:meetingId',
      { permission: 'panel.see', audit: 'panel.meeting-viewed', params: meetingParam },
      visit =>
        withMeeting(visit, async known => {
          const { drawn, about } = await meetingPage(visit, known)
          return page(drawn, { about, target: known.meeting.rowId })
        }),
    ),
    get(
      '/panel-meetings/:meetingId/move',
      { permission: keep, audit: 'panel.meeting-form-opened', params: meetingParam },
      visit =>
        asChairOf(visit, ({ panel, meeting }) => {
          if (isOver(meeting)) return go(`/panel-meetings/${meeting.rowId}`)
          const form = meetingForm.fill({
            ...{ id: meeting.rowId, on: meeting.onDay, time: meeting.atTime, place: meeting.place },
          })
          return page(html(<MeetingFormPage visitor={visit.visitor} panel={panel} meeting={meeting} form={form} />))
        }),
    ),
    post(
      '/panel-meetings/:meetingId/move',
      { permission: keep, audit: 'panel.meeting-moved', params: meetingParam },
      visit =>
        asChairOf(visit, async ({ panel, meeting }) => {
          const form = meetingForm.read(visit.body)
          const shown = (state: FormState, status: 409 | 422 = 422) =>
            again(
              html(<MeetingFormPage visitor={visit.visitor} panel={panel} meeting={meeting} form={state} />),
              { target: meeting.rowId },
              status,
            )
          if (isStale(visit, meeting)) return shown(addError({ ...form, errors: [] }, en.stale), 409)
          if (!form.ok) return shown(form)
          const { on, time, place } = form.value
          const done = await moveMeeting(visit.tx, meeting, { onDay: on, atTime: time, place })
          if (done.ok) return go(`/panel-meetings/${meeting.rowId}`)
          if (done.why === 'stale') return shown(addError(form, en.stale), 409)
          return shown(addError(form, meetingTroubles[done.why], 'on'))
        }),
    ),
    get(
      '/panel-meetings/:meetingId/pick',
      { permission: 'panel.bring', audit: 'panel.list-picked-from', params: meetingParam, query: pickQuery },
      visit =>
        asChairOf(visit, async known => {
          if (isOver(known.meeting)) return go(`/panel-meetings/${known.meeting.rowId}`)
          const people = await offered(house, visit, known, visit.query.list)
          const form = pickForm(people.map(one => one.personId)).empty()
          return page(pickPage(visit, known, visit.query.list, form, people), {
            about: people.map(one => one.personId),
            target: known.meeting.rowId,
            payload: { list: visit.query.list },
          })
        }),
    ),
    post(
      '/panel-meetings/:meetingId/pick',
      { permission: 'panel.bring', audit: 'panel.picked', params: meetingParam },
      visit =>
        asChairOf(visit, async known => {
          const { panel, meeting } = known
          const list = pickQuery.parse(visit.body).list
          const named = peopleNamed(visit.body)
          // Pressed twice, those who stand there already are no fault.
          const there = new Set((await listItems(visit.tx, meeting.rowId)).map(one => one.personId))
          const people = await offered(house, visit, known, list)
          const form = pickForm([...people.map(one => one.personId), ...named.filter(id => there.has(id))]).read(
            visit.body,
          )
          const seen = { about: people.map(one => one.personId), target: meeting.rowId }
          if (!form.ok) return again(pickPage(visit, known, list, form, people), seen)
          const { accountId } = actorOfVisit(visit)
          for (const personId of form.value.who) {
            if (there.has(personId)) continue
            const bringing = { personId, reason: list, question: form.value.question ?? '', by: accountId }
            // Somebody who may not be on it was none of those offered a moment ago: they are left out.
            await bring(visit.tx, house, panel, meeting, bringing)
          }
          return go(`/panel-meetings/${meeting.rowId}`)
        }),
    ),
    post(
      '/panel-meetings/:meetingId/send',
      { permission: keep, audit: 'panel.agenda-sent', params: meetingParam },
      visit =>
        asChairOf(visit, async known => {
          if (isNext(visit, known.meeting) && known.meeting.state === 'sent') return here(known)
          if (isStale(visit, known.meeting)) return refuse(visit, known, en.stale, 'send', 409)
          const done = await sendAgenda(visit.tx, known.meeting)
          if (done.ok) return here(known)
          if (done.why === 'stale') return refuse(visit, known, en.stale, 'send', 409)
          return refuse(visit, known, sendTroubles[done.why], 'send')
        }),
    ),
    post(
      '/panel-meetings/:meetingId/came',
      { permission: keep, audit: 'panel.who-came-said', params: meetingParam },
      visit =>
        asChairOf(visit, async known => {
          const form = cameForm(known.seats).read(visit.body)
          const stale = () => refuse(visit, known, en.stale, 'came', 409, form)
          if (isStale(visit, known.meeting)) return stale()
          if (!form.ok) return refuse(visit, known, undefined, 'came', 422, form)
          const done = await sayWhoCame(visit.tx, known.meeting, cameOf(form.value, known.seats))
          return done.ok ? here(known) : stale()
        }),
    ),
    post('/panel-meetings/:meetingId/close', { permission: keep, audit: 'panel.closed', params: meetingParam }, visit =>
      asChairOf(visit, async known => {
        if (isNext(visit, known.meeting) && known.meeting.state === 'closed') return here(known)
        if (isStale(visit, known.meeting)) return refuse(visit, known, en.stale, 'close', 409)
        const done = await closeMeeting(visit.tx, known.panel, known.meeting)
        if (done.ok) return here(known)
        if (done.why === 'stale') return refuse(visit, known, en.stale, 'close', 409)
        return refuse(visit, known, closeTroubles[done.why], 'close')
      }),
    ),
    post(
      '/panel-meetings/:meetingId/call-off',
      { permission: keep, audit: 'panel.called-off', params: meetingParam },
      visit =>
        asChairOf(visit, async known => {
          if (isNext(visit, known.meeting) && known.meeting.state === 'called-off') return here(known)
          const form = callOffForm.read(visit.body)
          if (isStale(visit, known.meeting)) return refuse(visit, known, en.stale, 'off', 409, form)
          if (!form.ok) return refuse(visit, known, undefined, 'off', 422, form)
          const done = await callOff(visit.tx, known.panel, known.meeting, form.value['off-why'])
          return done.ok ? here(known) : refuse(visit, known, en.stale, 'off', 409, form)
        }),
    ),
    get(
      '/panel-meetings/:meetingId/minutes',
      { permission: 'panel.see', audit: 'panel.minutes-viewed', params: meetingParam },
      visit =>
        withMeeting(visit, async known => {
          const { panel, meeting, seats } = known
          if (meeting.state !== 'sent' && meeting.state !== 'closed') return go(`/panel-meetings/${meeting.rowId}`)
          const rows = (await agendaOf(visit, known)).filter(one => one.item.state !== 'off')
          const names = await namesOf(visit, known, rows)
          return page(
            html(
              <MinutesPage
                visitor={visit.visitor}
                panel={panel}
                meeting={meeting}
                seats={seats}
                rows={rows}
                names={names}
              />,
            ),
            { about: aboutOf(rows), target: meeting.rowId },
          )
        }),
    ),
  ]
}

const isOver = ({ state }: Meeting) => state === 'closed' || state === 'called-off'
const here = ({ meeting }: KnownMeeting) => go(`/panel-meetings/${meeting.rowId}`)

/** Those on a list who do not stand on this agenda yet. */
async function offered(house: PanelHouse, visit: MeetingVisit, { meeting }: KnownMeeting, list: ListName) {
  const there = new Set(
    (await listItems(visit.tx, meeting.rowId)).filter(one => one.state !== 'off').map(one => one.personId),
  )
  const all = await house.onList(visit.tx, actorOfVisit(visit).accountId, list)
  return all.filter(one => !there.has(one.personId))
}

function pickPage(
  visit: MeetingVisit,
  { panel, meeting }: KnownMeeting,
  list: ListName,
  form: FormState,
  people: Awaited<ReturnType<typeof offered>>,
): Drawn {
  return html(
    <PickPage visitor={visit.visitor} panel={panel} meeting={meeting} list={list} form={form} people={people} />,
  )
}

async function namesOf(visit: MeetingVisit, known: KnownMeeting, rows: Awaited<ReturnType<typeof agendaOf>>) {
  return wordsFor(visit.tx, [
    ...known.seats.map(one => one.accountId),
    ...(known.panel.chairId === null ? [] : [known.panel.chairId]),
    ...rows.flatMap(one => one.actions.map(a => a.ownerId)),
  ])
}

/** The page again, with what is wrong; what was typed is kept. */
async function refuse(
  visit: MeetingVisit,
  known: KnownMeeting,
  words: string | undefined,
  typed: Typed,
  status: 409 | 422 = 422,
  form: FormState = NO_FORM,
): Promise<Answer> {
  const now = (await knownMeeting(visit, known.meeting.rowId)) ?? known
  const state = words === undefined ? form : addError({ ...form, errors: [] }, words)
  const { drawn, about } = await meetingPage(visit, now, state, typed)
  return again(drawn, { about, target: known.meeting.rowId }, status)
}

async function meetingPage(visit: MeetingVisit, known: KnownMeeting, form: FormState = NO_FORM, typed?: Typed) {
  const { tx } = visit
  const { panel, meeting, isChair } = known
  const rows = await agendaOf(visit, known)
  const shows = isChair || meeting.state === 'sent'
  const owed = shows && !isOver(meeting) ? await listOpenOf(tx, panel.rowId, meeting.rowId) : []
  const isByRoll = actorOfVisit(visit).role === 'partner-practitioner'
  await noteShown(tx, 'panel.action-shown', owed, isByRoll)
  const named = await nameThem(tx, owed)
  const names = new Map([
    ...(await namesOf(visit, known, rows)),
    ...(await wordsFor(
      tx,
      owed.map(one => one.ownerId),
    )),
  ])
  const drawn = html(
    <MeetingPage
      visitor={visit.visitor}
      known={known}
      rows={rows}
      owed={owed.filter(one => named.get(one.personId)?.hasDied === false)}
      named={named}
      names={names}
      mayPick={isChair && roleMay(actorOfVisit(visit).role, 'panel.bring')}
      form={form}
      typed={typed}
      today={tx.acting.today}
    />,
  )
  return { drawn, about: [...new Set([...aboutOf(rows), ...owed.map(one => one.personId)])] }
}
