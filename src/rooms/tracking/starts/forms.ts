import { choice } from '#web/form/choice.ts'
import { day } from '#web/form/day-field.ts'
import { form } from '#web/form/form.ts'
import { VERIFIERS } from '../activity.ts'
import { ANSWERS, en } from './words.ts'

/** Who says today that a start is agreed. */
export const countForm = form({ said: choice(VERIFIERS, { missing: en.missingSaid }) })

/** Whether somebody started, on whose word, and the day where it is another. */
export const startForm = form({
  answer: choice(ANSWERS, { missing: en.missingAnswer }),
  said: choice(VERIFIERS, { missing: en.missingSaid }),
  on: day({
    optional: true,
    incomplete: () => en.dayIncomplete,
    wrong: () => en.dayWrong,
    noSuchDay: en.noSuchDay,
  }),
})
