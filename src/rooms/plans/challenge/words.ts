import type { Step } from '../plan.ts'
import type { PlanAdvice, Reading, StepAdvice, Voice } from './rules.ts'

export const steps: Readonly<Record<Exclude<Step, 'not-asked'>, string>> = {
  easy: 'Too easy',
  right: 'About right',
  stretch: 'A stretch',
  'too-far': 'Too far',
}

export const notAsked: Readonly<Record<Voice, string>> = { own: 'Not asked', adviser: 'Not said' }

export const stepAdvices: Readonly<Record<StepAdvice, string>> = {
  'own-easy': 'It is too easy to them: what would be worth doing?',
  'own-too-far': 'It is too far to them: what would be a first part of it?',
  apart: 'The two views lie far apart: talk about why.',
}

export const planAdvices: Readonly<Record<PlanAdvice, string>> = {
  'all-easy': 'Every target is too easy to them. What would stretch them?',
  'all-too-far': 'Every target is too far to them. What could be done first?',
  'no-aim': 'What they aim for is not on record yet. A careers talk is where to ask.',
  'aim-unserved': 'Nothing in the plan works towards the aim they named. Which step would?',
  'reached-unknown': 'What they have reached is not on record. Ask before the aim is called too high or too low.',
}

export const readings: Readonly<Record<Reading, string>> = {
  'easy-met': 'thought too easy, and met: the next may be bigger',
  'far-met': 'thought too far, and met: they can do more than was thought',
  'small-missed': 'thought no big step, and not met: what stood in the way?',
  'far-missed': 'thought too far, and not met: what is a smaller part of it?',
}

export const challengeWords = {
  neitherAsked: 'How big a step it is: not asked yet',
  label: 'How big a step',
  ownStep: (given: string) => `How big a step is it to ${given}?`,
  ownStepHint: 'As they say it. If they were not asked, say so: it is not the same as “about right”.',
  adviserStep: 'How big a step is it to you?',
  adviserStepHint: 'Both stand side by side. Neither changes the other.',
  voices: { own: (given: string) => `To ${given}`, adviser: () => 'To the adviser' },
  line: (who: string, step: string) => `${who}: ${step.charAt(0).toLowerCase()}${step.slice(1)}`,
  aim: 'What they aim for',
  aimNone: 'It does not work towards the aim',
  aimHint: (words: string) => `They named it in a careers talk: “${words.slice(0, 200)}”`,
  aimYes: 'It works towards the aim they named',
  towards: 'Towards their aim',
  head: 'Aim and what they have reached',
  aimLabel: 'Aim, in their words',
  asks: 'What it asks for',
  higher: 'Aims may be higher',
  reached: 'Reached so far',
  noneReached: 'Nothing on record',
  said: (words: string, day: string) => `“${words}” (${day})`,
  from: (words: string, source: string) => (source === '' ? words : `${words} (${source})`),
  talks: 'Careers talks',
} as const
