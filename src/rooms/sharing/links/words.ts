/** What pages opened by a link say. Welsh satisfies the type of the English: a word that is missing there does not compile. */
import type { Language } from '#web/language.ts'
import { linkCy, ownPagesCy } from './cy.ts'
import type { OwnPage } from './link.ts'

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
  pagesTitle: 'Your pages',
  pagesLead: 'These are open for you for an hour. Read them in any order.',
  pagesBack: 'Back to your pages',
  pagesClose: 'I am done: close this',
  worried: 'Worried or not safe? Tell us',
  worriedThem: 'Worried about their safety? Tell us',
} as const satisfies Readonly<Record<string, string>>

export type LinkWords = Readonly<Record<keyof typeof linkEn, string>>

/** The words of a language. */
export function linkWordsIn(language: Language): LinkWords {
  return language === 'cy' ? linkCy : linkEn
}

/** What each page of their own is called, and what it is for. */
export type OwnPagesWords = {
  readonly names: Readonly<Record<OwnPage, string>>
  readonly texts: Readonly<Record<OwnPage, string>>
}

const ownPagesEn: OwnPagesWords = {
  names: {
    plan: 'My plan',
    file: 'My Progress File',
    pathway: 'My support',
    group: 'My groups',
    statement: 'What stays between us',
  },
  texts: {
    plan: 'What you and your adviser have put down. Say what you think of it.',
    file: 'What you can do and have done. It is yours until you share it.',
    pathway: 'What is agreed, and your steps. Say how each stands with you.',
    group: 'Who runs the groups you go to, and what they do for you.',
    statement: 'What your adviser keeps to themselves, and what they have to tell.',
  },
}

/** The same, in a language. */
export function ownPagesIn(language: Language): OwnPagesWords {
  return language === 'cy' ? ownPagesCy : ownPagesEn
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
