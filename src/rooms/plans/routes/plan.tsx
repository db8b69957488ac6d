/** The register of the plan as it is read: on the record, and as the copy that is handed over. */
import { actorOfVisit, findNames, get, type HouseRoute, html, roleMay } from '#rooms/identity/index.ts'
import { pdfFile } from '#web/pdf/answer.ts'
import { page } from '#web/register.ts'
import { listAsksOn } from '../asks/store.ts'
import { listDatesOn } from '../dates/store.ts'
import { listHeld } from '../held/store.ts'
import { CopyPage, handedCopy, handedDocument } from '../pages/copy-page.tsx'
import { PlanPage } from '../pages/plan-page.tsx'
import { listLinesOn } from '../pathways/reading.ts'
import { listEntries, listEvidence } from '../progress-file/store.ts'
import { standingOf } from '../rules.ts'
import { findPlan } from '../store.ts'
import { type PlanHouse, personParam, withOpenPlan, withPlan } from './planning.ts'

export function readingRoutes(house: PlanHouse): HouseRoute[] {
  return [
    get('/people/:personId/plan', { permission: 'person.open', audit: 'plan.viewed', params: personParam }, visit =>
      withPlan(house, visit, async ({ frame, factors }) => {
        const mayWrite = roleMay(actorOfVisit(visit).role, 'plan.write') && frame.person.diedOn === null
        const { id } = frame.person
        const plan = await findPlan(visit.tx, id)
        const names = await findNames(visit.tx, [...new Set(plan.agreements.map(a => a.agreedBy))])
        return page(
          html(
            <PlanPage
              visitor={visit.visitor}
              frame={frame}
              plan={plan}
              dates={await listDatesOn(visit.tx, id)}
              held={await listHeld(visit.tx, id)}
              pathways={await listLinesOn(visit.tx, id, frame.seen)}
              entries={(await listEntries(visit.tx, id)).length}
              evidence={await listEvidence(visit.tx, id)}
              asks={await listAsksOn(visit.tx, [id])}
              standing={standingOf(plan)}
              names={names}
              factors={factors}
              today={visit.tx.acting.today}
              mayWrite={mayWrite}
              hopes={mayWrite ? await house.hopesOf(visit.tx, id, frame.seen) : undefined}
              mayCorrect={roleMay(actorOfVisit(visit).role, 'record.correct')}
            />,
          ),
          { about: [id] },
        )
      }),
    ),
    get(
      '/people/:personId/plan/copy',
      { permission: 'plan.write', audit: 'plan.copy-opened', params: personParam },
      visit =>
        withPlan(house, visit, planning =>
          withOpenPlan(visit, planning, plan => {
            const { id, given } = planning.frame.person
            const copy = handedCopy(given, plan, visit.tx.acting.today)
            return page(html(<CopyPage visitor={visit.visitor} frame={planning.frame} copy={copy} />), { about: [id] })
          }),
        ),
    ),
    get(
      '/people/:personId/plan/copy.pdf',
      { permission: 'plan.write', audit: 'plan.copy-printed', params: personParam },
      visit =>
        withPlan(house, visit, planning =>
          withOpenPlan(visit, planning, plan => {
            const { id, given } = planning.frame.person
            const copy = handedCopy(given, plan, visit.tx.acting.today)
            return pdfFile(visit.tx, 'plan', handedDocument(copy), { about: [id] })
          }),
        ),
    ),
  ]
}
