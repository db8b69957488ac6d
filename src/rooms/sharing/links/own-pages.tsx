import type { JSX } from 'preact'
import { otherLanguageFor, type Visitor, YoungPage } from '#rooms/identity/index.ts'
import { PostForm } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import type { Language } from '#web/language.ts'
import { PlainCard } from '#web/shell/young-parts.tsx'
import { OWN_PAGES, type OwnPage } from './link.ts'
import { leaveOf } from './pages.tsx'
import { hasList } from './rules.ts'
import { linkWordsIn, ownPagesIn } from './words.ts'

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
    <YoungPage
      language={language}
      other={otherLanguageFor(p.visitor)}
      title={words.pagesTitle}
      head={
        <>
          <h1>{words.pagesTitle}</h1>
          <p>{words.pagesLead}</p>
        </>
      }
      leaveHref={leaveOf(p.token)}
      worried={{ href: `/open/${p.token}/worried`, text: words.worried }}
    >
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
    </YoungPage>
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
