/**
 * Reads the register as it streams: of some fifty thousand rows only those are kept that were chosen or that somebody in the
 * directory may be. Names of columns are the department's own; its codes stand in docs/rules/directory.md, with how sure they are.
 */
import { type Day, dayFromParts, isDay } from '#ground/day.ts'
import { toPostcode } from '../forms.ts'
import type { Organisation, OrganisationKind } from '../organisation.ts'
import {
  type Choice,
  type Establishment,
  type Phase,
  type RegisterFault,
  type RegisterRead,
  RegisterRefused,
  type RegisterTable,
  type RowTrouble,
} from './establishment.ts'

const NEEDED = ['URN', 'LA (code)', 'EstablishmentNumber', 'EstablishmentName', 'EstablishmentStatus (code)'] as const
/** As many rows in trouble are named. */
const MOST_NAMED = 200
const MOST_NAME = 200
const MOST_ADDRESS = 300
/** The youngest a partnership is for: a special school that ends before has nobody of theirs. */
const YOUNGEST = 13

/** Types of establishment by the department's code. */
const SPECIAL: ReadonlySet<string> = new Set(['7', '8', '10', '12', '32', '33', '36', '44'])
const ALTERNATIVE: ReadonlySet<string> = new Set(['14', '24', '38', '42', '43', '57'])
const SECURE: ReadonlySet<string> = new Set(['24', '57'])
const SIXTH_FORMS: ReadonlySet<string> = new Set(['31', '39', '45', '46'])
const FURTHER: ReadonlySet<string> = new Set(['18', '32'])
const COLLEGE_GROUP = '1'
const SPECIAL_GROUP = '5'

/** What is known of the directory while the file streams past. */
export type Known = {
  readonly urns: ReadonlySet<string>
  readonly laestabs: ReadonlySet<string>
  readonly ukprns: ReadonlySet<string>
}

/** The numbers by which organisations may be found in the register. */
export function knownOf(organisations: readonly Organisation[]): Known {
  const of = (key: 'urn' | 'laestab' | 'ukprn') =>
    new Set(organisations.flatMap(o => (o[key] === null ? [] : [plainNumber(o[key])])))
  return { urns: of('urn'), laestabs: of('laestab'), ukprns: of('ukprn') }
}

/** A LAESTAB as figures alone: it is written with a stroke or without. */
export function plainNumber(text: string): string {
  return text.replaceAll(/\D/g, '')
}

/**
 * Reads the whole file.
 * @throws RegisterRefused where it is no register, here or while its rows are read
 */
export async function readRegister(table: RegisterTable, choice: Choice, known: Known): Promise<RegisterRead> {
  const missing = NEEDED.filter(column => !table.columns.includes(column))
  if (missing.length > 0)
    throw new RegisterRefused(
      `This is not the register of establishments: it has no column ${missing.map(name => `“${name}”`).join(', ')}.`,
    )
  const establishments: Establishment[] = []
  const faults: RegisterFault[] = []
  let [rows, faultCount] = [0, 0]
  const seen = new Set<string>()
  const fault = (found: RegisterFault) => {
    faultCount++
    if (faults.length < MOST_NAMED) faults.push(found)
  }
  for await (const { row, cells } of table.rows) {
    rows++
    const read = readRow(row, cells, choice, known)
    if (read === undefined) continue
    if ('trouble' in read) fault(read)
    else if (seen.has(read.urn)) fault({ row, trouble: 'urn-twice', value: read.urn })
    else {
      seen.add(read.urn)
      establishments.push(read)
    }
  }
  const ragged = table.ragged()
  for (const { row, cells } of ragged.rows.slice(0, MOST_NAMED))
    faults.push({ row, trouble: 'cells', value: String(cells) })
  faults.sort((a, b) => a.row - b.row)
  return {
    rows: rows + ragged.count,
    establishments,
    faultCount: faultCount + ragged.count,
    faults: faults.slice(0, MOST_NAMED),
  }
}

/** One row: somebody's, nobody's of ours, or in trouble. Of a row that is nobody's only what all need is looked at. */
function readRow(
  row: number,
  cells: Readonly<Record<string, string>>,
  choice: Choice,
  known: Known,
): Establishment | RegisterFault | undefined {
  const cell = (name: string) => cells[name] ?? ''
  const code = (name: string) => cell(`${name} (code)`).replace(/^0+(?=.)/, '')
  const wrong = (trouble: RowTrouble, value: string): RegisterFault => ({ row, trouble, value: value.slice(0, 60) })
  const urn = cell('URN')
  if (!/^\d{6}$/.test(urn)) return wrong('urn', urn)
  const status = code('EstablishmentStatus')
  if (!/^[1-4]$/.test(status)) return wrong('status', cell('EstablishmentStatus (code)'))
  const authority = cell('LA (code)')
  if (!/^\d{3}$/.test(authority)) return wrong('authority', authority)
  const number = cell('EstablishmentNumber')
  if (!/^(\d{1,4})?$/.test(number)) return wrong('number', number)
  const laestab = number === '' ? null : authority + number.padStart(4, '0')
  const ukprn = cell('UKPRN')
  const before = laestabOf(cell('PreviousLA (code)') || cell('PreviousLA'), cell('PreviousEstablishmentNumber'))
  const phases = phasesOf(code('PhaseOfEducation'), code('TypeOfEstablishment'), code('EstablishmentTypeGroup'))
  const isOpen = status === '1' || status === '3'
  const isChosen =
    isOpen &&
    choice.authorities.includes(authority) &&
    phases.some(phase => choice.phases.includes(phase)) &&
    hasYoungPeople(cell('StatutoryHighAge'))
  const mayBeKnown =
    known.urns.has(urn) ||
    (laestab !== null && known.laestabs.has(laestab)) ||
    (before !== null && known.laestabs.has(before)) ||
    known.ukprns.has(ukprn)
  if ((!isChosen && !mayBeKnown) || status === '4') return undefined
  const name = cell('EstablishmentName').replaceAll(/\s+/g, ' ')
  if (name === '' || name.length > MOST_NAME) return wrong('name', name)
  if (ukprn !== '' && !/^1\d{7}$/.test(ukprn)) return wrong('ukprn', ukprn)
  const postcode = cell('Postcode') === '' ? null : toPostcode(cell('Postcode'))
  if (postcode === undefined) return wrong('postcode', cell('Postcode'))
  const closedOn = cell('CloseDate') === '' ? null : dayIn(cell('CloseDate'))
  if (closedOn === undefined) return wrong('closed-on', cell('CloseDate'))
  const type = code('TypeOfEstablishment')
  const tells = SECURE.has(type) ? 'offending' : /\b(hospital|medical)\b/i.test(name) ? 'health' : null
  return {
    row,
    urn,
    laestab,
    ukprn: ukprn === '' ? null : ukprn,
    name,
    town: cell('Town'),
    kind: kindOf(phases, type, name),
    tells,
    mayTell: tells !== null || phases.includes('special') || phases.includes('alternative'),
    state: isOpen ? 'open' : 'closed',
    closedOn,
    address: ['Street', 'Locality', 'Address3', 'Town', 'County (name)']
      .map(cell)
      .filter(line => line !== '')
      .join('\n')
      .slice(0, MOST_ADDRESS),
    postcode,
    before,
    isChosen,
  }
}

function laestabOf(authority: string, number: string): string | null {
  return /^\d{3}$/.test(authority) && /^\d{1,4}$/.test(number) ? authority + number.padStart(4, '0') : null
}

function phasesOf(phase: string, type: string, group: string): readonly Phase[] {
  const special = SPECIAL.has(type) || group === SPECIAL_GROUP
  const alternative = ALTERNATIVE.has(type)
  const college = FURTHER.has(type) || group === COLLEGE_GROUP
  // What an establishment is goes before the ages it is for: a unit of an all-through age is no all-through school.
  const ages: readonly Phase[] =
    special || alternative
      ? []
      : phase === '4' || phase === '5'
        ? ['secondary']
        : phase === '6'
          ? ['sixteen-plus']
          : phase === '7'
            ? ['all-through']
            : []
  return [
    ...ages,
    ...(special ? (['special'] as const) : []),
    ...(college ? (['colleges'] as const) : []),
    ...(alternative ? (['alternative'] as const) : []),
  ]
}

function kindOf(phases: readonly Phase[], type: string, name: string): OrganisationKind {
  if (SECURE.has(type)) return 'special-school'
  if (phases.includes('alternative')) return 'pupil-referral-unit'
  if (SIXTH_FORMS.has(type) || (phases.includes('colleges') && /\bsixth form\b/i.test(name.replaceAll('-', ' '))))
    return 'sixth-form-college'
  if (phases.includes('colleges')) return 'college'
  return phases.includes('special') ? 'special-school' : 'school'
}

function hasYoungPeople(highAge: string): boolean {
  return !/^\d{1,2}$/.test(highAge) || Number(highAge) >= YOUNGEST
}

/** A day as the department writes it (01-09-2024), or with strokes, or by the standard. */
function dayIn(text: string): Day | undefined {
  if (isDay(text)) return text
  const parts = /^(\d{2})[-/](\d{2})[-/](\d{4})$/.exec(text)
  return parts ? dayFromParts(Number(parts[3]), Number(parts[2]), Number(parts[1])) : undefined
}
