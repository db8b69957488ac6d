import { day } from '#web/form/day-field.ts'
import { form } from '#web/form/form.ts'
import { text } from '#web/form/text.ts'
import { en } from './words.ts'

export const listForm = form({
  name: text({ missing: en.missingName, max: 120, tooLong: en.nameTooLong }),
})

export const assignForm = form({
  officer: text({ missing: en.missingOfficer, max: 60, tooLong: en.missingOfficer }),
  last: day({
    optional: true,
    incomplete: () => en.dayIncomplete,
    wrong: () => en.dayWrong,
    noSuchDay: en.noSuchDay,
  }),
})
