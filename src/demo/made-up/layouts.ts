/** How each partner writes a list: its column names, its way with dates, its delimiter and its code. */
import type { Day } from '#ground/day.ts'
import { shortMonth } from './listings.ts'
import type { ListFormat, ListKind } from './partnership.ts'
import type { BadKind, Listing } from './person.ts'

export type CellName =
  | 'upn'
  | 'uln'
  | 'family'
  | 'given'
  | 'middle'
  | 'fullName'
  | 'preferredFamily'
  | 'preferredGiven'
  | 'born'
  | 'sex'
  | 'ethnicity'
  | 'year'
  | 'group'
  | 'line1'
  | 'line2'
  | 'town'
  | 'postcode'
  | 'phone'
  | 'mobile'
  | 'email'
  | 'adultName'
  | 'adultRelation'
  | 'sen'
  | 'care'
  | 'objection'
  | 'course'
  | 'level'
  | 'start'
  | 'plannedEnd'
  | 'status'
  | 'left'
  | 'reason'
  | 'attendance'
  | 'lastAttended'
  | 'worker'

export type Layout = {
  readonly columns: readonly (readonly [header: string, cell: CellName])[]
  readonly delimiter: ',' | ';' | '\t'
  readonly encoding: 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'windows-1252'
  readonly newline: '\n' | '\r\n'
  readonly date: (day: string) => string
  /** Family names in capitals. */
  readonly capitals?: true
  readonly quoteAll?: true
}

const parts = (day: string) => ({ y: day.slice(0, 4), m: day.slice(5, 7), d: day.slice(8, 10) })
const slashed = (day: string) => `${parts(day).d}/${parts(day).m}/${parts(day).y}`
const bare = (day: string) => `${Number(parts(day).d)}/${Number(parts(day).m)}/${parts(day).y}`
const dotted = (day: string) => `${parts(day).d}.${parts(day).m}.${parts(day).y.slice(2)}`
const iso = (day: string) => day
const named = (day: string) => shortMonth(day as Day)

const CELLS_OF_ROLL: readonly CellName[] = [
  'upn',
  'uln',
  'family',
  'given',
  'middle',
  'preferredFamily',
  'preferredGiven',
  'born',
  'sex',
  'ethnicity',
  'year',
  'group',
  'line1',
  'line2',
  'town',
  'postcode',
  'phone',
  'adultName',
  'adultRelation',
  'sen',
  'objection',
  'left',
]
const ROLL_HEADERS = [
  'UPN,ULN,Legal Surname,Legal Forename,Middle Names,Preferred Surname,Preferred Forename,DOB,Sex,Ethnicity,NC Year,Reg Group,Address Line 1,Address Line 2,Town,Postcode,Home Phone,Parent Name,Parent Relation,SEN Status,Opt-out s72,Date of Leaving,Looked After',
  'Unique Pupil Number,Unique Learner Number,Surname,Forename,Middle name(s),Known as surname,Known as forename,Date of birth,Gender,Ethnicity code,Year group,Form,Address 1,Address 2,Address 3,Post code,Telephone,Parent/carer name,Parent/carer relationship,SEN provision,Section 72 opt-out,Leaving date,In care (LAC)',
  'upn,uln,legal_last_name,legal_first_name,middle_names,preferred_last_name,preferred_first_name,date_of_birth,legal_sex,ethnic_code,nc_year,tutor_group,address_street,address_2,address_town,address_postcode,home_phone,contact_1_name,contact_1_relationship,sen_code,yss_opt_out,date_left',
  'UPN;ULN;LegalSurname;LegalForename;MiddleNames;PreferredSurname;PreferredForename;Date Of Birth;Sex;Ethnic Code;NCYear;RegGroup;House;Street;Post Town;PostCode;Tel;Contact Name;Relationship;SEN;Objection Flag;Leaving Date',
]

const ROLLS: readonly Layout[] = [
  roll(0, { encoding: 'windows-1252', newline: '\r\n', date: slashed }),
  roll(1, { encoding: 'utf-8-bom', newline: '\r\n', date: slashed, quoteAll: true }),
  roll(2, { encoding: 'utf-8', newline: '\n', date: iso }),
  roll(3, { encoding: 'windows-1252', newline: '\r\n', date: bare, capitals: true }, ';'),
]

const COLLEGES: readonly Layout[] = [
  {
    columns: columnsOf(
      'Unique Learner Number,Surname,First name,Known As,Date of birth,Postcode,Mobile,Email,Course,Level,Start date,Planned end,Status',
      'uln,family,given,preferredGiven,born,postcode,mobile,email,course,level,start,plannedEnd,status',
    ),
    delimiter: ',',
    encoding: 'utf-8',
    newline: '\r\n',
    date: iso,
  },
  {
    columns: columnsOf(
      'ULN,Last Name,Forename,Preferred name,DOB,Sex,Home postcode,Mobile number,E-mail address,Course title,Aim level,Course start date,Planned end date,Enrolment status',
      'uln,family,given,preferredGiven,born,sex,postcode,mobile,email,course,level,start,plannedEnd,status',
    ),
    delimiter: ',',
    encoding: 'windows-1252',
    newline: '\r\n',
    date: named,
  },
]

const STARTS: Layout = {
  columns: columnsOf(
    'Name\tD.O.B.\tPostcode\tProgramme\tStart\tLeft\tReason\tAttendance %',
    'fullName,born,postcode,course,start,left,reason,attendance',
  ),
  delimiter: '\t',
  encoding: 'utf-8',
  newline: '\r\n',
  date: dotted,
}

const ATTENDANCE: Layout = {
  columns: columnsOf(
    'ULN,Trainee surname,Trainee forename,Date of Birth,Attendance %,Last attended',
    'uln,family,given,born,attendance,lastAttended',
  ),
  delimiter: ',',
  encoding: 'utf-8-bom',
  newline: '\r\n',
  date: slashed,
}

const JUSTICE: Layout = {
  columns: columnsOf(
    "Surname,Forename,Date of birth,Postcode,ULN,Worker's name,Start of contact",
    'family,given,born,postcode,uln,worker,start',
  ),
  delimiter: ',',
  encoding: 'windows-1252',
  newline: '\r\n',
  date: slashed,
}

/** What a Common Transfer File and a OneRoster have a place for, by the columns they are shown with when they are read. */
const SHOWN: Readonly<Record<Exclude<ListFormat, 'table'>, Layout>> = {
  ctf: shownAs(
    'UPN,Unique learner number,Surname,Forename,Middle names,Preferred surname,Preferred forename,Date of birth,Sex,Ethnicity,Year group,Address line 1,Address line 2,Address line 3,Postcode,Telephone,Parent or carer,Parent or carer relationship,SEN provision,Looked after,Leaving date',
    'upn,uln,family,given,middle,preferredFamily,preferredGiven,born,sex,ethnicity,year,line1,line2,town,postcode,phone,adultName,adultRelation,sen,care,left',
  ),
  oneroster: shownAs(
    'UPN,Unique learner number,Surname,Forename,Middle names,Preferred surname,Preferred forename,Date of birth,Sex,Year group,Telephone',
    'upn,uln,family,given,middle,preferredFamily,preferredGiven,born,sex,year,phone',
  ),
}

/** The way one organisation writes one kind of list. */
export function layoutOf(list: ListKind, style: number, format: ListFormat): Layout {
  if (format !== 'table') return SHOWN[format]
  switch (list) {
    case 'school-roll':
      return ROLLS[style % ROLLS.length] as Layout
    case 'enrolments':
      return COLLEGES[style % COLLEGES.length] as Layout
    case 'starts-and-leavers':
      // One of them exports "Unicode text", in capitals.
      return style === 1 ? { ...STARTS, encoding: 'utf-16le', capitals: true } : STARTS
    case 'attendance':
      return ATTENDANCE
    case 'youth-justice':
      return JUSTICE
  }
}

/** The cells of one row, and which of them is bad on purpose. */
export function cellsOf(
  listing: Listing,
  layout: Layout,
): { readonly cells: readonly string[]; readonly badColumn: string; readonly trouble: BadKind | '' } {
  const { shown, more } = listing
  const family = layout.capitals === true ? shown.family.toUpperCase() : shown.family
  const day = (text: string | undefined) => (text === undefined || text === '' ? '' : layout.date(text))
  const all: Readonly<Record<CellName, string>> = {
    ...shown,
    family,
    fullName: `${family}, ${shown.given}`,
    born: layout.date(shown.born),
    line1: shown.place.line1,
    line2: shown.place.line2,
    town: shown.place.town,
    postcode: shown.place.postcode,
    year: more['year'] ?? '',
    group: more['group'] ?? '',
    objection: more['objection'] ?? '',
    course: more['course'] ?? '',
    level: more['level'] ?? '',
    start: day(more['start']),
    plannedEnd: day(more['plannedEnd']),
    status: more['status'] ?? '',
    left: day(more['left']),
    reason: more['reason'] ?? '',
    attendance: more['attendance'] ?? '',
    lastAttended: day(more['lastAttended']),
    worker: more['worker'] ?? '',
  }
  const spoilt = listing.bad === null ? undefined : spoiltCell(listing, layout, all)
  const cells = layout.columns.map(([, cell]) => (spoilt?.cell === cell ? spoilt.value : all[cell]))
  const badColumn = layout.columns.find(([, cell]) => cell === spoilt?.cell)?.[0] ?? ''
  return { cells, badColumn, trouble: spoilt?.trouble ?? '' }
}

type Spoilt = { readonly cell: CellName; readonly value: string; readonly trouble: BadKind }

/** The bad cell of a row. What a list has no column for goes wrong in the birth date instead. */
function spoiltCell({ bad, shown }: Listing, layout: Layout, all: Readonly<Record<CellName, string>>): Spoilt {
  const has = (cell: CellName) => layout.columns.some(([, name]) => name === cell)
  if (bad === 'letter-o-for-zero' && has('uln') && all.uln.includes('0'))
    return { cell: 'uln', value: all.uln.replace(/0(?=[^0]*$)/, 'O'), trouble: bad }
  if (bad === 'bad-postcode' && has('postcode') && all.postcode !== '')
    return { cell: 'postcode', value: `${all.postcode.slice(0, -2)}CI`, trouble: bad }
  if (bad === 'empty-surname' && has('family')) return { cell: 'family', value: '', trouble: bad }
  if (bad === 'empty-surname') return { cell: 'fullName', value: shown.given, trouble: bad }
  const year = shown.born.slice(0, 4)
  if (bad === 'year-0202' && all.born.includes(year))
    return { cell: 'born', value: all.born.replace(year, `02${year.slice(2)}`), trouble: bad }
  return { cell: 'born', value: layout.date(`${year}-02-31`), trouble: 'no-such-day' }
}

function roll(
  style: number,
  how: Pick<Layout, 'encoding' | 'newline' | 'date' | 'quoteAll' | 'capitals'>,
  by: ',' | ';' = ',',
): Layout {
  // Two of the four say who is looked after.
  const cells = style < 2 ? [...CELLS_OF_ROLL, 'care'] : CELLS_OF_ROLL
  return { columns: columnsOf(ROLL_HEADERS[style] ?? '', cells.join(',')), delimiter: by, ...how }
}

function shownAs(headers: string, cells: string): Layout {
  return { columns: columnsOf(headers, cells), delimiter: ',', encoding: 'utf-8', newline: '\r\n', date: iso }
}

function columnsOf(headers: string, cells: string): Layout['columns'] {
  const names = cells.split(',') as CellName[]
  return headers.split(/[,;\t]/).map((header, i) => [header, names[i] as CellName] as const)
}
