/** The register of arranging: a new appointment, one that is changed or moved, one that is called off. */
import { z } from 'zod'
import type { AccountId, RowId } from '#ground/ids.ts'
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
import type { PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { again, go, nothing, page } from '#web/register.ts'
import { isNext, isStale } from '#web/stale.ts'
import { cameForm } from '../../forms.ts'
import { saySetting } from '../../settings/actions.ts'
import { isSecure, keptSetting } from '../../settings/rules.ts'
import type { Setting } from '../../settings/setting.ts'
import { findSetting } from '../../settings/store.ts'
import { findContact } from '../../store.ts'
import { findOpenVisit } from '../../visits/store.ts'
import { cancelAppointment, changeAppointment, correctCame, findClashes, setAppointment } from '../actions.ts'
import type { Appointment, Arrangement, DiaryEntry } from '../appointment.ts'
import { appointmentForm, arrangementOf, cameOf, cancelForm, fillAppointment, fillCame } from '../forms.ts'
import { type AppointmentFields, AppointmentPage, CallOffPage } from '../pages/appointment-pages.tsx'
import { OverPage } from '../pages/over-page.tsx'
import { type ArrangementTrouble, checkArrangement, endOf, saysTheSame } from '../rules.ts'
import { findAppointment, findLastAim } from '../store.ts'
import { turnsOf } from '../turns.ts'
import { diary as en } from '../words.ts'
import { appointmentParam, beforeIt, personParam, type SessionsHouse, withAppointment, withLiving } from './shared.ts'

const AT: Readonly<Record<ArrangementTrouble, AppointmentFields>> = {
  been: 'on',
  'answer-first': 'on',
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
    const [names, before, setting, lastAim] = await Promise.all([
      known && known.accountId !== accountId ? findNames(visit.tx, [known.accountId]) : undefined,
      known && beforeIt(visit.tx, known),
      known && findSetting(visit.tx, { appointmentId: known.rowId }),
      known ? undefined : findLastAim(visit.tx, frame.person.id),
    ])
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
        whose={known && names?.get(known.accountId)}
        turn={before?.turn}
        run={before?.run}
        lastAim={before?.lastAim ?? lastAim}
        mayKeepClose={frame.seen.has('restricted')}
        mayCorrect={roleMay(role, 'record.correct')}
        isSecure={isSecure(setting ?? null)}
        maySeeTalks={roleMay(role, 'talk.use') && frame.seen.has('guidance')}
      />,
    )
  }
  return [
    get(
      '/people/:personId/appointments/new',
      { permission: 'diary.use', audit: 'appointment.form-opened', params: personParam, query: newQuery },
      visit =>
        withLiving(house, visit, async frame => {
          const { instead, on } = visit.query
          const missed = instead && (await findAppointment(visit.tx, instead))
          const isOfThem = missed && missed.personId === frame.person.id
          const form = isOfThem
            ? fillAppointment(missed, 'instead', await findSetting(visit.tx, { appointmentId: missed.rowId }))
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
      { permission: 'diary.use', audit: 'appointment.set', params: personParam },
      visit =>
        withLiving(house, visit, async frame => {
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
          if (set.ok) {
            await saySettingOf(visit, frame, set.value, form.value)
            return go(await afterSaving(visit, set.value, form.value))
          }
          if (set.why === 'unknown') return nothing('unknown', about.about)
          const { told, clash } = await toldOf(visit, form, set.why, { accountId, arrangement, but: null })
          return again(await draw(visit, frame, told, { insteadOf, clash }), withClash(about, clash))
        }),
    ),
    get(
      '/appointments/:appointmentId',
      { permission: 'diary.use', audit: 'appointment.viewed', params: appointmentParam },
      visit =>
        withAppointment(house, visit, async (frame, known) => {
          const seen = { about: [frame.person.id], target: known.rowId }
          return known.state === 'set' && frame.person.diedOn === null
            ? page(await draw(visit, frame, await fillKnown(visit, known), { known }), seen)
            : page(await drawOver(visit, frame, known), seen)
        }),
    ),
    post(
      '/appointments/:appointmentId',
      { permission: 'diary.use', audit: 'appointment.changed', params: appointmentParam },
      visit =>
        withAppointment(house, visit, async (frame, known) => {
          const about = { about: [frame.person.id], target: known.rowId }
          const form = appointmentForm.read(visit.body)
          const shownBoth = async () =>
            again(await draw(visit, frame, takenOver(form, known), { known, theirs: known }), about, 409)
          // Sent twice, it was saved the first time.
          const isTheSame = form.ok && isNext(visit, known) && isSaved(visit, known, form.value)
          if (form.ok && isTheSame && (await hasSetting(visit, known, form.value)))
            return go(`/diary?on=${form.value.on}`, { seen: about })
          // Told first: a form that is redrawn for another fault would carry the version of now.
          if (isStale(visit, known) || known.state !== 'set') return shownBoth()
          if (!form.ok) return again(await draw(visit, frame, form, { known }), about)
          const whose = form.value.mine === 'yes' ? actorOfVisit(visit).accountId : known.accountId
          const arrangement = closeOnlyIfSeen(arrangementOf(form.value, visit.tx.acting.today), frame)
          const changed = await changeAppointment(visit.tx, known, whose, {
            arrangement,
            keepsBoth: form.value.both === 'yes',
          })
          if (changed.ok) {
            await saySettingOf(visit, frame, known.rowId, form.value)
            return go(await afterSaving(visit, known.rowId, form.value))
          }
          if (changed.why === 'unknown') return nothing('unknown', about.about)
          if (changed.why === 'stale') return shownBoth()
          const at = { accountId: whose, arrangement, but: known.rowId }
          const { told, clash } = await toldOf(visit, form, changed.why, at)
          return again(await draw(visit, frame, told, { known, clash }), withClash(about, clash))
        }),
    ),
    get(
      '/appointments/:appointmentId/call-off',
      { permission: 'diary.use', audit: 'appointment.form-opened', params: appointmentParam },
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
      { permission: 'diary.use', audit: 'appointment.cancelled', params: appointmentParam },
      visit =>
        withAppointment(house, visit, async (frame, known) => {
          const form = cancelForm.read(visit.body)
          const seen = { about: [frame.person.id], target: known.rowId }
          // Pressed twice, it was called off the first time.
          if (known.state === 'cancelled') return go(`/diary?on=${known.onDay}`, { seen })
          const shown = (state: FormState<'reason' | 'words'>, status?: 409) =>
            again(html(<CallOffPage visitor={visit.visitor} frame={frame} form={state} known={known} />), seen, status)
          if (isStale(visit, known) || known.state !== 'set') return shown(addError(form, en.stale), 409)
          if (!form.ok) return shown(form)
          const { reason, words } = form.value
          const off = await cancelAppointment(visit.tx, known, { reason, words: words ?? '' })
          return off.ok ? go(`/diary?on=${known.onDay}`) : shown(addError(form, en.stale), 409)
        }),
    ),
    post(
      '/appointments/:appointmentId/came',
      { permission: 'diary.use', audit: 'appointment.corrected', params: appointmentParam },
      visit =>
        withAppointment(house, visit, async (frame, known) => {
          const form = cameForm.read(visit.body)
          const about = { about: [frame.person.id], target: known.rowId }
          if (isStale(visit, known)) return again(await drawOver(visit, frame, known, form, true), about, 409)
          if (!form.ok) return again(await drawOver(visit, frame, known, form), about)
          const reasonWords = form.value['reason-words'] ?? ''
          const put = await correctCame(visit.tx, known, { came: cameOf(form.value), reasonWords })
          if (!put.ok) return again(await drawOver(visit, frame, known, form, true), about, 409)
          return go(`/appointments/${known.rowId}`)
        }),
    ),
  ]
}

/** A meeting that is over, or of somebody who has died. */
async function drawOver(
  visit: Visit<unknown, unknown>,
  frame: PersonFrame,
  known: Appointment,
  form: FormState<'came' | 'reason' | 'reason-words'> = fillCame(known),
  stale = false,
) {
  const [names, contact, turns] = await Promise.all([
    findNames(visit.tx, [known.accountId]),
    known.contactId === null ? undefined : findContact(visit.tx, known.contactId),
    turnsOf(visit.tx, [known]),
  ])
  return html(
    <OverPage
      visitor={visit.visitor}
      frame={frame}
      known={known}
      whose={names.get(known.accountId) ?? ''}
      turn={turns.get(known.rowId)}
      hasContact={contact !== undefined}
      form={form}
      isStale={stale}
      mayCorrect={roleMay(actorOfVisit(visit).role, 'record.correct')}
    />,
  )
}

/** Kept close only by those who see it then: whoever could not would have nobody to come to. */
function closeOnlyIfSeen<T extends { readonly isRestricted: boolean }>(a: T, frame: PersonFrame): T {
  return { ...a, isRestricted: a.isRestricted && frame.seen.has('restricted') }
}

/** The form of what is arranged, with its setting as far as the visitor may know it. */
async function fillKnown(visit: Visit<unknown, unknown>, known: Appointment) {
  return fillAppointment(known, 'changed', await findSetting(visit.tx, { appointmentId: known.rowId }))
}

/** Says in what sort of place it is, unless its kind does. */
function saySettingOf(
  visit: Visit<unknown, unknown>,
  frame: PersonFrame,
  appointmentId: RowId,
  value: { readonly kind: Appointment['kind']; readonly setting: Setting | null },
): Promise<void> {
  return saySetting(visit.tx, frame.person.id, { appointmentId }, keptSetting(value.kind, value.setting))
}

/** Whoever goes to somebody's home says first who waits to hear of them, unless somebody does. */
async function afterSaving(
  visit: Visit<unknown, unknown>,
  id: RowId,
  value: { readonly kind: string; readonly on: string; readonly mine: string | null },
): Promise<string> {
  const { accountId } = actorOfVisit(visit)
  const saved = value.kind === 'home-visit' ? await findAppointment(visit.tx, id) : undefined
  const isWaitedFor = saved?.accountId !== accountId || (await findOpenVisit(visit.tx, id, accountId)) !== undefined
  return isWaitedFor ? `/diary?on=${value.on}` : `/appointments/${id}/visit`
}

/** Whether what stands is what a form asks for; what they were told of may have been dropped, because it was moved. */
function isSaved(
  visit: Visit<unknown, unknown>,
  known: Appointment,
  value: Parameters<typeof arrangementOf>[0],
): boolean {
  const { today } = visit.tx.acting
  const checked = checkArrangement(arrangementOf(value, today), { today, reach: undefined, wasOn: known.onDay })
  if (!checked.ok) return false
  const isTaken = value.mine !== 'yes' || known.accountId === actorOfVisit(visit).accountId
  return isTaken && saysTheSame(known, { ...checked.value, toldHow: known.toldHow, toldOn: known.toldOn })
}

/** Whether the setting that stands is what a form says. */
async function hasSetting(
  visit: Visit<unknown, unknown>,
  known: Appointment,
  value: { readonly kind: Appointment['kind']; readonly setting: Setting | null },
): Promise<boolean> {
  return (await findSetting(visit.tx, { appointmentId: known.rowId })) === keptSetting(value.kind, value.setting)
}

/** Whose names the page shows: of what stands at that time as well. */
function withClash<T extends { readonly about: readonly string[] }>(seen: T, clash: DiaryEntry | undefined): T {
  return clash ? { ...seen, about: [...seen.about, clash.personId] } : seen
}

/** The form with what was refused: at its field, and at the time with what stands there already. */
async function toldOf(
  visit: Visit<unknown, unknown>,
  form: FormState<AppointmentFields>,
  why: ArrangementTrouble | 'clash',
  at: { readonly accountId: AccountId; readonly arrangement: Arrangement; readonly but: RowId | null },
): Promise<{ readonly told: FormState<AppointmentFields>; readonly clash: DiaryEntry | undefined }> {
  if (why !== 'clash') return { told: addError(form, en.troubles[why], AT[why]), clash: undefined }
  const [clash] = await findClashes(visit.tx, at.accountId, at.arrangement, at.but)
  const isOwn = at.accountId === actorOfVisit(visit).accountId
  const words = clash && isOwn ? en.clash(`${clash.given} ${clash.family}`, clash.atTime, endOf(clash)) : en.clashOther
  return { told: addError(form, words, 'time'), clash }
}

/** Who may read it is what stands now: a form from before would open it to more. */
function takenOver(form: FormState<AppointmentFields>, theirs: Appointment): FormState<AppointmentFields> {
  return theirs.isRestricted ? { ...form, answers: { ...form.answers, restricted: ['yes'] } } : form
}
