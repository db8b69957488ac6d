import { describe, expect, it } from 'vitest'
import type { ModelDocument } from '../weighing/document.ts'
import { startingDocument } from '../weighing/starting.ts'
import { about, choicesOf, compareModels, costOf, likenessOfPartners, linesOf } from './rules.ts'
import { differsIn, keyWords, lineSentence, ofHundred, oneWrongIn } from './words.ts'

const starting = startingDocument()

/** A model with other shares on one line. */
function changed(name: string, m: readonly number[], u?: readonly number[]): ModelDocument {
  const comparisons = starting.model.comparisons.map(line =>
    line.name === name ? { ...line, m, u: u ?? line.u } : line,
  )
  return { ...starting, model: { ...starting.model, comparisons } }
}

describe('Two models beside each other', () => {
  it('differ nowhere when they are one', () => {
    expect(compareModels(starting, starting).filter(c => c.isChanged)).toEqual([])
  })
  it('say which weight changed by more than one bit, and leave smaller changes alone', () => {
    // "Different" twelve times as often: three and a half bits. "Same" hardly less often.
    const then = changed('order', [0, 0.94, 0.06])
    expect(compareModels(starting, then).filter(c => c.isChanged)).toMatchObject([{ line: 'order', level: 'turned' }])
  })
  it('leave out what neither learned anything of, and say what only one knows', () => {
    const untold = changed('nhs', [0, 0.8, 0.1, 0.1], [0, 1 / 3, 1 / 3, 1 / 3])
    expect(linesOf(untold).find(l => l.line === 'nhs')?.isTold).toBe(false)
    expect(compareModels(untold, untold).filter(c => c.line === 'nhs')).toEqual([])
    const own = compareModels(starting, untold).filter(c => c.line === 'nhs')
    expect(own).toHaveLength(3)
    expect(own.every(c => c.then === null && c.isChanged)).toBe(true)
  })
})

describe('The thresholds to choose from', () => {
  const trade = [
    { bits: 0, links: 1000, wrong: 20, asked: 0 },
    { bits: 8, links: 900, wrong: 0.9, asked: 10 },
    { bits: 10, links: 890, wrong: 0.2, asked: 10 },
    { bits: 12, links: 800, wrong: 0.02, asked: 70 },
    { bits: 14, links: 700, wrong: 0.0174, asked: 150 },
    { bits: 30, links: 0, wrong: 0, asked: 900 },
  ]
  const document = { ...starting, trade }

  it('never go below 99 to 1, link something, and ask for no work that spares nothing', () => {
    expect(choicesOf(document, null).map(c => c.bits)).toEqual([10, 12])
  })
  it('keep what was chosen, also where another is better', () => {
    expect(choicesOf(document, 14).map(c => c.bits)).toEqual([10, 12, 14])
    expect(choicesOf(document, 8).map(c => c.bits)).toEqual([8, 10, 12])
  })
  it('are reckoned with the caution the model has: five times what it expects', () => {
    expect(choicesOf(document, null)[0]?.oneIn).toBeCloseTo(890 / (5 * 0.2), 6)
  })
  it('cost something in between where they stand in between, and nothing is said where nothing was reckoned', () => {
    const cost = costOf(document, 11)
    expect(cost?.asked).toBe(40)
    expect(cost?.oneIn).toBeGreaterThan(890)
    expect(cost?.oneIn).toBeLessThan(8000)
    expect(costOf(document, 99)?.asked).toBe(150)
    expect(costOf(starting, 11)).toBeUndefined()
  })
})

describe('Where a partner’s lists go wrong', () => {
  it('is said with the worst first, beside what is usual, and without what hardly ever differs', () => {
    const m = starting.model.comparisons.map(line =>
      line.name === 'born' ? [0, 0.8, 0.1, 0.05, 0.05, 0, 0] : [0, 1, 0, 0, 0, 0],
    )
    const [partner] = likenessOfPartners({ ...starting, sources: { p: { pairs: 40, m } } })
    expect(partner?.lines).toMatchObject([{ line: 'born' }])
    expect(partner?.lines[0]?.differs).toBeCloseTo(0.2)
    expect(partner?.lines[0]?.general).toBeCloseTo(0.05)
    expect(differsIn('born', 0.2)).toBe('birth dates (20 of 100)')
  })
})

describe('In words', () => {
  it.each([
    [0.9, '90 of 100'],
    [0.0095, '1 of 100'],
    [0.0004, '4 of 10,000'],
    [0.996, '996 of 1,000'],
    [1, 'nearly all'],
    [0, 'hardly any'],
    [1e-9, 'hardly any'],
  ])('a share of %d is "%s"', (share, words) => expect(ofHundred(share)).toBe(words))
  it.each([
    [4, 0],
    [14, 10],
    [99, 100],
    [238, 240],
    [1949, 1900],
    [200_501, 200_000],
  ])('a count of %d is told as %d', (count, told) => expect(about(count)).toBe(told))
  it('two counts that differ by one person are told alike', () => {
    expect(about(1201)).toBe(about(1202))
  })
  it.each([
    ['names + born.whole', 'First and family name (either way round) and birth date'],
    [
      'upn.tail + given.initial + born.year',
      'Second half of the UPN, first letter of the first name and year of birth',
    ],
    ['uln.whole', 'ULN'],
  ])('the key %s is "%s"', (key, words) => expect(keyWords(key)).toBe(words))
  it('every key that matching starts from is said without a word made for programs', () => {
    for (const key of starting.keys) expect(keyWords(key)).not.toMatch(/[.+]|whole|outward/)
  })
  it('a line is a sentence', () => {
    expect(lineSentence('given', 0.9, 0.02)).toBe(
      'A first name is the same on 90 of 100 pairs of one person, and on 2 of 100 of strangers.',
    )
    expect(lineSentence('order', 0.99, 0.9995)).toBe(
      'First and family name stand the other way round on 1 of 100 pairs of one person.',
    )
  })
  it.each([
    [12_345, '1 wrong in 12,000'],
    [890, '1 wrong in 890'],
    [3, '1 wrong in 3'],
    [1e7, 'Fewer than 1 wrong in 10 million'],
  ])('%d is "%s"', (oneIn, words) => expect(oneWrongIn(oneIn)).toBe(words))
})
