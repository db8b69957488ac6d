import type { Day } from '#ground/day.ts'
import type { AccountId } from '#ground/ids.ts'
import { choice } from '#web/form/choice.ts'
import { day } from '#web/form/day-field.ts'
import { form, type ValueOf } from '#web/form/form.ts'
import { integer } from '#web/form/integer.ts'
import { text } from '#web/form/text.ts'
import { time } from '#web/form/time-field.ts'
import { alongField } from '../along/forms.ts'
import { type ContactContent, PURPOSES } from '../contact.ts'
import { type CameValue, cameForm, dayWords, type OfferedGoal, outcomeForm, short } from '../forms.ts'
import { SETTINGS, type Setting } from '../settings/setting.ts'
import { en as settingWords } from '../settings/words.ts'
import {
  type Appointment,
  type Arrangement,
  CANCEL_REASONS,
  type Came,
  MEETING_KINDS,
  MISSED_REASONS,
  ROOMS,
  TOLD_WAYS,
} from './appointment.ts'
import { diary as en, reasonWords } from './words.ts'

const optional = { optional: true as const, notOffered: en.notOffered }

export const ARRANGING_FIELDS = {
  on: day({ missing: en.missingOn, ...dayWords }),
  time: time({ missing: en.missingTime, notATime: en.badTime }),
  minutes: integer({ missing: en.badMinutes, min: 5, max: 480, notANumber: en.badMinutes, outOfRange: en.badMinutes }),
  kind: choice(MEETING_KINDS, { missing: en.missingKind }),
  place: text(short(200)),
  room: choice(ROOMS, optional),
  needs: text(short(300)),
  purpose: choice(PURPOSES, { missing: en.missingPurpose }),
  aim: text(short(500)),
  method: text(short(200)),
  bring: text(short(300)),
  others: text(short(300)),
  told: choice(TOLD_WAYS, optional),
  'told-on': day({ optional: true, ...dayWords }),
  restricted: choice(['yes'], optional),
  both: choice(['yes'], optional),
  mine: choice(['yes'], optional),
}

/** The form that arranges a meeting; whoever comes along is one of those who are offered. */
export const appointmentForm = (offered: readonly AccountId[] = []) =>
  form({
    ...ARRANGING_FIELDS,
    setting: choice(SETTINGS, { optional: true, notOffered: settingWords.notOffered }),
    along: alongField(offered),
  })

/** What the form's value says of the appointment. Told today where only how was said. */
export function arrangementOf(value: ValueOf<typeof ARRANGING_FIELDS>, today: Day): Arrangement {
  return {
    onDay: value.on,
    atTime: value.time,
    minutes: value.minutes,
    kind: value.kind,
    place: value.place ?? '',
    room: value.room,
    needs: value.needs ?? '',
    purpose: value.purpose,
    aim: value.aim ?? '',
    method: value.method ?? '',
    bring: value.bring ?? '',
    others: value.others ?? '',
    toldHow: value.told,
    toldOn: value['told-on'] ?? (value.told === null ? null : today),
    isRestricted: value.restricted === 'yes',
  }
}

/** The form filled with an appointment; with a missed one, for another instead of it: then day, time and word of it are new. */
export function fillAppointment(
  known: Appointment,
  as: 'changed' | 'instead',
  setting: Setting | null,
  who: { readonly offered: readonly AccountId[]; readonly along: readonly AccountId[] },
) {
  return appointmentForm(who.offered).fill({
    along: who.along,
    minutes: known.minutes,
    kind: known.kind,
    place: known.place,
    setting,
    room: known.room,
    needs: known.needs,
    purpose: known.purpose,
    aim: known.aim,
    method: known.method,
    bring: known.bring,
    others: known.others,
    ...(as === 'changed' ? { on: known.onDay, time: known.atTime, told: known.toldHow, 'told-on': known.toldOn } : {}),
    ...(known.isRestricted ? { restricted: 'yes' as const } : {}),
  })
}

export const cancelForm = form({
  reason: choice(CANCEL_REASONS, { missing: en.missingCancelReason }),
  words: text(short(500)),
})

/** The form that puts right whether they came. */
export function fillCame({ state, reason, reasonWords: words }: Appointment) {
  const came = state === 'came' || state === 'late' || state === 'missed' ? state : 'came'
  const why = MISSED_REASONS.find(one => one === reason)
  return cameForm.fill({ came, 'reason-words': words, ...(why === undefined ? {} : { reason: why }) })
}

/** The form of what came of an appointment: all that was arranged stands in it already. */
export function fillOutcome(
  known: Appointment,
  goals: readonly OfferedGoal[],
  setting: Setting | null,
  who: { readonly offered: readonly AccountId[]; readonly there: readonly AccountId[] },
) {
  return outcomeForm(goals, who.offered).fill({
    there: who.there,
    came: 'came',
    kind: known.kind,
    on: known.onDay,
    time: known.atTime,
    minutes: known.minutes,
    place: known.place,
    setting,
    aim: known.aim,
    purpose: known.purpose,
    outcome: 'done',
    present: known.others,
    owner: 'young-person',
    ...(known.isRestricted ? { restricted: 'yes' as const } : {}),
  })
}

/** Whether they came, of a form's value: a missed one says why. */
export function cameOf({ came, reason }: Pick<CameValue, 'came' | 'reason'>): Came {
  return came === 'missed' ? { state: came, reason: reason ?? 'not-known' } : { state: came }
}

/**
 * What an outcome says of the appointment, and of the contact: that somebody did not come is a contact of its own kind, with what is known of
 * why.
 */
export function contentOfAnswer(
  value: CameValue,
  content: ContactContent,
): { readonly came: Came; readonly content: ContactContent } {
  const came = cameOf(value)
  if (came.state !== 'missed') return { came, content }
  const why = came.reason === 'not-known' ? '' : reasonWords[came.reason]
  const notes = [why, value['reason-words'] ?? '', content.notes].filter(Boolean).join('. ')
  // Nobody was there to reach an aim.
  const missed = { kind: 'missed', outcome: 'did-not-come', minutes: null, aimResult: null, aimWhy: '' } as const
  return { came, content: { ...content, ...missed, notes } }
}
