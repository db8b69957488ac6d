/** The register of signals answered after an assessment was agreed: whoever agreed could not see them, and somebody who can must not leave them. */
import { z } from 'zod'
import type { RowId } from '#ground/ids.ts'
import { get, type HouseRoute, html, post, type Visit } from '#rooms/identity/index.ts'
import type { FramePerson, PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, go, nothing, page } from '#web/register.ts'
import { answerLate, type Full, findFull, listSignals } from './actions.ts'
import type { AnswerKind } from './assessment.ts'
import { lateForm } from './forms.ts'
import { AnswersPage } from './pages/answers-page.tsx'
import type { Signal } from './rules.ts'

const assessmentParam = z.object({ assessmentId: idParam<RowId>() })
type AnswersVisit = Visit<{ assessmentId: RowId }, unknown>
type Waiting = { readonly full: Full; readonly frame: PersonFrame; readonly signals: readonly Signal[] }

export function lateAnswerRoutes(house: { readonly frame: FramePerson }): HouseRoute[] {
  return [
    get(
      '/assessments/:assessmentId/answers',
      { permission: 'assessment.write', audit: 'assessment.answers-opened', params: assessmentParam },
      visit =>
        withWaiting(house, visit, waiting => {
          const { full, signals } = waiting
          const form = lateForm(signals.map(one => one.factor)).empty()
          return page(drawn(visit, waiting, form), { about: [full.personId], target: full.rowId })
        }),
    ),
    post(
      '/assessments/:assessmentId/answers',
      { permission: 'assessment.write', audit: 'assessment.answered-late', params: assessmentParam },
      visit =>
        withWaiting(house, visit, async waiting => {
          const { full, signals } = waiting
          const read = lateForm(signals.map(one => one.factor)).read(visit.body)
          if (!read.ok) return again(drawn(visit, waiting, read), { about: [full.personId], target: full.rowId })
          const value = read.value as Record<string, string>
          await answerLate(
            visit.tx,
            full,
            signals.map(({ factor }) => ({
              factor,
              answer: value[`answer-${factor}`] as AnswerKind,
              words: value[`did-${factor}`] ?? '',
            })),
          )
          return go(`/people/${full.personId}/assessment`)
        }),
    ),
  ]
}

/** One that was agreed or left, with what waits of it and the visitor may see; where nothing waits, or it is a draft, there is nothing to answer. */
async function withWaiting(
  house: { readonly frame: FramePerson },
  visit: AnswersVisit,
  work: (waiting: Waiting) => Answer | Promise<Answer>,
): Promise<Answer> {
  const full = await findFull(visit.tx, visit.params.assessmentId)
  const frame = full && (await house.frame(visit, full.personId))
  if (!full || !frame?.seen.has('assessment')) return nothing('unknown', full ? [full.personId] : [])
  const signals = (await listSignals(visit.tx, full)).filter(one => one.answer === undefined)
  if (full.state === 'draft' || signals.length === 0 || frame.person.diedOn !== null)
    return go(`/people/${full.personId}/assessment`)
  return work({ full, frame, signals })
}

function drawn(visit: AnswersVisit, { full, frame, signals }: Waiting, form: FormState) {
  return html(<AnswersPage {...{ visitor: visit.visitor, frame, assessmentId: full.rowId, form, signals }} />)
}
