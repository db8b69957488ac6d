/** The register of sites: adding, changing and closing a place an organisation works at. */
import type { OrganisationId, SiteId } from '#ground/ids.ts'
import { get, type HouseRoute, html, post, type Visit } from '#rooms/identity/index.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, go, nothing, page } from '#web/register.ts'
import { addSite, changeSite, closeSite } from '../actions/sites.ts'
import { changeSiteForm, filledWithSite, siteForm, siteFrom, versionIn } from '../forms.ts'
import type { Organisation } from '../organisation.ts'
import { AddSitePage, ChangeSitePage } from '../pages/site-pages.tsx'
import type { Site } from '../site.ts'
import { findSite } from '../store/sites.ts'
import { ofOrganisation, organisationParam } from './organisations.tsx'

const siteParam = organisationParam.extend({
  siteId: idParam<SiteId>(),
})

export function siteRoutes(): HouseRoute[] {
  return [
    get(
      '/organisations/:organisationId/sites/new',
      { permission: 'organisation.manage', audit: 'site.add-opened', params: organisationParam },
      visit =>
        ofOpen(visit, organisation =>
          page(html(<AddSitePage visitor={visit.visitor} organisation={organisation} form={siteForm.empty()} />)),
        ),
    ),
    post(
      '/organisations/:organisationId/sites/new',
      { permission: 'organisation.manage', audit: 'site.added', params: organisationParam },
      visit =>
        ofOpen(visit, async organisation => {
          const read = siteForm.read(visit.body)
          if (!read.ok)
            return again(html(<AddSitePage visitor={visit.visitor} organisation={organisation} form={read} />))
          await addSite(visit.tx, organisation.id, siteFrom(read.value))
          return go(`/organisations/${organisation.id}`)
        }),
    ),
    get(
      '/organisations/:organisationId/sites/:siteId',
      { permission: 'organisation.manage', audit: 'site.change-opened', params: siteParam },
      visit =>
        ofSite(visit, (organisation, site) =>
          page(
            html(
              <ChangeSitePage
                visitor={visit.visitor}
                organisation={organisation}
                site={site}
                form={filledWithSite(site)}
                isStale={false}
              />,
            ),
            { target: site.id },
          ),
        ),
    ),
    post(
      '/organisations/:organisationId/sites/:siteId',
      { permission: 'organisation.manage', audit: 'site.changed', params: siteParam },
      visit =>
        ofSite(visit, async (organisation, site) => {
          const read = changeSiteForm.read(visit.body)
          const shown = (form: Parameters<typeof ChangeSitePage>[0]['form'], isStale: boolean) =>
            again(
              html(
                <ChangeSitePage
                  visitor={visit.visitor}
                  organisation={organisation}
                  site={site}
                  form={form}
                  isStale={isStale}
                />,
              ),
              {},
              isStale ? 409 : 422,
            )
          if (!read.ok) return shown(read, false)
          const { version, ...wanted } = read.value
          const outcome = await changeSite(visit.tx, site, siteFrom(wanted), versionIn(version))
          return outcome.ok
            ? go(`/organisations/${organisation.id}`)
            : shown(changeSiteForm.fill({ ...wanted, version: String(site.version) }), true)
        }),
    ),
    post(
      '/organisations/:organisationId/sites/:siteId/close',
      { permission: 'organisation.manage', audit: 'site.closed', params: siteParam },
      visit =>
        ofSite(visit, async (organisation, site) => {
          const outcome = await closeSite(visit.tx, site.id)
          return outcome.ok ? go(`/organisations/${organisation.id}`) : nothing(outcome.why)
        }),
    ),
  ]
}

function ofOpen(
  visit: Visit<{ organisationId: OrganisationId }, unknown>,
  work: (organisation: Organisation) => Promise<Answer> | Answer,
): Promise<Answer> {
  return ofOrganisation(visit, organisation => (organisation.state === 'open' ? work(organisation) : nothing('closed')))
}

/** The site of an address, while it is in use. */
function ofSite(
  visit: Visit<{ organisationId: OrganisationId; siteId: SiteId }, unknown>,
  work: (organisation: Organisation, site: Site) => Promise<Answer> | Answer,
): Promise<Answer> {
  return ofOpen(visit, async organisation => {
    const site = await findSite(visit.tx, visit.params.siteId)
    return site && site.organisationId === organisation.id && site.closedOn === null
      ? work(organisation, site)
      : nothing('no such site in use')
  })
}
