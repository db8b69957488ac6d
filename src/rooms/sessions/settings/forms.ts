import type { Day } from '#ground/day.ts'
import { choice } from '#web/form/choice.ts'
import { day } from '#web/form/day-field.ts'
import { form, type ValueOf } from '#web/form/form.ts'
import { longText, text } from '#web/form/text.ts'
import type { ContactContent } from '../contact.ts'
import type { Appointment } from '../diary/appointment.ts'
import { CAME_FIELDS, dayWords, reasonFaults, short } from '../forms.ts'
import { en as contactWords } from '../words.ts'
import { en } from './words.ts'

export const sheetForm = form({ aim: text(short(500)), questions: longText(short(2000)) })

const TYPED = {
  ...CAME_FIELDS,
  notes: longText(short(9000)),
  'own-words': longText(short(1000)),
  'next-step': text(short(300)),
  'next-on': day({ optional: true, ...dayWords }),
  destroyed: choice(['yes', 'not-yet'] as const, { missing: en.missingDestroyed }),
}
export type TypedValue = ValueOf<typeof TYPED>
export type TypedFields = keyof typeof TYPED

/** What came of the meeting, from the sheet. */
export const typedForm = form(TYPED, value => [
  ...reasonFaults(value),
  ...(value.came !== 'missed' && value.notes === null && value['own-words'] === null
    ? [{ field: 'notes' as const, message: contactWords.troubles['nothing-said'] }]
    : []),
])

/** The contact a typed-in sheet is: day, time and place are those of the meeting. */
export function contentOfSheet(value: TypedValue, known: Appointment): ContactContent & { readonly happenedOn: Day } {
  return {
    happenedOn: known.onDay,
    atTime: known.atTime,
    minutes: known.minutes,
    kind: known.kind,
    place: known.place,
    aim: known.aim,
    aimResult: null,
    aimWhy: '',
    purpose: known.purpose,
    outcome: 'done',
    present: known.others,
    aloneOffered: null,
    notes: value.notes ?? '',
    ownWords: value['own-words'] ?? '',
    nextStep: value['next-step'] ?? '',
    nextOn: value['next-on'],
    agreed: null,
    isRestricted: known.isRestricted,
  }
}
