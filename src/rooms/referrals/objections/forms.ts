import { choice, choices } from '#web/form/choice.ts'
import { form } from '#web/form/form.ts'
import { longText, text } from '#web/form/text.ts'
import { objectionWords as words } from './words.ts'

export const objectForm = form({
  'object-words': longText({ missing: words.missingWords, max: 2000, tooLong: words.tooLong(2000) }),
})

export const answerForm = form({
  answer: choice(['stop', 'go-on', 'less'] as const, { missing: words.missingAnswer }),
  'stop-words': text({ optional: true, max: 500, tooLong: words.tooLong(500) }),
  'go-on-words': longText({ optional: true, max: 2000, tooLong: words.tooLong(2000) }),
  told: choices(['yes'] as const, { optional: true, notOffered: words.missingAnswer }),
})
