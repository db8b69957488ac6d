import { choice } from '#web/form/choice.ts'
import { day } from '#web/form/day-field.ts'
import { form } from '#web/form/form.ts'
import { longText } from '#web/form/text.ts'
import { COPIES } from '../plan.ts'
import type { SafetyContent, SafetyPlan } from './plan.ts'
import { en } from './words.ts'

const needed = longText({ missing: en.missing, max: 2000, tooLong: en.tooLong(2000) })
const free = longText({ optional: true, max: 2000, tooLong: en.tooLong(2000) })

export function safetyForm(mayKeepClose: boolean) {
  return form(
    {
      ...{ signs: needed, helps: needed, 'talk-to': needed, 'at-night': free, 'safe-place': free, others: free },
      agreement: choice(['agreed', 'disagreed'] as const, { missing: en.agreeMissing }),
      words: free,
      copy: choice(COPIES, { missing: en.copyMissing }),
      'review-on': day({
        missing: en.reviewMissing,
        ...{ incomplete: () => en.dayIncomplete, wrong: () => en.dayWrong, noSuchDay: en.dayWrong },
      }),
      close: choice(mayKeepClose ? ['yes'] : [], { optional: true, notOffered: en.notOffered }),
    },
    value =>
      value.agreement === 'disagreed' && value.words === null ? [{ field: 'words', message: en.wordsNeeded }] : [],
  )
}

type Value = Extract<ReturnType<ReturnType<typeof safetyForm>['read']>, { ok: true }>['value']

export function contentOf(value: Value): SafetyContent {
  return {
    ...{ signs: value.signs, helps: value.helps, talkTo: value['talk-to'], atNight: value['at-night'] ?? '' },
    ...{ safePlace: value['safe-place'] ?? '', others: value.others ?? '' },
    ...{ agreement: value.agreement, words: value.words ?? '', copyGiven: value.copy },
    ...{ reviewOn: value['review-on'], isRestricted: value.close === 'yes' },
  }
}

/** What stands now, to be looked at again; what they say to it and the copy are asked anew. */
export function fillSafety(mayKeepClose: boolean, one: SafetyPlan) {
  return safetyForm(mayKeepClose).fill({
    ...{ signs: one.signs, helps: one.helps, 'talk-to': one.talkTo, 'at-night': one.atNight },
    ...{ 'safe-place': one.safePlace, others: one.others },
    ...(one.isRestricted ? { close: 'yes' as const } : {}),
  })
}

export const endForm = form({ why: longText({ missing: en.whyMissing, max: 1000, tooLong: en.tooLong(1000) }) })
