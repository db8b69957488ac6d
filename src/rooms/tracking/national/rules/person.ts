/** Errors of who somebody is: numbers, names, address, birth date, status. */
import { academicAgeOf } from '../age.ts'
import { LEAVER_STATUSES } from '../codes.ts'
import type { Item } from '../record.ts'
import { missing, type RecordRule, rule, unlisted } from './rule.ts'

const ADDRESS = ['AddressLine1', 'AddressLine2', 'AddressLine3', 'AddressLine4', 'Town', 'County'] as const
/** Shapes of a postcode with one space; likely. */
const POSTCODE = /^[A-Z]{1,2}[0-9](?:[0-9]|[A-Z])? [0-9][A-Z]{2}$/
const FORBIDDEN_IN_NAMES = /[0-9/\\:?@$&*(){}[\]!"+=|]/

function name(error: string, item: Item, what: string): RecordRule {
  return rule({
    key: `${item} with signs`,
    error,
    item,
    says: `${what} has a digit or a sign that no name may have. Write it as it is spoken: letters, spaces, hyphens, apostrophes.`,
    first: 2026,
    sure: 'likely',
    isWrong: record => FORBIDDEN_IN_NAMES.test(record[item]),
  })
}

function shape(error: string, item: Item, fits: RegExp, says: string): RecordRule {
  return rule({
    key: `${item} shape`,
    error,
    item,
    says,
    isWrong: record => record[item] !== '' && !fits.test(record[item]),
  })
}

export const PERSON_RULES: readonly RecordRule[] = [
  missing('1, 902, 903', 'YoungPersonsID', 'The number of the young person in this return'),
  shape(
    '1, 902, 903',
    'YoungPersonsID',
    /^\d{13}$/,
    'It is not 13 digits. Write the 3 digits of the database, then the local number with zeros before it.',
  ),
  rule({
    key: 'YoungPersonsID of another database',
    error: '1, 902, 903',
    item: 'YoungPersonsID',
    says: 'Its first 3 digits are no DatabaseID of the header. Check the number, or name the database in the header.',
    isWrong: ({ YoungPersonsID: id }, _facts, { databases }) =>
      id.length >= 3 && databases.size > 0 && !databases.has(id.slice(0, 3)),
  }),
  missing('2', 'GivenName', 'The given name'),
  missing('3', 'FamilyName', 'The family name'),
  missing('4, 5', 'Gender', 'The gender'),
  unlisted('4, 5', 'Gender', 'The gender', context => context.lists.genders),
  missing('6, 7', 'Ethnicity', 'The ethnicity'),
  unlisted('6, 7', 'Ethnicity', 'The ethnicity', context => context.lists.ethnicities),
  rule({
    key: 'DOB missing or no day',
    error: '8',
    item: 'DOB',
    says: 'The birth date is missing or is no date. Write year, month and day as 2009-03-14.',
    sure: 'likely',
    isWrong: (_record, { born }) => !born,
  }),
  rule({
    key: 'DOB above academic age 25',
    error: '9',
    item: 'DOB',
    says: 'By the birth date they were over 25 when the school year began. Check it; somebody who has grown out of the return leaves it with status A.',
    isWrong: ({ CohortStatus }, { yearGroup }) =>
      CohortStatus !== 'A' && yearGroup !== undefined && academicAgeOf(yearGroup) > 25,
  }),
  rule({
    key: 'DOB below Year 11',
    error: '10',
    item: 'DOB',
    says: 'By the birth date they are not in Year 11 yet. Check it, or leave them out until they are.',
    isWrong: (_record, { yearGroup }) => yearGroup !== undefined && yearGroup < 11,
  }),
  missing('11', 'CohortStatus', 'The cohort status'),
  shape(
    '30',
    'UniqueLearnerNo',
    /^[1-9]\d{9}$/,
    'The ULN is not 10 digits with a first that is not 0. Check it with the place of learning, or leave it out.',
  ),
  rule({
    key: 'no address',
    error: '31',
    item: 'AddressLine1 to 4, Town, County',
    says: 'There is no address. Fill in at least one of its lines, the town or the county.',
    isWrong: record => ADDRESS.every(item => record[item] === ''),
  }),
  missing('32, 43', 'Postcode', 'The postcode'),
  rule({
    ...shape('32, 43', 'Postcode', POSTCODE, 'The postcode is not written as one, with one space: LS1 1AA.'),
    sure: 'likely',
  }),
  shape(
    '37',
    'PreviousYPIDIdentifier',
    /^\d{13}$/,
    'The number they had in the authority before is not 13 digits. Ask that authority, or leave it out.',
  ),
  shape('38', 'UniquePupilNumber', /^.{13}$/, 'The UPN is not 13 signs. Check it with the school, or leave it out.'),
  rule({
    key: 'too old without a plan',
    error: '40',
    item: 'DOB, SENDFlag',
    says: 'They are 18 or over by academic age and have no current EHC plan. Give them status A, or set SENDFlag to Y if there is a plan.',
    sure: 'likely',
    isWrong: ({ SENDFlag, CohortStatus }, { yearGroup }, { periodEnd }) =>
      SENDFlag !== 'Y' &&
      !LEAVER_STATUSES.has(CohortStatus) &&
      yearGroup !== undefined &&
      periodEnd !== undefined &&
      // Academic age 18 and 19 were tracked without a plan to August 2016.
      academicAgeOf(yearGroup) >= (periodEnd < '2016-09-01' ? 20 : 18),
  }),
  name('44', 'GivenName', 'The given name'),
  name('45', 'FamilyName', 'The family name'),
  name('46', 'MiddleName', 'The middle name'),
  missing('100, 101', 'LevelOfNeedCode', 'The level of need'),
  unlisted('100, 101', 'LevelOfNeedCode', 'The level of need', context => context.lists.levels),
  missing('102, 103', 'SENDFlag', 'SENDFlag (Y with a current EHC plan, else N)'),
  unlisted('102, 103', 'SENDFlag', 'SENDFlag', context => context.lists.yesNo),
  rule({
    key: 'CharacteristicCode not in the list',
    error: '104',
    item: 'CharacteristicCode',
    says: 'A characteristic is not in the list of this year. Choose one that is, or leave it out.',
    sure: 'likely',
    isWrong: ({ characteristics }, _facts, { lists }) => characteristics.some(code => !lists.characteristics.has(code)),
  }),
  { ...missing('303, 304', 'SENSupportFlag', 'SENSupportFlag (Y with SEN support and no plan, else N)'), first: 2019 },
  { ...unlisted('303, 304', 'SENSupportFlag', 'SENSupportFlag', context => context.lists.yesNo), first: 2019 },
  rule({
    key: 'both flags of special needs',
    error: '306',
    item: 'SENDFlag, SENSupportFlag',
    says: 'SENDFlag and SENSupportFlag are both Y. With a current EHC plan SENSupportFlag is N.',
    first: 2020,
    sure: 'likely',
    isWrong: ({ SENDFlag, SENSupportFlag }) => SENDFlag === 'Y' && SENSupportFlag === 'Y',
  }),
]
