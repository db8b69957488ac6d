import { describe, expect, it } from 'vitest'
import { fold, sortKey, soundsOf, toPostcode } from './fold.ts'

describe('Folding', () => {
  it.each([
    ['Siân', 'sian'],
    ["O'Brien", 'obrien'],
    ['O’Brien-Smith', 'obrien smith'],
    ['  Łukasz  Żak ', 'lukasz zak'],
    ['Bjørn', 'bjorn'],
    ['Ŵyn', 'wyn'],
    ['Nguyễn', 'nguyen'],
    ['李 小龍', '李 小龍'],
    ['', ''],
  ])('makes "%s" into "%s"', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  it('sorts by family name first', () => {
    expect(sortKey('Zoë', 'Éxample')).toBe('example zoe')
  })

  it('hears Catherine Smyth and Kathryn Smith alike', () => {
    const a = new Set(soundsOf('Catherine', 'Smyth'))
    expect(soundsOf('Kathryn', 'Smith').every(code => a.has(code))).toBe(true)
  })

  it.each([
    ['hx1 1aa', 'HX1 1AA'],
    ['SW1A1AA', 'SW1A 1AA'],
    ['EC1A 1BB', 'EC1A 1BB'],
    ['W1A0AX', 'W1A 0AX'],
    ['M1 1AE', 'M1 1AE'],
    ['DN55 1PT', 'DN55 1PT'],
    ['QQ1 1AA', undefined],
    ['SW1A 1CI', undefined],
    ['HX1 OAA', undefined],
    ['ZZ99 3VZ', undefined],
    ['', undefined],
  ])('reads the postcode "%s" as %s', (typed, postcode) => {
    expect(toPostcode(typed)).toBe(postcode)
  })
})
