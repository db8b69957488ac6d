/** The register of those offered a place who are not known to have started. */
import { z } from 'zod'
import { academicYearStart, addMonths, partsOf } from '#ground/day.ts'
import { get, type HouseRoute, html } from '#rooms/identity/index.ts'
import { page } from '#web/register.ts'
import { onePage, pageQuery } from '#web/shell/list-pages.tsx'
import { NotEnrolledPage } from '../pages/not-enrolled-page.tsx'
import { asksWhoEnrolled } from '../rules.ts'
import { listNotEnrolled } from '../store/applications.ts'

const ROWS = 50

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
        // An activity that began in the summer holidays before counts; one more than the page has says whether there is another.
        const found = asksWhoEnrolled(autumn, today)
          ? await listNotEnrolled(tx, autumn, addMonths(began, -1), {
              limit: ROWS + 1,
              offset: (query.page - 1) * ROWS,
            })
          : []
        const part = onePage(found, query.page, ROWS)
        return page(html(<NotEnrolledPage visitor={visit.visitor} autumn={autumn} part={part} today={today} />), {
          about: [...new Set(part.rows.map(one => one.personId))],
        })
      },
    ),
  ]
}
