/** Dates beside a plan, as tables. */
import { describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import { classOfDate, nextAfter, preparesForAdulthood, transferDay } from './rules.ts'

describe('A date beside a plan', () => {
  it.each([
    ['ehc-review', '2027-11-27', 'learning'],
    ['ehc-transfer', undefined, 'learning'],
    ['pep', '2027-03-27', 'care'],
    ['care-review', '2027-05-27', 'care'],
    ['pathway-review', '2027-05-27', 'care'],
  ] as const)('%s held today comes again by %s and is of class %s', (kind, next, named) => {
    expect(nextAfter(kind, toDay('2026-11-27'))).toBe(next)
    expect(classOfDate(kind)).toBe(named)
  })

  it.each([
    // Year 11 from September 2026: born September 2010 to August 2011.
    ['2010-09-01', '2026-11-27', '2027-03-31'],
    ['2011-08-31', '2027-07-31', '2027-03-31'],
    ['2010-08-31', '2026-11-27', undefined],
    ['2011-09-01', '2026-11-27', undefined],
  ])('an EHC plan of somebody born %s is changed, on %s, by %s', (born, today, by) => {
    expect(transferDay(toDay(born), toDay(today))).toBe(by)
  })

  it('is unknown without a birth date', () => {
    expect(transferDay(null, toDay('2026-11-27'))).toBeUndefined()
    expect(preparesForAdulthood(null, toDay('2026-11-27'))).toBe(false)
  })

  it.each([
    ['2012-09-01', true],
    ['2013-08-31', true],
    ['2013-09-01', false],
  ])('a review in November 2026 of somebody born %s prepares for adult life: %s', (born, does) => {
    expect(preparesForAdulthood(toDay(born), toDay('2026-11-27'))).toBe(does)
  })
})
