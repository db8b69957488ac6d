import type { ComponentChildren, JSX } from 'preact'
import { LanguageNavigation } from '#web/govuk/language-navigation.tsx'
import { Mark, SearchIcon, ShieldIcon } from './icons.tsx'
import { type OtherLanguage, SHELL_PATHS, type ShellWords, type Staff } from './words.ts'

/** The bar of a signed-in page: mark, partnership, find, raise a concern, the person. */
export function TopBar(p: {
  words: ShellWords
  staff: Staff
  partnershipName: string
  csrfToken: string
  aboutId?: string | undefined
  otherLanguage?: OtherLanguage | undefined
}): JSX.Element {
  const { words, staff } = p
  const concern = p.aboutId ? `${SHELL_PATHS.concern}?about=${encodeURIComponent(p.aboutId)}` : SHELL_PATHS.concern
  return (
    <header class="cx-bar">
      <div class="cx-bar__brand">
        <MarkLink words={words} />
        <span class="cx-bar__partnership">{p.partnershipName}</span>
      </div>
      {staff.canFind && <FindForm words={words} keys={staff.keys ?? true} />}
      {staff.canRaiseConcern && (
        <a class="cx-bar__concern" href={concern} data-along>
          <ShieldIcon />
          {words.raiseConcern}
        </a>
      )}
      <a class="cx-bar__menu" href="#menu">
        {words.menu}
      </a>
      <details class="cx-account">
        <summary>
          {staff.name}
          <span class="cx-account__arrow" aria-hidden="true" />
        </summary>
        <div class="cx-account__list">
          <AccountLinks {...p} />
        </div>
      </details>
    </header>
  )
}

/** The bar of a page for those who are not signed in. */
export function PlainBar(p: {
  words: ShellWords
  lang: string
  otherLanguage?: OtherLanguage | undefined
  children?: ComponentChildren
}): JSX.Element {
  return (
    <header class="cx-bar cx-bar--plain">
      <div class="cx-bar__brand">
        <MarkLink words={p.words} />
      </div>
      <div class="cx-bar__aside">
        {p.otherLanguage && <Languages words={p.words} lang={p.lang} other={p.otherLanguage} />}
        {p.children}
      </div>
    </header>
  )
}

/** My account, change partnership, sign out. Signing out changes something, so it is a form. */
export function AccountLinks(p: {
  words: ShellWords
  staff: Staff
  csrfToken: string
  otherLanguage?: OtherLanguage | undefined
}): JSX.Element {
  const { words } = p
  return (
    <>
      <a href={SHELL_PATHS.account}>{words.myAccount}</a>
      {p.staff.canChangePartnership && <a href={SHELL_PATHS.changePartnership}>{words.changePartnership}</a>}
      <LanguageLink to={p.otherLanguage} />
      <form method="post" action={SHELL_PATHS.signOut}>
        <input type="hidden" name="_csrf" value={p.csrfToken} />
        <button type="submit">{words.signOut}</button>
      </form>
    </>
  )
}

/** Both languages, the page's own marked; English stands first in either, so that nothing changes its place. */
function Languages(p: { words: ShellWords; lang: string; other: OtherLanguage }): JSX.Element {
  const here = { lang: p.lang, current: true, children: p.words.thisLanguage }
  const there = { lang: p.other.lang, href: p.other.href, children: p.other.text }
  return (
    <LanguageNavigation
      classes="cx-languages"
      ariaLabel={p.words.languages}
      items={p.lang === 'en' ? [here, there] : [there, here]}
    />
  )
}

/** The same page in the other language, as a line of a list. */
export function LanguageLink(p: { to: OtherLanguage | undefined }): JSX.Element | null {
  if (p.to === undefined) return null
  return (
    <a href={p.to.href} lang={p.to.lang} hreflang={p.to.lang} rel="alternate">
      {p.to.text}
    </a>
  )
}

export function MarkLink(p: { words: ShellWords }): JSX.Element {
  return (
    <a class="cx-bar__mark" href={SHELL_PATHS.home}>
      <Mark />
      {p.words.productName}
    </a>
  )
}

// The label stays in view while typing: a placeholder would go.
function FindForm(p: { words: ShellWords; keys: boolean }): JSX.Element {
  return (
    <form class="cx-find" method="get" action={SHELL_PATHS.find} role="search">
      <SearchIcon />
      <label for="find">{p.words.find}</label>
      <input
        id="find"
        name="q"
        type="search"
        autocomplete="off"
        spellcheck={false}
        maxLength={200}
        data-find-key={p.keys ? '/' : undefined}
        aria-keyshortcuts={p.keys ? '/' : undefined}
      />
      {p.keys && (
        <kbd class="cx-find__key" title={p.words.findKey}>
          /
        </kbd>
      )}
    </form>
  )
}
