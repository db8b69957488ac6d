/** Reads a labelled file as texts: comma, semicolon or tab, in whatever letters a partner's list may come; names and values trimmed. */
import { createReadStream, existsSync } from 'node:fs'
import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { decode, ListRefused } from '#rooms/intake/index.ts'

/** A file that cannot be measured: told in plain words. */
export class FileTrouble extends Error {}

export type Head = { readonly path: string; readonly columns: readonly string[]; readonly delimiter: string }

const MOST_COLUMNS = 500

/** The first line and how the file is written. */
export async function headOf(path: string): Promise<Head> {
  if (!existsSync(path)) throw new FileTrouble(`There is no file ${path}.`)
  let text = ''
  for await (const part of textOf(path)) {
    text += part
    if (text.includes('\n')) break
  }
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
  return { path, columns, delimiter }
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
  const text = Readable.from(textOf(head.path))
  text.on('error', error => parser.destroy(error))
  text.pipe(parser)
  parser.on('readable', () => {
    for (let row = parser.read(); row !== null; row = parser.read()) take(row as string[])
  })
  await new Promise<void>((resolve, reject) => {
    parser.on('end', resolve)
    parser.on('error', error =>
      reject(
        error instanceof FileTrouble ? error : new FileTrouble(`${head.path} cannot be read as CSV: ${error.message}`),
      ),
    )
  })
}

/** The text of a file, read as a partner's list is. */
async function* textOf(path: string): AsyncGenerator<string> {
  try {
    yield* (await decode(createReadStream(path))).text
  } catch (trouble) {
    if (!(trouble instanceof ListRefused)) throw trouble
    throw new FileTrouble(
      trouble.why === 'empty-file'
        ? `${path} is empty.`
        : trouble.why === 'binary'
          ? `${path} is not text: it holds zero bytes. Save it as CSV (UTF-8).`
          : `${path} is not text but a ${trouble.why}. Save it as CSV (UTF-8).`,
    )
  }
}
