/** What a parent or carer reads of a plan by a link, in two languages; and what staff read who make one. */
import type { Language } from '#web/language.ts'
import { adultPlanCy } from './cy.ts'
import type { AdultTrouble, Says } from './rules.ts'

export const adultPlanEn = {
  title: (given: string) => `${given}’s plan`,
  lead: (given: string, adviser: string) =>
    `${given} and ${adviser} wrote this together. It is the part that you were asked to read. There may be more, and it stays between them.`,
  leadDecided: (given: string, adviser: string) =>
    `${given} and ${adviser} wrote this together. ${given} could not decide alone whether you read it, so it was decided with you. What ${given} wants was asked first.`,
  noSteps: 'No steps have been agreed for this yet.',
  who: (who: string, day: string | null) => (day === null ? `Who: ${who}` : `Who: ${who}. By: ${day}`),
  support: (support: string) => `Help with it: ${support}`,
  known: (how: string) => `How it will be known: ${how}`,
  states: { met: 'Done', part: 'Done in part', 'not-met': 'Not done', dropped: 'Not wanted any more' },
  reviewOn: (day: string) => `They look at it again by ${day}.`,
  help: (given: string) =>
    `How you can help: ask ${given} how it is going, and what would help. Let ${given} say it first.`,
  ask: (adviser: string) =>
    `Is something not right, or do you want to talk about it? Ring ${adviser}, who sent you this.`,
  close: 'I am done: close this',
  none: 'There is nothing here at the moment. Talk to whoever sent you this.',
}

export type AdultPlanWords = typeof adultPlanEn

export function adultPlanIn(language: Language): AdultPlanWords {
  return language === 'cy' ? adultPlanCy : adultPlanEn
}

const troubles: Readonly<Record<AdultTrouble, string>> = {
  'not-to-be-told':
    'The record says that this adult is not to be told. If that is no longer right, change it on the record first',
  'said-no':
    'They do not want this adult to read it, and that stands. No link was made, and one that was made before is over. What they said is not kept by this page: write it in a contact if it matters',
  'not-judged':
    'Nobody has judged that they cannot decide this now. Judge it first, for this one question, under “Deciding for themselves”; or ask them again',
  'not-theirs-to-decide':
    'This adult is not who decides: on record are who has parental responsibility, and whom the judgement names',
}

const says: Readonly<Record<Says, (given: string) => string>> = {
  agreed: given => `${given} read it and says yes`,
  no: given => `${given} says no, or not all of it`,
  cannot: given => `${given} cannot decide this now: it was judged, and this adult decides`,
}

/** For staff. */
export const en = {
  title: 'A link for a parent or carer',
  way: 'A link for a parent or carer',
  lead: (given: string) =>
    `${given} decides who reads what of the plan. Choose together, show ${given} exactly what would be read, and only then make the link.`,
  never:
    'Never in it: what is kept close, steps that work on health, care, family or offending, meetings, assessments, and what was said about the plan.',
  adult: 'Who is it for?',
  adultHint: 'Adults on the record who may be told.',
  goals: 'Which goals may they read?',
  goalsHint: 'Each with its steps. Nothing is chosen beforehand.',
  showButton: 'Show what they would read',
  noAdult:
    'No adult on the record may be told, as far as you can see. Add one under “Adults”, or change what is on record there.',
  noPlan: 'There is nothing in the plan yet that a link could show. Set a goal first.',
  missingAdult: 'Select who it is for',
  missingGoals: 'Select at least one goal',
  shownTitle: (adult: string) => `What ${adult} would read`,
  shownLead: (given: string) => `Show this to ${given} now. It is all that would be read, and nothing else.`,
  says: (given: string) => `What does ${given} say to it?`,
  saysOf: says,
  missingSays: 'Select what they say to it',
  changed: 'The plan was changed a moment ago. Show it to them again: what would be read now is below',
  other: 'Choose something else',
  back: 'Back to the plan',
  anAdult: 'An adult who is no longer on the record as they were',
  troubles,
} as const
