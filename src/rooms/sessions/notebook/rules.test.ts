import { describe, expect, it } from 'vitest'
import { toInstant } from '#ground/clock.ts'
import { toDay } from '#ground/day.ts'
import type { PersonId } from '#ground/ids.ts'
import type { Led } from './notebook.ts'
import { clockFits, endOf, isNoteKey, lastDayOf, readable, readMoment, shortNames, wordsTrouble } from './rules.ts'

describe('How long what was taken along can be read', () => {
  it.each([
    ['2026-11-27', '2026-11-28', '2026-11-29T00:00:00.000Z'],
    ['2026-12-31', '2027-01-01', '2027-01-02T00:00:00.000Z'],
    // In summer midnight in London is an hour earlier by the world's clock.
    ['2026-07-01', '2026-07-02', '2026-07-02T23:00:00.000Z'],
    // The clocks go forward on the last Sunday of March, and back on that of October.
    ['2026-03-28', '2026-03-29', '2026-03-29T23:00:00.000Z'],
    ['2026-10-24', '2026-10-25', '2026-10-26T00:00:00.000Z'],
    ['2028-02-28', '2028-02-29', '2028-03-01T00:00:00.000Z'],
  ])('taken on %s it is to the end of %s', (on, last, end) => {
    expect(lastDayOf(toDay(on))).toBe(last)
    expect(endOf(toDay(last))).toBe(end)
  })

  it.each([
    ['2026-11-27T09:00:00Z', 'yes'],
    ['2026-11-28T23:59:59.999Z', 'yes'],
    ['2026-11-29T00:00:00Z', 'over'],
    ['2030-01-01T00:00:00Z', 'over'],
    ['2026-11-27T08:50:00Z', 'yes'],
    ['2026-11-27T08:49:59Z', 'behind'],
    ['1970-01-01T00:00:00Z', 'behind'],
  ])('at %s by the device: %s', (at, expected) => {
    const pack = { takenAt: toInstant('2026-11-27T09:00:00Z'), until: endOf(toDay('2026-11-28')) }
    expect(readable(pack, toInstant(at))).toBe(expected)
  })
})

describe('The clock of a device', () => {
  const known = { takenAt: toInstant('2026-11-27T09:00:00Z'), now: toInstant('2026-11-27T17:00:00Z') }
  it.each([
    ['2026-11-27T09:00:00Z', true],
    ['2026-11-27T08:50:00Z', true],
    ['2026-11-27T08:49:59Z', false],
    ['2026-11-27T17:10:00Z', true],
    ['2026-11-27T17:10:01Z', false],
    ['2016-11-27T12:00:00Z', false],
    ['2036-11-27T12:00:00Z', false],
  ])('wrote at %s: fits %s', (at, fits) => {
    expect(clockFits(toInstant(at), known)).toBe(fits)
  })

  it.each([
    ['2026-11-27T12:00:00.000Z', '2026-11-27T12:00:00.000Z'],
    ['2026-11-27T12:00:00+01:00', '2026-11-27T11:00:00.000Z'],
    ['', undefined],
    ['27 Nov 2026', undefined],
    ['2026-13-27T12:00:00Z', undefined],
    ['+275000-01-01T00:00:00Z', undefined],
    ['9999-01-01T00:00:00Z', undefined],
  ])('"%s" is read as %s', (text, expected) => {
    expect(readMoment(text)).toBe(expected)
  })
})

describe('Words that lock a notebook', () => {
  it.each([
    ['', 'too-short'],
    ['thirteen char', 'too-short'],
    ['   spaces do not help    ', undefined],
    ['               x', 'too-short'],
    ['aaaaaaaaaaaaaaaaaa', 'too-plain'],
    ['12345 12345 12345', 'too-plain'],
    ['harbour seven kettle', undefined],
    ['môr mynydd coeden', undefined],
  ])('"%s": %s', (words, expected) => {
    expect(wordsTrouble(words)).toBe(expected)
  })
})

describe('Names in a notebook', () => {
  const led = (...names: readonly (readonly [string, string, string | null])[]): Led[] =>
    names.map(([given, family, born], nth) => ({
      personId: `p${nth}` as PersonId,
      given,
      family,
      bornOn: born === null ? null : toDay(born),
    }))
  it.each([
    ['one letter where that is enough', led(['Amira', 'Example', '2010-01-02']), ['Amira E']],
    [
      'the whole name where two are alike',
      led(['Amira', 'Example', null], ['Amira', 'Else', null], ['Tom', 'Else', null]),
      ['Amira Example', 'Amira Else', 'Tom E'],
    ],
    [
      'alike also but for accents and capitals',
      led(['Siân', 'Sample', null], ['sian', 'Sailor', null]),
      ['Siân Sample', 'sian Sailor'],
    ],
    [
      'the birth date where two have one name',
      led(['Amira', 'Example', '2010-01-02'], ['Amira', 'Example', '2011-03-04']),
      ['Amira Example, 2 January 2010', 'Amira Example, 4 March 2011'],
    ],
    ['no more than there is', led(['Amira', '', null]), ['Amira']],
  ])('have %s', (_, who, expected) => {
    expect([...shortNames(who).values()].toSorted()).toEqual(expected.toSorted())
  })
})

describe('The key of a note', () => {
  it.each([
    ['6b1f0d3e-52a4-4c0e-9a77-0f5a1c2d3e4f', true],
    ['6B1F0D3E-52A4-4C0E-9A77-0F5A1C2D3E4F', false],
    ['6b1f0d3e52a44c0e9a770f5a1c2d3e4f', false],
    ['', false],
    ["' or 1=1", false],
  ])('"%s": %s', (text, expected) => {
    expect(isNoteKey(text)).toBe(expected)
  })
})
