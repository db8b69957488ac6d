/** The register of those offered a place who are not known to have started. */
import { z } from 'zod'
import { academicYearStart, addMonths, partsOf } from '#ground/day.ts'
import { get, type HouseRoute, html } from '#rooms/identity/index.ts'
import { page } from '#web/register.ts'
import { pageOf, pageQuery } from '#web/shell/list-pages.tsx'
import { NotEnrolledPage } from '../pages/not-enrolled-page.tsx'
import { asksWhoEnrolled } from '../rules.ts'
import { listNotEnrolled } from '../store/applications.ts'

const ROWS = 100
const MOST = 1000

export function notEnrolledRoutes(): HouseRoute[] {
  return [
    get(
      '/offers-not-enrolled',
      { permission: 'offer.use', audit: 'place-application.not-enrolled-viewed', query: z.object({ page: pageQuery }) },
      async visit => {
        const { tx, query } = visit
        const { today } = tx.acting
        const began = academicYearStart(today)
        const autumn = partsOf(began).year
        // An activity that began in the summer holidays before counts.
        const found = asksWhoEnrolled(autumn, today)
          ? await listNotEnrolled(tx, autumn, addMonths(began, -1), MOST + 1)
          : []
        const part = pageOf(found.slice(0, MOST), query.page, ROWS)
        return page(
          html(
            <NotEnrolledPage
              visitor={visit.visitor}
              autumn={autumn}
              part={part}
              isCut={found.length > MOST}
              today={today}
            />,
          ),
          { about: [...new Set(part.rows.map(one => one.personId))] },
        )
      },
    ),
  ]
}
