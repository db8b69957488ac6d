/** The register of going out: the plan before, who is out, one visit, and what nearly went wrong. */
import { z } from 'zod'
import { addMs } from '#ground/clock.ts'
import type { Tx } from '#ground/database/tx.ts'
import type { AccountId, RowId } from '#ground/ids.ts'
import {
  type Visit as Asked,
  actorOfVisit,
  findNames,
  get,
  type HouseRoute,
  html,
  listColleaguesWho,
  post,
  roleMay,
} from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, go, nothing, page } from '#web/register.ts'
import { alongTo } from '../along/actions.ts'
import type { AlongLine } from '../along/companion.ts'
import type { Appointment } from '../diary/appointment.ts'
import { appointmentParam, type SessionsHouse, withAppointment } from '../diary/routes/shared.ts'
import { findAppointment } from '../diary/store.ts'
import { endVisit, goOut, planVisit, recordNearMiss, stayLonger } from './actions.ts'
import { fillPlan, foundForm, nearMissForm, planForm, planOf } from './forms.ts'
import { NearMissPage } from './pages/near-miss-page.tsx'
import { PlanVisitPage, VisitPage, VisitsPage } from './pages/visit-pages.tsx'
import { mayBeFound, type PlanTrouble } from './rules.ts'
import { findLastPlan, findOpenVisit, findVisit, listNearMisses, listOpenVisits, listVisitsOf } from './store.ts'
import type { Visit } from './visit.ts'
import { visits as en } from './words.ts'

const visitParam = z.object({ visitId: idParam<RowId>() })
const AT = {
  'back-been': 'back-by',
  'back-too-late': 'back-by',
  'companion-missing': 'companion',
  'buddy-self': 'buddy',
} as const satisfies Readonly<Record<PlanTrouble, string>>
/** What ended is shown for so long. */
const SHOWN_MS = 24 * 3_600_000

export function visitRoutes(house: SessionsHouse): HouseRoute[] {
  return [...planRoutes(house), ...outRoutes(house), ...nearMissRoutes()]
}

function planRoutes(house: SessionsHouse): HouseRoute[] {
  return [
    get(
      '/appointments/:appointmentId/visit',
      { permission: 'diary.use', audit: 'appointment.form-opened', params: appointmentParam },
      visit =>
        withAppointment(house, visit, async (frame, known) => {
          const { accountId } = actorOfVisit(visit)
          // Who goes plans it: whoever would go instead takes the meeting into their diary first.
          const lines = (await alongTo(visit.tx, [known])).get(known.rowId) ?? []
          if (known.state !== 'set' || !goesThere(known, lines, accountId)) return go(`/appointments/${known.rowId}`)
          const buddies = await buddiesOf(visit.tx, accountId, lines)
          const [open, last] = await Promise.all([
            findOpenVisit(visit.tx, known.rowId, accountId),
            findLastPlan(visit.tx, accountId),
          ])
          const form = fillPlan(idsOf(buddies), known, { open, last, with: companionsOf(lines, accountId) })
          return page(
            html(
              <PlanVisitPage
                visitor={visit.visitor}
                frame={frame}
                form={form}
                appointment={known}
                buddies={buddies}
                lines={lines}
              />,
            ),
            { about: [frame.person.id], target: known.rowId },
          )
        }),
    ),
    post(
      '/appointments/:appointmentId/visit',
      { permission: 'diary.use', audit: 'visit.planned', params: appointmentParam },
      visit =>
        withAppointment(house, visit, async (frame, known) => {
          const { accountId } = actorOfVisit(visit)
          const lines = (await alongTo(visit.tx, [known])).get(known.rowId) ?? []
          const buddies = await buddiesOf(visit.tx, accountId, lines)
          const form = planForm(idsOf(buddies)).read(visit.body)
          const shown = (state: FormState<keyof typeof form.fields>, status?: 409) =>
            again(
              html(
                <PlanVisitPage
                  visitor={visit.visitor}
                  frame={frame}
                  form={state}
                  appointment={known}
                  buddies={buddies}
                  lines={lines}
                />,
              ),
              { about: [frame.person.id], target: known.rowId },
              status,
            )
          if (known.state !== 'set' || !goesThere(known, lines, accountId))
            return shown(addError(form, en.notYours), 409)
          if (!form.ok) return shown(form)
          const planned = await planVisit(visit.tx, known, accountId, planOf(form.value, known))
          if (!planned.ok) return shown(addError(form, en.troubles[planned.why], AT[planned.why]))
          return go(`/visits/${planned.value}`)
        }),
    ),
  ]
}

function outRoutes(house: SessionsHouse): HouseRoute[] {
  /** A press of the one who is out. */
  const press = (to: string, audit: string, does: (tx: Tx, known: Visit) => Promise<unknown>) =>
    post(`/visits/:visitId/${to}`, { permission: 'visit.see', audit, params: visitParam }, visit =>
      withVisit(house, visit, async known => {
        if (known.accountId !== actorOfVisit(visit).accountId) return nothing('not the one who is out')
        await does(visit.tx, known)
        return go(`/visits/${known.rowId}`)
      }),
    )
  return [
    get('/visits', { permission: 'visit.see', audit: 'visit.list-viewed' }, async visit => {
      const { tx } = visit
      const { accountId } = actorOfVisit(visit)
      const [own, all] = await Promise.all([
        listVisitsOf(tx, accountId, addMs(tx.acting.at, -SHOWN_MS)),
        inChargeOf(house, visit),
      ])
      const names = await namesOf(tx, [...own, ...(all ?? [])])
      return page(
        html(
          <VisitsPage
            visitor={visit.visitor}
            now={tx.acting.at}
            names={names}
            mine={own.filter(v => v.accountId === accountId)}
            waitingFor={own.filter(v => v.accountId !== accountId)}
            everybody={all}
          />,
        ),
        {},
      )
    }),
    get('/visits/:visitId', { permission: 'visit.see', audit: 'visit.viewed', params: visitParam }, visit =>
      withVisit(house, visit, async known =>
        page(await visitPage(visit, known, foundForm.empty()), { target: known.rowId }),
      ),
    ),
    press('out', 'visit.begun', goOut),
    press('longer', 'visit.put-off', stayLonger),
    press('back', 'visit.ended', (tx, known) => endVisit(tx, known, 'back', '')),
    press('not-going', 'visit.ended', (tx, known) => endVisit(tx, known, 'called-off', '')),
    post('/visits/:visitId/found', { permission: 'visit.see', audit: 'visit.ended', params: visitParam }, visit =>
      withVisit(house, visit, async known => {
        // Before anybody went in, or is missed, there is nobody to be found.
        if (!mayBeFound(known, visit.tx.acting.at)) return nothing('nobody is missed')
        const form = foundForm.read(visit.body)
        if (!form.ok) return again(await visitPage(visit, known, form), { target: known.rowId })
        await endVisit(visit.tx, known, 'found-safe', form.value.words)
        return go(`/visits/${known.rowId}`)
      }),
    ),
  ]
}

function nearMissRoutes(): HouseRoute[] {
  const draw = async (visit: Asked<unknown, unknown>, form: FormState<'what' | 'learned' | 'on'>) => {
    const misses = await listNearMisses(visit.tx)
    const names = await findNames(visit.tx, [...new Set(misses.map(m => m.recordedBy))])
    return html(<NearMissPage visitor={visit.visitor} form={form} misses={misses} names={names} />)
  }
  return [
    get('/near-misses', { permission: 'visit.see', audit: 'near-miss.list-viewed' }, async visit =>
      page(await draw(visit, nearMissForm.fill({ on: visit.tx.acting.today })), {}),
    ),
    post('/near-misses', { permission: 'visit.see', audit: 'near-miss.recorded' }, async visit => {
      const form = nearMissForm.read(visit.body)
      if (!form.ok) return again(await draw(visit, form), {})
      const { what, learned, on } = form.value
      const said = { what, learned: learned ?? '', happenedOn: on }
      const kept = await recordNearMiss(visit.tx, actorOfVisit(visit).accountId, said)
      return kept.ok ? go('/near-misses') : again(await draw(visit, addError(form, en.missFuture, 'on')), {})
    }),
  ]
}

type Buddy = { readonly id: AccountId; readonly name: string }
const idsOf = (buddies: readonly Buddy[]) => buddies.map(b => b.id)

/** Who plans to go: in whose diary it stands, and whoever said that they come along. */
function goesThere(known: Appointment, lines: readonly AlongLine[], accountId: AccountId): boolean {
  return known.accountId === accountId || lines.some(one => one.accountId === accountId && one.state === 'coming')
}

/** Names of those who go along with one of them. */
function companionsOf(lines: readonly AlongLine[], accountId: AccountId): readonly string[] {
  return lines
    .filter(one => one.accountId !== accountId && one.isAble && (one.state === 'arranged' || one.state === 'coming'))
    .map(one => one.name)
}

/** Colleagues who can wait to hear of somebody: those who see visits, each once; nobody who goes there too, or may. */
async function buddiesOf(tx: Tx, accountId: AccountId, lines: readonly AlongLine[]): Promise<Buddy[]> {
  const going = new Set([accountId, ...lines.filter(one => one.state !== 'cannot').map(one => one.accountId)])
  const colleagues = (await listColleaguesWho(tx, 'visit.see')).filter(c => !going.has(c.accountId))
  return [...new Map(colleagues.map(c => [c.accountId, { id: c.accountId, name: c.name }])).values()]
}

/** Visits that are not over of those the visitor is in charge of; undefined for whoever is in charge of nobody. */
async function inChargeOf(house: SessionsHouse, visit: Asked<unknown, unknown>): Promise<Visit[] | undefined> {
  const { role, accountId } = actorOfVisit(visit)
  if (role !== 'manager' && role !== 'team-leader') return undefined
  const open = (await listOpenVisits(visit.tx)).filter(v => v.accountId !== accountId && v.buddyId !== accountId)
  if (role === 'manager') return open
  const goers = [...new Set(open.map(v => v.accountId))]
  const leaders = await Promise.all(goers.map(goer => house.leaderOf(visit.tx, goer)))
  const led = new Set(goers.filter((_, n) => leaders[n] === accountId))
  return open.filter(v => led.has(v.accountId))
}

/** A visit for the one who is out, whoever waits to hear of them, who leads their team, and managers; it is not there for others. */
async function withVisit(
  house: SessionsHouse,
  visit: Asked<{ visitId: RowId }, unknown>,
  work: (known: Visit) => Promise<Answer>,
): Promise<Answer> {
  const known = await findVisit(visit.tx, visit.params.visitId)
  if (!known) return nothing('unknown')
  const { role, accountId } = actorOfVisit(visit)
  const isTheirs =
    known.accountId === accountId ||
    known.buddyId === accountId ||
    role === 'manager' ||
    (await house.leaderOf(visit.tx, known.accountId)) === accountId
  return isTheirs ? work(known) : nothing('not theirs')
}

function namesOf(tx: Tx, visits: readonly Visit[]): Promise<Map<string, string>> {
  const ids = visits.flatMap(v => [v.accountId, v.buddyId, ...(v.endedBy === null ? [] : [v.endedBy])])
  return findNames(tx, [...new Set(ids)]) as Promise<Map<string, string>>
}

async function visitPage(visit: Asked<unknown, unknown>, known: Visit, form: FormState<'words'>) {
  // Whom it is with is found by the visitor's own rights alone: who may open the record gives the address.
  const seesMeeting =
    roleMay(actorOfVisit(visit).role, 'diary.use') &&
    (await findAppointment(visit.tx, known.appointmentId)) !== undefined
  return html(
    <VisitPage
      visitor={visit.visitor}
      visit={known}
      now={visit.tx.acting.at}
      names={await namesOf(visit.tx, [known])}
      form={form}
      isOwn={known.accountId === actorOfVisit(visit).accountId}
      mayBeFound={mayBeFound(known, visit.tx.acting.at)}
      seesMeeting={seesMeeting}
    />,
  )
}
