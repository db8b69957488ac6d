/** What a young person reads of their support by their own link, in two languages. */
import type { Language } from '#web/language.ts'
import type { OwnSay } from '../pathway.ts'
import { ownPathwayCy } from './cy.ts'
import type { OwnKind } from './rules.ts'

export const ownPathwayEn = {
  title: 'My support',
  lead: (given: string, adviser: string) =>
    `${given}, this is what you and ${adviser} agreed, and the steps that are yours.`,
  names: {
    transition: 'Moving to a new place',
    reintegration: 'Coming back to learning',
    family: 'Work with your family',
    mentoring: 'Your mentor',
  } as Readonly<Record<OwnKind, string>>,
  texts: {
    transition: 'Somebody helps you to get ready for the new place, and stays until you have settled.',
    reintegration: 'You come back step by step, with hours that grow.',
    family: 'Somebody works with your family, because you said yes to it.',
    mentoring: 'Somebody meets you, gets to know you and works with you on what you chose.',
  } as Readonly<Record<OwnKind, string>>,
  since: (day: string) => `It began on ${day}.`,
  reviewOn: (day: string) => `You look at it again together by ${day}.`,
  paused: 'It is paused at the moment. Nothing is late.',
  steps: 'Your steps',
  noSteps: 'No step is yours to do at the moment.',
  by: (day: string) => `By ${day}`,
  noDay: 'No day is set.',
  doneHead: 'Done',
  youSaid: (say: string, day: string) => `You said on ${day}: ${say}`,
  say: 'How does it stand?',
  sayOf: (what: string) => `: ${what}`,
  says: {
    done: 'I have done it',
    help: 'Help me with this',
    'not-any-more': 'Not any more',
  } as Readonly<Record<OwnSay, string>>,
  words: 'Anything you want to say about it',
  wordsHint: 'Your adviser reads this. You can leave it empty.',
  button: 'Send',
  missing: 'Select how it stands',
  tooLong: 'Use at most 1,000 characters',
  stale: 'This step was changed a moment ago. Read it again; what you wrote is kept',
  yourYes: (day: string) => `You said yes on ${day}.`,
  takeBack: 'Take back my yes',
  takeBackText: 'You can say no at any time. The work with your family then ends at once. Nobody asks you why.',
  takeBackWords: 'Is there anything your adviser should know?',
  takeBackButton: 'I take back my yes',
  takenBack: 'You took back your yes today. The work with your family has ended, and your adviser knows.',
  none: 'There is no support here at the moment. Talk to your adviser about it.',
}

export type OwnPathwayWords = typeof ownPathwayEn

export function ownPathwayIn(language: Language): OwnPathwayWords {
  return language === 'cy' ? ownPathwayCy : ownPathwayEn
}
