import { describe, expect, it } from 'vitest'
import { type Day, toDay } from '#ground/day.ts'
import { daysOf, endTrouble, holidaysAmong, partAt } from './rules.ts'
import type { EndReason, RunEnd, RunMeeting } from './run.ts'

const TODAY = toDay('2026-11-23')

describe('The days of a run', () => {
  it.each<[string, string, string, 1 | 2, readonly string[] | string]>([
    ['every week', '2026-11-25', '2026-12-09', 1, ['2026-11-25', '2026-12-02', '2026-12-09']],
    ['every two weeks', '2026-11-25', '2026-12-10', 2, ['2026-11-25', '2026-12-09']],
    ['over the change of the clocks', '2027-03-24', '2027-04-07', 1, ['2027-03-24', '2027-03-31', '2027-04-07']],
    ['from a day that has been', '2026-11-20', '2026-12-09', 1, 'been'],
    ['until before it begins', '2026-12-09', '2026-12-02', 1, 'until-before'],
    ['for more than a year', '2026-11-25', '2027-11-24', 1, 'too-long'],
    ['of one meeting', '2026-11-25', '2026-11-30', 1, 'one-only'],
  ])('%s', (_words, from, until, everyWeeks, found) => {
    const days = daysOf({ from: toDay(from), until: toDay(until), everyWeeks }, TODAY)
    expect(days.ok ? days.value : days.why).toEqual(found)
  })

  it('say which are bank holidays', () => {
    expect(holidaysAmong([toDay('2026-12-18'), toDay('2026-12-25'), toDay('2027-01-01')])).toEqual([
      '2026-12-25',
      '2027-01-01',
    ])
  })
})

describe('The part a meeting is in', () => {
  const parts = [
    { name: 'Begin', aim: '', meetings: 2 },
    { name: 'Try', aim: '', meetings: 3 },
  ]
  it.each([
    [0, 'Begin'],
    [1, 'Begin'],
    [2, 'Try'],
    [4, 'Try'],
    [9, 'Try'],
  ])('of the meeting %i is %s', (n, name) => {
    expect(partAt(parts, n)?.name).toBe(name)
  })
  it('is none where there are none', () => expect(partAt([], 0)).toBeUndefined())
})

describe('A run ends', () => {
  const on = (state: RunMeeting['state'], onDay: Day = toDay('2026-11-30')) => ({ state, onDay })
  const been = toDay('2026-11-20')
  it.each<[string, RunEnd, EndReason, ReturnType<typeof on>[], string | undefined]>([
    ['done, all of it held', 'done', 'reached', [on('came', been), on('missed', been)], undefined],
    ['not done with some to come', 'done', 'reached', [on('came', been), on('set')], 'still-ahead'],
    ['in no way before what has been is answered', 'ended-early', 'they-asked', [on('set', been)], 'not-answered'],
    ['early with some to come', 'ended-early', 'they-asked', [on('came', been), on('set')], undefined],
    ['early, since it is reached', 'ended-early', 'reached', [on('came', been), on('set')], undefined],
    ['called off, nobody came yet', 'called-off', 'we-cannot', [on('missed', been), on('set')], undefined],
    ['not called off once they came', 'called-off', 'we-cannot', [on('late', been), on('set')], 'came-to-some'],
    ['not called off as reached', 'called-off', 'reached', [on('set')], 'reason-does-not-fit'],
    ['not done by mistake', 'done', 'set-by-mistake', [on('came', been)], 'reason-does-not-fit'],
  ])('%s', (_words, how, reason, meetings, trouble) => {
    expect(endTrouble(how, reason, meetings, TODAY)).toBe(trouble)
  })
})
