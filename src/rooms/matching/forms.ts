import { choice } from '#web/form/choice.ts'
import { form } from '#web/form/form.ts'
import { longText, text } from '#web/form/text.ts'
import { en as learning } from './learning/words.ts'
import { en } from './words.ts'

/** What a reviewer decides of two records; joining them is a page of its own. */
export const decisionForm = form({
  decision: choice(['two-people', 'later'] as const, { missing: en.missingDecision }),
  note: longText({ optional: true, max: 1000, tooLong: en.noteTooLong }),
})

/** Which partner was asked, and with what words. */
export const askForm = form({
  partner: text({ missing: en.missingPartner, max: 60, tooLong: en.missingPartner }),
})

/** From when on rows are linked without asking: `own` for what the model says, or a weight it reckoned. */
export const thresholdForm = form({
  threshold: text({ missing: learning.missingChoice, max: 20, tooLong: learning.notOffered }),
})
