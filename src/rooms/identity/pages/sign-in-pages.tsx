import type { JSX } from 'preact'
import type { FormState } from '#web/form/field.ts'
import { ErrorSummaryOf, PasswordField, PostForm, TextField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { LargeMark } from '#web/shell/icons.tsx'
import { PageHead } from '#web/shell/layout.tsx'
import { PlainPage } from '../page.tsx'
import { en } from '../words.ts'
import { SquareCode } from './square-code.tsx'

/** Email and password; beside them what this is and what is asked of those who use it. */
export function SignInPage(p: {
  form: FormState<'email' | 'password'>
  csrfToken: string
  note?: string
}): JSX.Element {
  return (
    <PlainPage title={en.signIn.title} hasErrors={p.form.errors.length > 0}>
      <div class="cx-sign-in">
        <div class="cx-sign-in__form">
          <ErrorSummaryOf form={p.form} />
          <h1 class="govuk-heading-l">{en.signIn.title}</h1>
          {p.note !== undefined && <p class="govuk-body">{p.note}</p>}
          <PostForm action="/sign-in" csrfToken={p.csrfToken}>
            <TextField
              form={p.form}
              name="email"
              label={en.signIn.email}
              type="email"
              autocomplete="username"
              spellcheck={false}
            />
            <PasswordField form={p.form} name="password" label={en.signIn.password} autocomplete="current-password" />
            <Button>{en.signIn.button}</Button>
          </PostForm>
          <details class="govuk-details">
            <summary class="govuk-details__summary">
              <span class="govuk-details__summary-text">{en.signIn.cannot}</span>
            </summary>
            <div class="govuk-details__text">{en.signIn.cannotHelp}</div>
          </details>
        </div>
        <div class="cx-sign-in__promise">
          <LargeMark />
          <h2 class="govuk-heading-m">{en.signIn.promise}</h2>
          <p class="govuk-body">{en.signIn.promiseText}</p>
        </div>
      </div>
    </PlainPage>
  )
}

/** The second step. */
export function CodePage(p: { form: FormState<'code'>; csrfToken: string }): JSX.Element {
  return (
    <PlainPage title={en.code.title} hasErrors={p.form.errors.length > 0}>
      <ErrorSummaryOf form={p.form} />
      <PageHead title={en.code.title} lead={en.code.lead} />
      <PostForm action="/sign-in/code" csrfToken={p.csrfToken}>
        <CodeField form={p.form} />
        <Button>{en.code.button}</Button>
      </PostForm>
    </PlainPage>
  )
}

/** Setting up the second step, with the square code and the key beside it. */
export function SetUpPage(p: {
  form: FormState<'code'>
  csrfToken: string
  address: string
  secret: string
}): JSX.Element {
  return (
    <PlainPage title={en.setUp.title} hasErrors={p.form.errors.length > 0}>
      <ErrorSummaryOf form={p.form} />
      <PageHead title={en.setUp.title} lead={en.setUp.lead} />
      <ol class="govuk-list govuk-list--number">
        {en.setUp.steps.map(step => (
          <li>{step}</li>
        ))}
      </ol>
      <SquareCode text={p.address} title={en.setUp.squareTitle} />
      <p class="govuk-body">
        {en.setUp.key}: <strong class="cx-key">{p.secret.match(/.{1,4}/g)?.join(' ')}</strong>
      </p>
      <PostForm action="/sign-in/set-up" csrfToken={p.csrfToken}>
        <CodeField form={p.form} />
        <Button>{en.setUp.button}</Button>
      </PostForm>
    </PlainPage>
  )
}

/** Recovery codes, this once. */
export function RecoveryPage(p: { codes: readonly string[]; renewed: boolean }): JSX.Element {
  return (
    <PlainPage title={en.recovery.title}>
      <PageHead title={en.recovery.title} lead={en.recovery.lead} />
      {p.renewed && <p class="govuk-body">{en.recovery.renewed}</p>}
      <ul class="govuk-list cx-codes">
        {p.codes.map(code => (
          <li class="cx-key">{code}</li>
        ))}
      </ul>
      <p>
        <Button href="/">{en.recovery.button}</Button>
      </p>
    </PlainPage>
  )
}

/** A password by a one-time link. */
export function PasswordPage(p: {
  form: FormState<'password'>
  csrfToken: string
  linkToken: string
  email: string
}): JSX.Element {
  return (
    <PlainPage title={en.link.title} hasErrors={p.form.errors.length > 0}>
      <ErrorSummaryOf form={p.form} />
      <PageHead title={en.link.title} lead={p.email} />
      <PostForm action={`/link/${p.linkToken}`} csrfToken={p.csrfToken}>
        <input type="hidden" name="username" autocomplete="username" value={p.email} />
        <PasswordField
          form={p.form}
          name="password"
          label={en.link.label}
          hint={en.link.hint}
          autocomplete="new-password"
        />
        <Button>{en.link.button}</Button>
      </PostForm>
    </PlainPage>
  )
}

export function LinkOverPage(): JSX.Element {
  return (
    <PlainPage title={en.link.over}>
      <PageHead title={en.link.over} lead={en.link.overText} />
      <Button href="/sign-in">{en.nothing.signIn}</Button>
    </PlainPage>
  )
}

function CodeField(p: { form: FormState<'code'> }): JSX.Element {
  return (
    <TextField
      form={p.form}
      name="code"
      label={en.code.label}
      hint={en.code.hint}
      autocomplete="one-time-code"
      spellcheck={false}
      classes="govuk-input--width-10"
    />
  )
}
