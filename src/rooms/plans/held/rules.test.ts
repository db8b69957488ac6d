import { describe, expect, it } from 'vitest'
import type { Day } from '#ground/day.ts'
import { checkDay, doubtsOf } from './rules.ts'

const day = (text: string) => text as Day
const TODAY = day('2026-11-20')

describe('An EHC plan is asked about', () => {
  it.each([
    ['of a fifteen-year-old, whose reviews do it, from the day they are 18', '2011-06-01', '2026-10-01', '2029-06-01'],
    ['in the year before 18, from that day', '2009-01-10', '2026-01-05', '2027-01-10'],
    ['after 18, a year after it was last known', '2007-01-10', '2026-03-05', '2027-03-05'],
    ['born on a leap day, from 1 March or the day before', '2008-02-29', '2024-02-29', '2026-02-28'],
    ['at the end of the school year in which they turn 25, at the latest', '2002-05-05', '2026-11-01', '2027-08-31'],
  ])('%s', (_, born, asOf, by) => {
    expect(checkDay('ehc', day(born), day(asOf))).toBe(by)
  })

  it('by no day without a birth date, and care has reviews of its own', () => {
    expect(checkDay('ehc', null, TODAY)).toBeUndefined()
    expect(checkDay('care', day('2007-01-10'), TODAY)).toBeUndefined()
  })
})

describe('What is to be asked about', () => {
  const care = (
    status: 'care-order' | 'eligible' | 'relevant' | 'former-relevant',
    born: string,
    marked: string[] = [],
  ) => doubtsOf({ kind: 'care', live: [{ status }], marked: new Set(marked), bornOn: day(born), today: TODAY })

  it.each([
    ['a care order the day before 18', care('care-order', '2008-11-21', ['looked-after']), []],
    ['a care order on the day they are 18', care('care-order', '2008-11-20', ['looked-after']), ['age']],
    ['relevant at 15', care('relevant', '2011-01-01', ['care-leaver']), ['age']],
    ['former relevant at 18', care('former-relevant', '2008-11-20', ['care-leaver']), []],
    ['former relevant at 25', care('former-relevant', '2001-11-20', ['care-leaver']), ['age']],
    ['eligible, and marked as looked after', care('eligible', '2010-01-01', ['looked-after']), []],
    ['eligible, and marked as a care leaver', care('eligible', '2010-01-01', ['care-leaver']), ['marked-other']],
    ['eligible, and not marked', care('eligible', '2010-01-01'), ['not-marked']],
  ])('of care: %s', (_, found, expected) => {
    expect(found).toEqual(expected)
  })

  it.each([
    ['nothing anywhere', [], [], '2010-01-01', []],
    ['marked, and nothing written', [], ['ehc-plan'], '2010-01-01', ['marked-only']],
    ['written and marked', [{ status: null }], ['ehc-plan'], '2010-01-01', []],
    ['written and not marked', [{ status: null }], [], '2010-01-01', ['not-marked']],
    ['on the last day it can be', [{ status: null }], ['ehc-plan'], '2001-09-01', []],
    ['past the school year in which they turned 25', [{ status: null }], ['ehc-plan'], '2001-08-31', ['past-25']],
    ['two, because records were joined', [{ status: null }, { status: null }], ['ehc-plan'], '2010-01-01', ['two']],
  ])('of an EHC plan: %s', (_, live, marked, born, expected) => {
    const of = { kind: 'ehc' as const, live, marked: new Set(marked), bornOn: day(born), today: TODAY }
    expect(doubtsOf(of)).toEqual(expected)
  })

  it('is not said of an age that is not known', () => {
    expect(
      doubtsOf({
        kind: 'care',
        live: [{ status: 'relevant' }],
        marked: new Set(['care-leaver']),
        bornOn: null,
        today: TODAY,
      }),
    ).toEqual([])
  })
})
