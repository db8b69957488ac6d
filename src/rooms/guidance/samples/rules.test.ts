import { describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import { agreementBy, answerDue, drawFrom, gapOf, movesFor, openCriteria, trendsOf } from './rules.ts'
import type { AgreedWork, BothRatings, Met } from './sample.ts'

const [DANA, MAIR, LEADER] = ['dana', 'mair', 'leader'] as AccountId[] as [AccountId, AccountId, AccountId]

function work(accountId: AccountId, n: number, person = `${accountId}${n}`): AgreedWork {
  return { rowId: `${accountId}-${n}` as RowId, personId: person as PersonId, accountId, on: toDay('2026-11-02') }
}
const pool = [...Array.from({ length: 9 }, (_, n) => work(DANA, n)), work(MAIR, 1), work(MAIR, 2)]

describe('A sample', () => {
  it('is the same again from the same seed and pool, in whatever order the pool comes', () => {
    const drawn = drawFrom(pool, 'a seed', 5).map(one => one.rowId)
    expect(drawFrom(pool.toReversed(), 'a seed', 5).map(one => one.rowId)).toEqual(drawn)
    expect(
      new Set(
        ['b', 'c', 'd', 'e'].map(seed =>
          drawFrom(pool, seed, 5)
            .map(one => one.rowId)
            .join(' '),
        ),
      ).size,
    ).toBeGreaterThan(1)
  })

  it.each([
    [2, 1, 1],
    [4, 2, 2],
    [6, 4, 2],
    [30, 9, 2],
  ])('of %i takes from each adviser in turn: %i and %i', (wanted, danas, mairs) => {
    const drawn = drawFrom(pool, 'a seed', wanted)
    const of = (id: AccountId) => drawn.filter(one => one.accountId === id).length
    expect([of(DANA), of(MAIR)]).toEqual([danas, mairs])
  })

  it('takes one of a young person, however often something was agreed with them', () => {
    expect(drawFrom([work(DANA, 1, 'same'), work(DANA, 2, 'same'), work(MAIR, 3, 'same')], 's', 5)).toHaveLength(1)
  })

  it('of nothing is nothing', () => {
    expect(drawFrom([], 's', 5)).toEqual([])
  })
})

it('An answer is asked for within ten working days', () => {
  expect(answerDue(toDay('2026-11-23'))).toBe('2026-12-07')
})

describe('What may be done with a reading', () => {
  const one = {
    ...({ state: 'drawn', what: 'assessment', adviserId: DANA, readerId: LEADER, leaderId: LEADER } as const),
    ...{ secondId: null, secondOn: null },
  }
  it.each([
    ['its reader', LEADER, one, ['read', 'close', 'ask-second']],
    ['its reader, once it was read', LEADER, { ...one, state: 'read' as const }, ['close', 'ask-second']],
    ['its reader, of a plan', LEADER, { ...one, what: 'plan' as const }, ['read', 'close']],
    ['whose work it is, before', DANA, one, []],
    ['whose work it is, once it was read', DANA, { ...one, state: 'read' as const }, ['answer']],
    ['whose work it is, once they answered', DANA, { ...one, state: 'answered' as const }, []],
    ['a leader, of their own work', DANA, { ...one, leaderId: DANA, readerId: DANA }, []],
    ['a second reader', MAIR, { ...one, secondId: MAIR }, ['rate']],
    ['a second reader who did', MAIR, { ...one, secondId: MAIR, secondOn: toDay('2026-11-23') }, []],
    ['anybody else', MAIR, one, []],
    ['its reader, once it was closed', LEADER, { ...one, state: 'closed' as const }, []],
  ])('by %s', (_, who, reading, moves) => {
    expect([...movesFor(who, reading)]).toEqual(moves)
  })
})

it('It is kept once something is said of each criterion', () => {
  const said = { said: 'yes', words: '' } as const
  expect(openCriteria({ evidence: said }, ['evidence', 'own-view'])).toEqual(['own-view'])
})

describe('How far two readers agree', () => {
  it.each([
    [4, 4, 0],
    [5, 2, 3],
    [null, 2, undefined],
    [2, null, undefined],
  ])('%s and %s', (level, adviserLevel, gap) => {
    expect(gapOf({ level, adviserLevel })).toBe(gap)
  })

  const pair = (level: number | null, adviserLevel: number | null): BothRatings => ({
    ...{ factor: 'housing', level, adviserLevel },
  })
  it('is told by factor in numbers, and what one alone rated apart', () => {
    const ratings = [pair(1, 1), pair(2, 2), pair(3, 2), pair(5, 1), pair(4, 4), pair(null, 3), pair(null, null)]
    expect(agreementBy(ratings)).toEqual([
      { factor: 'housing', pairs: 5, told: { same: 3, near: 1, apart: 1 }, alone: 1 },
    ])
  })

  it('is not told of fewer than five', () => {
    expect(agreementBy([pair(1, 1), pair(1, 1), pair(1, 1), pair(1, 1)])[0]?.told).toBeUndefined()
  })
})

describe('Samples over the months', () => {
  const read = (month: string, said: Met) => ({ month: toDay(month), marks: { evidence: { said, words: '' } } })
  it('say how often each was found, by month, the oldest first; fewer than five are not told', () => {
    const five = (['yes', 'yes', 'part', 'no', 'yes'] as const).map(said => read('2026-10-01', said))
    expect(trendsOf([read('2026-11-01', 'yes'), ...five])).toEqual([
      { criterion: 'evidence', month: '2026-10-01', looked: 5, told: { yes: 3, part: 1, no: 1 } },
      { criterion: 'evidence', month: '2026-11-01', looked: 1, told: undefined },
    ])
  })
})
