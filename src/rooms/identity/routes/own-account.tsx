/** The register of one's own account. */
import { again, type Drawn, go, page } from '#web/register.ts'
import { setHomePostcode, setSingleKeys, signOutEverywhere } from '../actions/accounts.ts'
import { renewRecoveryCodes } from '../actions/sign-in.ts'
import { chooseForm, homeForm } from '../forms.ts'
import { html } from '../page.tsx'
import { AccountPage, ChoosePage } from '../pages/account-pages.tsx'
import { RecoveryPage } from '../pages/sign-in-pages.tsx'
import { countRecoveryCodes, listHomePostcodes, listMemberships } from '../store.ts'
import { actorOfVisit, get, type HouseRoute, post, type Visit } from '../visit.ts'
import { type IdentityHouse, sessionOf } from './shared.ts'

export function ownAccountRoutes(house: IdentityHouse): HouseRoute[] {
  const shown = async (
    visit: Visit<unknown, unknown>,
    home: Parameters<typeof AccountPage>[0]['home'],
  ): Promise<Drawn> => {
    const { accountId, organisationId } = actorOfVisit(visit)
    const organisations = await house.listOrganisations(visit.tx)
    return html(
      <AccountPage
        visitor={visit.visitor}
        codesLeft={await countRecoveryCodes(visit.tx, accountId)}
        organisationName={organisations.find(o => o.id === organisationId)?.name ?? ''}
        home={home}
        keepsHome={(await listHomePostcodes(visit.tx, [accountId])).size > 0}
      />,
    )
  }
  return [
    get('/account', { permission: 'self.manage', audit: { none: 'one’s own account' } }, async visit => {
      return page(await shown(visit, homeForm.empty()))
    }),
    post('/account/home', { permission: 'self.manage', audit: 'account.home-postcode-kept' }, async visit => {
      const read = homeForm.read(visit.body)
      if (!read.ok) return again(await shown(visit, read))
      await setHomePostcode(visit.tx, house.sealer, actorOfVisit(visit).accountId, read.value.postcode)
      return go('/account')
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
