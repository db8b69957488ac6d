import { describe, expect, it } from 'vitest'
import { LINES, type LineName } from '../weighing/known.ts'
import { compareSides, differs, type SideShown } from './rules.ts'

type Values = SideShown['values']
const side = (values: Values): SideShown => ({ title: 'Amira Example', says: '', href: null, values, context: {} })

const both: Values = { given: ['Amira'], family: ['Example'], postcode: ['HX1 1AA'], phone: ['07700900001'] }
const weighed = {
  bits: 12,
  lines: [
    { line: 'given', level: 'same', bits: 7 },
    { line: 'family', level: 'slip', bits: 3 },
    { line: 'postcode', level: 'different', bits: -2.5 },
    { line: 'phone', level: 'same', bits: 10 },
    { line: 'upn', level: 'different', bits: -5.6 },
  ],
}
/** Where the scale begins for whoever sees all of it: the whole weight without any of its lines. For others it is the same for all. */
const START = 12 - (7 + 3 - 2.5 + 10 - 5.6)
const MASKED = -15

describe('Two sides beside each other', () => {
  it.each<[string, Values, Values, Partial<Record<LineName, number>>]>([
    ['all of both is seen', both, both, { given: 7, family: 3, postcode: -2.5, phone: 10 }],
    ['the address is protected on the right', both, { ...both, postcode: [] }, { given: 7, family: 3, phone: 10 }],
    ['the address is protected on the left', { ...both, postcode: [] }, both, { given: 7, family: 3, phone: 10 }],
    [
      'phone and address are protected, one on each side',
      { ...both, postcode: [] },
      { ...both, phone: [] },
      { given: 7, family: 3 },
    ],
    ['only a name is seen', both, { given: ['Amira'] }, { given: 7 }],
    ['nothing is seen', both, {}, {}],
  ])('%s: a line of which one side is not seen shows no weight, and the sum leaves it out', (_, left, right, bits) => {
    const { lines, start, end } = compareSides(side(left), side(right), weighed)
    expect(start).toBeCloseTo(MASKED)
    const sum = Object.values(bits).reduce((a, b) => a + b, 0)
    expect(end).toBeCloseTo(MASKED + sum)
    for (const { name } of LINES) {
      const line = lines.find(l => l.line === name)
      expect(line?.bits ?? 0, name).toBe(bits[name] ?? 0)
      if (bits[name] === undefined) expect(line?.level ?? null, name).toBeNull()
    }
  })

  it('whoever sees all of it sees where it begins', () => {
    const all = { ...both, upn: ['•••••••••••01'] }
    expect(compareSides(side(all), side(all), weighed).start).toBeCloseTo(START)
    expect(compareSides(side(all), side(all), weighed).end).toBeCloseTo(weighed.bits)
  })

  it('of what is not seen on one side the other reads the same whatever the hidden value weighs', () => {
    const [left, right] = [side(both), side({ ...both, postcode: [] })]
    const seen = [-20, -2.5, 0, 9.8].map(bits => {
      const lines = weighed.lines.map(l =>
        l.line === 'postcode' ? { ...l, level: bits > 0 ? 'same' : 'different', bits } : l,
      )
      const whole = lines.reduce((sum, l) => sum + l.bits, START)
      const { lines: shown, end } = compareSides(left, right, { bits: whole, lines })
      return JSON.stringify([shown, end.toFixed(6)])
    })
    expect(new Set(seen).size).toBe(1)
  })

  it('a line that neither side has is not there, and one that was not compared is not marked', () => {
    const { lines } = compareSides(side({ ...both, email: ['a@sample.example'] }), side(both), weighed)
    expect(lines.map(l => l.line)).toEqual(['given', 'family', 'postcode', 'phone', 'email'])
    expect(lines.filter(differs).map(l => l.line)).toEqual(['family', 'postcode'])
  })

  it('names that stand the other way round count with the first name, once', () => {
    const turned = { bits: 5, lines: [...weighed.lines, { line: 'order', level: 'turned', bits: -8 }] }
    const { lines } = compareSides(side(both), side(both), turned)
    expect(lines.find(l => l.line === 'given')?.bits).toBe(-1)
    const hidden = compareSides(side(both), side({ ...both, given: [] }), turned)
    expect(hidden.lines.find(l => l.line === 'given')?.bits).toBe(0)
  })
})
