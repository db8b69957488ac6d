import { describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import type { AccountId } from '#ground/ids.ts'
import type { AlongLine, Candidate } from './companion.ts'
import { alongTrouble, asksForTwo, changeOf, isAskedAnew, likelyThere, MOST_ALONG, otherThan } from './rules.ts'

const id = (n: number) => `account-${n}` as AccountId
const candidate = (n: number, readsClose = false): Candidate => ({
  ...{ accountId: id(n), name: `Colleague ${n}`, there: 'Leads', readsClose },
})
const line = (n: number, state: AlongLine['state'], isAble = true): AlongLine => ({
  ...{ accountId: id(n), name: `Colleague ${n}`, state, words: '', isAble },
})

describe('Who comes along', () => {
  it.each([
    ['anybody who stands round them', [1], { close: false, buddies: [] }, undefined],
    ['more than come to a meeting with one', [1, 2, 3, 4, 5, 6], { close: false, buddies: [] }, 'too-many'],
    ['one who does not read what is kept close', [1, 2], { close: true, buddies: [] }, 'not-close'],
    ['one who does', [2], { close: true, buddies: [] }, undefined],
    ['one who waits to hear of those who go', [1], { close: false, buddies: [1] }, 'buddy-along'],
  ] as const)('%s', (_words, chosen, facts, trouble) => {
    expect(MOST_ALONG).toBe(5)
    const candidates = [candidate(1), candidate(2, true)]
    expect(alongTrouble(chosen.map(id), { ...facts, buddies: facts.buddies.map(id), candidates })).toBe(trouble)
  })

  it('is added and dropped, each once', () => {
    expect(changeOf([id(1), id(2)], [id(2), id(3), id(3)])).toEqual({ added: [id(3)], dropped: [id(1)] })
  })

  it('is asked anew of another day or time alone', () => {
    const at = { onDay: toDay('2026-11-25'), atTime: '10:00' }
    expect(isAskedAnew(at, { ...at })).toBe(false)
    expect(isAskedAnew(at, { ...at, atTime: '10:15' })).toBe(true)
    expect(isAskedAnew(at, { ...at, onDay: toDay('2026-11-26') })).toBe(true)
  })

  it('was likely there where they arranged it or said that they come, and still can', () => {
    const lines = [
      line(1, 'arranged'),
      line(2, 'coming'),
      line(3, 'asked'),
      line(4, 'cannot'),
      line(5, 'coming', false),
    ]
    expect(likelyThere(lines)).toEqual([id(1), id(2)])
    expect(otherThan(lines, id(1)).map(one => one.accountId)).toEqual([id(2), id(3), id(4), id(5)])
  })

  it.each([
    ['Go in pairs to the home address.', true],
    ['Never alone', true],
    ['Text only, no voicemail', false],
    ['Repairs are done at the house', false],
  ])('reads of an alert whether it asks for two: %s', (words, isSo) => {
    expect(asksForTwo([words])).toBe(isSo)
  })
})
