import { describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import type { SessionContent } from './group.ts'
import { agreementTrouble, checkSession, classOfAttendance, endsOn, placeOnContacts } from './rules.ts'

const today = toDay('2026-11-23')
const session = (more: Partial<SessionContent> = {}): SessionContent => ({
  ...{ kind: 'group', title: 'Made up', discloses: 0, happenedOn: today, atTime: null, minutes: null, place: 'Hub' },
  ...{ notes: '', newcomers: 0, newcomerWords: '' },
  ...more,
})

describe('A session', () => {
  it.each<[Partial<SessionContent>, string | undefined]>([
    [{}, undefined],
    [{ happenedOn: toDay('2026-11-24') }, 'in-future'],
    [{ newcomerWords: 'two lads' }, 'words-without-number'],
    [{ newcomerWords: 'two lads', newcomers: 2 }, undefined],
  ])('%o is refused as %s', (more, why) => {
    const checked = checkSession(session(more), today)
    expect(checked.ok ? undefined : checked.why).toBe(why)
  })

  it.each([
    [0, false, 128],
    [256, false, 256],
    [65_536, false, 65_536],
    [0, true, 4096],
    [256, true, 4096],
  ])('whose name tells %s, kept close %s, gives that somebody came the class %s (K6)', (tells, close, bit) => {
    expect(classOfAttendance(tells, close)).toBe(bit)
  })

  it('whose name tells something names no place on a contact (K6)', () => {
    expect(placeOnContacts(session())).toBe('Hub')
    expect(placeOnContacts(session({ discloses: 256 }))).toBe('')
  })
})

describe('A newcomer', () => {
  it('is written down for ninety days', () => {
    expect(endsOn(today)).toBe('2027-02-21')
  })

  it.each([
    ['2026-11-20', undefined],
    ['2026-11-23', undefined],
    ['2026-11-24', 'agreed-ahead'],
    ['2026-11-19', 'agreed-before'],
  ] as const)('who agreed on %s to a session of the twentieth: %s', (agreedOn, why) => {
    expect(agreementTrouble({ agreedOn: toDay(agreedOn) }, { today, happenedOn: toDay('2026-11-20') })).toBe(why)
  })
})
