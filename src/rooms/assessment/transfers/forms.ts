import { choice } from '#web/form/choice.ts'
import { form, type ValueOf } from '#web/form/form.ts'
import { longText, text } from '#web/form/text.ts'
import { PARTS } from './actions.ts'
import { ANSWERS } from './transfer.ts'
import { en } from './words.ts'

const askFields = (organisations: readonly string[]) => ({
  from: choice(organisations, { optional: true, notOffered: en.notOffered }),
  'from-name': text({ optional: true, max: 200, tooLong: en.tooLong(200) }),
  whom: text({ optional: true, max: 200, tooLong: en.tooLong(200) }),
  asks: longText({ missing: en.missingAsks, max: 1500, tooLong: en.tooLong(1500) }),
  told: choice(['yes', 'not-yet'] as const, { missing: en.missingTold }),
})
export type AskValue = ValueOf<ReturnType<typeof askFields>>

/**
 * What is asked of whom: one on record or one by name, and not both.
 * @param organisations ids of those that may be chosen
 */
export function askForm(organisations: readonly string[]) {
  return form(askFields(organisations), value => {
    if (value.from === null && value['from-name'] === null) return [{ field: 'from' as const, message: en.missingFrom }]
    return value.from !== null && value['from-name'] !== null ? [{ field: 'from' as const, message: en.twoFrom }] : []
  })
}

export const answerForm = form({
  state: choice(ANSWERS, { missing: en.missingAnswer }),
  words: longText({ missing: en.missingWords, max: 10_000, tooLong: en.tooLong(10_000) }),
  'said-by': text({ optional: true, max: 200, tooLong: en.tooLong(200) }),
  part: choice(PARTS, { missing: en.missingPart }),
})

export const withdrawForm = form({
  why: longText({ missing: en.missingWhy, max: 500, tooLong: en.tooLong(500) }),
})
