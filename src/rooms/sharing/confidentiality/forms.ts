import { choice } from '#web/form/choice.ts'
import { day } from '#web/form/day-field.ts'
import { form } from '#web/form/form.ts'
import { longText } from '#web/form/text.ts'
import { HOWS, UNDERSTOOD } from './statement.ts'
import { en, type OwnStatementWords, readTroubles } from './words.ts'

const dayWords = { incomplete: () => en.dayIncomplete, wrong: () => en.dayWrong, noSuchDay: en.noSuchDay }
const part = (missing: string) => longText({ missing, max: 2000, tooLong: en.tooLong(2000) })
const own = longText({ optional: true, max: 1000, tooLong: en.tooLong(1000) })

export const statementForm = form({
  stays: part(en.missingStays),
  told: part(en.missingTold),
  rights: part(en.missingRights),
  'from-day': day({ missing: en.missingFrom, ...dayWords }),
})

export const readingForm = form(
  {
    how: choice(HOWS, { missing: en.missingHow }),
    understood: choice(UNDERSTOOD, { missing: en.missingUnderstood }),
    said: own,
    wishes: own,
  },
  value =>
    value.understood === 'yes' && value.said === null ? [{ field: 'said', message: readTroubles['said-missing'] }] : [],
)

/** Whether they understood, as found when they met. */
export const confirmForm = form({ found: choice(UNDERSTOOD, { missing: en.confirmMissing }) })

/** What they say to it by their own link: that they understood is said in their words. */
export function ownStatementForm(words: OwnStatementWords) {
  const own = longText({ optional: true, max: 1000, tooLong: words.tooLong })
  return form({ understood: choice(UNDERSTOOD, { missing: words.missing }), said: own, wishes: own }, value =>
    value.understood === 'yes' && value.said === null ? [{ field: 'said', message: words.saidMissing }] : [],
  )
}
