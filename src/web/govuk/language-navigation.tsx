import type { JSX } from 'preact'
import { type Content, cx, type Items, own, type Styled } from './options.ts'

export interface LanguageNavigationItem extends Content {
  /** Where the page is in this language; without it, or with `current`, it is the page itself. */
  readonly href?: string | undefined
  readonly current?: boolean | undefined
  readonly lang?: string | undefined
  readonly hrefLang?: string | undefined
  readonly dir?: 'ltr' | 'rtl' | undefined
  /** Said after the name of the language to those who hear the page. */
  readonly languageDescriptionText?: string | undefined
}

export interface LanguageNavigationOptions extends Styled {
  readonly ariaLabel?: string | undefined
  readonly items?: Items<LanguageNavigationItem> | undefined
}

/** The same page in other languages, each named in its own. */
export function LanguageNavigation(o: LanguageNavigationOptions): JSX.Element {
  return (
    <nav
      {...own(o.attributes)}
      class={cx('govuk-language-navigation', o.classes)}
      aria-label={o.ariaLabel ?? 'Language'}
    >
      <ul class="govuk-language-navigation__list">
        {o.items?.map(
          item =>
            item && (
              <li class="govuk-language-navigation__list-item">
                {item.current || !item.href ? <Current {...item} /> : <Other {...item} href={item.href} />}
              </li>
            ),
        )}
      </ul>
    </nav>
  )
}

function Current(item: LanguageNavigationItem): JSX.Element {
  return (
    <span
      {...own(item.attributes)}
      class={cx('govuk-language-navigation__text', item.classes)}
      aria-current="true"
      lang={item.lang}
      dir={item.dir}
    >
      {item.children}
    </span>
  )
}

function Other(item: LanguageNavigationItem & { readonly href: string }): JSX.Element {
  return (
    <a
      {...own(item.attributes)}
      class={cx('govuk-language-navigation__link', item.classes)}
      href={item.href}
      rel="alternate"
      lang={item.lang}
      hreflang={item.hrefLang || item.lang}
      dir={item.dir}
    >
      {item.children}
      {item.languageDescriptionText && <span class="govuk-visually-hidden"> {item.languageDescriptionText}</span>}
    </a>
  )
}
