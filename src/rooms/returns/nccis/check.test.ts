import { describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import { RECORD_RULES, type ReturnRecord, returnYearOf } from '#rooms/tracking/index.ts'
import { EXAMPLE_PERIOD, exampleRecord } from '#rooms/tracking/national/examples.ts'
import { RETURN_CASES } from '#test/return-cases.ts'
import { exampleFile, exampleHeader, examplePeople } from '../examples.ts'
import { checkReturn, type Fault, messageOf } from './check.ts'

type Told = Pick<Fault, 'error' | 'line' | 'person' | 'refuses' | 'blocks'> & { message: string }

async function check(bytes: Buffer | string, year?: number) {
  const faults: Told[] = []
  async function* open(): AsyncGenerator<Uint8Array> {
    // In small pieces, as from a disk.
    const all = Buffer.from(bytes as string)
    for (let at = 0; at < all.length; at += 1000) yield all.subarray(at, at + 1000)
  }
  const checked = await checkReturn(open, year, fault => faults.push({ ...fault, message: messageOf(fault) }))
  return { checked, faults, errors: faults.map(one => one.error) }
}

const people = (count: number) => [...examplePeople(count)]

/** A good file of two people, with some of its text otherwise. */
async function changed(from: string | RegExp, to: string) {
  const text = (await exampleFile(people(2))).toString()
  const other = text.replace(from, to)
  expect(other).not.toBe(text)
  return other
}

const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length

describe('Checking a file of the return', () => {
  it('finds nothing in a good one, and says what it is', async () => {
    const { checked, faults } = await check(await exampleFile(people(50)))
    expect(faults).toEqual([])
    expect(checked).toMatchObject({
      people: 50,
      periodEnd: '2019-11-30',
      year: 2019,
      otherYear: undefined,
      isWhole: true,
      blocking: 0,
      advice: 0,
    })
  })

  it('finds every error of a file that is broken on purpose in every rule, and no other', async () => {
    for (const period of new Set(RETURN_CASES.map(one => one.period ?? EXAMPLE_PERIOD))) {
      const cases = RETURN_CASES.filter(one => (one.period ?? EXAMPLE_PERIOD) === period)
      const records = cases.map(({ bad, yearGroup }, at) =>
        exampleRecord(
          {
            YoungPersonsID: `383${String(at).padStart(10, '0')}`,
            UniqueLearnerNo: String(2_000_000_000 + at),
            GivenName: 'Amira'.padEnd(6 + at, 'a'),
            ...bad,
          },
          period,
          yearGroup,
        ),
      )
      const expected = cases.flatMap(({ key, also = [] }) =>
        [key, ...also].map(name => RECORD_RULES.find(one => one.key === name)?.error ?? name),
      )
      const { errors, checked } = await check(await exampleFile(records, period))
      expect([period, ...errors.toSorted()]).toEqual([period, ...expected.toSorted()])
      expect(checked.blocking).toBe(expected.length)
      expect(checked.people).toBe(records.length)
    }
    const broken = new Set(RETURN_CASES.map(one => one.key))
    expect(RECORD_RULES.map(one => one.key).filter(key => !broken.has(key))).toEqual([])
  })

  it('tells the line of the item, the number of the person and the faulty value', async () => {
    const text = await changed('<ActivityCode>210<', '<ActivityCode>999<')
    const { faults } = await check(text)
    expect(faults).toEqual([
      {
        error: '200, 201',
        line: lineOf(text, '>999<'),
        person: '3830000000002',
        says: 'ActivityCode: The activity is not in the list of this year. Choose one that is.',
        here: 'Here: ActivityCode "999".',
        message:
          'ActivityCode: The activity is not in the list of this year. Choose one that is. Here: ActivityCode "999".',
        blocks: true,
        refuses: false,
      },
    ])
  })

  it('tells of a person nothing but their number: no name, address, birth date, UPN, ULN or postcode, wherever it stands', async () => {
    const hidden = 'Zebedee-Planted 12'
    const bad: Partial<ReturnRecord>[] = [
      ...RETURN_CASES.map(one => one.bad),
      ...Object.keys(exampleRecord()).map(item => ({
        [item]: item === 'characteristics' ? [hidden] : `${hidden} & more words`,
      })),
    ]
    const records = bad.map(changes =>
      exampleRecord({
        GivenName: 'Plantedgiven1',
        MiddleName: 'Plantedmiddle1',
        FamilyName: 'Plantedfamily1',
        AddressLine1: 'Plantedstreet 1',
        Postcode: 'PL99 9ZZ9',
        UniqueLearnerNo: '98765432109',
        UniquePupilNumber: 'PLANTEDUPN',
        ...changes,
      }),
    )
    for (const period of ['2015-11-30', '2019-11-30', '2026-11-30']) {
      const { faults } = await check(await exampleFile(records, toDay(period)))
      expect(faults.length).toBeGreaterThan(100)
      const all = JSON.stringify(faults)
      for (const planted of ['Planted', 'PL99', '98765432109', 'PLANTEDUPN', 'Zebedee'])
        expect(all).not.toContain(planted)
    }
  })

  it('907 (certain): a ULN is of one person, but for whoever has status M', async () => {
    const [a, b, c] = people(3) as [ReturnRecord, ReturnRecord, ReturnRecord]
    const same = { UniqueLearnerNo: a.UniqueLearnerNo }
    const text = (await exampleFile([a, { ...b, ...same }, { ...c, ...same, CohortStatus: 'M' }])).toString()
    const { faults } = await check(text)
    const [first = '', second] = [...text.matchAll(/UniqueLearnerNo>1000000001</g)].map(m =>
      String(text.slice(0, m.index).split('\n').length),
    )
    expect(faults.map(({ error, line, person, blocks }) => [error, String(line), person, blocks])).toEqual([
      ['907', second, b.YoungPersonsID, true],
    ])
    expect(faults[0]?.message).toContain(`The first is at line ${first}.`)
    expect((await check(await exampleFile([a, b, { ...c, ...same, CohortStatus: 'M' }]))).faults).toEqual([])
  })

  it('908 (certain): the same names and birth date are advice, which does not count', async () => {
    const [a, , c] = people(3) as [ReturnRecord, ReturnRecord, ReturnRecord]
    const twin = { FamilyName: a.FamilyName.toUpperCase(), DOB: a.DOB }
    const like = { ...a, ...twin, YoungPersonsID: c.YoungPersonsID, UniqueLearnerNo: c.UniqueLearnerNo }
    const { faults, checked } = await check(await exampleFile([a, like]))
    expect(faults.map(({ error, blocks }) => [error, blocks])).toEqual([['908', false]])
    expect([checked.blocking, checked.advice]).toEqual([0, 1])
    expect((await check(await exampleFile([a, { ...like, GivenName: 'Amir' }]))).faults).toEqual([])
  })

  it('1, 902, 903 (likely): nobody is sent twice', async () => {
    const [a, b] = people(2) as [ReturnRecord, ReturnRecord]
    const { errors, checked } = await check(await exampleFile([a, { ...b, YoungPersonsID: a.YoungPersonsID }]))
    expect(errors).toEqual(['1, 902, 903'])
    expect(checked.blocking).toBe(1)
  })

  it('finds everything that repeats among many, and nothing else', async () => {
    const many = people(3000)
    const again = many.filter((_, at) => at % 100 === 0).map(one => ({ ...one, FamilyName: `${one.FamilyName}-again` }))
    const { errors, checked } = await check(await exampleFile([...many, ...again]))
    expect(errors.toSorted()).toEqual([...again.map(() => '1, 902, 903'), ...again.map(() => '907')])
    expect(checked.hasMoreRepeats).toBe(false)
  })
})

describe('A file that is refused as a whole', () => {
  it.each([
    ['no header', /<FileHeader>[^]*<\/FileHeader>/, '', ['file: There is no FileHeader.']],
    [
      'two headers',
      /(<FileHeader>[^]*<\/FileHeader>)/,
      '$1$1',
      ['file: There is a second FileHeader. A file has one.'],
    ],
    ['a bad database', '<DatabaseID>383<', '<DatabaseID>38<', ['file: Databases in the header']],
    ['no database', '<DatabaseID>383<', '<DatabaseID><', ['file: Databases in the header']],
    ['a bad authority', '<LEACode>383<', '<LEACode>999<', ['file: SourceLEAs in the header']],
    ['a bad day of sending', '2019-12-01', '01/12/2019', ['file: DateOfSend in the header']],
    ['a bad end of the period', '<PeriodEnd>2019-11-30', '<PeriodEnd>2019-11-31', ['file: PeriodEnd in the header']],
    ['no details (file)', /<PersonalDetails>[^]*?<\/PersonalDetails>/, '', ['file: A record has no PersonalDetails.']],
    ['240 (certain): no activities', /<Activities>[^]*?<\/Activities>/, '', ['240: A record has no Activities.']],
    ['904 (certain): status X', '<CohortStatus>P', '<CohortStatus>X', ['904: CohortStatus is none of']],
    ['an item twice', '<Gender>F</Gender>', '<Gender>F</Gender><Gender>M</Gender>', ['file: Gender is there twice']],
    [
      'text beside elements',
      '<SeptemberGuarantee>',
      '<SeptemberGuarantee>none',
      ['file: There is text in SeptemberGuarantee'],
    ],
    [
      'an element in a value',
      '<Gender>F</Gender>',
      '<Gender><b>F</b></Gender>',
      ['file: There is an element in Gender'],
    ],
    [
      'an & that is not escaped',
      'Example School',
      'Example & School',
      ['file: There is an & that is not written as &amp;.'],
    ],
    ['another root', /NCCIS>/g, 'ILR>', ['file: The file begins with <ILR>.']],
    ['a root that is not closed', '</NCCIS>', '', ['file: The file ends before <NCCIS> is closed.']],
    ['two roots', '</NCCIS>', '</NCCIS><NCCIS></NCCIS>', ['file: <NCCIS> begins after the file was closed.']],
    [
      'an entity bomb',
      '<NCCIS>',
      '<!DOCTYPE NCCIS [<!ENTITY a "&b;&b;">]><NCCIS>',
      ['file: The DOCTYPE declares things'],
    ],
  ])('%s: is told first, and blocks', async (_name, from, to, expected) => {
    const { faults, checked } = await check(await changed(from, to))
    const refusals = faults.filter(one => one.refuses)
    expect(refusals.map(one => `${one.error}: ${one.message}`)).toEqual(
      expected.map(words => expect.stringContaining(words)),
    )
    expect(faults.slice(0, refusals.length)).toEqual(refusals)
    expect(refusals.every(one => one.blocks && one.line > 0)).toBe(true)
    expect(checked.refusals).toBe(expected.length)
    expect(checked.blocking).toBeGreaterThanOrEqual(expected.length)
  })

  it('takes a DOCTYPE that declares nothing', async () => {
    const { faults } = await check(await changed('<NCCIS>', '<!DOCTYPE NCCIS2019>\n<NCCIS>'))
    expect(faults).toEqual([])
  })

  it('checks the people before the place where it breaks off', async () => {
    const text = (await exampleFile(people(4).map((one, at) => (at === 1 ? { ...one, Gender: '?' } : one)))).toString()
    const cut = text.slice(0, text.indexOf('3830000000004'))
    const { faults, checked } = await check(cut)
    expect(faults.map(one => [one.error, one.refuses])).toEqual([
      ['file', true],
      ['4, 5', false],
    ])
    expect([checked.people, checked.isWhole]).toEqual([3, false])
  })

  it('tells the number of a person only where it is one', async () => {
    const { faults } = await check(
      await changed(/3830000000001<([^]*?)<CohortStatus>P/, 'Amira Example<$1<CohortStatus>X'),
    )
    expect(faults.map(one => [one.error, one.person])).toEqual([
      ['904', ''],
      ['1, 902, 903', ''],
      ['1, 902, 903', ''],
    ])
    expect(JSON.stringify(faults)).not.toContain('Amira')
  })

  it('passes over elements it does not know, and counts them', async () => {
    const { faults, checked } = await check(await changed(/<Gender>/g, '<Sex><Code>1</Code></Sex><Gender>'))
    expect(faults).toEqual([])
    expect([...checked.unknown]).toEqual([['Sex', 2]])
  })

  it('is checked against the year asked for, and says that it is another', async () => {
    const file = await exampleFile(people(1).map(one => ({ ...one, Ethnicity: 'BBRI' })))
    expect((await check(file)).errors).toEqual(['6, 7'])
    const { errors, checked } = await check(file, 2020)
    expect(errors).toEqual([])
    expect([checked.year, checked.otherYear]).toEqual([2020, 2019])
  })

  it('still asks what does not hang on a header that is not good', async () => {
    const header = { ...exampleHeader(), databases: [], authorities: [], periodEnd: '' }
    const file = await exampleFile([exampleRecord({ Postcode: 'LS1' })], EXAMPLE_PERIOD, header)
    const { errors, checked } = await check(file, returnYearOf(EXAMPLE_PERIOD))
    expect(errors).toEqual(['file', 'file', 'file', '32, 43'])
    expect(checked.periodEnd).toBeUndefined()
  })

  it('says so when it is changed between the two readings', async () => {
    const whole = await exampleFile(people(2))
    let readings = 0
    async function* open(): AsyncGenerator<Uint8Array> {
      readings++
      yield readings === 1 ? whole : whole.subarray(0, whole.length - 20)
    }
    const faults: Fault[] = []
    const checked = await checkReturn(open, undefined, fault => faults.push(fault))
    expect(faults.map(messageOf)).toEqual(['The file was changed while it was read. Check it again.'])
    expect(checked.blocking).toBe(1)
  })
})
