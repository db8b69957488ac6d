/** Files of made-up people. Nothing is left to chance. */
import { addDays, type Day, partsOf } from '#ground/day.ts'
import { type ReturnRecord, returnYearOf } from '#rooms/tracking/index.ts'
import { EXAMPLE_AUTHORITY, EXAMPLE_PERIOD, exampleRecord } from '#rooms/tracking/national/examples.ts'
import type { ReturnHeader } from './nccis/profile.ts'
import { writeReturn } from './nccis/write.ts'

export function exampleHeader(periodEnd: Day = EXAMPLE_PERIOD): ReturnHeader {
  return {
    databases: [EXAMPLE_AUTHORITY],
    authorities: [EXAMPLE_AUTHORITY],
    dateOfSend: addDays(periodEnd, 1),
    periodEnd,
    supplierName: 'Example Supplier',
    supplierXmlVersion: '1',
    xmlSchemaVersion: '1',
  }
}

/** So many people, each with numbers and a name of their own, in the year groups of a return. */
export function* examplePeople(count: number, periodEnd: Day = EXAMPLE_PERIOD): Generator<ReturnRecord> {
  const groups = [11, 12, 12, 13] as const
  // One of each is worked out; the others differ in what must be their own.
  const bases = groups.map(group => exampleRecord({}, periodEnd, group))
  const { year } = partsOf(periodEnd)
  for (let at = 0; at < count; at++) {
    const base = bases[at % bases.length] ?? exampleRecord({}, periodEnd)
    const number = String(at + 1)
    yield {
      ...base,
      YoungPersonsID: EXAMPLE_AUTHORITY + number.padStart(10, '0'),
      UniqueLearnerNo: `1${number.padStart(9, '0')}`,
      UniquePupilNumber: `A383${String(year % 100).padStart(2, '0')}${number.padStart(7, '0')}`,
      FamilyName: `Example-${lettersOf(at)}`,
    }
  }
}

/** A file as it would be sent. */
export async function exampleFile(
  records: Iterable<ReturnRecord>,
  periodEnd: Day = EXAMPLE_PERIOD,
  header: ReturnHeader = exampleHeader(periodEnd),
): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of writeReturn(returnYearOf(periodEnd), header, records)) pieces.push(piece)
  return Buffer.concat(pieces)
}

/** Names have no digits: 0 is Aa, 1 is Ab. */
function lettersOf(number: number): string {
  let rest = number
  let letters = ''
  do {
    letters += String.fromCharCode(97 + (rest % 26))
    rest = Math.floor(rest / 26)
  } while (rest > 0)
  return letters
}
