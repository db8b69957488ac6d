import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnsLeftOut, rowChecker } from './check.ts'
import { checkWhole, file, TODAY } from './examples.ts'
import { FIELDS, type Mapping } from './fields.ts'
import type { CheckedRow } from './read-row.ts'
import { faultSentence, refusalSentence, refusalWords, troubleWords } from './words.ts'

const HEADER =
  'UPN,ULN,NHS Number,Surname,Forename,Preferred Forename,DOB,Sex,Ethnicity,Address 1,Address 2,Postcode,Phone,Email,Year,Start,Left,Attendance,Parent name,SEN,Opt-out s72'
const GOOD: Readonly<Record<string, string>> = {
  UPN: 'B801200005001',
  ULN: '9276308686',
  'NHS Number': '',
  Surname: 'SPECIMEN-EXAMPLE',
  Forename: 'Siân',
  'Preferred Forename': 'Shaz',
  DOB: '3/3/2009',
  Sex: 'Female',
  Ethnicity: 'wbri',
  'Address 1': '1 Made Up Row',
  'Address 2': 'Halifax',
  Postcode: 'hx11aa',
  Phone: '+44 1422 000 000',
  Email: 'sian@example.org',
  Year: 'Year 12',
  Start: '01/09/2025',
  Left: '',
  Attendance: '87.5%',
  'Parent name': 'Kim Specimen',
  SEN: 'K',
  'Opt-out s72': 'N',
}

async function checkRow(change: Readonly<Record<string, string>>, options = {}): Promise<CheckedRow> {
  const cells = { ...GOOD, ...change }
  const line = HEADER.split(',').map(column => `"${(cells[column] ?? '').replaceAll('"', '""')}"`)
  const [row] = await checkWhole(file(HEADER, line.join(',')), options)
  if (row === undefined) throw new Error('no row')
  return row
}

describe('Checking a row', () => {
  it('reads a good row into typed values', async () => {
    expect(await checkRow({})).toEqual({
      outcome: 'good',
      notes: [],
      value: {
        row: 2,
        upn: 'B801200005001',
        uln: '9276308686',
        nhs: null,
        legal: { given: 'Siân', family: 'Specimen-Example' },
        middle: '',
        preferred: { given: 'Shaz', family: '' },
        former: null,
        formerUpn: null,
        bornOn: '2009-03-03',
        sex: 'F',
        ethnicity: 'WBRI',
        addressLines: ['1 Made Up Row', 'Halifax'],
        postcode: 'HX1 1AA',
        phone: '+44 1422 000 000',
        mobile: null,
        email: 'sian@example.org',
        yearGroup: 12,
        group: '',
        course: '',
        startedOn: '2025-09-01',
        plannedEndOn: null,
        leftOn: null,
        leavingReason: '',
        attendance: 87.5,
        adult: { name: 'Kim Specimen', relationship: '', phone: '' },
        sen: 'K',
        characteristics: { 'sen-support': true, 'ehc-plan': false },
        worker: '',
        status: '',
        objection: false,
      },
    })
  })

  it.each([
    ['Surname', '', 'family-missing', null],
    ['Forename', ' - ', 'given-missing', null],
    ['Forename', 'Si�n', 'broken-letters', null],
    ['Forename', 'SiÃ¢n', 'broken-letters', null],
    ['Surname', 'Exampl3', 'name-with-figures', null],
    ['Surname', 'x'.repeat(101), 'too-long', null],
    ['DOB', '', 'birth-date-missing', null],
    ['DOB', '31/02/2010', 'no-such-day', null],
    ['DOB', '29/02/2009', 'no-such-day', null],
    ['DOB', '03/04/0209', 'year-0202', '2009-04-03'],
    ['DOB', '03/25/2009', 'ambiguous-american', '2009-03-25'],
    ['DOB', '03/12/2026', 'in-future', null],
    ['DOB', 'March', 'not-a-date', null],
    ['ULN', '10000000O2', 'letter-o-for-zero', null],
    ['ULN', '1O00000027', 'letter-o-for-zero', '1000000027'],
    ['ULN', '9276308688', 'wrong-check', null],
    ['ULN', '9434765919', 'is-nhs', null],
    ['ULN', '9.27631E+09', 'shortened-number', null],
    ['UPN', 'A801200005001', 'wrong-check', null],
    ['UPN', 'B80120000500', 'wrong-length', null],
    ['Postcode', 'HX1 1CI', 'not-a-postcode', null],
    ['Left', '01/08/2025', 'left-before-start', null],
    ['Left', '31/06/2026', 'no-such-day', null],
    ['SEN', 'Q', 'unknown-sen', null],
  ])('refuses %s "%s": %s', async (column, value, trouble, suggestion) => {
    const checked = await checkRow({ [column]: value })
    expect(checked).toMatchObject({ outcome: 'faulty', faults: [{ column, value: value.trim(), trouble, suggestion }] })
  })

  it('names every fault of a row at once', async () => {
    const checked = await checkRow({ Surname: '', DOB: '31/02/2010', Postcode: 'nowhere' })
    expect(checked.outcome === 'faulty' && checked.faults.map(f => f.trouble)).toEqual([
      'no-such-day',
      'family-missing',
      'not-a-postcode',
    ])
  })

  it.each([
    ['Surname', 'Null', 'family', 'Null'],
    ['ULN', '="9276308686"', 'uln', '9276308686'],
    ['DOB', '29/02/2008', 'bornOn', '2008-02-29'],
    ['UPN', 'x00180001701a', 'upn', 'X00180001701A'],
    ['Attendance', '0.5', 'attendance', 50],
    ['Year', 'Yr 13', 'yearGroup', 13],
  ])('takes %s "%s"', async (column, value, field, read) => {
    const checked = await checkRow({ [column]: value })
    if (checked.outcome !== 'good') throw new Error(JSON.stringify(checked))
    expect({ ...checked.value, family: checked.value.legal.family }).toMatchObject({ [field]: read })
  })

  it.each([
    ['ULN', '9999999999', 'placeholder', 'uln', null],
    ['UPN', 'UN1', 'placeholder', 'upn', null],
    ['Postcode', 'ZZ99 3VZ', 'no-fixed-abode', 'postcode', null],
    ['Email', 'none at all', 'odd-email', 'email', null],
    ['Phone', 'ask mum', 'odd-phone', 'phone', null],
    ['Sex', 'X', 'unknown-sex', 'sex', null],
    ['Ethnicity', 'WIRT', 'unknown-ethnicity', 'ethnicity', null],
    ['Attendance', '187', 'odd-attendance', 'attendance', null],
    ['Year', 'Oak', 'odd-year-group', 'yearGroup', null],
    ['Forename', '=HYPERLINK("x")', 'formula', 'startedOn', '2025-09-01'],
    ['Parent name', '@SUM(A1)', 'formula', 'uln', '9276308686'],
    ['Parent name', '-cmd|calc', 'formula', 'uln', '9276308686'],
  ])('takes the row with %s "%s" and notes: %s', async (column, value, trouble, field, read) => {
    const checked = await checkRow({ [column]: value })
    expect(checked).toMatchObject({ outcome: 'good', value: { [field]: read }, notes: [{ column, trouble }] })
  })

  it.each([
    ['24/11/2013', 'under-age'],
    ['23/11/2000', 'over-age'],
    ['3/3/1979', 'over-age'],
  ])('keeps nothing of somebody born on %s, faults or not', async (DOB, why) => {
    expect(await checkRow({ DOB, ULN: 'nonsense' })).toEqual({ outcome: 'not-kept', row: 2, why })
  })

  it.each(['23/11/2013', '24/11/2000'])('keeps somebody born on %s: 13 today, still 25 today', async DOB => {
    expect((await checkRow({ DOB })).outcome).toBe('good')
  })

  it.each(['Y', 'yes', '1', 'X', 'TRUE', 'Opted out', 'see letter'])('honours the objection "%s"', async flag => {
    const checked = await checkRow({ 'Opt-out s72': flag, ULN: 'nonsense', 'Parent name': '=A1', Attendance: '300' })
    if (checked.outcome !== 'good') throw new Error(JSON.stringify(checked))
    const { row, legal, bornOn, addressLines, postcode, objection, ...rest } = checked.value
    expect({ row, legal, bornOn, addressLines, postcode, objection }).toEqual({
      row: 2,
      legal: { given: 'Siân', family: 'Specimen-Example' },
      bornOn: '2009-03-03',
      addressLines: ['1 Made Up Row', 'Halifax'],
      postcode: 'HX1 1AA',
      objection: true,
    })
    expect(Object.values(rest).filter(value => value !== null && value !== '')).toEqual([])
    expect(checked.notes.map(note => note.trouble)).toEqual(flag === 'see letter' ? ['objection-unclear'] : [])
  })

  it('says of a row in trouble that there was an objection, so that nothing more of it is held', async () => {
    expect(await checkRow({ 'Opt-out s72': 'Y', DOB: '' })).toMatchObject({ outcome: 'faulty', objection: true })
  })

  it('takes a UPN from education alone, and an NHS number where there is a ground', async () => {
    const change = { 'NHS Number': '9434765919' }
    expect(await checkRow(change, { kind: 'voluntary' })).toMatchObject({
      outcome: 'good',
      value: { upn: null, nhs: null },
    })
    expect(await checkRow(change, { kind: 'health', nhsAllowed: true })).toMatchObject({
      value: { upn: null, nhs: '9434765919' },
    })
    const mapping: Mapping = { UPN: 'upn', NHS: 'nhs', Name: 'full-name' }
    expect(columnsLeftOut({ mapping, kind: 'housing', nhsAllowed: false })).toEqual(['UPN', 'NHS'])
    expect(columnsLeftOut({ mapping, kind: 'school', nhsAllowed: false })).toEqual(['NHS'])
  })

  it.each([
    ['Example, Ann Marie', { given: 'Ann', family: 'Example' }],
    ['EXAMPLE-DEMO, ANN', { given: 'Ann', family: 'Example-Demo' }],
    ['Ann Marie van der Example', { given: 'Ann', family: 'van der Example' }],
    ['Ann', 'full-name-unclear'],
    ['Example,', 'full-name-unclear'],
  ])('takes the whole name "%s" apart', async (name, wanted) => {
    const [row] = await checkWhole(file('Name,DOB', `"${name}",3/3/2009`))
    if (typeof wanted === 'string') expect(row).toMatchObject({ faults: [{ trouble: wanted }] })
    else expect(row).toMatchObject({ value: { legal: wanted } })
  })

  it('never guesses in a column that can only be American', async () => {
    const rows = await checkWhole(file('Name,DOB', '"Example, Ann",03/25/2009', '"Demo, Bo",03/04/2009'))
    expect(rows).toMatchObject([
      { faults: [{ trouble: 'ambiguous-american', suggestion: '2009-03-25' }] },
      { faults: [{ trouble: 'american-column', suggestion: '2009-03-04' }] },
    ])
  })

  it('reads a whole column of spreadsheet numbers', async () => {
    const rows = await checkWhole(file('Name,DOB', '"Example, Ann",39875', '"Demo, Bo",40000'))
    expect(rows).toMatchObject([{ value: { bornOn: '2009-03-03' } }, { value: { bornOn: '2009-07-06' } }])
  })

  it('never throws, whatever stands in the cells', () => {
    const mapping: Mapping = Object.fromEntries(FIELDS.map(field => [field, field]))
    const check = rowChecker({ mapping, kind: 'school', today: TODAY, youngest: 13, oldest: 25, nhsAllowed: true })
    const cell = fc.oneof(fc.string(), fc.constantFrom('3/3/2009', 'Ann', 'Example', '9276308686', 'Y'))
    fc.assert(
      fc.property(fc.record(Object.fromEntries(FIELDS.map(field => [field, cell]))), cells => {
        const checked = check({ row: 2, cells })
        if (checked.outcome === 'faulty') expect(checked.faults.length).toBeGreaterThan(0)
      }),
    )
  })
})

describe('Words', () => {
  it('say what is wrong and what to do, in full sentences', () => {
    for (const { problem, advice } of Object.values(troubleWords)) {
      expect(problem).toMatch(/^[A-Z].*\.$/)
      expect(advice).toMatch(/^[A-Z].*\.$/)
    }
    for (const why of Object.keys(refusalWords) as (keyof typeof refusalWords)[])
      expect(refusalSentence({ why, detail: 'Offence' })).toMatch(/^[A-Z].*\.$/)
  })

  it('show what was probably meant', () => {
    expect(faultSentence({ trouble: 'letter-o-for-zero', suggestion: null })).toBe(
      'A letter O among the figures. Type a zero.',
    )
    expect(faultSentence({ trouble: 'year-0202', suggestion: '2009-04-03' })).toContain('Perhaps 3 April 2009.')
    expect(refusalSentence({ why: 'header-twice', detail: 'DOB' })).toBe(
      'Two columns have the same name. Rename one of them: DOB.',
    )
  })
})

describe('Columns of characteristics', () => {
  const said = async (header: string, cells: string) => {
    const [row] = await checkWhole(file(`Surname,Forename,DOB,${header}`, `Specimen,Sam,03/03/2010,${cells}`))
    return row
  }

  it.each([
    ['SEN', 'N', { 'sen-support': false, 'ehc-plan': false }],
    ['SEN', 'K', { 'sen-support': true, 'ehc-plan': false }],
    ['SEN', 'E', { 'sen-support': false, 'ehc-plan': true }],
    ['SEN', '', {}],
    ['EHCP', 'Y', { 'ehc-plan': true, 'sen-support': false }],
    ['SEN,EHCP', 'K,Yes', { 'sen-support': false, 'ehc-plan': true }],
    ['SEN,EHCP', 'E,N', { 'sen-support': false, 'ehc-plan': true }],
    ['Looked after', 'yes', { 'looked-after': true }],
    ['LAC', 'F', { 'looked-after': false }],
    ['Care leaver', '1', { 'care-leaver': true }],
    ['Young carer', 'n', { 'young-carer': false }],
    ['FSM', 'TRUE', { 'free-meals': true }],
    ['Pupil premium', '0', { 'free-meals': false }],
    ['LLDD', '-', {}],
  ])('%s "%s"', async (header, cells, characteristics) => {
    expect(await said(header, cells)).toMatchObject({ outcome: 'good', notes: [], value: { characteristics } })
  })

  it('not understood, the row is to be mended; of one that is held back the fault says no value', async () => {
    expect(await said('EHCP', 'perhaps')).toMatchObject({
      outcome: 'faulty',
      faults: [{ column: 'EHCP', value: 'perhaps', trouble: 'not-yes-or-no' }],
    })
    const held = await said('Looked after', 'Full care order')
    expect(held).toMatchObject({ outcome: 'faulty', faults: [{ column: 'Looked after', trouble: 'not-yes-or-no' }] })
    expect(JSON.stringify(held)).not.toContain('care order')
  })

  it('of a row under objection are not read at all', async () => {
    expect(await said('Looked after,SEN,Opt-out s72', 'Full care order,K,Y')).toMatchObject({
      outcome: 'good',
      value: { objection: true, characteristics: null, sen: null },
    })
  })
})
