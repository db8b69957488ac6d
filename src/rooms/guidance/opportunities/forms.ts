import type { OrganisationId } from '#ground/ids.ts'
import { CLASS_BITS, fromBits } from '#rooms/access/index.ts'
import { DISCLOSURES, type Disclosure } from '#rooms/directory/index.ts'
import { choice, choices, yesNo } from '#web/form/choice.ts'
import { day } from '#web/form/day-field.ts'
import { form, type ValueOf } from '#web/form/form.ts'
import { integer } from '#web/form/integer.ts'
import { hidden, longText, text } from '#web/form/text.ts'
import { time } from '#web/form/time-field.ts'
import { KIT, type Kit, PREPARED, REASONS, SEES_TO, TELLS, WITH_THEM } from './application.ts'
import { en as applied } from './application-words.ts'
import { FITS, KINDS, type Opportunity, type OpportunityFacts } from './opportunity.ts'
import { en } from './words.ts'

const dayWords = { incomplete: () => en.dayIncomplete, wrong: () => en.dayWrong, noSuchDay: en.noSuchDay }
const line = (max: number) => text({ optional: true, max, tooLong: en.tooLong(max) })
const lines = (max: number) => longText({ optional: true, max, tooLong: en.tooLong(max) })
const age = (missing: string) => integer({ missing, notANumber: en.badAge, min: 13, max: 25, outOfRange: en.badAge })
const fitting = choices(FITS, { optional: true, notOffered: en.badChoice })

const facts = {
  title: text({ missing: en.missingTitle, max: 120, tooLong: en.tooLong(120) }),
  kind: choice(KINDS, { missing: en.missingKind }),
  organisation: line(60),
  employer: line(120),
  starts: day({ optional: true, ...dayWords }),
  'apply-by': day({ optional: true, ...dayWords }),
  places: integer({ optional: true, notANumber: en.badPlaces, min: 1, max: 500, outOfRange: en.badPlaces }),
  town: text({ missing: en.missingTown, max: 80, tooLong: en.tooLong(80) }),
  address: lines(300),
  travel: lines(500),
  entry: lines(1000),
  pay: line(200),
  hours: line(300),
  fits: fitting,
  'min-age': age(en.missingMinAge),
  'max-age': age(en.missingMaxAge),
  support: lines(500),
  ring: line(200),
  discloses: choice(DISCLOSURES, { optional: true, notOffered: en.badChoice }),
}

export const opportunityForm = form(facts)
/** Changing one: with the version its editor saw. */
export const changeForm = form({ ...facts, version: hidden({ missing: en.stale }) })
export type OpportunityValue = ValueOf<typeof facts>

/**
 * What was typed, as an opportunity keeps it.
 * @param offered organisations that can be chosen: another is none
 */
export function factsOf(value: OpportunityValue, offered: ReadonlySet<string>): OpportunityFacts {
  const { organisation } = value
  return {
    ...{ title: value.title, kind: value.kind, employer: value.employer ?? '' },
    organisationId: organisation !== null && offered.has(organisation) ? (organisation as OrganisationId) : null,
    discloses: value.discloses === null ? 0 : CLASS_BITS[value.discloses],
    ...{ startsOn: value.starts, places: value.places, applyBy: value['apply-by'], town: value.town },
    ...{ address: value.address ?? '', travel: value.travel ?? '', entry: value.entry ?? '', pay: value.pay ?? '' },
    ...{ hours: value.hours ?? '', fits: value.fits, minAge: value['min-age'], maxAge: value['max-age'] },
    ...{ support: value.support ?? '', ring: value.ring ?? '' },
  }
}

/** The form as an opportunity stands. */
export function filledWith(o: Opportunity) {
  const [named] = fromBits(o.discloses) as Disclosure[]
  return changeForm.fill({
    ...{ title: o.title, kind: o.kind, organisation: o.organisationId, employer: o.employer, starts: o.startsOn },
    ...{ 'apply-by': o.applyBy, places: o.places, town: o.town, address: o.address, travel: o.travel, entry: o.entry },
    ...{ pay: o.pay, hours: o.hours, fits: o.fits, 'min-age': o.minAge, 'max-age': o.maxAge, support: o.support },
    ...{ ring: o.ring, discloses: named ?? null, version: String(o.version) },
  })
}

export const suggestForm = form({
  why: longText({ missing: applied.missingWhy, max: 1000, tooLong: en.tooLong(1000) }),
  needs: fitting,
})

export const wantForm = form({
  wants: yesNo({ missing: applied.missingWants }),
  'own-words': lines(1000),
  needs: fitting,
})

export const putForm = form(
  {
    'put-on': day({ missing: applied.missingPutOn, ...dayWords }),
    tells: choices(TELLS, { missing: applied.missingTells }),
    'tells-words': lines(1000),
  },
  value =>
    value.tells.includes('other') && value['tells-words'] === null
      ? [{ field: 'tells-words', message: applied.otherNeedsWords }]
      : [],
)

export const prepareForm = form({
  prepared: choices(PREPARED, { missing: applied.missingPrepared }),
  'prepared-words': lines(1000),
})

const seesTo = choice(SEES_TO, { optional: true, notOffered: applied.notASeer })
const kitFields = { 'kit-clothes': seesTo, 'kit-money': seesTo, 'kit-papers': seesTo, 'kit-practice': seesTo }

/** What a form says of what is needed. */
export function kitOf(value: ValueOf<typeof kitFields>): Kit {
  const said = KIT.flatMap(item => {
    const who = value[`kit-${item}`]
    return who === null ? [] : [[item, who] as const]
  })
  return Object.fromEntries(said)
}

export const interviewForm = form({
  'interview-on': day({ missing: applied.missingInterview, ...dayWords }),
  'interview-at': time({ optional: true, notATime: applied.notATime }),
  'with-them': choice(WITH_THEM, { missing: applied.missingWith }),
  journey: lines(500),
  ...kitFields,
})

export const resultForm = form({ offered: yesNo({ missing: applied.missingOffered }), 'result-words': lines(1000) })

export const acceptForm = form({
  'starts-on': day({ missing: applied.missingStarts, ...dayWords }),
  'accept-words': lines(1000),
})

export const startForm = form({ started: yesNo({ missing: applied.missingStarted }), 'start-words': lines(1000) })

export const withdrawForm = form({
  reason: choice(REASONS, { missing: applied.missingReason }),
  'withdraw-words': lines(1000),
})

/** The form of each move. */
export const FORMS = {
  want: wantForm,
  'put-forward': putForm,
  prepare: prepareForm,
  interview: interviewForm,
  result: resultForm,
  accept: acceptForm,
  start: startForm,
  withdraw: withdrawForm,
} as const
