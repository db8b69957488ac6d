import { describe, expect, it } from 'vitest'
import { toInstant } from '#ground/clock.ts'
import { toDay } from '#ground/day.ts'
import type { PersonId, RowId } from '#ground/ids.ts'
import type { Goal, Target } from './plan.ts'
import { adviceOn, byDay, classesOfTarget, isAllOnOthers, planDueOf, standingOf, targetTrouble } from './rules.ts'

const TODAY = toDay('2026-11-23')
const AT = toInstant('2026-11-23T09:00:00Z')

function target(more: Partial<Target> = {}): Target {
  return {
    rowId: 'one' as RowId,
    goalId: 'goal' as RowId,
    personId: 'them' as PersonId,
    classBit: 64,
    alsoBit: null,
    what: 'Send the form',
    dueOn: toDay('2026-12-10'),
    factor: null,
    owner: 'young-person',
    ownerName: '',
    support: 'We fill it in together',
    howKnown: 'The college writes back',
    isRestricted: false,
    state: 'open',
    setOn: TODAY,
    answeredOn: null,
    answerWords: '',
    version: 1,
    changedAt: AT,
    ...more,
  }
}

const goal: Goal = {
  rowId: 'goal' as RowId,
  personId: 'them' as PersonId,
  words: 'Work with animals',
  state: 'open',
  setOn: TODAY,
  version: 1,
  changedAt: AT,
}

describe('What is to be thought about', () => {
  it.each([
    ['nothing, where all is said', {}, []],
    ['that it has no day', { dueOn: null }, ['no-day']],
    ['that it is due too soon to stretch', { dueOn: toDay('2026-11-24') }, ['too-soon']],
    ['nothing on the second day', { dueOn: toDay('2026-11-25') }, []],
    ['that it is too far away', { dueOn: toDay('2027-05-24') }, ['too-far']],
    ['nothing at six months', { dueOn: toDay('2027-05-23') }, []],
    ['how it will be known', { howKnown: '' }, ['no-measure']],
    ['what support was promised, where it is theirs', { support: '' }, ['no-support']],
    ['no support where it is the adviser’s', { support: '', owner: 'adviser' as const }, []],
  ])('%s', (_words, more, advice) => {
    expect(adviceOn(target(more), TODAY)).toEqual(advice)
  })
  it('that nothing is theirs to do: of open targets alone', () => {
    expect(isAllOnOthers([target({ owner: 'adviser' })])).toBe(true)
    expect(isAllOnOthers([target({ owner: 'adviser' }), target()])).toBe(false)
    expect(isAllOnOthers([target({ owner: 'adviser' }), target({ state: 'met' })])).toBe(true)
    expect(isAllOnOthers([target({ state: 'met' })])).toBe(false)
  })
})

describe('A target', () => {
  it('has the class of what its factor tells of, or restricted', () => {
    const health = { code: 'physical-health', label: 'Physical health', discloses: 'health' as const }
    expect(classesOfTarget(undefined, false)).toEqual({ own: 'plan', also: null })
    expect(classesOfTarget(health, false)).toEqual({ own: 'health', also: null })
    expect(classesOfTarget(health, true)).toEqual({ own: 'restricted', also: 'health' })
  })
  it('is not due before today, and a partner has a name', () => {
    expect(targetTrouble(target({ dueOn: TODAY }), TODAY)).toBeUndefined()
    expect(targetTrouble(target({ dueOn: toDay('2026-11-22') }), TODAY)).toBe('due-before')
    expect(targetTrouble(target({ owner: 'partner' }), TODAY)).toBe('partner-unnamed')
  })
  it('the earliest day first, those without one last', () => {
    const [none, late, soon] = [target({ dueOn: null }), target({ dueOn: toDay('2027-01-01') }), target()]
    expect(byDay([none, late, soon])).toEqual([soon, late, none])
  })
})

describe('Where a plan stands', () => {
  const agreed = { recordedAt: AT }
  const later = toInstant('2026-11-23T09:00:01Z')
  it.each([
    ['none without a goal', [], [], agreed, 'none'],
    ['never agreed', [goal], [], undefined, 'never-agreed'],
    ['agreed as it stands', [goal], [target()], agreed, 'agreed'],
    ['changed since, by a target', [goal], [target({ changedAt: later })], agreed, 'changed-since'],
    ['changed since, by a goal', [{ ...goal, changedAt: later }], [], agreed, 'changed-since'],
  ])('%s', (_words, goals, targets, last, standing) => {
    expect(standingOf(goals, targets, last)).toBe(standing)
  })
})

describe('What is due about a plan', () => {
  const leadSince = toDay('2026-11-01')
  const of = (reviewOn: string | null | undefined, hasGoals = true) =>
    planDueOf(
      {
        hasGoals,
        leadSince,
        last: reviewOn === undefined ? undefined : { reviewOn: reviewOn === null ? null : toDay(reviewOn) },
      },
      TODAY,
    )
  it.each([
    ['who has none, since when they are led for', undefined, false, { what: 'no-plan', on: null, daysLate: 22 }],
    [
      'one that was never agreed has no day of review',
      undefined,
      true,
      { what: 'no-review-day', on: null, daysLate: 0 },
    ],
    ['one without a day', null, true, { what: 'no-review-day', on: null, daysLate: 0 }],
    ['a review that is late', '2026-11-20', true, { what: 'review-late', on: '2026-11-20', daysLate: 3 }],
    ['a review today is not late', '2026-11-23', true, { what: 'review-ahead', on: '2026-11-23', daysLate: 0 }],
    ['a review in four weeks', '2026-12-21', true, { what: 'review-ahead', on: '2026-12-21', daysLate: -28 }],
    ['one further ahead is nobody’s work yet', '2026-12-22', true, undefined],
  ])('%s', (_words, reviewOn, hasGoals, due) => {
    expect(of(reviewOn, hasGoals)).toEqual(due)
  })
})
