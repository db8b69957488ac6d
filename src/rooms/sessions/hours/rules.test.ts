import { describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import type { AccountId } from '#ground/ids.ts'
import { byKind, byLevel, type Counted, daysOf, hoursWords, sumOf } from './rules.ts'

const counted = (more: Partial<Counted>): Counted => ({
  accountId: 'dana' as AccountId,
  kind: 'meeting',
  level: 'none',
  contacts: 1,
  minutes: 30,
  untimed: 0,
  ...more,
})

describe('The time that is counted', () => {
  it.each([
    ['this-month', '2026-11-23', '2026-11-01', '2026-11-24'],
    ['this-month', '2026-12-01', '2026-12-01', '2026-12-02'],
    ['last-month', '2026-11-23', '2026-10-01', '2026-11-01'],
    ['last-month', '2027-01-31', '2026-12-01', '2027-01-01'],
    ['three-months', '2026-11-23', '2026-09-01', '2026-11-24'],
    ['three-months', '2027-01-01', '2026-11-01', '2027-01-02'],
  ] as const)('%s on %s is from %s until %s', (span, today, from, until) => {
    expect(daysOf(span, toDay(today))).toEqual({ from, until })
  })
})

describe('Hours', () => {
  it('are added up by kind and by level, in their order, and nothing is said of what there was none of', () => {
    const all = [
      counted({ kind: 'phone', minutes: 10, level: 'universal' }),
      counted({ kind: 'meeting', minutes: 60, level: 'intensive', contacts: 2, untimed: 1 }),
      counted({ kind: 'meeting', minutes: 45, level: 'universal' }),
    ]
    expect(byKind(all)).toEqual([
      { name: 'meeting', sum: { contacts: 3, minutes: 105, untimed: 1 } },
      { name: 'phone', sum: { contacts: 1, minutes: 10, untimed: 0 } },
    ])
    expect(byLevel(all).map(row => [row.name, row.sum.minutes])).toEqual([
      ['intensive', 60],
      ['universal', 55],
    ])
    expect(sumOf(all)).toEqual({ contacts: 4, minutes: 115, untimed: 1 })
    expect(sumOf([])).toEqual({ contacts: 0, minutes: 0, untimed: 0 })
  })

  it.each([
    [0, '0 h'],
    [60, '1 h'],
    [95, '1 h 35'],
    [605, '10 h 05'],
  ])('%s minutes are %s', (minutes, words) => {
    expect(hoursWords(minutes)).toBe(words)
  })
})
