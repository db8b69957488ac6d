import { describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import { type Choices, LETTER_KINDS, LETTER_REASONS, type LetterFacts } from './letter.ts'
import { areWordsHidden, classNameOf, isHidden, linesOf, partsIn, printTrouble, REASONS_FOR } from './rules.ts'
import { sentences } from './words.ts'

const FACTS: LetterFacts = {
  name: 'Robin Sample',
  bornOn: toDay('2010-09-04'),
  address: '1 Example Row, Sampleton',
  learns: { place: 'Made-up College', since: toDay('2026-09-01') },
}
const CHOICES: Choices = {
  kind: 'bursary',
  toWhom: 'The bursary team',
  tells: [],
  reason: null,
  knownHow: '',
  words: '',
}
const said = (choices: Partial<Choices>, facts: Partial<LetterFacts> = {}) =>
  linesOf({ ...CHOICES, ...choices }, { ...FACTS, ...facts }, sentences)
    .map(line => line.text)
    .join(' ')

describe('A letter', () => {
  it('tells the name and what it is for, and nothing else unless it was chosen', () => {
    expect(said({})).toContain('Robin Sample')
    for (const kept of ['2010', 'Example Row', 'College', 'looked after']) expect(said({})).not.toContain(kept)
    expect(said({ tells: ['born', 'learns'] })).toContain('4 September 2010')
    expect(said({ tells: ['born', 'learns'] })).toContain('Made-up College')
    expect(said({ tells: ['born', 'learns'] })).not.toContain('Example Row')
    expect(said({ reason: 'in-care' })).toContain('looked after')
  })

  it('tells nothing that is not on record, though it was chosen', () => {
    const none = { bornOn: null, address: null, learns: null }
    expect(said({ tells: ['born', 'address', 'learns'] }, none)).toBe(said({}))
    expect(partsIn({ ...FACTS, ...none })).toEqual([])
    expect(partsIn(FACTS)).toEqual(['born', 'address', 'learns'])
  })

  it('says that it is no official form, whatever it is for, and every reason belongs to a kind', () => {
    for (const kind of LETTER_KINDS) expect(said({ kind })).toContain('no official form')
    expect(Object.values(REASONS_FOR).flat().toSorted()).toEqual([...LETTER_REASONS].toSorted())
  })

  it.each([
    ['bursary', null, 'guidance'],
    ['bursary', 'own-benefits', 'guidance'],
    ['bursary', 'in-care', 'care'],
    ['bursary', 'care-leaver', 'care'],
    ['care-to-learn', null, 'family'],
    ['estrangement', 'estranged', 'family'],
    ['travel', null, 'guidance'],
  ] as const)('for %s with %s is a matter of %s (K6)', (kind, reason, name) => {
    expect(classNameOf({ kind, reason })).toBe(name)
  })

  it.each([
    ['draft', false, false, false, 'not-signed'],
    ['withdrawn', false, false, false, 'not-signed'],
    ['signed', true, false, false, 'died'],
    ['signed', false, true, false, 'protected'],
    ['signed', false, true, true, undefined],
    ['signed', false, false, true, undefined],
    ['signed', false, false, false, undefined],
  ] as const)(
    'that is %s, died %s, protected %s, and was when it was signed %s: %s',
    (state, hasDied, isProtected, wasProtected, trouble) => {
      const lines = linesOf(CHOICES, FACTS, sentences)
      expect(printTrouble({ state, lines, wasProtected }, { hasDied, isProtected })).toBe(trouble)
    },
  )

  it.each([
    ['signed', true, false, true],
    ['withdrawn', true, false, true],
    ['signed', true, true, false],
    ['draft', true, false, false],
    ['signed', false, false, false],
  ] as const)('that is %s, protected %s, and was when it was signed %s: free words hidden %s (K4)', (...of) => {
    const [state, isProtected, wasProtected, hidden] = of
    expect(areWordsHidden({ state, wasProtected }, isProtected)).toBe(hidden)
    const line = (part: 'words' | 'address' | 'born') =>
      isHidden({ part, text: '' }, { state, wasProtected }, isProtected)
    expect([line('words'), line('address'), line('born')]).toEqual([hidden, isProtected, false])
  })
})
