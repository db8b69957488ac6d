import { describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import type { RowId } from '#ground/ids.ts'
import { answerTimes, daysToAnswer, type Timed } from './times.ts'

const steps = (...those: readonly (readonly [string, string])[]) =>
  those.map(([step, day]) => ({ step, onDay: toDay(day) }))

describe('Working days to an answer', () => {
  it.each<[string, readonly (readonly [string, string])[], number | undefined]>([
    ['the same day', [['accept', '2026-11-23']], 0],
    ['the day after', [['decline', '2026-11-24']], 1],
    ['over a weekend', [['accept', '2026-11-30']], 5],
    ['none', [], undefined],
    ['asked and not told', [['ask', '2026-11-24']], undefined],
    // Two days, then a week of waiting for the sender, then one.
    [
      'asked, told, answered',
      [
        ['ask', '2026-11-25'],
        ['tell', '2026-12-02'],
        ['accept', '2026-12-03'],
      ],
      3,
    ],
    [
      'answered while they wait',
      [
        ['ask', '2026-11-25'],
        ['decline', '2026-12-03'],
      ],
      2,
    ],
    [
      'asked twice',
      [
        ['ask', '2026-11-24'],
        ['tell', '2026-11-26'],
        ['ask', '2026-11-27'],
        ['tell', '2026-11-30'],
        ['accept', '2026-12-01'],
      ],
      3,
    ],
  ])('%s', (_words, those, days) => {
    expect(daysToAnswer({ sentOn: toDay('2026-11-23'), steps: steps(...those) })).toBe(days)
  })
})

describe('How long an agency takes', () => {
  const [one, two] = ['one', 'two'] as unknown as readonly RowId[]
  const timed = (protocolId: RowId | undefined, more: Partial<Timed>): Timed => ({
    protocolId: protocolId as RowId,
    sentOn: toDay('2026-11-02'),
    isWaiting: false,
    dueOn: null,
    steps: [],
    ...more,
  })

  it('is counted by agreement: answered, in time, the middle, late', () => {
    const today = toDay('2026-11-23')
    const all = [
      timed(two, { steps: steps(['accept', '2026-11-03']) }),
      timed(two, { steps: steps(['decline', '2026-11-16']) }),
      timed(two, { steps: steps(['accept', '2026-11-06']) }),
      timed(one, { isWaiting: true, dueOn: toDay('2026-11-20') }),
      timed(one, { isWaiting: true, dueOn: toDay('2026-11-23') }),
    ]
    const days = new Map([
      [one as RowId, 5],
      [two as RowId, 5],
    ])
    expect(answerTimes(all, days, today)).toEqual([
      { protocolId: two, sent: 3, answered: 3, inTime: 2, middleDays: 4, late: 0 },
      { protocolId: one, sent: 2, answered: 0, inTime: 0, middleDays: null, late: 1 },
    ])
  })
})
