/** Establishment registers for tests: the department's columns, made-up schools, in Windows-1252 as it is published. */
import iconv from 'iconv-lite'

const COLUMNS = [
  'URN',
  'LA (code)',
  'LA (name)',
  'EstablishmentNumber',
  'EstablishmentName',
  'TypeOfEstablishment (code)',
  'EstablishmentTypeGroup (code)',
  'EstablishmentStatus (code)',
  'OpenDate',
  'CloseDate',
  'PhaseOfEducation (code)',
  'StatutoryLowAge',
  'StatutoryHighAge',
  'UKPRN',
  'Street',
  'Locality',
  'Address3',
  'Town',
  'County (name)',
  'Postcode',
  'PreviousLA (code)',
  'PreviousEstablishmentNumber',
] as const

export type RegisterRow = Readonly<Partial<Record<(typeof COLUMNS)[number], string>>>

/** An open secondary school of a made-up authority, with whatever is said otherwise. */
export function establishment(urn: string, name: string, otherwise: RegisterRow = {}): RegisterRow {
  return {
    URN: urn,
    'LA (code)': '381',
    'LA (name)': 'Made-up Council',
    EstablishmentNumber: urn.slice(2),
    EstablishmentName: name,
    'TypeOfEstablishment (code)': '01',
    'EstablishmentTypeGroup (code)': '4',
    'EstablishmentStatus (code)': '1',
    'PhaseOfEducation (code)': '4',
    StatutoryLowAge: '11',
    StatutoryHighAge: '16',
    UKPRN: `19${urn}`,
    Street: `${Number(urn.slice(3))} Example Road`,
    Town: 'Sampleton',
    Postcode: 'HX1 9ZZ',
    ...otherwise,
  }
}

/** The file. */
export function registerOf(rows: readonly RegisterRow[]): Buffer {
  const line = (cells: readonly string[]) => `${cells.map(cell => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`
  const text = line(COLUMNS) + rows.map(row => line(COLUMNS.map(column => row[column] ?? ''))).join('')
  return iconv.encode(text, 'win1252')
}
