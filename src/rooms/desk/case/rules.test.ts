import { describe, expect, it } from 'vitest'
import { addDays, toDay } from '#ground/day.ts'
import { type CaseFacts, caseStandings, type Gap, movedOf, PARTS, type Part, whoWorked } from './rules.ts'

const TODAY = toDay('2026-11-23')
const FINE: CaseFacts = {
  parts: new Set(PARTS),
  ...{ assessment: undefined, plan: undefined, supportLevel: 'supported', lastContactOn: addDays(TODAY, -3) },
  ...{ referralsDue: [], currency: 'current', isRead: true },
}

const gapsOf = (facts: Partial<CaseFacts>) =>
  caseStandings({ ...FINE, ...facts }, TODAY).flatMap(one =>
    one.gap === undefined ? [] : [[one.part, one.gap, one.days]],
  )

describe('A case', () => {
  it.each<[string, Partial<CaseFacts>, readonly [Part, Gap, number | undefined] | undefined]>([
    ['all stands', {}, undefined],
    ['none was assessed', { assessment: { what: 'first', daysLate: 4 } }, ['assessment', 'no-assessment', 4]],
    ['the first is still to come', { assessment: { what: 'first', daysLate: 0 } }, undefined],
    ['a review is late', { assessment: { what: 'review', daysLate: 9 } }, ['assessment', 'assessment-late', 9]],
    ['no plan', { plan: { what: 'no-plan', daysLate: 30 } }, ['plan', 'no-plan', undefined]],
    ['a plan without a day', { plan: { what: 'no-review-day', daysLate: 0 } }, ['plan', 'no-review-day', undefined]],
    ['its review is ahead', { plan: { what: 'review-ahead', daysLate: -9 } }, undefined],
    ['its review is late', { plan: { what: 'review-late', daysLate: 2 } }, ['plan', 'review-late', 2]],
    ['nothing written down', { lastContactOn: null }, ['sessions', 'no-contact', undefined]],
    ['six weeks, supported', { lastContactOn: addDays(TODAY, -42) }, undefined],
    ['more, supported', { lastContactOn: addDays(TODAY, -43) }, ['sessions', 'contact-late', 43]],
    [
      'more than two weeks, intensive',
      { supportLevel: 'intensive', lastContactOn: addDays(TODAY, -15) },
      ['sessions', 'contact-late', 15],
    ],
    ['half a year, no level', { supportLevel: null, lastContactOn: addDays(TODAY, -180) }, undefined],
    ['a referral due today', { referralsDue: [TODAY] }, undefined],
    [
      'the latest of two',
      { referralsDue: [addDays(TODAY, -2), addDays(TODAY, -5)] },
      ['referrals', 'referral-late', 5],
    ],
    ['soon to lapse', { currency: 'soon' }, undefined],
    ['lapsed', { currency: 'lapsed' }, ['tracking', 'lapsed', undefined]],
    ['not known', { currency: 'not-known' }, ['tracking', 'not-known', undefined]],
    ['confidentiality not read', { isRead: false }, ['confidentiality', 'not-read', undefined]],
  ])('%s', (_what, facts, gap) => {
    expect(gapsOf(facts)).toEqual(gap === undefined ? [] : [gap])
  })

  it('says nothing of a part the viewer does not see', () => {
    expect(gapsOf({ parts: new Set(['plan']), lastContactOn: null, currency: 'lapsed', isRead: false })).toEqual([])
  })
})

describe('Who worked with them', () => {
  const met = (who: string, daysAgo: number, minutes: number | null) => ({ who, on: addDays(TODAY, -daysAgo), minutes })

  it('is counted since the baseline, most first, with the minutes somebody wrote down', () => {
    const all = [met('Mair', 5, 30), met('Dana', 1, 20), met('Dana', 9, null), met('Dana', 50, 60)]
    expect(whoWorked(all, addDays(TODAY, -40))).toEqual([
      { who: 'Dana', times: 2, minutes: 20, lastOn: addDays(TODAY, -1) },
      { who: 'Mair', times: 1, minutes: 30, lastOn: addDays(TODAY, -5) },
    ])
    expect(whoWorked(all, undefined)[0]).toMatchObject({ who: 'Dana', times: 3 })
    // Of the day itself it is not known which came first.
    expect(whoWorked([met('Dana', 9, 5)], addDays(TODAY, -9))).toEqual([])
  })

  it('moves up and down are told apart, in either view', () => {
    const moved = [
      { label: 'Housing', staff: 2, own: null },
      { label: 'Income', staff: -1, own: 1 },
      { label: 'Health', staff: null, own: 0 },
    ]
    expect(movedOf(moved)).toEqual({ up: ['Housing', 'Income'], down: ['Income'] })
  })
})
