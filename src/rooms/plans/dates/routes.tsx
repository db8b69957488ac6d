/** The register of dates beside a plan. */
import { z } from 'zod'
import type { Day } from '#ground/day.ts'
import type { RowId } from '#ground/ids.ts'
import { actorOfVisit, get, type HouseRoute, html, post, roleMay, type Visit } from '#rooms/identity/index.ts'
import type { PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError, NO_FORM } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, type Drawn, go, nothing, page } from '#web/register.ts'
import { asShown } from '#web/stale.ts'
import {
  type PersonVisit,
  type PlanHouse,
  type Planning,
  personParam,
  withLiving,
  withPlan,
} from '../routes/planning.ts'
import { callOffDate, type DateTrouble, holdDate, setDate, writeGuests } from './actions.ts'
import { DATE_KINDS, type DateKind, type DateWithGuests, type GuestState } from './date.ts'
import { callOffForm, dateForm, guestsForm, heldForm, markOf } from './forms.ts'
import { DatePage, DatesPage, type Typed } from './pages.tsx'
import { classOfDate, transferDay } from './rules.ts'
import { findDate, listDatesOn, listGuests } from './store.ts'
import { dateTroubles } from './words.ts'

const dateParam = z.object({ dateId: idParam<RowId>() })
type DateVisit = Visit<{ dateId: RowId }, unknown>

export function dateRoutes(house: PlanHouse): HouseRoute[] {
  return [
    get(
      '/people/:personId/plan/dates',
      { permission: 'person.open', audit: 'plan-date.list-viewed', params: personParam },
      visit =>
        withPlan(house, visit, async planning =>
          page(await listPage(visit, planning, dateForm(offeredTo(visit, planning.frame)).empty()), {
            about: [planning.frame.person.id],
          }),
        ),
    ),
    post(
      '/people/:personId/plan/dates',
      { permission: 'plan.write', audit: 'plan-date.set', params: personParam },
      visit =>
        withLiving(house, visit, async planning => {
          const { id } = planning.frame.person
          const read = dateForm(offeredTo(visit, planning.frame)).read(visit.body)
          if (!read.ok) return again(await listPage(visit, planning, read), { about: [id] })
          const { kind, on, who } = read.value
          const done = await setDate(visit.tx, id, actorOfVisit(visit).accountId, { kind, onDay: on, who: who ?? '' })
          return done.ok ? go(`/people/${id}/plan/dates`) : nothing('class', [id])
        }),
    ),
    get('/plan-dates/:dateId', { permission: 'person.open', audit: 'plan-date.viewed', params: dateParam }, visit =>
      withDate(house, visit, async (date, frame) =>
        page(datePage(visit, date, frame, NO_FORM, undefined), { about: [date.personId], target: date.rowId }),
      ),
    ),
    post('/plan-dates/:dateId/held', { permission: 'plan.write', audit: 'plan-date.held', params: dateParam }, visit =>
      withDate(house, visit, async (date, frame) => {
        const read = heldForm.read(visit.body)
        const about = { about: [date.personId] }
        if (!read.ok) return again(datePage(visit, date, frame, read, 'held'), about)
        const { words, wishes } = read.value
        const held = { on: read.value['held-on'], words, wishes: wishes ?? '' }
        const done = await holdDate(visit.tx, asShown(visit, date), actorOfVisit(visit).accountId, held)
        if (done.ok) return go(`/people/${date.personId}/plan/dates`)
        return late(visit, date, frame, read, 'held', done.why)
      }),
    ),
    post(
      '/plan-dates/:dateId/guests',
      { permission: 'plan.write', audit: 'plan-date.guests-written', params: dateParam },
      visit =>
        withDate(house, visit, async (date, frame) => {
          const read = guestsForm(date.guests).read(visit.body)
          if (!read.ok) return again(datePage(visit, date, frame, read, 'guests'), { about: [date.personId] })
          const { value } = read
          const said: Readonly<Record<string, unknown>> = value
          const done = await writeGuests(visit.tx, asShown(visit, date), actorOfVisit(visit).accountId, {
            who: value.guest ?? '',
            marks: new Map(date.guests.map(one => [one.rowId, said[markOf(one)] as GuestState])),
            askedThem: value['asked-them'] ?? '',
          })
          if (done.ok) return go(`/plan-dates/${date.rowId}`)
          return late(visit, date, frame, read, 'guests', done.why)
        }),
    ),
    post(
      '/plan-dates/:dateId/call-off',
      { permission: 'plan.write', audit: 'plan-date.called-off', params: dateParam },
      visit =>
        withDate(house, visit, async (date, frame) => {
          const read = callOffForm.read(visit.body)
          if (!read.ok) return again(datePage(visit, date, frame, read, 'call-off'), { about: [date.personId] })
          const done = await callOffDate(visit.tx, asShown(visit, date), read.value.why)
          if (done.ok) return go(`/people/${date.personId}/plan/dates`)
          return late(visit, date, frame, read, 'call-off', done.why)
        }),
    ),
  ]
}

const mayWrite = (visit: Visit<unknown, unknown>) => roleMay(actorOfVisit(visit).role, 'plan.write')

/** Kinds whose part of the record the visitor sees (K6); none of somebody who has died. */
function offeredTo(visit: Visit<unknown, unknown>, frame: PersonFrame): readonly DateKind[] {
  if (!mayWrite(visit) || frame.person.diedOn !== null) return []
  return DATE_KINDS.filter(kind => frame.seen.has(classOfDate(kind)))
}

async function listPage(visit: PersonVisit, { frame }: Planning, form: FormState): Promise<Drawn> {
  const { today } = visit.tx.acting
  return html(
    <DatesPage
      visitor={visit.visitor}
      frame={frame}
      dates={await listDatesOn(visit.tx, frame.person.id)}
      form={form}
      offered={offeredTo(visit, frame)}
      transferBy={transferDay(frame.person.bornOn, today)}
      today={today}
    />,
  )
}

async function withDate(
  house: PlanHouse,
  visit: DateVisit,
  work: (date: DateWithGuests, frame: PersonFrame) => Promise<Answer>,
): Promise<Answer> {
  const date = await findDate(visit.tx, visit.params.dateId)
  const frame = date && (await house.frame(visit, date.personId))
  if (!date || !frame?.seen.has('plan')) return nothing('unknown')
  return work({ ...date, guests: await listGuests(visit.tx, date.rowId) }, frame)
}

function late(
  visit: DateVisit,
  date: DateWithGuests,
  frame: PersonFrame,
  form: FormState,
  typed: Typed,
  why: DateTrouble,
): Answer {
  const told = why === 'ahead' ? addError(form, dateTroubles[why], 'held-on') : addError(form, dateTroubles[why])
  return again(datePage(visit, date, frame, told, typed), { about: [date.personId] }, why === 'stale' ? 409 : 422)
}

function datePage(
  visit: DateVisit,
  date: DateWithGuests,
  frame: PersonFrame,
  form: FormState,
  typed: Typed | undefined,
): Drawn {
  const today: Day = visit.tx.acting.today
  return html(
    <DatePage
      visitor={visit.visitor}
      frame={frame}
      date={date}
      guests={date.guests}
      form={form}
      typed={typed}
      mayWrite={mayWrite(visit) && frame.person.diedOn === null}
      mayCorrect={roleMay(actorOfVisit(visit).role, 'record.correct')}
      today={today}
    />,
  )
}
