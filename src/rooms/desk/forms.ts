import { day } from '#web/form/day-field.ts'
import { form } from '#web/form/form.ts'
import { text } from '#web/form/text.ts'
import { activityWords } from './activity-words.ts'
import { en } from './words.ts'

const dayWords = { incomplete: () => en.dayIncomplete, wrong: () => en.dayWrong, noSuchDay: en.noSuchDay }

export const activityForm = form({
  code: text({ missing: activityWords.missingActivity, max: 3, tooLong: activityWords.missingActivity }),
  detail: text({ optional: true, max: 200, tooLong: en.tooLong }),
  from: day({ missing: activityWords.missingFrom, ...dayWords }),
  until: day({ optional: true, ...dayWords }),
  review: day({ optional: true, ...dayWords }),
})
