import { day } from '#web/form/day-field.ts'
import { form } from '#web/form/form.ts'
import { text } from '#web/form/text.ts'
import { en } from './words.ts'

export const activityForm = form({
  code: text({ missing: en.missingActivity, max: 3, tooLong: en.missingActivity }),
  detail: text({ optional: true, max: 200, tooLong: en.tooLong }),
  from: day({
    missing: en.missingFrom,
    incomplete: () => en.dayIncomplete,
    wrong: () => en.dayWrong,
    noSuchDay: en.noSuchDay,
  }),
})
