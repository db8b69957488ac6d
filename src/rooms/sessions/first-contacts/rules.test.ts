import { describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import { chaseOn } from '#ground/lateness.ts'
import { dueOn, type Level } from './rules.ts'

describe('A first contact', () => {
  it.each<[string, Level, string, string | null, string]>([
    ['intensive support, two working days', 'intensive', '2026-11-23', null, '2026-11-25'],
    ['over a weekend', 'intensive', '2026-11-26', null, '2026-11-30'],
    ['supported, five', 'supported', '2026-11-23', null, '2026-11-30'],
    ['over bank holidays', 'supported', '2026-12-23', null, '2027-01-04'],
    ['universal, ten', 'universal', '2026-11-23', null, '2026-12-07'],
    ['no level said, ten', 'none', '2026-11-23', null, '2026-12-07'],
    ['a referral taken on before', 'intensive', '2026-11-23', '2026-11-19', '2026-11-23'],
    ['a referral taken on since', 'intensive', '2026-11-23', '2026-11-24', '2026-11-25'],
  ])('of %s', (_words, level, leadSince, acceptedOn, due) => {
    const facts = { leadSince: toDay(leadSince), acceptedOn: acceptedOn === null ? null : toDay(acceptedOn), level }
    expect(dueOn(facts)).toBe(due)
  })
  it('is late the day after, and not on the day', () => {
    const due = toDay('2026-11-25')
    const untold = { dueOn: due, isChased: false, isEscalated: false }
    expect([chaseOn(untold, due), chaseOn(untold, toDay('2026-11-26'))]).toEqual([undefined, 'chase'])
  })
})
