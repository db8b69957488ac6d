import { describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import type { AccountId } from '#ground/ids.ts'
import { ORGANISATION_KINDS } from '#rooms/directory/index.ts'
import { ROLES } from '#rooms/identity/index.ts'
import {
  coverTrouble,
  deploymentTrouble,
  dutyTrouble,
  grantPeriod,
  hasRoll,
  isAdviser,
  mayArrangeCover,
  stateOn,
} from './rules.ts'

const today = toDay('2026-11-23')

describe('The days of a deployment', () => {
  it.each([
    ['until further notice', '2026-11-23', null, undefined],
    ['began long ago', '2026-09-01', null, undefined],
    ['is to come', '2027-01-04', '2027-07-20', undefined],
    ['one day only', '2026-11-23', '2026-11-23', undefined],
    ['ends before it starts', '2026-11-25', '2026-11-24', 'ends-before-it-starts'],
    ['is over already', '2026-09-01', '2026-11-22', 'over-already'],
  ])('%s', (_words, from, last, trouble) => {
    expect(deploymentTrouble(toDay(from), last === null ? null : toDay(last), today)).toBe(trouble)
  })
})

describe('The days of a cover', () => {
  it.each([
    ['today only', '2026-11-23', '2026-11-23', undefined],
    ['90 days with the first and the last', '2026-11-23', '2027-02-20', undefined],
    ['91 days', '2026-11-23', '2027-02-21', 'too-long'],
    ['begins yesterday', '2026-11-22', '2026-11-30', 'past'],
    ['ends before it starts', '2026-11-24', '2026-11-23', 'ends-before-it-starts'],
  ])('%s', (_words, from, last, trouble) => {
    expect(coverTrouble(toDay(from), toDay(last), today)).toBe(trouble)
  })
})

describe('A day on the duty desk', () => {
  it.each([
    ['yesterday', '2026-11-22', 'past'],
    ['today', '2026-11-23', undefined],
    ['60 days ahead', '2027-01-22', undefined],
    ['61 days ahead', '2027-01-23', 'too-far'],
  ])('%s', (_words, on, trouble) => {
    expect(dutyTrouble(toDay(on), today)).toBe(trouble)
  })
})

describe('A grant for days', () => {
  it.each([
    ['in winter', '2026-11-23', '2026-11-24', '2026-11-23T00:00:00.000Z', '2026-11-24T00:00:00.000Z'],
    ['in summer', '2026-07-01', '2026-07-02', '2026-06-30T23:00:00.000Z', '2026-07-01T23:00:00.000Z'],
    [
      'on the day the clocks go forward',
      '2026-03-29',
      '2026-03-30',
      '2026-03-29T00:00:00.000Z',
      '2026-03-29T23:00:00.000Z',
    ],
    ['on the day they go back', '2026-10-25', '2026-10-26', '2026-10-24T23:00:00.000Z', '2026-10-26T00:00:00.000Z'],
  ])('%s is in force from midnight to midnight in London', (_words, from, out, since, until) => {
    expect(grantPeriod(toDay(from), toDay(out))).toEqual({ since, until })
  })

  it('without an end goes on', () => {
    expect(grantPeriod(today, null).until).toBeNull()
  })
})

describe('Where something stands', () => {
  it.each([
    ['2026-11-24', null, 'ahead'],
    ['2026-11-23', null, 'now'],
    ['2026-11-01', '2026-11-24', 'now'],
    ['2026-11-01', '2026-11-23', 'over'],
    ['2026-11-23', '2026-11-23', 'over'],
  ])('from %s to before %s it is %s', (from, out, state) => {
    expect(stateOn({ startedOn: toDay(from), finishedOn: out === null ? null : toDay(out) }, today)).toBe(state)
  })
})

describe('Who and where', () => {
  it('only those who advise are sent, and only to places of learning', () => {
    expect(ROLES.filter(isAdviser)).toEqual(['universal-adviser', 'intensive-adviser', 'team-leader'])
    expect(ORGANISATION_KINDS.filter(hasRoll)).toEqual([
      'school',
      'special-school',
      'pupil-referral-unit',
      'sixth-form-college',
      'college',
      'training-provider',
    ])
  })

  it.each([
    ['the leader of their team', 'leader', 'leader', true],
    ['another leader', 'other', 'leader', false],
    ['the one who goes away', 'away', 'leader', true],
    ['any leader, where there is no leader', 'other', null, true],
    ['a command', null, 'leader', true],
  ])('cover is arranged by %s: %s', (_words, actor, leader, may) => {
    expect(mayArrangeCover(actor, { accountId: 'away' as AccountId, leaderId: leader as AccountId | null })).toBe(may)
  })
})
