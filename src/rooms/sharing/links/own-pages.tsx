import type { ComponentChildren, JSX } from 'preact'
import { otherLanguageFor, type Visitor, YoungPage } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { PostForm } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import type { Language } from '#web/language.ts'
import { PlainCard } from '#web/shell/young-parts.tsx'
import { OWN_PAGES, type OwnPage } from './link.ts'
import { leaveOf } from './pages.tsx'
import { hasList } from './rules.ts'
import { linkWordsIn, ownPagesIn } from './words.ts'

/** A page of a young person's own behind a link: what it is, the quick way out, and the way to say that they worry about somebody. */
export function OwnFrame(p: {
  readonly visitor: Visitor
  readonly token: string
  readonly title: string
  readonly lead: string
  readonly form?: FormState
  /** Over the page, for somebody who looks as they would. */
  readonly notice?: ComponentChildren
  readonly children: ComponentChildren
}): JSX.Element {
  const { language } = p.visitor
  return (
    <YoungPage
      language={language}
      other={otherLanguageFor(p.visitor)}
      title={p.title}
      hasErrors={(p.form?.errors.length ?? 0) > 0}
      head={
        <>
          <h1>{p.title}</h1>
          <p>{p.lead}</p>
        </>
      }
      notice={p.notice}
      leaveHref={leaveOf(p.token)}
      worried={{ href: `/open/${p.token}/worried`, text: linkWordsIn(language).worried }}
    >
      {p.children}
    </YoungPage>
  )
}

/** What was opened for them behind one code: a way to each. */
export function OwnPagesPage(p: {
  readonly visitor: Visitor
  readonly token: string
  readonly pages: readonly OwnPage[]
}): JSX.Element {
  const { language } = p.visitor
  const words = linkWordsIn(language)
  const { names, texts } = ownPagesIn(language)
  return (
    <OwnFrame visitor={p.visitor} token={p.token} title={words.pagesTitle} lead={words.pagesLead}>
      {OWN_PAGES.filter(one => p.pages.includes(one)).map(one => (
        <PlainCard>
          <h2>
            <a class="govuk-link" href={`/open/${p.token}/${one}`}>
              {names[one]}
            </a>
          </h2>
          <p>{texts[one]}</p>
        </PlainCard>
      ))}
      <CloseOwn token={p.token} csrfToken={p.visitor.csrfToken} language={language} />
    </OwnFrame>
  )
}

/** The way back to the list of their pages, where there is one. */
export function BackToOwnPages(p: {
  readonly token: string
  readonly pages: readonly OwnPage[]
  readonly language: Language
}): JSX.Element | null {
  return hasList(p.pages) ? (
    <p>
      <a class="govuk-link" href={`/open/${p.token}/pages`}>
        {linkWordsIn(p.language).pagesBack}
      </a>
    </p>
  ) : null
}

/** They are done: what is open is shut. */
export function CloseOwn(p: {
  readonly token: string
  readonly csrfToken: string
  readonly language: Language
}): JSX.Element {
  return (
    <PostForm action={`/open/${p.token}/done`} csrfToken={p.csrfToken}>
      <Button classes="govuk-button--secondary">{linkWordsIn(p.language).pagesClose}</Button>
    </PostForm>
  )
}
