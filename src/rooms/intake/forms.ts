import type { Day } from '#ground/day.ts'
import { choice, choices } from '#web/form/choice.ts'
import { day } from '#web/form/day-field.ts'
import { form } from '#web/form/form.ts'
import { integer } from '#web/form/integer.ts'
import { longText, text } from '#web/form/text.ts'
import { FIELDS } from './reading/fields.ts'
import { en } from './words.ts'

const age = { missing: en.badAge, min: 10, max: 25, notANumber: en.badAge, outOfRange: en.badAge }

export const agreementForm = form(
  {
    partner: text({ missing: en.missingPartner, max: 60, tooLong: en.missingPartner }),
    purpose: longText({ missing: en.missingPurpose, max: 500, tooLong: en.tooLong }),
    power: text({ missing: en.missingPower, max: 500, tooLong: en.tooLong }),
    reference: text({ missing: en.missingReference, max: 200, tooLong: en.tooLong }),
    review: day({
      missing: en.missingReview,
      incomplete: () => en.dayIncomplete,
      wrong: () => en.dayWrong,
      noSuchDay: en.noSuchDay,
    }),
    youngest: integer(age),
    oldest: integer(age),
    fields: choices(FIELDS, { missing: en.missingFields }),
    officer: text({ optional: true, max: 60, tooLong: en.tooLong }),
  },
  value => {
    const has = (field: (typeof FIELDS)[number]) => value.fields.includes(field)
    return has('birth-date') && (has('full-name') || (has('family') && has('given')))
      ? []
      : [{ field: 'fields', message: en.missingFields }]
  },
)

/** The day a list speaks of. */
export const asAtForm = form({
  'as-at': day({
    optional: true,
    incomplete: () => en.dayIncomplete,
    wrong: () => en.dayWrong,
    noSuchDay: en.noSuchDay,
  }),
})

/** What a young person said of an objection. It counts from their 16th birthday on, and not from tomorrow. */
export const objectionForm = (days: { sixteenOn: Day; today: Day }) =>
  form({
    objects: choice(['yes', 'no'] as const, { missing: en.missingObjects }),
    on: day({
      missing: en.missingSaidOn,
      incomplete: () => en.dayIncomplete,
      wrong: () => en.dayWrong,
      noSuchDay: en.noSuchDay,
      notBefore: { day: days.sixteenOn, message: en.saidBefore16 },
      notAfter: { day: days.today, message: en.saidInFuture },
    }),
    by: text({ missing: en.missingSaidBy, max: 200, tooLong: en.saidByTooLong }),
  })

/** What a practitioner says is wrong on a record. */
export const correctionForm = form({
  text: longText({ missing: en.missingCorrection, max: 1000, tooLong: en.correctionTooLong }),
})

/** What came of it. */
export const correctionAnswerForm = form(
  {
    answer: choice(['corrected', 'not-corrected'] as const, { missing: en.missingCorrectionAnswer }),
    words: longText({ optional: true, max: 1000, tooLong: en.correctionTooLong }),
  },
  value =>
    value.answer === 'not-corrected' && value.words === null
      ? [{ field: 'words', message: en.missingCorrectionWords }]
      : [],
)

export const sendForm = form({
  partner: text({ missing: en.missingPartner, max: 60, tooLong: en.missingPartner }),
  // The file itself comes beside the form: this holds its place on the page.
  file: text({ optional: true, max: 255, tooLong: en.missingFile }),
})
