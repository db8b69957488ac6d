import type { JSX } from 'preact'
import type { Day } from '#ground/day.ts'
import type { FormState } from '#web/form/field.ts'
import { ErrorSummaryOf, PasswordField, PostForm, TextField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { dayIn, type Language } from '#web/language.ts'
import { LargeMark } from '#web/shell/icons.tsx'
import { PageHead } from '#web/shell/layout.tsx'
import { otherLanguageFor, PlainPage } from '../page.tsx'
import type { Visitor } from '../visit.ts'
import { wordsIn } from '../words.ts'
import { SquareCode } from './square-code.tsx'

/** Email and password; beside them what this is and what is asked of those who use it. */
export function SignInPage(p: { form: FormState<'email' | 'password'>; visitor: Visitor; note?: string }): JSX.Element {
  const { language } = p.visitor
  const words = wordsIn(language)
  return (
    <PlainPage
      title={words.signIn.title}
      language={language}
      hasErrors={p.form.errors.length > 0}
      other={otherLanguageFor(p.visitor)}
    >
      <div class="cx-sign-in">
        <div class="cx-sign-in__form">
          <ErrorSummaryOf form={p.form} />
          <h1 class="govuk-heading-l">{words.signIn.title}</h1>
          {p.note !== undefined && <p class="govuk-body">{p.note}</p>}
          <PostForm action="/sign-in" csrfToken={p.visitor.csrfToken}>
            <TextField
              form={p.form}
              name="email"
              label={words.signIn.email}
              type="email"
              autocomplete="username"
              spellcheck={false}
            />
            <PasswordField
              form={p.form}
              name="password"
              label={words.signIn.password}
              autocomplete="current-password"
            />
            <Button>{words.signIn.button}</Button>
          </PostForm>
          <details class="govuk-details">
            <summary class="govuk-details__summary">
              <span class="govuk-details__summary-text">{words.signIn.cannot}</span>
            </summary>
            <div class="govuk-details__text">{words.signIn.cannotHelp}</div>
          </details>
        </div>
        <div class="cx-sign-in__promise">
          <LargeMark />
          <h2 class="govuk-heading-m">{words.signIn.promise}</h2>
          <p class="govuk-body">{words.signIn.promiseText}</p>
        </div>
      </div>
    </PlainPage>
  )
}

/** The second step. */
export function CodePage(p: { form: FormState<'code'>; visitor: Visitor }): JSX.Element {
  const { language } = p.visitor
  const words = wordsIn(language)
  return (
    <PlainPage
      title={words.code.title}
      language={language}
      hasErrors={p.form.errors.length > 0}
      other={otherLanguageFor(p.visitor)}
    >
      <ErrorSummaryOf form={p.form} />
      <PageHead title={words.code.title} lead={words.code.lead} />
      <PostForm action="/sign-in/code" csrfToken={p.visitor.csrfToken}>
        <CodeField form={p.form} language={language} />
        <Button>{words.code.button}</Button>
      </PostForm>
    </PlainPage>
  )
}

/** Setting up the second step, with the square code and the key beside it. */
export function SetUpPage(p: {
  form: FormState<'code'>
  visitor: Visitor
  address: string
  secret: string
}): JSX.Element {
  const { language } = p.visitor
  const words = wordsIn(language)
  return (
    <PlainPage
      title={words.setUp.title}
      language={language}
      hasErrors={p.form.errors.length > 0}
      other={otherLanguageFor(p.visitor)}
    >
      <ErrorSummaryOf form={p.form} />
      <PageHead title={words.setUp.title} lead={words.setUp.lead} />
      <ol class="govuk-list govuk-list--number">
        {words.setUp.steps.map(step => (
          <li>{step}</li>
        ))}
      </ol>
      <SquareCode text={p.address} title={words.setUp.squareTitle} />
      <p class="govuk-body">
        {words.setUp.key}: <strong class="cx-key">{p.secret.match(/.{1,4}/g)?.join(' ')}</strong>
      </p>
      <PostForm action="/sign-in/set-up" csrfToken={p.visitor.csrfToken}>
        <CodeField form={p.form} language={language} />
        <Button>{words.setUp.button}</Button>
      </PostForm>
    </PlainPage>
  )
}

/** Recovery codes, this once. */
export function RecoveryPage(p: { language: Language; codes: readonly string[]; renewed: boolean }): JSX.Element {
  const words = wordsIn(p.language)
  return (
    <PlainPage title={words.recovery.title} language={p.language}>
      <PageHead title={words.recovery.title} lead={words.recovery.lead} />
      {p.renewed && <p class="govuk-body">{words.recovery.renewed}</p>}
      <ul class="govuk-list cx-codes">
        {p.codes.map(code => (
          <li class="cx-key">{code}</li>
        ))}
      </ul>
      <p>
        <Button href="/">{words.recovery.button}</Button>
      </p>
    </PlainPage>
  )
}

/** A password by a one-time link. */
export function PasswordPage(p: {
  form: FormState<'password'>
  visitor: Visitor
  linkToken: string
  email: string
  /** The last day the link works. */
  until: Day
}): JSX.Element {
  const { language } = p.visitor
  const words = wordsIn(language)
  return (
    <PlainPage
      title={words.link.title}
      language={language}
      hasErrors={p.form.errors.length > 0}
      other={otherLanguageFor(p.visitor)}
    >
      <ErrorSummaryOf form={p.form} />
      <PageHead title={words.link.title} lead={p.email} />
      <p class="cx-quiet">{words.link.until(dayIn(language, p.until))}</p>
      <PostForm action={`/link/${p.linkToken}`} csrfToken={p.visitor.csrfToken}>
        <input type="hidden" name="username" autocomplete="username" value={p.email} />
        <PasswordField
          form={p.form}
          name="password"
          label={words.link.label}
          hint={words.link.hint}
          autocomplete="new-password"
        />
        <Button>{words.link.button}</Button>
      </PostForm>
    </PlainPage>
  )
}

export function LinkOverPage(p: { visitor: Visitor }): JSX.Element {
  const { language } = p.visitor
  const words = wordsIn(language)
  return (
    <PlainPage title={words.link.over} language={language} other={otherLanguageFor(p.visitor)}>
      <PageHead title={words.link.over} lead={words.link.overText} />
      <Button href="/sign-in">{words.nothing.signIn}</Button>
    </PlainPage>
  )
}

function CodeField(p: { form: FormState<'code'>; language: Language }): JSX.Element {
  const words = wordsIn(p.language)
  return (
    <TextField
      form={p.form}
      name="code"
      label={words.code.label}
      hint={words.code.hint}
      autocomplete="one-time-code"
      spellcheck={false}
      classes="govuk-input--width-10"
    />
  )
}
