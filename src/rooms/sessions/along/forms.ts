import type { AccountId } from '#ground/ids.ts'
import { choice, choices } from '#web/form/choice.ts'
import { form } from '#web/form/form.ts'
import { text } from '#web/form/text.ts'
import { ALONG_ANSWERS } from './companion.ts'
import { en } from './words.ts'

/** Who comes along, or was there, of those who are offered. */
export const alongField = (offered: readonly AccountId[]) =>
  choices(offered, { optional: true, notOffered: en.notAsked })

/** Whether one comes along, with a few words. */
export const answerForm = form({
  answer: choice(ALONG_ANSWERS, { missing: en.missingAnswer }),
  words: text({ optional: true, max: 300, tooLong: en.tooLong }),
  both: choice(['yes'], { optional: true, notOffered: en.missingAnswer }),
})
