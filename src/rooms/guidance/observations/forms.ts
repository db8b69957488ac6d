import type { Day } from '#ground/day.ts'
import { choice } from '#web/form/choice.ts'
import { day } from '#web/form/day-field.ts'
import type { Field } from '#web/form/field.ts'
import { form } from '#web/form/form.ts'
import { longText } from '#web/form/text.ts'
import {
  type Observation,
  type ObservationContent,
  PRACTICE,
  type PracticeMark,
  SEEN,
  type Seen,
} from './observation.ts'
import { en } from './words.ts'

export const YEARS = [7, 8, 9, 10, 11, 12, 13, 14] as const
const words = (max: number) => longText({ optional: true, max, tooLong: en.tooLong(max) })

/** Names of the two fields of a mark. */
export const fieldsOf = (mark: PracticeMark) => ({ said: `said-${mark}`, words: `words-${mark}` })

/** @param colleagues ids of those whose talk it may be; of a draft nobody is chosen anew */
export function observationForm(today: Day, colleagues: readonly string[] | undefined) {
  const onDay = day({
    missing: en.dayMissing,
    incomplete: () => en.dayIncomplete,
    wrong: () => en.dayWrong,
    noSuchDay: en.dayWrong,
    notAfter: { day: today, message: en.ahead },
  })
  const marks: Record<string, Field<string | null>> = Object.fromEntries(
    PRACTICE.flatMap((mark): [string, Field<string | null>][] => {
      const n = fieldsOf(mark)
      return [
        [n.said, choice(SEEN, { optional: true, notOffered: en.notOffered })],
        [n.words, words(1000)],
      ]
    }),
  )
  const who =
    colleagues === undefined
      ? choice([''], { optional: true, notOffered: en.notOffered })
      : (choice(colleagues, { missing: en.missingWho }) as Field<string | null>)
  return form(
    {
      ...marks,
      ...{ who, 'on-day': onDay },
      year: choice(YEARS.map(String), { optional: true, notOffered: en.notOffered }),
      feedback: words(4000),
      next: words(2000),
    },
    value =>
      PRACTICE.map(fieldsOf)
        .filter(n => text(value, n.said) === '' && text(value, n.words) !== '')
        .map(n => ({ field: n.said as 'who', message: en.evidenceNeeded })),
  )
}

type Value = Readonly<Record<string, unknown>> & { readonly 'on-day': Day; readonly year: string | null }
function text(value: Readonly<Record<string, unknown>>, name: string): string {
  const typed = value[name]
  return typeof typed === 'string' ? typed : ''
}

export function contentOf(value: Value): ObservationContent {
  const marks = PRACTICE.flatMap(mark => {
    const n = fieldsOf(mark)
    const said = text(value, n.said)
    return said === '' ? [] : [[mark, { said: said as Seen, words: text(value, n.words) }] as const]
  })
  return {
    onDay: value['on-day'],
    yearGroup: value.year === null ? null : Number(value.year),
    marks: Object.fromEntries(marks),
    feedback: text(value, 'feedback'),
    next: text(value, 'next'),
  }
}

/** What stands in the form of a draft. */
export function filledOf(today: Day, one: Observation) {
  const marks = Object.fromEntries(
    PRACTICE.flatMap(mark => {
      const known = one.marks[mark]
      const n = fieldsOf(mark)
      return known === undefined
        ? []
        : [
            [n.said, known.said],
            [n.words, known.words],
          ]
    }),
  )
  return observationForm(today, undefined).fill({
    ...marks,
    ...{ 'on-day': one.onDay, year: one.yearGroup === null ? null : String(one.yearGroup) },
    ...{ feedback: one.feedback, next: one.next },
  })
}

export const answerForm = form({ words: longText({ missing: en.missingAnswer, max: 4000, tooLong: en.tooLong(4000) }) })
