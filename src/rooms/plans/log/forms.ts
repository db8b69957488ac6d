import { choice } from '#web/form/choice.ts'
import { day } from '#web/form/day-field.ts'
import { form } from '#web/form/form.ts'
import { longText, text } from '#web/form/text.ts'
import { en as planWords } from '../words.ts'
import { DOERS, type Doer, type LogContent } from './entry.ts'
import { en } from './words.ts'

export const logForm = form(
  {
    words: longText({ missing: en.missingWords, max: 2000, tooLong: planWords.tooLong(2000) }),
    by: choice(DOERS, { missing: en.missingBy }),
    name: text({ optional: true, max: 200, tooLong: planWords.tooLong(200) }),
    on: day({
      missing: en.missingOn,
      incomplete: () => planWords.dayIncomplete,
      wrong: () => planWords.dayWrong,
      noSuchDay: planWords.noSuchDay,
    }),
  },
  value => (value.by === 'other' && value.name === null ? [{ field: 'name', message: en.missingName }] : []),
)

type Value = {
  readonly on: LogContent['doneOn']
  readonly by: Doer
  readonly name: string | null
  readonly words: string
}

export function contentIn({ on, by, name, words }: Value): LogContent {
  return { doneOn: on, doneBy: by, doerName: by === 'other' ? (name ?? '') : '', words }
}

export function fillEntry({ doneOn, doneBy, doerName, words }: LogContent) {
  return logForm.fill({ on: doneOn, by: doneBy, name: doerName, words })
}
