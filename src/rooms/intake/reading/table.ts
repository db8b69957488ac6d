/** Text to rows: comma, semicolon, tab or bar separated, one row at a time, in flat memory. */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { CsvError, type Info, parse } from 'csv-parse'
import { cleanCell, signsStripped } from './cells.ts'
import { type Delimiter, guessDelimiter, readFirstLine } from './first-line.ts'
import { ListRefused } from './refusal.ts'

export const MOST_COLUMNS = 500
export const MOST_LINE = 1_000_000
/** As many rows as are named one by one; the rest are counted. */
const MOST_NAMED = 1_000
/** With more than that the list is broken at its source, and the parser slow: a row of another length costs it twenty others. */
const MOST_RAGGED = 10_000

export type TableRow = {
  /** As a spreadsheet counts: the header is row 1, an empty line counts, a line break inside quotes does not. */
  readonly row: number
  readonly cells: Readonly<Record<string, string>>
}

/** A row with more or fewer cells than the header has: kept out, because its cells may have shifted. */
export type RaggedRow = { readonly row: number; readonly cells: number; readonly expected: number }

export type TableSeen = {
  readonly rows: number
  readonly blank: number
  /** How many ragged rows there were; `ragged` names the first thousand. */
  readonly raggedRows: number
  readonly ragged: readonly RaggedRow[]
  /** Control signs and signs that turn the writing direction, taken out of cells. */
  readonly strippedSigns: number
  readonly strippedRows: readonly number[]
}

export type Table = {
  readonly columns: readonly string[]
  /** To be read once. */
  readonly rows: AsyncIterable<TableRow>
  /** What was met so far; final when the rows have been read to their end. */
  seen(): TableSeen
}

type Line = { readonly row: number; readonly values: readonly string[] }
type Lines = AsyncGenerator<Line, void, void>
/** Signs that were taken out of cells so far, and in which rows. */
export type SignTally = { signs: number; signRows: number[] }
type Tally = SignTally & {
  rows: number
  blank: number
  hollow: number
  raggedRows: number
  ragged: RaggedRow[]
}

/**
 * Opens a table: reads its header now and its rows as they are asked for.
 * @throws ListRefused here when the header will not do, or while rows are read
 */
export async function readTable(text: AsyncIterable<string>): Promise<Table> {
  const first = await readFirstLine(text, MOST_LINE)
  const delimiter = first.delimiter ?? guessDelimiter(first.line)
  const lines = linesOf(first.rest, delimiter, first.linesBefore)
  let header: Line | undefined
  while (header === undefined) {
    const next = await lines.next()
    if (next.done === true) throw new ListRefused('empty-file')
    if (!isBlank(next.value.values)) header = next.value
  }
  const columns = readHeader(header.values)
  if (columns instanceof ListRefused) {
    await lines.return()
    throw columns
  }
  const tally: Tally = { rows: 0, blank: 0, hollow: 0, raggedRows: 0, ragged: [], signs: 0, signRows: [] }
  return {
    columns,
    rows: rowsOf(lines, columns, header.row, tally),
    seen: () => ({
      rows: tally.rows,
      blank: tally.blank,
      raggedRows: tally.raggedRows,
      ragged: [...tally.ragged],
      strippedSigns: tally.signs,
      strippedRows: [...tally.signRows],
    }),
  }
}

/** The names of the columns, or why they will not do. Cells after the last name are spreadsheets' leftovers. */
function readHeader(cells: readonly string[]): readonly string[] | ListRefused {
  if (cells.length > MOST_COLUMNS) return new ListRefused('too-many-columns', String(cells.length))
  const names = cells.map(cell => cleanCell(cell).replaceAll(/\s+/g, ' '))
  while (names.at(-1) === '') names.pop()
  const seen = new Set<string>()
  for (const [i, name] of names.entries()) {
    if (name === '') return new ListRefused('header-missing', String(i + 1))
    const same = name.toLowerCase()
    if (seen.has(same)) return new ListRefused('header-twice', name)
    seen.add(same)
  }
  return names
}

async function* rowsOf(
  lines: Lines,
  columns: readonly string[],
  headerRow: number,
  tally: Tally,
): AsyncGenerator<TableRow> {
  try {
    let last = headerRow
    for (let next = await lines.next(); next.done !== true; next = await lines.next()) {
      const { row, values } = next.value
      tally.blank += row - last - 1
      last = row
      if (isBlank(values)) countBlank(row, values.length !== columns.length, tally)
      else if (values.length < columns.length || values.slice(columns.length).some(value => value.trim() !== ''))
        countRagged({ row, cells: values.length, expected: columns.length }, tally)
      else {
        tally.rows++
        yield { row, cells: cellsOf(values, columns, row, tally) }
      }
    }
    if (tally.rows === 0 && tally.raggedRows === 0) throw new ListRefused('no-rows')
  } finally {
    await lines.return()
  }
}

function countBlank(row: number, oddLength: boolean, tally: Tally): void {
  tally.blank++
  if (oddLength && ++tally.hollow > MOST_RAGGED) throw new ListRefused('ragged', String(row))
}

function countRagged(ragged: RaggedRow, tally: Tally): void {
  tally.raggedRows++
  if (tally.ragged.length < MOST_NAMED) tally.ragged.push(ragged)
  if (tally.raggedRows > MOST_RAGGED) throw new ListRefused('ragged', String(tally.ragged[0]?.row ?? ragged.row))
}

/** The cells of a row as they may be looked at, by their columns; signs that were taken out are counted. */
export function cellsOf(
  values: readonly string[],
  columns: readonly string[],
  row: number,
  tally: SignTally,
): TableRow['cells'] {
  // No prototype: a column may be called "constructor".
  const cells = Object.create(null) as Record<string, string>
  for (const [i, column] of columns.entries()) {
    const value = values[i] ?? ''
    const stripped = signsStripped(value)
    if (stripped > 0) {
      tally.signs += stripped
      if (tally.signRows.length < MOST_NAMED && tally.signRows.at(-1) !== row) tally.signRows.push(row)
    }
    cells[column] = cleanCell(value)
  }
  return cells
}

function isBlank(values: readonly string[]): boolean {
  return values.every(value => value.trim() === '')
}

async function* linesOf(text: AsyncIterable<string>, delimiter: Delimiter, linesBefore: number): Lines {
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    // Empty lines are counted by the parser and not handed over: it is slow with rows of another length.
    skip_empty_lines: true,
    info: true,
    max_record_size: MOST_LINE,
  })
  const fed = pipeline(Readable.from(text), parser)
  // Who stops reading early ends the pipeline; a real trouble also comes out of the parser, and is told there.
  fed.catch(() => undefined)
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>)
      yield { row: linesBefore + info.records + info.empty_lines, values: record }
  } catch (trouble) {
    throw trouble instanceof CsvError ? refusalFor(trouble) : trouble
  }
}

function refusalFor(trouble: CsvError): ListRefused | CsvError {
  const line = String((trouble as { lines?: number }).lines ?? '')
  if (trouble.code === 'CSV_MAX_RECORD_SIZE') return new ListRefused('line-too-long', line)
  if (trouble.code === 'CSV_QUOTE_NOT_CLOSED') return new ListRefused('quote-not-closed', line)
  return trouble
}
