import type { JSX } from 'preact'
import { BarePage, otherLanguageFor, type Visitor } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { ErrorSummaryOf, PostForm, TextField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { linkWordsIn } from './words.ts'

type Bare = { readonly visitor: Visitor; readonly token: string }

/** Where "Leave quickly" leads: it shuts what is open, and goes on to a harmless page. */
export function leaveOf(token: string): string {
  return `/open/${token}/leave`
}

/** What stands before anything else: it names no service and nobody. */
export function CodePage(p: Bare & { readonly form: FormState<'code'> }): JSX.Element {
  const { language } = p.visitor
  const words = linkWordsIn(language)
  return (
    <BarePage
      language={language}
      other={otherLanguageFor(p.visitor)}
      title={words.codeTitle}
      hasErrors={p.form.errors.length > 0}
      leaveHref={leaveOf(p.token)}
    >
      <ErrorSummaryOf form={p.form} />
      <h1>{words.codeTitle}</h1>
      <p>{words.codeLead}</p>
      <PostForm action={`/open/${p.token}`} csrfToken={p.visitor.csrfToken}>
        <TextField
          form={p.form}
          name="code"
          label={words.code}
          hint={words.codeHint}
          autocomplete="one-time-code"
          inputmode="numeric"
        />
        <Button>{words.codeButton}</Button>
      </PostForm>
    </BarePage>
  )
}

/** The same words for a link that is over and for one that never was. */
export function OverPage(p: Bare): JSX.Element {
  const words = linkWordsIn(p.visitor.language)
  return <Said {...p} title={words.overTitle} text={words.overText} />
}

/** What was open is shut. */
export function DonePage(p: Bare): JSX.Element {
  const words = linkWordsIn(p.visitor.language)
  return <Said {...p} title={words.doneTitle} text={words.doneText} />
}

function Said(p: Bare & { readonly title: string; readonly text: string }): JSX.Element {
  const { language } = p.visitor
  return (
    <BarePage language={language} other={otherLanguageFor(p.visitor)} title={p.title} leaveHref={leaveOf(p.token)}>
      <h1>{p.title}</h1>
      <p>{p.text}</p>
    </BarePage>
  )
}
