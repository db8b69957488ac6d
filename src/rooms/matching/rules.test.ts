import { describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import type { PersonId } from '#ground/ids.ts'
import { isOneSlip } from './engine/likeness.ts'
import { judge } from './rules.ts'
import type { Known } from './weighing/known.ts'
import { startingDocument } from './weighing/starting.ts'
import { weighPairs } from './weighing/weigh.ts'

const [UPN, OTHER_UPN] = ['A123456780001', 'P123456780002']
const [ULN, OTHER_ULN] = ['1000000019', '1000000027']

const known = (with_: Partial<Known> = {}): Known => ({
  names: [{ given: 'Amira', family: 'Example' }],
  bornOn: toDay('2010-03-04'),
  postcodes: ['HX1 1AA'],
  upns: [],
  ulns: [],
  nhss: [],
  phones: [],
  emails: [],
  ...with_,
})
const named = (given: string, family = 'Example'): Partial<Known> => ({ names: [{ given, family }] })

const document = startingDocument()

/** Judges a row against people on record by what matching starts from. */
function judged(row: Known, people: readonly (Known & { isDead?: boolean; isHidden?: boolean })[]) {
  const weighed = weighPairs(
    document,
    undefined,
    people.map(right => ({ left: row, right })),
  )
  const candidates = people.map((person, n) => {
    const own = weighed[n] as (typeof weighed)[number]
    return {
      ...own,
      against: person.isDead ? [...own.against, 'dead' as const] : own.against,
      personId: `p${n + 1}` as PersonId,
      isHidden: person.isHidden === true,
    }
  })
  return judge(candidates, document.threshold)
}

describe('Who a row is', () => {
  it.each([
    ['nobody like it is a new person', known(), [], 'new', 'nobody-alike'],
    ['same name, birth date and postcode is the same person', known(), [known()], 'link', 'same-name-birth-postcode'],
    [
      'the same UPN and birth date is the same person under another family name',
      known({ ...named('Amira', 'Specimen'), upns: [UPN], postcodes: [] }),
      [known({ upns: [UPN] })],
      'link',
      'same-upn',
    ],
    [
      'the same ULN under quite another first name is a question: it may be a twin whose number was mixed up',
      known({ ...named('Zoe'), ulns: [ULN] }),
      [known({ ulns: [ULN] })],
      'question',
      'conflict',
    ],
    [
      'two same numbers under another first name are the same person',
      known({ ...named('Zoe'), upns: [UPN], ulns: [ULN] }),
      [known({ upns: [UPN], ulns: [ULN] })],
      'link',
      'same-upn',
    ],
    [
      'the same UPN with another birth date is a question',
      known({ upns: [UPN] }),
      [known({ upns: [UPN], bornOn: toDay('2010-04-03') })],
      'question',
      'conflict',
    ],
    [
      'the same UPN on somebody nothing like it is a question still',
      known({ upns: [UPN] }),
      [known({ ...named('Rhys', 'Pattern'), upns: [UPN], bornOn: toDay('2007-11-30'), postcodes: ['LS9 9ZZ'] })],
      'question',
      'conflict',
    ],
    [
      'one number on two people is a question',
      known({ upns: [UPN] }),
      [known({ upns: [UPN] }), known({ upns: [UPN] })],
      'question',
      'several',
    ],
    [
      'same ULN but a different UPN is a question',
      known({ ulns: [ULN], upns: [UPN] }),
      [known({ ulns: [ULN], upns: [OTHER_UPN] })],
      'question',
      'conflict',
    ],
    [
      'same name, date and postcode but another ULN is a question',
      known({ ulns: [ULN] }),
      [known({ ulns: [OTHER_ULN] })],
      'question',
      'conflict',
    ],
    [
      'a number whose check digit is wrong is no number',
      known({ ulns: ['1000000020'] }),
      [known({ ulns: [OTHER_ULN] })],
      'link',
      'same-name-birth-postcode',
    ],
    [
      'same name and date at another postcode is a question',
      known({ postcodes: ['HX2 2BB'] }),
      [known()],
      'question',
      'alike',
    ],
    [
      'an address they had counts',
      known({ postcodes: ['HX2 2BB'] }),
      [known({ postcodes: ['HX1 1AA', 'HX2 2BB'] })],
      'link',
      'same-name-birth-postcode',
    ],
    ['a mistyped first name is a question', known(named('Amria')), [known()], 'question', 'alike'],
    ['a twin is a new person', known(named('Zoe')), [known()], 'new', 'nobody-alike'],
    [
      'a twin with a number of their own is a new person',
      known({ ...named('Zoe'), upns: [UPN] }),
      [known({ upns: [OTHER_UPN] })],
      'new',
      'nobody-alike',
    ],
    [
      'somebody who died is never linked by itself',
      known({ ulns: [ULN] }),
      [{ ...known({ ulns: [ULN] }), isDead: true }],
      'question',
      'conflict',
    ],
    [
      'a row surely about a sealed identity ends there',
      known({ upns: [UPN] }),
      [{ ...known({ upns: [UPN] }), isHidden: true }],
      'link',
      'same-upn',
    ],
    [
      'the name and birth date of somebody hidden end there too, whatever else is missing',
      known({ postcodes: [] }),
      [{ ...known(), isHidden: true }],
      'link',
      'nobody-alike',
    ],
    [
      'a namesake who is not hidden is asked about as if the other were not there',
      known({ postcodes: ['HX2 2BB'] }),
      [{ ...known(), isHidden: true }, known()],
      'question',
      'alike',
    ],
    [
      'nobody is asked about a sealed identity',
      known(named('Amria')),
      [{ ...known(), isHidden: true }],
      'new',
      'nobody-alike',
    ],
    ['two of the same name, date and postcode are a question', known(), [known(), known()], 'question', 'several'],
    [
      'a stranger of the same birth date is no question',
      known({ ...named('Rhys', 'Pattern'), postcodes: [] }),
      [known()],
      'new',
      'nobody-alike',
    ],
    [
      'a preferred or former name counts as the name',
      known({
        names: [
          { given: 'Katherine', family: 'Example' },
          { given: 'Amira', family: 'Example' },
        ],
      }),
      [known()],
      'link',
      'same-name-birth-postcode',
    ],
    [
      'a first name at another form is a question at least',
      known({ ...named('Kate'), postcodes: [] }),
      [known(named('Katherine'))],
      'question',
      'alike',
    ],
    [
      'names turned round are the same person where all else is the same',
      known(named('Example', 'Amira')),
      [known()],
      'link',
      'weighed',
    ],
    [
      'placeholders link nobody',
      known({ ...named('Baby', 'Unknown'), bornOn: toDay('1900-01-01') }),
      [known({ ...named('Baby', 'Unknown'), bornOn: toDay('1900-01-01') })],
      'new',
      'nobody-alike',
    ],
  ] as const)('%s', (_promise, row, people, kind, why) => {
    expect(judged(row, people)).toMatchObject({ kind, why })
  })

  it('what is certain is linked where a model of few records would ask, unless something is against it or the weight too little', () => {
    const judgedBy = (row: Known, right: Known, certain?: number) => {
      const [own] = weighPairs(document, undefined, [{ left: row, right }])
      const candidate = { ...(own as NonNullable<typeof own>), personId: 'p1' as PersonId, isHidden: false }
      return judge([candidate], { link: 400, review: -5, ...(certain === undefined ? {} : { certain }) })
    }
    const [same, link] = ['same-name-birth-postcode', 'link']
    expect(judgedBy(known(), known(), 7)).toMatchObject({ kind: link, why: same })
    expect(judgedBy(known(), known(), 390)).toMatchObject({ kind: 'question', why: 'alike' })
    expect(judgedBy(known(), known())).toMatchObject({ kind: 'question', why: 'alike' })
    expect(judgedBy(known({ postcodes: [], upns: [UPN] }), known({ upns: [UPN] }), 7)).toMatchObject({
      kind: link,
      why: 'same-upn',
    })
    expect(judgedBy(known({ postcodes: [] }), known(), 7)).toMatchObject({ kind: 'question', why: 'alike' })
    expect(judgedBy(known({ upns: [UPN] }), known({ upns: [OTHER_UPN] }), 7)).toMatchObject({
      kind: 'question',
      why: 'conflict',
    })
  })

  it('says line by line why, without a value in it', () => {
    const { weighed } = judged(known({ ...named('Amria'), ulns: [ULN] }), [known({ ulns: [ULN] })])
    expect(weighed?.map(l => [l.line, l.level])).toEqual([
      ['given', 'slip'],
      ['family', 'same'],
      ['born', 'same'],
      ['postcode', 'same'],
      ['uln', 'same'],
    ])
    expect(JSON.stringify(weighed)).not.toMatch(/HX1|1000000019|Amira/i)
  })

  it.each([
    ['amira', 'amira', true],
    ['amira', 'amria', true],
    ['amira', 'amra', true],
    ['amira', 'amirah', true],
    ['amira', 'emira', true],
    ['amira', 'zoe', false],
    ['amira', 'mariam', false],
  ])('%s and %s: %s', (a, b, alike) => {
    expect(isOneSlip(a, b)).toBe(alike)
    expect(isOneSlip(b, a)).toBe(alike)
  })
})
