import { describe, expect, it } from 'vitest'
import { classOfNeed, factorOfNeed, marksOf, needsOffered, sideBySide } from './rules.ts'
import { ACHIEVEMENT, NEED_KINDS } from './talk.ts'

describe('A need that came up in a talk', () => {
  it.each([
    ['housing', 'guidance', 'housing'],
    ['travel', 'guidance', undefined],
    ['money', 'guidance', 'income'],
    ['family', 'family', 'parents-carers'],
    ['caring', 'family', 'family-history'],
    ['health', 'health', 'physical-health'],
    ['care', 'care', undefined],
    ['justice', 'offending', 'offending-risk'],
    ['other', 'guidance', undefined],
  ] as const)('K6: of %s has the class %s, and leads to the factor %s', (kind, name, factor) => {
    expect([classOfNeed(kind), factorOfNeed(kind)]).toEqual([name, factor])
  })

  it('K6: is noted by those alone who would read it again', () => {
    expect(needsOffered(new Set(['guidance', 'family']))).toEqual([
      ...['housing', 'travel', 'money', 'family', 'caring', 'other'],
    ])
    expect(needsOffered(new Set(['guidance', 'family', 'health', 'care', 'offending']))).toEqual([...NEED_KINDS])
  })
})

describe('What was learnt', () => {
  it('stands by either side beside the other, and is never put into one', () => {
    const own = { mark: 'cv', side: 'young-person', said: 'seen', evidence: 'I wrote it' } as const
    const adviser = { mark: 'cv', side: 'adviser', said: 'partly', evidence: '' } as const
    const rows = sideBySide([own, adviser], ACHIEVEMENT)
    expect(rows).toHaveLength(6)
    expect(rows[4]).toEqual({ mark: 'cv', own, adviser })
    expect(rows[0]).toEqual({ mark: 'range', own: undefined, adviser: undefined })
  })

  it('is asked of both; how it went is theirs alone to say', () => {
    expect(marksOf('adviser')).toHaveLength(6)
    expect(marksOf('young-person')).toHaveLength(10)
  })
})
