/**
 * The languages pages are in: how one is chosen, and what a language does with numbers and days. The words themselves stand in
 * the catalogues of rooms.
 */
import type { Day } from '#ground/day.ts'
import { localAddress } from './back-to.ts'
import type { Cookie } from './register.ts'

export const LANGUAGES = ['en', 'cy'] as const
export type Language = (typeof LANGUAGES)[number]

/** Each language by its own name. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', cy: 'Cymraeg' }

const COOKIE = 'connexions-language'
const YEAR_SECONDS = 365 * 24 * 3600
/** The part of an address that chooses a language for this browser, on any page: `?lang=cy`. */
const CHOICE = 'lang'

/** What a request says of languages: one that was chosen on this browser, and one the browser puts first. */
export type Spoken = { readonly chosen: Language | undefined; readonly preferred: Language | undefined }

/** Reads what a request says of languages; what is no language of ours counts for nothing. */
export function spokenBy(cookies: Readonly<Record<string, string | undefined>>, acceptLanguage?: string): Spoken {
  return { chosen: languageNamed(cookies[COOKIE]), preferred: preferredBy(acceptLanguage ?? '') }
}

/** What keeps a language on this browser. */
export function languageCookie(language: Language): Cookie {
  return { name: COOKIE, value: language, maxAgeSeconds: YEAR_SECONDS }
}

/** The first of these that is a language; English when none is. */
export function firstLanguage(...inOrder: readonly (Language | null | undefined)[]): Language {
  return inOrder.find(language => language != null) ?? 'en'
}

/**
 * What an address with `?lang=` asks for: the language to keep, and the same address without that part. Undefined for any other
 * request. The address is this request's own, and still a path such as `//elsewhere.example` would lead away: that goes home.
 */
export function languageChosen(method: string, url: string): { language: Language; to: string } | undefined {
  const asked = url.indexOf('?')
  if (method !== 'GET' || asked < 0) return undefined
  const query = new URLSearchParams(url.slice(asked + 1))
  const language = languageNamed(query.get(CHOICE))
  if (language === undefined) return undefined
  query.delete(CHOICE)
  const rest = query.size === 0 ? '' : `?${query.toString()}`
  return { language, to: localAddress(url.slice(0, asked) + rest) ?? '/' }
}

/**
 * Leads to the very page it stands on, in a language. It says no path, so that a page for what is not there is the same bytes
 * at every address.
 */
export function addressIn(language: Language): string {
  return `?${CHOICE}=${language}`
}

/** The other of the two. */
export function otherThan(language: Language): Language {
  return language === 'cy' ? 'en' : 'cy'
}

// A Welsh browser lists cy first. Further down it says only that Welsh would do, which is no reason to leave English.
function preferredBy(acceptLanguage: string): Language | undefined {
  const ranked = acceptLanguage
    .slice(0, 500)
    .split(',')
    .map(part => part.trim().toLowerCase())
    .map(part => ({ tag: part.split(';')[0]?.trim(), q: Number(/;\s*q=([\d.]+)/.exec(part)?.[1] ?? 1) }))
    .filter(({ q }) => q > 0)
    .toSorted((a, b) => b.q - a.q)
  return languageNamed(ranked[0]?.tag?.split('-')[0])
}

function languageNamed(text: string | null | undefined): Language | undefined {
  return LANGUAGES.find(language => language === text)
}

const tags = { en: 'en-GB', cy: 'cy' } as const
const pluralRules = { en: new Intl.PluralRules(tags.en), cy: new Intl.PluralRules(tags.cy) }
const longDays = { en: longDay(tags.en), cy: longDay(tags.cy) }

/** What is said with a number, by the form the number asks for: Welsh has six. `#` stands for the number itself. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string }

/** A number with the words in the form it asks for; a form that is not given is said like any other number. */
export function plural(language: Language, n: number, forms: PluralForms): string {
  const form = forms[pluralRules[language].select(n)] ?? forms.other
  return form.replaceAll('#', n.toLocaleString(tags[language]))
}

/** A day with the month as a word: `3 March 2009`, `3 Mawrth 2009`. */
export function dayIn(language: Language, day: Day): string {
  return longDays[language].format(new Date(`${day}T12:00:00Z`))
}

function longDay(tag: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' })
}
