import { describe, expect, it } from 'vitest'
import { toInstant } from '#ground/clock.ts'
import { aheadTrouble, toDay } from '#ground/day.ts'
import type { RowId } from '#ground/ids.ts'
import { GROUPS, type Level, type Rating } from './assessment.ts'
import { openings } from './depth-words.ts'
import { factorOf, factorsOn } from './factors.ts'
import {
  asksInDepth,
  classesOfRating,
  closerLook,
  depthsOffered,
  distances,
  dueOf,
  isSilent,
  lastAgreed,
  newestOf,
  ownIsWorse,
  REVIEW_MONTHS,
  reviewDue,
  signalsOf,
} from './rules.ts'
import { factors as factorWords } from './words.ts'

const TODAY = toDay('2026-11-23')
const FACTORS = factorsOn(TODAY)

function said(factor: string, staffLevel: Level | null, ownLevel: Level | null, more: Partial<Rating> = {}): Rating {
  return {
    rowId: factor as RowId,
    assessmentId: 'one' as RowId,
    factor,
    staffLevel,
    ownLevel,
    evidence: '',
    ownWords: '',
    source: 'told-me',
    isRestricted: false,
    saidOn: TODAY,
    recordedAt: toInstant('2026-11-23T09:00:00Z'),
    recordedBy: null,
    ...more,
  }
}

describe('The factors', () => {
  it('are eighteen in four groups, each with a name, and those of one group stand together', () => {
    expect(FACTORS).toHaveLength(18)
    expect(FACTORS.map(f => f.group).filter((group, i, all) => group !== all[i - 1])).toEqual([...GROUPS])
    expect(FACTORS.filter(f => factorWords[f.code] === undefined)).toEqual([])
  })
  it('that tell of health, offending or family carry that class, and any may be kept close', () => {
    const classOf = (code: string) => classesOfRating(factorOf(code, TODAY) as (typeof FACTORS)[number], false).own
    expect(['physical-health', 'emotional-health', 'substance-use'].map(classOf)).toEqual([
      'health',
      'health',
      'health',
    ])
    expect(['offending-risk', 'family-history', 'housing'].map(classOf)).toEqual(['offending', 'family', 'assessment'])
    expect(classesOfRating(factorOf('housing', TODAY) as (typeof FACTORS)[number], true).own).toBe('restricted')
  })
})

describe('What asks to be looked at in depth', () => {
  it.each([
    ['critical in either view', [said('housing', 4, 1), said('income', 5, 5)], ['housing']],
    ['a worry', [said('housing', 2, null)], ['housing']],
    ['one that is mixed does not', [said('housing', 3, 3)], []],
    ['two that are mixed do, both', [said('housing', 3, 4), said('income', null, 3)], ['housing', 'income']],
    ['what was not asked asks for nothing', [said('housing', null, null, { evidence: 'x' })], []],
  ])('%s', (_words, ratings, asked) => {
    expect(asksInDepth(ratings)).toEqual(asked)
  })
})

describe('What an assessment in depth looks at closer', () => {
  it.each([
    ['an initial one touches everything', 'initial', [said('housing', 1, 1)], [], undefined],
    ['so does a review', 'review', [said('housing', 1, 1)], [], undefined],
    [
      'what asked for it when it was agreed last',
      'in-depth',
      [said('housing', 2, null), said('income', 5, 5)],
      [],
      ['housing'],
    ],
    ['however it is seen now', 'in-depth', [said('housing', 2, null)], [said('housing', 5, 5)], ['housing']],
    ['and what asks for it now', 'in-depth', [said('housing', 5, 5)], [said('income', null, 1)], ['income']],
    [
      'two that are mixed, of which one was said before',
      'in-depth',
      [said('housing', 3, 3)],
      [said('income', 3, null)],
      ['housing', 'income'],
    ],
    ['none where nothing does: then it is all', 'in-depth', [said('housing', 5, 5)], [], []],
  ] as const)('%s', (_words, depth, before, ratings, codes) => {
    const closer = closerLook(depth, before, ratings)
    expect(closer && [...closer]).toEqual(codes)
  })

  it('has openings for every factor there is', () => {
    for (const { code } of FACTORS) expect(openings[code]?.length, code).toBeGreaterThanOrEqual(3)
  })
})

describe('What calls for somebody else', () => {
  it.each<[string, Rating, number]>([
    ['critical, in the young person’s view alone', said('housing', 4, 1), 1],
    ['a worry about housing does not', said('housing', 2, 2), 0],
    ['a worry about emotional health does', said('emotional-health', 2, null), 1],
    ['a worry about substance use does', said('substance-use', null, 2), 1],
    ['what was not asked does not', said('substance-use', null, null), 0],
  ])('%s', (_words, rating, count) => {
    expect(signalsOf(FACTORS, [rating], [])).toHaveLength(count)
  })
  it('a milder row beside it, written by somebody who did not see it, switches it off no more than it answers it', () => {
    const standing = [said('emotional-health', 1, null), said('emotional-health', 4, null)]
    expect(signalsOf(FACTORS, standing, [])).toMatchObject([{ level: 1, answer: undefined }])
  })
  it('an answer holds until the view gets worse than the one it answered', () => {
    const answer = { factor: 'emotional-health', level: 2 as const, answer: 'acted' as const, words: 'Talked' }
    expect(signalsOf(FACTORS, [said('emotional-health', 2, 2)], [answer])[0]?.answer).toBe(answer)
    expect(signalsOf(FACTORS, [said('emotional-health', 1, 2)], [answer])[0]?.answer).toBeUndefined()
  })
})

describe('Distance travelled', () => {
  const baseline = { ratings: [said('housing', 2, 1), said('income', 3, null)] }
  const review = { ratings: [said('housing', 4, 3), said('aspirations', 5, 5)] }
  const of = (code: string, agreed = [baseline, review]) => distances(FACTORS, agreed).find(d => d.factor.code === code)

  it.each([
    ['both views by themselves, never averaged', 'housing', 2, 2],
    ['nothing for what was not looked at again', 'income', null, null],
    ['nothing for what the baseline did not ask', 'aspirations', null, null],
    ['nothing for what nobody asked', 'community', null, null],
  ])('is %s', (_words, code, staff, own) => {
    expect(of(code)).toMatchObject({ staff, own })
  })
  it('takes the newest that was said of each factor, also where the last review left it out', () => {
    expect(of('income')?.latest).toBe(baseline.ratings[1])
  })
  it('is none while there is a baseline alone', () => {
    expect(of('housing', [baseline])).toMatchObject({ staff: null, own: null, latest: baseline.ratings[0] })
  })
})

describe('When an assessment is due', () => {
  const facts = {
    leadSince: toDay('2026-10-01'),
    supportLevel: 'intensive',
    lastAgreedOn: null,
    reviewOn: null,
    today: TODAY,
  }
  it.each([
    ['the first, four weeks after the lead began, for intensive support', {}, 'first', '2026-10-29', 25],
    ['the first, after eight weeks, for those supported', { supportLevel: 'supported' }, 'first', '2026-11-26', -3],
    ['a review, three months after the last', { lastAgreedOn: toDay('2026-08-20') }, 'review', '2026-11-20', 3],
    [
      'a review by the day that was agreed, where one was',
      { lastAgreedOn: toDay('2026-08-20'), reviewOn: toDay('2026-12-01') },
      'review',
      '2026-12-01',
      -8,
    ],
    [
      'a review after a year, of those with ordinary support',
      { supportLevel: 'universal', lastAgreedOn: toDay('2025-11-22') },
      'review',
      '2026-11-22',
      1,
    ],
  ])('%s', (_words, more, what, on, daysLate) => {
    expect(dueOf({ ...facts, ...more })).toEqual({ what, on, daysLate })
  })
  it('none is owed to whoever has ordinary support, has no lead, or no level', () => {
    expect(dueOf({ ...facts, supportLevel: 'universal' })).toBeUndefined()
    expect(dueOf({ ...facts, supportLevel: null })).toBeUndefined()
    expect(dueOf({ ...facts, leadSince: null })).toBeUndefined()
  })
  it('a day of review lies ahead, within two years', () => {
    expect(aheadTrouble(TODAY, TODAY, REVIEW_MONTHS)).toBe('not-ahead')
    expect(aheadTrouble(toDay('2026-11-24'), TODAY, REVIEW_MONTHS)).toBeUndefined()
    expect(aheadTrouble(toDay('2028-11-23'), TODAY, REVIEW_MONTHS)).toBeUndefined()
    expect(aheadTrouble(toDay('2028-11-24'), TODAY, REVIEW_MONTHS)).toBe('too-far')
    expect(reviewDue(toDay('2026-11-30'), 'intensive')).toBe('2027-02-28')
  })
})

describe('Small things', () => {
  it('silence is no rating; words alone are one', () => {
    expect(isSilent(said('housing', null, null))).toBe(true)
    expect(isSilent(said('housing', null, null, { ownWords: 'x' }))).toBe(false)
  })
  it('the newest of several rows of a factor is what is said now', () => {
    const older = said('housing', 1, 1, { recordedAt: toInstant('2026-11-22T09:00:00Z') })
    const newer = said('housing', 5, 5)
    expect(newestOf([newer, older])).toEqual([newer])
  })
  it('the young person’s greater worry is to be talked about, the adviser’s is not', () => {
    expect(ownIsWorse([said('housing', 3, 2), said('income', 2, 3), said('community', null, 1)])).toEqual(['housing'])
  })
  it('what was agreed last is the newest, whatever is a draft or was left since', () => {
    const [first, second] = [{ state: 'agreed', id: 1 } as const, { state: 'agreed', id: 2 } as const]
    expect(lastAgreed([first, second, { state: 'left', id: 3 }, { state: 'draft', id: 4 }])).toBe(second)
    expect(lastAgreed([{ state: 'draft', id: 5 }])).toBeUndefined()
  })

  it('a review needs something that was agreed', () => {
    expect(depthsOffered([{ state: 'draft' }])).toEqual(['initial', 'in-depth'])
    expect(depthsOffered([{ state: 'agreed' }])).toEqual(['review', 'in-depth'])
  })
})
