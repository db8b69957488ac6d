/** The register of being asked along: what it is, and the answer. */
import { actorOfVisit, get, type HouseRoute, html, post, type Visit } from '#rooms/identity/index.ts'
import type { PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError } from '#web/form/form.ts'
import { again, go, page } from '#web/register.ts'
import { isNext, isStale } from '#web/stale.ts'
import { findClashes } from '../diary/actions.ts'
import type { Appointment } from '../diary/appointment.ts'
import { appointmentParam, type SessionsHouse, withAppointment } from '../diary/routes/shared.ts'
import { endOf } from '../diary/rules.ts'
import { alongTo, answerAlong } from './actions.ts'
import type { Companion } from './companion.ts'
import { answerForm } from './forms.ts'
import { AnswerPage } from './pages.tsx'
import { listCompanions } from './store.ts'
import { en } from './words.ts'

type Fields = 'answer' | 'words' | 'both'

export function alongRoutes(house: SessionsHouse): HouseRoute[] {
  const draw = async (
    visit: Visit<unknown, unknown>,
    frame: PersonFrame,
    known: Appointment,
    own: Companion,
    form: FormState<Fields>,
    shown: { readonly isBusy?: boolean; readonly isStale?: boolean } = {},
  ) =>
    html(
      <AnswerPage
        visitor={visit.visitor}
        frame={frame}
        form={form}
        known={known}
        own={own}
        lines={(await alongTo(visit.tx, [known])).get(known.rowId) ?? []}
        isBusy={shown.isBusy === true}
        isStale={shown.isStale === true}
      />,
    )
  /** Being asked, of the visitor: only of what is still to come, or was not answered. */
  const asked = async (visit: Visit<unknown, unknown>, known: Appointment) => {
    if (known.state !== 'set') return undefined
    const { accountId } = actorOfVisit(visit)
    return (await listCompanions(visit.tx, [known.rowId])).find(one => one.accountId === accountId)
  }
  return [
    get(
      '/appointments/:appointmentId/along',
      { permission: 'diary.use', audit: 'appointment.form-opened', params: appointmentParam },
      visit =>
        withAppointment(house, visit, async (frame, known) => {
          const own = await asked(visit, known)
          if (!own) return go(`/appointments/${known.rowId}`)
          const said = own.state === 'asked' ? {} : { answer: own.state, words: own.words }
          return page(await draw(visit, frame, known, own, answerForm.fill(said)), {
            about: [frame.person.id],
            target: known.rowId,
          })
        }),
    ),
    post(
      '/appointments/:appointmentId/along',
      { permission: 'diary.use', audit: 'along.answered', params: appointmentParam },
      visit =>
        withAppointment(house, visit, async (frame, known) => {
          const { tx } = visit
          const seen = { about: [frame.person.id], target: known.rowId }
          const own = await asked(visit, known)
          if (!own) return go(`/appointments/${known.rowId}`, { seen })
          const form = answerForm.read(visit.body)
          const words = (form.ok && form.value.words) || ''
          // Sent twice, it was said the first time.
          if (form.ok && isNext(visit, own) && own.state === form.value.answer && own.words === words)
            return go(`/diary?on=${known.onDay}`, { seen })
          if (isStale(visit, own))
            return again(await draw(visit, frame, known, own, form, { isStale: true }), seen, 409)
          if (!form.ok) return again(await draw(visit, frame, known, own, form), seen)
          const { answer: state, both } = form.value
          const [clash] = state === 'coming' ? await findClashes(tx, own.accountId, known, known.rowId) : []
          if (clash && both !== 'yes') {
            const told = addError(
              form,
              en.clash(`${clash.given} ${clash.family}`, clash.atTime, endOf(clash)),
              'answer',
            )
            const about = { ...seen, about: [...seen.about, clash.personId] }
            return again(await draw(visit, frame, known, own, told, { isBusy: true }), about)
          }
          const said = await answerAlong(tx, known, own, { state, words })
          if (said.ok) return go(`/diary?on=${known.onDay}`)
          return again(await draw(visit, frame, known, own, form, { isStale: true }), seen, 409)
        }),
    ),
  ]
}
