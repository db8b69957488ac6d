import { describe, expect, it } from 'vitest'
import { readQuery, waysOf } from './search.ts'

const parts = (typed: string) => waysOf(typed.split(' ')).map(way => [way.given, way.family])

describe('What was typed, taken apart', () => {
  it('one word may be either name', () => {
    expect(parts('sample')).toEqual([
      ['sample', ''],
      ['', 'sample'],
    ])
  })
  it('two words go either way round', () => {
    expect(parts('kate sample')).toEqual([
      ['kate', 'sample'],
      ['sample', 'kate'],
    ])
  })
  it('of three words the middle one may belong to either name', () => {
    expect(parts('mary jane sample')).toEqual([
      ['mary', 'jane sample'],
      ['jane sample', 'mary'],
      ['mary jane', 'sample'],
      ['sample', 'mary jane'],
    ])
  })
  it('a given name brings its other forms, a family name none', () => {
    const [straight, turned] = waysOf(['kate', 'sample'])
    expect(straight?.forms).toContain('katherine')
    expect(turned?.forms).toEqual([])
  })
  it('a date, a postcode and the words of a name are told apart', () => {
    expect(readQuery('Kate Sample 3/3/2009 hx11aa')).toMatchObject({
      words: ['kate', 'sample'],
      bornOn: '2009-03-03',
      postcode: 'HX1 1AA',
    })
  })
})
