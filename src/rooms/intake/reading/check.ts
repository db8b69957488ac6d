/** One row of a list: read into a typed value, or what is wrong with it, cell by cell. */
import { ageOn, type Day, isAfter, isBefore } from '#ground/day.ts'
import type { OrganisationKind } from '#rooms/directory/index.ts'
import type { IdentifierKind } from '#rooms/people/index.ts'
import {
  attendanceCell,
  type Cell,
  emailCell,
  ethnicityCell,
  formerUpnCell,
  identifierCell,
  objectionCell,
  phoneCell,
  postcodeCell,
  senCell,
  sexCell,
  yearGroupCell,
  yesOrNoCell,
} from './cell-readers.ts'
import { isFormula, isNothing } from './cells.ts'
import type { DateColumn } from './date-column.ts'
import { type DateOptions, readDate } from './dates.ts'
import { type Field, isHeldField, type Mapping, mayCarryUpn, YES_OR_NO } from './fields.ts'
import { nameTrouble, splitFullName, tidyName } from './names.ts'
import {
  type CheckedRow,
  NOTHING_MORE,
  type ReadName,
  type ReadRow,
  type RowFault,
  type Said,
  type Trouble,
} from './read-row.ts'
import type { TableRow } from './table.ts'
import { HELD_BACK } from './words.ts'

export type CheckOptions = {
  readonly mapping: Mapping
  /** Whose list it is: a UPN is taken from education only. */
  readonly kind: OrganisationKind
  readonly today: Day
  /** Years of age. Rows of people younger or older are not kept at all. */
  readonly youngest: number
  readonly oldest: number
  /** Off until the partnership records its ground for holding NHS numbers. */
  readonly nhsAllowed: boolean
  /** What judgeDateColumn said of each column of dates. */
  readonly dateColumns?: Readonly<Record<string, DateColumn>>
}

/** The state of reading one row. */
type Desk = {
  readonly cells: Readonly<Record<string, string>>
  readonly faults: RowFault[]
  readonly notes: RowFault[]
}

/** A checker of the rows of one list. */
export function rowChecker(options: CheckOptions): (row: TableRow) => CheckedRow {
  const columnsOf = fieldColumns(options)
  const year = Number(options.today.slice(0, 4))
  const birthYears = { from: year - 110, to: year }
  const otherYears = { from: year - 30, to: year + 10 }

  return row => {
    const desk: Desk = { cells: row.cells, faults: [], notes: [] }
    const bornOn = readBirth(desk)
    if (bornOn !== undefined) {
      const age = ageOn(bornOn, options.today)
      if (age < options.youngest) return { outcome: 'not-kept', row: row.row, why: 'under-age' }
      if (age > options.oldest) return { outcome: 'not-kept', row: row.row, why: 'over-age' }
    }
    const name = readName(desk)
    const postcode = one(desk, 'postcode', postcodeCell)
    const objection = readObjection(desk)
    const base = { row: row.row, ...NOTHING_MORE, addressLines: addressLines(desk), postcode, objection }
    const rest = objection ? {} : readRest(desk)
    if (desk.faults.length > 0 || bornOn === undefined || name === undefined) {
      const who = { upn: rest.upn ?? null, uln: rest.uln ?? null, name: name ?? null }
      return { outcome: 'faulty', row: row.row, faults: desk.faults, objection, who }
    }
    const middle = objection ? '' : name.middle || text(desk, 'middle')
    const value: ReadRow = { ...base, ...rest, middle, bornOn, legal: { given: name.given, family: name.family } }
    noteFormulas(desk, objection)
    return { outcome: 'good', value, notes: desk.notes }
  }

  function readRest(desk: Desk): Partial<ReadRow> {
    const startedOn = date(desk, 'started-on')
    const leftOn = date(desk, 'left-on')
    if (startedOn !== null && leftOn !== null && isBefore(leftOn, startedOn))
      fault(desk, 'left-on', 'left-before-start')
    return {
      upn: identifier(desk, 'upn'),
      formerUpn: one(desk, 'former-upn', formerUpnCell),
      uln: identifier(desk, 'uln'),
      nhs: identifier(desk, 'nhs'),
      preferred: otherName(desk, 'preferred-given', 'preferred-family'),
      former: otherName(desk, 'former-given', 'former-family'),
      sex: one(desk, 'sex', sexCell),
      ethnicity: one(desk, 'ethnicity', ethnicityCell),
      phone: one(desk, 'phone', phoneCell),
      mobile: one(desk, 'mobile', phoneCell),
      email: one(desk, 'email', emailCell),
      yearGroup: one(desk, 'year-group', yearGroupCell),
      group: text(desk, 'group'),
      course: text(desk, 'course'),
      startedOn,
      plannedEndOn: date(desk, 'planned-end-on'),
      leftOn,
      leavingReason: text(desk, 'leaving-reason'),
      attendance: one(desk, 'attendance', attendanceCell),
      adult: readAdult(desk),
      ...readCharacteristics(desk),
      worker: text(desk, 'worker'),
      status: text(desk, 'status'),
    }
  }

  /** SEN by the census code, and the columns of single characteristics; of a plan that either of them tells of, both do. */
  function readCharacteristics(desk: Desk): Pick<ReadRow, 'sen' | 'characteristics'> {
    const sen = one(desk, 'sen', senCell)
    const said: Record<string, boolean> = sen === null ? {} : { 'sen-support': sen === 'K', 'ehc-plan': sen === 'E' }
    for (const field of YES_OR_NO) {
      const value = one(desk, field, yesOrNoCell)
      if (value !== null) said[field] = value || said[field] === true
    }
    // The return knows one or the other: a plan is more than support.
    if (said['ehc-plan'] === true) said['sen-support'] = false
    return { sen, characteristics: said satisfies Said }
  }

  function readBirth(desk: Desk): Day | undefined {
    const column = columnsOf('birth-date')[0]
    const typed = cell(desk, 'birth-date')
    if (column === undefined || typed === '') {
      fault(desk, 'birth-date', 'birth-date-missing')
      return undefined
    }
    const day = date(desk, 'birth-date', birthYears)
    if (day === null || !isAfter(day, options.today)) return day ?? undefined
    fault(desk, 'birth-date', 'in-future')
    return undefined
  }

  function date(desk: Desk, field: Field, years: DateOptions = otherYears): Day | null {
    const typed = cell(desk, field)
    if (typed === '') return null
    const column = options.dateColumns?.[columnsOf(field)[0] ?? '']
    const read = readDate(typed, { ...years, serials: column?.serials === true })
    if (read.ok && column?.order === 'american' && MONTH_COULD_BE_FIRST.test(typed)) {
      fault(desk, field, 'american-column', swapped(read.value))
      return null
    }
    if (read.ok) return read.value
    fault(desk, field, read.why === 'empty' ? 'not-a-date' : read.why, read.suggestion)
    return null
  }

  function readName(desk: Desk): (ReadName & { middle: string }) | undefined {
    const whole = cell(desk, 'full-name')
    const split = whole === '' ? undefined : splitFullName(whole)
    if (whole !== '' && split === undefined) {
      fault(desk, 'full-name', 'full-name-unclear')
      return undefined
    }
    const name = {
      given: tidyName(split?.given ?? cell(desk, 'given')),
      family: tidyName(split?.family ?? cell(desk, 'family')),
      middle: tidyName(split?.middle ?? ''),
    }
    for (const part of ['family', 'given'] as const) {
      const field = split === undefined ? part : 'full-name'
      const why = name[part] === '' ? (`${part}-missing` as const) : nameTrouble(name[part])
      if (why !== null) fault(desk, field, why)
    }
    return name
  }

  function otherName(desk: Desk, given: Field, family: Field): ReadName | null {
    const name = { given: tidyName(cell(desk, given)), family: tidyName(cell(desk, family)) }
    for (const [field, part] of [
      [given, name.given],
      [family, name.family],
    ] as const) {
      const why = part === '' ? null : nameTrouble(part)
      if (why !== null) fault(desk, field, why)
    }
    return name.given === '' && name.family === '' ? null : name
  }

  function identifier(desk: Desk, kind: IdentifierKind): string | null {
    return one(desk, kind, typed => identifierCell(kind, typed))
  }

  function readAdult(desk: Desk): ReadRow['adult'] {
    const name = text(desk, 'adult-name')
    if (name === '') return null
    return { name, relationship: text(desk, 'adult-relationship'), phone: one(desk, 'adult-phone', phoneCell) ?? '' }
  }

  function readObjection(desk: Desk): boolean {
    const { objects, unclear } = objectionCell(columnsOf('objection').map(column => desk.cells[column] ?? '')[0] ?? '')
    if (unclear) note(desk, 'objection', 'objection-unclear')
    return objects
  }

  function addressLines(desk: Desk): string[] {
    return columnsOf('address-line')
      .flatMap(column => (desk.cells[column] ?? '').split('\n'))
      .map(line => line.trim())
      .filter(line => !isNothing(line))
  }

  function one<Value>(desk: Desk, field: Field, read: (typed: string) => Cell<Value>): Value | null {
    const typed = cell(desk, field)
    if (typed === '') return null
    const found = read(typed)
    if ('value' in found) return found.value
    if ('note' in found) note(desk, field, found.note)
    else fault(desk, field, found.trouble, found.suggestion)
    return null
  }

  function text(desk: Desk, field: Field): string {
    const typed = cell(desk, field)
    if (typed.length > MOST_TEXT) fault(desk, field, 'too-long')
    return typed
  }

  /** The cell of a field, '' when it says nothing. Null and None are names somebody has. */
  function cell(desk: Desk, field: Field): string {
    const column = columnsOf(field)[0]
    const typed = column === undefined ? '' : (desk.cells[column] ?? '')
    return isNothing(typed) && !(NAMES.has(field) && /^(null|none|nil)$/i.test(typed)) ? '' : typed
  }

  function fault(desk: Desk, field: Field, trouble: Trouble, suggestion: string | null = null): void {
    desk.faults.push(about(desk, field, trouble, suggestion))
  }

  function note(desk: Desk, field: Field, trouble: Trouble): void {
    desk.notes.push(about(desk, field, trouble, null))
  }

  function about(desk: Desk, field: Field, trouble: Trouble, suggestion: string | null): RowFault {
    const column = columnsOf(field)[0] ?? ''
    return { column, field, value: shownValue(desk, column, field), trouble, suggestion }
  }

  /** Kept as text: the note is for whoever opens the list in a spreadsheet. */
  function noteFormulas(desk: Desk, objection: boolean): void {
    for (const [column, field] of Object.entries(options.mapping))
      if (
        field !== null &&
        (!objection || KEPT.has(field)) &&
        columnsOf(field).includes(column) &&
        isFormula(desk.cells[column] ?? '')
      )
        desk.notes.push({ column, field, value: shownValue(desk, column, field), trouble: 'formula', suggestion: null })
  }

  /** Of a column whose class those who bring lists in do not see, no value stands in what is wrong with it either (K6). */
  function shownValue(desk: Desk, column: string, field: Field): string {
    return isHeldField(field) ? HELD_BACK : (desk.cells[column] ?? '')
  }
}

/** Columns of the mapping that this kind of partner may not send: dropped at the door, and worth telling the data officer. */
export function columnsLeftOut(options: Pick<CheckOptions, 'mapping' | 'kind' | 'nhsAllowed'>): string[] {
  return Object.entries(options.mapping)
    .filter(([, field]) => field !== null && !isTaken(field, options))
    .map(([column]) => column)
}

function isTaken(field: Field, { kind, nhsAllowed }: Pick<CheckOptions, 'kind' | 'nhsAllowed'>): boolean {
  return field === 'upn' || field === 'former-upn' ? mayCarryUpn(kind) : field === 'nhs' ? nhsAllowed : true
}

function fieldColumns(options: CheckOptions): (field: Field) => readonly string[] {
  const columns = new Map<Field, string[]>()
  for (const [column, field] of Object.entries(options.mapping))
    if (field !== null && isTaken(field, options)) columns.set(field, [...(columns.get(field) ?? []), column])
  return field => columns.get(field) ?? NONE
}

function swapped(day: Day): string {
  return `${day.slice(0, 4)}-${day.slice(8, 10)}-${day.slice(5, 7)}`
}

/** What is kept of a row under objection. */
const KEPT: ReadonlySet<Field> = new Set<Field>([
  'family',
  'given',
  'full-name',
  'birth-date',
  'address-line',
  'postcode',
])
const NONE: readonly string[] = []
const MOST_TEXT = 500
const MONTH_COULD_BE_FIRST = /^\d{1,2}[/.\- ]\d{1,2}[/.\- ]/
const NAMES: ReadonlySet<Field> = new Set<Field>([
  'family',
  'given',
  'middle',
  'full-name',
  'preferred-family',
  'preferred-given',
  'former-family',
  'former-given',
])
