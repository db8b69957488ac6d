import type { JSX } from 'preact'
import { Button } from '#web/govuk/button.tsx'
import { firstLanguage, type Language, type Spoken } from '#web/language.ts'
import type { Trouble } from '#web/pipeline.ts'
import { PageHead } from '#web/shell/layout.tsx'
import { renderPage } from '#web/shell/page.tsx'
import { otherLanguageFor, PlainPage, StaffPage } from '../page.tsx'
import type { Visitor } from '../visit.ts'
import { wordsIn } from '../words.ts'

/** Not found and not allowed are this one page: nothing in it depends on which it was (K8). */
export function NothingPage(p: { visitor: Visitor; requestId: string }): JSX.Element {
  const { language } = p.visitor
  const words = wordsIn(language)
  return (
    <StaffPage visitor={p.visitor} title={words.nothing.title} language={language} other={otherLanguageFor(p.visitor)}>
      <PageHead over={words.nothing.over} title={words.nothing.title} lead={words.nothing.text} />
      <p class="cx-buttons">
        {p.visitor.kind === 'actor' ? (
          <>
            <Button href="/">{words.nothing.home}</Button>
            <Button href="/concerns/new" classes="govuk-button--secondary">
              {words.nothing.concern}
            </Button>
          </>
        ) : (
          <Button href="/sign-in">{words.nothing.signIn}</Button>
        )}
      </p>
      <Support language={language} requestId={p.requestId} />
    </StaffPage>
  )
}

/** It answers a form, which a link to the other language would lose. */
export function StalePage(p: { visitor: Visitor; requestId: string }): JSX.Element {
  const { language } = p.visitor
  const words = wordsIn(language)
  return (
    <StaffPage visitor={p.visitor} title={words.stale.title} language={language}>
      <PageHead title={words.stale.title} lead={words.stale.text} />
      <Support language={language} requestId={p.requestId} />
    </StaffPage>
  )
}

/** Somebody who looks through another's eyes pressed a button. */
export function OnlyLookingPage(p: { visitor: Visitor; requestId: string }): JSX.Element {
  const { language } = p.visitor
  const words = wordsIn(language)
  return (
    <StaffPage visitor={p.visitor} title={words.onlyLooking.title} language={language}>
      <PageHead title={words.onlyLooking.title} lead={words.onlyLooking.text} />
      <p class="cx-buttons">
        <Button href="/">{words.nothing.home}</Button>
      </p>
      <Support language={language} requestId={p.requestId} />
    </StaffPage>
  )
}

/**
 * What goes wrong for everybody alike: trouble on our side, a disk without room (nothing can be shown either, because what is shown is
 * written down), more forms in a minute than people send, and a form that cannot be taken as it is (too long, of an unknown kind).
 */
export function TroublePage(p: { kind: Trouble; language: Language; requestId: string }): JSX.Element {
  const words = wordsIn(p.language)[p.kind]
  return (
    <PlainPage title={words.title} language={p.language}>
      <PageHead title={words.title} lead={words.text} />
      <Support language={p.language} requestId={p.requestId} />
    </PlainPage>
  )
}

function Support(p: { language: Language; requestId: string }): JSX.Element {
  return (
    <p class="cx-support">
      {wordsIn(p.language).nothing.support} <strong>{p.requestId}</strong>
    </p>
  )
}

/** The pages of a request that comes to nothing, as the pipeline asks for them. */
export const refusalPages = {
  nothingPage: (visitor: Visitor, requestId: string) =>
    renderPage(<NothingPage visitor={visitor} requestId={requestId} />),
  stalePage: (visitor: Visitor, requestId: string) => renderPage(<StalePage visitor={visitor} requestId={requestId} />),
  lookingPage: (visitor: Visitor, requestId: string) =>
    renderPage(<OnlyLookingPage visitor={visitor} requestId={requestId} />),
  troublePage: (spoken: Spoken, requestId: string, kind: Trouble = 'trouble') =>
    renderPage(<TroublePage kind={kind} language={languageOf(spoken)} requestId={requestId} />),
}

function languageOf(spoken: Spoken): Language {
  return firstLanguage(spoken.chosen, spoken.preferred)
}
