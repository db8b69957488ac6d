/** Who decides, as a table with dates. */
import { describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import type { RowId } from '#ground/ids.ts'
import { PARTS } from './capacity.ts'
import { classOf, compulsoryUntil, decidesOnEhc, judgedTrouble, standingOn } from './rules.ts'

const TODAY = toDay('2026-11-27')

describe('Who is presumed able to decide (K11)', () => {
  it.each([
    ['2010-11-27', 'presumed'],
    ['2010-11-28', 'per-decision'],
    ['2001-01-01', 'presumed'],
    ['2013-02-28', 'per-decision'],
    [null, 'not-known'],
  ])('born %s: %s', (born, standing) => {
    expect(standingOn(born === null ? null : toDay(born), TODAY)).toBe(standing)
  })

  it.each([
    // 16 from September on: the summer after; 16 before September: that summer.
    ['2010-09-01', '2027-06-25'],
    ['2010-08-31', '2026-06-26'],
    ['2011-01-15', '2027-06-25'],
    ['2010-12-31', '2027-06-25'],
    ['2007-06-30', '2023-06-30'],
  ])('born %s is of compulsory school age until %s', (born, until) => {
    expect(compulsoryUntil(toDay(born))).toBe(until)
    expect(decidesOnEhc(toDay(born), toDay(until))).toBe(false)
  })

  it('gives decisions about an EHC plan to them the day after, and to nobody whose birth date is not on record', () => {
    expect(decidesOnEhc(toDay('2010-08-31'), toDay('2026-06-27'))).toBe(true)
    expect(decidesOnEhc(null, TODAY)).toBe(false)
  })
})

const CAN = { outcome: 'can', could: PARTS, decider: null, reviewOn: null } as const
const NOT_NOW = {
  outcome: 'not-now',
  could: ['says'],
  decider: { kind: 'nobody-yet' },
  reviewOn: toDay('2027-02-01'),
} as const

describe('What goes together in a judgement', () => {
  it.each([
    ['they can, with all of it', CAN, undefined],
    ['they can with help', { ...CAN, outcome: 'with-help' as const }, undefined],
    ['they can, without all of it', { ...CAN, could: ['says'] as const }, 'parts-missing'],
    ['they cannot now', NOT_NOW, undefined],
    ['they cannot, though they can do all of it', { ...NOT_NOW, could: PARTS }, 'parts-all'],
    ['they cannot, and nobody is said to decide', { ...NOT_NOW, decider: null }, 'no-decider'],
    ['they cannot, and it is never looked at again', { ...NOT_NOW, reviewOn: null }, 'no-review'],
    ['looked at again today', { ...NOT_NOW, reviewOn: TODAY }, 'review-past'],
    ['looked at again in a year and a day', { ...NOT_NOW, reviewOn: toDay('2027-11-28') }, 'review-far'],
    ['an adult decides', { ...NOT_NOW, decider: { kind: 'adult' as const, adultId: 'x' as RowId } }, undefined],
  ])('%s: %s', (_, judged, trouble) => {
    expect(judgedTrouble(judged, TODAY)).toBe(trouble)
  })
})

describe('K6: what a judgement tells', () => {
  it.each([
    [{ about: 'plan', outcome: 'can' }, true, 'sessions'],
    [{ about: 'plan', outcome: 'not-now' }, false, 'sessions'],
    // At 16 only something that affects the mind can be the reason: that is of health.
    [{ about: 'plan', outcome: 'not-now' }, true, 'health'],
    [{ about: 'health', outcome: 'can' }, false, 'health'],
    [{ about: 'care', outcome: 'not-now' }, true, 'care'],
    [{ about: 'family', outcome: 'can' }, null, 'family'],
  ] as const)('%o at 16 %s is of class %s', (judged, sixteen, wanted) => {
    expect(classOf(judged, sixteen)).toBe(wanted)
  })
})
