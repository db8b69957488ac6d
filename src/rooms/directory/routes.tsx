/** The register of organisations, for administrators of a partnership. */
import { get, type HouseRoute, html, post } from '#rooms/identity/index.ts'
import { choice } from '#web/form/choice.ts'
import { addError, form } from '#web/form/form.ts'
import { text } from '#web/form/text.ts'
import { again, go, page } from '#web/register.ts'
import { addOrganisation } from './actions.ts'
import { ORGANISATION_KINDS } from './organisation.ts'
import { AddOrganisationPage, OrganisationsPage } from './pages/organisation-pages.tsx'
import { listOrganisations } from './store.ts'
import { en } from './words.ts'

const organisationForm = form(
  {
    name: text({ missing: en.missingName, max: 200, tooLong: en.tooLong }),
    kind: choice(ORGANISATION_KINDS, { missing: en.missingKind }),
    urn: text({ optional: true, max: 10, tooLong: en.badUrn }),
    ukprn: text({ optional: true, max: 10, tooLong: en.badUkprn }),
  },
  value => [
    ...(value.urn !== null && !/^\d{6}$/.test(value.urn) ? [{ field: 'urn' as const, message: en.badUrn }] : []),
    ...(value.ukprn !== null && !/^1\d{7}$/.test(value.ukprn)
      ? [{ field: 'ukprn' as const, message: en.badUkprn }]
      : []),
  ],
)

export function directoryRoutes(): HouseRoute[] {
  return [
    get('/organisations', { permission: 'organisation.manage', audit: 'organisation.list-viewed' }, async visit =>
      page(html(<OrganisationsPage visitor={visit.visitor} organisations={await listOrganisations(visit.tx)} />)),
    ),
    get('/organisations/new', { permission: 'organisation.manage', audit: { none: 'an empty form' } }, visit =>
      page(html(<AddOrganisationPage visitor={visit.visitor} form={organisationForm.empty()} />)),
    ),
    post('/organisations/new', { permission: 'organisation.manage', audit: 'organisation.added' }, async visit => {
      const read = organisationForm.read(visit.body)
      const shown = (state: Parameters<typeof AddOrganisationPage>[0]['form']) =>
        again(html(<AddOrganisationPage visitor={visit.visitor} form={state} />))
      if (!read.ok) return shown(read)
      const wanted = read.value.name.toLowerCase()
      if ((await listOrganisations(visit.tx)).some(o => o.name.toLowerCase() === wanted))
        return shown(addError(read, en.taken, 'name'))
      await addOrganisation(visit.tx, read.value)
      return go('/organisations')
    }),
  ]
}
