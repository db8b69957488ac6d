/**
 * The exercises, written by us, as dated data: a new wording is a new edition with its day, and what was done before keeps the one it answered. None
 * is scored. docs/rules/guidance.md
 */
import { type Day, isAfter } from '#ground/day.ts'
import type { Exercise } from './exercise.ts'

const FIRST = '2026-11-01' as Day

const EDITIONS: readonly Exercise[] = [
  {
    code: 'strengths',
    from: FIRST,
    title: 'What I am good at',
    lead: 'Think of one thing you did that went well. It may be small, and it need not be from school.',
    questions: [
      { code: 'did', ask: 'What did you do?' },
      {
        code: 'how',
        ask: 'What did you do yourself, so that it went well?',
        hint: 'Not luck, and not what others did',
      },
      { code: 'shows', ask: 'What does that show you can do?' },
      { code: 'seen', ask: 'Who saw it, and what would they say?' },
    ],
  },
  {
    code: 'good-day',
    from: FIRST,
    title: 'A good day',
    lead: 'Think of a day you would like to have again.',
    questions: [
      { code: 'what', ask: 'What did you do on that day?' },
      { code: 'where', ask: 'Where was it, and were others there or not?' },
      { code: 'why', ask: 'What made it good?' },
      { code: 'work', ask: 'What of it should be in a course or a job of yours?' },
    ],
  },
  {
    code: 'matters',
    from: FIRST,
    title: 'What matters to me in work',
    lead: 'People want different things from work. There is no right list.',
    questions: [
      {
        code: 'three',
        ask: 'Which three things matter most to you?',
        hint: 'Such as people, money, calm, being outside, making things',
      },
      { code: 'never', ask: 'What would you not want at all?' },
      { code: 'stay', ask: 'What would make you stay when it gets hard?' },
    ],
  },
]

/** The exercises in force on a day, each in its newest edition. */
export function exercisesOn(today: Day): Exercise[] {
  const codes = [...new Set(EDITIONS.map(one => one.code))]
  return codes.flatMap(code => EDITIONS.findLast(one => one.code === code && !isAfter(one.from, today)) ?? [])
}

/** The edition somebody answered. */
export function editionOf(code: string, from: Day): Exercise | undefined {
  return EDITIONS.find(one => one.code === code && one.from === from)
}
