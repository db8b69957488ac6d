import type { Instant } from '#ground/clock.ts'
import type { Day } from '#ground/day.ts'
import type { AccountId, JobId, OrganisationId, PersonId, RowId } from '#ground/ids.ts'
import type { WeighedLine } from '#rooms/matching/index.ts'
import type { Field, Mapping } from './reading/fields.ts'
import type { ReadRow, RowFault, Said } from './reading/read-row.ts'

/** What a partner and the partnership agreed: no agreement, no list. */
export type Agreement = {
  readonly id: RowId
  readonly organisationId: OrganisationId
  readonly purpose: string
  readonly power: string
  readonly fields: readonly Field[]
  readonly youngest: number
  readonly oldest: number
  readonly assessmentReference: string
  readonly reviewOn: Day
  readonly missingOfficerId: AccountId | null
  readonly startedOn: Day
  readonly finishedOn: Day | null
  /** The agreement it took the place of when that was looked at again. */
  readonly insteadOf: RowId | null
}

export type RunState =
  | 'mapping'
  | 'reading'
  | 'ready'
  | 'applying'
  /** Being taken back, because it was stopped while it applied. */
  | 'stopping'
  | 'applied'
  | 'undoing'
  | 'undone'
  | 'cancelled'
  | 'refused'
  | 'failed'

export type RunCounts = {
  readonly new: number
  readonly changed: number
  readonly same: number
  readonly missing: number
  readonly question: number
  readonly fault: number
  readonly notKept: number
}

/** One list on its way in. */
export type Run = {
  readonly id: RowId
  readonly organisationId: OrganisationId
  readonly agreementId: RowId
  readonly fileName: string
  readonly fileBytes: number
  readonly state: RunState
  readonly columns: readonly string[]
  /** Which of the partner's lists it is: the fingerprint of its columns. */
  readonly listKey: string
  readonly mapping: Mapping | null
  readonly encoding: string
  readonly leftOut: readonly string[]
  /** The day the list speaks of; null where nobody said another than the day it came in. */
  readonly asAt: Day | null
  readonly rowsRead: number
  readonly counts: RunCounts
  readonly refusal: string
  readonly jobId: JobId | null
  readonly askedBy: AccountId | null
  readonly madeAt: Instant
  readonly appliedAt: Instant | null
  readonly version: number
}

export type Verdict = 'new' | 'changed' | 'same' | 'question' | 'fault' | 'not-kept'

/** One thing a row would change: what stands now, and what the list says. */
export type Change = { readonly what: string; readonly before: string; readonly after: string }

/** One row of a run with what it would do. */
export type RunRow = {
  readonly row: number
  readonly verdict: Verdict
  readonly sourceKey: string
  readonly personId: PersonId | null
  readonly shownName: string
  readonly content: ReadRow | null
  /** What it says of characteristics that are held back: only while it is read, never asked for with the row. */
  readonly held?: Said
  /** Of a row to mend: its allowed cells as they stood, so that it can be sent back. */
  readonly cells: Readonly<Record<string, string>> | null
  readonly faults: readonly RowFault[]
  /** What whoever it likeliest is was weighed by, line by line; nothing where nobody was. */
  readonly weighed: readonly WeighedLine[] | null
  readonly changes: readonly Change[]
  readonly why: string
}

type Asked = {
  readonly id: RowId
  readonly personIds: readonly PersonId[]
  readonly state: 'open' | 'answered' | 'withdrawn'
  readonly answer: string | null
  readonly madeAt: Instant
}

/** What a list asked: who a row is, or why somebody is gone from it. */
export type ListQuestion = Asked & {
  readonly kind: 'who' | 'gone'
  readonly organisationId: OrganisationId
  readonly runId: RowId
  readonly row: number | null
  readonly sourceKey: string
}

/** What no list asked: whether an objection still stands at 16, whether two records are one person, what a partner says is wrong. */
export type PersonQuestion = Asked & {
  readonly kind: 'objection' | 'correction'
  readonly organisationId: null
  readonly runId: null
  readonly row: null
  readonly sourceKey: ''
}

/** What a practitioner said is wrong on a record, and what came of it. */
export type Correction = {
  readonly id: RowId
  readonly askedBy: AccountId
  readonly askedFor: OrganisationId
  readonly text: string
  readonly answer: 'corrected' | 'not-corrected' | null
  readonly answerText: string | null
  readonly madeAt: Instant
}

/** A question only a person can answer. */
export type Question = ListQuestion | PersonQuestion
