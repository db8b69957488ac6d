import { type AccountId, isId, type RowId } from '#ground/ids.ts'
import { choice } from '#web/form/choice.ts'
import { day } from '#web/form/day-field.ts'
import type { Field, FormState } from '#web/form/field.ts'
import { form } from '#web/form/form.ts'
import { longText } from '#web/form/text.ts'
import {
  ANSWERS,
  type AnswerKind,
  type Factor,
  type Level,
  type Look,
  type Looker,
  type Rating,
  type RatingContent,
  SOURCES,
} from './assessment.ts'
import { looks } from './looks/words.ts'
import { worse } from './rules.ts'
import { en, factorLabel } from './words.ts'

/** "none" is what a scale stands at when nothing was asked: silence is never taken for an answer. */
const SCALE = ['1', '2', '3', '4', '5', 'none'] as const
const level = choice(SCALE, { optional: true, notOffered: en.choose })
const words = (max: number) => longText({ optional: true, max, tooLong: en.tooLong(max) })

/** Names of a factor's fields: one form holds all of a group. */
export const fieldsOf = (code: string) => ({
  staff: `staff-${code}`,
  own: `own-${code}`,
  evidence: `evidence-${code}`,
  ownWords: `own-words-${code}`,
  source: `source-${code}`,
  close: `close-${code}`,
  answer: `answer-${code}`,
  did: `did-${code}`,
})

/** What whoever fills in a form will not see again: these factors, and what is kept close. They say at once what they did. */
export type Unseen = { readonly blind: ReadonlySet<string>; readonly close: boolean }

/** Whether a factor's part of the form asks what was done. */
export function asksAnswer(code: string, unseen: Unseen): boolean {
  return unseen.close || unseen.blind.has(code)
}

/** The form of some factors. */
export function groupForm(factors: readonly Factor[], unseen: Unseen) {
  return form(
    Object.fromEntries(
      factors.flatMap(({ code }) => {
        const n = fieldsOf(code)
        const fields: (readonly [string, Field<string | null>])[] = [
          [n.staff, level],
          [n.own, level],
          [n.evidence, words(10_000)],
          [n.ownWords, words(2000)],
          [n.source, choice(SOURCES, { optional: true, notOffered: en.choose })],
          [n.close, choice(['yes'], { optional: true, notOffered: en.choose })],
        ]
        if (asksAnswer(code, unseen))
          fields.push([n.answer, choice(ANSWERS, { optional: true, notOffered: en.choose })], [n.did, words(1000)])
        return fields
      }),
    ),
    value => factors.filter(f => asksAnswer(f.code, unseen)).flatMap(factor => answerFaults(factor, value, unseen)),
  )
}

/** What was done is said whole, about a view, and wherever a view that nobody could ask about later calls for it. */
function answerFaults(factor: Factor, value: GroupValue, unseen: Unseen): { field: string; message: string }[] {
  const n = fieldsOf(factor.code)
  const label = factorLabel(factor.code)
  const content = contentOf(factor, value)
  const lowest = worse(content)
  const goesFromSight = unseen.blind.has(factor.code) || content.isRestricted
  const isDue = goesFromSight && lowest !== null && lowest <= factor.signalsAt
  const isBegun = (value[n.answer] ?? null) !== null || (value[n.did] ?? null) !== null
  if (!isDue && !isBegun) return []
  return [
    ...(lowest === null ? [{ field: n.staff, message: en.viewMissing(label) }] : []),
    ...((value[n.answer] ?? null) === null ? [{ field: n.answer, message: en.answerMissing(label) }] : []),
    ...((value[n.did] ?? null) === null ? [{ field: n.did, message: en.answerNeeded(label) }] : []),
  ]
}

type GroupValue = Readonly<Record<string, string | null>>

/** What a form says of one factor. */
export function contentOf(factor: Factor, value: GroupValue): RatingContent {
  const n = fieldsOf(factor.code)
  return {
    staffLevel: levelOf(value[n.staff]),
    ownLevel: levelOf(value[n.own]),
    evidence: value[n.evidence] ?? '',
    ownWords: value[n.ownWords] ?? '',
    source: SOURCES.find(source => source === value[n.source]) ?? 'told-me',
    isRestricted: value[n.close] === 'yes',
  }
}

/** What was done about a factor whose signal is answered on the spot; nothing when nothing was said. */
export function answerOf(factor: Factor, value: GroupValue): { answer: AnswerKind; words: string } | undefined {
  const n = fieldsOf(factor.code)
  const answer = ANSWERS.find(one => one === value[n.answer])
  const did = value[n.did] ?? null
  return answer === undefined || did === null ? undefined : { answer, words: did }
}

/** The form filled with what stands. */
export function fillGroup(form: ReturnType<typeof groupForm>, ratings: readonly Rating[]): FormState {
  return form.fill(
    Object.fromEntries(
      ratings.flatMap(rating => {
        const n = fieldsOf(rating.factor)
        return [
          [n.staff, rating.staffLevel === null ? 'none' : String(rating.staffLevel)],
          [n.own, rating.ownLevel === null ? 'none' : String(rating.ownLevel)],
          [n.evidence, rating.evidence],
          [n.ownWords, rating.ownWords],
          [n.source, rating.source],
          ...(rating.isRestricted ? [[n.close, 'yes']] : []),
        ]
      }),
    ),
  )
}

/** A form as it was sent, but for factors that were left alone: those stand as they are now. */
export function refillUntouched(
  form: ReturnType<typeof groupForm>,
  sent: FormState,
  untouched: readonly string[],
  now: readonly Rating[],
): FormState {
  const names = new Set(untouched.flatMap(code => Object.values(fieldsOf(code))))
  const kept = Object.fromEntries(Object.entries(sent.answers).filter(([name]) => !names.has(name)))
  const filled = fillGroup(
    form,
    now.filter(r => untouched.includes(r.factor)),
  )
  return { ...sent, answers: { ...kept, ...filled.answers } }
}

/** The row of a factor that whoever sent the form had before them. */
export function seenRow(body: Readonly<Record<string, unknown>>, code: string): RowId | null {
  const sent = body[`seen-${code}`]
  return typeof sent === 'string' && isId(sent) ? (sent as RowId) : null
}

function levelOf(text: string | null | undefined): Level | null {
  return text === null || text === undefined || text === 'none' ? null : (Number(text) as Level)
}

/** Two fields for each signal that waits for an answer. */
function answersFor(signals: readonly string[]): Record<string, never> {
  const asked = signals.flatMap(code => [
    [`answer-${code}`, choice(ANSWERS, { missing: en.answerMissing(factorLabel(code)) })],
    [`did-${code}`, longText({ missing: en.answerNeeded(factorLabel(code)), max: 1000, tooLong: en.tooLong(1000) })],
  ])
  return Object.fromEntries(asked) as Record<string, never>
}

/** What is answered after it was agreed, by somebody who sees what whoever agreed did not. */
export function lateForm(signals: readonly string[]) {
  return form(answersFor(signals))
}

/**
 * The form that agrees an assessment; with two fields for each signal that waits for an answer.
 * @param lookers who could look at it too, where whoever agrees has no training on record; undefined where that is not asked
 */
export function agreeForm(signals: readonly string[], lookers: readonly Looker[] | undefined) {
  const dayWords = { incomplete: () => en.dayIncomplete, wrong: () => en.dayWrong, noSuchDay: en.noSuchDay }
  const own = {
    agreement: choice(['agreed', 'disagreed'] as const, { missing: en.agreeMissing }),
    words: words(2000),
    'review-on': day({ missing: en.reviewMissing, ...dayWords }),
  }
  return form({ ...answersFor(signals), ...own, ...lookFields(lookers) }, value => [
    ...(value.agreement === 'disagreed' && value.words === null
      ? [{ field: 'words' as const, message: en.agreeWordsNeeded }]
      : []),
    ...(lookers === undefined ? [] : lookTroubles(value)),
  ])
}

/** Three fields where it is asked who looked at it too; none where it is not, whatever an older page sends. */
function lookFields(lookers: readonly Looker[] | undefined): LookFields {
  const asked = lookers && {
    looked: choice(lookers.length === 0 ? (['nobody'] as const) : LOOKED, { missing: looks.missing }),
    'looked-with': choice(
      lookers.map(one => one.accountId),
      { optional: true, notOffered: looks.missingWith },
    ),
    'looked-why': words(500),
  }
  return { ...asked } as LookFields
}

const LOOKED = ['with', 'nobody'] as const

type LookValue = {
  readonly looked: (typeof LOOKED)[number] | null
  readonly 'looked-with': AccountId | null
  readonly 'looked-why': string | null
}

type LookFields = { readonly [Name in keyof LookValue]: Field<LookValue[Name]> }

function lookTroubles(value: LookValue) {
  if (value.looked === 'with' && value['looked-with'] === null)
    return [{ field: 'looked-with' as const, message: looks.missingWith }]
  return value.looked === 'nobody' && value['looked-why'] === null
    ? [{ field: 'looked-why' as const, message: looks.missingWhy }]
    : []
}

/** Who with training looked at it too, or why nobody did. */
export function lookIn(value: LookValue): Look | undefined {
  const [colleague, why] = [value['looked-with'], value['looked-why']]
  if (value.looked === 'with') return colleague === null ? undefined : { with: colleague }
  return value.looked === null ? undefined : { why: why ?? '' }
}
