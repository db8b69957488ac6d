/** The register of one's own account. */
import { go, page } from '#web/register.ts'
import { setSingleKeys, signOutEverywhere } from '../actions/accounts.ts'
import { renewRecoveryCodes } from '../actions/sign-in.ts'
import { chooseForm } from '../forms.ts'
import { html } from '../page.tsx'
import { AccountPage, ChoosePage } from '../pages/account-pages.tsx'
import { RecoveryPage } from '../pages/sign-in-pages.tsx'
import { countRecoveryCodes, listMemberships } from '../store.ts'
import { actorOfVisit, get, type HouseRoute, post } from '../visit.ts'
import { type IdentityHouse, sessionOf } from './shared.ts'

export function ownAccountRoutes(house: IdentityHouse): HouseRoute[] {
  return [
    get('/account', { permission: 'self.manage', audit: { none: 'one’s own account' } }, async visit => {
      const actor = actorOfVisit(visit)
      const organisations = await house.listOrganisations(visit.tx)
      const codesLeft = await countRecoveryCodes(visit.tx, actor.accountId)
      return page(
        html(
          <AccountPage
            visitor={visit.visitor}
            codesLeft={codesLeft}
            organisationName={organisations.find(o => o.id === actor.organisationId)?.name ?? ''}
          />,
        ),
      )
    }),
    get(
      '/account/partnership',
      { permission: 'self.manage', audit: { none: 'one’s own memberships' } },
      async visit => {
        const memberships = await listMemberships(visit.tx, actorOfVisit(visit).accountId)
        return page(
          html(<ChoosePage form={chooseForm.empty()} csrfToken={visit.visitor.csrfToken} memberships={memberships} />),
        )
      },
    ),
    post(
      '/account/recovery-codes',
      { permission: 'self.manage', audit: 'account.recovery-codes-made' },
      async visit => {
        const codes = await renewRecoveryCodes(visit.tx, sessionOf(visit.visitor).account)
        return page(html(<RecoveryPage codes={codes} renewed />))
      },
    ),
    post('/account/keys', { permission: 'self.manage', audit: 'account.keys-changed' }, async visit => {
      await setSingleKeys(visit.tx, actorOfVisit(visit).accountId, visit.body['on'] === 'yes')
      return go('/account')
    }),
    post(
      '/account/sign-out-everywhere',
      { permission: 'self.manage', audit: 'account.signed-out-everywhere' },
      async visit => {
        const actor = actorOfVisit(visit)
        await signOutEverywhere(visit.tx, actor.accountId, actor.sessionId)
        return go('/account')
      },
    ),
  ]
}
