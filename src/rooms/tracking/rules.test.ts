import { describe, expect, it } from 'vitest'
import { addDays, schoolYearOn, toDay } from '#ground/day.ts'
import { ACTIVITY_CODES } from './codes.ts'
import { bornIn, currencyOf, isNeet, lapsedBy, lapsesOn, NOT_KNOWN_CODES, PLAIN_NEET_CODES } from './rules.ts'

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

describe('What has lapsed, asked of everybody at once', () => {
  it.each(['2026-11-23', '2026-08-31', '2026-09-01', '2024-02-29', '2027-02-28'])(
    'says on %s of every code and confirmation what is said of one',
    text => {
      const today = toDay(text)
      const until = new Map(lapsedBy(today).map(l => [l.code, l.verifiedOn]))
      for (const code of ACTIVITY_CODES.keys()) {
        const last = until.get(code)
        for (let back = 0; back <= 760; back++) {
          const verifiedOn = addDays(today, -back)
          const isKnown = !NOT_KNOWN_CODES.includes(code) && !(last !== undefined && verifiedOn <= last)
          const currency = currencyOf({ code, verifiedOn }, today)
          expect(isKnown, `${code} ${verifiedOn}`).toBe(currency === 'current' || currency === 'soon')
        }
      }
    },
  )

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
