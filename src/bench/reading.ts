/** How much memory reading a list takes, however long it is: each format, short and long, in a process of its own. */
import { execFile } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import type { Day } from '#ground/day.ts'
import { guessMapping, keyTeller, type Mapping, openList, rowChecker, type TableRow } from '#rooms/intake/index.ts'
import { makeUpn, ulnMaker } from '../demo/made-up/numbers.ts'
import { writeZip } from '../demo/made-up/zip.ts'

export const FORMATS = ['CSV', 'CTF', 'OneRoster'] as const
export type Format = (typeof FORMATS)[number]

const SHORT = 10_000
const LONG = 1_000_000
/** What the longer may take for each byte the shorter takes. */
const MOST = 1.3
const SAMPLE = 50
/** Megabytes of old space. Without a bound a heap grows by what is not tidied up yet, and says more of the collector than of the list. */
const HEAP = 128
const MB = 1024

/** What reading one list took; memory in kilobytes at its peak. */
export type Reading = {
  readonly rows: number
  readonly good: number
  readonly repeats: number
  readonly peak: number
  readonly seconds: number
}

/** Reads a list as intake does before it asks the database: opened, checked, and told which rows say the same. */
export async function readOnce(path: string, today: Day): Promise<Reading> {
  const started = performance.now()
  const sample: TableRow[] = []
  const first = await openList(path)
  for await (const row of first.table.rows) if (sample.push(row) >= SAMPLE) break
  const guesses = guessMapping(
    first.table.columns,
    sample.map(row => row.cells),
  )
  const mapping: Mapping = Object.fromEntries(guesses.map(guess => [guess.column, guess.field]))
  const check = rowChecker({ mapping, kind: 'school', today, youngest: 13, oldest: 25, nhsAllowed: false })
  const tell = keyTeller()
  let [rows, good, repeats] = [0, 0, 0]
  for await (const row of (await openList(path)).table.rows) {
    rows++
    const checked = check(row)
    if (checked.outcome !== 'good') continue
    good++
    if (tell(checked.value).isRepeat) repeats++
  }
  const seconds = (performance.now() - started) / 1000
  return { rows, good, repeats, peak: process.resourceUsage().maxRSS, seconds }
}

/** Writes a short and a long list of each format, lets a process of its own read each within a bounded heap, and says what it took. */
export async function measureReading(program: readonly string[], say: (line: string) => void): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'connexions-reading-'))
  let isFlat = true
  try {
    for (const format of FORMATS) {
      const short = await measureOne(program, folder, format, SHORT)
      const long = await measureOne(program, folder, format, LONG)
      const ratio = long.peak / short.peak
      isFlat &&= ratio <= MOST
      say(
        `${format}: ${told(short)}; ${told(long)}; ${ratio.toFixed(2)} times the memory (at most ${MOST}: ${ratio <= MOST ? 'met' : 'missed'})`,
      )
    }
  } finally {
    await rm(folder, { recursive: true })
  }
  return isFlat
}

function told({ rows, good, repeats, peak, seconds }: Reading): string {
  const sound = good === rows && repeats === 0 ? '' : ` (${good} good, ${repeats} repeats)`
  return `${rows.toLocaleString('en-GB')} rows${sound} at a peak of ${Math.round(peak / MB)} MB in ${seconds.toFixed(1)} s`
}

async function measureOne(program: readonly string[], folder: string, format: Format, rows: number): Promise<Reading> {
  const path = join(folder, `${format}-${rows}`)
  await writeList(folder, path, format, rows)
  const { stdout } = await promisify(execFile)(process.execPath, [
    `--max-old-space-size=${HEAP}`,
    ...program,
    '--read',
    path,
  ])
  await rm(path)
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Reading
}

type Person = {
  readonly n: number
  readonly upn: string
  readonly uln: string
  readonly given: string
  readonly family: string
  readonly born: string
}

/** As many made-up people as are asked for, no two alike. */
function* people(rows: number): Generator<Person> {
  const ulns = ulnMaker(1)
  for (let n = 0; n < rows; n++) {
    const [month, day] = [1 + (Math.floor(n / 28) % 12), 1 + (n % 28)].map(part => String(part).padStart(2, '0'))
    yield {
      n,
      upn: makeUpn(Math.floor(n / 999) % 900, 2018 + Math.floor(n / 899_100), 1 + (n % 999)),
      uln: ulns(),
      given: `Kit${letters(n)}`,
      family: `Sample${letters(n * 7)}`,
      born: `${2007 + (n % 4)}-${month}-${day}`,
    }
  }
}

function letters(n: number): string {
  return Array.from(String(n), figure => 'abcdefghij'[Number(figure)]).join('')
}

/** Writes a list of made-up people. */
export async function writeList(folder: string, path: string, format: Format, rows: number): Promise<void> {
  const write = (to: string, header: string, line: (p: Person) => string, end = '') =>
    pipeline(
      Readable.from(
        (function* () {
          let text = header
          for (const person of people(rows)) {
            text += line(person)
            if (text.length < 65_536) continue
            yield text
            text = ''
          }
          yield text + end
        })(),
      ),
      createWriteStream(to),
    )
  switch (format) {
    case 'CSV':
      return write(
        path,
        'UPN,ULN,Surname,Forename,DOB,Address 1,Town,Postcode,Year group\n',
        p => `${p.upn},${p.uln},${p.family},${p.given},${p.born},${p.n} Example Street,Sampleton,HX1 9ZZ,11\n`,
      )
    case 'CTF':
      return write(
        path,
        '<?xml version="1.0"?><CTfile><Header><DocumentName>Common Transfer File</DocumentName></Header><CTFpupilData>',
        p =>
          `<Pupil><UPN>${p.upn}</UPN><UniqueLearnerNumber>${p.uln}</UniqueLearnerNumber><Surname>${p.family}</Surname><Forename>${p.given}</Forename><DOB>${p.born}</DOB><BasicDetails><NCyearActual>11</NCyearActual></BasicDetails><Address><AddressLines><AddressLine1>${p.n} Example Street</AddressLine1><AddressLine2>Sampleton</AddressLine2></AddressLines><PostCode>HX1 9ZZ</PostCode></Address></Pupil>\n`,
        '</CTFpupilData></CTfile>',
      )
    case 'OneRoster':
      return writeRoster(folder, path, write)
    default:
      return format satisfies never
  }
}

async function writeRoster(
  folder: string,
  path: string,
  write: (to: string, header: string, line: (p: Person) => string) => Promise<void>,
): Promise<void> {
  const part = (name: string) => join(folder, `part-${name}`)
  await write(
    part('users.csv'),
    'sourcedId,userIds,givenName,familyName,email,grades\n',
    ({ n, upn, uln, given, family }) =>
      `student-${n},"{UPN:${upn}},{ULN:${uln}}",${given},${family},${n}@example.org,11\n`,
  )
  await write(part('roles.csv'), 'sourcedId,userSourcedId,role\n', ({ n }) => `role-${n},student-${n},student\n`)
  await write(part('demographics.csv'), 'sourcedId,birthDate,sex\n', ({ n, born }) => `student-${n},${born},female\n`)
  await pipeline(
    Readable.from(['propertyName,value\nfile.users,bulk\nfile.roles,bulk\nfile.demographics,bulk\n']),
    createWriteStream(part('manifest.csv')),
  )
  const names = ['manifest.csv', 'users.csv', 'roles.csv', 'demographics.csv']
  await writeZip(
    path,
    names.map(name => ({ name, from: part(name) })),
  )
  for (const name of names) await rm(part(name))
}
