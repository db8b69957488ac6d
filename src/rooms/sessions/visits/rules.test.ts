import { describe, expect, it } from 'vitest'
import { type Instant, toInstant } from '#ground/clock.ts'
import type { AccountId, RowId } from '#ground/ids.ts'
import { alarmsDue, checkPlan, longer, stateOf } from './rules.ts'
import type { Visit, VisitPlan } from './visit.ts'

const at = (time: string): Instant => toInstant(`2026-11-23T${time}:00.000Z`)
const PLAN: VisitPlan = {
  buddyId: 'b' as AccountId,
  lookedAt: ['alerts'],
  goes: 'alone',
  companion: '',
  whereabouts: 'Todmorden, near the station',
  reach: '01422 000000',
  phrase: 'Please move my four o’clock',
  backBy: at('15:00'),
  alarmMinutes: 15,
}
const VISIT: Visit = {
  ...PLAN,
  rowId: 'v' as RowId,
  appointmentId: 'a' as RowId,
  accountId: 'w' as AccountId,
  outAt: null,
  endedAt: null,
  endedHow: null,
  endedBy: null,
  endedWords: '',
  buddyToldAt: null,
  leaderToldAt: null,
  version: 1,
}

describe('An alarm', () => {
  it.each<[string, string, Partial<Visit>, string[]]>([
    ['is silent until the set minutes are over', '15:14', {}, []],
    ['tells the buddy then', '15:15', {}, ['buddy']],
    ['tells the buddy though nobody said that they go in', '15:15', { outAt: null }, ['buddy']],
    ['tells nobody twice', '15:20', { buddyToldAt: at('15:15') }, []],
    ['tells the leader after as many again', '15:30', { buddyToldAt: at('15:15') }, ['leader']],
    ['tells both where nobody looked for a while', '18:00', {}, ['buddy', 'leader']],
    ['tells nobody once they are back', '18:00', { endedAt: at('15:10'), endedHow: 'back' }, []],
    ['goes by its own minutes', '15:59', { alarmMinutes: 60 }, []],
    ['has nothing left to tell', '18:00', { buddyToldAt: at('15:15'), leaderToldAt: at('15:30') }, []],
  ])('%s', (_words, now, part, due) => {
    expect(alarmsDue({ ...VISIT, ...part }, at(now))).toEqual(due)
  })
})

describe('A visit', () => {
  it.each<[string, string, Partial<Visit>]>([
    ['planned', '14:00', {}],
    ['out', '14:00', { outAt: at('13:50') }],
    ['late', '15:00', { outAt: at('13:50') }],
    ['late', '15:00', {}],
    ['buddy-told', '15:20', { buddyToldAt: at('15:15') }],
    ['leader-told', '15:40', { buddyToldAt: at('15:15'), leaderToldAt: at('15:30') }],
    ['ended', '15:40', { buddyToldAt: at('15:15'), endedAt: at('15:32'), endedHow: 'found-safe' }],
  ])('is %s at %s', (state, now, part) => {
    expect(stateOf({ ...VISIT, ...part }, at(now))).toBe(state)
  })

  it('put off is put off from when one is to be back, or from now when that is over', () => {
    expect(longer(at('15:00'), at('14:00'))).toBe(at('15:30'))
    expect(longer(at('15:00'), at('15:20'))).toBe(at('15:50'))
  })
})

describe('A plan', () => {
  const facts = { now: at('13:00'), startsAt: at('14:00'), goesId: 'w' }
  it.each<[string, Partial<VisitPlan>, string]>([
    ['waits for oneself', { buddyId: 'w' as AccountId }, 'buddy-self'],
    ['goes with nobody named', { goes: 'in-pairs' }, 'companion-missing'],
    ['is over before it begins', { backBy: at('13:00') }, 'back-been'],
    ['is back the day after', { backBy: toInstant('2026-11-24T02:01:00.000Z') }, 'back-too-late'],
  ])('is refused where one %s', (_words, part, why) => {
    expect(checkPlan({ ...PLAN, ...part }, facts)).toMatchObject({ ok: false, why })
  })

  it('is taken', () => {
    expect(checkPlan({ ...PLAN, goes: 'in-pairs', companion: 'A colleague' }, facts).ok).toBe(true)
  })
})
