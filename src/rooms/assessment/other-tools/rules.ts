/** Tools of other agencies: of which part of a record what they say is, and how old it may be. docs/rules/assessment.md#what-other-tools-said */
import { addMonths, type Day, isAfter, isBefore } from '#ground/day.ts'
import type { Factor } from '../assessment.ts'
import type { Edition, FindingContent, Heading, Saying, SayingContent, ToolFacts, ToolKind, ToolPart } from './tool.ts'

/** Of these kinds of agency, that their tool was used at all tells of a part of the record (K6). */
const TELLS: Partial<Readonly<Record<ToolKind, ToolPart>>> = {
  'social-care': 'care',
  'youth-justice': 'offending',
  'substance-use': 'health',
  health: 'health',
}

/** The part that a tool of such an agency is of, whatever it says; undefined where it may be any. */
export function partOfKind(kind: ToolKind): ToolPart | undefined {
  return TELLS[kind]
}

/** The part a heading is of: what our factor beside it tells of, else what was chosen, else the tool's. */
export function partOfHeading(tool: ToolPart, factor: Factor | undefined, chosen: ToolPart | null): ToolPart {
  return factor?.discloses ?? chosen ?? tool
}

/** True where another part was chosen than the factor beside it tells of. */
export function isOtherPart(factor: Factor | undefined, chosen: ToolPart | null): boolean {
  return chosen !== null && factor?.discloses != null && factor.discloses !== chosen
}

/** The headings of a tool as it is now described, each with its number: the one it had, where it is called the same. */
export function numbered(headings: ToolFacts['headings'], before: readonly Heading[], highest: number): Heading[] {
  let last = highest
  return headings.map(one => {
    const same = before.find(was => fold(was.name) === fold(one.name))
    return { ...one, code: same?.code ?? (last += 1) }
  })
}

const fold = (name: string) => name.toLocaleLowerCase('en-GB')

/** True where a tool is described so already: saved as it was, it is no new one. */
export function isDescribedSo(edition: Edition, facts: ToolFacts): boolean {
  const { name, kind, part, steps, hardEnd, headings } = edition
  const plain = headings.map(one => ({ name: one.name, factor: one.factor, part: one.part }))
  return (
    JSON.stringify([name, kind, part, steps, hardEnd, plain]) ===
    JSON.stringify([facts.name, facts.kind, facts.part, facts.steps, facts.hardEnd, facts.headings])
  )
}

/** Months after which what a tool said is marked as old. Ours. */
export const OLD_MONTHS = 12

export function isOld(saidOn: Day, today: Day): boolean {
  return isBefore(addMonths(saidOn, OLD_MONTHS), today)
}

export type DayTrouble = 'future' | 'unborn'

/** What is wrong with the day a tool was used. */
export function dayTrouble(saidOn: Day, today: Day, born: Day | null): DayTrouble | undefined {
  if (isAfter(saidOn, today)) return 'future'
  return born !== null && isBefore(saidOn, born) ? 'unborn' : undefined
}

export type ContentTrouble = 'nothing-said' | 'no-such-heading' | 'no-such-step'

/**
 * What is wrong with what a tool is said to have said.
 * @param offered headings that whoever says it may know of
 */
export function contentTrouble(
  { words, findings }: Pick<SayingContent, 'words' | 'findings'>,
  offered: readonly Heading[],
  steps: number,
): ContentTrouble | undefined {
  if (words === '' && findings.length === 0) return 'nothing-said'
  if (findings.some(one => !offered.some(heading => heading.code === one.code))) return 'no-such-heading'
  return findings.some(one => one.step !== null && (one.step < 1 || one.step > steps)) ? 'no-such-step' : undefined
}

/** What a page showed of an entry, so that nobody goes over what they did not see; what its reader does not see is no part of it (K6). */
export function stampOf(saying: Pick<Saying, 'rowId' | 'findings'>): string {
  return [saying.rowId, ...saying.findings.map(one => one.rowId)].toSorted().join('.')
}

export function saysTheSameUnder(a: FindingContent, b: FindingContent): boolean {
  return a.code === b.code && a.step === b.step && a.words === b.words
}

/** True where an entry says already what was sent. */
export function saysIt(saying: SayingContent, sent: SayingContent): boolean {
  return (
    saying.saidOn === sent.saidOn &&
    saying.saidBy === sent.saidBy &&
    saying.words === sent.words &&
    saying.findings.length === sent.findings.length &&
    sent.findings.every(one => saying.findings.some(had => saysTheSameUnder(had, one)))
  )
}

/** One line beside a factor. */
export type Beside = {
  readonly tool: string
  readonly heading: string
  readonly saidOn: Day
  readonly saidBy: string
  readonly step: number | null
  readonly stepWord: string
  readonly steps: number
  readonly hardEnd: Edition['hardEnd']
  readonly words: string
}

/** What tools said, by the factor of ours that the partnership put each heading beside; the newest first. Never a rating. */
export function byFactor(sayings: readonly Saying[]): Readonly<Record<string, readonly Beside[]>> {
  const found: Record<string, Beside[]> = {}
  for (const { edition, findings, saidOn, saidBy } of newestFirst(sayings))
    for (const { code, step, words } of findings) {
      const heading = edition.headings.find(one => one.code === code)
      if (heading?.factor == null) continue
      ;(found[heading.factor] ??= []).push({
        ...{ tool: edition.name, heading: heading.name, saidOn, saidBy, step, words },
        ...{ stepWord: stepWord(edition, step), steps: edition.steps.length, hardEnd: edition.hardEnd },
      })
    }
  return found
}

export function stepWord(edition: Pick<Edition, 'steps'>, step: number | null): string {
  return step === null ? '' : (edition.steps[step - 1] ?? '')
}

export function newestFirst<Of extends Pick<Saying, 'saidOn' | 'recordedAt'>>(sayings: readonly Of[]): Of[] {
  return sayings.toSorted((a, b) => (a.saidOn === b.saidOn ? later(b, a) : a.saidOn < b.saidOn ? 1 : -1))
}

function later(a: Pick<Saying, 'recordedAt'>, b: Pick<Saying, 'recordedAt'>): number {
  return a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0
}
