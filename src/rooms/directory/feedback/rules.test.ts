import { describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import type { RowId } from '#ground/ids.ts'
import type { Said, Standing } from './feedback.ts'
import { askAgainOn, isAsked, resultsOf } from './rules.ts'

const TODAY = toDay('2026-11-23')
const standing = (state: Standing['state'], askAgain: string | null): Standing => ({
  ...{ rowId: 'r' as RowId, state, askAgainOn: askAgain === null ? null : toDay(askAgain) },
  saidOn: state === 'answered' ? TODAY : null,
})
const said = (reach: Said['reach'], whatHelps = ''): Said => ({
  ...{ reach, helps: 'agree', told: 'agree', clear: 'agree', together: 'agree', whatHelps, whatToChange: '' },
})

describe('What partners say', () => {
  it.each<[string, Standing | undefined, boolean]>([
    ['never', undefined, true],
    ['answered', standing('answered', null), false],
    ['put off until tomorrow', standing('put-off', '2026-11-24'), false],
    ['put off until today', standing('put-off', '2026-11-23'), true],
  ])('is asked: %s', (_what, one, asked) => expect(isAsked(one, TODAY)).toBe(asked))

  it('put off, is asked again after thirty days', () => expect(askAgainOn(TODAY)).toBe('2026-12-23'))

  it('is counted to the nearest five, and its words are read only where five answered', () => {
    const four = resultsOf(Array.from({ length: 4 }, () => said('agree', 'Words')))
    expect([four.answered.isFew, four.words]).toEqual([true, undefined])
    const many = resultsOf([
      ...['Zebra', '', 'Ants'].map(words => said('agree', words)),
      ...['disagree', 'disagree', 'disagree', 'disagree', 'disagree', 'cannot-say'].map(one =>
        said(one as Said['reach']),
      ),
    ])
    expect(many.answered).toEqual({ value: 10, isFew: false })
    expect(many.words?.helps).toEqual(['Ants', 'Zebra'])
    expect(many.statements[0]?.answers).toEqual({
      agree: { value: 0, isFew: true },
      disagree: { value: 5, isFew: false },
      'cannot-say': { value: 0, isFew: true },
    })
  })
})
