/** A place tells of many at once: what is read of its file, and how each row stands. */
import type { Day } from '#ground/day.ts'
import type { PersonId } from '#ground/ids.ts'
import type { Result } from '#ground/result.ts'
import type { Telling } from '../absence.ts'

/** More than a place has missing on one day; a whole roll is a list, not absences. Ours. */
export const MOST_ROWS = 500
export const MOST_BYTES = 1_000_000
/** Characters of what is known, and of what was tried, in one row. Ours. */
export const MOST_WORDS = 500
/** Bytes of a page that carries the rows itself, as a form sends them: the program takes a form of 1,048,576. */
export const MOST_CARRIED = 900_000

export const FIELDS = ['uln', 'upn', 'family', 'given', 'born', 'day', 'kind', 'reason', 'words', 'tried'] as const
export type FileField = (typeof FIELDS)[number]

/** Why nothing of a file is read. */
export const FILE_TROUBLES = [
  'empty-file',
  'binary',
  'spreadsheet',
  'pdf',
  'header-twice',
  'header-missing',
  'too-many-columns',
  'line-too-long',
  'quote-not-closed',
  'ragged',
  'no-rows',
  'field-twice',
  'no-who',
  'no-day',
  'no-kind',
  'too-many-rows',
  'too-much-text',
] as const
export type FileTrouble = (typeof FILE_TROUBLES)[number]

/** Thrown while a file is read: `detail` is the column or line it is about. */
export class FileRefused extends Error {
  constructor(
    readonly why: FileTrouble,
    readonly detail = '',
  ) {
    super(detail === '' ? why : `${why}: ${detail}`)
    this.name = 'FileRefused'
  }
}

/** What is wrong with one row. */
export type RowTrouble =
  | 'cells'
  | 'formula'
  | 'uln-wrong'
  | 'upn-wrong'
  | 'who-missing'
  | 'born-wrong'
  | 'not-ours'
  | 'two-of-them'
  | 'numbers-differ'
  | 'number-and-name'
  | 'day-missing'
  | 'day-wrong'
  | 'month-first'
  | 'in-future'
  | 'too-old'
  | 'before-birth'
  | 'kind-missing'
  | 'kind-wrong'
  | 'reason-wrong'
  | 'words-long'
  | 'tried-long'
  | 'twice'
  | 'nobody-to-tell'

export type Cells = Readonly<Partial<Record<FileField, string>>>

/** A row as it stands in the file: the columns that are known, and no other (K7). */
export type FileRow = { readonly row: number; readonly cells: Cells; readonly isRagged: boolean }

export type FileRead = {
  /** What each field’s column is called in the file, in the order of the file. */
  readonly columns: readonly { readonly field: FileField; readonly column: string }[]
  readonly rows: readonly FileRow[]
}

/** Somebody on the roll, as the place sees them. */
export type OnRoll = {
  readonly personId: PersonId
  readonly given: string
  readonly family: string
  readonly bornOn: Day | null
  /** Every name in use. */
  readonly names: readonly { readonly given: string; readonly family: string }[]
  readonly ulns: readonly string[]
  readonly upns: readonly string[]
}

export type GoodRow = {
  readonly row: number
  readonly personId: PersonId
  readonly name: string
  readonly telling: Telling
}
export type TroubledRow = { readonly row: number; readonly cells: Cells; readonly troubles: readonly RowTrouble[] }

/** What telling by a file would do. */
export type FileSeen = Pick<FileRead, 'columns'> & {
  readonly good: readonly GoodRow[]
  /** Told of before, and not over: nothing to do. */
  readonly before: readonly GoodRow[]
  readonly troubled: readonly TroubledRow[]
}

/** What a day in a cell is, or why it is none. */
export type DayCell = Result<Day, 'empty' | 'month-first' | 'wrong'>

/** A table as the house hands it down; rows that do not fit the header are told of when all are read. */
export type FileTable = {
  readonly columns: readonly string[]
  readonly rows: AsyncIterable<{ readonly row: number; readonly cells: Readonly<Record<string, string>> }>
  ragged(): readonly number[]
}
