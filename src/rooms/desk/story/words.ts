/** What is said round the timeline, and on its print. */
import type { StoryFilter, StoryPart } from './story.ts'

export const en = {
  show: 'Show',
  since: 'From',
  apply: 'Show',
  filter: 'Choose what is shown',
  print: 'Print this story',
  printNote: 'A PDF of what stands here, with your name on each page.',
  pathwayBegan: (what: string) => `${what}: started`,
  pathwayStep: (what: string, who: string) => `${what}. Done by: ${who}`,
  pathwayEnded: (what: string, outcome: string) => `${what}: ended. ${outcome}`,
  towards: (who: string) => `Something was done towards a step. By: ${who}`,
  noneChosen: 'Nothing of that kind',
  noneChosenText: 'There may be more: show everything, or go further back.',
  all: 'Show everything',
  older: (most: number) => `The newest ${most} contacts are here. Older ones are not.`,
  title: (name: string) => `The story of ${name}`,
  warning:
    'This holds a young person’s data. Keep it with you, show it to nobody who may not read it, and shred it when it has done its work.',
  printedBy: 'Printed by',
  printedAt: 'When',
  whatIsIn: 'What is in it',
  chosen: (what: string, since: string) => `${what}, from ${since.charAt(0).toLowerCase()}${since.slice(1)}`,
  entries: 'Entries',
  entriesMore: (printed: number, all: number) => `The newest ${printed} of ${all}`,
  seen: 'Only what whoever printed it may see is in it.',
  dayHead: 'Day',
  whatHead: 'What happened',
  by: (name: string) => `By ${name}`,
  at: (day: string, time: string) => `${day} at ${time}`,
  foot: (name: string, at: string) => `Printed by ${name}, ${at}. It holds a young person’s data.`,
} as const

export const partWords: Readonly<Record<StoryPart | '', string>> = {
  '': 'Everything',
  contacts: 'Contacts and meetings',
  plans: 'Assessments, plans and decisions',
  agencies: 'Other agencies and hand-overs',
  learning: 'Learning and activity',
}

export const spanWords: Readonly<Record<StoryFilter['months'], string>> = {
  '': 'The beginning',
  '3': 'Three months ago',
  '12': 'A year ago',
}
