/** Reads the truth about the demo's lists back from the files beside them. */
import { parse } from 'csv-parse/sync'
import type { AuditedRow } from './audit.ts'

type TruthLine = { readonly file: string; readonly row: string; readonly person: string; readonly notes: string }

/**
 * The rows of the truth with the records they went to.
 * @param records by file and row, as `file:row`
 */
export function readTruth(text: string, records: ReadonlyMap<string, string>): AuditedRow[] {
  return (parse(text, { columns: true }) as TruthLine[]).map(({ file, row, person, notes }) => ({
    file,
    row: Number(row),
    truth: person,
    notes,
    record: records.get(`${file}:${row}`) ?? null,
  }))
}

/** Pairs of twins among the people of the demo. */
export function readTwins(text: string): (readonly [string, string])[] {
  return text
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as { person: string; notes: readonly string[] })
    .flatMap(({ person, notes }) =>
      notes.filter(note => note.startsWith('twin-of:')).map(note => [person, note.slice('twin-of:'.length)] as const),
    )
}
