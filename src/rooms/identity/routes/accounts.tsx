/** The register of other people's accounts, for administrators of a partnership. */
import { z } from 'zod'
import { type AccountId, type RowId } from '#ground/ids.ts'
import { addError } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, go, nothing, page } from '#web/register.ts'
import { inviteColleague, removeMembership, resetAccount, setAccountState } from '../actions/accounts.ts'
import { inviteForm } from '../forms.ts'
import { html } from '../page.tsx'
import { AccountsPage, InvitePage, LinkPage } from '../pages/account-pages.tsx'
import { listMemberships } from '../store/accounts.ts'
import { type Colleague, listColleagues, listColleaguesAmong } from '../store/colleagues.ts'
import { get, type HouseRoute, post, type Visit } from '../visit.ts'
import { colleagues } from '../words.ts'
import type { IdentityHouse } from './shared.ts'

const accountParam = z.object({
  accountId: idParam<AccountId>(),
})
const membershipParam = accountParam.extend({
  membershipId: idParam<RowId>(),
})

export function accountRoutes(house: IdentityHouse): HouseRoute[] {
  const linkPage = (visit: Visit<unknown, unknown>, linkToken: string | undefined) =>
    page(
      html(
        <LinkPage
          visitor={visit.visitor}
          link={linkToken === undefined ? undefined : `${house.publicUrl}/link/${linkToken}`}
        />,
      ),
    )
  return [
    get('/accounts', { permission: 'account.manage', audit: 'account.list-viewed' }, async visit => {
      const organisations = new Map((await house.listOrganisations(visit.tx)).map(o => [o.id as string, o.name]))
      return page(
        html(
          <AccountsPage
            visitor={visit.visitor}
            colleagues={await listColleagues(visit.tx)}
            organisations={organisations}
          />,
        ),
      )
    }),
    get('/accounts/new', { permission: 'account.manage', audit: { none: 'an empty form' } }, async visit =>
      page(
        html(
          <InvitePage
            visitor={visit.visitor}
            form={inviteForm.empty()}
            organisations={(await house.listOrganisations(visit.tx)).filter(o => o.state === 'open')}
          />,
        ),
      ),
    ),
    post('/accounts/new', { permission: 'account.manage', audit: 'account.invited' }, async visit => {
      const form = inviteForm.read(visit.body)
      const organisations = (await house.listOrganisations(visit.tx)).filter(o => o.state === 'open')
      const organisation = form.ok ? organisations.find(o => o.id === form.value.organisation) : undefined
      if (!form.ok || !organisation) {
        const state = form.ok ? addError(form, colleagues.missingOrganisation, 'organisation') : form
        return again(html(<InvitePage visitor={visit.visitor} form={state} organisations={organisations} />))
      }
      const { name, email, role } = form.value
      const invited = await inviteColleague(visit.tx, {
        name,
        email,
        role,
        jobTitle: form.value['job-title'] ?? '',
        organisationId: organisation.id,
      })
      await house.roleGiven(visit.tx, { accountId: invited.accountId, role })
      return linkPage(visit, invited.linkToken)
    }),
    post(
      '/accounts/:accountId/reset',
      { permission: 'account.manage', audit: 'account.link-made', params: accountParam },
      visit =>
        ifOwnColleague(visit, visit.params.accountId, async () =>
          linkPage(visit, await resetAccount(visit.tx, visit.params.accountId, false)),
        ),
    ),
    post(
      '/accounts/:accountId/reset-second-step',
      { permission: 'account.manage', audit: 'account.link-made', params: accountParam },
      visit =>
        ifOwnColleague(visit, visit.params.accountId, async () =>
          linkPage(visit, await resetAccount(visit.tx, visit.params.accountId, true)),
        ),
    ),
    post(
      '/accounts/:accountId/disable',
      { permission: 'account.manage', audit: 'account.disabled', params: accountParam },
      visit =>
        ifOwnColleague(visit, visit.params.accountId, async () => {
          await setAccountState(visit.tx, visit.params.accountId, 'disabled')
          await house.accountOff(visit.tx, visit.params.accountId)
          return go('/accounts')
        }),
    ),
    post(
      '/accounts/:accountId/enable',
      { permission: 'account.manage', audit: 'account.enabled', params: accountParam },
      visit =>
        ifOwnColleague(visit, visit.params.accountId, async () => {
          await setAccountState(visit.tx, visit.params.accountId, 'active')
          return go('/accounts')
        }),
    ),
    post(
      '/accounts/:accountId/memberships/:membershipId/end',
      { permission: 'account.manage', audit: 'account.membership-ended', params: membershipParam },
      visit =>
        ifColleague(visit, visit.params.accountId, async held => {
          const { accountId, membershipId } = visit.params
          // The membership must be this colleague's own: another's would end without ending their sessions.
          if (!held.some(one => one.membershipId === membershipId)) return nothing('not their membership')
          await removeMembership(visit.tx, membershipId, accountId)
          const stay = held.filter(one => one.membershipId !== membershipId)
          await house.roleEnded(visit.tx, {
            accountId,
            left: stay.map(one => one.role),
            agencies: stay.map(one => one.organisationId),
          })
          return go('/accounts')
        }),
    ),
  ]
}

/** An administrator manages the accounts of their own partnership and no others. */
async function ifColleague(
  visit: Visit<unknown, unknown>,
  accountId: AccountId,
  work: (held: readonly Colleague[]) => Promise<Answer>,
): Promise<Answer> {
  const held = await listColleaguesAmong(visit.tx, [accountId])
  return held.length > 0 ? work(held) : nothing('not a colleague')
}

/**
 * Somebody who works for another partnership too is not one administrator's to reset or switch off: whoever holds the link
 * could act there as well. The person who runs the installation does it by command.
 */
function ifOwnColleague(
  visit: Visit<unknown, unknown>,
  accountId: AccountId,
  work: () => Promise<Answer>,
): Promise<Answer> {
  return ifColleague(visit, accountId, async () => {
    const memberships = await listMemberships(visit.tx, accountId)
    return memberships.every(m => m.partnershipId === visit.tx.acting.partnershipId)
      ? work()
      : nothing('works elsewhere too')
  })
}
