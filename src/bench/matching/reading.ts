/** Reads a labelled file as texts: comma, semicolon or tab; UTF-8 or Windows-1252; names and values trimmed. */
import { closeSync, createReadStream, openSync, readSync, statSync } from 'node:fs'
import { parse } from 'csv-parse'
import iconv from 'iconv-lite'

/** A file that cannot be measured: told in plain words. */
export class FileTrouble extends Error {}

export type Head = {
  readonly path: string
  readonly columns: readonly string[]
  readonly delimiter: string
  readonly encoding: string
}

const LOOKED_AT = 262_144
const MOST_COLUMNS = 500

/** The first line and how the file is written. */
export function headOf(path: string): Head {
  let size: number
  try {
    size = statSync(path).size
  } catch {
    throw new FileTrouble(`There is no file ${path}.`)
  }
  if (size === 0) throw new FileTrouble(`${path} is empty.`)
  const start = startOf(path)
  if (start.includes(0)) throw new FileTrouble(`${path} is not text: it holds zero bytes. Save it as CSV (UTF-8).`)
  const encoding = isUtf8(start) ? 'utf8' : 'win1252'
  const text = iconv.decode(start, encoding).replace(/^\uFEFF/, '')
  const line = text.split(/\r?\n/, 1)[0] ?? ''
  const delimiter = [',', '\t', ';'].toSorted((a, b) => line.split(b).length - line.split(a).length)[0] ?? ','
  const columns = line.split(delimiter).map(name => name.trim().replaceAll(/^"|"$/g, ''))
  if (columns.length < 2)
    throw new FileTrouble(
      `${path} has one column only: "${columns[0]}". A person cannot be told by one column and its truth.`,
    )
  if (columns.length > MOST_COLUMNS)
    throw new FileTrouble(`${path} has ${columns.length} columns; ${MOST_COLUMNS} are the most.`)
  const twice = columns.find((name, n) => columns.indexOf(name) !== n)
  if (twice !== undefined) throw new FileTrouble(`${path} has two columns named "${twice}". Name them apart.`)
  return { path, columns, delimiter, encoding }
}

/**
 * Hands over each row as texts in the order of the columns.
 * @param most no more rows than this
 */
export async function readRows(head: Head, take: (row: readonly string[]) => void, most?: number): Promise<void> {
  const parser = parse({
    delimiter: head.delimiter,
    from_line: 2,
    ...(most === undefined ? {} : { to: most }),
    trim: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
  })
  const text = createReadStream(head.path).pipe(iconv.decodeStream(head.encoding))
  text.on('error', error => parser.destroy(error))
  text.pipe(parser)
  parser.on('readable', () => {
    for (let row = parser.read(); row !== null; row = parser.read()) take(row as string[])
  })
  await new Promise<void>((resolve, reject) => {
    parser.on('end', resolve)
    parser.on('error', error => reject(new FileTrouble(`${head.path} cannot be read as CSV: ${error.message}`)))
  })
}

function startOf(path: string): Buffer {
  const file = openSync(path, 'r')
  try {
    const buffer = Buffer.alloc(LOOKED_AT)
    return buffer.subarray(0, readSync(file, buffer, 0, LOOKED_AT, 0))
  } finally {
    closeSync(file)
  }
}

function isUtf8(start: Buffer): boolean {
  try {
    // The last letter may be cut in two.
    new TextDecoder('utf-8', { fatal: true }).decode(start.subarray(0, Math.max(1, start.length - 4)))
    return true
  } catch {
    return start.length <= 4
  }
}
