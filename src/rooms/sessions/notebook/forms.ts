/** A note as it is written on the way: read by the same form on the device and when it comes. */
import { choice } from '#web/form/choice.ts'
import { day } from '#web/form/day-field.ts'
import { form, type ValueOf } from '#web/form/form.ts'
import { integer } from '#web/form/integer.ts'
import { longText, text } from '#web/form/text.ts'
import { time } from '#web/form/time-field.ts'
import { AGREED, ALONE, type ContactContent, ONE_TO_ONE_KINDS, OUTCOMES, PURPOSES } from '../contact.ts'
import { contentOf, dayWords, short } from '../forms.ts'
import { en } from '../words.ts'

/** A note is what was said on the way; more is written at a desk. */
const MOST_NOTES = 4000

const FIELDS = {
  notes: longText(short(MOST_NOTES)),
  'own-words': longText(short(1000)),
  'next-step': text(short(300)),
  'next-on': day({ optional: true, ...dayWords }),
  kind: choice(ONE_TO_ONE_KINDS, { missing: en.missingKind }),
  purpose: choice(PURPOSES, { missing: en.missingPurpose }),
  outcome: choice(OUTCOMES, { missing: en.missingOutcome }),
  on: day({ missing: en.missingOn, ...dayWords }),
  time: time({ optional: true, notATime: en.badTime }),
  minutes: integer({ optional: true, min: 0, max: 1440, notANumber: en.badMinutes, outOfRange: en.badMinutes }),
  present: text(short(300)),
  alone: choice(ALONE, { optional: true, notOffered: en.notOffered }),
  agreed: choice(AGREED, { optional: true, notOffered: en.notOffered }),
}

export type NoteFields = keyof typeof FIELDS
type NoteValue = ValueOf<typeof FIELDS>

/** As the form of a contact, less what needs the record beside it: a place, the plan, what is kept close. */
export const noteForm = form(FIELDS)

/** What a note says of the contact it becomes: seen by everybody who sees contacts on the record. */
export function noteContent(value: NoteValue): ContactContent {
  return contentOf({
    ...value,
    place: null,
    aim: null,
    'aim-result': null,
    'aim-why': null,
    'next-kind': null,
    restricted: null,
  })
}
