import { describe, expect, it } from 'vitest'
import { guessMapping } from './columns.ts'
import { FIELDS, type Field, forbiddenColumns, plainHeader } from './fields.ts'
import { SYNONYMS } from './synonyms.ts'

const LISTS: readonly (readonly [string, Readonly<Record<string, Field | null>>])[] = [
  [
    'a school roll',
    {
      UPN: 'upn',
      ULN: 'uln',
      'Legal Surname': 'family',
      'Legal Forename': 'given',
      'Middle Names': 'middle',
      'Preferred Surname': 'preferred-family',
      'Preferred Forename': 'preferred-given',
      'Former Surname': 'former-family',
      DOB: 'birth-date',
      Sex: 'sex',
      'Ethnicity Code': 'ethnicity',
      'NC Year': 'year-group',
      'Reg Group': 'group',
      'Address Line 1': 'address-line',
      'Address Line 2': 'address-line',
      Town: 'address-line',
      Postcode: 'postcode',
      'Home Phone': 'phone',
      'Parent Name': 'adult-name',
      'Parent Relation': 'adult-relationship',
      'Parent Mobile': 'adult-phone',
      'SEN Status': 'sen',
      'Opt-out s72': 'objection',
      'Free School Meals': 'free-meals',
      'School Name': null,
    },
  ],
  [
    'a college',
    {
      'Unique Learner Number': 'uln',
      LastName: 'family',
      FirstName: 'given',
      'Known As': 'preferred-given',
      date_of_birth: 'birth-date',
      'Learner Post Code': 'postcode',
      'Mobile No.': 'mobile',
      'Student E-mail': 'email',
      'Course Title': 'course',
      'Start Date': 'started-on',
      'Planned End Date': 'planned-end-on',
      'Enrolment Status': 'status',
      'Emergency Contact': 'adult-name',
      'Tutor Email': null,
    },
  ],
  [
    'a training provider',
    {
      'Name (Surname, Forename)': 'full-name',
      'D.O.B.': 'birth-date',
      Programme: 'course',
      Start: 'started-on',
      Left: 'left-on',
      Reason: 'leaving-reason',
      '% Attendance': 'attendance',
      'Employer name': null,
    },
  ],
  [
    'a youth justice list',
    {
      "Young person's surname": 'family',
      "Young person's first name": 'given',
      'Date of birth (dd/mm/yyyy)': 'birth-date',
      "Worker's name": 'worker',
      'Start of contact': 'started-on',
    },
  ],
]

describe('Guessing columns', () => {
  it.each(LISTS)('knows the columns of %s by their names', (_, wanted) => {
    const guessed = guessMapping(Object.keys(wanted), [])
    expect(Object.fromEntries(guessed.map(g => [g.column, g.field]))).toEqual(wanted)
    expect(guessed.every(g => (g.field === null ? g.why === 'none' : g.why === 'header' && g.confidence > 0.5))).toBe(
      true,
    )
  })

  it('knows unnamed columns by their values', () => {
    const sample = [
      ['Example, Ann', 'B801200005001', '9276308686', '9434765919', 'HX1 1AA', '3/3/2009', '1/9/2025', 'F', 'x'],
      ['Specimen, Bo', 'H801200001001', '1000000027', '9434765870', 'ol14 5aa', '4/12/2008', '1/9/2024', 'M', 'y'],
      ['O’Demo-Test, Cy', 'R674123101121', '', '4010232137', 'HX7 8AB', '13/1/2010', '2/9/2024', 'F', ''],
    ].map(cells => Object.fromEntries(cells.map((cell, i) => [`Column ${'ABCDEFGHI'[i]}`, cell])))
    const guessed = guessMapping(Object.keys(sample[0] ?? {}), sample)
    expect(guessed.map(g => g.field)).toEqual([
      'full-name',
      'upn',
      'uln',
      'nhs',
      'postcode',
      'birth-date',
      null,
      'sex',
      null,
    ])
    expect(new Set(guessed.filter(g => g.field !== null).map(g => g.why))).toEqual(new Set(['values']))
  })

  it('believes check digits over a header, and doubts a date column without dates', () => {
    const sample = ['9434765919', '9434765870', '4010232137'].map(uln => ({ ULN: uln, DOB: 'see file' }))
    expect(guessMapping(['ULN', 'DOB'], sample)).toEqual([
      { column: 'ULN', field: 'nhs', confidence: 0.7, why: 'values' },
      { column: 'DOB', field: 'birth-date', confidence: 0.4, why: 'header' },
    ])
  })

  it('gives a field to one column alone, addresses apart', () => {
    const guessed = guessMapping(['Surname', 'Legal surname', 'Address 1', 'Address 2', 'Name'], [])
    expect(guessed.map(g => g.field)).toEqual(['family', null, 'address-line', 'address-line', 'full-name'])
  })

  it('drops one column for the whole name beside surname and forename', () => {
    expect(guessMapping(['Name', 'Surname', 'Forename'], [])[0]?.field).toBeNull()
  })

  it('has a name for every field, each name for one field, spelt as headers are read', () => {
    expect(new Set(SYNONYMS.values())).toEqual(new Set(FIELDS))
    expect([...SYNONYMS.keys()].filter(name => plainHeader(name) !== name)).toEqual([])
  })

  it.each([
    'Offence',
    'Index Offence',
    'OffenceDate',
    'Victim name',
    'Co-defendants',
    'Codefendant',
    'Date of conviction',
    'Sentence',
    'Charge',
    'Court date',
  ])('turns a youth justice list away for a column "%s"', column => {
    expect(forbiddenColumns(['Surname', column, 'DOB'], 'youth-offending-team')).toEqual([column])
    expect(forbiddenColumns([column], 'school')).toEqual([])
  })

  it('takes a youth justice list of names, dates and workers', () => {
    const columns = ['Surname', 'Forename', 'DOB', 'Postcode', 'ULN', 'Worker', 'Start of contact', 'Row index']
    expect(forbiddenColumns(columns, 'youth-offending-team')).toEqual([])
  })
})
