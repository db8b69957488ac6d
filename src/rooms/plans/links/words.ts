/** What a young person reads of their own plan by a link, in two languages; and what staff read who make one. */
import type { Language } from '#web/language.ts'
import { ownPlanCy } from './cy.ts'

export const ownPlanEn = {
  title: 'My plan',
  lead: (given: string, adviser: string) =>
    `${given}, this is what you and ${adviser} have put down. Read it, and say what you think of it.`,
  noSteps: 'We have not agreed any steps for this yet.',
  who: (who: string, day: string | null) => (day === null ? `Who: ${who}` : `Who: ${who}. By: ${day}`),
  you: 'you',
  adviser: 'your adviser',
  support: (support: string) => `Help with it: ${support}`,
  known: (how: string) => `How we shall know: ${how}`,
  done: (day: string, words: string) => `Done on ${day}: ${words}`,
  reviewOn: (day: string) => `We look at this again by ${day}.`,
  states: { met: 'Done', part: 'Done in part', 'not-met': 'Not done', dropped: 'Not wanted any more' },
  pdf: 'Download it as a PDF',
  fileLead: (given: string, adviser: string) => `${given}, this is what you and ${adviser} have put down.`,
  fileFoot: (day: string) => `As it stood on ${day}. It is yours: keep it where only you find it.`,
  yourStep: (step: string) => `To you: ${step.charAt(0).toLowerCase()}${step.slice(1)}`,
  adviserStep: (step: string) => `To your adviser: ${step.charAt(0).toLowerCase()}${step.slice(1)}`,
  stepsHead: 'How big is each step to you?',
  stepsText: 'There is no wrong answer. You can leave this out.',
  stepNotSaid: 'I do not want to say',
  stepNotOffered: 'Choose one of the answers offered',
  steps: { easy: 'Too easy', right: 'About right', stretch: 'A stretch', 'too-far': 'Too far' },
  notAsked: 'not asked yet',
  notSaid: 'not said yet',
  question: 'Is this plan right for you?',
  yes: 'Yes, I agree',
  no: 'No, or not with all of it',
  words: 'Anything you want to say about it',
  wordsHint: 'Your adviser reads this. You can leave it empty if you agree.',
  button: 'Send my answer',
  missing: 'Select whether this plan is right for you',
  wordsNeeded: 'Write what is not right, so that it can be changed',
  tooLong: 'Use at most 2,000 characters',
  changed: 'Your plan was changed a moment ago. Read it again below; what you wrote is kept',
  thanks: 'Thank you',
  thanksText: (adviser: string) => `${adviser} has your answer. Nobody else was told by it.`,
  yourAnswer: 'What you said',
  agreed: 'You agree with this plan.',
  disagreed:
    'You do not agree with all of this plan. It stands with what you said, and you talk about it when you meet.',
  noPlan: 'There is nothing in your plan at the moment. Talk to your adviser about it.',
}

export type OwnPlanWords = typeof ownPlanEn

export function ownPlanIn(language: Language): OwnPlanWords {
  return language === 'cy' ? ownPlanCy : ownPlanEn
}

/** For staff. */
export const linkWords = {
  title: 'A link to their own pages',
  way: 'Send them a link',
  lead: (given: string) =>
    `${given} opens what you tick on their own phone, behind one code, and says what they think in their own words. What is kept close is not in it.`,
  pages: 'What does it open?',
  pagesMissing: 'Select what the link opens',
  reviewOn: 'Look at the plan again by',
  reviewHint: 'If it opens the plan: they read this day beside it. For example, 12 2 2027',
  back: 'Back to the plan',
} as const
