import { describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import type { ApplicationState } from './application.ts'
import type { Fit } from './opportunity.ts'
import {
  type Candidate,
  dayTrouble,
  dueAfter,
  factsTrouble,
  isOfAge,
  isOpen,
  isOver,
  movesIn,
  suits,
  unmet,
} from './rules.ts'

const day = (text: string | null) => (text === null ? null : toDay(text))
// A Monday.
const TODAY = toDay('2026-11-23')

describe('An opportunity', () => {
  it.each([
    ['open', null, null, true],
    ['open', '2026-11-23', null, true],
    ['open', '2026-11-22', '2027-01-04', false],
    ['open', null, '2026-11-22', false],
    ['filled', null, null, false],
    ['closed', '2026-12-01', null, false],
  ] as const)(
    'that is %s, to apply by %s, starting %s: one can be put forward: %s',
    (state, applyBy, startsOn, open) => {
      expect(isOpen({ state, applyBy: day(applyBy), startsOn: day(startsOn) }, TODAY)).toBe(open)
    },
  )

  it.each([
    [{ employer: '' }, 'who-offers'],
    [{}, undefined],
    [{ startsOn: '2026-11-22' }, 'starts-before'],
    [{ startsOn: '2028-11-24' }, 'starts-too-far'],
    [{ applyBy: '2026-11-22' }, 'ends-before'],
    [{ applyBy: '2028-11-24' }, 'ends-too-far'],
    [{ applyBy: '2026-12-02', startsOn: '2026-12-01' }, 'ends-after-start'],
    [{ applyBy: '2026-12-01', startsOn: '2026-12-01' }, undefined],
    [{ minAge: 19, maxAge: 18 }, 'ages'],
  ])(
    '%o: %s',
    (typed: { employer?: string; startsOn?: string; applyBy?: string; minAge?: number; maxAge?: number }, why) => {
      const facts = {
        organisationId: null,
        employer: typed.employer ?? 'Sample Joinery',
        startsOn: day(typed.startsOn ?? null),
        applyBy: day(typed.applyBy ?? null),
        minAge: typed.minAge ?? 16,
        maxAge: typed.maxAge ?? 18,
      }
      expect(factsTrouble(facts, TODAY)).toBe(why)
    },
  )

  it('may keep a day that has passed since it was typed', () => {
    const facts = { organisationId: null, employer: 'Sample Joinery', minAge: 16, maxAge: 18, applyBy: null }
    const startsOn = toDay('2026-11-20')
    expect(factsTrouble({ ...facts, startsOn }, TODAY, { startsOn, applyBy: null })).toBeUndefined()
  })
})

describe('Whom it may suit', () => {
  const OF = {
    ...{ minAge: 16, maxAge: 18, startsOn: toDay('2027-01-04'), town: 'Sampleton', discloses: 0 },
    fits: ['part-time', 'step-free'] as readonly Fit[],
  }
  const LOOKS: Candidate = { bornOn: toDay('2009-10-01'), activityCode: '619', town: null, needs: [] }
  const same = (a: string, b: string) => a === b
  const why = (one: Partial<Candidate>, of: Partial<typeof OF> = {}) =>
    suits({ ...LOOKS, ...one }, { ...OF, ...of }, TODAY, same).map(reason => reason.why)

  it.each([
    ['619', 'looking'],
    ['260', 'for-a-time'],
    ['350', 'for-a-time'],
    ['440', 'for-a-time'],
    ['530', 'for-a-time'],
    ['540', undefined],
    ['610', undefined],
  ])('somebody whose activity is %s: %s', (activityCode, reason) => {
    expect(why({ activityCode })).toEqual(reason === undefined ? [] : [reason])
  })

  it.each(['620', '630', '640', '650', '660', '670', '130', '710', '210', '810'])(
    'nobody because of activity %s: it tells of health, family, faith or custody, or that nothing is sought',
    activityCode => {
      expect(why({ activityCode })).toEqual([])
    },
  )

  it('somebody in Year 11 for what starts after they may leave, and not before', () => {
    const one = { bornOn: toDay('2011-02-01'), activityCode: '110' }
    expect(why(one, { startsOn: toDay('2027-09-06') })).toEqual(['leaves-school'])
    expect(why(one, { startsOn: toDay('2027-05-04'), minAge: 15 })).toEqual([])
  })

  it('nobody whose age is not fitting or not known, and nobody for what tells of something by its very name', () => {
    expect(why({ bornOn: toDay('2011-10-01') })).toEqual([])
    expect(isOfAge(null, OF, TODAY)).toBeUndefined()
    // Sixteen by the first day, though not yet today.
    expect(why({ bornOn: toDay('2010-12-20') })).toEqual(['looking'])
    expect(why({}, { discloses: 256 })).toEqual([])
  })

  it('with where they live and what they asked for, said besides and never by itself', () => {
    expect(why({ town: 'Sampleton', needs: ['part-time', 'from-home'] })).toEqual([
      'looking',
      'lives-there',
      'fits-round',
    ])
    expect(why({ town: 'Sampleton', activityCode: null })).toEqual([])
    expect(unmet(['part-time', 'from-home'], OF.fits)).toEqual(['from-home'])
  })
})

describe('An application', () => {
  it.each<[ApplicationState, string, string | null]>([
    // From a Friday; the last day to apply is the Monday after.
    ['suggested', 'want withdraw', '2026-11-30'],
    ['wanted', 'put-forward withdraw', '2026-11-30'],
    ['put-forward', 'interview result prepare withdraw', '2026-12-11'],
    // The interview is on Tuesday the 1st, the first day on Monday the 14th.
    ['interview', 'result interview prepare withdraw', '2026-12-03'],
    ['offered', 'accept prepare withdraw', '2026-12-04'],
    ['accepted', 'start prepare withdraw', '2026-12-16'],
    ['not-wanted', '', null],
    ['not-offered', '', null],
    ['started', '', null],
    ['not-started', '', null],
    ['withdrawn', '', null],
  ])('that is %s: %s, by %s', (state, moves, due) => {
    const days = {
      applyBy: toDay('2026-11-30'),
      interviewOn: toDay('2026-12-01'),
      startsOn: toDay('2026-12-14'),
    }
    expect(movesIn(state).join(' ')).toBe(moves)
    expect(isOver(state)).toBe(moves === '')
    expect(dueAfter(state, toDay('2026-11-27'), days)).toBe(due)
  })

  it('is due today when the last day to apply has come', () => {
    const none = { interviewOn: null, startsOn: null }
    expect(dueAfter('wanted', TODAY, { ...none, applyBy: toDay('2026-11-20') })).toBe(TODAY)
    expect(dueAfter('wanted', TODAY, { ...none, applyBy: null })).toBe('2026-11-26')
  })

  it.each([
    ['2026-11-19', 'before-it'],
    ['2026-11-20', undefined],
    ['2028-11-24', 'too-far'],
  ])('has a day of %s: %s', (on, trouble) => {
    expect(dayTrouble(toDay(on), toDay('2026-11-20'), TODAY)).toBe(trouble)
  })
})
