import { describe, expect, it } from 'vitest'
import { addDays, schoolYearOn, toDay } from '#ground/day.ts'
import { ACTIVITY_CODES } from './codes.ts'
import {
  bornIn,
  type Confirmed,
  currencyOf,
  groupOf,
  isNeet,
  lapsesOn,
  missingDays,
  NOT_KNOWN_CODES,
  OUT_OF_SCHOOL_CODES,
  PLAIN_NEET_CODES,
  spellTrouble,
} from './rules.ts'

const orDay = (text: string | null) => (text === null ? null : toDay(text))
const confirmed = (
  code: string,
  verifiedOn: string,
  reviewOn: string | null,
  predictedEndOn: string | null,
): Confirmed => ({
  code,
  verifiedOn: toDay(verifiedOn),
  reviewOn: orDay(reviewOn),
  predictedEndOn: orDay(predictedEndOn),
})

describe('When a confirmed activity stops counting as known', () => {
  it.each([
    ['school', '110', '2026-11-23', null, null, '2027-08-31'],
    ['sixth form, confirmed in summer', '210', '2026-07-01', null, null, '2026-08-31'],
    ['on the last day of a year', '210', '2026-08-31', null, null, '2026-08-31'],
    ['on the first day of a year', '210', '2026-09-01', null, null, '2027-08-31'],
    ['a course of two years', '230', '2026-11-23', null, '2028-07-01', '2027-08-31'],
    ['a course that ends before', '230', '2026-11-23', null, '2027-02-12', '2027-02-12'],
    ['a job with training', '310', '2026-11-23', null, null, '2027-11-23'],
    ['a job with training, confirmed on a leap day', '310', '2024-02-29', null, null, '2025-02-28'],
    ['a job without', '330', '2026-11-23', null, null, '2027-05-23'],
    ['training', '430', '2026-08-31', null, null, '2027-02-28'],
    ['training that ends before', '430', '2026-08-31', null, '2026-12-18', '2026-12-18'],
    ['re-engagement', '530', '2026-11-30', null, null, '2027-02-28'],
    ['something of weeks', '260', '2026-11-23', null, null, '2026-12-21'],
    ['something of weeks, looked at again later', '350', '2026-11-23', '2027-01-15', null, '2027-02-12'],
    ['custody with a day to look again', '290', '2026-11-23', '2026-12-01', null, '2026-12-29'],
    ['custody without', '290', '2026-11-23', null, null, '2027-08-31'],
    ['out of work', '610', '2026-11-23', null, null, null],
    ['out of work, whatever was expected', '619', '2026-11-23', '2026-12-01', '2026-12-24', null],
    ['a start that is agreed', '616', '2026-11-23', '2027-01-04', null, null],
    ['not known', '810', '2026-11-23', null, null, null],
    ['of compulsory age, not known', '150', '2026-11-23', null, null, '2027-08-31'],
  ])('%s', (_words, code, verified, review, end, lapses) => {
    expect(lapsesOn(confirmed(code, verified, review, end))).toBe(lapses)
  })

  it.each([
    ['long before', '2026-12-01', 'current'],
    ['29 days before', '2027-01-30', 'current'],
    ['28 days before', '2027-01-31', 'soon'],
    ['the day before', '2027-02-27', 'soon'],
    ['on the day', '2027-02-28', 'lapsed'],
    ['after it', '2027-03-01', 'lapsed'],
  ])('%s it stands so', (_words, today, currency) => {
    const lapses = lapsesOn(confirmed('430', '2026-08-31', null, null))
    expect(currencyOf({ code: '430', lapsesOn: lapses }, toDay(today))).toBe(currency)
  })

  it.each([
    ['nothing said', '2026-09-01', null, null, undefined],
    ['an end after it', '2026-09-01', null, '2026-09-02', undefined],
    ['an end on the day it starts', '2026-09-01', null, '2026-09-01', 'ends-before-start'],
    ['looked at on the day it starts', '2026-09-01', '2026-09-01', null, undefined],
    ['looked at before it starts', '2026-09-01', '2026-08-31', null, 'review-before-start'],
    ['looked at on its last day', '2026-09-01', '2026-12-18', '2026-12-18', undefined],
    ['looked at after its end', '2026-09-01', '2026-12-19', '2026-12-18', 'review-after-end'],
  ])('days that go together: %s', (_words, start, review, end, trouble) => {
    const spell = { startedOn: toDay(start), reviewOn: orDay(review), predictedEndOn: orDay(end) }
    expect(spellTrouble(spell)).toBe(trouble)
  })

  it('with no activity at all it is not known', () => {
    expect(currencyOf(undefined, toDay('2026-11-23'))).toBe('not-known')
    expect(isNeet('430')).toBe(false)
  })
})

describe('Codes in groups', () => {
  it('calls not known what is so by the return, and nothing of compulsory age', () => {
    expect(NOT_KNOWN_CODES).toEqual(['810', '820', '830'])
    expect(OUT_OF_SCHOOL_CODES.map(code => groupOf(code))).toEqual(['compulsory', 'compulsory'])
  })

  it('asks for an end of learning and funded training, and for another look at what is short', () => {
    const none = { reviewOn: null, predictedEndOn: null }
    const asked = (what: 'end' | 'review') =>
      [...ACTIVITY_CODES.keys()].filter(code => missingDays({ ...none, code }).includes(what))
    const learning = ['110', '120', '130', '140', '150', '210', '220', '230', '240', '250', '260', '270', '280', '290']
    expect(asked('end')).toEqual([...learning, '410', '430', '440', '450', '460'])
    expect(asked('review')).toEqual(['260', '290', '350', '616', '710'])
    const day = toDay('2027-01-08')
    expect(missingDays({ code: '290', reviewOn: day, predictedEndOn: null })).toEqual(['end'])
    expect(missingDays({ code: '290', reviewOn: day, predictedEndOn: day })).toEqual([])
  })

  it('counts as NEET on a list no code that tells of health or family', () => {
    expect(PLAIN_NEET_CODES).toEqual(['540', '610', '615', '616', '619', '660', '680'])
  })
})

describe('The birth dates of a school year', () => {
  it.each([
    [12, '2026-11-23', '2009-09-01', '2010-08-31'],
    [12, '2026-08-31', '2008-09-01', '2009-08-31'],
    [9, '2026-09-01', '2012-09-01', '2013-08-31'],
  ])('%i on %s', (year, on, first, last) => {
    const today = toDay(on)
    expect(bornIn(year, today)).toEqual({ first, last })
    expect([schoolYearOn(toDay(first), today), schoolYearOn(toDay(last), today)]).toEqual([year, year])
    expect([schoolYearOn(addDays(toDay(first), -1), today), schoolYearOn(addDays(toDay(last), 1), today)]).toEqual([
      year + 1,
      year - 1,
    ])
  })
})
