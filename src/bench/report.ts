/** The bench's table, on the screen and in `docs/performance.md`. */
import { readFile, writeFile } from 'node:fs/promises'
import { availableParallelism, totalmem } from 'node:os'
import type { Figures } from './asking.ts'
import type { Intake } from './intake.ts'
import type { Contents } from './store.ts'

export type Outcome = {
  readonly figures: readonly Figures[]
  readonly intake: Intake
  readonly contents: Contents
  readonly people: number
  readonly commit: string
  readonly times: number
}

/** Rows a second that let 150,000 rows in within five minutes. */
const INTAKE_BUDGET = 500
const BEGIN = '<!-- table: written by npm run bench -->'
const END = '<!-- end of table -->'

/** The table in Markdown, which is also plain enough for a screen. */
export function tableOf(outcome: Outcome): string {
  const { figures, intake, contents, people, commit, times } = outcome
  const ms = (value: number) => value.toFixed(1)
  const verdict = (met: boolean | null) => (met === null ? '' : met ? 'met' : '**missed**')
  const lines = figures.map(f => [
    f.name,
    ms(f.p50),
    ms(f.p95),
    ms(f.p99),
    `${ms(f.serverP50)} / ${ms(f.serverP95)}`,
    String(Math.round(f.rate)),
    f.budget === null ? '' : `p95 ≤ ${f.budget}`,
    verdict(f.budget === null ? null : f.p95 <= f.budget),
  ])
  const perSecond = intake.rows / intake.seconds
  const gigabytes = Math.round(totalmem() / 1024 ** 3)
  const commas = (n: number) => n.toLocaleString('en-GB')
  return [
    `Machine: ${availableParallelism()} cores, ${gigabytes} GB, Node ${process.versions.node}, PostgreSQL ${contents.server} (the one we carry, ` +
      `${contents.memory} of buffers). Commit ${commit}.`,
    `Data: ${commas(contents.people)} people in three partnerships (${commas(people)} in the one that is asked), ${commas(contents.contacts)} contacts, ` +
      `${commas(contents.spells)} activity spells, ${commas(contents.grants)} grants. Each line ${commas(times)} times.`,
    '',
    ...grid(
      ['What', 'p50 ms', 'p95 ms', 'p99 ms', 'in the server p50 / p95', '8 at once, a second', 'Budget', ''],
      lines,
    ),
    '',
    ...grid(
      ['Lists', 'Rows', 'Seconds', 'Rows a second', 'Questions', 'Budget', ''],
      [
        [
          `${intake.lists} school rolls, read, matched and applied; three in four on record`,
          commas(intake.rows),
          intake.seconds.toFixed(1),
          String(Math.round(perSecond)),
          commas(intake.asked),
          `≥ ${INTAKE_BUDGET} a second`,
          verdict(perSecond >= INTAKE_BUDGET),
        ],
      ],
    ),
  ].join('\n')
}

function grid(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((title, i) => Math.max(title.length, 3, ...rows.map(row => row[i]?.length ?? 0)))
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join(' | ')} |`
  return [
    line(head),
    `| ${widths.map((w, i) => (i === 0 ? '-'.repeat(w) : `${'-'.repeat(w - 1)}:`)).join(' | ')} |`,
    ...rows.map(line),
  ]
}

/** Puts the table into the page, between its two marks; what stands around it is written by hand. */
export async function writeTable(path: string, table: string): Promise<void> {
  const page = await readFile(path, 'utf8')
  const [before, rest] = page.split(BEGIN)
  const after = rest?.split(END)[1]
  if (before === undefined || after === undefined)
    throw new Error('docs/performance.md has lost the marks around its table')
  await writeFile(path, `${before}${BEGIN}\n\n${table}\n\n${END}${after}`)
}
