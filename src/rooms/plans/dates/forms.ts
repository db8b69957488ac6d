import { choice } from '#web/form/choice.ts'
import { day } from '#web/form/day-field.ts'
import { form } from '#web/form/form.ts'
import { longText, text } from '#web/form/text.ts'
import type { DateKind } from './date.ts'
import { en } from './words.ts'

const dayWords = { incomplete: () => en.dayIncomplete, wrong: () => en.dayWrong, noSuchDay: en.noSuchDay }
const long = { optional: true, max: 2000, tooLong: en.tooLong(2000) } as const

/** A new date, of the kinds its writer may see. */
export function dateForm(offered: readonly DateKind[]) {
  return form({
    kind: choice(offered, { missing: en.missingKind }),
    on: day({ missing: en.missingOn, ...dayWords }),
    who: text({ optional: true, max: 300, tooLong: en.tooLong(300) }),
  })
}

export const heldForm = form({
  'held-on': day({ missing: en.missingHeldOn, ...dayWords }),
  words: longText({ missing: en.missingWords, max: 2000, tooLong: en.tooLong(2000) }),
  wishes: longText(long),
})

export const callOffForm = form({
  why: longText({ missing: en.missingWhy, max: 500, tooLong: en.tooLong(500) }),
})
