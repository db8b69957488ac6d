import { describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import { askDue, isOld, missingOf } from './rules.ts'

describe('By when a place of learning is asked', () => {
  it.each([
    // A Monday. The talk, and by when.
    ['2026-11-23', '2026-12-15', '2026-12-08', 'five working days before the talk'],
    ['2026-11-23', '2026-12-12', '2026-12-07', 'before a talk on a Saturday'],
    ['2026-11-23', '2027-01-05', '2026-12-24', 'Christmas, Boxing Day and New Year are no working days'],
    ['2026-11-23', '2026-12-01', '2026-11-24', 'the first day that leaves five, where that is ahead'],
    ['2026-11-23', '2026-11-30', '2026-11-24', 'it would be today: the next working day'],
    ['2026-11-23', '2026-11-25', '2026-11-24', 'it is past: the next working day'],
    ['2026-11-27', '2026-11-28', '2026-11-28', 'the talk is before the next working day: the day of the talk'],
    ['2026-11-23', '2026-11-23', '2026-11-23', 'the talk is today'],
    ['2026-11-23', null, '2026-11-30', 'no talk is arranged: five working days from now'],
    ['2026-11-23', '2026-11-20', '2026-11-30', 'the talk was before: as if none were arranged'],
  ])('on %s for a talk on %s is %s: %s', (today, talkOn, due, _why) => {
    expect(askDue(toDay(today), talkOn === null ? null : toDay(talkOn))).toBe(due)
  })
})

describe('What is known of somebody’s learning', () => {
  it.each([
    ['2025-11-22', true],
    ['2025-11-23', false],
    ['2026-11-23', false],
  ])('of %s is old: %s', (asOf, old) => {
    expect(isOld(toDay(asOf), toDay('2026-11-23'))).toBe(old)
  })

  it('is missing where nothing of its kind is known, in the order asked', () => {
    expect(missingOf([])).toEqual(['attainment', 'predicted', 'options', 'attendance'])
    expect(missingOf([{ kind: 'options' }, { kind: 'attainment' }])).toEqual(['predicted', 'attendance'])
  })
})
