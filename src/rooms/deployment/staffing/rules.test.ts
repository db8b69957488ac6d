import { describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import { type LoadState, loadState, vacancyOf, waitingOf } from './rules.ts'

const TODAY = toDay('2026-11-23')
const place = (from: string, until: string | null = null) => ({
  startedOn: toDay(from),
  finishedOn: until === null ? null : toDay(until),
})
const posts = (count: number, from: string) => ({ posts: count, fromOn: toDay(from) })

describe('A caseload', () => {
  it.each<[number, boolean, LoadState]>([
    [15, true, 'within'],
    [16, true, 'full'],
    [20, true, 'full'],
    [21, true, 'too-many'],
    [100, false, 'no-limit'],
  ])('of %i, intensive %s, is %s', (count, isIntensive, state) => expect(loadState(count, isIntensive)).toBe(state))
})

describe('Posts of a team', () => {
  it.each<[string, Parameters<typeof vacancyOf>[0], Parameters<typeof vacancyOf>[1], ReturnType<typeof vacancyOf>]>([
    ['nothing entered', [], [place('2026-01-01')], { posts: undefined, advisers: 1, vacant: 0, since: undefined }],
    [
      'all taken',
      [posts(1, '2026-01-01')],
      [place('2026-01-01')],
      { posts: 1, advisers: 1, vacant: 0, since: undefined },
    ],
    [
      'one left, and the day they did counts',
      [posts(2, '2026-01-01')],
      [place('2026-01-01'), place('2026-01-01', '2026-10-05')],
      { posts: 2, advisers: 1, vacant: 1, since: toDay('2026-10-05') },
    ],
    [
      'filled in between, it counts from the last time',
      [posts(1, '2026-01-01')],
      [place('2026-03-01', '2026-05-01'), place('2026-06-01', '2026-11-01')],
      { posts: 1, advisers: 0, vacant: 1, since: toDay('2026-11-01') },
    ],
    [
      'more posts since',
      [posts(1, '2026-01-01'), posts(3, '2026-09-01')],
      [place('2026-01-01')],
      { posts: 3, advisers: 1, vacant: 2, since: toDay('2026-09-01') },
    ],
    [
      'never filled',
      [posts(2, '2026-02-01')],
      [place('2026-03-01')],
      { posts: 2, advisers: 1, vacant: 1, since: toDay('2026-02-01') },
    ],
    [
      'more advisers than posts',
      [posts(1, '2026-02-01')],
      [place('2026-03-01'), place('2026-03-01')],
      { posts: 1, advisers: 2, vacant: 0, since: undefined },
    ],
  ])('%s', (_what, its, places, vacancy) => expect(vacancyOf(its, places, TODAY)).toEqual(vacancy))
})

describe('Those nobody leads for', () => {
  it('are told from five on, with the days of the middle one', () => {
    const since = ['2026-11-22', '2026-11-20', '2026-11-13', '2026-11-03', '2026-10-01'].map(toDay)
    expect(waitingOf(since, TODAY)).toEqual({ count: { value: 5, isFew: false }, middleDays: 10 })
    expect(waitingOf(since.slice(1), TODAY)).toEqual({ count: { value: 0, isFew: true }, middleDays: undefined })
  })
})
