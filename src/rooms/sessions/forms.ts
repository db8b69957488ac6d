import type { Day } from '#ground/day.ts'
import { choice } from '#web/form/choice.ts'
import { day } from '#web/form/day-field.ts'
import { form } from '#web/form/form.ts'
import { integer } from '#web/form/integer.ts'
import { longText, text } from '#web/form/text.ts'
import { CONTACT_KINDS, type Contact, type ContactContent, OUTCOMES, PURPOSES } from './contact.ts'
import { en } from './words.ts'

const dayWords = { incomplete: () => en.dayIncomplete, wrong: () => en.dayWrong, noSuchDay: en.noSuchDay }
const short = (max: number) => ({ optional: true as const, max, tooLong: en.tooLong(max) })

export const contactForm = form(
  {
    kind: choice(CONTACT_KINDS, { missing: en.missingKind }),
    on: day({ missing: en.missingOn, ...dayWords }),
    time: text({ ...short(5), tooLong: en.badTime }),
    minutes: integer({ optional: true, min: 0, max: 1440, notANumber: en.badMinutes, outOfRange: en.badMinutes }),
    place: text(short(200)),
    purpose: choice(PURPOSES, { missing: en.missingPurpose }),
    outcome: choice(OUTCOMES, { missing: en.missingOutcome }),
    present: text(short(300)),
    notes: longText(short(10_000)),
    'own-words': longText(short(1000)),
    'next-step': text(short(300)),
    'next-on': day({ optional: true, ...dayWords }),
    restricted: choice(['yes'], { optional: true, notOffered: en.missingKind }),
    why: text(short(300)),
  },
  value =>
    value.time !== null && !/^([01]\d|2[0-3]):[0-5]\d$/.test(value.time)
      ? [{ field: 'time', message: en.badTime }]
      : [],
)

type Value = Extract<ReturnType<typeof contactForm.read>, { ok: true }>['value']

/** What the form's value says of the contact. */
export function contentOf(value: Value): ContactContent {
  return {
    happenedOn: value.on,
    atTime: value.time,
    minutes: value.minutes,
    kind: value.kind,
    place: value.place ?? '',
    purpose: value.purpose,
    outcome: value.outcome,
    present: value.present ?? '',
    notes: value.notes ?? '',
    ownWords: value['own-words'] ?? '',
    nextStep: value['next-step'] ?? '',
    nextOn: value['next-on'],
    isRestricted: value.restricted === 'yes',
  }
}

/** The form filled: with a contact that is to be changed, or with today for a new one. */
export function fillContact(known: Contact | { today: Day }) {
  if ('today' in known)
    return contactForm.fill({ kind: 'meeting', on: known.today, purpose: 'support', outcome: 'done' })
  return contactForm.fill({
    kind: known.kind,
    on: known.happenedOn,
    time: known.atTime,
    minutes: known.minutes,
    place: known.place,
    purpose: known.purpose,
    outcome: known.outcome,
    present: known.present,
    notes: known.notes,
    'own-words': known.ownWords,
    'next-step': known.nextStep,
    'next-on': known.nextOn,
    ...(known.isRestricted ? { restricted: 'yes' as const } : {}),
  })
}
