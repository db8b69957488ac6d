/**
 * OneRoster 1.1 and 1.2 as a table: the students of `users.csv`, a row each, with what `demographics.csv` says of them. Not
 * certified by 1EdTech. There is no English profile: a UPN and a ULN are looked for among the user ids and in `metadata.uk` columns.
 */
import { decode } from './decode.ts'
import { ListRefused } from './refusal.ts'
import { Sightings } from './sightings.ts'
import { readTable, type Table, type TableRow } from './table.ts'

/** The columns a OneRoster is shown with. */
const COLUMNS = [
  'UPN',
  'Unique learner number',
  'Surname',
  'Forename',
  'Middle names',
  'Preferred surname',
  'Preferred forename',
  'Date of birth',
  'Sex',
  'Year group',
  'Email',
  'Mobile',
  'Telephone',
] as const

type Column = (typeof COLUMNS)[number]

/** Columns of `users.csv` that are read as they stand, both years' of them. */
const PLAIN: Readonly<Partial<Record<Column, string>>> = {
  Surname: 'familyname',
  Forename: 'givenname',
  'Middle names': 'middlename',
  'Preferred surname': 'preferredfamilyname',
  'Preferred forename': 'preferredgivenname',
  Email: 'email',
  Mobile: 'sms',
  Telephone: 'phone',
}
const SEXES = ['', 'F', 'M'] as const
const STUDENT = 'student'

/** Hands out the bytes of a file of the zip; undefined where there is none. */
export type FileOf = (name: string) => AsyncIterable<Uint8Array> | undefined

/** Whether files of these names are a OneRoster rather than something else. */
export function looksLikeOneRoster(names: readonly string[]): boolean {
  return names.includes('manifest.csv') && names.includes('users.csv')
}

/**
 * Reads a OneRoster. Its rows are those of `users.csv` that are students, by their line there.
 * @throws ListRefused here or while rows are read: `oneroster-part` for a file of changes alone, `oneroster-births` without
 *   birth dates, and whatever a table is refused for
 */
export async function readOneRoster(read: FileOf): Promise<{ table: Table; encoding: () => string }> {
  await checkManifest(read)
  const people = await readBirths(read)
  const saysRoles = await readStudents(read, people)
  const { table, seen } = await tableOfFile(read, 'users.csv')
  return {
    table: {
      columns: COLUMNS,
      rows: rowsOf(table, people, saysRoles),
      seen: table.seen,
    },
    encoding: () => seen().encoding,
  }
}

/** Which files are there as a whole: of changes alone nobody could be missed from a list. */
async function checkManifest(read: FileOf): Promise<void> {
  const { table } = await tableOfFile(read, 'manifest.csv')
  const cell = cellsBy(table.columns)
  for await (const { cells } of table.rows) {
    const [name, value] = [cell(cells, 'propertyname'), cell(cells, 'value').toLowerCase()]
    if (/^file\.(users|demographics|roles)$/i.test(name) && value === 'delta') throw new ListRefused('oneroster-part')
    if (/^file\.demographics$/i.test(name) && value === 'absent') throw new ListRefused('oneroster-births')
  }
}

/** What is kept of somebody until their row of `users.csv` comes: one number. */
function packed(day: number, sex: 0 | 1 | 2): number {
  return day * 8 + sex * 2
}

const IS_STUDENT = 1

/** What the demographics say of each. */
async function readBirths(read: FileOf): Promise<Sightings> {
  const people = new Sightings()
  if (read('demographics.csv') === undefined) throw new ListRefused('oneroster-births')
  const { table } = await tableOfFile(read, 'demographics.csv')
  const cell = cellsBy(table.columns)
  for await (const { cells } of table.rows) {
    const sex = cell(cells, 'sex').toLowerCase()
    people.set(
      cell(cells, 'sourcedid'),
      packed(dayNumber(cell(cells, 'birthdate')), sex === 'female' ? 1 : sex === 'male' ? 2 : 0),
    )
  }
  return people
}

/** Marks who is a student, where users do not say so themselves (1.2); false where they do (1.1). */
async function readStudents(read: FileOf, people: Sightings): Promise<boolean> {
  if (read('roles.csv') === undefined) return false
  const { table } = await tableOfFile(read, 'roles.csv')
  const cell = cellsBy(table.columns)
  for await (const { cells } of table.rows) {
    if (cell(cells, 'role').toLowerCase() !== STUDENT) continue
    const id = cell(cells, 'usersourcedid')
    people.set(id, (people.get(id) ?? 0) | IS_STUDENT)
  }
  return true
}

async function* rowsOf(users: Table, people: Sightings, saysRoles: boolean): AsyncGenerator<TableRow> {
  const cell = cellsBy(users.columns)
  let any = false
  for await (const { row, cells } of users.rows) {
    const id = cell(cells, 'sourcedid')
    const known = people.get(id) ?? 0
    const isStudent = saysRoles ? (known & IS_STUDENT) !== 0 : cell(cells, 'role').toLowerCase() === STUDENT
    if (!isStudent) continue
    any = true
    const ids = idsOf(cell(cells, 'userids'))
    const made = Object.create(null) as Record<Column, string>
    for (const column of COLUMNS) made[column] = cell(cells, PLAIN[column] ?? '')
    made.UPN = ids.get('upn') ?? cell(cells, 'metadata.uk.upn')
    made['Unique learner number'] = ids.get('uln') ?? cell(cells, 'metadata.uk.uln')
    made['Date of birth'] = dayText(Math.floor(known / 8))
    made.Sex = SEXES[(known >> 1) & 3] ?? ''
    made['Year group'] = cell(cells, 'grades').split(',')[0]?.trim() ?? ''
    yield { row, cells: made }
  }
  if (!any) throw new ListRefused('no-rows')
}

/** Ids of several kinds as OneRoster writes them: `{UPN:B801200005001},{ULN:1000000027}`. */
function idsOf(text: string): ReadonlyMap<string, string> {
  return new Map(
    [...text.matchAll(/\{([^{}:]{1,40}):([^{}]{1,40})\}/g)].map(([, kind = '', value = '']) => [
      kind.trim().toLowerCase(),
      value.trim(),
    ]),
  )
}

async function tableOfFile(read: FileOf, name: string) {
  const bytes = read(name)
  if (bytes === undefined) throw new ListRefused('not-oneroster')
  const { text, seen } = await decode(bytes)
  return { table: await readTable(text), seen }
}

/** A cell by the name of its column in small letters: systems write the names with capitals of their own. */
function cellsBy(columns: readonly string[]) {
  const names = new Map(columns.map(column => [column.toLowerCase(), column]))
  return (cells: Readonly<Record<string, string>>, name: string): string => cells[names.get(name) ?? ''] ?? ''
}

/** 2010-03-04 as 20100304; 0 for anything else, which is missed as a birth date then. */
function dayNumber(text: string): number {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(text)
  return parts ? Number(`${parts[1]}${parts[2]}${parts[3]}`) : 0
}

function dayText(day: number): string {
  // A year such as 0210 keeps its nought, so that whoever mends it sees what was sent.
  const text = String(day).padStart(8, '0')
  return day === 0 ? '' : `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`
}
