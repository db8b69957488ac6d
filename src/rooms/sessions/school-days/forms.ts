import type { OrganisationId, PersonId } from '#ground/ids.ts'
import { choice, choices } from '#web/form/choice.ts'
import { day } from '#web/form/day-field.ts'
import { form } from '#web/form/form.ts'
import { integer } from '#web/form/integer.ts'
import { longText, text } from '#web/form/text.ts'
import { time } from '#web/form/time-field.ts'
import { ROOMS } from '../diary/appointment.ts'
import { dayWords } from '../forms.ts'
import { COPIES, type SchoolDayContent } from './school-day.ts'
import { en } from './words.ts'

const badMinutes = { missing: en.badMinutes, notANumber: en.badMinutes, outOfRange: en.badMinutes }

/** A day, at one of the places the adviser works at. */
export const dayForm = (places: readonly OrganisationId[]) =>
  form({
    school: choice(places, { missing: en.missingSchool }),
    on: day({ missing: en.missingDay, ...dayWords }),
    from: time({ missing: en.missingFrom, notATime: en.badTime }),
    to: time({ missing: en.missingTo, notATime: en.badTime }),
    minutes: integer({ min: 5, max: 120, ...badMinutes }),
    'break-from': time({ optional: true, notATime: en.badTime }),
    'break-to': time({ optional: true, notATime: en.badTime }),
    place: text({ missing: en.missingPlace, max: 200, tooLong: en.tooLong(200) }),
    room: choice(ROOMS, { missing: en.missingRoom }),
    invitation: longText({ optional: true, max: 1000, tooLong: en.tooLong(1000) }),
  })

type DayReading = ReturnType<ReturnType<typeof dayForm>['read']>
export type DayFields = keyof ReturnType<ReturnType<typeof dayForm>['read']>['fields']

/** What the form says of the day. */
export function contentOf(value: Extract<DayReading, { ok: true }>['value']): SchoolDayContent {
  return {
    organisationId: value.school,
    onDay: value.on,
    fromTime: value.from,
    toTime: value.to,
    minutes: value.minutes,
    breakFrom: value['break-from'],
    breakTo: value['break-to'],
    place: value.place,
    room: value.room,
    invitation: value.invitation ?? '',
  }
}

export const inviteForm = (pupils: readonly PersonId[]) =>
  form({ who: choices(pupils, { missing: en.missingWho, notOffered: en.notOnRoll }) })

export const copyForm = form({
  copy: choice(COPIES, { missing: en.copyNoWords }),
  words: longText({ optional: true, max: 2000, tooLong: en.tooLong(2000) }),
})
