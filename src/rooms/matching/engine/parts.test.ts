/** The parts of the engine that can be said in a line each. */
import { describe, expect, it } from 'vitest'
import { Random } from '#ground/random.ts'
import { blocksOf, pairsIn } from './blocks.ts'
import { cluster } from './cluster.ts'
import { reasonsOf } from './explain.ts'
import { NEVER } from './household.ts'
import { prepared } from './kinds.ts'
import { LEVELS, levelOf } from './levels.ts'
import { isOneSlip, jaroWinkler, sharesWord } from './likeness.ts'
import { type Model, type Trained, weigh, weightsOf } from './model.ts'
import { thresholdsOf, tradeOf } from './thresholds.ts'

const noForms = () => []
const forms = (given: string) => (given === 'kate' ? ['katherine'] : given === 'katherine' ? ['kate'] : [])

describe('Likeness', () => {
  it.each([
    ['martha', 'marhta', 0.9611],
    ['dixon', 'dicksonx', 0.8133],
    ['dwayne', 'duane', 0.84],
    ['same', 'same', 1],
    ['abc', 'xyz', 0],
    ['', 'abc', 0],
  ])('of %s and %s by Jaro and Winkler is %f', (a, b, expected) => {
    expect(jaroWinkler(a, b)).toBeCloseTo(expected, 4)
    expect(jaroWinkler(b, a)).toBeCloseTo(expected, 4)
  })

  it('of long texts is counted letter by letter too', () => {
    const [a, b] = [`${'ab'.repeat(20)}c`, `${'ab'.repeat(20)}d`]
    const jaro = (40 / 41 + 40 / 41 + 1) / 3
    expect(jaroWinkler(a, b)).toBeCloseTo(jaro + 0.4 * (1 - jaro), 9)
  })

  it.each([
    ['smith', 'smith', true],
    ['smith', 'smyth', true],
    ['smith', 'smiths', true],
    ['smith', 'smit', true],
    ['smith', 'smiht', true],
    ['smith', 'msiht', false],
    ['smith', 'smythe', false],
    ['a', '', true],
  ])('%s is one slip from %s: %s', (a, b, expected) => {
    expect(isOneSlip(a, b)).toBe(expected)
    expect(isOneSlip(b, a)).toBe(expected)
  })

  it('is a word in common of three letters at least', () => {
    expect(sharesWord('smith jones', 'jones')).toBe(true)
    expect(sharesWord('al hadi', 'al mina')).toBe(false)
    expect(sharesWord('smith', 'smith')).toBe(false)
  })
})

describe('What says nothing of who it is', () => {
  it.each([
    ['given', 'Twin One'],
    ['given', 'Baby of Sarah'],
    ['given', 'unknown'],
    ['given', 'XXX'],
    ['date', '01/01/1900'],
    ['date', '1900-01-01'],
    ['postcode', 'ZZ99 3WZ'],
    ['nhs', '9999999999'],
    ['uln', '9999999999'],
    ['upn', 'B123456789012'],
    ['identifier', '0000000'],
    ['phone', '00000 000000'],
    ['email', 'none'],
  ] as const)('a %s of "%s" is not known', (kind, text) => {
    expect(prepared(kind, text)).toBe('')
  })

  it.each([
    ['given', ' Siân-Mai ', 'sian mai'],
    ['date', '3/4/2009', '20090403'],
    ['date', '2009-04-03', '20090403'],
    ['date', '20091341', '20091341'],
    ['postcode', 'hx1 1aa', 'HX11AA'],
    ['phone', '+44 7700 900123', '07700900123'],
    ['email', 'Kit@School.example', 'kit@school.example'],
  ] as const)('a %s of "%s" is compared as "%s"', (kind, text, expected) => {
    expect(prepared(kind, text)).toBe(expected)
  })
})

describe('Levels', () => {
  it.each([
    ['given', 'kate', 'katherine', 'form'],
    ['given', 'mary jane', 'mary', 'form'],
    ['given', 'jon', 'john', 'slip'],
    ['given', 'k', 'kit', 'beginning'],
    ['given', 'sam', 'samwise', 'beginning'],
    ['given', 'amira', 'joseph', 'different'],
    ['family', 'smith jones', 'jones', 'part'],
    ['family', 'mc gregor', 'mcgregor', 'part'],
    ['family', 'example', 'exmaple', 'slip'],
    ['family', 'example', 'pattern', 'different'],
    ['date', '20090403', '20090304', 'turned'],
    ['date', '20090403', '20090408', 'slip'],
    ['date', '20090403', '20090411', 'two-parts'],
    ['date', '20090403', '20091128', 'same-year'],
    ['date', '20090403', '19911128', 'different'],
    ['postcode', 'HX11AA', 'HX11AB', 'slip'],
    ['postcode', 'HX11AA', 'HX11ZZ', 'sector'],
    ['postcode', 'HX11AA', 'HX14ZZ', 'district'],
    ['postcode', 'HX11AA', 'LS64ZZ', 'different'],
    ['upn', 'B801200005001', 'B801200005002', 'slip'],
    ['email', 'kit@a.example', 'kit@b.example', 'user'],
  ] as const)('%s: %s and %s are "%s"', (kind, a, b, expected) => {
    expect(LEVELS[kind][levelOf(kind, a, b, forms)]).toBe(expected)
    expect(LEVELS[kind][levelOf(kind, b, a, forms)]).toBe(expected)
  })

  it('never give two texts that differ the level of the same', () => {
    for (const kind of Object.keys(LEVELS) as (keyof typeof LEVELS)[])
      expect(levelOf(kind, '20090403', '20110528', noForms)).toBeGreaterThan(1)
  })
})

describe('Blocks', () => {
  it('hold who has a hash in common, and nobody without one', () => {
    const blocks = blocksOf(Uint32Array.from([7, 0, 4_000_000_000, 7, 0, 4_000_000_000, 7, 5]))
    const found = []
    for (let b = 0; b < blocks.starts.length; b += 2)
      found.push([...blocks.order.slice(blocks.starts[b], blocks.starts[b + 1])])
    expect(found).toEqual([
      [0, 3, 6],
      [2, 5],
    ])
    expect(pairsIn(blocks)).toBe(4)
  })

  it('are what counting tells, however many hashes come once', () => {
    const random = new Random(5)
    const hashes = Uint32Array.from({ length: 20_000 }, (_, n) =>
      n % 3 === 0 ? 1 + random.below(2000) * 2_000_003 : random.below(4_294_967_296),
    )
    const times = new Map<number, number>()
    for (const hash of hashes) times.set(hash, (times.get(hash) ?? 0) + 1)
    const { order, starts } = blocksOf(hashes)
    const found = new Map<number, number>()
    for (let b = 0; b < starts.length; b += 2) {
      const block = [...order.slice(starts[b], starts[b + 1])]
      expect(new Set(block.map(i => hashes[i])).size).toBe(1)
      expect(block).toEqual(block.toSorted((i, j) => i - j))
      found.set(hashes[block[0] as number] as number, block.length)
    }
    expect([...found]).toEqual([...times].filter(([, n]) => n > 1).toSorted(([a], [b]) => a - b))
  })
})

describe('Groups', () => {
  const found = { count: 3, left: Uint32Array.from([0, 1, 2]), right: Uint32Array.from([1, 2, 3]) }
  const weights = (table: Record<string, number>) => (i: number, j: number) =>
    table[`${Math.min(i, j)}-${Math.max(i, j)}`] ?? -5

  it('are joined along pairs that speak for it on average', () => {
    const group = cluster(
      4,
      found,
      Float64Array.from([15, 12, 9]),
      0,
      weights({ '0-1': 15, '1-2': 12, '2-3': 9, '0-2': 2, '0-3': 1, '1-3': 1 }),
    )
    expect(new Set(group).size).toBe(1)
  })

  it('are not chained when the rest speaks against it', () => {
    const group = cluster(4, found, Float64Array.from([15, 3, 14]), 0, weights({ '0-1': 15, '1-2': 3, '2-3': 14 }))
    expect(group[0]).toBe(group[1])
    expect(group[2]).toBe(group[3])
    expect(group[1]).not.toBe(group[2])
  })

  it('never hold two who are two people for certain, whatever stands between them', () => {
    const group = cluster(
      4,
      found,
      Float64Array.from([20, 20, 20]),
      0,
      weights({ '0-1': 20, '1-2': 20, '2-3': 20, '0-2': NEVER, '0-3': 20, '1-3': 20 }),
    )
    expect(group[0]).not.toBe(group[2])
  })
})

describe('Thresholds', () => {
  it('link no more than what is wrong once in ten thousand by the model', () => {
    const bits = Float64Array.from([20, 19, 18, 17, 3, 1, -3, -9])
    const { link, review } = thresholdsOf(bits)
    expect(link).toBe(17)
    expect(bits.filter(b => b < link && b >= review)).toEqual(Float64Array.from([3, 1, -3]))
  })

  it('link nothing where nothing is sure', () => {
    expect(thresholdsOf(Float64Array.from([1, 2, 3])).link).toBe(Number.POSITIVE_INFINITY)
  })

  it('show what other thresholds would cost', () => {
    const [low, high] = tradeOf(Float64Array.from([10, 5, 0, -20]), [1, 9])
    expect(low).toMatchObject({ links: 2, asked: 1 })
    expect(high).toMatchObject({ links: 1, asked: 2 })
    expect(low?.wrong).toBeGreaterThan(high?.wrong ?? 1)
  })
})

describe('A pair explained', () => {
  it('is told line by line, and the lines add up to its weight', () => {
    const line = (name: string, kind: Trained['kind'], m: number[], u: number[]): Trained => ({
      name,
      kind,
      levels: ['unknown', 'same', 'slip', 'different'],
      m,
      u,
      h: u,
    })
    const model: Model = {
      trainedOn: 1000,
      prior: 0.001,
      household: 0,
      others: 0.5,
      comparisons: [
        line('phone', 'phone', [0, 0.8, 0.1, 0.1], [0, 0.001, 0.009, 0.99]),
        line('upn', 'upn', [0, 0.97, 0.02, 0.01], [0, 0.0001, 0.0009, 0.999]),
        line('school', 'category', [0, 0.7, 0.1, 0.2], [0, 0.01, 0.04, 0.95]),
      ],
    }
    const [levels, shares] = [Uint8Array.from([1, 3, 0]), Int32Array.from([4, 0, 0])]
    const reasons = reasonsOf(model, 1000, levels, shares)
    expect(reasons.map(r => r.level)).toEqual(['same', 'different', 'unknown'])
    const [phone, upn, school] = reasons.map(r => r.bits)
    expect(phone).toBeGreaterThan(5)
    expect(upn).toBeLessThan(-5)
    expect(school).toBe(0)
    const sums = { person: 0, household: 0 }
    weigh(weightsOf(model, 1000), levels, shares, sums)
    expect(reasons.reduce((sum, r) => sum + r.bits, 0)).toBeCloseTo(sums.person, 9)
  })
})
