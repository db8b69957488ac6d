import { describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import type { OrganisationId, PersonId } from '#ground/ids.ts'
import { dayTrouble, inTurn, noticeGiven, timesFrom, timesOf } from './rules.ts'
import type { Pupil, SchoolDayContent } from './school-day.ts'

const today = toDay('2026-11-23')
const day: SchoolDayContent = {
  organisationId: 'a school' as OrganisationId,
  onDay: toDay('2026-12-01'),
  ...{ fromTime: '09:00', toTime: '12:00', minutes: 40, breakFrom: null, breakTo: null },
  ...{ place: 'Room 4', room: 'private', invitation: '' },
}

describe('The times of a day in school', () => {
  it.each<[string, Partial<SchoolDayContent>, string[]]>([
    ['one after the other, none over the end', {}, ['09:00', '09:40', '10:20', '11:00']],
    ['to the minute', { toTime: '11:40' }, ['09:00', '09:40', '10:20', '11:00']],
    ['none into the break', { breakFrom: '10:30', breakTo: '10:50' }, ['09:00', '09:40', '10:50']],
    ['up to the break', { breakFrom: '10:20', breakTo: '10:40' }, ['09:00', '09:40', '10:40', '11:20']],
    ['none where there is no room', { toTime: '09:30' }, []],
    ['none in a day that is a break', { breakFrom: '08:00', breakTo: '13:00' }, []],
  ])('%s', (_, with_, times) => {
    expect(timesOf({ ...day, ...with_ })).toEqual(times)
  })
})

describe('A day in school', () => {
  it.each<[Partial<SchoolDayContent>, ReturnType<typeof dayTrouble>]>([
    [{}, undefined],
    [{ onDay: today }, undefined],
    [{ onDay: toDay('2026-11-22') }, 'been'],
    [{ onDay: toDay('2027-11-24') }, 'too-far'],
    [{ toTime: '09:00' }, 'ends-first'],
    [{ breakFrom: '10:00' }, 'break-half'],
    [{ breakFrom: '10:00', breakTo: '09:30' }, 'break-turned'],
    [{ minutes: 120, toTime: '10:00' }, 'no-slot'],
    [{ minutes: 5, toTime: '17:00' }, 'too-many'],
  ])('%o: %s', (with_, trouble) => {
    expect(dayTrouble({ ...day, ...with_ }, today)).toBe(trouble)
  })

  it('asks first whom nobody met yet, then whom nobody met for longest', () => {
    const pupil = (family: string, lastContactOn: string | null): Pupil => ({
      ...{ personId: family as PersonId, given: 'A', family, bornOn: null },
      lastContactOn: lastContactOn === null ? null : toDay(lastContactOn),
    })
    const turn = inTurn([pupil('Cee', '2026-01-01'), pupil('Bee', null), pupil('Dee', '2025-01-01'), pupil('Ay', null)])
    expect(turn.map(one => one.family)).toEqual(['Ay', 'Bee', 'Dee', 'Cee'])
  })

  it('gives no time that has begun, unless the whole day is written down afterwards', () => {
    const times = ['09:00', '09:20', '09:40']
    expect(timesFrom(times, '09:05')).toEqual(['09:20', '09:40'])
    expect(timesFrom(times, '09:20')).toEqual(['09:40'])
    expect(timesFrom(times, '08:00')).toEqual(times)
    expect(timesFrom(times, '12:00')).toEqual(times)
  })
})

describe('How long before they were told (row 273)', () => {
  const slot = (toldOn: string | null, state: 'invited' | 'came' | 'missed' | 'called-off' | 'moved' = 'invited') => ({
    state,
    toldOn: toldOn === null ? null : toDay(toldOn),
  })
  it.each([
    ['nobody invited', [], { all: 0, inTime: 0, short: 0, untold: 0, half: null }],
    ['two clear days are good time', [slot('2026-11-28')], { all: 1, inTime: 1, short: 0, untold: 0, half: 3 }],
    ['one is short', [slot('2026-11-29')], { all: 1, inTime: 0, short: 1, untold: 0, half: 2 }],
    [
      'on the day, or after it, is none',
      [slot('2026-12-01'), slot('2026-12-02')],
      { all: 2, inTime: 0, short: 2, untold: 0, half: 0 },
    ],
    [
      'who was not told is not in the half',
      [slot('2026-11-21'), slot(null, 'missed')],
      { all: 2, inTime: 1, short: 0, untold: 1, half: 10 },
    ],
    [
      'nor who has no time that day',
      [slot('2026-11-21', 'called-off'), slot(null, 'moved')],
      { all: 0, inTime: 0, short: 0, untold: 0, half: null },
    ],
    [
      'half had so many days or more',
      [slot('2026-11-21'), slot('2026-11-24', 'came'), slot('2026-11-30'), slot('2026-12-01')],
      { all: 4, inTime: 2, short: 2, untold: 0, half: 7 },
    ],
  ] as const)('%s', (_words, slots, notice) => {
    expect(noticeGiven(slots, toDay('2026-12-01'))).toEqual(notice)
  })
})
