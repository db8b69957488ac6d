import type { Day } from '#ground/day.ts'
import { choice, choices } from '#web/form/choice.ts'
import { day } from '#web/form/day-field.ts'
import { form, type ValueOf } from '#web/form/form.ts'
import { integer } from '#web/form/integer.ts'
import { hidden, text } from '#web/form/text.ts'
import { time } from '#web/form/time-field.ts'
import { ARRANGING_FIELDS } from '../diary/forms.ts'
import { dayWords, short } from '../forms.ts'
import { en as contactWords } from '../words.ts'
import { MOST_MEETINGS } from './rules.ts'
import { END_REASONS, type PartContent, RUN_ENDS } from './run.ts'
import { en } from './words.ts'

/** So many parts have room on the form. */
export const PARTS = [1, 2, 3, 4] as const
export type PartNumber = (typeof PARTS)[number]

const meetings = integer({
  optional: true,
  min: 1,
  max: MOST_MEETINGS,
  notANumber: en.badMeetings,
  outOfRange: en.badMeetings,
})
const name = text(short(80))
const aim = text(short(500))

const { time: atTime, minutes, kind, place, room, needs, purpose, method, bring, others, restricted } = ARRANGING_FIELDS

const fields = (days: readonly Day[]) => ({
  id: hidden({ missing: en.missingTitle }),
  title: text({ missing: en.missingTitle, max: 120, tooLong: contactWords.tooLong(120) }),
  from: day({ missing: en.missingFrom, ...dayWords }),
  until: day({ missing: en.missingUntil, ...dayWords }),
  every: choice(['1', '2'] as const, { missing: en.missingEvery }),
  ...{ time: atTime, minutes, kind, place, room, needs, purpose, method, bring, others, restricted },
  days: choices(days, { optional: true, notOffered: en.badDays }),
  'name-1': name,
  'name-2': name,
  'name-3': name,
  'name-4': name,
  'aim-1': aim,
  'aim-2': aim,
  'aim-3': aim,
  'aim-4': aim,
  'meetings-1': meetings,
  'meetings-2': meetings,
  'meetings-3': meetings,
  'meetings-4': meetings,
})
export type RunValue = ValueOf<ReturnType<typeof fields>>
export type RunFields = keyof ReturnType<typeof fields>

/** What says which days a run has, and at what time. */
export const spanForm = form({
  from: day({ missing: en.missingFrom, ...dayWords }),
  until: day({ missing: en.missingUntil, ...dayWords }),
  every: choice(['1', '2'] as const, { missing: en.missingEvery }),
  time: atTime,
  minutes,
})

/** A run, with the days that are meant of those it would have. */
export const runForm = (days: readonly Day[]) =>
  form(fields(days), value =>
    PARTS.flatMap(n => {
      const isSaid = value[`aim-${n}`] !== null || value[`meetings-${n}`] !== null
      return isSaid && value[`name-${n}`] === null ? [{ field: `name-${n}` as const, message: en.partWithoutName }] : []
    }),
  )

/** The parts a form names; one that does not say how many meetings it takes takes one. */
export function partsOf(value: RunValue): PartContent[] {
  return PARTS.flatMap(n => {
    const called = value[`name-${n}`]
    return called === null
      ? []
      : [{ name: called, aim: value[`aim-${n}`] ?? '', meetings: value[`meetings-${n}`] ?? 1 }]
  })
}

export const moveForm = form(
  {
    'move-from': day({ missing: en.missingMoveFrom, ...dayWords }),
    'move-by': integer({ optional: true, min: -28, max: 28, notANumber: en.badMove, outOfRange: en.badMove }),
    'move-time': time({ optional: true, notATime: contactWords.badTime }),
    'move-both': choice(['yes'], { optional: true, notOffered: en.moveBoth }),
  },
  value =>
    (value['move-by'] ?? 0) === 0 && value['move-time'] === null
      ? [{ field: 'move-by' as const, message: en.missingMove }]
      : [],
)

export const endForm = form({
  how: choice(RUN_ENDS, { missing: en.missingEnd }),
  reason: choice(END_REASONS, { missing: en.missingEndWhy }),
  words: text(short(500)),
})
