/** CSV for spreadsheets, safe against formulas. */
import { stringify } from 'csv-stringify/sync'
import { dayOf, type Instant, timeOf } from '#ground/clock.ts'

/**
 * A file with a header line, UTF-8 with a byte order mark so that Excel reads accents. A cell that begins like a formula
 * gets an apostrophe before it: what a partner typed into a name must not run on a colleague's machine.
 */
export function csvOf(header: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  const safe = (cell: string | number | null) =>
    typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : (cell ?? '')
  return `\uFEFF${stringify([header.map(safe), ...rows.map(row => row.map(safe))], { record_delimiter: 'windows' })}`
}

/**
 * The name of a file that is kept, with who took it out and when (London time), so that a copy found on a shared drive says
 * whose it was: `caseload-2026-11-23-0952-Sian-Example.csv`.
 */
export function csvNameOf(what: string, who: string, at: Instant): string {
  const name = who
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  return `${what}-${dayOf(at)}-${timeOf(at).replace(':', '')}-${name}.csv`
}
