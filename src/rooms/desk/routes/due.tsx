/** The register of whose assessment and whose plan is due: the caseload and where each stands, composed. */
import { addDays } from '#ground/day.ts'
import { dueOf, listStandings } from '#rooms/assessment/index.ts'
import { listCaseload } from '#rooms/deployment/index.ts'
import { actorOfVisit, get, type HouseRoute, html } from '#rooms/identity/index.ts'
import { listAlertsDue } from '#rooms/people/index.ts'
import { listPlanStandings, planDueOf } from '#rooms/plans/index.ts'
import { page } from '#web/register.ts'
import { AlertsDuePage, AssessmentsDuePage, type DueRow, type PlanDueRow, PlansDuePage } from '../pages/due-pages.tsx'

/** What is due within so many days is shown; what lies further ahead is nobody's work yet. */
const AHEAD_DAYS = 28

export function dueRoutes(): HouseRoute[] {
  return [
    get('/assessments/due', { permission: 'assessment.write', audit: 'assessment.due-viewed' }, async visit => {
      const { tx } = visit
      const led = (await listCaseload(tx, actorOfVisit(visit).accountId)).filter(one => one.diedOn === null)
      const standings = new Map(
        (
          await listStandings(
            tx,
            led.map(one => one.personId),
          )
        ).map(s => [s.personId, s]),
      )
      const rows = led.flatMap((one): DueRow[] => {
        const standing = standings.get(one.personId)
        const due = dueOf({
          leadSince: one.since,
          supportLevel: one.supportLevel,
          lastAgreedOn: standing?.lastAgreedOn ?? null,
          reviewOn: standing?.reviewOn ?? null,
          today: tx.acting.today,
        })
        if (due === undefined || due.daysLate < -AHEAD_DAYS) return []
        return [
          { personId: one.personId, name: `${one.family}, ${one.given}`, due, hasDraft: standing?.hasDraft ?? false },
        ]
      })
      const sorted = rows.toSorted((a, b) => b.due.daysLate - a.due.daysLate || (a.name < b.name ? -1 : 1))
      return page(html(<AssessmentsDuePage visitor={visit.visitor} rows={sorted} />), {
        about: sorted.map(r => r.personId),
      })
    }),
    get('/alerts', { permission: 'alert.end', audit: 'alert.due-viewed' }, async visit => {
      const { tx } = visit
      const { accountId } = actorOfVisit(visit)
      const ledIds = (await listCaseload(tx, accountId)).map(one => one.personId)
      const until = addDays(tx.acting.today, AHEAD_DAYS)
      const rows = await listAlertsDue(tx, { reviewerId: accountId, ledIds, until })
      return page(html(<AlertsDuePage visitor={visit.visitor} rows={rows} today={tx.acting.today} />), {
        about: [...new Set(rows.map(row => row.personId))],
      })
    }),
    get('/plans/due', { permission: 'plan.write', audit: 'plan.due-viewed' }, async visit => {
      const { tx } = visit
      const led = (await listCaseload(tx, actorOfVisit(visit).accountId)).filter(one => one.diedOn === null)
      const ids = led.map(one => one.personId)
      const standings = new Map((await listPlanStandings(tx, ids)).map(s => [s.personId, s]))
      const rows = led.flatMap((one): PlanDueRow[] => {
        const standing = standings.get(one.personId)
        const due = planDueOf(
          { hasGoals: standing !== undefined, last: standing?.isAgreed ? standing : undefined, leadSince: one.since },
          tx.acting.today,
        )
        return due === undefined ? [] : [{ personId: one.personId, name: `${one.family}, ${one.given}`, due }]
      })
      const order = ['review-late', 'review-ahead', 'no-review-day', 'no-plan']
      const sorted = rows.toSorted(
        (a, b) =>
          order.indexOf(a.due.what) - order.indexOf(b.due.what) ||
          b.due.daysLate - a.due.daysLate ||
          (a.name < b.name ? -1 : 1),
      )
      return page(html(<PlansDuePage visitor={visit.visitor} rows={sorted} />), { about: sorted.map(r => r.personId) })
    }),
  ]
}
