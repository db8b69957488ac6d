import { describe, expect, it } from 'vitest'
import { told } from '#ground/few.ts'
import { addUp } from './counts.ts'

describe('A count that is told', () => {
  it.each([
    [0, 0, true],
    [1, 0, true],
    [4, 0, true],
    [5, 5, false],
    [7, 5, false],
    [8, 10, false],
    [1249, 1250, false],
  ])('%i people read as %i (few: %s)', (count, value, isFew) => {
    expect(told(count)).toEqual({ value, isFew })
  })

  it('of nobody reads as that of one to four', () => {
    expect(told(0)).toEqual(told(4))
  })
})

describe('Adding up', () => {
  it('keeps the order, and what has nobody', () => {
    const rows = [
      { name: 'b', count: 2 },
      { name: 'c', count: 1 },
      { name: 'b', count: 3 },
    ] as const
    expect(addUp<'a' | 'b' | 'c'>(rows, ['a', 'b'])).toEqual([
      { name: 'a', count: 0 },
      { name: 'b', count: 5 },
      { name: 'c', count: 1 },
    ])
  })
})
