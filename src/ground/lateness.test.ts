import { describe, expect, it } from 'vitest'
import { toDay } from './day.ts'
import { chaseOn, lateBy } from './lateness.ts'

describe('Something that was due on Friday 20 November', () => {
  it.each<[string, boolean, boolean, ReturnType<typeof chaseOn>]>([
    ['2026-11-20', false, false, undefined],
    ['2026-11-21', false, false, 'chase'],
    ['2026-11-23', true, false, undefined],
    ['2026-11-24', true, false, undefined],
    // Three working days after.
    ['2026-11-25', true, false, 'escalate'],
    ['2026-11-25', false, false, 'escalate'],
    ['2026-11-30', true, true, undefined],
    ['2026-11-30', false, true, undefined],
  ])('on %s (reminded: %s, told: %s) asks for: %s', (today, isChased, isEscalated, what) => {
    expect(chaseOn({ dueOn: toDay('2026-11-20'), isChased, isEscalated }, toDay(today))).toBe(what)
  })
})

describe('Days late', () => {
  it.each([
    ['2026-11-20', '2026-11-19', 0],
    ['2026-11-20', '2026-11-20', 0],
    ['2026-11-20', '2026-11-23', 3],
    [null, '2026-11-23', 0],
  ])('due %s is on %s late by %s', (due, today, days) => {
    expect(lateBy(due === null ? null : toDay(due), toDay(today))).toBe(days)
  })
})
