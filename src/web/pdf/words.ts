/** What stands in every document whatever it is of. `{page}` and `{pages}` are filled in where the pages are counted. */
import type { Language } from '../language.ts'

const words = {
  en: {
    page: 'Page {page} of {pages}',
    missing: 'Where � stands, a sign could not be printed. It is on the screen.',
  },
  // Not yet checked by a Welsh speaker.
  cy: {
    page: 'Tudalen {page} o {pages}',
    missing: 'Lle mae � yn sefyll, ni ellid argraffu arwydd. Mae ar y sgrin.',
  },
} as const

export function pdfWordsIn(language: Language): { readonly page: string; readonly missing: string } {
  return words[language]
}
