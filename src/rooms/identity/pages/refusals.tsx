import type { JSX } from 'preact'
import { Button } from '#web/govuk/button.tsx'
import { PageHead } from '#web/shell/layout.tsx'
import { renderPage } from '#web/shell/page.tsx'
import { PlainPage, StaffPage } from '../page.tsx'
import type { Visitor } from '../visit.ts'
import { en } from '../words.ts'

/** Not found and not allowed are this one page: nothing in it depends on which it was (K8). */
export function NothingPage(p: { visitor: Visitor; requestId: string }): JSX.Element {
  const signedIn = p.visitor.kind === 'actor'
  return (
    <StaffPage visitor={p.visitor} title={en.nothing.title}>
      <PageHead over={en.nothing.over} title={en.nothing.title} lead={en.nothing.text} />
      <p class="cx-buttons">
        {signedIn ? (
          <>
            <Button href="/">{en.nothing.home}</Button>
            <Button href="/concerns/new" classes="govuk-button--secondary">
              {en.nothing.concern}
            </Button>
          </>
        ) : (
          <Button href="/sign-in">{en.nothing.signIn}</Button>
        )}
      </p>
      <Support requestId={p.requestId} />
    </StaffPage>
  )
}

export function StalePage(p: { visitor: Visitor; requestId: string }): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.stale.title}>
      <PageHead title={en.stale.title} lead={en.stale.text} />
      <Support requestId={p.requestId} />
    </StaffPage>
  )
}

export function TroublePage(p: { requestId: string }): JSX.Element {
  return (
    <PlainPage title={en.trouble.title}>
      <PageHead title={en.trouble.title} lead={en.trouble.text} />
      <Support requestId={p.requestId} />
    </PlainPage>
  )
}

function Support(p: { requestId: string }): JSX.Element {
  return (
    <p class="cx-support">
      {en.nothing.support} <strong>{p.requestId}</strong>
    </p>
  )
}

/** The three pages of a request that comes to nothing, as the pipeline asks for them. */
export const refusalPages = {
  nothingPage: (visitor: Visitor, requestId: string) =>
    renderPage(<NothingPage visitor={visitor} requestId={requestId} />),
  stalePage: (visitor: Visitor, requestId: string) => renderPage(<StalePage visitor={visitor} requestId={requestId} />),
  troublePage: (requestId: string) => renderPage(<TroublePage requestId={requestId} />),
}
