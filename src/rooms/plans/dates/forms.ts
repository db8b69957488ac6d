import { choice } from '#web/form/choice.ts'
import { day } from '#web/form/day-field.ts'
import { form } from '#web/form/form.ts'
import { longText, text } from '#web/form/text.ts'
import { type DateKind, GUEST_STATES, type Guest } from './date.ts'
import { en } from './words.ts'

const dayWords = { incomplete: () => en.dayIncomplete, wrong: () => en.dayWrong, noSuchDay: en.noSuchDay }
const long = { optional: true, max: 2000, tooLong: en.tooLong(2000) } as const

/** A new date, of the kinds its writer may see. */
export function dateForm(offered: readonly DateKind[]) {
  return form({
    kind: choice(offered, { missing: en.missingKind }),
    on: day({ missing: en.missingOn, ...dayWords }),
    who: text({ optional: true, max: 300, tooLong: en.tooLong(300) }),
  })
}

export const heldForm = form({
  'held-on': day({ missing: en.missingHeldOn, ...dayWords }),
  words: longText({ missing: en.missingWords, max: 2000, tooLong: en.tooLong(2000) }),
  wishes: longText(long),
})

/** Who is asked, and whether they come. */
export function guestsForm(guests: readonly Guest[]) {
  return form({
    ...Object.fromEntries(guests.map(one => [markOf(one), choice(GUEST_STATES, { missing: en.missingMark })])),
    guest: text({ optional: true, max: 200, tooLong: en.tooLong(200) }),
    'asked-them': longText({ optional: true, max: 1000, tooLong: en.tooLong(1000) }),
  })
}

/** The name of the field that says whether somebody comes. */
export function markOf(guest: Pick<Guest, 'rowId'>): string {
  return `comes-${guest.rowId}`
}

export const callOffForm = form({
  why: longText({ missing: en.missingWhy, max: 500, tooLong: en.tooLong(500) }),
})
