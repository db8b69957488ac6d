/** Tables in Markdown, which are also plain enough for a screen, and their places in a page. */
import { readFile, writeFile } from 'node:fs/promises'

/** A table: the first column to the left, the others to the right. */
export function grid(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((title, i) => Math.max(title.length, 3, ...rows.map(row => row[i]?.length ?? 0)))
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join(' | ')} |`
  return [
    line(head),
    `| ${widths.map((w, i) => (i === 0 ? '-'.repeat(w) : `${'-'.repeat(w - 1)}:`)).join(' | ')} |`,
    ...rows.map(line),
  ]
}

/** Met, missed, or nothing where there is no budget or no figure. */
export function verdict(met: boolean | undefined): string {
  return met === undefined ? '' : met ? 'met' : '**missed**'
}

/** A whole number as people read it. */
export function commas(n: number): string {
  return Math.round(n).toLocaleString('en-GB')
}

export function ms(value: number): string {
  return value.toFixed(1)
}

/** Which of the page's tables: each has marks of its own, so that a long bench need not be run for a short one's sake. */
export type TableName = 'bench' | 'growth' | 'soak'

/** Puts a table into a page, between its two marks; what stands around it is written by hand. */
export async function writeTable(path: string, name: TableName, table: string): Promise<void> {
  await writeFile(path, placeTable(await readFile(path, 'utf8'), name, table))
}

/**
 * The page with the table in its place.
 * @throws when the marks are not there
 */
export function placeTable(page: string, name: TableName, table: string): string {
  const begin = `<!-- ${name}: written by npm run bench -->`
  const end = `<!-- end of ${name} -->`
  const [before, rest] = page.split(begin)
  const after = rest?.split(end)[1]
  if (before === undefined || after === undefined)
    throw new Error(`the page has lost the marks around its table ${name}`)
  return `${before}${begin}\n\n${table}\n\n${end}${after}`
}
