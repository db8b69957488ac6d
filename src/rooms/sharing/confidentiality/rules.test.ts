import { describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import { fromTrouble, inForceOn, readingTrouble, readStandingOf } from './rules.ts'

const one = { number: 1, fromDay: toDay('2026-01-10') }
const two = { number: 2, fromDay: toDay('2026-11-01') }
const met = { how: 'aloud', confirmed: null } as const
const byLink = { number: 2, understood: 'yes', how: 'link' } as const
const corrected = { number: 3, fromDay: toDay('2026-10-01') }

describe('What stays between us', () => {
  it.each([
    ['before the first day', '2026-01-09', [one], undefined],
    ['from its first day', '2026-01-10', [one, two], 1],
    ['the day before the next', '2026-10-31', [two, one], 1],
    ['from the day of the next', '2026-11-01', [one, two], 2],
    ['the newest words, not the latest day', '2026-11-02', [one, two, corrected], 3],
    ['no words at all', '2026-11-02', [], undefined],
  ] as const)('in force %s', (_when, day, statements, number) => {
    expect(inForceOn(statements, toDay(day))?.number).toBe(number)
  })

  it.each([
    ['nothing to read', undefined, undefined, 'nothing'],
    ['never read', undefined, two, 'never'],
    ['an older version', { ...met, number: 1, understood: 'yes' }, two, 'older'],
    ['the one in force', { ...met, number: 2, understood: 'yes' }, two, 'read'],
    ['not understood yet', { ...met, number: 2, understood: 'not-yet' }, two, 'not-understood'],
    ['understood in part', { ...met, number: 2, understood: 'in-part' }, two, 'not-understood'],
    [
      'of an older one, that it was not understood matters no more',
      { ...met, number: 1, understood: 'not-yet' },
      two,
      'older',
    ],
    ['read by their link, however sure they are', { ...byLink, confirmed: null }, two, 'to-confirm'],
    ['by their link, and found so when they met', { ...byLink, confirmed: 'yes' }, two, 'read'],
    ['by their link, and found otherwise when they met', { ...byLink, confirmed: 'in-part' }, two, 'not-understood'],
    ['by their link, of an older version', { ...byLink, number: 1, confirmed: null }, two, 'older'],
  ] as const)('stands: %s', (_what, last, inForce, standing) => {
    expect(readStandingOf(last, inForce)).toBe(standing)
  })

  it('is in force from today at the earliest', () => {
    const today = toDay('2026-11-23')
    expect([toDay('2026-11-22'), today].map(day => fromTrouble(day, today))).toEqual(['past', undefined])
  })

  it('is understood when they say what it means', () => {
    const reading = { how: 'aloud', said: '', wishes: '' } as const
    expect(readingTrouble({ ...reading, understood: 'yes' })).toBe('said-missing')
    expect(readingTrouble({ ...reading, understood: 'yes', said: 'You tell if I am hurt' })).toBeUndefined()
    expect(readingTrouble({ ...reading, understood: 'not-yet' })).toBeUndefined()
  })
})
