import { describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import { currencyOf, isNeet, lapsesOn } from './rules.ts'

describe('When a confirmed activity stops counting as known', () => {
  it.each([
    ['school', '110', '2026-11-23', '2027-08-31'],
    ['sixth form, confirmed in summer', '210', '2026-07-01', '2026-08-31'],
    ['a job with training', '310', '2026-11-23', '2027-11-23'],
    ['training', '430', '2026-08-31', '2027-02-28'],
    ['something of weeks', '260', '2026-11-23', '2026-12-21'],
    ['out of work', '610', '2026-11-23', null],
    ['not known', '810', '2026-11-23', null],
  ])('%s', (_words, code, verified, lapses) => {
    expect(lapsesOn(code, toDay(verified))).toBe(lapses)
  })

  it.each([
    ['long before', '2026-12-01', 'current'],
    ['29 days before', '2027-01-30', 'current'],
    ['28 days before', '2027-01-31', 'soon'],
    ['the day before', '2027-02-27', 'soon'],
    ['on the day', '2027-02-28', 'lapsed'],
    ['after it', '2027-03-01', 'lapsed'],
  ])('%s it stands so', (_words, today, currency) => {
    expect(currencyOf({ code: '430', verifiedOn: toDay('2026-08-31') }, toDay(today))).toBe(currency)
  })

  it('with no activity at all it is not known', () => {
    expect(currencyOf(undefined, toDay('2026-11-23'))).toBe('not-known')
    expect(isNeet('430')).toBe(false)
  })
})
