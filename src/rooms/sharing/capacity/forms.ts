import { choice, choices } from '#web/form/choice.ts'
import { day } from '#web/form/day-field.ts'
import { form, type ValueOf } from '#web/form/form.ts'
import { longText, text } from '#web/form/text.ts'
import { ABOUTS, type CapacityDecision, OUTCOMES, PARTS } from './capacity.ts'
import { en } from './words.ts'

const dayWords = { incomplete: () => en.dayIncomplete, wrong: () => en.dayWrong, noSuchDay: en.noSuchDay }
const long = (missing: string) => longText({ missing, max: 1500, tooLong: en.tooLong(1500) })
const fields = (deciders: readonly string[]) => ({
  about: choice(ABOUTS, { missing: en.missingAbout }),
  question: text({ missing: en.missingQuestion, max: 300, tooLong: en.tooLong(300) }),
  help: long(en.missingHelp),
  could: choices(PARTS, { optional: true, notOffered: en.notOffered }),
  how: long(en.missingHow),
  wishes: long(en.missingWishes),
  outcome: choice(OUTCOMES, { missing: en.missingOutcome }),
  decider: choice(deciders, { optional: true, notOffered: en.notOffered }),
  representative: text({ optional: true, max: 200, tooLong: en.tooLong(200) }),
  'review-on': day({ optional: true, ...dayWords }),
})

/**
 * What was judged.
 * @param deciders who may decide instead: ids of adults, `representative`, `nobody-yet`
 */
export function judgeForm(deciders: readonly string[]) {
  return form(fields(deciders))
}
export type JudgeValue = ValueOf<ReturnType<typeof fields>>

/** The form for looking again at a decision: its question stands, what is judged is asked anew. */
export function againFilled(deciders: readonly string[], before: CapacityDecision) {
  return judgeForm(deciders).fill({ about: before.about, question: before.question })
}
