import { form } from '#web/form/form.ts'
import { text } from '#web/form/text.ts'
import type { Language } from '#web/language.ts'
import { linkWordsIn } from './words.ts'

export function codeFormIn(language: Language) {
  const words = linkWordsIn(language)
  return form({ code: text({ missing: words.codeMissing, max: 40, tooLong: words.codeMissing }) })
}
