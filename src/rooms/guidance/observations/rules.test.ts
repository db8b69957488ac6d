import { describe, expect, it } from 'vitest'
import type { AccountId } from '#ground/ids.ts'
import { movesFor, openMarks } from './rules.ts'

const [leader, adviser, other] = ['leader', 'adviser', 'other'] as unknown as [AccountId, AccountId, AccountId]

describe('An observation of practice', () => {
  it.each([
    ['observed', 'draft', leader, ['change', 'give']],
    ['observed', 'draft', adviser, []],
    ['observed', 'given', leader, []],
    ['observed', 'given', adviser, ['answer']],
    ['observed', 'given', other, []],
    ['observed', 'answered', adviser, []],
    ['observed', 'answered', leader, []],
  ] as const)('that is %s and %s may be moved by %s: %j', (kind, state, by, moves) => {
    expect([...movesFor(by, { kind, state, observerId: leader, observedId: adviser })]).toEqual(moves)
  })

  it('of one’s own is given by oneself, and asks nobody for an answer', () => {
    const own = { kind: 'self', observerId: adviser, observedId: adviser } as const
    expect([...movesFor(adviser, { ...own, state: 'draft' })]).toEqual(['change', 'give'])
    expect([...movesFor(adviser, { ...own, state: 'given' })]).toEqual([])
  })

  it('has all nine marks before it is given', () => {
    expect(openMarks({})).toHaveLength(9)
    expect(openMarks({ rapport: { said: 'seen', words: '' } })).not.toContain('rapport')
  })
})
