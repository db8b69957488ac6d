/** The register of committee areas, for administrators. */
import { z } from 'zod'
import { isId, type OrganisationId, type RowId, type SiteId } from '#ground/ids.ts'
import { get, type HouseRoute, html, post, type Visit } from '#rooms/identity/index.ts'
import { addError } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, type Drawn, go, nothing, page } from '#web/register.ts'
import { addArea, endArea, putIntoArea, renameArea, takeOutOfArea } from '../actions/areas.ts'
import type { Area, AreaPart } from '../area.ts'
import { areaForm, areaPartForm } from '../forms.ts'
import { AddAreaPage, AreaPage, AreasPage, type PartChoice } from '../pages/area-pages.tsx'
import { findArea, listAreas, listMembers } from '../store/areas.ts'
import { listOrganisations } from '../store/organisations.ts'
import { listOpenSites } from '../store/sites.ts'
import { areaTroubles } from '../words.ts'

const areaParam = z.object({
  areaId: idParam<RowId>(),
})
const memberParam = areaParam.extend({
  memberId: idParam<RowId>(),
})

export function areaRoutes(): HouseRoute[] {
  return [
    get('/partnership/areas', { permission: 'settings.manage', audit: 'area.list-viewed' }, async visit =>
      page(html(<AreasPage visitor={visit.visitor} areas={await listAreas(visit.tx)} />)),
    ),
    get('/partnership/areas/new', { permission: 'settings.manage', audit: { none: 'an empty form' } }, visit =>
      page(html(<AddAreaPage visitor={visit.visitor} form={areaForm.empty()} />)),
    ),
    post('/partnership/areas/new', { permission: 'settings.manage', audit: 'area.added' }, async visit => {
      const read = areaForm.read(visit.body)
      const outcome = read.ok ? await addArea(visit.tx, read.value.name) : undefined
      if (outcome?.ok) return go(`/partnership/areas/${outcome.value}`)
      const form = outcome === undefined ? read : addError(read, areaTroubles[outcome.why], 'name')
      return again(html(<AddAreaPage visitor={visit.visitor} form={form} />))
    }),
    get(
      '/partnership/areas/:areaId',
      { permission: 'settings.manage', audit: 'area.viewed', params: areaParam },
      visit => ofArea(visit, async area => page(await areaHtml(visit, area, {}), { target: area.id })),
    ),
    post(
      '/partnership/areas/:areaId/name',
      { permission: 'settings.manage', audit: 'area.renamed', params: areaParam },
      visit =>
        ofArea(visit, async area => {
          const read = areaForm.read(visit.body)
          const outcome = read.ok ? await renameArea(visit.tx, area.id, read.value.name) : undefined
          if (outcome?.ok) return go(`/partnership/areas/${area.id}`)
          const naming = outcome === undefined ? read : addError(read, areaTroubles[outcome.why], 'name')
          return again(await areaHtml(visit, area, { naming }))
        }),
    ),
    post(
      '/partnership/areas/:areaId/members',
      { permission: 'settings.manage', audit: 'area.joined', params: areaParam },
      visit =>
        ofArea(visit, async area => {
          const read = areaPartForm.read(visit.body)
          const part = read.ok ? partIn(read.value.part) : undefined
          const outcome = part === undefined ? undefined : await putIntoArea(visit.tx, area.id, part)
          if (outcome?.ok) return go(`/partnership/areas/${area.id}`)
          const joining = read.ok ? addError(read, areaTroubles[outcome?.why ?? 'no-such-part'], 'part') : read
          return again(await areaHtml(visit, area, { joining }))
        }),
    ),
    post(
      '/partnership/areas/:areaId/members/:memberId/end',
      { permission: 'settings.manage', audit: 'area.left', params: memberParam },
      visit =>
        ofArea(visit, async area => {
          const outcome = await takeOutOfArea(visit.tx, area.id, visit.params.memberId)
          return outcome.ok ? go(`/partnership/areas/${area.id}`) : nothing(outcome.why)
        }),
    ),
    post(
      '/partnership/areas/:areaId/end',
      { permission: 'settings.manage', audit: 'area.ended', params: areaParam },
      visit =>
        ofArea(visit, async area => {
          const outcome = await endArea(visit.tx, area.id)
          return outcome.ok ? go('/partnership/areas') : nothing(outcome.why)
        }),
    ),
  ]
}

async function ofArea<P extends { areaId: RowId }>(
  visit: Visit<P, unknown>,
  work: (area: Area) => Promise<Answer>,
): Promise<Answer> {
  const area = await findArea(visit.tx, visit.params.areaId)
  return area ? work(area) : nothing('unknown')
}

/** What a choice on the page stands for: `organisation:ID` or `site:ID`. */
function partIn(chosen: string): AreaPart | undefined {
  const [kind, id = ''] = chosen.split(':')
  if (!isId(id)) return undefined
  if (kind === 'organisation') return { organisationId: id as OrganisationId }
  return kind === 'site' ? { siteId: id as SiteId } : undefined
}

async function areaHtml(
  visit: Visit<unknown, unknown>,
  area: Area,
  forms: Partial<Pick<Parameters<typeof AreaPage>[0], 'naming' | 'joining'>>,
): Promise<Drawn> {
  const { tx } = visit
  const members = await listMembers(tx, area.id)
  const inside = new Set<string>(members.map(m => m.siteId ?? m.organisationId))
  const sites = await listOpenSites(tx)
  const choices: PartChoice[] = (await listOrganisations(tx))
    .filter(o => o.state === 'open')
    .flatMap(o => [
      ...(inside.has(o.id) ? [] : [{ value: `organisation:${o.id}`, label: o.name }]),
      ...sites
        .filter(s => s.organisationId === o.id && !inside.has(s.id))
        .map(s => ({ value: `site:${s.id}`, label: `${o.name}: ${s.name}` })),
    ])
  return html(
    <AreaPage
      visitor={visit.visitor}
      area={area}
      members={members}
      choices={choices}
      naming={forms.naming ?? areaForm.fill({ name: area.name })}
      joining={forms.joining ?? areaPartForm.empty()}
    />,
  )
}
