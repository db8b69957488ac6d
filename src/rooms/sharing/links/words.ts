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
  worriedThem: 'Worried about their safety? Tell us',
} as const satisfies Readonly<Record<string, string>>

export type LinkWords = Readonly<Record<keyof typeof linkEn, string>>

/** The words of a language. */
export function linkWordsIn(language: Language): LinkWords {
  return language === 'cy' ? linkCy : linkEn
}

/** For staff, whatever a link opens. */
export const staffLinkWords = {
  safe: 'Think first: who else reads their phone? A copy on paper or read aloud may be safer.',
  how: 'The link works once, for an hour, within 7 days, with a code. Nothing says whose it is before the code is given.',
  button: 'Make the link',
  madeTitle: 'Give them both, by two ways',
  madeLead: 'This page is shown once. Send the link by text or email. Say the code, or ring: never send both together.',
  link: 'Link',
  code: 'Code',
  copy: 'Copy the link',
  copied: 'Copied',
  until: (day: string) => `It can be opened until ${day}.`,
  before: 'Links made before',
  madeOn: (day: string, by: string) => `Made on ${day} by ${by}`,
  standings: {
    waits: 'Not opened yet',
    open: 'Open now',
    answered: 'Answered',
    entered: 'Opened, not answered',
    over: 'Over, never opened',
  },
  end: 'End it',
  endOf: (day: string) => ` the link made on ${day}`,
} as const
