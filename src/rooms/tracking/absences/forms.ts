import { choice } from '#web/form/choice.ts'
import { day } from '#web/form/day-field.ts'
import { form } from '#web/form/form.ts'
import { longText } from '#web/form/text.ts'
import { KINDS, OUTCOMES, REASONS } from './absence.ts'
import { en } from './words.ts'

const words = (max: number) => longText({ optional: true, max, tooLong: en.tooLong(max) })

export const tellForm = form({
  kind: choice(KINDS, { missing: en.missingKind }),
  'last-seen': day({
    missing: en.missingDay,
    ...{ incomplete: () => en.dayIncomplete, wrong: () => en.dayWrong, noSuchDay: en.noSuchDay },
  }),
  reason: choice(REASONS, { missing: en.missingReason }),
  words: words(2000),
  tried: words(1000),
})

export const answerForm = form({
  outcome: choice(OUTCOMES, { missing: en.missingOutcome }),
  'outcome-words': words(2000),
  'back-words': words(1000),
})
