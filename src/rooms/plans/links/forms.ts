import { choice } from '#web/form/choice.ts'
import { day } from '#web/form/day-field.ts'
import { form } from '#web/form/form.ts'
import { longText } from '#web/form/text.ts'
import type { Language } from '#web/language.ts'
import { en } from '../words.ts'
import { ownPlanIn } from './words.ts'

export const makeLinkForm = form({
  'review-on': day({
    missing: en.reviewMissing,
    ...{ incomplete: () => en.dayIncomplete, wrong: () => en.dayWrong, noSuchDay: en.noSuchDay },
  }),
})

/** What they say to their own plan: whoever does not agree says what is not right. */
export function ownAnswerIn(language: Language) {
  const words = ownPlanIn(language)
  return form(
    {
      agreement: choice(['agreed', 'disagreed'] as const, { missing: words.missing }),
      words: longText({ optional: true, max: 2000, tooLong: words.tooLong }),
    },
    value =>
      value.agreement === 'disagreed' && value.words === null ? [{ field: 'words', message: words.wordsNeeded }] : [],
  )
}
