/** Words of starts that were agreed, and of whether they came about. */
import type { StartState } from './start.ts'

export const states: Readonly<Record<StartState, string>> = {
  awaited: 'Agreed',
  started: 'Started',
  'not-started': 'Did not start',
  withdrawn: 'Taken back',
}

export const ANSWERS = ['started', 'put-off', 'not-started'] as const
export type StartAnswer = (typeof ANSWERS)[number]
export const answers: Readonly<Record<StartAnswer, string>> = {
  started: 'Yes, they started',
  'put-off': 'Not yet: the day was put off',
  'not-started': 'No, it did not come about',
}

export const en = {
  title: 'Did they start?',
  lead: 'Young people whose agreed day has come. What they do is not known until somebody says so.',
  none: 'Nobody is waiting to be asked',
  noneText:
    'On the day somebody was to begin a course, a job or training, they stand here until it is known whether they did.',
  more: (most: number) => `The ${most} who wait longest are shown.`,
  who: 'Young person',
  what: 'What was agreed',
  day: 'Day',
  noDay: 'Start date agreed, nothing more on record',
  one: (what: string, where: string) => (where === '' ? what : `${what}, ${where}`),
  personTitle: 'Starts that were agreed',
  personNone: 'No start is agreed',
  personNoneText:
    'When you set what they do with a day that lies ahead, it stands here, and on its day we ask whether they started.',
  agreedFor: 'Agreed for',
  putOff: (times: number, day: string) =>
    times === 1 ? `Put off once, at first for ${day}` : `Put off ${times} times, at first for ${day}`,
  said: 'Who agreed it',
  now: 'Until then they count as',
  question: (what: string) => `${what}: did they start?`,
  ahead: (what: string) => `${what}: has anything changed?`,
  saidBy: 'Who says so?',
  missingAnswer: 'Select whether they started',
  missingSaid: 'Select who says so',
  notTheirs: 'Whether somebody started is for them, a parent or carer, the place or the employer to say',
  on: 'Which day?',
  onHint: 'The day they started, or the new day. Leave it out if they started on the day that was agreed.',
  dayIncomplete: 'Enter a day, a month and a year',
  dayWrong: 'Enter the day in numbers, for example 7 1 2027',
  noSuchDay: 'There is no such day. Check the day and the month',
  missingNewDay: 'Enter the new day',
  newDayPast: 'The new day must lie ahead',
  notYet: 'They cannot have started on a day that lies ahead',
  beforeBirth: 'Nobody starts anything before they are born. Check the day',
  overReaches: 'What was on record before reaches into those days. Enter the day they really started',
  moved: 'A colleague answered it meanwhile. Look at what stands there now',
  save: 'Save',
  countUntil: (label: string) => `Count them as “${label}” until then`,
  countHint: 'The national return has a code for whoever has agreed a start. It is looked at again on the day.',
  past: 'Before',
  over: (state: string, day: string) => `${state}, ${day}`,
  troubles: {
    'unknown-code': 'Select what they do',
    'no-start': 'This cannot be agreed for a day that lies ahead. Enter the day since when it is so',
    'too-far': 'A start can be agreed for the next 18 months',
  },
} as const
