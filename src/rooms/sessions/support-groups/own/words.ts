/** What a young person reads by their own link of a group they go to, in two languages. What was written stands in the words it was written in. */
import type { Language } from '#web/language.ts'
import type { StepState } from '../support-group.ts'
import { ownGroupCy } from './cy.ts'

export const ownGroupEn = {
  title: 'My groups',
  lead: (given: string) =>
    `${given}, this is what the groups you go to do for you, and who reads it. Anything private is not shown on a link: ask them about it.`,
  none: 'You are in no group at the moment.',
  since: (day: string) => `You have been in it since ${day}.`,
  left: (day: string) => `You left it on ${day}.`,
  runs: 'Who runs it',
  knownAll: (day: string) =>
    `On ${day} you agreed that everybody who runs it knows who you are. You can take that back: tell any of them.`,
  knownSome: 'Only those who know you anyway know that you are in it.',
  steps: 'What they do for you',
  noSteps: 'Nothing is written down yet.',
  by: (who: string, day: string) => `${who}, by ${day}`,
  states: { open: 'Not done yet', done: 'Done', dropped: 'Not going to be done' } as Readonly<
    Record<StepState, string>
  >,
  went: (words: string) => `How it went: ${words}`,
  readAll: 'Read by everybody who runs the group, and by those who help you with your plan.',
  readAllSome: 'Read by those who run the group and know you, and by those who help you with your plan.',
  readShared: (day: string) =>
    `Read by everybody who runs the group: you agreed to that on ${day}. You can take that back: tell any of them.`,
  readSharedSome: (day: string) =>
    `Read by those who run the group and know you: you agreed to that on ${day}. You can take that back: tell any of them.`,
  readApart: 'Kept apart: read by whoever wrote it, and by those who may see that part of what is kept about you.',
}

export type OwnGroupWords = typeof ownGroupEn

export function ownGroupIn(language: Language): OwnGroupWords {
  return language === 'cy' ? ownGroupCy : ownGroupEn
}
