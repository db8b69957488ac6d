import type { AccountId } from '#ground/ids.ts'
import { choice } from '#web/form/choice.ts'
import { form } from '#web/form/form.ts'
import { longText } from '#web/form/text.ts'
import { en } from './words.ts'

export const questionForm = form({
  question: longText({ missing: en.missingQuestion, max: 1000, tooLong: en.tooLong(1000) }),
})

export const answerForm = form({
  answer: longText({ missing: en.missingAnswer, max: 2000, tooLong: en.tooLong(2000) }),
})

export function taskForm(advisers: readonly AccountId[]) {
  return form({
    specialist: choice(advisers, { missing: en.missingSpecialist }),
    about: longText({ missing: en.missingAbout, max: 500, tooLong: en.tooLong(500) }),
  })
}
