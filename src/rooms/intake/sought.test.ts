/** How rows of one list are told from each other: in little memory, and exactly as if all of it were kept. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import { checkWhole, file } from './reading/examples.ts'
import type { ReadRow } from './reading/read-row.ts'
import { Sightings } from './reading/sightings.ts'
import { keyOf, keyTeller, signatureOf } from './sought.ts'

describe('The rows of a list', () => {
  it('are told to be repeats by number, or by name, birth date and postcode; twins are two people', async () => {
    const rows = await checkWhole(
      file(
        'UPN,Surname,Forename,DOB,Postcode',
        'B801200005001,Example,Ann,3/3/2009,HX1 1AA',
        'B801200005001,Demo,Bo,4/4/2009,HX1 1AB',
        'H801200001001,Twin,Cy,5/5/2009,HX1 1AD',
        'R674123101121,Twin,Di,5/5/2009,HX1 1AD',
        'B801200005001,EXAMPLE,Ánn,03-03-2009,hx11aa',
        ',Example,Ann,3/3/2009,HX1 1AA',
      ),
    )
    const tell = keyTeller()
    const repeats = rows.flatMap(row => (row.outcome === 'good' && tell(row.value).isRepeat ? [row.value.row] : []))
    expect(repeats).toEqual([3, 6, 7])
  })

  it('have the keys they would have if every key were kept', () => {
    const seen = new Map<string, number>()
    const count = (key: string) => {
      seen.set(key, (seen.get(key) ?? 0) + 1)
      return seen.get(key) as number
    }
    const row = fc.record({
      upn: fc.constantFrom(null, 'B801200005001', 'H801200001001', 'R674123101121'),
      uln: fc.constantFrom(null, '1000000027'),
      bornOn: fc.constantFrom(toDay('2010-03-04'), toDay('2010-03-05')),
      legal: fc.record({ given: fc.constantFrom('Ann', 'Bo'), family: fc.constantFrom('Example', 'Demo') }),
      postcode: fc.constantFrom(null, 'HX1 1AA'),
    }) as unknown as fc.Arbitrary<ReadRow>
    fc.assert(
      fc.property(fc.array(row, { maxLength: 60 }), rows => {
        seen.clear()
        const tell = keyTeller()
        for (const one of rows) {
          const [plain, alone] = [keyOf(one), `${keyOf(one)}#${signatureOf(one)}`]
          const [nth, nthAlike, nthSigned] = [count(plain), count(alone), count(`*${signatureOf(one)}`)]
          expect(tell(one)).toEqual({
            plain,
            own: nthAlike > 1 ? `${alone}#${nthAlike}` : alone,
            nth,
            nthAlike,
            isRepeat: nth > 1 || nthSigned > 1,
          })
        }
      }),
      { numRuns: 200, seed: 20_261_126 },
    )
  })
})

describe('Sightings', () => {
  it('keep a mark by each key, however many there are', () => {
    const sightings = new Sightings()
    for (let n = 0; n < 50_000; n++) expect(sightings.first(`id-${n}`, n)).toBeUndefined()
    for (let n = 0; n < 50_000; n += 97) {
      expect(sightings.first(`id-${n}`, 7)).toBe(n)
      sightings.set(`id-${n}`, 4_294_967_295 - n)
      expect(sightings.get(`id-${n}`)).toBe(4_294_967_295 - n)
    }
    expect(sightings.get('id-50000')).toBeUndefined()
  })
})
