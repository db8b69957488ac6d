/** What pages opened by a link say. Welsh satisfies the type of the English: a word that is missing there does not compile. */
import type { Language } from '#web/language.ts'
import { linkCy } from './cy.ts'

export const linkEn = {
  codeTitle: 'Enter your code',
  codeLead: 'Somebody sent you this link, and told you a code of 6 numbers another way.',
  code: 'Code',
  codeHint: 'For example, 123 456. It works once.',
  codeButton: 'Go on',
  codeMissing: 'Enter the code of 6 numbers',
  codeWrong: 'That is not the code. Check the numbers with whoever told you',
  overTitle: 'This link no longer works',
  overText: 'It may have been used, or its time may be over. Ask whoever sent it for a new one.',
  doneTitle: 'You can close this page now',
  doneText: 'Nothing of it is left open on this phone or computer.',
  worried: 'Worried or not safe? Tell us',
} as const satisfies Readonly<Record<string, string>>

export type LinkWords = Readonly<Record<keyof typeof linkEn, string>>

/** The words of a language. */
export function linkWordsIn(language: Language): LinkWords {
  return language === 'cy' ? linkCy : linkEn
}
