import { choice } from '#web/form/choice.ts'
import type { Field } from '#web/form/field.ts'
import { form } from '#web/form/form.ts'
import { longText } from '#web/form/text.ts'
import { DONE_HOW, type Exercise } from './exercise.ts'
import { en } from './words.ts'

/** A box for each question; all may be left out. */
export function exerciseForm({ questions }: Exercise) {
  const boxes: Record<string, Field<string | null>> = Object.fromEntries(
    questions.map(({ code }) => [code, longText({ optional: true, max: 2000, tooLong: en.tooLong(2000) })]),
  )
  return form({ ...boxes, 'written-how': choice(DONE_HOW, { missing: en.missingHow }) })
}
