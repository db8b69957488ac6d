/** The weighing of the product: its keys, its start, what is learned, and what must hold of any two. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Day, toDay } from '#ground/day.ts'
import { Gatherer } from '../engine/columns.ts'
import { LEVELS } from '../engine/levels.ts'
import { linesFor, type ModelDocument } from './document.ts'
import { KeyMaker, STARTING_KEYS } from './keys.ts'
import { type Known, LINES, NOBODY, textsOf } from './known.ts'
import { commonTerms, LEAST_PAIRS, learn, tooCommon } from './learned.ts'
import { startingDocument } from './starting.ts'
import { termKey, termsOf, type Weighed, weighPairs } from './weigh.ts'

const amira: Known = {
  ...NOBODY,
  names: [{ given: 'Amira', family: 'Example' }],
  bornOn: toDay('2010-03-04'),
  postcodes: ['HX1 1AA'],
}
const named = (given: string, family: string, but: Partial<Known> = {}): Known => ({
  ...amira,
  names: [{ given, family }],
  ...but,
})

const start = startingDocument()
const maker = new KeyMaker(STARTING_KEYS)
const weigh = (left: Known, right: Known, document: ModelDocument = start, source?: string): Weighed =>
  weighPairs(document, undefined, [{ left, right, source }])[0] as Weighed

const shared = (a: Known, b: Known) => {
  const theirs = new Set(maker.of(b))
  return maker.of(a).filter(key => theirs.has(key)).length
}

const nameOf = fc.constantFrom(
  'Amira',
  'Amria',
  'Katherine',
  'Kate',
  'Zoe',
  'Bronwen',
  'Anne-Marie',
  'O’Sample',
  'Baby',
  '',
)
const familyOf = fc.constantFrom('Example', 'Exampel', 'Sampleford', 'Sampleford-Test', 'Draft', 'Unknown', '')
const dayOf = fc.constantFrom('2010-03-04', '2010-04-03', '2010-03-05', '2009-12-30', '1900-01-01').map(toDay)
const some = <T>(...values: T[]) => fc.uniqueArray(fc.constantFrom(...values), { maxLength: 2 })
const anybody: fc.Arbitrary<Known> = fc.record({
  names: fc.array(fc.record({ given: nameOf, family: familyOf }), { maxLength: 3 }),
  bornOn: fc.option(dayOf, { nil: null }),
  postcodes: some('HX1 1AA', 'HX1 1AB', 'HX9 9ZZ', 'ZZ99 3VZ'),
  upns: some('A123456780001', 'P123456780002'),
  ulns: some('1000000019', '1000000027'),
  nhss: fc.constant([]),
  phones: some('07700900001', '07700900002', '0000000000'),
  emails: some('amira@sample.example', 'a.example@sample.example'),
})

describe('Weighing any two', () => {
  it('is the same whichever stands first', () => {
    fc.assert(
      fc.property(anybody, anybody, (a, b) => {
        const [there, back] = [weigh(a, b), weigh(b, a)]
        expect(back.bits).toBeCloseTo(there.bits, 9)
        expect([back.same, back.isNamesake, back.isNeighbour, back.against]).toEqual([
          there.same,
          there.isNamesake,
          there.isNeighbour,
          there.against,
        ])
      }),
      { numRuns: 300 },
    )
  })

  it('never weighs less where one more thing is the same; what a household shares may be held against two a little', () => {
    const more: readonly (readonly [Partial<Known>, number])[] = [
      [{ upns: ['A123456780001'] }, 0],
      [{ ulns: ['1000000019'] }, 0],
      [{ emails: ['amira@sample.example'] }, 0],
      [{ bornOn: toDay('2010-03-04') }, 0],
      [{ phones: ['07700900001'] }, 0.5],
      [{ postcodes: ['HX1 1AA'] }, 0.5],
    ]
    fc.assert(
      fc.property(anybody, anybody, fc.constantFrom(...more), (a, b, [added, least]) => {
        // Two first names that are nothing alike are twins, the more so the more they share: that is another rule.
        const names = (of: Known) => [...amira.names, ...of.names]
        const line = Object.keys(added)[0] as keyof Known
        const without = { [line]: line === 'bornOn' ? null : [] }
        const [mine, theirs] = [
          { ...a, names: names(a) },
          { ...b, names: names(b) },
        ]
        const before = weigh({ ...mine, ...without }, { ...theirs, ...without })
        const after = weigh({ ...mine, ...added }, { ...theirs, ...added })
        expect(after.bits).toBeGreaterThanOrEqual(before.bits - least - 1e-9)
      }),
      { numRuns: 300 },
    )
  })

  it('says nothing of what one side does not give', () => {
    fc.assert(
      fc.property(anybody, anybody, (a, b) => {
        const bare = { ...b, phones: [], upns: [], emails: [] }
        const lines = weigh(a, bare).lines.map(l => l.line)
        for (const line of ['phone', 'upn', 'email']) expect(lines).not.toContain(line)
      }),
    )
  })

  it.each([
    ['the same person', amira, amira, 'same', []],
    ['a short form', named('Kate', 'Example'), named('Katherine', 'Example'), 'form', []],
    ['a slip', named('Amria', 'Example'), amira, 'slip', []],
    ['the beginning', named('Sam', 'Example'), named('Samuel', 'Example'), 'form', []],
    ['another first name', named('Zoe', 'Example'), amira, 'different', ['given']],
    ['turned day and month', { ...amira, bornOn: toDay('2010-04-03') }, amira, 'same', ['birth']],
    ['two numbers', { ...amira, upns: ['A123456780001'] }, { ...amira, upns: ['P123456780002'] }, 'same', ['number']],
  ] as const)('%s: given name and what is against it', (_, a, b, level, against) => {
    const found = weigh(a, b)
    expect(found.lines.find(l => l.line === 'given')?.level).toBe(level)
    expect(found.against).toEqual(against)
  })

  it('takes the way in which two look most like one: a former name, an old address', () => {
    const since = { ...named('Amira', 'Sampleford'), postcodes: ['HX9 9ZZ', 'HX1 1AA'] }
    const whole = { ...since, names: [...since.names, ...amira.names] }
    expect(weigh(amira, whole).isNeighbour).toBe(true)
    expect(weigh(amira, whole).bits).toBeGreaterThan(weigh(amira, since).bits)
  })

  it('weighs what many have less, and what few have more', () => {
    const document = { ...start, records: 10_000 }
    const terms = (bearers: number) =>
      new Map(termsOf(amira).map(({ line, hash }) => [termKey(line, hash), line === 1 ? bearers : 5] as const))
    const bits = [2, 10, 100, 1000].map(
      n => weighPairs(document, terms(n), [{ left: amira, right: amira }])[0]?.bits ?? 0,
    )
    expect(bits).toEqual(bits.toSorted((a, b) => b - a))
    expect(new Set(bits).size).toBe(bits.length)
  })
})

describe('The keys people are found by', () => {
  it.each([
    ['a short form', named('Kate', 'Example'), named('Katherine', 'Example')],
    ['a slip in the first name', named('Amria', 'Example'), amira],
    ['a slip in the family name', named('Amira', 'Exampel'), amira],
    ['names turned round', named('Example', 'Amira', { bornOn: null }), amira],
    ['day and month turned', { ...amira, bornOn: toDay('2010-04-03'), postcodes: [] }, amira],
    ['moved house', { ...amira, postcodes: ['HX9 9ZZ'] }, amira],
    ['another family name', named('Amira', 'Sampleford'), amira],
    ['a number alone', { ...NOBODY, upns: ['A123456780001'] }, { ...named('Zoe', 'Draft'), upns: ['A123456780001'] }],
    ['a phone alone', { ...NOBODY, phones: ['07700 900001'] }, { ...amira, phones: ['+447700900001'] }],
    [
      'a former name',
      named('Amira', 'Sampleford', { bornOn: null, postcodes: [] }),
      { ...amira, names: [...amira.names, { given: 'Amira', family: 'Sampleford' }] },
    ],
  ] as const)('%s is found', (_, a, b) => {
    expect(shared(a, b)).toBeGreaterThan(0)
  })

  it('two spellings that compare as a slip or a form share a key nearly always', () => {
    const families = 'Sampleford Testerwick Mockingham Draftstone Patterndale Proofcroft Fablethorpe Stencilwell'.split(
      ' ',
    )
    let [near, found] = [0, 0]
    fc.assert(
      fc.property(
        fc.constantFrom(...families),
        fc.nat(7),
        fc.constantFrom('left out', 'turned', 'twice'),
        (family, at, how) => {
          const n = Math.min(at, family.length - 2)
          const slip =
            how === 'left out'
              ? family.slice(0, n) + family.slice(n + 1)
              : how === 'twice'
                ? family.slice(0, n + 1) + family.slice(n)
                : family.slice(0, n) + family.charAt(n + 1) + family.charAt(n) + family.slice(n + 2)
          const [a, b] = [named('Amira', family), named('Amira', slip)]
          const level = weigh(a, b).lines.find(l => l.line === 'family')?.level
          if (level !== 'slip' && level !== 'alike') return
          near++
          if (shared(a, b) > 0) found++
        },
      ),
      { numRuns: 200 },
    )
    expect(near).toBeGreaterThan(100)
    expect(found / near).toBeGreaterThan(0.98)
  })

  it('nobody is found by a placeholder', () => {
    for (const nothing of [
      NOBODY,
      { ...NOBODY, names: [{ given: 'Baby', family: 'Unknown' }], bornOn: toDay('1900-01-01') },
      { ...NOBODY, postcodes: ['ZZ99 3VZ'], phones: ['00000000000'], upns: ['A000000000000'], emails: ['none'] },
    ])
      expect(maker.of(nothing)).toEqual([])
  })

  it('none is there twice, none is a fraction, and of somebody with very many names there is an end', () => {
    fc.assert(
      fc.property(anybody, of => {
        const keys = maker.of(of)
        expect(new Set(keys).size).toBe(keys.length)
        expect(keys.every(key => Number.isSafeInteger(key) && key > 0)).toBe(true)
      }),
    )
    const names = Array.from({ length: 40 }, (_, n) => ({
      given: `Kit${'a'.repeat(n)}`,
      family: `Sample${'b'.repeat(n)}`,
    }))
    expect(maker.of({ ...amira, names }).length).toBeLessThanOrEqual(150)
  })

  it('a key of a model that is not known any more is left out, and the others keep their places', () => {
    const [first] = new KeyMaker(['born.whole']).of(amira)
    expect(new KeyMaker(['no.such', 'names + no.such', 'born.whole']).of(amira)).toEqual([(first ?? 0) + 2 * 2 ** 32])
  })
})

describe('What matching starts from', () => {
  it('is a whole model: every line of the product, shares that add up to one', () => {
    const { comparisons } = start.model
    expect(comparisons.map(c => c.name).toSorted()).toEqual(['order', ...LINES.map(l => l.name)].toSorted())
    for (const { name, kind, levels, m, u, h } of comparisons) {
      if (kind !== 'order') expect(levels, name).toEqual(LEVELS[kind])
      for (const shares of [m, u, h]) {
        expect(shares.length, name).toBe(levels.length)
        expect(shares[0], name).toBe(0)
        expect(
          shares.reduce((a, b) => a + b, 0),
          name,
        ).toBeCloseTo(1, 4)
      }
    }
    expect(JSON.parse(JSON.stringify(start))).toEqual(start)
  })

  it.each([
    ['everything the same', amira, amira, true],
    ['names and birth date alone', { ...amira, postcodes: [] }, amira, false],
    ['moved', { ...amira, postcodes: ['HX9 9ZZ'] }, amira, false],
    ['a brother at home', named('Zoe', 'Example'), amira, false],
  ] as const)('%s: is above its threshold or not', (_, a, b, above) => {
    expect(weigh(a, b).bits >= start.threshold.link).toBe(above)
  })
})

/** Records of so many people on two lists each, with one slip in every fifth. */
function twice(people: number) {
  const gatherer = new Gatherer(LINES)
  const sources: string[] = []
  const letters = (n: number) => Array.from(String(n), f => 'bdfgklmnpr'[Number(f)]).join('a')
  for (let n = 0; n < people; n++)
    for (const source of ['school', 'college']) {
      const family = `Sample${letters(n)}`
      const born = `20${['08', '09', '10'][n % 3]}-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + (Math.floor(n / 12) % 28)).padStart(2, '0')}`
      gatherer.add(
        textsOf({
          ...NOBODY,
          names: [
            {
              given: `Kit${letters(n % 60)}`,
              family: source === 'college' && n % 5 === 0 ? family.slice(0, -1) : family,
            },
          ],
          bornOn: born as Day,
          postcodes: [`HX${1 + (n % 9)} ${n % 10}A${'ABDEFGHJ'.charAt(n % 8)}`],
          // What each list knows by itself: a row that only repeats another teaches nothing.
          ...(source === 'college' ? { emails: [`kit.${n}@sample.example`] } : { phones: [`07700900${100 + n}`] }),
        }),
      )
      sources.push(source)
    }
  return { records: gatherer.done(), sources }
}

describe('What is learned', () => {
  it('from fewer than fifty pairs of one person is nothing; from more a whole document', () => {
    const few = twice(LEAST_PAIRS - 10)
    expect(learn(few.records, few.sources, 1)).toBeUndefined()
    const { records, sources } = twice(300)
    const document = learn(records, sources, 1) as ModelDocument
    expect(document).toMatchObject({ form: 1, records: 600, common: [] })
    expect(document.people).toBeGreaterThan(280)
    expect(document.people).toBeLessThan(330)
    expect(document.keys).toEqual(expect.arrayContaining([...STARTING_KEYS]))
    expect(document.model.household).toBeGreaterThan(0)
    // The same records, the same model: another attempt learns the same.
    expect({ ...learn(records, sources, 1), seconds: 0 }).toEqual({ ...document, seconds: 0 })
    // A model carries no value of anybody.
    expect(JSON.stringify(document)).not.toMatch(/Sample|Kit|HX\d/i)
    expect(Object.keys(document.sources).toSorted()).toEqual(['college', 'school'])
    for (const source of ['school', 'college', 'nobody', undefined])
      for (const { m } of linesFor(document, source)) expect(m.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 2)
    expect(linesFor(document, 'nobody')).toBe(document.model.comparisons)
    expect(linesFor(document, 'college')).not.toEqual(document.model.comparisons)
  })

  it('counts values that three or more bear', () => {
    const gatherer = new Gatherer(LINES)
    for (const [given, times] of [
      ['Amira', 4],
      ['Zoe', 3],
      ['Kit', 2],
    ] as const)
      for (let n = 0; n < times; n++) gatherer.add(textsOf({ ...NOBODY, names: [{ given, family: '' }] }))
    expect(
      commonTerms(gatherer.done())
        .map(t => t.bearers)
        .toSorted((a, b) => a - b),
    ).toEqual([3, 4])
  })

  it.each([
    [[1, 2, 2, 3, 3, 3], 2, [3]],
    [[5, 5, 5, 5], 3, [5]],
    [[5, 5, 5, 5], 4, []],
    [[], 1, []],
  ])('of keys %j those that more than %i share are %j', (keys, most, common) => {
    expect(tooCommon(Float64Array.from(keys), most)).toEqual(common)
  })
})
