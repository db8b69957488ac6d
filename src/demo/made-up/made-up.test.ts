import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ageOn, toDay } from '#ground/day.ts'
import { ORGANISATION_KINDS } from '#rooms/directory/index.ts'
import {
  type CheckedRow,
  DATE_FIELDS,
  forbiddenColumns,
  guessMapping,
  judgeDateColumn,
  type Mapping,
  openList,
  rowChecker,
  type TableRow,
} from '#rooms/intake/index.ts'
import { ETHNICITY_CODES, fold, readIdentifier, toPostcode } from '#rooms/people/index.ts'
import { type MadeUpPerson, makePartnership, type WrittenFiles, writeFiles } from './index.ts'
import { makeUln, makeUpn, ulnMaker, upnMaker } from './numbers.ts'

const TODAY = toDay('2026-11-23')
const madeUp = makePartnership({ people: 3000, seed: 11, today: TODAY })
const everybody = [...madeUp.people()]
const asked = everybody.filter(person => /^P\d+$/.test(person.key))
const byKey = new Map(everybody.map(person => [person.key, person]))

let folder = ''
let written: WrittenFiles
let truth: readonly TableRow[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'made-up-'))
  written = await writeFiles(madeUp, folder)
  truth = (await readList('truth.csv')).rows
})
afterAll(() => rm(folder, { recursive: true }))

describe('Made-up numbers', () => {
  it('are valid by the reading side’s own check', () => {
    fc.assert(
      fc.property(
        fc.nat(900),
        fc.integer({ min: 2004, max: 2020 }),
        fc.integer({ min: 1, max: 999 }),
        fc.integer({ min: 100_000_000, max: 999_999_999 }),
        (school, year, serial, nine) => {
          expect(readIdentifier('upn', makeUpn(school, year, serial)).ok).toBe(true)
          const uln = makeUln(nine)
          if (uln !== undefined) expect(readIdentifier('uln', uln).ok).toBe(true)
        },
      ),
    )
  })

  it('never repeat', () => {
    const upns = upnMaker()
    const ulns = ulnMaker(3)
    const made = Array.from({ length: 20_000 }, (_, i) => [upns(i % 12, 2010 + (i % 2)), ulns()]).flat()
    expect(new Set(made).size).toBe(40_000)
  })
})

describe('A made-up partnership', () => {
  it('has as many young people as asked for, each on at least one list', () => {
    expect(asked).toHaveLength(3000)
    expect(new Set(everybody.map(person => person.key)).size).toBe(everybody.length)
    expect(everybody.filter(person => person.listings.length === 0)).toEqual([])
  })

  it('is of 13 to 19, of 20 to 25 a few with additional needs, and under 13 only where it says so', () => {
    const ages = asked.map(person => ageOn(person.truth.born, TODAY))
    expect(Math.min(...ages)).toBe(13)
    expect(Math.max(...ages)).toBeLessThanOrEqual(25)
    expect(asked.filter(person => ageOn(person.truth.born, TODAY) >= 20 && person.truth.sen !== 'E')).toEqual([])
    const young = everybody.filter(person => person.key.startsWith('Y'))
    expect(young.length).toBeGreaterThan(0)
    expect(young.filter(p => ageOn(p.truth.born, TODAY) >= 13 || !p.notes.includes('under-age'))).toEqual([])
  })

  it('has valid numbers, postcodes and codes in everybody’s truth', () => {
    for (const { truth: shown } of everybody) {
      expect(readIdentifier('upn', shown.upn).ok).toBe(true)
      expect(readIdentifier('uln', shown.uln).ok).toBe(true)
      expect(toPostcode(shown.place.postcode)).toBe(shown.place.postcode)
      expect(Object.keys(ETHNICITY_CODES)).toContain(shown.ethnicity)
    }
    for (const { kind } of madeUp.organisations) expect(ORGANISATION_KINDS).toContain(kind)
  })

  it('has twins who share birth date, home and school and nothing else, some with one initial', () => {
    const pairs = asked.flatMap(person => {
      const first = person.notes.find(note => note.startsWith('twin-of:'))?.slice(8)
      return first === undefined ? [] : [[person, byKey.get(first)] as const]
    })
    expect(pairs.length).toBeGreaterThan(15)
    for (const [one, two] of pairs) {
      expect(two?.truth).toMatchObject({ born: one.truth.born, place: one.truth.place })
      expect(two?.truth.given).not.toBe(one.truth.given)
      expect(two?.truth.uln).not.toBe(one.truth.uln)
    }
    const sameInitial = pairs.filter(([one, two]) => one.truth.given[0] === two?.truth.given[0])
    expect(sameInitial.length).toBeGreaterThan(2)
  })

  it('has one of each of what happens in life, down to the smallest', () => {
    const small = [...makePartnership({ people: 50, seed: 5, today: TODAY }).people()]
    const listings = small.flatMap(person => person.listings)
    const notes = new Set([...small.flatMap(p => p.notes), ...listings.flatMap(l => l.notes)].map(n => n.split(':')[0]))
    for (const note of [
      'twin-of',
      'protected',
      'adopted-old-of',
      'adopted-new',
      'duplicate-in-file',
      'under-age',
      'objection',
      'shared-upn',
      'former-name',
      'nickname',
      'old-address',
      'day-month-swapped',
    ])
      expect(notes).toContain(note)
    expect(new Set(listings.flatMap(l => l.bad ?? []))).toEqual(
      new Set(['no-such-day', 'letter-o-for-zero', 'year-0202', 'empty-surname', 'bad-postcode']),
    )
    expect(listings.some(l => l.file === 'youth-justice-list.csv')).toBe(true)
    expect(small.some(person => person.truth.family.includes('-'))).toBe(true)
  })

  it.each([
    ['bad rows', 0.004, 0.025, (l: Row) => l.bad !== null],
    ['mistyped names', 0.01, 0.05, (l: Row) => l.notes.includes('mistyped-name')],
    ['missing fields', 0.03, 0.09, (l: Row) => l.notes.includes('missing-field')],
    ['leavers', 0.08, 0.35, (l: Row) => l.notes.includes('leaver')],
    ['objections', 0.001, 0.02, (l: Row) => l.notes.includes('objection')],
  ])('has %s as often as life does', (_, least, most, is) => {
    const rows = everybody.flatMap(person => person.listings)
    const share = rows.filter(is).length / rows.length
    expect(share).toBeGreaterThan(least)
    expect(share).toBeLessThan(most)
  })

  it('has people on several lists, led by advisers, with a current activity and contacts behind them', () => {
    expect(asked.filter(person => person.listings.length > 1).length).toBeGreaterThan(500)
    const emails = new Set(madeUp.advisers.map(adviser => adviser.email))
    expect(asked.every(person => person.adviser === null || emails.has(person.adviser))).toBe(true)
    expect(asked.filter(person => person.adviser !== null).length).toBeGreaterThan(2500)
    for (const { activities, contacts } of asked) {
      expect(activities.at(-1)?.finishedOn).toBeNull()
      for (const [i, one] of activities.entries()) if (i > 0) expect(one.startedOn).toBe(activities[i - 1]?.finishedOn)
      for (const { on } of contacts) expect(on <= TODAY).toBe(true)
    }
  })

  it('is the same for the same seed and day, and another for another', () => {
    const keyOf = (people: number, seed: number) =>
      JSON.stringify([...makePartnership({ people, seed, today: TODAY }).people()])
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer(), (people, seed) => {
        expect(keyOf(people, seed)).toBe(keyOf(people, seed))
      }),
      { numRuns: 20 },
    )
    expect(keyOf(60, 1)).not.toBe(keyOf(60, 2))
  })
})

describe('The lists partners send', () => {
  it('are the same bytes for the same seed', async () => {
    const again = await mkdtemp(join(tmpdir(), 'made-up-'))
    await writeFiles(makePartnership({ people: 3000, seed: 11, today: TODAY }), again)
    expect(await digests(again)).toEqual(await digests(folder))
    await rm(again, { recursive: true })
  })

  it('are there, with the truth about every row and the daily work of every young person', async () => {
    const lines = new Map(written.files.map(file => [file.name, file.rows]))
    for (const { cells } of truth) {
      // A table's header is its first row; a Common Transfer File has none.
      const first = cells['file']?.endsWith('.xml') === true ? 1 : 2
      expect(Number(cells['row'])).toBeGreaterThanOrEqual(first)
      expect(Number(cells['row'])).toBeLessThan((lines.get(cells['file'] ?? '') ?? 0) + first)
      expect(byKey.has(cells['person'] ?? '')).toBe(true)
    }
    expect(truth).toHaveLength(written.rows)
    expect(new Set(truth.map(({ cells }) => `${cells['file']} ${cells['row']}`)).size).toBe(written.rows)
    const work = (await readFile(join(folder, 'people.jsonl'), 'utf8')).trimEnd().split('\n')
    const parsed = work.map(line => JSON.parse(line) as { person: string; at: { file: string; row: number } })
    const rowsOf = new Map(truth.map(({ cells }) => [`${cells['file']} ${cells['row']}`, cells['person']]))
    expect(parsed.filter(({ person, at }) => rowsOf.get(`${at.file} ${at.row}`) !== person)).toEqual([])
    expect(new Set(parsed.map(line => line.person)).size).toBe(everybody.filter(p => !p.key.startsWith('Y')).length)
    const summary = JSON.parse(await readFile(join(folder, 'partnership.json'), 'utf8')) as { files: unknown[] }
    expect(summary.files).toEqual(written.files)
  })

  it('are read row for row by intake, each trouble where the truth says it is', async () => {
    const seen = new Set<string>()
    for (const file of written.files) {
      const { rows, checked, encoding } = await checkList(file.name, file.organisation)
      seen.add(encoding)
      expect(rows).toBe(file.rows)
      const truths = truth.filter(({ cells }) => cells['file'] === file.name)
      const answers = new Map(checked.map(row => [row.outcome === 'good' ? row.value.row : row.row, row]))
      for (const { cells } of truths) expectAnswer(cells, answers.get(Number(cells['row'])))
    }
    expect(saidOfCare).toEqual(new Set([true, false]))
    // A short list may have no letter beyond ASCII.
    expect(new Set(written.files.map(file => /[^.]+$/.exec(file.name)?.[0]))).toEqual(
      new Set(['csv', 'tsv', 'xml', 'zip']),
    )
    expect([...seen]).toEqual(expect.arrayContaining(['utf-8', 'utf-8-bom', 'utf-16le', 'windows-1252']))
  })

  it('tell of no offence, victim or co-defendant', async () => {
    const { columns } = await readList('youth-justice-list.csv')
    expect(forbiddenColumns(columns, 'youth-offending-team')).toEqual([])
  })

  it('are written without holding everybody in memory', async () => {
    const many = await mkdtemp(join(tmpdir(), 'made-up-'))
    const before = process.memoryUsage().heapUsed
    await writeFiles(makePartnership({ people: 15_000, seed: 2, today: TODAY }), many)
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(300_000_000)
    await rm(many, { recursive: true })
  })
})

/** What the lists said of anybody's being looked after. */
const saidOfCare = new Set<boolean>()
type Row = MadeUpPerson['listings'][number]
type Cells = TableRow['cells']

const TROUBLES: Readonly<Record<string, readonly string[]>> = {
  'no-such-day': ['no-such-day'],
  'letter-o-for-zero': ['letter-o-for-zero'],
  'year-0202': ['year-0202'],
  'empty-surname': ['family-missing', 'full-name-unclear'],
  'bad-postcode': ['not-a-postcode'],
}

function expectAnswer(cells: Cells, row: CheckedRow | undefined): void {
  const where = `${cells['file']} ${cells['row']} ${cells['notes']} ${JSON.stringify(row)}`
  const trouble = cells['trouble'] ?? ''
  const notes = cells['notes'] ?? ''
  if (trouble !== '') {
    const faults = row?.outcome === 'faulty' ? row.faults : []
    expect(
      faults.some(fault => fault.column === cells['column'] && TROUBLES[trouble]?.includes(fault.trouble)),
      where,
    ).toBe(true)
    return
  }
  if (notes.includes('under-age')) return expect(row?.outcome, where).toBe('not-kept')
  // A day and month the wrong way round can make somebody twelve.
  if (row?.outcome === 'not-kept' && notes.includes('day-month-swapped')) return
  if (row?.outcome !== 'good') return expect(row?.outcome, where).toBe('good')
  const person = byKey.get(cells['person'] ?? '')
  expect(row.value.objection, where).toBe(notes.includes('objection'))
  if (person !== undefined && row.value.sen !== null) expect(row.value.sen, where).toBe(person.truth.sen)
  const care = row.value.characteristics?.['looked-after']
  if (care !== undefined) {
    saidOfCare.add(care)
    expect(care, where).toBe(person?.truth.care === 'Y')
  }
  if (!notes.includes('day-month-swapped')) expect(row.value.bornOn, where).toBe(person?.truth.born)
  if (/mistyped|nickname|former-name/.test(notes) || person === undefined) return
  expect(fold(row.value.legal.given), where).toBe(fold(person.truth.given))
  expect(fold(person.truth.family), where).toContain(fold(row.value.legal.family))
}

async function readList(name: string) {
  const { table, encoding } = await openList(join(folder, name))
  const rows: TableRow[] = []
  for await (const row of table.rows) rows.push(row)
  return { columns: table.columns, rows, encoding: encoding(), seen: table.seen() }
}

async function checkList(name: string, organisation: string) {
  const { columns, rows, encoding, seen } = await readList(name)
  expect(seen).toMatchObject({ raggedRows: 0, blank: 0, strippedSigns: 0 })
  const sample = rows.slice(0, 50).map(row => row.cells)
  const guesses = guessMapping(columns, sample)
  const missed = guesses.filter(guess => guess.field === null).map(guess => guess.column)
  expect(
    missed.filter(column => !/^(level|aim level|last attended)$/i.test(column)),
    name,
  ).toEqual([])
  const mapping: Mapping = Object.fromEntries(guesses.map(guess => [guess.column, guess.field]))
  const dateColumns = Object.fromEntries(
    columns
      .filter(column => DATE_FIELDS.has(mapping[column] ?? 'upn'))
      .map(column => [column, judgeDateColumn(rows.map(row => row.cells[column] ?? ''))]),
  )
  const kind = madeUp.organisations.find(one => one.key === organisation)?.kind ?? 'school'
  const check = rowChecker({ mapping, kind, today: TODAY, youngest: 13, oldest: 25, nhsAllowed: false, dateColumns })
  return { rows: rows.length, checked: rows.map(check), encoding }
}

async function digests(of: string): Promise<Record<string, string>> {
  const names = (await readdir(of)).toSorted()
  const hashes = await Promise.all(
    names.map(
      async name =>
        [
          name,
          createHash('sha256')
            .update(await readFile(join(of, name)))
            .digest('hex'),
        ] as const,
    ),
  )
  return Object.fromEntries(hashes)
}
