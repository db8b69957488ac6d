/** What the shell says, and where it leads: given from outside, in the language of the page. */
import type { FormWords } from '#web/form/fields.tsx'

export interface ShellWords {
  readonly productName: string
  /** Before the title of a page with errors: "Error: ". */
  readonly errorPrefix: string
  readonly skipToContent: string
  readonly find: string
  readonly findKey: string
  readonly raiseConcern: string
  readonly menu: string
  readonly closeMenu: string
  readonly navigation: string
  readonly account: string
  readonly myAccount: string
  readonly changePartnership: string
  readonly signOut: string
  readonly leaveQuickly: string
  /** Over every page of somebody who looks through another's eyes. */
  readonly looking: (name: string, role: string) => string
  readonly lookingMadeUp: string
  readonly stopLooking: string
  /** What the links to other languages are called, and the language of these words by its own name. */
  readonly languages: string
  readonly thisLanguage: string
  readonly form: FormWords
}

export interface ShellPaths {
  readonly home: string
  readonly find: string
  readonly concern: string
  readonly account: string
  readonly changePartnership: string
  readonly signOut: string
  readonly stopLooking: string
}

/** The addresses of what every page leads to. */
export const SHELL_PATHS: ShellPaths = {
  home: '/',
  find: '/find',
  concern: '/concerns/new',
  account: '/account',
  changePartnership: '/account/partnership',
  signOut: '/sign-out',
  stopLooking: '/view-as/stop',
}

/** The same page in the other language, named in that language. */
export interface OtherLanguage {
  readonly lang: string
  readonly href: string
  readonly text: string
}

export interface NavItem {
  readonly href: string
  readonly text: string
  readonly count?: number | undefined
  /** Lateness in words, as "3 late", in place of the count. */
  readonly late?: string | undefined
  readonly current?: boolean | undefined
}

export interface NavGroup {
  readonly label: string
  readonly items: readonly NavItem[]
}

/** The person who is signed in, and what the shell may offer them. */
export interface Staff {
  readonly name: string
  readonly nav: readonly NavGroup[]
  /** The language of the list of pages, where it is not the page's. */
  readonly navLang?: string | undefined
  readonly canFind: boolean
  readonly canRaiseConcern: boolean
  readonly canChangePartnership?: boolean | undefined
  /** Through whose eyes they look, where it is not their own. */
  readonly looking?: { readonly name: string; readonly role: string } | undefined
  /** Single-letter keys can be switched off by each person (WCAG 2.1.4). */
  readonly keys?: boolean | undefined
}
