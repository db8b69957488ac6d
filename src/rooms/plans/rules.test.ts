import { describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import type { Agreement, Goal, Target } from './plan.ts'
import {
  adviceOn,
  afterAnswers,
  byDay,
  classesOfTarget,
  isAllOnOthers,
  planDueOf,
  shownIn,
  stampOf,
  standingOf,
  targetTrouble,
} from './rules.ts'

const TODAY = toDay('2026-11-23')

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
    ownStep: 'not-asked',
    adviserStep: 'not-asked',
    aimId: null,
    saidVersion: more.version ?? 1,
    isRestricted: false,
    state: 'open',
    setOn: TODAY,
    answeredOn: null,
    answerWords: '',
    version: 1,
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
    expect(adviceOn(target(more), TODAY, TODAY)).toEqual(advice)
  })
  it('no day of one that has been, and no stretch asked of a day that was set weeks ago', () => {
    const late = target({ dueOn: toDay('2026-11-20') })
    expect(adviceOn(late, toDay('2026-11-19'), TODAY)).toEqual([])
    expect(adviceOn(target({ dueOn: toDay('2026-11-24') }), toDay('2026-11-01'), TODAY)).toEqual([])
  })
  it('that nothing is theirs to do: of open targets alone', () => {
    expect(isAllOnOthers({ targets: [target({ owner: 'adviser' })] })).toBe(true)
    expect(isAllOnOthers({ targets: [target({ owner: 'adviser' }), target()] })).toBe(false)
    expect(isAllOnOthers({ targets: [target({ owner: 'adviser' }), target({ state: 'met' })] })).toBe(true)
    expect(isAllOnOthers({ targets: [target({ state: 'met' })] })).toBe(false)
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
  const agreedTo = (...shown: string[]): Agreement[] => [
    {
      rowId: 'agreed' as RowId,
      kind: 'plan',
      agreedOn: TODAY,
      agreedBy: 'dana' as AccountId,
      agreement: 'agreed',
      words: '',
      viewOfHelp: '',
      copyGiven: 'paper',
      reviewOn: null,
      shown,
      linkId: null,
    },
  ]
  const not = (agreements: Agreement[]) => agreements.map(one => ({ ...one, agreement: 'disagreed' as const }))
  it.each([
    ['none without a goal', [], [], agreedTo(), 'none'],
    ['over, when every goal is', [{ ...goal, state: 'reached' }], [], agreedTo('goal:1'), 'over'],
    ['never agreed', [goal], [], [], 'never-agreed'],
    ['agreed as it stands', [goal], [target()], agreedTo('goal:1', 'one:1'), 'agreed'],
    ['not agreed with', [goal], [target()], not(agreedTo('goal:1', 'one:1')), 'disagreed'],
    ['changed since, by a target', [goal], [target({ version: 2 })], agreedTo('goal:1', 'one:1'), 'changed-since'],
    ['changed since, by a goal', [{ ...goal, version: 2 }], [], agreedTo('goal:1'), 'changed-since'],
    ['changed since, by one that was added', [goal], [target()], agreedTo('goal:1'), 'changed-since'],
    ['agreed, though one was taken off', [goal], [], agreedTo('goal:1', 'one:1'), 'agreed'],
    ['agreed, though one was answered', [goal], [target({ state: 'met', version: 2 })], agreedTo('goal:1'), 'agreed'],
    [
      'never agreed, by a target under a goal that is over',
      [{ ...goal, state: 'dropped' }],
      [target()],
      [],
      'never-agreed',
    ],
  ] as const)('%s', (_words, goals, targets, agreements, standing) => {
    expect(standingOf({ goals, targets, agreements })).toBe(standing)
  })
  it('is what a review left open, once it is closed', () => {
    const plan = { goals: [goal], targets: [target(), target({ rowId: 'two' as RowId })], agreements: [] }
    const after = afterAnswers(plan, [
      { targetId: 'one' as RowId, answer: 'met' },
      { targetId: 'two' as RowId, answer: 'goes-on' },
    ])
    expect(shownIn(after)).toEqual(['goal:1', 'two:1'])
  })
  it('is told by a stamp that any change and any agreement makes another', () => {
    const plan = { goals: [goal], targets: [target()], agreements: [] }
    const stamps = [
      plan,
      { ...plan, targets: [target({ version: 2 })] },
      { ...plan, targets: [] },
      { ...plan, agreements: agreedTo('goal:1', 'one:1') },
    ].map(stampOf)
    expect(new Set(stamps).size).toBe(stamps.length)
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
