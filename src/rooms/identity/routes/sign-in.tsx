/** The register of signing in: password, second step, choice, one-time links. */
import { z } from 'zod'
import type { FormState } from '#web/form/field.ts'
import { addError } from '#web/form/form.ts'
import { type Answer, again, go, page } from '#web/register.ts'
import { setPasswordByLink, signOut } from '../actions/accounts.ts'
import { chooseActingAs, confirmSecondStep, giveCode, offerSecondStep, signIn } from '../actions/sign-in.ts'
import { chooseForm, codeForm, passwordForm, signInForm } from '../forms.ts'
import { html } from '../page.tsx'
import { ChoosePage } from '../pages/account-pages.tsx'
import { CodePage, LinkOverPage, PasswordPage, RecoveryPage, SetUpPage, SignInPage } from '../pages/sign-in-pages.tsx'
import { hashToken, totpAddress } from '../secrets.ts'
import { findLink, isDemoInstallation, listMemberships } from '../store.ts'
import { DEVICE_COOKIE, get, type HouseRoute, nextStep, post, SESSION_COOKIE } from '../visit.ts'
import { en } from '../words.ts'
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
              : en.link.done
            : en.signIn.signedOut
        return fresh(
          visit,
          html(
            <SignInPage
              form={signInForm.empty()}
              csrfToken={visit.visitor.csrfToken}
              {...(note === undefined ? {} : { note })}
            />,
          ),
        )
      },
    ),
    post('/sign-in', { open: true, why: NOT_YET, audit: 'account.sign-in-failed' }, async visit => {
      const form = signInForm.read(visit.body)
      const shown = (state: FormState<'email' | 'password'>) =>
        html(<SignInPage form={state} csrfToken={visit.visitor.csrfToken} />)
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
        return { ...again(shown(addError(form, en.signIn.blocked)), {}, 429), keep: true } as Answer
      return {
        ...again(shown(addError(addError(form, en.signIn.wrong, 'email'), en.signIn.again, 'password'))),
        keep: true,
      } as Answer
    }),
    get('/sign-in/code', { halfWay: true, why: HALF_WAY, audit: { none: 'an empty form' } }, visit =>
      atStage(visit, 'password-given', () =>
        page(html(<CodePage form={codeForm.empty()} csrfToken={visit.visitor.csrfToken} />)),
      ),
    ),
    post('/sign-in/code', { halfWay: true, why: HALF_WAY, audit: 'account.sign-in-failed' }, visit =>
      atStage(visit, 'password-given', async session => {
        const form = codeForm.read(visit.body)
        const shown = (state: FormState<'code'>) => html(<CodePage form={state} csrfToken={visit.visitor.csrfToken} />)
        if (!form.ok) return again(shown(form))
        const outcome = await giveCode(visit.tx, session, form.value.code, sealer, visit.cookies[DEVICE_COOKIE])
        if (outcome.ok)
          return go('/', { cookies: [sessionCookie(outcome.value.token), deviceCookie(outcome.value.device)] })
        const message = outcome.why === 'blocked' ? en.code.blocked : en.code.wrong
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
                form={codeForm.empty()}
                csrfToken={visit.visitor.csrfToken}
                secret={secret}
                address={totpAddress(secret, session.account.email)}
              />,
            ),
          )
        }),
    ),
    post('/sign-in/set-up', { halfWay: true, why: HALF_WAY, audit: 'account.second-step-failed' }, visit =>
      atStage(visit, 'set-up', async session => {
        const form = codeForm.read(visit.body)
        const outcome = form.ok ? await confirmSecondStep(visit.tx, session, form.value.code, sealer) : undefined
        if (outcome?.ok) {
          const cookies = [sessionCookie(outcome.value.token), deviceCookie(outcome.value.device)]
          return {
            ...page(html(<RecoveryPage codes={outcome.value.recoveryCodes} renewed={false} />)),
            cookies,
          } as Answer
        }
        const state = form.ok ? addError(form, en.setUp.wrong, 'code') : form
        const secret = await offerSecondStep(visit.tx, session.account, sealer)
        return again(
          html(
            <SetUpPage
              form={state}
              csrfToken={visit.visitor.csrfToken}
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
      return page(
        html(<ChoosePage form={chooseForm.empty()} csrfToken={visit.visitor.csrfToken} memberships={memberships} />),
      )
    }),
    post('/sign-in/choose', { halfWay: true, why: HALF_WAY, audit: 'account.acting-as' }, async visit => {
      const session = sessionOf(visit.visitor)
      if (session.stage !== 'signed-in') return go(nextStep(session))
      const form = chooseForm.read(visit.body)
      const outcome = form.ok ? await chooseActingAs(visit.tx, session, form.value.membership) : undefined
      if (outcome?.ok) return go('/')
      const memberships = await listMemberships(visit.tx, session.account.id)
      const state = form.ok ? addError(form, en.choose.missing, 'membership') : form
      return again(html(<ChoosePage form={state} csrfToken={visit.visitor.csrfToken} memberships={memberships} />))
    }),
    post(
      '/sign-out',
      { halfWay: true, why: 'anyone with a session may end it', audit: 'account.signed-out' },
      async visit => {
        const session = sessionOf(visit.visitor)
        await signOut(visit.tx, session.id, session.account.id)
        return go('/sign-in?out=1', { cookies: [{ name: SESSION_COOKIE, value: '', maxAgeSeconds: 0 }] })
      },
    ),
    get(
      '/link/:token',
      { open: true, why: 'a one-time link', audit: 'account.link-opened', params: token },
      async visit => {
        const link = await findLink(visit.tx, hashToken(visit.params.token))
        if (!link) return fresh(visit, html(<LinkOverPage />))
        return fresh(
          visit,
          html(
            <PasswordPage
              form={passwordForm.empty()}
              csrfToken={visit.visitor.csrfToken}
              linkToken={visit.params.token}
              email={link.account.email}
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
        const form = passwordForm.read(visit.body)
        const link = await findLink(visit.tx, hashToken(visit.params.token))
        if (!link) return again(html(<LinkOverPage />))
        const shown = (state: FormState<'password'>) =>
          again(
            html(
              <PasswordPage
                form={state}
                csrfToken={visit.visitor.csrfToken}
                linkToken={visit.params.token}
                email={link.account.email}
              />,
            ),
          )
        if (!form.ok) return shown(form)
        const outcome = await setPasswordByLink(visit.tx, visit.params.token, form.value.password)
        if (outcome.ok) return go('/sign-in?set=1')
        if (outcome.why === 'link-over') return again(html(<LinkOverPage />))
        const words = { 'too-short': en.link.tooShort, 'too-long': en.link.tooLong, 'too-obvious': en.link.tooObvious }
        return shown(addError(form, words[outcome.why], 'password'))
      },
    ),
  ]
}
