/** The register of paper that is taken where no phone and no laptop may go. */
import { z } from 'zod'
import type { RowId } from '#ground/ids.ts'
import { actorOfVisit, get, type HouseRoute, html, post, type Visit } from '#rooms/identity/index.ts'
import type { PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, go, nothing, page } from '#web/register.ts'
import { isStale } from '#web/stale.ts'
import type { Appointment } from '../diary/appointment.ts'
import { contentOfAnswer } from '../diary/forms.ts'
import { appointmentParam, type SessionsHouse, withAppointment } from '../diary/routes/shared.ts'
import { findAppointment } from '../diary/store.ts'
import { TROUBLE_AT } from '../rules.ts'
import { en as contactWords } from '../words.ts'
import { destroySheet, makeSheet, typeIn } from './actions.ts'
import { contentOfSheet, sheetForm, type TypedFields, typedForm } from './forms.ts'
import { PaperPage, PreparePage, SheetPage } from './pages.tsx'
import { isSecure } from './rules.ts'
import type { PaperSheet } from './setting.ts'
import { findSetting, findSheet, findSheetAbout } from './store.ts'
import { en } from './words.ts'

const sheetParam = z.object({ sheetId: idParam<RowId>() })

export function settingRoutes(house: SessionsHouse): HouseRoute[] {
  const withSecure = (
    visit: Visit<{ appointmentId: RowId }, unknown>,
    work: (frame: PersonFrame, known: Appointment) => Promise<Answer>,
  ) =>
    withAppointment(house, visit, async (frame, known) => {
      const setting = await findSetting(visit.tx, { appointmentId: known.rowId })
      return known.state === 'set' && isSecure(setting)
        ? work(frame, known)
        : nothing('no secure place', [frame.person.id])
    })
  const prepare = async (
    visit: Visit<unknown, unknown>,
    frame: PersonFrame,
    known: Appointment,
    form: FormState<'aim' | 'questions'>,
  ) => {
    const about = await findSheetAbout(visit.tx, known.rowId)
    return html(<PreparePage visitor={visit.visitor} frame={frame} known={known} form={form} about={about} />)
  }
  return [
    get(
      '/appointments/:appointmentId/paper',
      { permission: 'diary.use', audit: 'paper-sheet.form-opened', params: appointmentParam },
      visit =>
        withSecure(visit, async (frame, known) =>
          page(await prepare(visit, frame, known, sheetForm.fill({ aim: known.aim })), {
            about: [frame.person.id],
            target: known.rowId,
          }),
        ),
    ),
    post(
      '/appointments/:appointmentId/paper',
      { permission: 'diary.use', audit: 'paper-sheet.made', params: appointmentParam },
      visit =>
        withSecure(visit, async (frame, known) => {
          const form = sheetForm.read(visit.body)
          const seen = { about: [frame.person.id], target: known.rowId }
          if (!form.ok) return again(await prepare(visit, frame, known, form), seen)
          const { aim, questions } = form.value
          const { accountId } = actorOfVisit(visit)
          const made = await makeSheet(visit.tx, known, accountId, { aim: aim ?? '', questions: questions ?? '' })
          return made.ok ? go(`/paper-sheets/${made.value}`) : nothing('no secure place', seen.about)
        }),
    ),
    get('/paper-sheets/:sheetId', { permission: 'diary.use', audit: 'paper-sheet.viewed', params: sheetParam }, visit =>
      withSheet(house, visit, (frame, sheet, known) =>
        page(drawSheet(visit, frame, sheet, known, typedForm.fill({ came: 'came' })), {
          about: [frame.person.id],
          target: sheet.rowId,
        }),
      ),
    ),
    get(
      '/paper-sheets/:sheetId/print',
      { permission: 'diary.use', audit: 'paper-sheet.printed', params: sheetParam },
      visit =>
        withSheet(house, visit, (frame, sheet) =>
          page(html(<PaperPage visitor={visit.visitor} given={frame.person.given} sheet={sheet} />), {
            about: [frame.person.id],
            target: sheet.rowId,
          }),
        ),
    ),
    post(
      '/paper-sheets/:sheetId',
      { permission: 'diary.use', audit: 'paper-sheet.typed-in', params: sheetParam },
      visit =>
        withSheet(house, visit, async (frame, sheet, known) => {
          const form = typedForm.read(visit.body)
          const about = { about: [frame.person.id], target: sheet.rowId }
          const shown = (state: FormState<TypedFields>, status?: 409) =>
            again(drawSheet(visit, frame, sheet, known, state, true), about, status)
          // Sent twice, it was typed in the first time.
          if (
            form.ok &&
            sheet.state !== 'out' &&
            sheet.contactId === known.contactId &&
            known.state === form.value.came
          )
            return go(`/paper-sheets/${sheet.rowId}`, { seen: about })
          if (sheet.state !== 'out' || known.state !== 'set' || isStale(visit, known))
            return shown(addError(form, en.stale), 409)
          if (!form.ok) return shown(form)
          const { came, content } = contentOfAnswer(form.value, contentOfSheet(form.value, known))
          const typed = await typeIn(visit.tx, sheet, known, {
            accountId: actorOfVisit(visit).accountId,
            came,
            content,
            reasonWords: form.value['reason-words'] ?? '',
            isDestroyed: form.value.destroyed === 'yes',
          })
          if (typed.ok) return go(`/paper-sheets/${sheet.rowId}`)
          if (typed.why === 'unknown') return nothing('unknown', about.about)
          if (typed.why === 'stale') return shown(addError(form, en.stale), 409)
          if (typed.why === 'not-yet') return shown(addError(form, en.notYetDay(''), 'came'))
          const at = TROUBLE_AT[typed.why]
          return shown(addError(form, contactWords.troubles[typed.why], at === 'on' ? 'came' : at))
        }),
    ),
    post(
      '/paper-sheets/:sheetId/destroyed',
      { permission: 'diary.use', audit: 'paper-sheet.destroyed', params: sheetParam },
      visit =>
        withSheet(house, visit, async (frame, sheet) => {
          const done = await destroySheet(visit.tx, sheet.rowId)
          return done.ok
            ? go(`/paper-sheets/${sheet.rowId}`, { seen: { about: [frame.person.id], target: sheet.rowId } })
            : nothing('unknown', [frame.person.id])
        }),
    ),
  ]
}

function drawSheet(
  visit: Visit<unknown, unknown>,
  frame: PersonFrame,
  sheet: PaperSheet,
  known: Appointment,
  form: FormState<TypedFields>,
  keepsForm = false,
) {
  const stands = () => {
    if (sheet.state !== 'out') return sheet.state
    // What was typed stays on the page, also where somebody answered the meeting meanwhile.
    if (keepsForm) return 'to-type-in'
    if (known.state !== 'set') return 'over'
    return known.onDay > visit.tx.acting.today ? 'ahead' : 'to-type-in'
  }
  return html(
    <SheetPage visitor={visit.visitor} frame={frame} sheet={sheet} known={known} form={form} stands={stands()} />,
  )
}

/** A sheet of somebody whose record, and whose meeting, the visitor may open. */
async function withSheet(
  house: Pick<SessionsHouse, 'frame'>,
  visit: Visit<{ sheetId: RowId }, unknown>,
  work: (frame: PersonFrame, sheet: PaperSheet, known: Appointment) => Promise<Answer> | Answer,
): Promise<Answer> {
  const sheet = await findSheet(visit.tx, visit.params.sheetId)
  const known = sheet && (await findAppointment(visit.tx, sheet.appointmentId))
  const frame = known && (await house.frame(visit, known.personId))
  return frame ? work(frame, sheet, known) : nothing('unknown')
}
