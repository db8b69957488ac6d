/** The page round every page. */
import type { ComponentChildren, JSX } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { type AssetName, assetUrl } from '#web/assets.ts'
import { FormWordsProvider } from '#web/form/fields.tsx'
import { SkipLink } from '#web/govuk/skip-link.tsx'
import { LookingBar } from './looking-bar.tsx'
import { SideNav } from './side-nav.tsx'
import { PlainBar, TopBar } from './top-bar.tsx'
import type { OtherLanguage, ShellWords, Staff } from './words.ts'
import { BareFrame, YoungFrame, type YoungFrameProps } from './young-frame.tsx'

interface AnyPage {
  readonly lang: string
  readonly title: string
  readonly words: ShellWords
  readonly otherLanguage?: OtherLanguage | undefined
  /** Puts "Error: " before the title, which is what is read out first. */
  readonly hasErrors?: boolean | undefined
  /** Loads the page again by itself after so many seconds where scripts do not run: for work that goes on. */
  readonly refreshSeconds?: number | undefined
  /** A script of this page alone. */
  readonly script?: AssetName | undefined
  readonly children: ComponentChildren
}

/** A page of someone signed in. */
export interface StaffPageProps extends AnyPage {
  readonly variant: 'staff'
  readonly partnershipName: string
  readonly staff: Staff
  readonly csrfToken: string
  /** The id of the person the page is about: the concern button takes it along. */
  readonly aboutId?: string | undefined
  readonly identityBar?: ComponentChildren
}

/** A page of someone not signed in: sign-in, errors. */
export interface PlainPageProps extends AnyPage {
  readonly variant: 'plain'
  readonly partnershipName?: string | undefined
  /** At the right of the bar. */
  readonly barAside?: ComponentChildren
}

/** A page of one's own, for a phone. */
export interface YoungPageProps extends AnyPage, YoungFrameProps {
  readonly variant: 'young'
  readonly partnershipName?: string | undefined
}

/** A page that says nothing of whose it is: no mark, no name, also not in its title. */
export interface BarePageProps extends AnyPage {
  readonly variant: 'bare'
  readonly partnershipName?: undefined
  /** A harmless page to leave to. */
  readonly leaveHref: string
}

export type PageProps = StaffPageProps | PlainPageProps | YoungPageProps | BarePageProps

/** A whole document, as text ready to be sent. */
export function renderPage(page: JSX.Element): string {
  return `<!DOCTYPE html>${renderToString(page)}`
}

/** Head, skip link and the frame of the variant round the page's own content, which has the one `h1`. */
export function Page(p: PageProps): JSX.Element {
  return (
    <html lang={p.lang} class="govuk-template">
      <head>
        <meta charset="utf-8" />
        <title>{titleOf(p)}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#0A2E36" />
        {p.refreshSeconds !== undefined && (
          <noscript>
            <meta http-equiv="refresh" content={String(p.refreshSeconds)} />
          </noscript>
        )}
        {p.variant !== 'bare' && <link rel="icon" href={assetUrl('mark.svg')} type="image/svg+xml" />}
        <link rel="stylesheet" href={assetUrl('main.css')} />
        <script type="module" src={assetUrl('main.js')} />
        {p.script !== undefined && <script type="module" src={assetUrl(p.script)} />}
      </head>
      <body class={`govuk-template__body cx-page cx-page--${p.variant}`}>
        {/* Marks the body before anything is drawn, so that enhanced parts do not jump. */}
        <script src={assetUrl('boot.js')} />
        <SkipLink href="#main-content">{p.words.skipToContent}</SkipLink>
        <FormWordsProvider value={p.words.form}>{frameOf(p)}</FormWordsProvider>
      </body>
    </html>
  )
}

function titleOf(p: PageProps): string {
  const product = p.variant === 'bare' ? undefined : p.words.productName
  const parts = [p.title, p.partnershipName, product].filter(part => part !== undefined && part !== '')
  return `${p.hasErrors ? p.words.errorPrefix : ''}${parts.join(' \u2013 ')}`
}

function frameOf(p: PageProps): JSX.Element {
  switch (p.variant) {
    case 'staff':
      return (
        <>
          {p.staff.looking && (
            <LookingBar words={p.words} looking={p.staff.looking} csrfToken={p.csrfToken} aboutId={p.aboutId} />
          )}
          <TopBar
            words={p.words}
            staff={p.staff}
            partnershipName={p.partnershipName}
            csrfToken={p.csrfToken}
            aboutId={p.aboutId}
            otherLanguage={p.otherLanguage}
          />
          <div class="cx-shell">
            <SideNav words={p.words} staff={p.staff} csrfToken={p.csrfToken} otherLanguage={p.otherLanguage} />
            {/* The identity bar holds the h1, so it is part of what the skip link leads to. */}
            <main class="cx-content" id="main-content" tabIndex={-1}>
              {p.identityBar}
              <div class="cx-main">{p.children}</div>
            </main>
          </div>
        </>
      )
    case 'plain':
      return (
        <>
          <PlainBar words={p.words} lang={p.lang} otherLanguage={p.otherLanguage}>
            {p.barAside}
          </PlainBar>
          <main class="cx-main cx-main--plain" id="main-content" tabIndex={-1}>
            {p.children}
          </main>
        </>
      )
    case 'bare':
      return <BareFrame {...p}>{p.children}</BareFrame>
    case 'young':
      return <YoungFrame {...p}>{p.children}</YoungFrame>
  }
}
