import { choice, choices, yesNo } from '#web/form/choice.ts'
import { form, type ValueOf } from '#web/form/form.ts'
import { hidden, longText, text } from '#web/form/text.ts'
import { LETTER_KINDS, LETTER_REASONS, type Letter, PARTS } from './letter.ts'
import { en } from './words.ts'

const fields = {
  kind: choice(LETTER_KINDS, { missing: en.missingKind }),
  'to-whom': text({ missing: en.missingToWhom, max: 200, tooLong: en.tooLong(200) }),
  tells: choices(PARTS, { optional: true, notOffered: en.notOffered }),
  reason: choice(LETTER_REASONS, { optional: true, notOffered: en.notOffered }),
  'known-how': longText({ optional: true, max: 500, tooLong: en.tooLong(500) }),
  words: longText({ optional: true, max: 1500, tooLong: en.tooLong(1500) }),
}
export const letterForm = form(fields)
export type LetterValue = ValueOf<typeof fields>

/** The form as a draft stands. */
export function filledWith(letter: Letter) {
  return letterForm.fill({
    ...{ kind: letter.kind, 'to-whom': letter.toWhom, tells: letter.tells, reason: letter.reason },
    ...{ 'known-how': letter.knownHow, words: letter.words },
  })
}

export const signForm = form({
  agreed: yesNo({ missing: en.missingAgreed }),
  shown: hidden({ missing: en.stale }),
})

export const withdrawForm = form({
  why: longText({ missing: en.missingWhy, max: 500, tooLong: en.tooLong(500) }),
})
