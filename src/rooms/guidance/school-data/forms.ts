import type { Day } from '#ground/day.ts'
import { choice, choices } from '#web/form/choice.ts'
import { day } from '#web/form/day-field.ts'
import { form } from '#web/form/form.ts'
import { longText, text } from '#web/form/text.ts'
import { SCHOOL_KINDS, type SchoolKind } from './ask.ts'
import { en } from './words.ts'

/** A day that is not ahead. */
const past = (today: Day) =>
  day({
    missing: en.dayMissing,
    incomplete: () => en.dayIncomplete,
    wrong: () => en.dayWrong,
    noSuchDay: en.dayWrong,
    notAfter: { day: today, message: en.ahead },
  })

/** @param places ids of those that may be asked @param talks ids of arranged talks */
export function askForm(places: readonly string[], talks: readonly string[]) {
  return form({
    from: choice(places, { missing: en.missingFrom }),
    asks: choices(SCHOOL_KINDS, { missing: en.missingAsks }),
    talk: choice(talks, { optional: true, notOffered: en.notOffered }),
    told: choice(['yes', 'not-yet'] as const, { missing: en.missingTold }),
  })
}

export const factForm = (today: Day) =>
  form({
    kind: choice(SCHOOL_KINDS, { missing: en.missingKind }),
    words: longText({ missing: en.missingWords, max: 2000, tooLong: en.tooLong(2000) }),
    source: text({ missing: en.missingSource, max: 200, tooLong: en.tooLong(200) }),
    'as-of': past(today),
  })

const words = longText({ optional: true, max: 2000, tooLong: en.tooLong(2000) })

/** What a place says: a box for each kind that may be asked. @param isPlace at the place itself nobody else said it */
export function answerForm(today: Day, isPlace: boolean) {
  return form(
    {
      ...{ attainment: words, predicted: words, options: words, attendance: words },
      'as-of': past(today),
      'said-by': text({ optional: true, max: 200, tooLong: en.tooLong(200) }),
    },
    value => (isPlace || value['said-by'] !== null ? [] : [{ field: 'said-by' as const, message: en.missingSaidBy }]),
  )
}

export const wordsOf = (value: Readonly<Record<SchoolKind, string | null>>) =>
  Object.fromEntries(SCHOOL_KINDS.map(kind => [kind, value[kind] ?? ''])) as Record<SchoolKind, string>

export const whyForm = form({ why: longText({ missing: en.missingWhy, max: 1000, tooLong: en.tooLong(1000) }) })
