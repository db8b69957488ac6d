/** The register of the plan as it is read: on the record, and as the copy that is handed over. */
import { aboutThese } from '#ground/database/tx.ts'
import { actorOfVisit, findNames, get, type HouseRoute, html, roleMay } from '#rooms/identity/index.ts'
import { pdfFile } from '#web/pdf/answer.ts'
import { page } from '#web/register.ts'
import { listAsksOn } from '../asks/store.ts'
import { listDatesOn } from '../dates/store.ts'
import { listHeld } from '../held/store.ts'
import { listLogOn } from '../log/store.ts'
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
        const { tx } = visit
        // Asked together, so that it is one wait.
        const [plan, dates, held, pathways, entries, evidence, asks, log, support, hopes] = await aboutThese(
          tx,
          [id],
          within =>
            Promise.all([
              findPlan(within, id),
              listDatesOn(within, id),
              listHeld(within, id),
              listLinesOn(within, id, frame.seen),
              listEntries(within, id),
              listEvidence(within, id),
              listAsksOn(within, [id]),
              listLogOn(within, id),
              house.supportOf(within, id),
              mayWrite ? house.hopesOf(within, id, frame.seen) : undefined,
            ]),
        )
        const names = await findNames(tx, [...new Set(plan.agreements.map(a => a.agreedBy))])
        return page(
          html(
            <PlanPage
              visitor={visit.visitor}
              frame={frame}
              plan={plan}
              dates={dates}
              held={held}
              pathways={pathways}
              entries={entries.length}
              evidence={evidence}
              asks={asks}
              log={log}
              support={frame.person.diedOn === null ? support.steps : []}
              standing={standingOf(plan)}
              names={names}
              factors={factors}
              today={tx.acting.today}
              mayWrite={mayWrite}
              hopes={hopes}
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
