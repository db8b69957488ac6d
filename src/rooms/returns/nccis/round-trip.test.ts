import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  emptyRecord,
  ITEMS,
  type Item,
  profileYear,
  RETURN_YEARS,
  type ReturnRecord,
  yearText,
} from '#rooms/tracking/index.ts'
import { exampleFile, exampleHeader, examplePeople } from '../examples.ts'
import { profileOf, type ReturnHeader } from './profile.ts'
import { readReturn } from './read.ts'
import { writeReturn } from './write.ts'

/** Any text XML can say, without spaces at its ends: those are none of a value. */
const value = fc
  .oneof(
    fc.string({ maxLength: 12 }),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
    fc.constantFrom('', 'A & B <c> "d"', ']]>', '&amp;', 'line\nend', 'one\r\ntwo', '<!--', '\u00a0x\u00a0'),
  )
  .map(text =>
    text.replaceAll(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '').replaceAll(/^[ \t\r\n]+|[ \t\r\n]+$/g, ''),
  )
const filled = value.filter(text => text !== '')

const header: fc.Arbitrary<ReturnHeader> = fc.record({
  databases: fc.array(filled, { maxLength: 3 }),
  authorities: fc.array(filled, { maxLength: 3 }),
  dateOfSend: value,
  periodEnd: value,
  supplierName: value,
  supplierXmlVersion: value,
  xmlSchemaVersion: value,
})

function recordOf(year: number): fc.Arbitrary<ReturnRecord> {
  const items = profileOf(year)
    .places.map(place => place.item)
    .filter((item): item is Item => item !== 'characteristics')
  return fc
    .tuple(fc.record(Object.fromEntries(items.map(item => [item, value]))), fc.array(filled, { maxLength: 4 }))
    .map(([values, characteristics]) => ({ ...emptyRecord(), ...values, characteristics }))
}

async function readAll(bytes: AsyncIterable<Uint8Array>) {
  const headers: ReturnHeader[] = []
  const records: ReturnRecord[] = []
  for await (const part of readReturn(bytes)) {
    if (part.kind === 'header') headers.push(part.header)
    else if (part.kind === 'record') records.push(part.record)
    else throw new Error(`${part.cause} at line ${part.line}`)
  }
  return { headers, records }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

describe('What is written is read again', () => {
  it.each(RETURN_YEARS.map(year => [yearText(year), year] as const))(
    'as it was, by the profile of %s',
    async (_, year) => {
      await fc.assert(
        fc.asyncProperty(header, fc.array(recordOf(year), { maxLength: 4 }), async (top, records) => {
          const read = await readAll(writeReturn(year, top, records))
          expect(read.headers).toEqual([top])
          expect(read.records).toEqual(records)
        }),
        { numRuns: 40 },
      )
    },
  )

  it('has the root, the items and the order of its year', async () => {
    const tags = async (year: number) => {
      const bytes: Buffer[] = []
      for await (const piece of writeReturn(year, exampleHeader(), examplePeople(1))) bytes.push(piece)
      return [
        ...Buffer.concat(bytes)
          .toString()
          .matchAll(/<(\w+)>/g),
      ].map(match => match[1] ?? '')
    }
    const [of2015, of2019] = [await tags(2015), await tags(2019)]
    expect([of2015[0], of2019[0]]).toEqual(['NCCIS2015', 'NCCIS'])
    expect(of2015.filter(tag => !of2019.includes(tag))).toEqual([
      'NCCIS2015',
      'YouthContractIndicator',
      'YouthContractStartDate',
    ])
    expect(of2019.filter(tag => !of2015.includes(tag))).toEqual(['NCCIS', 'SENSupportFlag'])
    expect(of2019.slice(of2019.indexOf('YoungPersonsRecord'))).toEqual([
      'YoungPersonsRecord',
      'PersonalDetails',
      ...ITEMS.slice(0, ITEMS.indexOf('PreviousYPIDIdentifier') + 1).filter(item => !item.startsWith('YouthContract')),
      'SeptemberGuarantee',
      'LevelOfNeed',
      'LevelOfNeedCode',
      'SENDFlag',
      'SENSupportFlag',
      'Activities',
      'Cohort',
      ...ITEMS.slice(ITEMS.indexOf('ActivityCode'), -1),
      'IntendedDestination',
      'IntendedDestinationYr11',
    ])
    expect(profileOf(profileYear(2040)).year).toBe(2026)
  })

  it('leaves out what XML cannot say, and nothing beside it', async () => {
    const [person] = examplePeople(1)
    const bytes = await exampleFile([{ ...(person as ReturnRecord), Town: 'Ex\u0000am\uD800ple\uFFFF town' }])
    expect((await readAll(once(bytes))).records[0]?.Town).toBe('Ex am ple  town')
  })

  it('reads other spellings, and characteristics wherever they are repeated', async () => {
    const [person] = examplePeople(1)
    const bytes = await exampleFile([
      {
        ...(person as ReturnRecord),
        characteristics: ['110', '160'],
        NEETStartDate: '2019-09-04',
        TransferredToLACode: '381',
      },
    ])
    const other = bytes
      .toString()
      .replaceAll('NEETStartDate', 'NeetStartDate')
      .replaceAll('DatabaseID', 'DatabaseId')
      .replaceAll('LevelOfNeedCode', 'LevelofNeedCode')
      .replaceAll('TransferredToLACode', 'TransferredToLEACode')
      .replace(/(<\/CharacteristicCode>)/, '$1</Characteristics><Characteristics>')
    expect(await readAll(once(Buffer.from(other)))).toEqual(await readAll(once(bytes)))
    expect(other).not.toBe(bytes.toString())
  })
})
