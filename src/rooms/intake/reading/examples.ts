/** What the tests of reading share: files as streams, and the whole way from bytes to checked rows. */
import { toDay } from '#ground/day.ts'
import { type CheckOptions, rowChecker } from './check.ts'
import { guessMapping } from './columns.ts'
import { judgeDateColumn } from './date-column.ts'
import { decode } from './decode.ts'
import { DATE_FIELDS, type Mapping } from './fields.ts'
import { tableOf } from './open.ts'
import type { CheckedRow } from './read-row.ts'
import type { TableRow, TableSeen } from './table.ts'

export const TODAY = toDay('2026-11-23')

/** A file in pieces of so many bytes. */
export async function* inPieces(bytes: Uint8Array, size = 65_536): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size)
}

/** Everything a stream gives. */
export async function allOf<Thing>(stream: AsyncIterable<Thing>): Promise<Thing[]> {
  const all: Thing[] = []
  for await (const thing of stream) all.push(thing)
  return all
}

/** A list as UTF-8. */
export function file(...lines: readonly string[]): Uint8Array {
  return Buffer.from(`${lines.join('\r\n')}\r\n`)
}

export type Whole = {
  readonly columns: readonly string[]
  readonly rows: readonly TableRow[]
  readonly seen: TableSeen
  readonly encoding: string
}

/** Every row of a file. */
export async function readWhole(bytes: Uint8Array, size?: number): Promise<Whole> {
  const decoded = await decode(inPieces(bytes, size))
  const table = await tableOf(decoded.text)
  const rows = await allOf(table.rows)
  return { columns: table.columns, rows, seen: table.seen(), encoding: decoded.seen().encoding }
}

/** A file read, its columns guessed and its rows checked, as a school's unless told otherwise. */
export async function checkWhole(bytes: Uint8Array, options: Partial<CheckOptions> = {}): Promise<CheckedRow[]> {
  const { columns, rows } = await readWhole(bytes)
  const guessed = guessMapping(
    columns,
    rows.map(row => row.cells),
  )
  const mapping: Mapping = Object.fromEntries(guessed.map(guess => [guess.column, guess.field]))
  const dateColumns = Object.fromEntries(
    columns
      .filter(column => DATE_FIELDS.has(mapping[column] ?? 'upn'))
      .map(column => [column, judgeDateColumn(rows.map(row => row.cells[column] ?? ''))]),
  )
  const check = rowChecker({
    mapping,
    kind: 'school',
    today: TODAY,
    youngest: 13,
    oldest: 25,
    nhsAllowed: false,
    dateColumns,
    ...options,
  })
  return rows.map(check)
}
