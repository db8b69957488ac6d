/**
 * What a page carries from a file to the press that tells: nothing of the file is kept by the program (decision 0049). It is read as anything a
 * browser sends: who may be told of, and what may be said, is asked again for each.
 */
import { z } from 'zod'
import { type Day, isDay } from '#ground/day.ts'
import { isId, type PersonId } from '#ground/ids.ts'
import { KINDS, REASONS, type Telling } from '../absence.ts'
import { type FileRead, type GoodRow, MOST_ROWS, MOST_WORDS, type TroubledRow } from './absence-file.ts'
import { MEND_COLUMN, rowTroubles } from './words.ts'

const words = z.string().max(MOST_WORDS)
const carried = z.tuple([
  z.string().refine(isId),
  z.enum(KINDS),
  z.string().refine(isDay),
  z.enum(REASONS),
  words,
  words,
])
const cells = z.array(z.string()).max(20)

/** The rows that can be told of, a line each. */
export function carriedGood(rows: readonly GoodRow[]): string[] {
  return rows.map(({ personId, telling: t }) =>
    JSON.stringify([personId, t.kind, t.lastSeenOn, t.reason, t.words, t.tried]),
  )
}

/** The lines as they came back; undefined where one was changed on its way. */
export function readCarried(
  sent: unknown,
): readonly { readonly personId: PersonId; readonly telling: Telling }[] | undefined {
  const lines = linesOf(sent)
  const read = lines.map(line => carried.safeParse(parsed(line)))
  if (lines.length === 0 || lines.length > MOST_ROWS || read.some(one => !one.success)) return undefined
  return read.flatMap(({ data }) => {
    if (data === undefined) return []
    const [personId, kind, lastSeenOn, reason, said, tried] = data
    return [
      { personId: personId as PersonId, telling: { kind, lastSeenOn: lastSeenOn as Day, reason, words: said, tried } },
    ]
  })
}

/** The rows to be mended, in the columns of the file, with what to do. */
export function carriedTroubled(columns: FileRead['columns'], rows: readonly TroubledRow[]): string[] {
  return rows.map(({ cells: says, troubles }) =>
    JSON.stringify([...columns.map(({ field }) => says[field] ?? ''), troubles.map(why => rowTroubles[why]).join(' ')]),
  )
}

/** The file to be mended as the page carried it; undefined where it was changed on its way. */
export function readMending(
  body: Readonly<Record<string, unknown>>,
): { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] } | undefined {
  const header = [...linesOf(body['column']), MEND_COLUMN]
  const rows = linesOf(body['row']).map(line => cells.safeParse(parsed(line)))
  const isWhole = rows.length > 0 && rows.length <= MOST_ROWS && rows.every(one => one.data?.length === header.length)
  return isWhole ? { header, rows: rows.flatMap(one => (one.data ? [one.data] : [])) } : undefined
}

/** How many bytes a form of these lines has on its way, with room for what is added to each. */
export function bytesOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + encodeURIComponent(line).length + 8, 0)
}

function linesOf(sent: unknown): string[] {
  const all = Array.isArray(sent) ? (sent as unknown[]) : [sent]
  return all.filter(one => typeof one === 'string')
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
