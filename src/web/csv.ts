/** CSV for spreadsheets, safe against formulas. */
import { stringify } from 'csv-stringify/sync'

/**
 * A file with a header line, UTF-8 with a byte order mark so that Excel reads accents. A cell that begins like a formula
 * gets an apostrophe before it: what a partner typed into a name must not run on a colleague's machine.
 */
export function csvOf(header: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  const safe = (cell: string | number | null) =>
    typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : (cell ?? '')
  return `\uFEFF${stringify([header.map(safe), ...rows.map(row => row.map(safe))], { record_delimiter: 'windows' })}`
}
