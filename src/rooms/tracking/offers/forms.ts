import type { OrganisationId } from '#ground/ids.ts'
import { choice } from '#web/form/choice.ts'
import { day } from '#web/form/day-field.ts'
import { form } from '#web/form/form.ts'
import { longText, text } from '#web/form/text.ts'
import { VERIFIERS } from '../activity.ts'
import { LEVELS, STEPS, type StepKind, WAYS, type Wanted } from './application.ts'
import { en as grid } from './grid-words.ts'
import { en } from './words.ts'

const DAY = { incomplete: () => en.dayIncomplete, wrong: () => en.dayWrong, noSuchDay: en.noSuchDay }
const dayAsked = day({ missing: en.missingDay, ...DAY })
const by = choice(VERIFIERS, { missing: en.missingSaidBy })
const words = (max: number) => longText({ optional: true, max, tooLong: en.tooLong(max) })

/** What is asked of an application, and how far it is. */
const wantedFields = (places: readonly string[], autumns: readonly string[]) => ({
  place: choice(places, { optional: true, notOffered: en.notOffered }),
  'place-words': text({ optional: true, max: 200, tooLong: en.tooLong(200) }),
  course: text({ optional: true, max: 200, tooLong: en.tooLong(200) }),
  level: choice(LEVELS, { optional: true, notOffered: en.notOffered }),
  way: choice(WAYS, { missing: en.missingWay }),
  autumn: choice(autumns, { missing: en.missingAutumn }),
})

const onePlace = (value: { place: string | null; 'place-words': string | null }) =>
  value.place === null && value['place-words'] === null
    ? [{ field: 'place' as const, message: en.missingPlace }]
    : value.place !== null && value['place-words'] !== null
      ? [{ field: 'place-words' as const, message: en.bothPlaces }]
      : []

const stepFields = (offered: readonly StepKind[]) => ({
  step: choice(offered, { missing: en.missingStep }),
  on: dayAsked,
  by,
  words: words(1000),
})

export const addForm = (places: readonly string[], autumns: readonly string[]) =>
  form({ ...wantedFields(places, autumns), ...stepFields(STEPS) }, onePlace)

export const changeForm = (places: readonly string[], autumns: readonly string[]) =>
  form(wantedFields(places, autumns), onePlace)

export const stepForm = (offered: readonly StepKind[]) => form(stepFields(offered))

export const statusForm = (codes: readonly string[]) =>
  form({ code: choice(codes, { missing: en.missingCode }), by, on: dayAsked, words: words(500) })

/** Whose word a save of many is, and of which day. */
export const gridForm = form({ by, on: dayAsked })

export const MOST_PASTED = 400
export const pasteForm = (places: readonly string[]) =>
  form({
    place: choice(places, { missing: grid.missingSchool }),
    rows: longText({ missing: grid.missingRows, max: 60_000, tooLong: grid.tooManyRows(MOST_PASTED) }),
  })

type ReadWanted = {
  readonly place: string | null
  readonly 'place-words': string | null
  readonly course: string | null
  readonly level: Wanted['level']
  readonly way: Wanted['way']
  readonly autumn: string
}

/** What a form said somebody applies for. */
export function wantedOf(value: ReadWanted): Wanted {
  return {
    organisationId: value.place as OrganisationId | null,
    placeWords: value['place-words'] ?? '',
    course: value.course ?? '',
    ...{ level: value.level, way: value.way, autumn: Number(value.autumn) },
  }
}
