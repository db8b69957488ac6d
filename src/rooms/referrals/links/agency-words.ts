/** What somebody at an agency without accounts reads by a link, and what staff read who make one. English alone: it is between agencies. */
import type { NoAgencyLink } from './rules.ts'

export const agencyWords = {
  title: (from: string) => `A referral from ${from}`,
  lead: (name: string, to: string, purpose: string) => `For ${name} at ${to}: ${purpose}.`,
  by: (day: string) => `Your answer is due by ${day}.`,
  letter: 'What they ask, and what goes along',
  letterGone: 'It is over: what it said is no longer yours to read here.',
  answer: 'Your answer',
  once: 'This link takes one answer. For the next one you get a new link.',
  acceptAs: (name: string) => `${name} works with them. It opens nothing of the young person’s record.`,
  terms: 'On what terms it was sent',
  mayGo: 'What may go along',
  always: 'Who it is, what to do and not to do, how it is safe to reach them',
  history: 'What happened',
  byLink: (name: string) => `${name}, by a link`,
  thanks: 'Thank you',
  thanksText: (from: string) => `${from} has your answer.`,
  stands: 'Where it stands',
  next: (day: string) => `The next step is yours, by ${day}. It needs a new link.`,
  another: 'Ask for a new link',
  anotherText: 'A link works once, for an hour. Ask for a new one if you need longer, or when the next step is due.',
  asked: 'You have asked for a new link',
  askedText: 'Whoever sent it has been told. They send you the link and tell you a new code.',
  overTitle: 'This link no longer works',
  overText: 'It may have been used, or its time may be over. You can ask for a new one.',
  worried: 'Worried about their safety? Tell us',
  close: 'I am done: close this',
} as const

/** For staff. */
export const agencyLinkWords = {
  head: (to: string) => `For ${to}`,
  lead: (to: string) =>
    `Nobody at ${to} signs in here. Whoever you name reads the letter as it was sent, and answers: one link for each answer.`,
  safe: 'Ring them first: is it still the right person, and the right address?',
  forName: 'For whom?',
  forNameHint: 'Their name, as it will stand in the history. For example, Alex Sample',
  forNameMissing: 'Enter for whom the link is',
  tooLong: 'Use at most 120 characters',
  none: {
    'not-sent': 'It can be opened by a link once it is sent.',
    'has-accounts': 'Colleagues there sign in: they see it in their own list.',
    shut: 'It is over, or the agency has closed: there is nothing to open.',
  } satisfies Readonly<Record<NoAgencyLink, string>>,
  wanted: (to: string) => `Nobody at ${to} signs in here: they need a link to read it and to answer.`,
  make: 'Make a link for them',
} as const
