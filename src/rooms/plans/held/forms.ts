import { choice } from '#web/form/choice.ts'
import { day } from '#web/form/day-field.ts'
import type { FormState } from '#web/form/field.ts'
import { form, type ValueOf } from '#web/form/form.ts'
import { longText, text } from '#web/form/text.ts'
import {
  CARE_STATUSES,
  type HeldContent,
  type HeldKind,
  LIVES,
  OVER_REASONS,
  type OverReason,
  SOURCES,
} from './held.ts'
import { en } from './words.ts'

const dayWords = { incomplete: () => en.dayIncomplete, wrong: () => en.dayWrong, noSuchDay: en.noSuchDay }
const line = (max: number) => text({ optional: true, max, tooLong: en.tooLong(max) })
const long = (max: number) => longText({ optional: true, max, tooLong: en.tooLong(max) })

const common = {
  council: text({ missing: en.missingCouncil, max: 120, tooLong: en.tooLong(120) }),
  worker: line(120),
  'worker-ways': line(200),
}
const known = {
  'as-of': day({ missing: en.missingAsOf, ...dayWords }),
  source: choice(SOURCES, { missing: en.missingSource }),
}

const ehcFields = {
  ...common,
  place: line(200),
  'place-from': day({ optional: true, ...dayWords }),
  'issued-on': day({ optional: true, ...dayWords }),
  wants: long(2000),
  ...known,
}

const careFields = {
  status: choice(CARE_STATUSES, { missing: en.missingStatus }),
  ...common,
  adviser: line(120),
  'adviser-ways': line(200),
  reviewer: line(120),
  'virtual-school': line(200),
  lives: choice(LIVES, { missing: en.missingLives }),
  tell: long(1000),
  ...known,
}
const ehcForm = form(ehcFields)
const careForm = form(careFields)

const EMPTY = {
  status: null,
  adviser: '',
  adviserWays: '',
  reviewer: '',
  virtualSchool: '',
  lives: null,
  tell: '',
  place: '',
  placeFrom: null,
  issuedOn: null,
  wants: '',
} as const

/** What an EHC form said. */
function ehcContent(v: ValueOf<typeof ehcFields>): HeldContent {
  return {
    ...EMPTY,
    council: v.council,
    worker: v.worker ?? '',
    workerWays: v['worker-ways'] ?? '',
    place: v.place ?? '',
    placeFrom: v['place-from'],
    issuedOn: v['issued-on'],
    wants: v.wants ?? '',
    asOf: v['as-of'],
    source: v.source,
  }
}

/** What a form of care said. */
function careContent(v: ValueOf<typeof careFields>): HeldContent {
  return {
    ...EMPTY,
    status: v.status,
    council: v.council,
    worker: v.worker ?? '',
    workerWays: v['worker-ways'] ?? '',
    adviser: v.adviser ?? '',
    adviserWays: v['adviser-ways'] ?? '',
    reviewer: v.reviewer ?? '',
    virtualSchool: v['virtual-school'] ?? '',
    lives: v.lives,
    tell: v.tell ?? '',
    asOf: v['as-of'],
    source: v.source,
  }
}

/** What the form of a kind said; no content where something is wrong with it. */
export function readHeld(
  kind: HeldKind,
  body: unknown,
): { readonly read: FormState; readonly content: HeldContent | undefined } {
  if (kind === 'ehc') {
    const read = ehcForm.read(body)
    return { read, content: read.ok ? ehcContent(read.value) : undefined }
  }
  const read = careForm.read(body)
  return { read, content: read.ok ? careContent(read.value) : undefined }
}

/** The form of a kind, filled with what stands; the day and who said it are asked anew. */
export function filledWith(kind: HeldKind, stands: HeldContent | undefined): FormState {
  if (stands === undefined) return kind === 'ehc' ? ehcForm.empty() : careForm.empty()
  const { council, worker, workerWays, adviser, adviserWays, reviewer, virtualSchool, tell } = stands
  const common = { council, worker, 'worker-ways': workerWays }
  if (kind === 'ehc')
    return ehcForm.fill({
      ...common,
      place: stands.place,
      'place-from': stands.placeFrom,
      'issued-on': stands.issuedOn,
      wants: stands.wants,
    })
  return careForm.fill({
    ...common,
    ...(stands.status === null ? {} : { status: stands.status }),
    ...(stands.lives === null ? {} : { lives: stands.lives }),
    adviser,
    'adviser-ways': adviserWays,
    reviewer,
    'virtual-school': virtualSchool,
    tell,
  })
}

/** Its end, by the reasons of its kind. */
export function overForm(kind: HeldKind) {
  const reasons: readonly OverReason[] = OVER_REASONS[kind]
  return form(
    {
      'over-on': day({ missing: en.missingOverOn, ...dayWords }),
      reason: choice(reasons, { missing: en.missingReason }),
      words: long(1000),
    },
    v => (v.reason === 'other' && v.words === null ? [{ field: 'words', message: en.missingOverWords }] : []),
  )
}
