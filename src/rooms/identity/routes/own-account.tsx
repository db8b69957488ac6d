/** The register of one's own account. */
import { languageCookie } from '#web/language.ts'
import { again, type Drawn, go, page } from '#web/register.ts'
import { setHomePostcode, setLanguage, setSingleKeys, signOutEverywhere } from '../actions/accounts.ts'
import { renewRecoveryCodes } from '../actions/sign-in.ts'
import { formsIn } from '../forms.ts'
import { html } from '../page.tsx'
import { AccountPage } from '../pages/account-pages.tsx'
import { RecoveryPage } from '../pages/sign-in-pages.tsx'
import { listHomePostcodes, listMemberships } from '../store/accounts.ts'
import { countRecoveryCodes } from '../store/second-step.ts'
import { actorOfVisit, get, type HouseRoute, post, type Visit } from '../visit.ts'
import { type IdentityHouse, sessionOf } from './shared.ts'
import { showChoices } from './sign-in.tsx'

export function ownAccountRoutes(house: IdentityHouse): HouseRoute[] {
  const shown = async (
    visit: Visit<unknown, unknown>,
    refused: Partial<Pick<Parameters<typeof AccountPage>[0], 'home' | 'language'>> = {},
  ): Promise<Drawn> => {
    const { language } = visit.visitor
    const forms = formsIn(language)
    const { accountId, organisationId } = actorOfVisit(visit)
    const organisations = await house.listOrganisations(visit.tx)
    return html(
      <AccountPage
        visitor={visit.visitor}
        codesLeft={await countRecoveryCodes(visit.tx, accountId)}
        organisationName={organisations.find(o => o.id === organisationId)?.name ?? ''}
        home={refused.home ?? forms.home.empty()}
        language={refused.language ?? forms.language.fill({ language })}
        keepsHome={(await listHomePostcodes(visit.tx, [accountId])).size > 0}
      />,
    )
  }
  return [
    get('/account', { permission: 'self.manage', audit: { none: 'one’s own account' } }, async visit => {
      return page(await shown(visit))
    }),
    post('/account/home', { permission: 'self.manage', audit: 'account.home-postcode-kept' }, async visit => {
      const read = formsIn(visit.visitor.language).home.read(visit.body)
      if (!read.ok) return again(await shown(visit, { home: read }))
      await setHomePostcode(visit.tx, house.sealer, actorOfVisit(visit).accountId, read.value.postcode)
      return go('/account')
    }),
    get(
      '/account/partnership',
      { permission: 'self.manage', audit: { none: 'one’s own memberships' } },
      async visit => {
        const memberships = await listMemberships(visit.tx, actorOfVisit(visit).accountId)
        return showChoices(visit, memberships)
      },
    ),
    post(
      '/account/recovery-codes',
      { permission: 'self.manage', audit: 'account.recovery-codes-made' },
      async visit => {
        const codes = await renewRecoveryCodes(visit.tx, sessionOf(visit.visitor).account)
        return page(html(<RecoveryPage language={visit.visitor.language} codes={codes} renewed />))
      },
    ),
    post('/account/keys', { permission: 'self.manage', audit: 'account.keys-changed' }, async visit => {
      await setSingleKeys(visit.tx, actorOfVisit(visit).accountId, visit.body['on'] === 'yes')
      return go('/account')
    }),
    post('/account/language', { permission: 'self.manage', audit: 'account.language-chosen' }, async visit => {
      const read = formsIn(visit.visitor.language).language.read(visit.body)
      if (!read.ok) return again(await shown(visit, { language: read }))
      const { language } = read.value
      await setLanguage(visit.tx, actorOfVisit(visit).accountId, language)
      // On this browser signing in again is in it, too.
      return go('/account', { cookies: [languageCookie(language)] })
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
