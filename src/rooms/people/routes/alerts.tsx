/** The register of alerts that are looked at again. */
import { z } from 'zod'
import type { Tx } from '#ground/database/tx.ts'
import { addMonths, aheadTrouble, type Day, isDay } from '#ground/day.ts'
import type { AccountId, RowId } from '#ground/ids.ts'
import { get, type HouseRoute, html, post, type Visit } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, go, nothing, page } from '#web/register.ts'
import { reviewAlert } from '../actions/alerts.ts'
import { alertReviewForm } from '../forms.ts'
import type { PersonFrame } from '../frame.ts'
import { AlertReviewPage } from '../pages/alert-pages.tsx'
import type { AlertReview, AlertTold, PersonAlert } from '../person.ts'
import { listAlerts } from '../store/alerts.ts'
import { en } from '../words.ts'
import { framed, type PeopleHouse, personParam } from './shared.ts'

/** So many months ahead at most an alert is looked at again. Ours. */
const REVIEW_MONTHS = 12
/** So many are offered. */
const OFFERED_MONTHS = 3

type ReviewValue = { readonly review: Day; readonly told: AlertTold; readonly 'told-why': string | null }

/** What is wrong with the day an alert is looked at again. */
export function reviewFault(tx: Tx, on: Day): { readonly field: 'review'; readonly message: string } | undefined {
  const trouble = aheadTrouble(on, tx.acting.today, REVIEW_MONTHS)
  return trouble && { field: 'review', message: trouble === 'not-ahead' ? en.alertReviewAhead : en.alertReviewFar }
}

/** Whoever sets or reviews an alert looks at it again; when they do not lead any more, whoever leads sees it too. */
export function reviewOf(tx: Tx, value: ReviewValue): AlertReview {
  return {
    reviewOn: value.review,
    reviewerId: tx.acting.actorKind === 'account' ? (tx.acting.actorId as AccountId) : null,
    told: value.told,
    toldWhy: value.told === 'withheld' ? (value['told-why'] ?? '') : '',
  }
}

const alertParam = personParam.extend({ alertId: idParam<RowId>() })
type AlertVisit = Visit<z.infer<typeof alertParam>, unknown>

export function alertRoutes(house: PeopleHouse): HouseRoute[] {
  const shown = (visit: AlertVisit, frame: PersonFrame, alert: PersonAlert, form: FormState) =>
    html(
      <AlertReviewPage
        visitor={visit.visitor}
        frame={frame}
        form={form}
        alert={alert}
        back={{ href: `/people/${frame.person.id}/details`, text: en.backToDetails }}
      />,
    )
  const withAlert = (visit: AlertVisit, work: (frame: PersonFrame, alert: PersonAlert) => Promise<Answer>) =>
    framed(house, visit, async frame => {
      const alert = (await listAlerts(visit.tx, frame.person.id)).find(one => one.rowId === visit.params.alertId)
      return alert && !alert.isFromConcern ? work(frame, alert) : nothing('unknown', [frame.person.id])
    })
  return [
    get(
      '/people/:personId/alerts/:alertId/review',
      { permission: 'alert.end', audit: 'person.alert-review-opened', params: alertParam },
      visit =>
        withAlert(visit, async (frame, alert) => {
          const form = alertReviewForm.fill({
            review: addMonths(visit.tx.acting.today, OFFERED_MONTHS),
            ...(alert.told === null ? {} : { told: alert.told }),
            'told-why': alert.toldWhy,
          })
          return page(shown(visit, frame, alert, form), { about: [frame.person.id] })
        }),
    ),
    post(
      '/people/:personId/alerts/:alertId/review',
      { permission: 'alert.end', audit: 'person.alert-reviewed', params: alertParam },
      visit =>
        withAlert(visit, async (frame, alert) => {
          const form = alertReviewForm.read(visit.body)
          const seen = { about: [frame.person.id] }
          if (!form.ok) return again(shown(visit, frame, alert, form), seen)
          const fault = reviewFault(visit.tx, form.value.review)
          if (fault) return again(shown(visit, frame, alert, addError(form, fault.message, fault.field)), seen)
          const sent = visit.body['shown']
          const before = typeof sent === 'string' && isDay(sent) ? sent : null
          const outcome = await reviewAlert(
            visit.tx,
            frame.person.id,
            alert.rowId,
            reviewOf(visit.tx, form.value),
            before,
          )
          if (outcome.ok) return go(`/people/${frame.person.id}/details`)
          if (outcome.why === 'stale')
            return again(shown(visit, frame, alert, addError(form, en.alertStale)), seen, 409)
          return nothing(outcome.why, [frame.person.id])
        }),
    ),
  ]
}
