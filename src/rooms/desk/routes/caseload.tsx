/** A page of a caseload, whosever it is: what the lines of the register that show one share. */
import { z } from 'zod'
import type { CaseloadRow } from '#rooms/deployment/index.ts'
import { actorOfVisit, html, roleMay, type Visit } from '#rooms/identity/index.ts'
import { page } from '#web/register.ts'
import { pageOf, pageQuery } from '#web/shell/list-pages.tsx'
import { arrange, type CaseloadFilter, dueOf, PAGE_SIZE } from '../caseload.ts'
import { CaseloadPage, type CaseloadView } from '../pages/list-pages.tsx'

const short = z.string().max(100).catch('').default('')
export const filterQuery = z.object({
  q: short,
  level: short,
  activity: short,
  due: short,
  seen: short,
  sort: z.enum(['due', 'name', 'seen', 'checked']).catch('due').default('due'),
  page: pageQuery,
})

/** A page of a caseload, with its filter. */
export function caseloadPage(
  visit: Visit<unknown, unknown>,
  rows: readonly CaseloadRow[],
  filter: CaseloadFilter,
  where: { title: string; base: string; current: string; lead?: string } & Pick<CaseloadView, 'also'>,
) {
  const { today } = visit.tx.acting
  const fitting = arrange(rows, filter, today)
  const part = pageOf(fitting, filter.page, PAGE_SIZE)
  const thisWeek = rows.filter(r => ['late', 'week'].includes(dueOf(r, today).kind)).length
  return page(
    html(
      <CaseloadPage
        visitor={visit.visitor}
        today={today}
        {...where}
        filter={{ ...filter, page: part.page }}
        all={rows.length}
        thisWeek={thisWeek}
        part={part}
        mayRecord={roleMay(actorOfVisit(visit).role, 'contact.record')}
        mayDownload={where.base === '/caseload' && roleMay(actorOfVisit(visit).role, 'list.export')}
      />,
    ),
    { about: part.rows.map(r => r.personId) },
  )
}
