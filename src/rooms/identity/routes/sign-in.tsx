/** The register of signing in: password, second step, choice, one-time links. */
import { z } from 'zod'
import { dayOf } from '#ground/clock.ts'
import type { FormState } from '#web/form/field.ts'
import { addError } from '#web/form/form.ts'
import { type Answer, again, go, page } from '#web/register.ts'
import type { Membership } from '../account.ts'
import { setPasswordByLink, signOut } from '../actions/accounts.ts'
import { chooseActingAs, confirmSecondStep, giveCode, offerSecondStep, signIn } from '../actions/sign-in.ts'
import { formsIn } from '../forms.ts'
import { html } from '../page.tsx'
import { ChoosePage } from '../pages/account-pages.tsx'
import { CodePage, LinkOverPage, PasswordPage, RecoveryPage, SetUpPage, SignInPage } from '../pages/sign-in-pages.tsx'
import { hashToken, totpAddress } from '../secrets.ts'
import { findLink, isDemoInstallation, listMemberships } from '../store/accounts.ts'
import { DEVICE_COOKIE, get, type HouseRoute, nextStep, post, SESSION_COOKIE, type Visit } from '../visit.ts'
import { wordsIn } from '../words.ts'
import { atStage, deviceCookie, fresh, type IdentityHouse, sessionCookie, sessionOf } from './shared.ts'

const token = z.object({ token: z.string().min(20).max(100) })
const signedOutQuery = z.object({ out: z.string().optional(), set: z.string().optional() })
const NOT_YET = 'nobody is signed in yet'
const HALF_WAY = 'the second step is still to come'

export function signInRoutes(house: IdentityHouse): HouseRoute[] {
  const { sealer } = house
  return [
    get(
      '/sign-in',
      { open: true, why: NOT_YET, audit: { none: 'an empty form' }, query: signedOutQuery },
      async visit => {
        if (await isDemoInstallation(visit.tx)) return go('/demo')
        const note =
          visit.query.out === undefined
            ? visit.query.set === undefined
              ? undefined
              : wordsIn(visit.visitor.language).link.done
            : wordsIn(visit.visitor.language).signIn.signedOut
        return fresh(
          visit,
          html(
            <SignInPage
              form={formsIn(visit.visitor.language).signIn.empty()}
              visitor={visit.visitor}
              {...(note === undefined ? {} : { note })}
            />,
          ),
        )
      },
    ),
    post('/sign-in', { open: true, why: NOT_YET, audit: 'account.sign-in-failed' }, async visit => {
      const form = formsIn(visit.visitor.language).signIn.read(visit.body)
      const shown = (state: FormState<'email' | 'password'>) =>
        html(<SignInPage form={state} visitor={visit.visitor} />)
      if (!form.ok) return again(shown(form))
      const outcome = await signIn(visit.tx, form.value, {
        address: visit.address,
        device: visit.cookies[DEVICE_COOKIE],
      })
      if (outcome.ok)
        return go(outcome.value.stage === 'set-up' ? '/sign-in/set-up' : '/sign-in/code', {
          cookies: [sessionCookie(outcome.value.token)],
        })
      if (outcome.why === 'blocked')
        return {
          ...again(shown(addError(form, wordsIn(visit.visitor.language).signIn.blocked)), {}, 429),
          keep: true,
        } as Answer
      return {
        ...again(
          shown(
            addError(
              addError(form, wordsIn(visit.visitor.language).signIn.wrong, 'email'),
              wordsIn(visit.visitor.language).signIn.again,
              'password',
            ),
          ),
        ),
        keep: true,
      } as Answer
    }),
    get('/sign-in/code', { halfWay: true, why: HALF_WAY, audit: { none: 'an empty form' } }, visit =>
      atStage(visit, 'password-given', () =>
        page(html(<CodePage form={formsIn(visit.visitor.language).code.empty()} visitor={visit.visitor} />)),
      ),
    ),
    post('/sign-in/code', { halfWay: true, why: HALF_WAY, audit: 'account.sign-in-failed' }, visit =>
      atStage(visit, 'password-given', async session => {
        const form = formsIn(visit.visitor.language).code.read(visit.body)
        const shown = (state: FormState<'code'>) => html(<CodePage form={state} visitor={visit.visitor} />)
        if (!form.ok) return again(shown(form))
        const outcome = await giveCode(visit.tx, session, form.value.code, sealer, visit.cookies[DEVICE_COOKIE])
        if (outcome.ok)
          return go('/', { cookies: [sessionCookie(outcome.value.token), deviceCookie(outcome.value.device)] })
        const message =
          outcome.why === 'blocked'
            ? wordsIn(visit.visitor.language).code.blocked
            : wordsIn(visit.visitor.language).code.wrong
        return {
          ...again(shown(addError(form, message, 'code')), {}, outcome.why === 'blocked' ? 429 : 422),
          keep: true,
        } as Answer
      }),
    ),
    get(
      '/sign-in/set-up',
      { halfWay: true, why: HALF_WAY, audit: { none: 'a secret shown to its owner; using it is written down' } },
      visit =>
        atStage(visit, 'set-up', async session => {
          const secret = await offerSecondStep(visit.tx, session.account, sealer)
          return page(
            html(
              <SetUpPage
                form={formsIn(visit.visitor.language).code.empty()}
                visitor={visit.visitor}
                secret={secret}
                address={totpAddress(secret, session.account.email)}
              />,
            ),
          )
        }),
    ),
    post('/sign-in/set-up', { halfWay: true, why: HALF_WAY, audit: 'account.second-step-failed' }, visit =>
      atStage(visit, 'set-up', async session => {
        const form = formsIn(visit.visitor.language).code.read(visit.body)
        const outcome = form.ok ? await confirmSecondStep(visit.tx, session, form.value.code, sealer) : undefined
        if (outcome?.ok) {
          const cookies = [sessionCookie(outcome.value.token), deviceCookie(outcome.value.device)]
          return {
            ...page(
              html(
                <RecoveryPage language={visit.visitor.language} codes={outcome.value.recoveryCodes} renewed={false} />,
              ),
            ),
            cookies,
          } as Answer
        }
        const state = form.ok ? addError(form, wordsIn(visit.visitor.language).setUp.wrong, 'code') : form
        const secret = await offerSecondStep(visit.tx, session.account, sealer)
        return again(
          html(
            <SetUpPage
              form={state}
              visitor={visit.visitor}
              secret={secret}
              address={totpAddress(secret, session.account.email)}
            />,
          ),
        )
      }),
    ),
    get('/sign-in/choose', { halfWay: true, why: HALF_WAY, audit: { none: 'one’s own memberships' } }, async visit => {
      const session = sessionOf(visit.visitor)
      if (session.stage !== 'signed-in') return go(nextStep(session))
      const memberships = await listMemberships(visit.tx, session.account.id)
      return showChoices(visit, memberships)
    }),
    post('/sign-in/choose', { halfWay: true, why: HALF_WAY, audit: 'account.acting-as' }, async visit => {
      const session = sessionOf(visit.visitor)
      if (session.stage !== 'signed-in') return go(nextStep(session))
      const form = formsIn(visit.visitor.language).choose.read(visit.body)
      const outcome = form.ok ? await chooseActingAs(visit.tx, session, form.value.membership) : undefined
      if (outcome?.ok) return go('/')
      const memberships = await listMemberships(visit.tx, session.account.id)
      const state = form.ok ? addError(form, wordsIn(visit.visitor.language).choose.missing, 'membership') : form
      return again(html(<ChoosePage form={state} visitor={visit.visitor} memberships={memberships} />))
    }),
    post(
      '/sign-out',
      { halfWay: true, why: 'anyone with a session may end it', audit: 'account.signed-out' },
      async visit => {
        const session = sessionOf(visit.visitor)
        await signOut(visit.tx, session.id, session.account.id)
        return go('/sign-in?out=1', {
          cookies: [{ name: SESSION_COOKIE, value: '', maxAgeSeconds: 0 }],
          forget: true,
        })
      },
    ),
    get(
      '/link/:token',
      { open: true, why: 'a one-time link', audit: 'account.link-opened', params: token },
      async visit => {
        const link = await findLink(visit.tx, hashToken(visit.params.token))
        if (!link) return fresh(visit, html(<LinkOverPage visitor={visit.visitor} />))
        return fresh(
          visit,
          html(
            <PasswordPage
              form={formsIn(visit.visitor.language).password.empty()}
              visitor={visit.visitor}
              linkToken={visit.params.token}
              email={link.account.email}
              until={dayOf(link.expiresAt)}
            />,
          ),
          link.account.id,
        )
      },
    ),
    post(
      '/link/:token',
      { open: true, why: 'a one-time link', audit: 'account.password-set', params: token },
      async visit => {
        const form = formsIn(visit.visitor.language).password.read(visit.body)
        const link = await findLink(visit.tx, hashToken(visit.params.token))
        if (!link) return again(html(<LinkOverPage visitor={visit.visitor} />))
        const shown = (state: FormState<'password'>) =>
          again(
            html(
              <PasswordPage
                form={state}
                visitor={visit.visitor}
                linkToken={visit.params.token}
                email={link.account.email}
                until={dayOf(link.expiresAt)}
              />,
            ),
          )
        if (!form.ok) return shown(form)
        const outcome = await setPasswordByLink(visit.tx, visit.params.token, form.value.password)
        if (outcome.ok) return go('/sign-in?set=1')
        if (outcome.why === 'link-over') return again(html(<LinkOverPage visitor={visit.visitor} />))
        const words = {
          'too-short': wordsIn(visit.visitor.language).link.tooShort,
          'too-long': wordsIn(visit.visitor.language).link.tooLong,
          'too-obvious': wordsIn(visit.visitor.language).link.tooObvious,
        }
        return shown(addError(form, words[outcome.why], 'password'))
      },
    ),
  ]
}

/** The page on which somebody chooses what to act as. */
export function showChoices(visit: Visit, memberships: readonly Membership[]) {
  return page(
    html(
      <ChoosePage
        form={formsIn(visit.visitor.language).choose.empty()}
        visitor={visit.visitor}
        memberships={memberships}
      />,
    ),
  )
}
