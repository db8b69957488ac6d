/** A row of a partner's list once it has been read and checked. */
import type { Day } from '#ground/day.ts'
import type { EthnicityCode, IdentifierTrouble } from '#rooms/people/index.ts'
import type { DateTrouble } from './dates.ts'
import type { Field } from './fields.ts'

export type ReadName = { readonly given: string; readonly family: string }

/** Codes of characteristics, and whether each is said to be true. */
export type Said = Readonly<Record<string, boolean>>

export type ReadRow = {
  /** The line as a spreadsheet counts it. */
  readonly row: number
  readonly upn: string | null
  /** A UPN they had before. Rows read before lists could say so have none. */
  readonly formerUpn?: string | null
  readonly uln: string | null
  readonly nhs: string | null
  readonly legal: ReadName
  readonly middle: string
  /** A part nobody gave is ''. */
  readonly preferred: ReadName | null
  readonly former: ReadName | null
  readonly bornOn: Day
  readonly sex: 'F' | 'M' | null
  readonly ethnicity: EthnicityCode | null
  readonly addressLines: readonly string[]
  readonly postcode: string | null
  readonly phone: string | null
  readonly mobile: string | null
  readonly email: string | null
  readonly yearGroup: number | null
  readonly group: string
  readonly course: string
  readonly startedOn: Day | null
  readonly plannedEndOn: Day | null
  readonly leftOn: Day | null
  readonly leavingReason: string
  /** Per cent. */
  readonly attendance: number | null
  readonly adult: { readonly name: string; readonly relationship: string; readonly phone: string } | null
  /** School census: none, SEN support, education health and care plan. */
  readonly sen: 'N' | 'K' | 'E' | null
  /** What the row says of characteristics, by their codes; one it says nothing of is not there. Rows read before there were any have none. */
  readonly characteristics?: Said | null
  readonly worker: string
  readonly status: string
  /** They or a parent objected (Education and Skills Act 2008 section 72): only name, birth date and address are here. */
  readonly objection: boolean
}

/** What is wrong with a cell, or only worth knowing. Each has its sentence in words.ts. */
export type Trouble =
  | Exclude<DateTrouble, 'empty'>
  | Exclude<IdentifierTrouble, 'empty'>
  | 'family-missing'
  | 'given-missing'
  | 'birth-date-missing'
  | 'full-name-unclear'
  | 'name-with-figures'
  | 'broken-letters'
  | 'too-long'
  | 'shortened-number'
  | 'american-column'
  | 'in-future'
  | 'not-a-postcode'
  | 'left-before-start'
  | 'unknown-sen'
  | 'not-yes-or-no'
  | Note

/** Harmless: the row is taken, what the note is about is left out or kept as text. */
export type Note =
  | 'formula'
  | 'placeholder'
  | 'no-fixed-abode'
  | 'odd-phone'
  | 'odd-email'
  | 'odd-attendance'
  | 'odd-year-group'
  | 'wrong-former-upn'
  | 'unknown-sex'
  | 'unknown-ethnicity'
  | 'objection-unclear'

export type RowFault = {
  readonly column: string
  readonly field: Field
  /** As it stands in the list. */
  readonly value: string
  readonly trouble: Trouble
  /** What was probably meant, where that can be told. */
  readonly suggestion: string | null
}

export type CheckedRow =
  | { readonly outcome: 'good'; readonly value: ReadRow; readonly notes: readonly RowFault[] }
  | {
      readonly outcome: 'faulty'
      readonly row: number
      readonly faults: readonly RowFault[]
      /** Of a row under objection, only the cells of name, birth date and address may be held while it waits. */
      readonly objection: boolean
      /** As much as could be read of whom it is about: they are on the list, whatever is to be mended. */
      readonly who: { readonly upn: string | null; readonly uln: string | null; readonly name: ReadName | null }
    }
  /** Not ours to hold: nothing of the row may be kept but its number. */
  | { readonly outcome: 'not-kept'; readonly row: number; readonly why: 'under-age' | 'over-age' }

/** The rest of a row of which only name, birth date and address are read. */
export const NOTHING_MORE = {
  upn: null,
  formerUpn: null,
  uln: null,
  nhs: null,
  preferred: null,
  former: null,
  sex: null,
  ethnicity: null,
  phone: null,
  mobile: null,
  email: null,
  yearGroup: null,
  group: '',
  course: '',
  startedOn: null,
  plannedEndOn: null,
  leftOn: null,
  leavingReason: '',
  attendance: null,
  adult: null,
  sen: null,
  characteristics: null,
  worker: '',
  status: '',
} as const

/** A row of which only name, birth date and address may be held (Education and Skills Act 2008 section 72). */
export function underObjection(row: ReadRow): ReadRow {
  return { ...row, ...NOTHING_MORE, middle: '', objection: true }
}
