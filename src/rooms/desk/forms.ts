import { VERIFIERS } from '#rooms/tracking/index.ts'
import { choice } from '#web/form/choice.ts'
import { day } from '#web/form/day-field.ts'
import { form } from '#web/form/form.ts'
import { text } from '#web/form/text.ts'
import { activityWords } from './activity-words.ts'
import { en } from './words.ts'

const dayWords = { incomplete: () => en.dayIncomplete, wrong: () => en.dayWrong, noSuchDay: en.noSuchDay }

export const activityForm = form({
  code: text({ missing: activityWords.missingActivity, max: 3, tooLong: activityWords.missingActivity }),
  place: text({ optional: true, max: 60, tooLong: activityWords.placeNotOffered }),
  detail: text({ optional: true, max: 200, tooLong: en.tooLong }),
  how: choice(['beside'], { optional: true, notOffered: activityWords.isBeside }),
  why: text({ optional: true, max: 200, tooLong: en.tooLong }),
  from: day({ missing: activityWords.missingFrom, ...dayWords }),
  said: choice(VERIFIERS, { optional: true, notOffered: activityWords.missingSaid }),
  until: day({ optional: true, ...dayWords }),
  review: day({ optional: true, ...dayWords }),
})

/** Whose word confirms what is on record, and which record that was. */
export const confirmForm = form({
  said: choice(VERIFIERS, { missing: activityWords.missingSaid }),
  spell: text({ missing: activityWords.moved, max: 60, tooLong: activityWords.moved }),
  version: text({ missing: activityWords.moved, max: 10, tooLong: activityWords.moved }),
})
