/** Errors of the days of an activity, and of whether it has lapsed. */
import { ageOn } from '#ground/day.ts'
import { isEnding, REVIEWED_CODES } from '../../rules.ts'
import type { Facts, Said } from '../facts.ts'
import type { Item } from '../record.ts'
import type { ReturnYear } from '../year.ts'
import { missing, type RecordRule, rule, unlisted } from './rule.ts'

/** Two days the wrong way round, where both are known. */
function isAfter(a: Said, b: Said): boolean {
  return !!a && !!b && a > b
}

function noDay(error: string, item: Item, pick: (facts: Facts) => Said): RecordRule {
  return rule({
    key: `${item} no day`,
    error,
    item,
    says: 'This is no date. Write year, month and day as 2026-09-01.',
    shows: [item],
    isWrong: (_record, facts) => pick(facts) === false,
  })
}

/** Codes of which a day to look again is asked: certain for 2015-16 (with 720) and 2019-20 (with 616). */
function isReviewed(code: string, year: ReturnYear): boolean {
  if (code === '720') return year <= 2017
  if (code === '616') return year >= 2016
  return REVIEWED_CODES.includes(code)
}

const ASCERTAINED = '203, 237, 242'
const VERIFIED = '237, 256, 305'
const LAPSES = '238, 243, 244'

export const DATE_RULES: readonly RecordRule[] = [
  rule({
    key: 'StartDate missing or no day',
    error: '202',
    item: 'StartDate',
    says: 'The day the activity began is missing or is no date. Write it as 2026-09-01.',
    shows: ['StartDate'],
    sure: 'likely',
    isWrong: (_record, { started }) => !started,
  }),
  missing(ASCERTAINED, 'DateAscertained', 'The day it was found out'),
  { ...noDay(ASCERTAINED, 'DateAscertained', facts => facts.ascertained), sure: 'likely' },
  rule({
    key: 'DateAscertained before StartDate',
    error: ASCERTAINED,
    item: 'DateAscertained, StartDate',
    says: 'It was found out before it began. Correct one of the two days.',
    shows: ['DateAscertained', 'StartDate'],
    isWrong: (_record, { ascertained, started }) => isAfter(started, ascertained),
  }),
  rule({
    key: 'DateAscertained after DateVerified',
    error: ASCERTAINED,
    item: 'DateAscertained, DateVerified',
    says: 'It was last confirmed before it was found out. Correct one of the two days.',
    shows: ['DateAscertained', 'DateVerified'],
    isWrong: (_record, { ascertained, verified }) => isAfter(ascertained, verified),
  }),
  { ...noDay(VERIFIED, 'DateVerified', facts => facts.verified), sure: 'likely' },
  rule({
    key: 'DateVerified before StartDate',
    error: VERIFIED,
    item: 'DateVerified, StartDate',
    says: 'It was confirmed before it began. Correct one of the two days.',
    shows: ['DateVerified', 'StartDate'],
    isWrong: (_record, { verified, started }) => isAfter(started, verified),
  }),
  rule({
    key: 'DateVerified after PeriodEnd',
    error: VERIFIED,
    item: 'DateVerified',
    says: 'It was confirmed after the period ended. What is learned later goes into the next return.',
    shows: ['DateVerified'],
    isWrong: (_record, { verified }, { periodEnd }) => isAfter(verified, periodEnd),
  }),
  missing('220, 221', 'CurrencyLapsed', 'Whether the activity has lapsed (Y or N)'),
  unlisted('220, 221', 'CurrencyLapsed', 'CurrencyLapsed', context => context.lists.yesNo),
  rule({
    key: 'lapsed too early',
    error: '231, 232',
    item: 'CurrencyLapsed, DueToLapseDate',
    says: 'It is said to have lapsed, but does so only after the period. Set CurrencyLapsed to N, or correct the day.',
    shows: ['DueToLapseDate'],
    isWrong: ({ CurrencyLapsed }, { lapses }, { periodEnd }) => CurrencyLapsed === 'Y' && isAfter(lapses, periodEnd),
  }),
  rule({
    key: 'not lapsed in time',
    error: '231, 232',
    item: 'CurrencyLapsed, DueToLapseDate',
    says: 'It lapsed before the period ended, and is said not to have. Set CurrencyLapsed to Y, or confirm what they do.',
    shows: ['DueToLapseDate'],
    isWrong: ({ CurrencyLapsed }, { lapses }, { periodEnd }) => CurrencyLapsed === 'N' && isAfter(periodEnd, lapses),
  }),
  rule({
    key: 'NEETStartDate missing',
    error: '224, 226',
    item: 'NEETStartDate',
    says: 'A NEET activity needs the day since when they have been NEET without a break.',
    shows: ['ActivityCode'],
    isWrong: ({ NEETStartDate }, { isNeet }) => isNeet && NEETStartDate === '',
  }),
  rule({
    key: 'NEETStartDate without NEET',
    error: '224, 226',
    item: 'NEETStartDate',
    says: 'The activity is not a NEET one, so there is no day since when they are NEET. Leave it out.',
    shows: ['ActivityCode', 'NEETStartDate'],
    isWrong: ({ NEETStartDate }, { isNeet, isKnownCode }) => isKnownCode && !isNeet && NEETStartDate !== '',
  }),
  { ...noDay('225, 251', 'NEETStartDate', facts => facts.neetSince), sure: 'likely' },
  rule({
    key: 'NEETStartDate after StartDate',
    error: '225, 251',
    item: 'NEETStartDate, StartDate',
    says: 'They became NEET after the activity began. It is the first day of the unbroken spell: on that day or before.',
    shows: ['NEETStartDate', 'StartDate'],
    isWrong: (_record, { neetSince, started }) => isAfter(neetSince, started),
  }),
  rule({
    key: 'NEETStartDate before 15',
    error: '225, 251',
    item: 'NEETStartDate',
    says: 'By that day they were not 15 yet. Check it and the birth date.',
    shows: ['NEETStartDate'],
    isWrong: (_record, { neetSince, born }) => !!neetSince && !!born && ageOn(born, neetSince) < 15,
  }),
  rule({
    key: 'DueToLapseDate missing',
    error: LAPSES,
    item: 'DueToLapseDate',
    says: 'The day the activity lapses is missing. All activities need it but NEET and not known.',
    shows: ['ActivityCode'],
    isWrong: ({ DueToLapseDate }, { isKnownCode, isNeet, isNotKnown }) =>
      DueToLapseDate === '' && isKnownCode && !isNeet && !isNotKnown,
  }),
  noDay(LAPSES, 'DueToLapseDate', facts => facts.lapses),
  rule({
    key: 'DueToLapseDate after PredictedEndDate',
    error: LAPSES,
    item: 'DueToLapseDate, PredictedEndDate',
    says: 'It lapses after it is expected to end. Nothing counts as known for longer than it lasts.',
    shows: ['DueToLapseDate', 'PredictedEndDate'],
    isWrong: (_record, { lapses, ends }) => isAfter(lapses, ends),
  }),
  rule({
    key: 'ReviewDate missing',
    error: '257, 262',
    item: 'ReviewDate',
    says: 'This activity needs a day on which it is looked at again.',
    shows: ['ActivityCode'],
    isWrong: ({ ActivityCode, ReviewDate }, { isKnownCode }, { year }) =>
      ReviewDate === '' && isKnownCode && isReviewed(ActivityCode, year),
  }),
  { ...noDay('257, 262', 'ReviewDate', facts => facts.review), sure: 'likely' },
  rule({
    key: 'ReviewDate after PredictedEndDate',
    error: '257, 262',
    item: 'ReviewDate, PredictedEndDate',
    says: 'It is to be looked at again after it is expected to end. Correct one of the two days.',
    shows: ['ReviewDate', 'PredictedEndDate'],
    isWrong: (_record, { review, ends }) => isAfter(review, ends),
  }),
  rule({
    key: 'PredictedEndDate missing',
    error: '258, 259',
    item: 'PredictedEndDate',
    says: 'This activity needs the day it is expected to end.',
    shows: ['ActivityCode'],
    isWrong: ({ ActivityCode, PredictedEndDate }, { isKnownCode }) =>
      PredictedEndDate === '' && isKnownCode && isEnding(ActivityCode),
  }),
  { ...noDay('258, 259', 'PredictedEndDate', facts => facts.ends), sure: 'likely' },
]
