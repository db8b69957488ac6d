import { describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import type { AccountId } from '#ground/ids.ts'
import { isAhead, mayTry, movesOf, TRIES_A_DAY, takesEvidence } from './rules.ts'

const TODAY = toDay('2026-11-23')
const COLLEAGUE = 'a colleague' as AccountId

describe('Of an entry of their file they may', () => {
  it.each([
    ['share or take out what is theirs alone', 'private', null, ['share', 'take-out']],
    ['take back what they shared', 'shared', null, ['take-back']],
    ['do nothing with what is out', 'out', null, []],
    ['do nothing with what was written down with them', 'shared', COLLEAGUE, []],
  ] as const)('%s', (_words, state, writtenBy, moves) => {
    expect(movesOf({ state, writtenBy })).toEqual(moves)
  })
})

describe('A word may be tried', () => {
  it.each([
    ['the first time', { tries: 0, triedOn: null }, true],
    ['after four wrong ones that day', { tries: TRIES_A_DAY - 1, triedOn: TODAY }, true],
    ['not after five', { tries: TRIES_A_DAY, triedOn: TODAY }, false],
    ['the next day', { tries: TRIES_A_DAY, triedOn: toDay('2026-11-22') }, true],
  ] as const)('%s', (_words, tried, may) => {
    expect(mayTry(tried, TODAY)).toBe(may)
  })
})

describe('Evidence is taken by a target that is', () => {
  it.each([
    ['open', { state: 'open', isRestricted: false, alsoBit: null }, true],
    ['not one that is over', { state: 'met', isRestricted: false, alsoBit: null }, false],
    ['not one that is kept close', { state: 'open', isRestricted: true, alsoBit: null }, false],
    ['not one for which another class must be seen too', { state: 'open', isRestricted: false, alsoBit: 256 }, false],
  ] as const)('%s', (_words, target, takes) => {
    expect(takesEvidence(target)).toBe(takes)
  })
})

describe('When something was', () => {
  it.each([
    ['may be left empty', null, false],
    ['may be today', TODAY, false],
    ['is not tomorrow', toDay('2026-11-24'), true],
  ] as const)('%s', (_words, on, ahead) => {
    expect(isAhead(on, TODAY)).toBe(ahead)
  })
})
