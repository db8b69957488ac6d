import { describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import type { State } from './programme.ts'
import { entryOf, type Known, mayEnter, movesFor, stageDue, startTrouble, stepDayTrouble, talkDue } from './rules.ts'

const today = toDay('2026-11-23')
const asks = { minAge: 16, maxAge: 18, needsLead: true, needsAssessment: true, needsPlan: true }
const ready: Known = {
  bornOn: toDay('2009-11-23'),
  hasLead: true,
  assessedOn: toDay('2026-06-01'),
  hasPlan: true,
}
const metOf = (known: Partial<Known>, startsOn = today) =>
  Object.fromEntries(entryOf(asks, { ...ready, ...known }, startsOn, today).map(one => [one.check, one.met]))

describe('Who may come on a programme', () => {
  it.each<[string, Partial<Known>, Record<string, boolean | 'unknown'>]>([
    ['everything is so', {}, { age: true, lead: true, assessment: true, plan: true }],
    ['sixteen on the day', { bornOn: toDay('2010-11-23') }, { age: true, lead: true, assessment: true, plan: true }],
    ['sixteen tomorrow', { bornOn: toDay('2010-11-24') }, { age: false, lead: true, assessment: true, plan: true }],
    ['nineteen', { bornOn: toDay('2007-11-23') }, { age: false, lead: true, assessment: true, plan: true }],
    ['no birth date', { bornOn: null }, { age: 'unknown', lead: true, assessment: true, plan: true }],
    ['nobody leads', { hasLead: false }, { age: true, lead: false, assessment: true, plan: true }],
    [
      'assessed a year ago',
      { assessedOn: toDay('2025-11-23') },
      { age: true, lead: true, assessment: true, plan: true },
    ],
    [
      'assessed before that',
      { assessedOn: toDay('2025-11-22') },
      { age: true, lead: true, assessment: false, plan: true },
    ],
    ['never assessed', { assessedOn: null }, { age: true, lead: true, assessment: false, plan: true }],
    [
      'what the asker may not see',
      { assessedOn: undefined, hasPlan: undefined },
      { age: true, lead: true, assessment: 'unknown', plan: 'unknown' },
    ],
  ])('%s', (_, known, met) => {
    expect(metOf(known)).toEqual(met)
  })

  it('is asked for the day they start', () => {
    expect(metOf({ bornOn: toDay('2010-12-01') }, toDay('2026-12-01'))['age']).toBe(true)
  })

  it('asks nothing the programme does not ask, and what is not known is not met', () => {
    const none = { ...asks, needsLead: false, needsAssessment: false, needsPlan: false }
    expect(entryOf(none, ready, today, today)).toEqual([{ check: 'age', met: true }])
    expect(mayEnter(entryOf(asks, ready, today, today))).toBe(true)
    expect(mayEnter(entryOf(asks, { ...ready, assessedOn: undefined }, today, today))).toBe(false)
  })
})

describe('Days of a programme', () => {
  it.each([
    ['2026-11-23', undefined],
    ['2027-11-23', undefined],
    ['2027-11-24', 'too-far-ahead'],
    ['2024-11-23', undefined],
    ['2024-11-22', 'too-long-ago'],
  ])('a start on %s: %s', (day, trouble) => {
    expect(startTrouble(toDay(day), today)).toBe(trouble)
  })

  it.each([
    ['2026-11-24', null, 'in-future'],
    ['2026-11-23', '2026-11-23', undefined],
    ['2026-11-22', '2026-11-23', 'before-last'],
    ['2020-01-01', null, undefined],
  ])('a step on %s after %s: %s', (on, after, trouble) => {
    expect(stepDayTrouble(toDay(on), after === null ? null : toDay(after), today)).toBe(trouble)
  })

  it('a stage is looked at when its weeks are over, and a leaver is talked with within ten working days', () => {
    expect(stageDue({ weeks: 6 }, toDay('2026-11-02'))).toBe('2026-12-14')
    expect(stageDue({ weeks: null }, toDay('2026-11-02'))).toBeNull()
    expect(talkDue(toDay('2026-12-18'))).toBe('2027-01-06')
  })
})

describe('What may be done next', () => {
  it.each<[State, null | 'held' | 'did-not-want' | 'not-reached', string[]]>([
    ['waiting', null, ['start', 'not-start']],
    ['on', null, ['move', 'finish', 'leave']],
    ['left', null, ['talk']],
    ['left', 'not-reached', ['talk']],
    ['left', 'held', []],
    ['left', 'did-not-want', []],
    ['completed', null, []],
    ['not-started', null, []],
  ])('%s, talked: %s', (state, talk, moves) => {
    expect([...movesFor({ state, talk })]).toEqual(moves)
  })
})
