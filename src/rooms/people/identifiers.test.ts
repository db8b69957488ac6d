import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kindOf, maskUpn, readIdentifier } from './identifiers.ts'

describe('Identifiers', () => {
  it.each([
    ['upn', 'B801200005001'],
    ['upn', 'H801200001001'],
    ['upn', 'R674123101121'],
    ['upn', 'X00180001701A'],
    ['upn', 'P207000016049'],
    ['upn', ' b80120000 5001 '],
    ['uln', '9276308686'],
    ['uln', '1000000027'],
    ['nhs', '9434765919'],
    ['nhs', '943 476 5870'],
    ['nhs', '4010232137'],
  ] as const)('takes the %s %s', (kind, typed) => {
    expect(readIdentifier(kind, typed).ok).toBe(true)
  })

  it.each([
    ['upn', 'A801200005001', 'wrong-check'],
    ['upn', 'Q207000016049', 'wrong-check'],
    ['upn', 'B80120000500', 'wrong-length'],
    ['upn', 'B8O1200005001', 'letter-o-for-zero'],
    ['upn', 'BX01200005001', 'wrong-shape'],
    ['upn', 'UN1', 'placeholder'],
    ['uln', '9999999999', 'placeholder'],
    ['uln', '927630868O', 'letter-o-for-zero'],
    ['uln', '9276308684', 'wrong-check'],
    ['uln', '9434765919', 'is-nhs'],
    ['uln', '', 'empty'],
    ['nhs', '9276308686', 'is-uln'],
    ['nhs', '2222222222', 'placeholder'],
    ['nhs', '943476591', 'wrong-length'],
  ] as const)('says what is wrong with the %s "%s": %s', (kind, typed, why) => {
    expect(readIdentifier(kind, typed)).toEqual({ ok: false, why })
  })

  it('never takes one ten-digit number for both a ULN and an NHS number', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{10}$/), digits => {
        expect(readIdentifier('uln', digits).ok && readIdentifier('nhs', digits).ok).toBe(false)
      }),
      { numRuns: 2000 },
    )
  })

  it('catches every single mistyped digit of a UPN, ULN and NHS number', () => {
    for (const [kind, good] of [
      ['upn', 'B801200005001'],
      ['uln', '9276308686'],
      ['nhs', '9434765919'],
    ] as const)
      for (let i = kind === 'upn' ? 1 : 0; i < good.length; i++)
        for (const digit of '0123456789')
          if (digit !== good[i])
            expect(readIdentifier(kind, good.slice(0, i) + digit + good.slice(i + 1)).ok, `${kind} ${i} ${digit}`).toBe(
              false,
            )
  })

  it('tells the kind of an unlabelled number, and shows of a UPN only its end', () => {
    expect(['B801200005001', '9276308686', '9434765919', '12345'].map(kindOf)).toEqual(['upn', 'uln', 'nhs', undefined])
    expect(maskUpn('B801200005001')).toBe('••••••••••001')
  })
})
