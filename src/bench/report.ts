/** The bench's tables: what was measured, on what, against which budget. */
import { availableParallelism, totalmem } from 'node:os'
import type { Figures } from './asking.ts'
import type { Cold } from './cold.ts'
import type { DiskFigures } from './disk.ts'
import type { Drill } from './drill.ts'
import { commas, grid, ms, verdict } from './grid.ts'
import type { Intake } from './intake.ts'
import { COLLEAGUES, type Mixed } from './mixed.ts'
import { isQuick, RETURN_PEOPLE, RETURN_SECONDS, type Returns } from './returns.ts'
import { SOAK_RATE, type Soak } from './soak.ts'
import type { Contents } from './store/contents.ts'
import type { Storm } from './storm.ts'

export type Outcome = {
  readonly contents: Contents
  readonly disk: DiskFigures
  readonly onServer: boolean
  /** In the partnership that is asked. */
  readonly people: number
  readonly contactsEach: number
  readonly times: number
  readonly figures: readonly Figures[]
  readonly cold?: Cold | undefined
  readonly mixed?: Mixed | undefined
  readonly storm?: Storm | undefined
  readonly soak?: Soak | undefined
  readonly intake?: Intake | undefined
  readonly returns?: Returns | undefined
  readonly drill?: Drill | undefined
}

/** Requests for each second of the program's processor time. */
const MIXED_BUDGET = 300
/** So many rows are to be in within so many seconds; fewer at the same rate. */
const INTAKE_ROWS = 150_000
const INTAKE_SECONDS = 300
/** By how much the largest may be slower than the smallest. */
const GROWTH_BUDGET = 1.3

/** Everything but the soak, which has a table of its own. */
export function tableOf(outcome: Outcome, commit: string): string {
  const { figures, cold, mixed, storm, intake, returns, drill } = outcome
  const parts = [
    [machineOf(outcome, commit), contentsOf(outcome)],
    figures.length === 0 ? [] : linesOf(figures),
    mixed === undefined ? [] : mixedOf(mixed),
    storm === undefined ? [] : stormOf(storm),
    cold === undefined ? [] : coldOf(cold),
    intake === undefined ? [] : intakeOf(intake),
    returns === undefined ? [] : returnsOf(returns),
    drill === undefined ? [] : drillOf(drill),
  ]
  return parts
    .filter(part => part.length > 0)
    .map(part => part.join('\n'))
    .join('\n\n')
}

function machineOf({ contents, disk, onServer }: Outcome, commit: string): string {
  const gigabytes = Math.round(totalmem() / 1024 ** 3)
  return (
    `Machine: ${availableParallelism()} cores, ${gigabytes} GB, Node ${process.versions.node}, PostgreSQL ${contents.server} ` +
    `(${onServer ? 'a server' : 'the one we carry'}, ${contents.memory} of buffers). The disk keeps 8 KB in ${disk.p50.toFixed(2)} ms (p50), ` +
    `${disk.p95.toFixed(2)} (p95). Commit ${commit}.`
  )
}

function contentsOf({ contents, people, contactsEach, times }: Outcome): string {
  return (
    `Data: ${commas(contents.people)} people in three partnerships (${commas(people)} in the one that is asked), ${commas(contents.contacts)} contacts ` +
    `(${contactsEach} each), ${commas(contents.spells)} activity spells, ${commas(contents.grants)} grants; ${(contents.bytes / 1e9).toFixed(1)} GB. ` +
    `Each line ${commas(times)} times.`
  )
}

function linesOf(figures: readonly Figures[]): string[] {
  return grid(
    ['What', 'p50 ms', 'p95 ms', 'p99 ms', 'in the server p50 / p95', '8 at once, a second', 'Budget', ''],
    figures.map(f => [
      f.name,
      ms(f.p50),
      ms(f.p95),
      ms(f.p99),
      `${ms(f.serverP50)} / ${ms(f.serverP95)}`,
      String(Math.round(f.rate)),
      f.budget === null ? '' : `p95 ≤ ${f.budget}`,
      verdict(f.budget === null ? undefined : f.p95 <= f.budget),
    ]),
  )
}

function mixedOf(mixed: Mixed): string[] {
  const { requests, perSecond, program, database, p50, p95, p99 } = mixed
  const per = (seconds: number | undefined) => (seconds === undefined ? undefined : requests / seconds)
  const told = (value: number | undefined) => (value === undefined ? 'not known' : String(Math.round(value)))
  const perProgram = per(program)
  return grid(
    [
      'Mixed load',
      'Requests',
      'A second',
      'p50 ms',
      'p95 ms',
      'p99 ms',
      'A processor second of the program',
      'of the database',
      'Budget',
      '',
    ],
    [
      [
        `${COLLEAGUES} colleagues at once: 40 % records, 20 % caseloads, 25 % searches, 15 % saves`,
        commas(requests),
        told(perSecond),
        ms(p50),
        ms(p95),
        ms(p99),
        told(perProgram),
        told(per(database)),
        `≥ ${MIXED_BUDGET} of the program`,
        verdict(perProgram === undefined ? undefined : perProgram >= MIXED_BUDGET),
      ],
    ],
  )
}

function stormOf({ colleagues, errors, signIns, before, meanwhile }: Storm): string[] {
  return grid(
    ['Sign-in storm', 'p50 ms', 'p95 ms', 'Slowest ms', 'Met trouble', 'Budget', ''],
    [
      [
        `${colleagues} at once, password to first page`,
        commas(signIns.p50),
        commas(signIns.p95),
        commas(signIns.most),
        commas(errors),
        'nobody',
        verdict(errors === 0),
      ],
      ['Open a record meanwhile', ms(meanwhile.p50), ms(meanwhile.p95), ms(meanwhile.most), '', '', ''],
      ['Open a record before', ms(before.p50), ms(before.p95), ms(before.most), '', '', ''],
    ],
  )
}

function coldOf({ ready, opened, slowest }: Cold): string[] {
  return grid(
    ['Cold start', 'Ready after ms', 'First record open after ms', 'Slowest of three'],
    [['The program on an existing database', commas(ready), commas(opened), commas(slowest)]],
  )
}

function intakeOf({ rows, seconds, lists, asked, processor }: Intake): string[] {
  const perSecond = rows / seconds
  const whole = rows >= INTAKE_ROWS
  const allowed = (rows / INTAKE_ROWS) * INTAKE_SECONDS
  return grid(
    ['Lists', 'Rows', 'Seconds', 'of the program’s processor', 'Rows a second', 'Questions', 'Budget', ''],
    [
      [
        `${lists} lists of schools and colleges, read, matched and applied; three in four on record`,
        commas(rows),
        seconds.toFixed(1),
        processor.toFixed(1),
        String(Math.round(perSecond)),
        commas(asked),
        whole ? `≤ ${Math.round(allowed)} s` : `≥ ${INTAKE_ROWS / INTAKE_SECONDS} a second`,
        verdict(seconds <= allowed),
      ],
    ],
  )
}

function returnsOf(returns: Returns): string[] {
  return grid(
    ['Monthly return', 'People', 'File', 'Seconds', 'of processor', 'Peak MB', 'Budget', ''],
    (['written', 'checked'] as const).map(name => {
      const work = returns[name]
      const allowed = (work.people / RETURN_PEOPLE) * RETURN_SECONDS
      return [
        `NCCIS file ${name}`,
        commas(work.people),
        `${(work.bytes / 1e6).toFixed(0)} MB`,
        work.seconds.toFixed(1),
        work.processor.toFixed(1),
        commas(work.peak),
        `≤ ${allowed.toFixed(1)} s`,
        verdict(isQuick(work)),
      ]
    }),
  )
}

function drillOf({ rows, bytes, saving, restoring }: Drill): string[] {
  return grid(
    ['Backup and restore', 'Rows', 'File', 'Backup s', 'Restore s'],
    [
      [
        'Everything, with keys; read back once',
        commas(rows),
        `${(bytes / 1e6).toFixed(1)} MB`,
        ms(saving),
        ms(restoring),
      ],
    ],
  )
}

/** The soak's own table. */
export function soakTableOf(outcome: Outcome & { readonly soak: Soak }, commit: string): string {
  const { minutes, requests, errors, p50, p95, p99, memory } = outcome.soak
  const mb = (pick: 'start' | 'middle' | 'end' | 'most') =>
    memory === undefined ? 'not known' : memory[pick].toFixed(0)
  return [
    machineOf(outcome, commit),
    contentsOf(outcome),
    '',
    ...grid(
      [
        'Soak',
        'Requests',
        'Errors',
        'p50 ms',
        'p95 ms',
        'p99 ms',
        'MB when warm',
        'middle',
        'end',
        'most',
        'MB an hour',
      ],
      [
        [
          `${minutes} minutes of the mixed load, ${SOAK_RATE} requests a second`,
          commas(requests),
          commas(errors),
          ms(p50),
          ms(p95),
          ms(p99),
          mb('start'),
          mb('middle'),
          mb('end'),
          mb('most'),
          memory === undefined ? 'not known' : memory.slope.toFixed(1),
        ],
      ],
    ),
  ].join('\n')
}

/** The p95 of every line at each size, and how many times the first the last is; the drill of the last. */
export function growthTableOf(outcomes: readonly Outcome[], commit: string): string {
  const last = outcomes.at(-1)
  if (last === undefined) return ''
  const names = last.figures.map(f => f.name)
  const p95s = names.map(name => ({
    name,
    at: outcomes.map(o => o.figures.find(f => f.name === name)?.p95 ?? Number.NaN),
  }))
  if (outcomes.every(o => o.mixed !== undefined))
    p95s.push({ name: 'Mixed load', at: outcomes.map(o => o.mixed?.p95 ?? Number.NaN) })
  const sizes = outcomes.map(o => `${commas(o.people)}: p95 ms`)
  return [
    machineOf(last, commit),
    ...outcomes.map(contentsOf),
    '',
    ...grid(
      ['What', ...sizes, 'Last to first', 'Budget', ''],
      p95s.map(({ name, at }) => {
        const ratio = (at.at(-1) ?? Number.NaN) / (at[0] ?? Number.NaN)
        return [name, ...at.map(ms), ratio.toFixed(2), `≤ ${GROWTH_BUDGET}`, verdict(ratio <= GROWTH_BUDGET)]
      }),
    ),
    ...(last.drill === undefined ? [] : ['', ...drillOf(last.drill)]),
  ].join('\n')
}
