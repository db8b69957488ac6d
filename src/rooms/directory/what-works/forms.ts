import { choices } from '#web/form/choice.ts'
import { form } from '#web/form/form.ts'
import { longText, text } from '#web/form/text.ts'
import type { Need } from '../near-by/service.ts'
import { en } from './words.ts'

export function practiceForm(needs: readonly Need[]) {
  return form({
    title: text({ missing: en.missingTitle, max: 120, tooLong: en.tooLong(120) }),
    what: longText({ missing: en.missingWhat, max: 2000, tooLong: en.tooLong(2000) }),
    fits: longText({ optional: true, max: 1000, tooLong: en.tooLong(1000) }),
    needs: choices(
      needs.map(one => one.code),
      { optional: true, notOffered: en.choose },
    ),
  })
}
