import { choice } from '#web/form/choice.ts'
import { day } from '#web/form/day-field.ts'
import { form } from '#web/form/form.ts'
import { longText, text } from '#web/form/text.ts'
import { ENTRY_KINDS, type EntryContent } from './entry.ts'
import { LEAST_WORD } from './rules.ts'
import type { EntryFormWords, OwnFileWords } from './words.ts'

/** What is written of something, by whichever page. */
export function entryForm(words: EntryFormWords) {
  return form({
    kind: choice(ENTRY_KINDS, { missing: words.kindMissing }),
    did: longText({ missing: words.didMissing, max: 2000, tooLong: words.tooLong }),
    shows: longText({ optional: true, max: 2000, tooLong: words.tooLong }),
    on: day({
      optional: true,
      ...{ incomplete: () => words.dayIncomplete, wrong: () => words.dayWrong, noSuchDay: words.noSuchDay },
    }),
  })
}

type EntryValue = Extract<ReturnType<ReturnType<typeof entryForm>['read']>, { ok: true }>['value']

export function contentOf(value: EntryValue): EntryContent {
  return { kind: value.kind, did: value.did, shows: value.shows ?? '', happenedOn: value.on }
}

/** A word that opens what is theirs alone. */
export function wordForm(words: OwnFileWords) {
  return form({ word: text({ missing: words.wordMissing, max: 100, tooLong: words.wordTooLong }) })
}

/** A new one, long enough not to be guessed. */
export function newWordForm(words: OwnFileWords) {
  return form({ 'new-word': text({ missing: words.wordMissing, max: 100, tooLong: words.wordTooLong }) }, value =>
    value['new-word'].length < LEAST_WORD ? [{ field: 'new-word', message: words.wordShort }] : [],
  )
}
