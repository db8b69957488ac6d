/** What a young person reads of a letter about them by a link, in two languages; and what staff read who make one. */
import type { Language } from '#web/language.ts'
import type { PartName } from '../referral.ts'
import { ownLetterCy } from './cy.ts'
import type { NoLetterLink } from './rules.ts'
import type { SayKind } from './say.ts'

export const ownLetterEn = {
  title: 'A letter about me',
  lead: (adviser: string, to: string) =>
    `${adviser} would like to send this to ${to}. Read it first, and say what you think. It has not been sent.`,
  sentLead: (adviser: string, to: string) =>
    `${adviser} sent this to ${to}. Read what it says about you, and say what you think.`,
  only: (to: string) =>
    `This is all that ${to} would read about you. If they say yes, one person there can also see these parts of your record while they help you.`,
  why: 'Why we may send it',
  parts: {
    asked: 'What we would ask',
    said: 'What you said to it',
    who: 'Who you are',
    alerts: 'What to do, and not to do',
    'safe-contact': 'How it is safe to reach you',
    reach: 'Your phone, email, address, language',
    learning: 'Where you learn',
    activity: 'What you do now',
    adults: 'Adults round you',
    assessment: 'What we looked at together',
    'assessment-family': 'What we looked at together: family',
    'assessment-health': 'What we looked at together: health',
    'assessment-offending': 'What we looked at together: trouble with the law',
    plan: 'Your plan',
  } satisfies Readonly<Record<PartName, string>>,
  lines: {
    asks: 'What they are asked to do',
    why: 'Why now',
    'own-words': 'What you said',
    view: 'Your view',
    'view-words': 'In your words',
    'view-answer': 'What was decided about it',
  },
  views: { agrees: 'You agree', objects: 'You object' },
  question: 'Is this right?',
  right: 'That is right',
  wrong: 'Something is wrong',
  objects: 'I do not want this sent',
  objectsSent: 'I do not want this any more',
  objectsSentHint: (adviser: string) =>
    `${adviser} must answer you within 5 working days: it stops, it goes on with less, or you are told why the law lets it go on. The other agency is not told that it was you.`,
  objectsHint: (adviser: string) =>
    `You can say no. ${adviser} must read it and answer you before anything goes. If the law lets us send it all the same, you are told why.`,
  part: 'Which part is wrong?',
  anyPart: 'I cannot say which',
  words: 'In your own words',
  wordsHint: (adviser: string, to: string) =>
    `${adviser} reads this. If the letter is sent, ${to} reads it too. You can leave it empty, unless something is wrong.`,
  button: 'Send my answer',
  missing: 'Select whether this is right',
  wordsNeeded: 'Write what is wrong, so that it can be changed',
  tooLong: 'Use at most 2,000 characters',
  changed: 'The letter was changed a moment ago. Read it again below; what you wrote is kept',
  thanks: 'Thank you',
  thanksText: (adviser: string) =>
    `${adviser} has your answer. If the letter is changed, you can ask to read it again.`,
  yourAnswer: 'What you said',
  said: {
    right: 'You said that it is right.',
    wrong: 'You said that something is wrong. You get an answer.',
    objects: 'You said that you do not want it. You get an answer before anything more is done.',
  } satisfies Readonly<Record<SayKind, string>>,
  letter: 'The letter',
  close: 'I am done: close this',
}

export type OwnLetterWords = typeof ownLetterEn

export function ownLetterIn(language: Language): OwnLetterWords {
  return language === 'cy' ? ownLetterCy : ownLetterEn
}

/** For staff. */
export const letterLinkWords = {
  title: 'By a link',
  way: 'Show it by a link',
  back: 'Back to the referral',
  head: (given: string) => `For ${given}`,
  make: (whom: string) => `Make a link for ${whom}`,
  lead: (given: string, to: string) =>
    `${given} reads on their own phone exactly what ${to} will see, and says whether it is right, in their own words.`,
  none: {
    over: 'It is over: there is nothing to show.',
    'kept-back': 'It is kept back from them. To show it, change the letter first.',
    'write-anew':
      'The letter holds what you do not see, what is kept back from them by now, or what the agreement no longer lets go. Write it anew, then show it.',
  } satisfies Readonly<Record<NoLetterLink | 'write-anew', string>>,
  saidHead: 'Said by their link',
  says: {
    right: 'That is right',
    wrong: 'Something is wrong',
    objects: 'They do not want it sent',
  } satisfies Readonly<Record<SayKind, string>>,
  onDay: (day: string) => `on ${day}`,
  ofPart: (part: string) => `In “${part}”`,
  ofBefore: 'Said to a letter that has changed since: show it again.',
  toAnswer: 'It goes only with an answer to them, or changed and shown again.',
} as const
