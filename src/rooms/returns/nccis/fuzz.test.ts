import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exampleFile, examplePeople } from '../examples.ts'
import { checkReturn } from './check.ts'

/** What may come in place of some of a file. */
const damage = fc.oneof(
  fc.constantFrom(
    '<',
    '>',
    '&',
    '"',
    "'",
    ']]>',
    '<![CDATA[',
    '<!--',
    '-->',
    '<?',
    '?>',
    '</',
    '/>',
    '\u0000',
    '\uFEFF',
    '<!DOCTYPE a [',
    '<!ENTITY b "c">',
    '&#x0;',
    '&lt',
    '<NCCIS>',
    '</NCCIS>',
    '<YoungPersonsRecord>',
    '</PersonalDetails>',
    '<FileHeader/>',
    '<Gender a="b">',
    '\r',
  ),
  fc.string({ maxLength: 6 }),
  fc.string({ unit: 'binary', maxLength: 4 }),
)
const bytes = fc.oneof(
  damage.map(text => Buffer.from(text)),
  fc.uint8Array({ maxLength: 4 }).map(some => Buffer.from(some)),
)
const cuts = fc.array(fc.record({ at: fc.nat({ max: 9_999 }), over: fc.nat({ max: 60 }), put: bytes }), {
  minLength: 1,
  maxLength: 6,
})

describe('Whatever is done to a file', () => {
  it('comes to an end, with words and a line for each fault and no trace of a crash', async () => {
    const whole = await exampleFile([...examplePeople(3)])
    let clean = 0
    let refused = 0
    await fc.assert(
      fc.asyncProperty(cuts, fc.integer({ min: 1, max: 5_000 }), async (changes, piece) => {
        let file: Buffer = whole
        for (const { at, over, put } of changes) {
          const from = Math.floor((at / 10_000) * file.length)
          file = Buffer.concat([file.subarray(0, from), put, file.subarray(from + over)])
        }
        async function* open(): AsyncGenerator<Uint8Array> {
          for (let at = 0; at < file.length; at += piece) yield file.subarray(at, at + piece)
        }
        const lines = file.toString('latin1').split('\n').length
        let refusals = 0
        let others = 0
        const checked = await checkReturn(open, undefined, fault => {
          expect(fault.says).not.toBe('')
          expect(fault.line).toBeGreaterThan(0)
          expect(fault.line).toBeLessThanOrEqual(lines)
          expect(fault.person).toMatch(/^\d{0,20}$/)
          // What the file is refused for comes first.
          if (fault.refuses) expect(others).toBe(0)
          if (fault.refuses) refusals++
          else others++
        })
        expect(checked.refusals).toBe(refusals)
        expect(checked.blocking + checked.advice).toBe(refusals + others)
        expect(checked.isWhole || refusals > 0).toBe(true)
        if (refusals > 0) refused++
        else clean++
      }),
      { numRuns: 1500 },
    )
    // Both kinds must have been met, or nothing was tried.
    expect(clean).toBeGreaterThan(0)
    expect(refused).toBeGreaterThan(500)
  })

  it('says the same, however the bytes come', async () => {
    const whole = await exampleFile([...examplePeople(2)].map(one => ({ ...one, Town: 'Zoë & Söhne', Gender: '?' })))
    const ways: string[] = []
    for (const piece of [1, 7, 100, 1_000_000]) {
      async function* open(): AsyncGenerator<Uint8Array> {
        for (let at = 0; at < whole.length; at += piece) yield whole.subarray(at, at + piece)
      }
      const faults: unknown[] = []
      await checkReturn(open, undefined, fault => faults.push(fault))
      ways.push(JSON.stringify(faults))
    }
    expect(new Set(ways).size).toBe(1)
    expect(ways[0]).toContain('"4, 5"')
  })
})
