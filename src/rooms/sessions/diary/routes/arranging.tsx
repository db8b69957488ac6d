/** The register of arranging: a new appointment, one that is changed or moved, one that is called off. */
import { z } from 'zod'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import {
  actorOfVisit,
  findNames,
  get,
  type HouseRoute,
  html,
  post,
  roleMay,
  type Visit,
} from '#rooms/identity/index.ts'
import { type PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, go, nothing, page } from '#web/register.ts'
import { cancelAppointment, changeAppointment, findClash, setAppointment } from '../actions.ts'
import type { Appointment, Arrangement, DiaryEntry } from '../appointment.ts'
import { appointmentForm, arrangementOf, cancelForm, fillAppointment } from '../forms.ts'
import { type AppointmentFields, AppointmentPage, CallOffPage } from '../pages/appointment-pages.tsx'
import { type ArrangementTrouble, endOf } from '../rules.ts'
import { findAppointment } from '../store.ts'
import { diary as en } from '../words.ts'
import { appointmentParam, isStale, personParam, type SessionsHouse, withAppointment } from './shared.ts'

const AT: Readonly<Record<ArrangementTrouble, AppointmentFields>> = {
  been: 'on',
  'too-far': 'on',
  'place-missing': 'place',
  'home-not-safe': 'kind',
  'letter-not-safe': 'told',
  'told-incomplete': 'told',
  'told-in-future': 'told-on',
}

/** The day it was opened from in the diary, and the missed one it is instead of. */
const newQuery = z.object({
  on: z.iso.date().optional().catch(undefined),
  instead: idParam<RowId>().optional().catch(undefined),
})

type Shown = {
  readonly known?: Appointment | undefined
  readonly insteadOf?: string | undefined
  readonly theirs?: Appointment | undefined
  readonly clash?: DiaryEntry | undefined
}

export function arrangingRoutes(house: SessionsHouse): HouseRoute[] {
  const draw = async (
    visit: Visit<unknown, unknown>,
    frame: PersonFrame,
    form: FormState<AppointmentFields>,
    shown: Shown,
  ) => {
    const { known } = shown
    const { accountId, role } = actorOfVisit(visit)
    const whose =
      known && known.accountId !== accountId
        ? (await findNames(visit.tx, [known.accountId])).get(known.accountId)
        : undefined
    return html(
      <AppointmentPage
        visitor={visit.visitor}
        frame={frame}
        form={form}
        action={known ? `/appointments/${known.rowId}` : `/people/${frame.person.id}/appointments/new`}
        known={known}
        insteadOf={shown.insteadOf}
        theirs={shown.theirs}
        clash={shown.clash}
        whose={whose}
        mayKeepClose={frame.seen.has('restricted')}
        mayCorrect={roleMay(role, 'record.correct')}
      />,
    )
  }
  const living = async (
    visit: Visit<{ personId: PersonId }, unknown>,
    work: (frame: PersonFrame) => Promise<Answer>,
  ): Promise<Answer> => {
    const { personId } = visit.params
    const frame = await house.frame(visit, personId)
    if (!frame?.seen.has('sessions')) return nothing('unknown', [personId])
    return frame.person.diedOn === null ? work(frame) : go(`/people/${personId}`)
  }

  return [
    get(
      '/people/:personId/appointments/new',
      { permission: 'contact.record', audit: 'appointment.form-opened', params: personParam, query: newQuery },
      visit =>
        living(visit, async frame => {
          const { instead, on } = visit.query
          const missed = instead && (await findAppointment(visit.tx, instead))
          const isOfThem = missed && missed.personId === frame.person.id
          const form = isOfThem
            ? fillAppointment(missed, 'instead')
            : appointmentForm.fill({
                kind: 'meeting',
                minutes: 30,
                purpose: 'support',
                ...(on === undefined ? {} : { on: on as Appointment['onDay'] }),
              })
          const insteadOf = isOfThem ? missed.rowId : undefined
          return page(await draw(visit, frame, form, { insteadOf }), { about: [frame.person.id] })
        }),
    ),
    post(
      '/people/:personId/appointments/new',
      { permission: 'contact.record', audit: 'appointment.set', params: personParam },
      visit =>
        living(visit, async frame => {
          const about = { about: [frame.person.id] }
          const form = appointmentForm.read(visit.body)
          const insteadOf = idParam<RowId>().safeParse(visit.body['instead']).data
          if (!form.ok) return again(await draw(visit, frame, form, { insteadOf }), about)
          const { accountId } = actorOfVisit(visit)
          const arrangement = closeOnlyIfSeen(arrangementOf(form.value, visit.tx.acting.today), frame)
          const set = await setAppointment(visit.tx, frame.person.id, accountId, {
            arrangement,
            keepsBoth: form.value.both === 'yes',
            insteadOf: insteadOf ?? null,
          })
          if (set.ok) return go(`/diary?on=${form.value.on}`)
          if (set.why === 'unknown') return nothing('unknown', about.about)
          const { told, clash } = await toldOf(visit, form, set.why, { accountId, arrangement, but: null })
          return again(await draw(visit, frame, told, { insteadOf, clash }), about)
        }),
    ),
    get(
      '/appointments/:appointmentId',
      { permission: 'contact.record', audit: 'appointment.viewed', params: appointmentParam },
      visit =>
        withAppointment(house, visit, async (frame, known) =>
          known.state === 'set'
            ? page(await draw(visit, frame, fillAppointment(known, 'changed'), { known }), {
                about: [frame.person.id],
                target: known.rowId,
              })
            : go(`/people/${frame.person.id}`),
        ),
    ),
    post(
      '/appointments/:appointmentId',
      { permission: 'contact.record', audit: 'appointment.changed', params: appointmentParam },
      visit =>
        withAppointment(house, visit, async (frame, known) => {
          const about = { about: [frame.person.id], target: known.rowId }
          if (known.state !== 'set') return go(`/people/${frame.person.id}`)
          const form = appointmentForm.read(visit.body)
          // Told first: a form that is redrawn for another fault would carry the version of now.
          if (isStale(visit, known)) return again(await draw(visit, frame, form, { known, theirs: known }), about, 409)
          if (!form.ok) return again(await draw(visit, frame, form, { known }), about)
          const whose = form.value.mine === 'yes' ? actorOfVisit(visit).accountId : known.accountId
          const arrangement = closeOnlyIfSeen(arrangementOf(form.value, visit.tx.acting.today), frame)
          const changed = await changeAppointment(visit.tx, known, whose, {
            arrangement,
            keepsBoth: form.value.both === 'yes',
          })
          if (changed.ok) return go(`/diary?on=${form.value.on}`)
          if (changed.why === 'unknown') return nothing('unknown', about.about)
          if (changed.why === 'stale')
            return again(await draw(visit, frame, form, { known, theirs: known }), about, 409)
          const at = { accountId: whose, arrangement, but: known.rowId }
          const { told, clash } = await toldOf(visit, form, changed.why, at)
          return again(await draw(visit, frame, told, { known, clash }), about)
        }),
    ),
    get(
      '/appointments/:appointmentId/call-off',
      { permission: 'contact.record', audit: 'appointment.form-opened', params: appointmentParam },
      visit =>
        withAppointment(house, visit, (frame, known) =>
          known.state === 'set'
            ? page(
                html(<CallOffPage visitor={visit.visitor} frame={frame} form={cancelForm.empty()} known={known} />),
                { about: [frame.person.id], target: known.rowId },
              )
            : go(`/people/${frame.person.id}`),
        ),
    ),
    post(
      '/appointments/:appointmentId/call-off',
      { permission: 'contact.record', audit: 'appointment.cancelled', params: appointmentParam },
      visit =>
        withAppointment(house, visit, async (frame, known) => {
          if (known.state !== 'set') return go(`/people/${frame.person.id}`)
          const form = cancelForm.read(visit.body)
          const shown = (state: FormState<'reason' | 'words'>, status?: 409) =>
            again(
              html(<CallOffPage visitor={visit.visitor} frame={frame} form={state} known={known} />),
              { about: [frame.person.id], target: known.rowId },
              status,
            )
          if (isStale(visit, known)) return shown(addError(form, en.stale), 409)
          if (!form.ok) return shown(form)
          const { reason, words } = form.value
          const off = await cancelAppointment(visit.tx, known, { reason, words: words ?? '' })
          return off.ok ? go(`/diary?on=${known.onDay}`) : shown(addError(form, en.stale), 409)
        }),
    ),
  ]
}

/** Kept close only by those who see it then: whoever could not would have nobody to come to. */
function closeOnlyIfSeen<T extends { readonly isRestricted: boolean }>(a: T, frame: PersonFrame): T {
  return { ...a, isRestricted: a.isRestricted && frame.seen.has('restricted') }
}

/** The form with what was refused: at its field, and at the time with what stands there already. */
async function toldOf(
  visit: Visit<unknown, unknown>,
  form: FormState<AppointmentFields>,
  why: ArrangementTrouble | 'clash',
  at: { readonly accountId: AccountId; readonly arrangement: Arrangement; readonly but: RowId | null },
): Promise<{ readonly told: FormState<AppointmentFields>; readonly clash: DiaryEntry | undefined }> {
  if (why !== 'clash') return { told: addError(form, en.troubles[why], AT[why]), clash: undefined }
  const clash = await findClash(visit.tx, at.accountId, at.arrangement, at.but)
  const words = clash ? en.clash(`${clash.given} ${clash.family}`, clash.atTime, endOf(clash)) : en.clashes
  return { told: addError(form, words, 'time'), clash }
}
