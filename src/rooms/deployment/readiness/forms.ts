import { choice } from '#web/form/choice.ts'
import { day } from '#web/form/day-field.ts'
import { form } from '#web/form/form.ts'
import { longText, text } from '#web/form/text.ts'
import { BACKGROUNDS, ITEM_KINDS } from './readiness.ts'
import { en } from './words.ts'

export const profileForm = form({
  background: choice(BACKGROUNDS, { missing: en.missingBackground }),
  'ask-about': longText({ optional: true, max: 500, tooLong: en.tooLong(500) }),
  languages: text({ optional: true, max: 200, tooLong: en.tooLong(200) }),
})

export const itemForm = form({
  kind: choice(ITEM_KINDS, { missing: en.missingKind }),
  done: day({
    missing: en.missingOn,
    incomplete: () => en.dayIncomplete,
    wrong: () => en.dayWrong,
    noSuchDay: en.noSuchDay,
  }),
  evidence: text({ missing: en.missingEvidence, max: 300, tooLong: en.tooLong(300) }),
})
