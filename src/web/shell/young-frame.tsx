import type { ComponentChildren, JSX } from 'preact'
import { ShieldIcon, YoungIcon, type YoungIconName } from './icons.tsx'
import { LanguageLink, MarkLink } from './top-bar.tsx'
import type { OtherLanguage, ShellWords } from './words.ts'

export interface YoungNavItem {
  readonly href: string
  readonly text: string
  readonly icon: YoungIconName
  readonly current?: boolean | undefined
}

/** What stands on every page of one's own: the way out, the way to say that one is not safe, the bottom bar. */
export interface YoungFrameProps {
  readonly words: ShellWords
  readonly otherLanguage?: OtherLanguage | undefined
  /** The warm head: the page's `h1`, a line, and what comes next. */
  readonly head: ComponentChildren
  /** Over everything, for somebody who looks as they would. */
  readonly notice?: ComponentChildren
  /** A harmless page to leave to. */
  readonly leaveHref: string
  readonly worried: { readonly href: string; readonly text: ComponentChildren }
  readonly nav: readonly YoungNavItem[]
  readonly children: ComponentChildren
}

/** One column, warm head, large type: made for a phone, in the middle of a wide screen. */
export function YoungFrame(p: YoungFrameProps): JSX.Element {
  return (
    <>
      {p.notice}
      <header class="cx-young__bar">
        <div class="cx-young__bar-row">
          <MarkLink words={p.words} />
          <a class="cx-young__leave" href={p.leaveHref} rel="noreferrer">
            {p.words.leaveQuickly}
          </a>
        </div>
      </header>
      <main class="cx-young__main" id="main-content" tabIndex={-1}>
        <div class="cx-young__head">
          <div class="cx-young__column">{p.head}</div>
        </div>
        <div class="cx-young__column cx-young__body">
          {p.children}
          <a class="cx-young__worried" href={p.worried.href}>
            <ShieldIcon />
            {p.worried.text}
          </a>
          {p.otherLanguage && (
            <p class="cx-young__language">
              <LanguageLink to={p.otherLanguage} />
            </p>
          )}
        </div>
      </main>
      {p.nav.length > 0 && <BottomBar {...p} />}
    </>
  )
}

function BottomBar(p: Pick<YoungFrameProps, 'words' | 'nav'>): JSX.Element {
  return (
    <nav class="cx-young__nav" aria-label={p.words.navigation}>
      <ul>
        {p.nav.map(item => (
          <li>
            <a href={item.href} aria-current={item.current ? 'page' : undefined}>
              <YoungIcon name={item.icon} />
              {item.text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Nothing but the content and the way out: whoever looks over a shoulder learns nothing. */
export function BareFrame(p: {
  readonly words: ShellWords
  readonly otherLanguage?: OtherLanguage | undefined
  readonly leaveHref: string
  readonly children: ComponentChildren
}): JSX.Element {
  return (
    <>
      <header class="cx-young__bar">
        <div class="cx-young__bar-row cx-young__bar-row--bare">
          <a class="cx-young__leave" href={p.leaveHref} rel="noreferrer">
            {p.words.leaveQuickly}
          </a>
        </div>
      </header>
      <main class="cx-young__main" id="main-content" tabIndex={-1}>
        <div class="cx-young__column cx-young__body">
          {p.children}
          {p.otherLanguage && (
            <p class="cx-young__language">
              <LanguageLink to={p.otherLanguage} />
            </p>
          )}
        </div>
      </main>
    </>
  )
}
