import type { Day } from '#ground/day.ts'
import { choice } from '#web/form/choice.ts'
import { oneOf } from '#web/form/clean.ts'
import { day } from '#web/form/day-field.ts'
import type { Field, FormState } from '#web/form/field.ts'
import { type Fault, form } from '#web/form/form.ts'
import { longText, text } from '#web/form/text.ts'
import type { Factor } from '../assessment.ts'
import { PARTS } from '../transfers/actions.ts'
import { isOtherPart, partOfHeading, partOfKind } from './rules.ts'
import type { Edition, FindingContent, Heading, Saying, SayingContent, ToolFacts } from './tool.ts'
import { KINDS } from './tool.ts'
import { en, parts } from './words.ts'

/** As many headings a tool may have, and as many of them are open before anything is written. */
export const MOST_HEADINGS = 24
export const OPEN_HEADINGS = 6
export const MOST_STEPS = 7
const PLACES = Array.from({ length: MOST_HEADINGS }, (_, index) => index + 1)
export const SCALES = ['first', 'last', 'words'] as const

/** Names of the fields of one heading. */
export const headingFields = (place: number) => ({
  name: `heading-${place}`,
  factor: `factor-${place}`,
  part: `part-${place}`,
})

const optionalPart = choice(PARTS, { optional: true, notOffered: en.notOffered })

export function toolForm(factors: readonly Factor[]) {
  const codes = factors.map(one => one.code)
  const headings = PLACES.flatMap(place => {
    const n = headingFields(place)
    return [
      [n.name, text({ optional: true, max: 120, tooLong: en.tooLong(120) })],
      [n.factor, choice(codes, { optional: true, notOffered: en.notOffered })],
      [n.part, optionalPart],
    ] as const
  })
  const fields: Readonly<Record<string, Field<unknown>>> = {
    name: text({ missing: en.nameMissing, max: 120, tooLong: en.tooLong(120) }),
    kind: choice(KINDS, { missing: en.kindMissing }),
    part: choice(PARTS, { missing: en.partMissing }),
    scale: choice(SCALES, { missing: en.scaleMissing }),
    steps: longText({ optional: true, max: 600, tooLong: en.tooLong(600) }),
    ...Object.fromEntries(headings),
  }
  return form(fields, value => toolFaults(value as unknown as ToolValue, factors))
}

type ToolValue = Pick<ToolFacts, 'name' | 'kind' | 'part'> & {
  readonly scale: (typeof SCALES)[number]
  readonly steps: string | null
} & Readonly<Record<string, string | null>>

function toolFaults(value: ToolValue, factors: readonly Factor[]): Fault<string>[] {
  const faults: Fault<string>[] = []
  const needed = partOfKind(value.kind)
  if (needed !== undefined && value.part !== needed)
    faults.push({ field: 'part', message: en.partOfKind(parts[needed]) })
  const steps = stepsIn(value)
  if (value.scale === 'words' && steps.length > 0) faults.push({ field: 'steps', message: en.stepsNone })
  if (value.scale !== 'words' && (steps.length < 2 || steps.length > MOST_STEPS))
    faults.push({ field: 'steps', message: en.stepsCount(MOST_STEPS) })
  else if (steps.some(one => one.length > 60)) faults.push({ field: 'steps', message: en.stepLong })
  else if (new Set(steps.map(fold)).size < steps.length) faults.push({ field: 'steps', message: en.stepTwice })
  const names = new Set<string>()
  for (const place of PLACES) {
    const n = headingFields(place)
    const [name, factor, part] = [value[n.name], value[n.factor], value[n.part]]
    if (name == null) {
      if (factor != null || part != null) faults.push({ field: n.name, message: en.headingMissing })
      continue
    }
    if (names.has(fold(name))) faults.push({ field: n.name, message: en.headingTwice })
    names.add(fold(name))
    const beside = factors.find(one => one.code === factor)
    if (isOtherPart(beside, (part ?? null) as ToolFacts['part'] | null) && beside?.discloses != null)
      faults.push({ field: n.part, message: en.partOfFactor(parts[beside.discloses]) })
  }
  if (names.size === 0 && faults.length === 0) faults.push({ field: 'heading-1', message: en.headingsNone })
  return faults
}

const fold = (words: string) => words.toLocaleLowerCase('en-GB')

function stepsIn(value: Pick<ToolValue, 'steps'>): string[] {
  return (value.steps ?? '')
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
}

/** What a form that is in order says. */
export function factsOf(given: unknown, factors: readonly Factor[]): ToolFacts {
  const value = given as ToolValue
  const { name, kind, part, scale } = value
  return {
    ...{ name, kind, part, steps: stepsIn(value), hardEnd: scale === 'words' ? null : scale },
    headings: PLACES.flatMap(place => {
      const n = headingFields(place)
      const called = value[n.name]
      if (called == null) return []
      const beside = factors.find(one => one.code === value[n.factor])
      const chosen = (value[n.part] ?? null) as ToolFacts['part'] | null
      return [{ name: called, factor: beside?.code ?? null, part: partOfHeading(part, beside, chosen) }]
    }),
  }
}

/** A tool as it is described, to be changed. */
export function fillTool(factors: readonly Factor[], one: Edition): FormState {
  const headings = one.headings.map((heading, index) => {
    const n = headingFields(index + 1)
    const beside = factors.find(factor => factor.code === heading.factor)
    // What comes of the tool or of the factor beside it need not be chosen.
    const part = partOfHeading(one.part, beside, null) === heading.part ? null : heading.part
    return { [n.name]: heading.name, [n.factor]: heading.factor, [n.part]: part }
  })
  const { name, kind, part } = one
  return toolForm(factors).fill(
    Object.assign({ name, kind, part, scale: one.hardEnd ?? 'words', steps: one.steps.join('\n') }, ...headings),
  )
}

/** Names of the fields of what was said under one heading. */
export const findingFields = (code: number) => ({ step: `step-${code}`, words: `words-${code}` })

const NOT_SAID = 'none'

/**
 * What a tool said of somebody.
 * @param headings those its writer may write under
 */
export function sayingForm(
  edition: Pick<Edition, 'steps'>,
  headings: readonly Heading[],
  born: Day | null,
  today: Day,
) {
  const steps = [NOT_SAID, ...edition.steps.map((_, index) => String(index + 1))]
  const fields = headings.flatMap(({ code }) => {
    const n = findingFields(code)
    return [
      [n.step, choice(steps, { optional: true, notOffered: en.notOffered })],
      [n.words, longText({ optional: true, max: 2000, tooLong: en.tooLong(2000) })],
    ] as const
  })
  return form({
    'said-on': day({
      ...{
        missing: en.dayMissing,
        incomplete: () => en.dayIncomplete,
        wrong: () => en.dayWrong,
        noSuchDay: en.dayWrong,
      },
      notAfter: { day: today, message: en.troubles.future },
      ...(born === null ? {} : { notBefore: { day: born, message: en.troubles.unborn } }),
    }),
    'said-by': text({ missing: en.saidByMissing, max: 200, tooLong: en.tooLong(200) }),
    words: longText({ optional: true, max: 4000, tooLong: en.tooLong(4000) }),
    ...Object.fromEntries(fields),
  })
}

/** What a form that is in order says. */
export function contentOf(given: unknown, headings: readonly Heading[]): SayingContent {
  const value = given as { 'said-on': Day; 'said-by': string; words: string | null } & Readonly<
    Record<string, string | null>
  >
  const findings = headings.flatMap(({ code }): FindingContent[] => {
    const n = findingFields(code)
    const step = Number(value[n.step] ?? NaN)
    const finding = { code, step: Number.isInteger(step) ? step : null, words: value[n.words] ?? '' }
    return finding.step === null && finding.words === '' ? [] : [finding]
  })
  return { saidOn: value['said-on'], saidBy: value['said-by'], words: value.words ?? '', findings }
}

/** An entry as it stands, to be put right. */
export function fillSaying(one: Saying, headings: readonly Heading[], born: Day | null, today: Day): FormState {
  const findings = one.findings.map(({ code, step, words }) => {
    const n = findingFields(code)
    return { [n.step]: step === null ? NOT_SAID : String(step), [n.words]: words }
  })
  return sayingForm(one.edition, headings, born, today).fill(
    Object.assign({ 'said-on': one.saidOn, 'said-by': one.saidBy, words: one.words }, ...findings),
  )
}

/** What was typed under headings that the tool has no more: nothing of it is lost where the form is drawn anew. */
export function typedUnder(
  body: Readonly<Record<string, unknown>>,
  gone: readonly Heading[],
  steps: readonly string[],
): { readonly heading: string; readonly said: string }[] {
  return gone.flatMap(({ code, name }) => {
    const n = findingFields(code)
    const step = steps[Number(oneOf(body, n.step)) - 1] ?? ''
    const said = [step, oneOf(body, n.words).slice(0, 2000)].filter(Boolean).join(': ')
    return said === '' ? [] : [{ heading: name, said }]
  })
}
