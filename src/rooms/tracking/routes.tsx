/** The register of tracking lists, for those who make them. Officers' own pages are the desk's. */
import { z } from 'zod'
import { type AccountId, type GroupId, isId, type OrganisationId, type RowId } from '#ground/ids.ts'
import { listOrganisations } from '#rooms/directory/index.ts'
import { findNames, get, type HouseRoute, html, post, type Visit } from '#rooms/identity/index.ts'
import { addError } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, type Drawn, go, nothing, page } from '#web/register.ts'
import type { AbsenceHouse } from './absences/house.ts'
import { absenceRoutes } from './absences/routes.tsx'
import {
  assignList,
  closeList,
  compareList,
  listOfficers,
  makeList,
  previewList,
  refreshList,
  unassignList,
} from './actions/lists.ts'
import { assignForm, listForm } from './forms.ts'
import {
  type Assignment,
  type Criteria,
  LIST_ACTIVITIES,
  LIST_LEADS,
  LIST_OFFERS,
  LIST_YEARS,
  type TrackingList,
} from './list.ts'
import { gridRoutes } from './offers/routes/grid.tsx'
import { notEnrolledRoutes } from './offers/routes/not-enrolled.tsx'
import { offerRecordRoutes } from './offers/routes/record.tsx'
import { ListsPage, NewListPage, OneListPage } from './pages/list-pages.tsx'
import type { ProgrammeHouse } from './programmes/house.ts'
import { placeRoutes } from './programmes/routes/places.tsx'
import { programmeRoutes } from './programmes/routes/programmes.tsx'
import { startRoutes } from './starts/routes.tsx'
import { findList, listAssignments, listLists, listMembers } from './store/lists.ts'
import { assignTroubles, en } from './words.ts'

const listParam = z.object({
  listId: idParam<GroupId>(),
})
const assignmentParam = listParam.extend({
  rowId: idParam<RowId>(),
})
const criteriaQuery = z.object({
  activity: z.enum(LIST_ACTIVITIES).catch('any').default('any'),
  institution: z.string().refine(isId).nullable().catch(null).default(null),
  year: z.coerce
    .number()
    .refine(n => LIST_YEARS.some(year => year === n))
    .nullable()
    .catch(null)
    .default(null),
  lead: z.enum(LIST_LEADS).catch('any').default('any'),
  offers: z.enum(LIST_OFFERS).catch('any').default('any'),
  shown: z.string().max(10).catch('').default(''),
})

export function trackingRoutes(house: AbsenceHouse & ProgrammeHouse): HouseRoute[] {
  return [
    ...absenceRoutes(house),
    ...programmeRoutes(house),
    ...placeRoutes(house),
    ...startRoutes(house),
    ...offerRecordRoutes(house),
    ...gridRoutes(house),
    ...notEnrolledRoutes(),
    get('/tracking-lists', { permission: 'tracking-list.manage', audit: 'tracking-list.all-viewed' }, async visit => {
      const { tx, visitor } = visit
      const found: { list: TrackingList; assigned: readonly Assignment[] }[] = []
      for (const list of await listLists(tx))
        found.push({ list, assigned: await listAssignments(tx, { listId: list.id }) })
      const names = await findNames(tx, [...new Set(found.flatMap(f => f.assigned.map(a => a.accountId)))])
      const lines = found.map(f => ({ list: f.list, officers: f.assigned.map(a => names.get(a.accountId) ?? '') }))
      return page(
        html(
          <ListsPage visitor={visitor} today={tx.acting.today} lines={lines} organisations={await nameMap(visit)} />,
        ),
      )
    }),
    get(
      '/tracking-lists/new',
      { permission: 'tracking-list.manage', audit: 'tracking-list.previewed', query: criteriaQuery },
      async visit => {
        const criteria = await criteriaOf(visit, visit.query)
        const preview = visit.query.shown === '' ? undefined : await previewList(visit.tx, criteria)
        return page(await newList(visit, criteria, preview, listForm.empty()), {
          about: preview?.tooMany === false ? preview.fitting.map(f => f.personId) : [],
        })
      },
    ),
    post('/tracking-lists/new', { permission: 'tracking-list.manage', audit: 'tracking-list.made' }, async visit => {
      const criteria = await criteriaOf(visit, criteriaQuery.parse(visit.body))
      const read = listForm.read(visit.body)
      const outcome = read.ok ? await makeList(visit.tx, read.value.name, criteria) : undefined
      if (outcome?.ok) return go(`/tracking-lists/${outcome.value}`)
      const preview = await previewList(visit.tx, criteria)
      const word = outcome?.why === 'too-many' ? en.tooMany : en.nobodyFits
      return again(await newList(visit, criteria, preview, outcome === undefined ? read : addError(read, word)), {
        about: preview.tooMany ? [] : preview.fitting.map(f => f.personId),
      })
    }),
    get(
      '/tracking-lists/:listId',
      { permission: 'tracking-list.manage', audit: 'tracking-list.viewed', params: listParam },
      visit => ofList(visit, list => oneList(visit, list, assignForm.empty(), page)),
    ),
    post(
      '/tracking-lists/:listId/refresh',
      { permission: 'tracking-list.manage', audit: 'tracking-list.refreshed', params: listParam },
      visit =>
        ofList(visit, async list => {
          const outcome = await refreshList(visit.tx, list)
          if (outcome.ok) return go(`/tracking-lists/${list.id}`)
          return oneList(visit, list, addError(assignForm.empty(), en.tooMany), again)
        }),
    ),
    post(
      '/tracking-lists/:listId/officers',
      { permission: 'tracking-list.manage', audit: 'tracking-list.assigned', params: listParam },
      visit =>
        ofList(visit, async list => {
          const read = assignForm.read(visit.body)
          if (!read.ok) return oneList(visit, list, read, again)
          const { officer, last } = read.value
          const outcome = await assignList(visit.tx, list, { accountId: officer as AccountId, lastOn: last })
          if (outcome.ok) return go(`/tracking-lists/${list.id}`)
          const field = outcome.why === 'over-already' ? 'last' : 'officer'
          return oneList(visit, list, addError(read, assignTroubles[outcome.why], field), again)
        }),
    ),
    post(
      '/tracking-lists/:listId/officers/:rowId/end',
      { permission: 'tracking-list.manage', audit: 'tracking-list.unassigned', params: assignmentParam },
      visit =>
        ofList(visit, async list => {
          const { rowId } = visit.params
          const own = (await listAssignments(visit.tx, { listId: list.id })).some(a => a.rowId === rowId)
          if (!own) return nothing('not of this list')
          await unassignList(visit.tx, rowId, 'The list was taken away')
          return go(`/tracking-lists/${list.id}`)
        }),
    ),
    post(
      '/tracking-lists/:listId/close',
      { permission: 'tracking-list.manage', audit: 'tracking-list.closed', params: listParam },
      visit =>
        ofList(visit, async list => {
          await closeList(visit.tx, list)
          return go('/tracking-lists')
        }),
    ),
  ]
}

async function ofList(
  visit: Visit<{ listId: GroupId }, unknown>,
  work: (list: TrackingList) => Promise<Answer>,
): Promise<Answer> {
  const list = await findList(visit.tx, visit.params.listId)
  return list ? work(list) : nothing('unknown')
}

/** What was asked for. A place of learning that is none, or whose name tells more than that, is left out (K6). */
async function criteriaOf(visit: Visit<unknown, unknown>, asked: z.infer<typeof criteriaQuery>): Promise<Criteria> {
  const known = (await institutionsOf(visit)).find(o => o.id === asked.institution)
  return {
    activity: asked.activity,
    organisationId: known?.id ?? null,
    schoolYear: asked.year,
    lead: asked.lead,
    offers: asked.offers,
  }
}

async function institutionsOf(visit: Visit<unknown, unknown>): Promise<{ id: OrganisationId; name: string }[]> {
  return (await listOrganisations(visit.tx)).filter(o => o.discloses === 0 && o.kind !== 'partnership-service')
}

async function nameMap(visit: Visit<unknown, unknown>): Promise<ReadonlyMap<string, string>> {
  return new Map((await institutionsOf(visit)).map(o => [o.id as string, o.name]))
}

async function newList(
  visit: Visit<unknown, unknown>,
  criteria: Criteria,
  preview: Awaited<ReturnType<typeof previewList>> | undefined,
  form: Parameters<typeof NewListPage>[0]['form'],
): Promise<Drawn> {
  return html(
    <NewListPage
      visitor={visit.visitor}
      criteria={criteria}
      preview={preview}
      institutions={await institutionsOf(visit)}
      form={form}
    />,
  )
}

async function oneList(
  visit: Visit<unknown, unknown>,
  list: TrackingList,
  form: Parameters<typeof OneListPage>[0]['form'],
  answer: (text: Drawn, seen: { about: readonly string[]; target: string }) => Answer,
): Promise<Answer> {
  const { tx } = visit
  const assignments = await listAssignments(tx, { listId: list.id })
  const members = await listMembers(tx, list.id)
  const difference = await compareList(tx, list)
  const text = html(
    <OneListPage
      visitor={visit.visitor}
      today={tx.acting.today}
      list={list}
      organisations={await nameMap(visit)}
      members={members}
      difference={difference}
      assignments={assignments}
      names={
        await findNames(
          tx,
          assignments.map(a => a.accountId),
        )
      }
      officers={await listOfficers(tx)}
      form={form}
    />,
  )
  const about = new Set([...members, ...difference.joins].map(f => f.personId))
  return answer(text, { about: [...about], target: list.id })
}
