import { choice } from '#web/form/choice.ts'
import { form } from '#web/form/form.ts'
import { hidden, longText, text } from '#web/form/text.ts'
import { DECISIONS } from './concern.ts'
import { en } from './words.ts'

const long = (max: number) => ({ optional: true as const, max, tooLong: en.tooLong })

/** Nothing is required: a half-filled concern is sent (K10). */
export const raiseForm = form({
  about: text(long(60)),
  from: text(long(1000)),
  'about-name': text(long(200)),
  danger: choice(['yes', 'no', 'not-said'] as const, { optional: true, notOffered: en.bad }),
  what: longText(long(10_000)),
  'done-so-far': longText(long(5000)),
})

export const decideForm = form({
  decision: choice(DECISIONS, { missing: en.missingDecision }),
  why: longText({ missing: en.missingWhy, max: 5000, tooLong: en.tooLong }),
  version: hidden({ missing: en.stale }),
})
