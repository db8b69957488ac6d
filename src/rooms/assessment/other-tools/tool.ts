import type { Instant } from '#ground/clock.ts'
import type { Day } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import type { PARTS } from '../transfers/actions.ts'

/** From which kind of agency a tool comes. */
export const KINDS = [
  'early-help',
  'social-care',
  'youth-justice',
  'substance-use',
  'health',
  'send',
  'school',
  'housing',
  'other',
] as const
export type ToolKind = (typeof KINDS)[number]

/** The part of the record that what a tool says is of. */
export type ToolPart = (typeof PARTS)[number]

/** Which end of a scale is the harder one: its first line or its last. */
export type HardEnd = 'first' | 'last'

/** A heading of a tool, beside one of our factors or none, as the partnership maps it. */
export type Heading = {
  readonly code: number
  readonly name: string
  readonly factor: string | null
  readonly part: ToolPart
}

/** How a tool is described. */
export type ToolFacts = {
  readonly name: string
  readonly kind: ToolKind
  readonly part: ToolPart
  /** The words of its scale in their order; none where it says words only. */
  readonly steps: readonly string[]
  readonly hardEnd: HardEnd | null
  readonly headings: readonly Omit<Heading, 'code'>[]
}

/** A tool as it was described from a day on; of one tool there are as many as it was changed. */
export type Edition = Omit<ToolFacts, 'headings'> & {
  readonly editionId: RowId
  readonly toolId: RowId
  readonly number: number
  readonly headings: readonly Heading[]
  readonly writtenBy: AccountId
  readonly writtenOn: Day
  readonly endedOn: Day | null
  /** Of the tool: counts what was changed. */
  readonly version: number
}

/** What stands under one heading. */
export type FindingContent = { readonly code: number; readonly step: number | null; readonly words: string }

export type Finding = FindingContent & {
  readonly rowId: RowId
  readonly entryId: RowId
  readonly recordedAt: Instant
  readonly replacedAt: Instant | null
}

/** When a tool was used, by whom there, and what it said. */
export type SayingContent = {
  readonly saidOn: Day
  readonly saidBy: string
  /** What it said in all. */
  readonly words: string
  readonly findings: readonly FindingContent[]
}

/** One row of an entry: what stands, or what stood before it was put right. */
export type SayingRow = Omit<SayingContent, 'findings'> & {
  readonly rowId: RowId
  readonly entryId: RowId
  readonly personId: PersonId
  readonly classBit: number
  readonly editionId: RowId
  readonly writtenBy: AccountId
  readonly recordedAt: Instant
  readonly replacedAt: Instant | null
}

/** What a tool said, as it stands now, as far as the reader sees it; with what stood before. */
export type Saying = Omit<SayingRow, 'replacedAt'> & {
  readonly edition: Edition
  readonly findings: readonly Finding[]
  readonly before: { readonly rows: readonly SayingRow[]; readonly findings: readonly Finding[] }
}
