import type { Day } from '#ground/day.ts'
import { choice } from '#web/form/choice.ts'
import type { Field } from '#web/form/field.ts'
import { form } from '#web/form/form.ts'
import { integer } from '#web/form/integer.ts'
import { longText } from '#web/form/text.ts'
import { type Criterion, type Marks, MET, type Met, type RatedFactor, SAMPLED } from './sample.ts'
import { en } from './words.ts'

const words = (max: number) => longText({ optional: true, max, tooLong: en.tooLong(max) })

export function drawForm(teams: readonly string[], months: readonly Day[]) {
  return form({
    team: choice(teams, { missing: en.missingTeam }),
    what: choice(SAMPLED, { missing: en.missingWhat }),
    month: choice(months, { missing: en.missingMonth }),
    wanted: integer({
      missing: en.missingWanted,
      notANumber: en.wantedWrong,
      outOfRange: en.wantedWrong,
      min: 1,
      max: 30,
    }),
  })
}

export const markFields = (criterion: Criterion) => ({ said: `found-${criterion}`, words: `word-${criterion}` })

export function lookForm(criteria: readonly Criterion[]) {
  const fields = criteria.flatMap((criterion): [string, Field<string | null>][] => {
    const n = markFields(criterion)
    return [
      [n.said, choice(MET, { missing: en.missingMark }) as Field<string | null>],
      [n.words, words(1000)],
    ]
  })
  return form({ ...(Object.fromEntries(fields) as Record<string, Field<string | null>>), overall: words(4000) })
}

export function marksOf(value: Readonly<Record<string, unknown>>, criteria: readonly Criterion[]): Marks {
  return Object.fromEntries(
    criteria.map(criterion => {
      const n = markFields(criterion)
      const typed = value[n.words]
      return [criterion, { said: value[n.said] as Met, words: typeof typed === 'string' ? typed : '' }]
    }),
  )
}

export const answerForm = form({
  answer: longText({ missing: en.answerMissing, max: 4000, tooLong: en.tooLong(4000) }),
  changed: words(2000),
})

export const closeForm = form({ why: longText({ missing: en.closeMissing, max: 500, tooLong: en.tooLong(500) }) })

export const secondForm = (those: readonly string[]) => form({ who: choice(those, { missing: en.secondMissing }) })

export const rateField = (factor: string) => `rate-${factor}`

export function rateForm(factors: readonly RatedFactor[], levels: readonly string[]) {
  return form(
    Object.fromEntries(
      factors.map(one => [rateField(one.factor), choice(levels, { optional: true, notOffered: en.notOffered })]),
    ),
  )
}

export function levelsOf(
  value: Readonly<Record<string, unknown>>,
  factors: readonly RatedFactor[],
): Readonly<Record<string, number>> {
  return Object.fromEntries(
    factors.flatMap(({ factor }) => {
      const level = value[rateField(factor)]
      return typeof level === 'string' && level !== '' ? [[factor, Number(level)]] : []
    }),
  )
}
