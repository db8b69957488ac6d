/**
 * Files of every reader, good and damaged, for the fuzz run: whatever is sent must come to rows or to a word why not, in bounded time,
 * and every bad row must be told with its place.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { toDay } from '#ground/day.ts'
import { PHASES, RegisterRefused } from '#rooms/directory/index.ts'
import { guessMapping, ListRefused, type Mapping, openList, rowChecker, type TableRow } from '#rooms/intake/index.ts'
import { openTable } from '../../src/house-tables.ts'
import { readRegister } from '../../src/rooms/directory/register/reading.ts'
import { upn } from './made-up-numbers.ts'
import { establishment, registerOf } from './registers.ts'
import { zipOf } from './zips.ts'

export const FORMATS = ['CSV', 'CTF', 'OneRoster', 'register'] as const
export type Format = (typeof FORMATS)[number]

/** What became of a file: its rows and those in trouble, by their number in the file; or the word it was refused with. */
export type Came = { readonly rows: readonly number[]; readonly bad: readonly number[] } | { readonly refused: string }

/** Somebody in a file, and what is wrong with their row. */
type Planted = { readonly given: string; readonly wrong: '' | 'born' | 'family' }

const TODAY = toDay('2026-11-23')
/** A file that takes longer has found something: files here are of some kilobytes. */
const MOST_MS = 5000

/** Where files lie while they are read. */
export function fuzzFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'connexions-fuzz-'))
  const path = join(folder, 'file')
  return {
    /** Reads a file the whole way, and says what came of it. Throws where it is neither rows nor a refusal, or takes too long. */
    async read(format: Format, bytes: Uint8Array): Promise<Came> {
      writeFileSync(path, bytes)
      const began = performance.now()
      const came = await (format === 'register' ? readAsRegister(path) : readAsList(path)).catch((trouble: unknown) => {
        if (trouble instanceof ListRefused || trouble instanceof RegisterRefused) return { refused: trouble.message }
        throw trouble
      })
      const took = performance.now() - began
      if (took > MOST_MS) throw new Error(`it took ${Math.round(took)} ms`)
      if ('rows' in came) assertPlaces(came.rows, came.bad)
      return came
    },
    clear: () => rmSync(folder, { recursive: true, force: true }),
  }
}

async function readAsList(path: string): Promise<Came> {
  const { table } = await openList(path)
  const read: TableRow[] = []
  for await (const row of table.rows) read.push(row)
  const guesses = guessMapping(
    table.columns,
    read.map(row => row.cells),
  )
  const mapping: Mapping = Object.fromEntries(guesses.map(guess => [guess.column, guess.field]))
  const check = rowChecker({ mapping, kind: 'school', today: TODAY, youngest: 13, oldest: 25, nhsAllowed: false })
  const bad = read.flatMap(row => {
    const checked = check(row)
    if (checked.outcome !== 'faulty') return []
    if (checked.faults.length === 0) throw new Error(`row ${row.row} is in trouble, and nothing says why`)
    return [checked.row]
  })
  const ragged = table.seen().ragged.map(one => one.row)
  const inOrder = (rows: readonly number[]) => rows.toSorted((a, b) => a - b)
  return { rows: inOrder([...read.map(row => row.row), ...ragged]), bad: inOrder([...bad, ...ragged]) }
}

async function readAsRegister(path: string): Promise<Came> {
  const known = { urns: new Set<string>(), laestabs: new Set<string>(), ukprns: new Set<string>() }
  const read = await readRegister(await openTable(path), { authorities: ['381'], phases: PHASES }, known)
  const bad = read.faults.map(fault => fault.row)
  return { rows: [...read.establishments.map(one => one.row), ...bad].toSorted((a, b) => a - b), bad }
}

function assertPlaces(rows: readonly number[], bad: readonly number[]): void {
  for (const [i, row] of rows.entries())
    if (!Number.isInteger(row) || row < 1 || row <= (rows[i - 1] ?? 0)) throw new Error(`row ${row} is no place`)
  for (const row of bad) if (!rows.includes(row)) throw new Error(`row ${row} is in trouble and not in the file`)
}

const planted: fc.Arbitrary<readonly Planted[]> = fc.array(
  fc.record({
    given: fc.constantFrom(
      'Ann',
      'Siân',
      'Łukasz',
      "D'Arcy",
      'Zoë-Jane',
      'Li',
      'Ann\n-Marie',
      'Quote "Q"',
      'semi;colon',
    ),
    wrong: fc.constantFrom('', '', '', 'born', 'family'),
  }),
  { minLength: 1, maxLength: 12 },
)

/** A sound file with bad rows in it, and where they are. */
export const soundFile: fc.Arbitrary<{ format: Format; bytes: Buffer; bad: readonly number[]; rows: number }> = fc
  .tuple(fc.constantFrom(...FORMATS), planted)
  .map(([format, people]) => {
    const first = format === 'CTF' ? 1 : 2
    return {
      format,
      bytes: WRITERS[format](people),
      rows: people.length,
      bad: people.flatMap((one, i) => (one.wrong === '' ? [] : [first + i])),
    }
  })

const born = (one: Planted) => (one.wrong === 'born' ? '2010-02-31' : '2010-03-04')
const family = (one: Planted, i: number) => (one.wrong === 'family' ? '' : `Sample${'abcdefghijkl'[i] ?? ''}`)
const cell = (text: string) => `"${text.replaceAll('"', '""')}"`
const xml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

const WRITERS: Readonly<Record<Format, (people: readonly Planted[]) => Buffer>> = {
  CSV: people =>
    Buffer.from(
      [
        'UPN,Surname,Forename,DOB,Postcode',
        ...people.map((one, i) => [upn(100 + i), family(one, i), cell(one.given), born(one), 'HX1 1AA'].join(',')),
        '',
      ].join('\r\n'),
    ),
  CTF: people =>
    Buffer.from(
      `<?xml version="1.0" encoding="UTF-8"?><CTfile><Header/><CTFpupilData>${people
        .map(
          (one, i) =>
            `<Pupil><UPN>${upn(100 + i)}</UPN><Surname>${family(one, i)}</Surname><Forename>${xml(one.given)}</Forename><DOB>${born(one)}</DOB></Pupil>`,
        )
        .join('\n')}</CTFpupilData></CTfile>`,
    ),
  OneRoster: people =>
    zipOf([
      {
        name: 'manifest.csv',
        content:
          'propertyName,value\r\nmanifest.version,1.0\r\noneroster.version,1.1\r\nfile.users,bulk\r\nfile.demographics,bulk\r\n',
      },
      {
        name: 'users.csv',
        content: [
          'sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password',
          ...people.map((one, i) => `s${i},,,true,o,student,s${i},,${cell(one.given)},${family(one, i)},,,,,,,11,`),
          '',
        ].join('\r\n'),
      },
      {
        name: 'demographics.csv',
        content: [
          'sourcedId,status,dateLastModified,birthDate,sex',
          ...people.map((one, i) => `s${i},,,${born(one)},female`),
          '',
        ].join('\r\n'),
      },
    ]),
  register: people =>
    registerOf(
      people.map((one, i) =>
        establishment(
          String(120_001 + i),
          family(one, i),
          one.wrong === 'born' ? { 'EstablishmentStatus (code)': 'x' } : {},
        ),
      ),
    ),
}

/** What breaks readers: pieces of syntax where none should be, and bytes that are no text. */
const HOSTILE = [
  '"',
  '""',
  '"""',
  ',',
  ';',
  '\t',
  '\r',
  '\n',
  '\r\n',
  '\u0000',
  '\u2028',
  '\uFEFF',
  '\u202E',
  '=cmd|x!A1',
  '&',
  '&amp;',
  '&x;',
  '<',
  '>',
  '</',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<!DOCTYPE CTfile [',
  '<!ENTITY a "&a;&a;">',
  '<Pupil>',
  '</Pupil>',
  '<?x',
  '?>',
  'PK\u0003\u0004',
  'PK\u0005\u0006',
  '../',
  '\\',
  'é'.repeat(50),
  'x'.repeat(3000),
]
  .map(text => Buffer.from(text))
  .concat([Buffer.from([0xff, 0xfe]), Buffer.from([0xc3]), Buffer.from([0x80, 0x81]), Buffer.alloc(64)])

type Damage = { readonly at: number; readonly cut: number; readonly put: Buffer; readonly from: number | undefined }

const share = fc.double({ min: 0, max: 1, noNaN: true })
const seldom = <T>(what: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: what })

const damage: fc.Arbitrary<Damage> = fc.record({
  at: share,
  cut: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(300)),
  put: fc.oneof(
    fc.constant(Buffer.alloc(0)),
    fc.constantFrom(...HOSTILE),
    fc.uint8Array({ maxLength: 4 }).map(bytes => Buffer.from(bytes)),
  ),
  // A piece of the file itself, once more.
  from: seldom(share),
})

/** A sound file to which something was done, or that was cut off; read as what it was, or as another format. */
export const damagedFile: fc.Arbitrary<{ format: Format; bytes: Buffer }> = fc
  .tuple(
    soundFile,
    fc.array(damage, { minLength: 1, maxLength: 3 }),
    seldom(share),
    fc.constantFrom(...FORMATS),
    fc.nat(9),
  )
  .map(([sound, damages, end, other, chance]) => {
    let { bytes } = sound
    for (const one of damages) {
      const at = Math.floor(one.at * bytes.length)
      const again =
        one.from === undefined ? one.put : bytes.subarray(Math.floor(one.from * bytes.length)).subarray(0, 200)
      bytes = Buffer.concat([bytes.subarray(0, at), again, bytes.subarray(at + one.cut)])
    }
    if (end !== undefined) bytes = bytes.subarray(0, Math.floor(end * bytes.length))
    return { format: chance === 0 ? other : sound.format, bytes }
  })
