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
import { alongTo } from '../../along/actions.ts'
import { offeredFor } from '../../along/offered.ts'
import { type Offered, offeredIds } from '../../along/pages.tsx'
import { alongTrouble } from '../../along/rules.ts'
import { en as alongWords } from '../../along/words.ts'
import { cameForm } from '../../forms.ts'
import { isSecure } from '../../settings/rules.ts'
import { findSetting } from '../../settings/store.ts'
import { findContact } from '../../store.ts'
import { listOpenVisitsTo } from '../../visits/store.ts'
import { cancelAppointment, changeAppointment, correctCame, setAppointment } from '../actions.ts'
import type { Appointment } from '../appointment.ts'
import { appointmentForm, arrangementOf, cameOf, cancelForm, fillAppointment, fillCame } from '../forms.ts'
import { type AppointmentFields, AppointmentPage, CallOffPage } from '../pages/appointment-pages.tsx'
import { OverPage } from '../pages/over-page.tsx'
import { findAppointment, findLastAim } from '../store.ts'
import { turnsOf } from '../turns.ts'
import { diary as en } from '../words.ts'
import {
  afterSaving,
  alongIds,
  closeOnlyIfSeen,
  fillKnown,
  hasSetting,
  isAlong,
  isAsked,
  isSaved,
  saySettingOf,
  takenOver,
  toldOf,
  withClash,
} from './saving.ts'
import { appointmentParam, beforeIt, personParam, type SessionsHouse, withAppointment, withLiving } from './shared.ts'

/** The day it was opened from in the diary, and the missed one it is instead of. */
const newQuery = z.object({
  on: z.iso.date().optional().catch(undefined),
  instead: idParam<RowId>().optional().catch(undefined),
  /** The colleague one meets them with. */
  with: idParam<AccountId>().optional().catch(undefined),
})

type Shown = {
  readonly known?: Appointment | undefined
  readonly insteadOf?: string | undefined
  readonly theirs?: Appointment | undefined
  readonly hasClash?: boolean
  readonly offered: Offered
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
        hasClash={shown.hasClash === true}
        offered={shown.offered}
        isAsked={isAsked(shown.offered, accountId)}
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
  const drawKnown = async (visit: Visit<unknown, unknown>, frame: PersonFrame, known: Appointment) => {
    const offered = await offeredFor(house, visit, frame, known)
    return draw(visit, frame, await fillKnown(visit, known, offered), { known, offered })
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
          const offered = await offeredFor(house, visit, frame, undefined)
          const ids = offeredIds(offered)
          // From a hand-over: both advisers meet them together.
          const along = ids.filter(id => id === visit.query.with)
          const together = along.length > 0 ? ({ purpose: 'getting-to-know', aim: alongWords.together } as const) : {}
          const form = isOfThem
            ? fillAppointment(missed, 'instead', await findSetting(visit.tx, { appointmentId: missed.rowId }), {
                offered: ids,
                along: (await alongIds(visit, missed)).filter(id => ids.includes(id)),
              })
            : appointmentForm(ids).fill({
                ...{ kind: 'meeting', minutes: 30, purpose: 'support', along, ...together },
                ...(on === undefined ? {} : { on: on as Appointment['onDay'] }),
              })
          const insteadOf = isOfThem ? missed.rowId : undefined
          return page(await draw(visit, frame, form, { insteadOf, offered }), { about: [frame.person.id] })
        }),
    ),
    post(
      '/people/:personId/appointments/new',
      { permission: 'diary.use', audit: 'appointment.set', params: personParam },
      visit =>
        withLiving(house, visit, async frame => {
          const about = { about: [frame.person.id] }
          const offered = await offeredFor(house, visit, frame, undefined)
          const form = appointmentForm(offeredIds(offered)).read(visit.body)
          const insteadOf = idParam<RowId>().safeParse(visit.body['instead']).data
          const shown = async (state: FormState<AppointmentFields>, hasClash = false) =>
            draw(visit, frame, state, { insteadOf, offered, hasClash })
          if (!form.ok) return again(await shown(form), about)
          const { accountId } = actorOfVisit(visit)
          const arrangement = closeOnlyIfSeen(arrangementOf(form.value, visit.tx.acting.today), frame)
          const trouble = alongTrouble(form.value.along, {
            close: arrangement.isRestricted,
            candidates: offered.candidates,
            buddies: [],
          })
          if (trouble) return again(await shown(addError(form, alongWords.troubles[trouble], 'along')), about)
          const set = await setAppointment(visit.tx, frame.person.id, accountId, {
            arrangement,
            keepsBoth: form.value.both === 'yes',
            insteadOf: insteadOf ?? null,
            along: form.value.along,
          })
          if (set.ok) {
            await saySettingOf(visit, frame, set.value, form.value)
            return go(await afterSaving(visit, set.value, form.value))
          }
          if (set.why === 'unknown') return nothing('unknown', about.about)
          const at = { accountId, arrangement, but: null, along: form.value.along, offered }
          const { told, clash } = await toldOf(visit, form, set.why, at)
          return again(await shown(told, set.why === 'clash'), withClash(about, clash))
        }),
    ),
    get(
      '/appointments/:appointmentId',
      { permission: 'diary.use', audit: 'appointment.viewed', params: appointmentParam },
      visit =>
        withAppointment(house, visit, async (frame, known) => {
          const seen = { about: [frame.person.id], target: known.rowId }
          return known.state === 'set' && frame.person.diedOn === null
            ? page(await drawKnown(visit, frame, known), seen)
            : page(await drawOver(visit, frame, known), seen)
        }),
    ),
    post(
      '/appointments/:appointmentId',
      { permission: 'diary.use', audit: 'appointment.changed', params: appointmentParam },
      visit =>
        withAppointment(house, visit, async (frame, known) => {
          const about = { about: [frame.person.id], target: known.rowId }
          const offered = await offeredFor(house, visit, frame, known)
          const form = appointmentForm(offeredIds(offered)).read(visit.body)
          const shown = async (state: FormState<AppointmentFields>, hasClash = false) =>
            draw(visit, frame, state, { known, offered, hasClash })
          const shownBoth = async () =>
            again(await draw(visit, frame, takenOver(form, known), { known, theirs: known, offered }), about, 409)
          // Sent twice, it was saved the first time.
          const isTheSame =
            form.ok &&
            isNext(visit, known) &&
            isSaved(visit, known, form.value) &&
            isAlong(known, offered, form.value.along)
          if (form.ok && isTheSame && (await hasSetting(visit, known, form.value)))
            return go(`/diary?on=${form.value.on}`, { seen: about })
          // Told first: a form that is redrawn for another fault would carry the version of now.
          if (isStale(visit, known) || known.state !== 'set') return shownBoth()
          if (!form.ok) return again(await shown(form), about)
          const whose = form.value.mine === 'yes' ? actorOfVisit(visit).accountId : known.accountId
          const arrangement = closeOnlyIfSeen(arrangementOf(form.value, visit.tx.acting.today), frame)
          const trouble = alongTrouble(form.value.along, {
            close: arrangement.isRestricted,
            candidates: offered.candidates,
            buddies: (await listOpenVisitsTo(visit.tx, known.rowId)).map(one => one.buddyId),
          })
          if (trouble) return again(await shown(addError(form, alongWords.troubles[trouble], 'along')), about)
          const changed = await changeAppointment(visit.tx, known, whose, {
            arrangement,
            keepsBoth: form.value.both === 'yes',
            along: form.value.along,
          })
          if (changed.ok) {
            await saySettingOf(visit, frame, known.rowId, form.value)
            return go(await afterSaving(visit, known.rowId, form.value))
          }
          if (changed.why === 'unknown') return nothing('unknown', about.about)
          if (changed.why === 'stale') return shownBoth()
          const at = { accountId: whose, arrangement, but: known.rowId, along: form.value.along, offered }
          const { told, clash } = await toldOf(visit, form, changed.why, at)
          return again(await shown(told, changed.why === 'clash'), withClash(about, clash))
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
  const { tx } = visit
  const [contact, turns] = await Promise.all([
    known.contactId === null ? undefined : findContact(tx, known.contactId),
    turnsOf(tx, [known]),
  ])
  const there =
    contact && (contact.colleagues ?? []).length > 0 ? [contact.accountId, ...(contact.colleagues ?? [])] : []
  const names = await findNames(tx, [...new Set([known.accountId, ...there])])
  const lines = there.length > 0 ? [] : ((await alongTo(tx, [known])).get(known.rowId) ?? [])
  return html(
    <OverPage
      visitor={visit.visitor}
      frame={frame}
      known={known}
      whose={names.get(known.accountId) ?? ''}
      turn={turns.get(known.rowId)}
      lines={lines}
      there={there.map(one => names.get(one) ?? '')}
      hasContact={contact !== undefined}
      form={form}
      isStale={stale}
      mayCorrect={roleMay(actorOfVisit(visit).role, 'record.correct')}
    />,
  )
}
