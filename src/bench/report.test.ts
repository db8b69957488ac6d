import { expect, it } from 'vitest'
import { placeTable } from './grid.ts'
import { growthTableOf, type Outcome, tableOf } from './report.ts'

const figure = (name: string, budget: number | null, p95: number) => {
  return { name, budget, p50: 5, p95, p99: 30, serverP50: 4, serverP95: 9, rate: 100 }
}
const outcome = (people: number, p95: number): Outcome => ({
  contents: { people, contacts: 9, spells: 9, grants: 9, server: '17.10', memory: '1GB', bytes: 2e9 },
  disk: { p50: 0.5, p95: 2 },
  onServer: false,
  people,
  contactsEach: 20,
  times: 400,
  figures: [figure('Open a record', 20, p95), figure('Sign-in page', null, 3)],
})

/** The cells of the row that begins so, without what pads them. */
function rowOf(table: string, begin: string): string[] {
  const row = table.split('\n').find(line => line.startsWith(`| ${begin}`))
  return (row ?? '').split('|').map(cell => cell.trim())
}

it('says missed of a line over its budget, met of one within it, and nothing of one without', () => {
  expect(rowOf(tableOf(outcome(1, 20.1), 'abc'), 'Open a record').at(-2)).toBe('**missed**')
  expect(rowOf(tableOf(outcome(1, 20), 'abc'), 'Open a record').at(-2)).toBe('met')
  expect(rowOf(tableOf(outcome(1, 20), 'abc'), 'Sign-in page').at(-2)).toBe('')
  expect(tableOf(outcome(1, 20), 'abc')).toContain('Commit abc.')
})

it('holds the mixed load to requests for each second of the program, and says so where that is not known', () => {
  const mixed = { p50: 5, p95: 20, p99: 30, most: 50, requests: 900, seconds: 4, perSecond: 225 }
  const row = (program: number | undefined) =>
    rowOf(tableOf({ ...outcome(1, 9), mixed: { ...mixed, program, database: 4.5 } }, 'abc'), '16 colleagues')
  expect(row(3).slice(-5, -1)).toEqual(['300', '200', '≥ 300 of the program', 'met'])
  expect(row(3.1).at(-2)).toBe('**missed**')
  expect(row(undefined).slice(-5, -1)).toEqual(['not known', '200', '≥ 300 of the program', ''])
})

it('holds lists to five minutes for 150,000 rows, fewer to the same rate', () => {
  const row = (rows: number, seconds: number) =>
    rowOf(tableOf({ ...outcome(1, 9), intake: { rows, seconds, lists: 7, asked: 3, processor: 1 } }, 'abc'), '7 lists')
  expect(row(150_000, 300).slice(-3, -1)).toEqual(['≤ 300 s', 'met'])
  expect(row(150_000, 301).at(-2)).toBe('**missed**')
  expect(row(5000, 10.1).slice(-3, -1)).toEqual(['≥ 500 a second', '**missed**'])
})

it('tells how many times the first size the last one takes', () => {
  const table = growthTableOf([outcome(10_000, 10), outcome(150_000, 12), outcome(1_000_000, 13.1)], 'abc')
  expect(rowOf(table, 'Open a record').slice(2)).toEqual(['10.0', '12.0', '13.1', '1.31', '≤ 1.3', '**missed**', ''])
  expect(rowOf(table, 'Sign-in page').slice(-4)).toEqual(['1.00', '≤ 1.3', 'met', ''])
})

it('holds a file of the monthly return to ten seconds for 150,000 people, fewer to the same rate', () => {
  const work = (people: number, seconds: number) => ({ people, seconds, bytes: 3e8, processor: 6, peak: 120 })
  const rows = tableOf({ ...outcome(1, 9), returns: { written: work(150_000, 10), checked: work(15_000, 1.1) } }, 'abc')
  expect(rowOf(rows, 'NCCIS file written').slice(2)).toEqual([
    '150,000',
    '300 MB',
    '10.0',
    '6.0',
    '120',
    '≤ 10.0 s',
    'met',
    '',
  ])
  expect(rowOf(rows, 'NCCIS file checked').slice(-3)).toEqual(['≤ 1.0 s', '**missed**', ''])
})

it('tells of the drill at the last size', () => {
  const drill = { rows: 15_000_000, bytes: 2e9, saving: 112, restoring: 311 }
  expect(
    rowOf(growthTableOf([outcome(10_000, 10), { ...outcome(1_000_000, 12), drill }], 'abc'), 'Everything'),
  ).toEqual(expect.arrayContaining(['15,000,000', '112.0', '311.0']))
})

it('puts a table between its own marks and leaves the rest of the page alone', () => {
  const page =
    'a\n<!-- bench: written by npm run bench -->old<!-- end of bench -->\nb\n<!-- soak: written by npm run bench -->kept<!-- end of soak -->'
  const placed = placeTable(page, 'bench', 'new')
  expect(placed).toContain('-->\n\nnew\n\n<!-- end of bench -->\nb\n')
  expect(placed).toContain('kept')
  expect(placed).not.toContain('old')
  expect(() => placeTable(page, 'growth', 'new')).toThrow('growth')
})
