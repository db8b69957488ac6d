import { describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import { type CharacteristicOnRecord, characteristicSteps, splitSaid } from './characteristics.ts'

const row = (more: Partial<CharacteristicOnRecord>): CharacteristicOnRecord => ({
  id: 'r1',
  code: 'looked-after',
  startedOn: toDay('2026-09-01'),
  finishedOn: null,
  stands: true,
  isOwn: true,
  isReplaced: false,
  byPerson: false,
  ...more,
})
const over = { stands: false, finishedOn: toDay('2026-10-01') }
const replaced = { stands: false, isReplaced: true }

describe('What a list says of a characteristic', () => {
  it.each<[string, boolean, readonly CharacteristicOnRecord[], string[]]>([
    ['yes of what nobody said opens it', true, [], ['add']],
    ['no of what nobody said does nothing', false, [], []],
    ['yes of what stands does nothing', true, [row({})], []],
    ['yes of what stands by somebody else does nothing', true, [row({ isOwn: false })], []],
    ['no ends what the partner said itself', false, [row({})], ['end']],
    ['no leaves what somebody else said', false, [row({ isOwn: false })], []],
    ['yes after its own no opens it anew', true, [row(replaced), row({ id: 'r2', ...over })], ['add']],
    ['yes after a list was undone opens it anew', true, [row(replaced)], ['add']],
    [
      'yes after a person ended it does nothing',
      true,
      [row({ ...replaced, byPerson: true }), row({ id: 'r2', ...over, isOwn: false })],
      [],
    ],
    ['yes after a person took it off does nothing', true, [row({ ...replaced, byPerson: true })], []],
    ['no after a person ended it does nothing', false, [row({ ...replaced, byPerson: true })], []],
    ['another code counts for nothing', true, [row({ code: 'care-leaver' })], ['add']],
  ])('%s', (_words, said, rows, steps) => {
    expect(characteristicSteps({ 'looked-after': said }, rows).map(s => s.kind)).toEqual(steps)
  })

  it('is held back where its class is not one of those who bring lists in', () => {
    expect(
      splitSaid({ 'sen-support': true, 'ehc-plan': false, 'looked-after': true, 'free-meals': false, ldd: true }),
    ).toEqual({
      open: { 'sen-support': true, 'ehc-plan': false },
      held: { 'looked-after': true, 'free-meals': false, ldd: true },
    })
  })
})
