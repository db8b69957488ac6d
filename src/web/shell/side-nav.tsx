import type { JSX } from 'preact'
import { AccountLinks } from './top-bar.tsx'
import type { NavItem, OtherLanguage, ShellWords, Staff } from './words.ts'

/**
 * The list of pages, in groups. On a narrow screen it is out of the way until "Menu" leads to it: by its address, so that
 * it works without scripts, and it is on the page once.
 */
export function SideNav(p: {
  words: ShellWords
  staff: Staff
  csrfToken: string
  otherLanguage?: OtherLanguage | undefined
}): JSX.Element {
  const { words, staff } = p
  return (
    <nav class="cx-nav" id="menu" aria-label={words.navigation}>
      <a class="cx-nav__close" href="#main-content">
        {words.closeMenu}
      </a>
      {staff.nav.map((group, index) => (
        <div class="cx-nav__group" lang={staff.navLang}>
          <h2 class="cx-nav__label" id={`nav-${index}`}>
            {group.label}
          </h2>
          <ul class="cx-nav__list" aria-labelledby={`nav-${index}`}>
            {group.items.map(navItem)}
          </ul>
        </div>
      ))}
      <div class="cx-nav__group cx-nav__account">
        <h2 class="cx-nav__label">{staff.name}</h2>
        <AccountLinks {...p} />
      </div>
    </nav>
  )
}

function navItem(item: NavItem): JSX.Element {
  return (
    <li>
      <a class="cx-nav__link" href={item.href} aria-current={item.current ? 'page' : undefined}>
        <span>{item.text}</span>
        {item.late !== undefined ? (
          <span class="cx-nav__late">{item.late}</span>
        ) : (
          item.count !== undefined && <span class="cx-nav__count">{item.count}</span>
        )}
      </a>
    </li>
  )
}
