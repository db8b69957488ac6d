/** The register of what was agreed with hosts: advisers read their own, whoever manages deployments writes, never about themselves. */
import { z } from 'zod'
import type { RowId } from '#ground/ids.ts'
import { listOrganisations } from '#rooms/directory/index.ts'
import {
  actorOfVisit,
  type Colleague,
  findNames,
  get,
  type HouseRoute,
  html,
  post,
  roleMay,
  type Visit,
} from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, type Drawn, go, nothing, page } from '#web/register.ts'
import { asShown } from '#web/stale.ts'
import { isOneself } from '../actions/colleagues.ts'
import type { Deployment } from '../deployment.ts'
import { stateOn } from '../rules.ts'
import { findDeployment } from '../store/deployments.ts'
import { listManagers, writeTerms } from './actions.ts'
import { factsOf, filledWith, termsForm } from './forms.ts'
import { TermsFormPage, TermsPage } from './pages.tsx'
import { listVersions } from './store.ts'
import type { HostTerms } from './terms.ts'
import { termsTroubles } from './words.ts'

const rowParam = z.object({ rowId: idParam<RowId>() })
type RowVisit = Visit<{ rowId: RowId }, unknown>

const AT = {
  'agreed-ahead': 'agreed',
  'inducted-ahead': 'inducted',
  'look-past': 'look',
  'look-far': 'look',
  'own-manager': 'manager',
  'no-manager': 'manager',
} as const satisfies Record<keyof typeof termsTroubles, string>

export function hostingRoutes(): HouseRoute[] {
  return [
    get(
      '/deployments/:rowId/agreed',
      { permission: 'institution.see', audit: 'deployment.terms-viewed', params: rowParam },
      async visit => {
        const one = await findDeployment(visit.tx, visit.params.rowId)
        const actor = actorOfVisit(visit)
        if (!one || (one.accountId !== actor.accountId && !roleMay(actor.role, 'deployment.manage')))
          return nothing('unknown')
        const versions = await listVersions(visit.tx, one.rowId)
        const isOver = stateOn(one, visit.tx.acting.today) === 'over'
        return page(
          html(
            <TermsPage
              {...(await partsOf(visit, one, versions))}
              versions={versions}
              managers={(await listManagers(visit.tx, one)).map(c => c.accountId)}
              mayWrite={!isOver && !isOneself(visit.tx, one.accountId) && roleMay(actor.role, 'deployment.manage')}
              isOver={isOver}
              today={visit.tx.acting.today}
            />,
          ),
          { target: one.rowId },
        )
      },
    ),
    get(
      '/deployments/:rowId/agreed/change',
      { permission: 'deployment.manage', audit: 'deployment.terms-viewed', params: rowParam },
      visit =>
        writable(visit, async one => {
          const managers = await listManagers(visit.tx, one)
          const made = termsForm(managers.map(c => c.accountId))
          const [last] = await listVersions(visit.tx, one.rowId)
          const form = last === undefined ? made.fill({ hours: one.hours }) : filledWith(made, last)
          return page(await formPage(visit, one, managers, last, form, false), { target: one.rowId })
        }),
    ),
    post(
      '/deployments/:rowId/agreed/change',
      { permission: 'deployment.manage', audit: 'deployment.terms-agreed', params: rowParam },
      visit => writable(visit, one => write(visit, one)),
    ),
  ]
}

/** A deployment that goes on or is to come, of somebody else. */
async function writable(visit: RowVisit, work: (one: Deployment) => Promise<Answer>): Promise<Answer> {
  const one = await findDeployment(visit.tx, visit.params.rowId)
  if (!one || isOneself(visit.tx, one.accountId)) return nothing('unknown')
  return stateOn(one, visit.tx.acting.today) === 'over' ? nothing('over') : work(one)
}

async function write(visit: RowVisit, one: Deployment): Promise<Answer> {
  const managers = await listManagers(visit.tx, one)
  const made = termsForm(managers.map(c => c.accountId))
  const read = made.read(visit.body)
  const [last] = await listVersions(visit.tx, one.rowId)
  const shown = { version: asShown(visit, { version: 0 }).version }
  if (!read.ok) return again(await formPage(visit, one, managers, last && { ...last, ...shown }, read, false))
  const done = await writeTerms(visit.tx, one, shown.version, factsOf(read.value))
  if (done.ok) return go(`/deployments/${one.rowId}/agreed`)
  if (done.why === 'own-terms' || done.why === 'over') return nothing(done.why)
  if (done.why === 'stale') return again(await formPage(visit, one, managers, last, read, true), {}, 409)
  const told = addError(read, termsTroubles[done.why], AT[done.why])
  return again(await formPage(visit, one, managers, last && { ...last, ...shown }, told, false))
}

async function partsOf(visit: RowVisit, one: Deployment, versions: readonly HostTerms[]) {
  const { tx } = visit
  const ids = [one.accountId, ...versions.flatMap(t => [t.managerId, ...(t.recordedBy === null ? [] : [t.recordedBy])])]
  const names = await findNames(tx, [...new Set(ids)])
  const place = (await listOrganisations(tx)).find(o => o.id === one.organisationId)?.name ?? ''
  return {
    ...{ visitor: visit.visitor, deploymentId: one.rowId, adviser: names.get(one.accountId) ?? '', place, names },
    isOwn: one.accountId === actorOfVisit(visit).accountId,
  }
}

async function formPage(
  visit: RowVisit,
  one: Deployment,
  managers: readonly Colleague[],
  terms: HostTerms | undefined,
  form: FormState,
  isStale: boolean,
): Promise<Drawn> {
  return html(
    <TermsFormPage {...(await partsOf(visit, one, terms ? [terms] : []))} {...{ terms, managers, form, isStale }} />,
  )
}
