/** What the establishment register of the Department for Education says of a school or college, as far as the directory keeps it. */
import type { Day } from '#ground/day.ts'
import type { Disclosure, OrganisationKind } from '../organisation.ts'

/** Which establishments are added: by the phase of education they are for, or by what they are. */
export const PHASES = ['secondary', 'sixteen-plus', 'all-through', 'special', 'colleges', 'alternative'] as const
export type Phase = (typeof PHASES)[number]

export type Establishment = {
  /** Its row in the file. */
  readonly row: number
  readonly urn: string
  readonly laestab: string | null
  readonly ukprn: string | null
  readonly name: string
  readonly town: string
  readonly kind: OrganisationKind
  /** What its name tells, as it looks (K6); whoever adds it has the last word. */
  readonly tells: Disclosure | null
  /** Whether somebody should look at what its name tells before it is added. */
  readonly mayTell: boolean
  readonly state: 'open' | 'closed'
  readonly closedOn: Day | null
  /** Lines under each other. */
  readonly address: string
  readonly postcode: string | null
  /** The LAESTAB it had before, where the register tells. */
  readonly before: string | null
  /** Whether it is of the authorities and phases that were chosen. */
  readonly isChosen: boolean
}

export const ROW_TROUBLES = [
  'cells',
  'urn',
  'urn-twice',
  'name',
  'authority',
  'number',
  'status',
  'ukprn',
  'postcode',
  'closed-on',
] as const
export type RowTrouble = (typeof ROW_TROUBLES)[number]

/** A row that was not taken, by its number in the file. */
export type RegisterFault = { readonly row: number; readonly trouble: RowTrouble; readonly value: string }

export type Choice = {
  /** Codes of local authorities, of three figures; of none nothing is added. */
  readonly authorities: readonly string[]
  readonly phases: readonly Phase[]
}

/** What was read of one file. */
export type RegisterRead = {
  readonly rows: number
  readonly establishments: readonly Establishment[]
  readonly faultCount: number
  /** The first of them. */
  readonly faults: readonly RegisterFault[]
}

/** A table as the house hands it down: rows by their number in the file. */
export type RegisterTable = {
  readonly columns: readonly string[]
  readonly rows: AsyncIterable<{ readonly row: number; readonly cells: Readonly<Record<string, string>> }>
  /** Rows with more or fewer cells than columns, final when the rows have been read; the first of them by number. */
  ragged(): { readonly count: number; readonly rows: readonly { readonly row: number; readonly cells: number }[] }
}

/** Thrown where a file cannot be read as the register, with the sentence to show. */
export class RegisterRefused extends Error {
  constructor(readonly sentence: string) {
    super(sentence)
    this.name = 'RegisterRefused'
  }
}
