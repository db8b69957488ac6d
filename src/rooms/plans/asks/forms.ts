import type { AccountId } from '#ground/ids.ts'
import { choice } from '#web/form/choice.ts'
import { day } from '#web/form/day-field.ts'
import { form } from '#web/form/form.ts'
import { longText, text } from '#web/form/text.ts'
import type { Asked } from './ask.ts'
import { en } from './words.ts'

const dayWords = { incomplete: () => en.dayIncomplete, wrong: () => en.dayWrong, noSuchDay: en.noSuchDay }
const SAYS = ['yes', 'no'] as const

/** Asking a colleague, or what somebody told: each asks for its own. */
export function askForm(askable: readonly Asked[]) {
  const fields = {
    how: choice(['ask', 'told'] as const, { missing: en.missingHow }),
    whom: choice(askable.map(one => one.accountId) as readonly AccountId[], {
      optional: true,
      notOffered: en.missingWhom,
    }),
    who: text({ optional: true, max: 200, tooLong: en.tooLong(200) }),
    on: day({ optional: true, ...dayWords }),
    says: choice(SAYS, { optional: true, notOffered: en.missingSays }),
    words: longText({ optional: true, max: 1000, tooLong: en.tooLong(1000) }),
  }
  return form(fields, value => {
    if (value.how === 'ask') return value.whom === null ? [{ field: 'whom', message: en.missingWhom }] : []
    return [
      ...(value.who === null ? [{ field: 'who' as const, message: en.missingWho }] : []),
      ...(value.on === null ? [{ field: 'on' as const, message: en.missingOn }] : []),
      ...(value.says === null ? [{ field: 'says' as const, message: en.missingSays }] : []),
      ...(value.says === 'no' && value.words === null ? [{ field: 'words' as const, message: en.missingWhy }] : []),
    ]
  })
}

/** What a colleague who is asked says. */
export const answerForm = form(
  {
    says: choice(SAYS, { missing: en.missingTake }),
    words: longText({ optional: true, max: 1000, tooLong: en.tooLong(1000) }),
  },
  value => (value.says === 'no' && value.words === null ? [{ field: 'words', message: en.missingWhy }] : []),
)
