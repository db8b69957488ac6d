/** The register of what comes from a deployment, a cover or a tracking list: pupils, a covered caseload, a list. */
import { z } from 'zod'
import { addDays, type Day, shortDay } from '#ground/day.ts'
import type { GroupId, OrganisationId, RowId } from '#ground/ids.ts'
import {
  type Deployment,
  listCaseload,
  listCovers,
  listDeployments,
  listPupils,
  listTerms,
  stateOn,
} from '#rooms/deployment/index.ts'
import { listOrganisations } from '#rooms/directory/index.ts'
import { actorOfVisit, findNames, get, type HouseRoute, html, roleMay, type Visit } from '#rooms/identity/index.ts'
import { fold } from '#rooms/people/index.ts'
import { activityLabel, type ListRow, listOwnLists, type OwnList, readList } from '#rooms/tracking/index.ts'
import { csvNameOf, csvOf } from '#web/csv.ts'
import { idParam } from '#web/params.ts'
import { type Answer, nothing, page } from '#web/register.ts'
import { PAGE_SIZE } from '../caseload.ts'
import { InstitutionsPage, OwnListPage, OwnListsPage, PupilsPage } from '../pages/posting-pages.tsx'
import { en } from '../words.ts'
import { caseloadPage, filterQuery } from './caseload.tsx'

const organisationParam = z.object({
  organisationId: idParam<OrganisationId>(),
})
const coverParam = z.object({
  coverId: idParam<RowId>(),
})
const listParam = z.object({
  listId: idParam<GroupId>(),
})
const pupilsQuery = z.object({
  q: z.string().max(100).catch('').default(''),
  lead: z.enum(['', 'some', 'none']).catch('').default(''),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
})

export function postingRoutes(): HouseRoute[] {
  return [
    get('/institutions', { permission: 'institution.see', audit: 'institution.list-viewed' }, async visit => {
      const { tx } = visit
      const deployments = await listDeployments(tx, actorOfVisit(visit).accountId)
      const terms = await listTerms(
        tx,
        deployments.map(d => d.rowId),
      )
      return page(
        html(
          <InstitutionsPage
            visitor={visit.visitor}
            today={tx.acting.today}
            deployments={deployments}
            terms={new Map(terms.map(t => [t.deploymentId as string, t]))}
            organisations={new Map((await listOrganisations(tx)).map(o => [o.id as string, o.name]))}
          />,
        ),
      )
    }),
    get(
      '/institutions/:organisationId',
      {
        permission: 'institution.see',
        audit: 'institution.pupils-viewed',
        params: organisationParam,
        query: pupilsQuery,
      },
      async visit => {
        const { organisationId } = visit.params
        const own = await listDeployments(visit.tx, actorOfVisit(visit).accountId)
        const deployment = own.find(
          d => d.organisationId === organisationId && stateOn(d, visit.tx.acting.today) === 'now',
        )
        return deployment
          ? pupilsPage(visit, { organisationId, deployment }, visit.query)
          : nothing('not deployed there')
      },
    ),
    get('/roll', { permission: 'roll.see', audit: 'roll.viewed', query: pupilsQuery }, visit =>
      pupilsPage(visit, { organisationId: actorOfVisit(visit).organisationId, deployment: undefined }, visit.query),
    ),
    get(
      '/caseload/cover/:coverId',
      { permission: 'caseload.see', audit: 'caseload.cover-viewed', params: coverParam, query: filterQuery },
      async visit => {
        const { tx } = visit
        const { today } = tx.acting
        const cover = (await listCovers(tx, actorOfVisit(visit).accountId)).find(
          c => c.rowId === visit.params.coverId && stateOn(c, today) === 'now',
        )
        if (!cover) return nothing('not covered by them')
        const name = (await findNames(tx, [cover.awayId])).get(cover.awayId) ?? ''
        const rows = await listCaseload(tx, cover.awayId)
        return caseloadPage(visit, rows, visit.query, {
          title: en.caseloadOf(name),
          base: `/caseload/cover/${cover.rowId}`,
          current: '/caseload',
          lead: en.coverLead(name, shortDay(addDays(cover.finishedOn, -1), today), rows.length),
        })
      },
    ),
    get(
      '/caseload/lists/:listId',
      { permission: 'tracking-list.see', audit: 'tracking-list.worked-on', params: listParam },
      visit =>
        ofOwnList(visit, async list => {
          const { today } = visit.tx.acting
          const rows = oldestFirst(await readList(visit.tx, list.id))
          return page(
            html(
              <OwnListPage
                visitor={visit.visitor}
                today={today}
                list={list}
                rows={rows}
                mayDownload={roleMay(actorOfVisit(visit).role, 'list.export')}
              />,
            ),
            { about: rows.map(r => r.personId), target: list.id },
          )
        }),
    ),
    get(
      '/caseload/lists/:listId/csv',
      { permission: 'tracking-list.see', audit: 'tracking-list.downloaded', params: listParam },
      visit =>
        ofOwnList(visit, async list => {
          const rows = oldestFirst(await readList(visit.tx, list.id))
          return {
            kind: 'file',
            name: csvNameOf('tracking-list', actorOfVisit(visit).name, visit.tx.acting.at),
            type: 'text/csv; charset=utf-8',
            body: csvOf(
              [en.name, en.bornColumn, en.activityFilter, en.checked, en.lastReached, en.lastTry],
              rows.map(r => [
                `${r.family}, ${r.given}`,
                r.bornOn,
                r.activityCode === null ? en.notKnown : activityLabel(r.activityCode),
                r.activityVerifiedOn,
                r.lastContactOn,
                r.lastTryOn,
              ]),
            ),
            seen: { about: rows.map(r => r.personId), target: list.id },
          }
        }),
    ),
  ]
}

/** The caseload page of a tracking officer: their lists. */
export async function ownListsPage(visit: Visit<unknown, unknown>): Promise<Answer> {
  const lists = await listOwnLists(visit.tx, actorOfVisit(visit).accountId)
  return page(html(<OwnListsPage visitor={visit.visitor} today={visit.tx.acting.today} lists={lists} />))
}

async function pupilsPage(
  visit: Visit<unknown, unknown>,
  roll: { organisationId: OrganisationId; deployment: Deployment | undefined },
  filter: z.infer<typeof pupilsQuery>,
): Promise<Answer> {
  const { tx } = visit
  const organisation = (await listOrganisations(tx)).find(o => o.id === roll.organisationId)
  const { rows, fitting } = await listPupils(tx, {
    organisationId: roll.organisationId,
    words: fold(filter.q).split(' ').filter(Boolean),
    lead: filter.lead,
    limit: PAGE_SIZE,
    offset: (filter.page - 1) * PAGE_SIZE,
  })
  const leads = await findNames(tx, [...new Set(rows.flatMap(r => (r.leadId === null ? [] : [r.leadId])))])
  return page(
    html(
      <PupilsPage
        visitor={visit.visitor}
        today={tx.acting.today}
        name={roll.deployment && (organisation?.name ?? '')}
        base={roll.deployment ? `/institutions/${roll.organisationId}` : '/roll'}
        deployment={roll.deployment}
        filter={filter}
        rows={rows}
        fitting={fitting}
        pageSize={PAGE_SIZE}
        leads={leads}
      />,
    ),
    { about: rows.map(r => r.personId), target: roll.organisationId },
  )
}

async function ofOwnList(
  visit: Visit<{ listId: GroupId }, unknown>,
  work: (list: OwnList) => Promise<Answer>,
): Promise<Answer> {
  const lists = await listOwnLists(visit.tx, actorOfVisit(visit).accountId)
  const list = lists.find(l => l.id === visit.params.listId)
  return list ? work(list) : nothing('not their list')
}

/** What was checked longest ago comes first, and what never was before that. Days are text: text order is time order. */
function oldestFirst(rows: readonly ListRow[]): ListRow[] {
  const key = (day: Day | null) => day ?? '0000'
  return rows.toSorted((a, b) => {
    const [x, y] = [key(a.activityVerifiedOn), key(b.activityVerifiedOn)]
    return x < y ? -1 : x > y ? 1 : 0
  })
}
