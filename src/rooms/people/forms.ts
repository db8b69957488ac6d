import { choice, choices } from '#web/form/choice.ts'
import { day } from '#web/form/day-field.ts'
import { form } from '#web/form/form.ts'
import { email, hidden, longText, text } from '#web/form/text.ts'
import { toPostcode } from './fold.ts'
import { ALERT_TOLD, SAID_BY } from './person.ts'
import { ETHNICITY_CODES, GENDER_CODES, SEX_CODES } from './rules.ts'
import { en } from './words.ts'

const dayWords = { incomplete: () => en.dayIncomplete, wrong: () => en.dayWrong, noSuchDay: en.noSuchDay }
const name = (missing: string) => text({ missing, max: 100, tooLong: en.tooLong })
const maybe = (max: number) => text({ optional: true, max, tooLong: en.tooLong })
const version = hidden({ missing: en.stale })

const identity = {
  given: name(en.missingGiven),
  middle: maybe(100),
  family: name(en.missingFamily),
  'preferred-given': maybe(100),
  'preferred-family': maybe(100),
  born: day({ missing: en.missingBorn, ...dayWords }),
}

export const newPersonForm = form({ ...identity, checked: maybe(10) })
export const identityForm = form({
  ...identity,
  'keep-former': choice(['yes'], { optional: true, notOffered: en.yes }),
  version,
})

export const addressForm = form(
  {
    line1: maybe(200),
    line2: maybe(200),
    town: maybe(100),
    postcode: maybe(12),
    protect: choice(['yes'], { optional: true, notOffered: en.protect }),
  },
  value => [
    ...(value.line1 === null && value.postcode === null
      ? [{ field: 'line1' as const, message: en.missingAddress }]
      : []),
    ...(value.postcode !== null && toPostcode(value.postcode) === undefined
      ? [{ field: 'postcode' as const, message: en.badPostcode }]
      : []),
  ],
)

const PHONE = /^\+?[\d\s()-]{7,20}$/
export const contactDetailForm = form(
  { mobile: maybe(30), phone: maybe(30), email: email({ optional: true, notAnEmail: en.badEmail }) },
  value =>
    (['mobile', 'phone'] as const)
      .filter(field => value[field] !== null && !PHONE.test(value[field]))
      .map(field => ({ field, message: en.badPhone })),
)

export const safeContactForm = form({
  rule: text({ missing: en.missingRule, max: 200, tooLong: en.tooLong }),
  never: choices(['post', 'voicemail', 'home-visit'] as const, { optional: true, notOffered: en.never }),
})

export const adultForm = form({
  name: text({ missing: en.missingName, max: 200, tooLong: en.tooLong }),
  relationship: text({ missing: en.missingRelationship, max: 100, tooLong: en.tooLong }),
  responsibility: choice(['yes', 'no', 'shared-with-council', 'not-known'] as const, {
    missing: en.missingResponsibility,
  }),
  evidence: longText({ optional: true, max: 500, tooLong: en.tooLong }),
  order: longText({ optional: true, max: 500, tooLong: en.tooLong }),
  told: choice(['yes', 'ask-first', 'no', 'never'] as const, { missing: en.missingTold }),
  phone: maybe(50),
})

export const identifierForm = form({
  kind: choice(['uln', 'upn', 'nhs'] as const, { missing: en.missingIdentifierKind }),
  value: text({ missing: en.missingIdentifier, max: 40, tooLong: en.tooLong }),
})

const ALERT_REVIEW = {
  review: day({ missing: en.missingAlertReview, ...dayWords }),
  told: choice(ALERT_TOLD, { missing: en.missingAlertTold }),
  'told-why': text({ optional: true, max: 300, tooLong: en.tooLong }),
}

/** What is kept from somebody is kept for a reason (K2). */
function withheldFaults(value: { readonly told: string; readonly 'told-why': string | null }) {
  return value.told === 'withheld' && value['told-why'] === null
    ? [{ field: 'told-why' as const, message: en.missingToldWhy }]
    : []
}

export const alertForm = form(
  {
    kind: choice(['stop', 'care', 'note'] as const, { missing: en.missingAlertKind }),
    first: text({ missing: en.missingAlertFirst, max: 120, tooLong: en.tooLong }),
    more: text({ optional: true, max: 300, tooLong: en.tooLong }),
    until: day({ optional: true, ...dayWords }),
    ...ALERT_REVIEW,
  },
  withheldFaults,
)

/** An alert that is looked at again: still needed, until when. */
export const alertReviewForm = form(ALERT_REVIEW, withheldFaults)

export const deathForm = form({ on: day({ missing: en.missingDied, ...dayWords }) })

export const levelForm = form({
  level: choice(['intensive', 'supported', 'universal'] as const, { missing: en.missingLevel }),
})

const period = {
  from: day({ missing: en.missingFrom, ...dayWords }),
  until: day({ optional: true, ...dayWords }),
  said: choice(SAID_BY, { missing: en.missingSaid }),
}

/** Whom a word of staff may come from: they write it down, somebody says it. */
export function characteristicForm(codes: readonly string[]) {
  return form({ code: choice(codes, { missing: en.missingCharacteristic }), ...period })
}

const coded = <T extends string>(codes: readonly T[]) => choice(codes, { optional: true, notOffered: en.aboutWrong })
const keys = <T extends string>(list: Readonly<Record<T, string>>) => Object.keys(list) as T[]

export const aboutForm = form({
  sex: coded(keys(SEX_CODES)),
  gender: coded(keys(GENDER_CODES)),
  pronouns: maybe(60),
  ethnicity: coded(keys(ETHNICITY_CODES)),
  'first-language': maybe(60),
  'correspondence-language': maybe(60),
  interpreter: coded(['yes', 'no'] as const),
  said: choice(SAID_BY, { missing: en.missingSaid }),
  version: hidden({ missing: en.aboutStale, max: 400 }),
})
