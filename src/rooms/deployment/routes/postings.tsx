/** The register of deployment to institutions, cover and the duty desk. */
import { z } from 'zod'
import type { Tx } from '#ground/database/tx.ts'
import { type AccountId, isId, type OrganisationId, type RowId } from '#ground/ids.ts'
import { listOrganisations } from '#rooms/directory/index.ts'
import { findNames, get, type HouseRoute, html, post, type Visit } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { again, type Drawn, go, nothing, page } from '#web/register.ts'
import { isOneself, listAdvisers } from '../actions/colleagues.ts'
import { endCover, setCover } from '../actions/covers.ts'
import { deploy, endDeployment } from '../actions/deployments.ts'
import { endDuty, setDuty } from '../actions/duty.ts'
import { coverForm, deploymentForm, dutyForm } from '../forms.ts'
import { listTerms } from '../hosting/store.ts'
import { CoversPage, DeploymentsPage, DutyPage, NewCoverPage, NewDeploymentPage } from '../pages/posting-pages.tsx'
import { hasRoll } from '../rules.ts'
import { listCovers } from '../store/covers.ts'
import { listDeployments } from '../store/deployments.ts'
import { listDutyDays } from '../store/duty.ts'
import { coverTroubles, deploymentTroubles, dutyTroubles } from '../words.ts'

const rowParam = z.object({
  rowId: idParam<RowId>(),
})

export function postingRoutes(): HouseRoute[] {
  return [
    get(
      '/deployments',
      { permission: 'deployment.manage', audit: 'deployment.list-viewed' },
      async ({ tx, visitor }) => {
        const deployments = await listDeployments(tx, null)
        const terms = await listTerms(
          tx,
          deployments.map(d => d.rowId),
        )
        const names = await findNames(tx, [...new Set(deployments.map(d => d.accountId))])
        const organisations = new Map((await listOrganisations(tx)).map(o => [o.id as string, o.name]))
        return page(
          html(
            <DeploymentsPage
              visitor={visitor}
              today={tx.acting.today}
              deployments={deployments}
              names={names}
              organisations={organisations}
              terms={new Map(terms.map(t => [t.deploymentId as string, t]))}
            />,
          ),
        )
      },
    ),
    get('/deployments/new', { permission: 'deployment.manage', audit: { none: 'an empty form' } }, async visit =>
      page(await newDeployment(visit, deploymentForm.empty())),
    ),
    post('/deployments/new', { permission: 'deployment.manage', audit: 'deployment.started' }, async visit => {
      const read = deploymentForm.read(visit.body)
      if (!read.ok) return again(await newDeployment(visit, read))
      const { adviser, institution, hours, from, last } = read.value
      if (!isId(adviser))
        return again(await newDeployment(visit, addError(read, deploymentTroubles['no-such-adviser'], 'adviser')))
      if (!isId(institution))
        return again(
          await newDeployment(visit, addError(read, deploymentTroubles['no-such-institution'], 'institution')),
        )
      const outcome = await deploy(visit.tx, {
        accountId: adviser as AccountId,
        organisationId: institution as OrganisationId,
        hours: hours ?? '',
        from,
        lastOn: last,
      })
      if (outcome.ok) return go('/deployments')
      const field = {
        'no-such-adviser': 'adviser',
        'own-access': 'adviser',
        'no-such-institution': 'institution',
        'already-deployed': 'from',
        'ends-before-it-starts': 'last',
        'over-already': 'last',
      } as const
      return again(await newDeployment(visit, addError(read, deploymentTroubles[outcome.why], field[outcome.why])))
    }),
    post(
      '/deployments/:rowId/end',
      { permission: 'deployment.manage', audit: 'deployment.ended', params: rowParam },
      async visit => {
        const outcome = await endDeployment(visit.tx, visit.params.rowId, 'Ended by a team leader')
        return outcome.ok ? go('/deployments') : nothing(outcome.why)
      },
    ),
    get('/covers', { permission: 'deployment.manage', audit: 'cover.list-viewed' }, async ({ tx, visitor }) => {
      const covers = await listCovers(tx, null)
      const names = await findNames(tx, [...new Set(covers.flatMap(c => [c.accountId, c.awayId]))])
      return page(html(<CoversPage visitor={visitor} today={tx.acting.today} covers={covers} names={names} />))
    }),
    get('/covers/new', { permission: 'deployment.manage', audit: { none: 'an empty form' } }, async visit =>
      page(await newCover(visit, coverForm.empty())),
    ),
    post('/covers/new', { permission: 'deployment.manage', audit: 'cover.set' }, async visit => {
      const read = coverForm.read(visit.body)
      if (!read.ok) return again(await newCover(visit, read))
      const { away, covers, reason, from, last } = read.value
      if (!isId(away)) return again(await newCover(visit, addError(read, coverTroubles['nobody-away'], 'away')))
      if (!isId(covers)) return again(await newCover(visit, addError(read, coverTroubles['no-such-adviser'], 'covers')))
      const outcome = await setCover(visit.tx, {
        awayId: away as AccountId,
        accountId: covers as AccountId,
        reason,
        from,
        lastOn: last,
      })
      if (outcome.ok) return go('/covers')
      const field = {
        'nobody-away': 'away',
        'not-your-team': 'away',
        'no-such-adviser': 'covers',
        'same-person': 'covers',
        'own-access': 'covers',
        'already-covered': 'from',
        past: 'from',
        'ends-before-it-starts': 'last',
        'too-long': 'last',
      } as const
      return again(await newCover(visit, addError(read, coverTroubles[outcome.why], field[outcome.why])))
    }),
    post(
      '/covers/:rowId/end',
      { permission: 'deployment.manage', audit: 'cover.ended', params: rowParam },
      async visit => {
        const outcome = await endCover(visit.tx, visit.params.rowId, 'Ended by a team leader')
        return outcome.ok ? go('/covers') : nothing(outcome.why)
      },
    ),
    get('/duty', { permission: 'deployment.manage', audit: 'duty.list-viewed' }, async visit =>
      page(await dutyPage(visit, dutyForm.empty())),
    ),
    post('/duty', { permission: 'deployment.manage', audit: 'duty.set' }, async visit => {
      const read = dutyForm.read(visit.body)
      if (!read.ok) return again(await dutyPage(visit, read))
      const { adviser, on } = read.value
      if (!isId(adviser))
        return again(await dutyPage(visit, addError(read, dutyTroubles['no-such-adviser'], 'adviser')))
      const outcome = await setDuty(visit.tx, { accountId: adviser as AccountId, onDay: on })
      if (outcome.ok) return go('/duty')
      const field = {
        'no-such-adviser': 'adviser',
        'own-access': 'adviser',
        'on-duty': 'on',
        past: 'on',
        'too-far': 'on',
      } as const
      return again(await dutyPage(visit, addError(read, dutyTroubles[outcome.why], field[outcome.why])))
    }),
    post(
      '/duty/:rowId/end',
      { permission: 'deployment.manage', audit: 'duty.ended', params: rowParam },
      async visit => {
        const outcome = await endDuty(visit.tx, visit.params.rowId, 'Taken off the rota')
        return outcome.ok ? go('/duty') : nothing(outcome.why)
      },
    ),
  ]
}

async function newDeployment(
  visit: Visit<unknown, unknown>,
  form: Parameters<typeof NewDeploymentPage>[0]['form'],
): Promise<Drawn> {
  const institutions = (await listOrganisations(visit.tx)).filter(
    o => o.state === 'open' && o.discloses === 0 && hasRoll(o.kind),
  )
  return html(
    <NewDeploymentPage
      visitor={visit.visitor}
      form={form}
      advisers={await advisersButSelf(visit.tx)}
      institutions={institutions}
    />,
  )
}

async function newCover(
  visit: Visit<unknown, unknown>,
  form: FormState<'away' | 'covers' | 'reason' | 'from' | 'last'>,
): Promise<Drawn> {
  return html(<NewCoverPage visitor={visit.visitor} form={form} advisers={await listAdvisers(visit.tx)} />)
}

async function dutyPage(visit: Visit<unknown, unknown>, form: FormState<'adviser' | 'on'>): Promise<Drawn> {
  const { tx } = visit
  const days = await listDutyDays(tx, null)
  const names = await findNames(tx, [...new Set(days.map(d => d.accountId))])
  return html(
    <DutyPage
      visitor={visit.visitor}
      today={tx.acting.today}
      days={days}
      names={names}
      form={form}
      advisers={await advisersButSelf(tx)}
    />,
  )
}

/** Nobody opens records to themselves, so nobody is offered themselves. */
async function advisersButSelf(tx: Tx) {
  return (await listAdvisers(tx)).filter(a => !isOneself(tx, a.accountId))
}
