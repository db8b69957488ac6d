import { describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import type { State } from './absence.ts'
import { dueAfter, movesFor, tellTrouble } from './rules.ts'

describe('What a place tells', () => {
  it.each([
    ['2026-11-23', undefined],
    ['2026-11-24', 'in-future'],
    ['2025-11-23', undefined],
    ['2025-11-22', 'too-old'],
  ])('last seen on %s: %s', (lastSeenOn, trouble) => {
    expect(tellTrouble({ lastSeenOn: toDay(lastSeenOn) }, toDay('2026-11-23'))).toBe(trouble)
  })
})

describe('Who may do what', () => {
  it.each<[State, string, string, string | null]>([
    // From a Friday: two working days on is Tuesday, ten is in a fortnight.
    ['told', 'withdraw', 'take answer', '2026-12-01'],
    ['in-hand', 'withdraw', 'answer', '2026-12-11'],
    ['answered', '', '', null],
    ['withdrawn', '', '', null],
  ])('while it is %s: the place %s, an adviser %s, by %s', (state, place, adviser, due) => {
    expect([...movesFor({ isPlace: true, isAdviser: false }, { state })].join(' ')).toBe(place)
    expect([...movesFor({ isPlace: false, isAdviser: true }, { state })].join(' ')).toBe(adviser)
    expect(movesFor({ isPlace: false, isAdviser: false }, { state }).size).toBe(0)
    expect(dueAfter(state, toDay('2026-11-27'))).toBe(due)
  })
})
