import type { Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import type { PersonId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { classesOn } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import type { AlertReview } from '../person.ts'
import { endsAlert } from '../rules.ts'
import { insertAlert, listAlerts, type NewAlert, updateAlertEnd, updateAlertReview } from '../store/alerts.ts'

/** Sets an alert on a record. */
export async function setAlert(tx: Tx, personId: PersonId, alert: NewAlert): Promise<RowId> {
  const id = await insertAlert(tx, personId, alert)
  await record(tx, {
    action: 'person.alert-set',
    about: [personId],
    target: id,
    payload: { kind: alert.kind, words: alert.firstWords, ...(alert.review ? { review: alert.review } : {}) },
  })
  return id
}

/**
 * Ends an alert today.
 * @returns refused `not-theirs` for one that a concern raised, to anybody but safeguarding; `unknown` when it is not in force
 */
export async function endAlert(
  tx: Tx,
  personId: PersonId,
  alertId: RowId,
): Promise<Result<null, 'unknown' | 'not-theirs'>> {
  const alert = (await listAlerts(tx, personId)).find(a => a.rowId === alertId)
  if (!alert) return refused('unknown')
  if (!endsAlert(alert, await classesOn(tx, personId))) return refused('not-theirs')
  if ((await updateAlertEnd(tx, personId, alertId)) === 0) return refused('unknown')
  await record(tx, { action: 'person.alert-ended', about: [personId], target: alertId })
  return ok(null)
}

/**
 * Says of an alert that it is still needed, until when, and whether the young person knows.
 * @returns refused as `endAlert`; `stale` when it was looked at in between
 */
export async function reviewAlert(
  tx: Tx,
  personId: PersonId,
  alertId: RowId,
  review: AlertReview,
  shownReviewOn: Day | null,
): Promise<Result<null, 'unknown' | 'not-theirs' | 'stale'>> {
  const alert = (await listAlerts(tx, personId)).find(a => a.rowId === alertId)
  if (!alert) return refused('unknown')
  if (alert.isFromConcern) return refused('not-theirs')
  if (alert.reviewOn !== shownReviewOn) return refused('stale')
  if ((await updateAlertReview(tx, personId, alertId, review, alert.reviewOn)) === 0) return refused('stale')
  await record(tx, {
    action: 'person.alert-reviewed',
    about: [personId],
    target: alertId,
    payload: { before: alert.reviewOn, ...review },
  })
  return ok(null)
}
