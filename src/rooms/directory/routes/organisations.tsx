/** The register of organisations: all staff read them, administrators keep them. */
import { z } from 'zod'
import type { Tx } from '#ground/database/tx.ts'
import { isId, type OrganisationId } from '#ground/ids.ts'
import { findBitsHeld, listGrantsHeld } from '#rooms/access/index.ts'
import { actorOfVisit, get, type HouseRoute, html, post, roleMay, type Visit } from '#rooms/identity/index.ts'
import { addError } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, type Drawn, go, nothing, page } from '#web/register.ts'
import {
  addOrganisation,
  changeOrganisation,
  closeOrganisation,
  type OrganisationTrouble,
  reopenOrganisation,
  sortKeyOf,
  troubleWith,
} from '../actions/organisations.ts'
import { changeForm, closeForm, filledWith, NOTHING, organisationForm, versionIn } from '../forms.ts'
import { ORGANISATION_KINDS, type Organisation } from '../organisation.ts'
import { AddOrganisationPage, ChangeOrganisationPage, CloseOrganisationPage } from '../pages/organisation-forms.tsx'
import { MOST_SHOWN, OrganisationPage, OrganisationsPage } from '../pages/organisation-pages.tsx'
import { mayReadOf } from '../rules.ts'
import { listAreasOf } from '../store/areas.ts'
import { findOrganisation, listOrganisations, listPredecessors, searchOrganisations } from '../store/organisations.ts'
import { listSites } from '../store/sites.ts'
import { en, organisationTroubles } from '../words.ts'
import type { DirectoryHouse } from './house.ts'

export const organisationParam = z.object({
  organisationId: idParam<OrganisationId>(),
})
const searchQuery = z.object({
  q: z.string().max(200).catch('').default(''),
  kind: z
    .enum(['', ...ORGANISATION_KINDS])
    .catch('')
    .default(''),
  state: z.enum(['', 'all']).catch('').default(''),
})

const FIELD_OF: Readonly<Record<OrganisationTrouble, 'name' | 'urn' | 'discloses' | 'kind'>> = {
  'name-taken': 'name',
  'urn-taken': 'urn',
  'kind-tells': 'discloses',
  'kind-fixed': 'kind',
}

export function organisationRoutes(house: DirectoryHouse): HouseRoute[] {
  return [
    get(
      '/organisations',
      { permission: 'organisation.see', audit: 'organisation.list-viewed', query: searchQuery },
      async visit => {
        const { q, kind, state } = visit.query
        const found = await searchOrganisations(
          visit.tx,
          {
            key: sortKeyOf(q),
            kind: kind === '' ? null : kind,
            closedToo: state === 'all',
            held: keepsDirectory(visit) ? null : await findBitsHeld(visit.tx),
          },
          MOST_SHOWN + 1,
        )
        const mayManage = roleMay(actorOfVisit(visit).role, 'organisation.manage')
        return page(
          html(
            <OrganisationsPage
              visitor={visit.visitor}
              organisations={found}
              filter={visit.query}
              mayManage={mayManage}
            />,
          ),
        )
      },
    ),
    get('/organisations/new', { permission: 'organisation.manage', audit: { none: 'an empty form' } }, visit =>
      page(html(<AddOrganisationPage visitor={visit.visitor} form={organisationForm.empty()} />)),
    ),
    post('/organisations/new', { permission: 'organisation.manage', audit: 'organisation.added' }, async visit => {
      const read = organisationForm.read(visit.body)
      const shown = (state: Parameters<typeof AddOrganisationPage>[0]['form']) =>
        again(html(<AddOrganisationPage visitor={visit.visitor} form={state} />))
      if (!read.ok) return shown(read)
      const trouble = await troubleWith(visit.tx, read.value, null)
      if (trouble !== undefined) return shown(addError(read, organisationTroubles[trouble], FIELD_OF[trouble]))
      return go(`/organisations/${await addOrganisation(visit.tx, read.value)}`)
    }),
    get(
      '/organisations/:organisationId',
      { permission: 'organisation.see', audit: 'organisation.viewed', params: organisationParam },
      visit =>
        ofOrganisation(visit, async organisation =>
          page(await organisationHtml(visit, house, organisation), { target: organisation.id }),
        ),
    ),
    get(
      '/organisations/:organisationId/edit',
      { permission: 'organisation.manage', audit: 'organisation.change-opened', params: organisationParam },
      visit =>
        ofOrganisation(visit, organisation =>
          page(
            html(
              <ChangeOrganisationPage
                visitor={visit.visitor}
                organisation={organisation}
                form={filledWith(organisation)}
                isStale={false}
              />,
            ),
            { target: organisation.id },
          ),
        ),
    ),
    post(
      '/organisations/:organisationId/edit',
      { permission: 'organisation.manage', audit: 'organisation.changed', params: organisationParam },
      visit =>
        ofOrganisation(visit, async organisation => {
          const read = changeForm.read(visit.body)
          const shown = (form: Parameters<typeof ChangeOrganisationPage>[0]['form'], isStale: boolean) =>
            again(
              html(
                <ChangeOrganisationPage
                  visitor={visit.visitor}
                  organisation={organisation}
                  form={form}
                  isStale={isStale}
                />,
              ),
              {},
              isStale ? 409 : 422,
            )
          if (!read.ok) return shown(read, false)
          const { version, ...wanted } = read.value
          const outcome = await changeOrganisation(visit.tx, organisation.id, wanted, versionIn(version))
          if (outcome.ok) return go(`/organisations/${organisation.id}`)
          if (outcome.why === 'unknown') return nothing(outcome.why)
          if (outcome.why === 'stale')
            return shown(changeForm.fill({ ...wanted, version: String(organisation.version) }), true)
          return shown(addError(read, organisationTroubles[outcome.why], FIELD_OF[outcome.why]), false)
        }),
    ),
    get(
      '/organisations/:organisationId/close',
      { permission: 'organisation.manage', audit: 'organisation.close-opened', params: organisationParam },
      visit => ofClosable(visit, async organisation => page(await closeHtml(visit, organisation, closeForm.empty()))),
    ),
    post(
      '/organisations/:organisationId/close',
      { permission: 'organisation.manage', audit: 'organisation.closed', params: organisationParam },
      visit =>
        ofClosable(visit, async organisation => {
          const read = closeForm.read(visit.body)
          if (!read.ok) return again(await closeHtml(visit, organisation, read))
          const { successor } = read.value
          const successorId = successor === NOTHING ? null : isId(successor) ? (successor as OrganisationId) : undefined
          const outcome =
            successorId === undefined
              ? undefined
              : await closeOrganisation(visit.tx, organisation.id, successorId, house.organisationEnded)
          if (outcome?.ok) return go(`/organisations/${organisation.id}`)
          return again(await closeHtml(visit, organisation, addError(read, en.noSuchSuccessor, 'successor')))
        }),
    ),
    post(
      '/organisations/:organisationId/reopen',
      { permission: 'organisation.manage', audit: 'organisation.reopened', params: organisationParam },
      visit =>
        ofOrganisation(visit, async organisation => {
          const outcome = await reopenOrganisation(visit.tx, organisation.id)
          if (outcome.ok) return go(`/organisations/${organisation.id}`)
          if (outcome.why === 'unknown') return nothing(outcome.why)
          const reopening = addError(closeForm.empty(), en.reopenTaken)
          return again(await organisationHtml(visit, house, organisation, reopening), {}, 409)
        }),
    ),
  ]
}

/** Who keeps the directory, or agreements with those in it, reads every name. */
function keepsDirectory(visit: Visit<unknown, unknown>): boolean {
  const { role } = actorOfVisit(visit)
  return roleMay(role, 'organisation.manage') || roleMay(role, 'agreement.manage')
}

/** The organisation of an address, when the visitor may read of it; else it is not there. */
export async function ofOrganisation(
  visit: Visit<{ organisationId: OrganisationId }, unknown>,
  work: (organisation: Organisation) => Promise<Answer> | Answer,
): Promise<Answer> {
  const organisation = await findOrganisation(visit.tx, visit.params.organisationId)
  if (!organisation) return nothing('unknown')
  return (await isReadable(visit)(organisation)) ? work(organisation) : nothing('its name tells of a class')
}

function ofClosable(
  visit: Visit<{ organisationId: OrganisationId }, unknown>,
  work: (organisation: Organisation) => Promise<Answer>,
): Promise<Answer> {
  return ofOrganisation(visit, organisation =>
    organisation.state === 'open' && organisation.kind !== 'partnership-service'
      ? work(organisation)
      : nothing('cannot be closed'),
  )
}

/** Asks once what the visitor may see of anybody, and only when a name tells something. */
function isReadable(visit: Visit<unknown, unknown>): (organisation: Organisation) => Promise<boolean> {
  let held: Promise<number> | undefined
  return async organisation => {
    if (organisation.discloses === 0 || keepsDirectory(visit)) return true
    held ??= findBitsHeld(visit.tx)
    return mayReadOf(organisation, await held, false)
  }
}

async function organisationHtml(
  visit: Visit<unknown, unknown>,
  house: DirectoryHouse,
  organisation: Organisation,
  reopening?: Parameters<typeof OrganisationPage>[0]['reopening'],
): Promise<Drawn> {
  const { tx } = visit
  const { role } = actorOfVisit(visit)
  const readable = isReadable(visit)
  const named = async (o: Organisation) => ({ id: o.id, name: (await readable(o)) ? o.name : undefined })
  const successor = organisation.successorId === null ? undefined : await findOrganisation(tx, organisation.successorId)
  const before = []
  for (const o of await listPredecessors(tx, organisation.id)) before.push(await named(o))
  return html(
    <OrganisationPage
      visitor={visit.visitor}
      organisation={organisation}
      sites={await listSites(tx, organisation.id)}
      areas={await listAreasOf(tx, organisation.id)}
      successor={successor && (await named(successor))}
      predecessors={before}
      rollSince={(await listGrantsHeld(tx, organisation.id)).find(g => g.source === 'own-roll')?.startedAt}
      agreements={roleMay(role, 'agreement.manage') ? await house.agreementsWith(tx, organisation.id) : undefined}
      mayManage={roleMay(role, 'organisation.manage')}
      reopening={reopening}
    />,
  )
}

async function closeHtml(
  visit: Visit<unknown, unknown>,
  organisation: Organisation,
  form: Parameters<typeof CloseOrganisationPage>[0]['form'],
): Promise<Drawn> {
  return html(
    <CloseOrganisationPage
      visitor={visit.visitor}
      organisation={organisation}
      form={form}
      others={await others(visit.tx, organisation)}
    />,
  )
}

async function others(tx: Tx, organisation: Organisation): Promise<readonly Organisation[]> {
  return (await listOrganisations(tx)).filter(
    o => o.state === 'open' && o.id !== organisation.id && o.kind !== 'partnership-service',
  )
}
