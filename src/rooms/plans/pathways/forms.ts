import { addDays, type Day } from '#ground/day.ts'
import type { AccountId, RowId } from '#ground/ids.ts'
import { choice } from '#web/form/choice.ts'
import { day } from '#web/form/day-field.ts'
import { type Fault, form } from '#web/form/form.ts'
import { integer } from '#web/form/integer.ts'
import { longText, text } from '#web/form/text.ts'
import { askWords } from './kind-words.ts'
import { KINDS } from './kinds.ts'
import {
  type Answers,
  ASKS,
  type Ask,
  OUTCOMES,
  type Pathway,
  type PathwayContent,
  type PathwayKind,
  type PathwayStep,
  type PathwayWeek,
  type Said,
  STEP_OWNERS,
  type StepContent,
} from './pathway.ts'
import type { PathwayTrouble, SaidTrouble } from './rules.ts'
import { en, troubles } from './words.ts'

const dayWords = { incomplete: () => en.dayIncomplete, wrong: () => en.dayWrong, noSuchDay: en.noSuchDay }
const optionalDay = { optional: true, ...dayWords } as const
const long = (max: number) => ({ optional: true, max, tooLong: en.tooLong(max) }) as const
const ask = () => longText(long(2000))

/** Of what a pathway can be made, for whoever fills in the form. */
export type Offered = {
  readonly goals: readonly { readonly rowId: RowId; readonly words: string }[]
  readonly adults: readonly { readonly rowId: RowId; readonly name: string; readonly relationship: string }[]
  readonly colleagues: readonly { readonly accountId: AccountId; readonly name: string }[]
}

/** Chosen where it is none of the list. */
export const OTHER = 'other'
const optionalChoice = { optional: true, notOffered: en.notOffered } as const

/** What is written of a pathway of a kind. Every kind has every field; its page asks those of the kind, and the others read as empty. */
export function pathwayForm(kind: PathwayKind, offered: Offered) {
  const must = new Set<Ask>(KINDS[kind].asks.filter(one => one.must).map(one => one.ask))
  return form(
    {
      stage: choice([...KINDS[kind].stages], optionalChoice),
      anchor: day(optionalDay),
      adult: choice([...offered.adults.map(one => one.rowId as string), OTHER], optionalChoice),
      mentor: choice([...offered.colleagues.map(one => one.accountId as string), OTHER], optionalChoice),
      'with-name': text({ optional: true, max: 200, tooLong: en.tooLong(200) }),
      seen: day(optionalDay),
      goal: choice(
        offered.goals.map(one => one.rowId as string),
        optionalChoice,
      ),
      ...{ where: ask(), 'youth-justice': ask(), place: ask(), told: ask(), travel: ask(), ehc: ask() },
      ...{ helps: ask(), aims: ask(), bring: ask() },
      said: choice(['yes', 'without'], optionalChoice),
      'said-words': longText(long(1000)),
      'without-why': longText(long(1000)),
      review: day(optionalDay),
    },
    value => {
      const { anchor, who, reviewWeeks } = KINDS[kind]
      const missing = (is: boolean, field: 'anchor' | 'review' | 'with-name', message: string) =>
        is ? [{ field, message }] : []
      return [
        ...missing(who === 'named' && value['with-name'] === null, 'with-name', troubles['who-missing']),
        ...missing(anchor === 'must' && value.anchor === null, 'anchor', troubles['anchor-missing']),
        ...ASKS.flatMap((name): Fault<Ask>[] =>
          must.has(name) && value[name] === null ? [{ field: name, message: askWords[name].missing ?? '' }] : [],
        ),
        ...missing(reviewWeeks !== null && value.review === null, 'review', troubles['review-missing']),
      ]
    },
  )
}
export type PathwayForm = ReturnType<typeof pathwayForm>
export type PathwayValue = Extract<ReturnType<PathwayForm['read']>, { ok: true }>['value']

/** What was written, as a pathway keeps it. */
export function contentOf(kind: PathwayKind, v: PathwayValue): PathwayContent {
  const { who, stages, asks, anchor } = KINDS[kind]
  const answers = Object.fromEntries(asks.flatMap(one => (v[one.ask] === null ? [] : [[one.ask, v[one.ask]]])))
  const fromList = who === 'family' ? v.adult : who === 'mentor' ? v.mentor : null
  const chosen = fromList === OTHER ? null : fromList
  return {
    stage: v.stage ?? stages[0] ?? '',
    anchorOn: anchor === 'none' ? null : v.anchor,
    withName: who === 'none' || chosen !== null ? '' : (v['with-name'] ?? ''),
    withAccount: who === 'mentor' ? (chosen as AccountId | null) : null,
    adultId: who === 'family' ? (chosen as RowId | null) : null,
    seenOn: who === 'mentor' && chosen === null ? v.seen : null,
    goalId: who === 'mentor' ? (v.goal as RowId | null) : null,
    reviewOn: v.review,
    answers: answers as Answers,
  }
}

/** What the young person said to it, as it was written; null where nothing was chosen. */
export function saidOf(v: PathwayValue): Said | null {
  if (v.said === 'yes') return { said: 'yes', saidWords: v['said-words'] ?? '' }
  return v.said === 'without' ? { said: 'without', withoutWhy: v['without-why'] ?? '' } : null
}

/** A form filled with what stands. */
export function fillPathway(filled: PathwayForm, p: Pathway) {
  const { who } = KINDS[p.kind]
  const named = p.withName === '' ? null : OTHER
  return filled.fill({
    ...p.answers,
    ...{
      stage: p.stage,
      anchor: p.anchorOn,
      'with-name': p.withName,
      seen: p.seenOn,
      review: p.reviewOn,
      goal: p.goalId,
    },
    adult: who === 'family' ? (p.adultId ?? named) : null,
    mentor: who === 'mentor' ? (p.withAccount ?? named) : null,
  })
}

/** At which field a trouble is told. */
export const PATHWAY_AT: Readonly<Partial<Record<PathwayTrouble | SaidTrouble | 'mentor-barred', keyof PathwayValue>>> =
  {
    'anchor-missing': 'anchor',
    'anchor-far': 'anchor',
    'seen-missing': 'seen',
    'seen-ahead': 'seen',
    'review-missing': 'review',
    'review-past': 'review',
    'review-far': 'review',
    'stage-unknown': 'stage',
    'said-missing': 'said',
    'not-theirs-to-say': 'said',
    'mentor-barred': 'mentor',
    'without-why': 'without-why',
    'without-far': 'review',
  }

/** Which support it is, of those whoever asks may know of. */
export function kindForm(offered: readonly PathwayKind[]) {
  return form({ kind: choice(offered, { missing: en.missingKind }) })
}

export function stepForm(kind: PathwayKind) {
  return form({
    what: text({ missing: en.missingWhat, max: 500, tooLong: en.tooLong(500) }),
    stage: choice([...KINDS[kind].stages], { missing: en.missingStage }),
    due: day(optionalDay),
    owner: choice(STEP_OWNERS, { missing: en.missingOwner }),
    'owner-name': text({ optional: true, max: 200, tooLong: en.tooLong(200) }),
  })
}
export type StepForm = ReturnType<typeof stepForm>
type StepValue = Extract<ReturnType<StepForm['read']>, { ok: true }>['value']

export function stepOf(v: StepValue): StepContent {
  const { what, stage, owner } = v
  return { what, stage, owner, dueOn: v.due, ownerName: owner === 'other' ? (v['owner-name'] ?? '') : '' }
}

export function fillStep(filled: StepForm, s: PathwayStep) {
  return filled.fill({ what: s.what, stage: s.stage, due: s.dueOn, owner: s.owner, 'owner-name': s.ownerName })
}

export const doneForm = form({ words: longText(long(1000)) })
export const whyForm = form({
  why: longText({ missing: en.missingWhy, max: 500, tooLong: en.tooLong(500) }),
})
/** What the young person said to work with their family. */
export const saidForm = form({ said: longText(long(1000)) })

export const logForm = form({
  on: day({ missing: en.missingLogDay, ...dayWords }),
  came: choice(['met', 'not-met'] as const, { missing: en.missingCame }),
  minutes: integer({ optional: true, notANumber: en.minutesWrong, min: 1, max: 1440, outOfRange: en.minutesWrong }),
  words: longText({ missing: en.missingLogWords, max: 2000, tooLong: en.tooLong(2000) }),
  own: longText(long(1000)),
})

/** What one of a kind can come to. */
export function endForm(kind: PathwayKind) {
  const can = OUTCOMES.filter(one => KINDS[kind].outcomes.includes(one))
  return form({
    outcome: choice(can, { missing: en.missingOutcome }),
    words: longText({ missing: en.missingEndWords, max: 2000, tooLong: en.tooLong(2000) }),
  })
}

const DAYS = [0, 1, 2, 3, 4] as const
export const plannedName = (i: number) => `planned-${i}` as const
export const cameName = (i: number) => `came-${i}` as const
const HOURS = /^\d{1,2}([.,]\d{1,2})?$/
const MOST_MINUTES = 600

/** Minutes of hours as they are typed; undefined where it is no such thing, null where nothing was. */
export function minutesTyped(typed: string | null): number | null | undefined {
  if (typed === null) return null
  if (!HOURS.test(typed)) return undefined
  const minutes = Math.round(Number(typed.replace(',', '.')) * 60)
  return minutes > MOST_MINUTES ? undefined : minutes
}

const hours = () => text({ optional: true, max: 5, tooLong: en.hoursWrong })
const weekFields = {
  ...{ 'planned-0': hours(), 'planned-1': hours(), 'planned-2': hours(), 'planned-3': hours(), 'planned-4': hours() },
  ...{ 'came-0': hours(), 'came-1': hours(), 'came-2': hours(), 'came-3': hours(), 'came-4': hours() },
  words: longText(long(1000)),
}
type WeekName = keyof typeof weekFields

/** A week of a timetable, in hours of each day. */
export const weekForm = form(weekFields, value => {
  const names = DAYS.flatMap(i => [plannedName(i), cameName(i)]) as WeekName[]
  const wrong = names.flatMap((field): Fault<WeekName>[] =>
    minutesTyped(value[field]) === undefined ? [{ field, message: en.hoursWrong }] : [],
  )
  if (wrong.length > 0) return wrong
  const of = (name: WeekName) => minutesTyped(value[name]) ?? null
  if (DAYS.every(i => (of(plannedName(i) as WeekName) ?? 0) === 0))
    return [{ field: 'planned-0', message: en.hoursNone }]
  const said = DAYS.filter(i => of(cameName(i) as WeekName) !== null)
  const missing = DAYS.find(i => (of(plannedName(i) as WeekName) ?? 0) > 0 && !said.includes(i))
  return said.length > 0 && missing !== undefined
    ? [{ field: cameName(missing) as WeekName, message: en.cameSome }]
    : []
})
type WeekValue = Extract<ReturnType<typeof weekForm.read>, { ok: true }>['value']

export function weekOfForm(v: WeekValue): Pick<PathwayWeek, 'planned' | 'came' | 'words'> {
  const of = (name: string) => minutesTyped(v[name as WeekName])
  const came = DAYS.map(i => of(cameName(i)) ?? null)
  return {
    planned: DAYS.map(i => of(plannedName(i)) ?? 0),
    came: came.every(one => one === null) ? null : came.map(one => one ?? 0),
    words: v.words ?? '',
  }
}

const typedHours = (minutes: number) => String(Math.round((minutes / 60) * 100) / 100)

/** Filled with what stands of a week, or with what was planned the week before. */
export function fillWeek(week: PathwayWeek | undefined, before: PathwayWeek | undefined) {
  const planned = (week ?? before)?.planned ?? []
  const filled = [
    ...DAYS.map(i => [plannedName(i), planned[i] === undefined || planned[i] === 0 ? '' : typedHours(planned[i])]),
    ...DAYS.map(i => [cameName(i), week?.came && (planned[i] ?? 0) > 0 ? typedHours(week.came[i] ?? 0) : '']),
  ]
  return weekForm.fill({ ...Object.fromEntries(filled), words: week?.words ?? '' })
}

/** The Monday after a week. */
export const nextWeek = (weekOf: Day): Day => addDays(weekOf, 7)
