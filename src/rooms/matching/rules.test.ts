import { describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import type { PersonId } from '#ground/ids.ts'
import { isOneSlip as isOneSlipApart } from './engine/likeness.ts'
import type { Candidate, Sought } from './judgement.ts'
import { judge } from './rules.ts'

const sought = (with_: Partial<Sought> = {}): Sought => ({
  givenKey: 'amira',
  familyKey: 'example',
  otherGivenKey: null,
  bornOn: toDay('2010-03-04'),
  postcode: 'HX1 1AA',
  upn: null,
  uln: null,
  nhs: null,
  ...with_,
})

const known = (with_: Partial<Candidate> = {}): Candidate => ({
  personId: 'p1' as PersonId,
  bornOn: toDay('2010-03-04'),
  names: [{ givenKey: 'amira', familyKey: 'example' }],
  postcodes: ['HX1 1AA'],
  upns: [],
  ulns: [],
  nhss: [],
  isDead: false,
  ...with_,
})

const never = () => false
const slip = isOneSlipApart

describe('Who a row is', () => {
  it.each([
    ['nobody like it is a new person', sought(), [], 'new', 'nobody-alike'],
    ['same name, birth date and postcode is the same person', sought(), [known()], 'link', 'same-name-birth-postcode'],
    [
      'the same ULN is the same person, whatever the name',
      sought({ uln: '1', givenKey: 'zoe' }),
      [known({ ulns: ['1'] })],
      'link',
      'same-uln',
    ],
    [
      'the same UPN with another birth date is a question',
      sought({ upn: '1' }),
      [known({ upns: ['1'], bornOn: toDay('2010-04-03') })],
      'question',
      'conflict',
    ],
    [
      'one number on two people is a question',
      sought({ upn: '1' }),
      [known({ upns: ['1'] }), known({ upns: ['1'], personId: 'p2' as PersonId })],
      'question',
      'several',
    ],
    [
      'same ULN but a different UPN is a question',
      sought({ uln: '1', upn: '2' }),
      [known({ ulns: ['1'], upns: ['3'] })],
      'question',
      'conflict',
    ],
    [
      'same name, date and postcode but another ULN is a question',
      sought({ uln: '1' }),
      [known({ ulns: ['2'] })],
      'question',
      'conflict',
    ],
    [
      'same name and date at another postcode is a question',
      sought({ postcode: 'HX2 2BB' }),
      [known()],
      'question',
      'alike',
    ],
    ['same name and date without a postcode is a question', sought({ postcode: null }), [known()], 'question', 'alike'],
    [
      'day and month turned round is a question',
      sought({ bornOn: toDay('2010-04-03') }),
      [known()],
      'question',
      'alike',
    ],
    ['a mistyped first name is a question', sought({ givenKey: 'amria' }), [known()], 'question', 'alike'],
    ['a twin is a new person', sought({ givenKey: 'zoe' }), [known()], 'new', 'nobody-alike'],
    [
      'somebody who died is never linked by itself',
      sought({ uln: '1' }),
      [known({ ulns: ['1'], isDead: true })],
      'question',
      'conflict',
    ],
    [
      'two of the same name, date and postcode are a question',
      sought(),
      [known(), known({ personId: 'p2' as PersonId })],
      'question',
      'several',
    ],
    [
      'a stranger of the same birth date is no question',
      sought({ givenKey: 'rhys', familyKey: 'pattern' }),
      [known()],
      'new',
      'nobody-alike',
    ],
    [
      'a preferred name counts as the name',
      sought({ givenKey: 'katherine', otherGivenKey: 'amira' }),
      [known()],
      'link',
      'same-name-birth-postcode',
    ],
  ] as const)('%s', (_promise, row, candidates, kind, why) => {
    expect(judge(row, candidates, slip)).toMatchObject({ kind, why })
  })

  it('asks about a short form only where it is told that it is one', () => {
    const row = sought({ givenKey: 'mira', postcode: null })
    expect(judge(row, [known()], never).kind).toBe('new')
    expect(judge(row, [known()], () => true).kind).toBe('question')
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
    expect(isOneSlipApart(a, b)).toBe(alike)
    expect(isOneSlipApart(b, a)).toBe(alike)
  })
})
