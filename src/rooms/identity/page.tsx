/** The page of somebody signed in, and the plain page of everyone else, filled from the visit. */
import type { ComponentChildren, JSX } from 'preact'
import type { AssetName } from '#web/assets.ts'
import { addressIn, type Language, languageNames, otherThan } from '#web/language.ts'
import type { Drawn } from '#web/register.ts'
import { Page, renderPage, type YoungPageProps } from '#web/shell/page.tsx'
import type { NavGroup, OtherLanguage } from '#web/shell/words.ts'
import { notChecked } from './cy.ts'
import { roleMay } from './roles.ts'
import type { Visitor } from './visit.ts'
import { roleNamesIn, shellIn } from './words.ts'

type Common = {
  readonly title: string
  readonly hasErrors?: boolean
  readonly refreshSeconds?: number
  readonly children: ComponentChildren
}

/**
 * A page of a visitor who is signed in.
 * @param current the address of the item of the navigation this page belongs to
 * @param aboutId the person the page is about, for the concern button
 * @param language the language the page is in; only pages that are translated say one
 * @param other itself in the other language
 */
export function StaffPage(
  p: Common & {
    visitor: Visitor
    current?: string
    aboutId?: string
    identityBar?: JSX.Element
    language?: Language
    other?: OtherLanguage | undefined
  },
): JSX.Element {
  const language = p.language ?? 'en'
  if (p.visitor.kind !== 'actor')
    return (
      <PlainPage title={p.title} language={language} other={p.other}>
        {p.children}
      </PlainPage>
    )
  const { actor, csrfToken, nav } = p.visitor
  return (
    <Page
      variant="staff"
      lang={language}
      title={p.title}
      words={shellIn(language)}
      otherLanguage={p.other}
      hasErrors={p.hasErrors}
      refreshSeconds={p.refreshSeconds}
      partnershipName={actor.partnershipName}
      csrfToken={csrfToken}
      aboutId={p.aboutId}
      identityBar={p.identityBar}
      staff={{
        name: actor.name,
        nav: markCurrent(nav, p.current),
        navLang: language === 'en' ? undefined : 'en',
        canFind: roleMay(actor.role, 'person.find'),
        canRaiseConcern: true,
        canChangePartnership: true,
        looking: actor.viewer && { name: actor.name, role: roleNamesIn(language)[actor.role] },
        keys: actor.singleKeys,
      }}
    >
      {p.children}
      <NotChecked language={language} />
    </Page>
  )
}

/**
 * A page for those who are not signed in.
 * @param other itself in the other language: not where it is shown once, or answers a form that would be lost
 */
export function PlainPage(
  p: Common & {
    language: Language
    other?: OtherLanguage | undefined
    barAside?: ComponentChildren
    script?: AssetName
  },
): JSX.Element {
  return (
    <Page
      variant="plain"
      lang={p.language}
      title={p.title}
      words={shellIn(p.language)}
      otherLanguage={p.other}
      hasErrors={p.hasErrors}
      barAside={p.barAside}
      script={p.script}
    >
      {p.children}
      <NotChecked language={p.language} />
    </Page>
  )
}

/** A page that names no service and nobody: what stands before a second check. */
export function BarePage(
  p: Common & { language: Language; other?: OtherLanguage | undefined; leaveHref: string },
): JSX.Element {
  return (
    <Page
      variant="bare"
      lang={p.language}
      title={p.title}
      words={shellIn(p.language)}
      otherLanguage={p.other}
      hasErrors={p.hasErrors}
      leaveHref={p.leaveHref}
    >
      {p.children}
      <NotChecked language={p.language} />
    </Page>
  )
}

/** A young person's own page, opened by a link. */
export function YoungPage(
  p: Common &
    Pick<YoungPageProps, 'head' | 'leaveHref' | 'worried' | 'notice'> & {
      language: Language
      other?: OtherLanguage | undefined
    },
): JSX.Element {
  return (
    <Page
      variant="young"
      lang={p.language}
      title={p.title}
      words={shellIn(p.language)}
      otherLanguage={p.other}
      hasErrors={p.hasErrors}
      head={p.head}
      notice={p.notice}
      leaveHref={p.leaveHref}
      worried={p.worried}
      nav={[]}
    >
      {p.children}
      <NotChecked language={p.language} />
    </Page>
  )
}

/** Words nobody who speaks the language has read yet say so, to those who do and to those who do not. */
function NotChecked(p: { language: Language }): JSX.Element | null {
  if (p.language !== 'cy') return null
  return (
    <p class="cx-support">
      {notChecked.cy} <span lang="en">{notChecked.en}</span>
    </p>
  )
}

/**
 * The page a visitor is on, in the other language. Nobody who chose a language in their account is led there: the link would
 * change nothing, "My account" does.
 */
export function otherLanguageFor(visitor: Visitor): OtherLanguage | undefined {
  if (visitor.kind === 'actor' && visitor.session.account.language !== null) return undefined
  const other = otherThan(visitor.language)
  return { lang: other, href: addressIn(other), text: languageNames[other] }
}

/** A whole page, drawn when its text is needed. */
export function html(page: JSX.Element): Drawn {
  return () => renderPage(page)
}

function markCurrent(nav: readonly NavGroup[], current: string | undefined): readonly NavGroup[] {
  return nav.map(group => ({ ...group, items: group.items.map(item => ({ ...item, current: item.href === current })) }))
}
