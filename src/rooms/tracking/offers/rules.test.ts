import { describe, expect, it } from 'vitest'
import type { Instant } from '#ground/clock.ts'
import { type Day, toDay } from '#ground/day.ts'
import type { RowId } from '#ground/ids.ts'
import type { Told } from './application.ts'
import { STEPS } from './application.ts'
import { destinationCodesOf, GUARANTEE_CODES, guaranteeCodesOf, headOf } from './codes.ts'
import {
  asksWhoEnrolled,
  autumnsOffered,
  bornForGroup,
  educatedOn,
  groupIn,
  guaranteeOf,
  guaranteeYearOn,
  nextSteps,
  proposalOf,
  schoolYearOf,
  stepTrouble,
} from './rules.ts'

describe('The guarantee worked on', () => {
  it.each([
    ['2026-01-01', 2026],
    ['2026-09-30', 2026],
    ['2026-10-01', 2027],
    ['2026-12-31', 2027],
    ['2027-01-01', 2027],
  ])('on %s is the one of %i', (day, year) => {
    expect(guaranteeYearOn(toDay(day))).toBe(year)
  })

  it('has Year 11 and Year 12 of the school year before its September, by their birth dates', () => {
    expect(bornForGroup(2026, 11)).toEqual({ first: '2009-09-01', last: '2010-08-31' })
    expect(bornForGroup(2026, 12)).toEqual({ first: '2008-09-01', last: '2009-08-31' })
  })

  it.each([
    ['2008-08-31', undefined],
    ['2008-09-01', 12],
    ['2009-08-31', 12],
    ['2009-09-01', 11],
    ['2010-08-31', 11],
    ['2010-09-01', undefined],
  ])('has who was born on %s in year group %s', (born, group) => {
    expect(groupIn(toDay(born), 2026)).toBe(group)
  })

  it.each([
    [11, '2025-09-01', 11],
    [11, '2026-08-31', 11],
    [11, '2026-09-01', 12],
    [12, '2026-03-31', 12],
    [12, '2026-10-01', 13],
  ] as const)('has those of Year %i of 2026 on %s in Year %i', (group, day, now) => {
    expect(schoolYearOf(group, 2026, toDay(day))).toBe(now)
  })

  it.each([
    ['2026-05-01', '2026-05-01'],
    ['2026-06-30', '2026-06-30'],
    ['2026-10-01', '2026-06-30'],
  ])('asks on %s where they learnt on %s', (today, on) => {
    expect(educatedOn(2026, toDay(today))).toBe(on)
  })
})

describe('Codes', () => {
  it('of the guarantee keep those for Year 12 alone from Year 11', () => {
    const eleven = guaranteeCodesOf(2027, 11).map(one => one.code)
    expect(eleven).not.toContain('114')
    expect(eleven).not.toContain('115')
    expect(guaranteeCodesOf(2027, 12)).toHaveLength(13)
    expect(guaranteeCodesOf(2010, 12)).toEqual([])
  })

  it('of the guarantee stand under the published heads, 159 by itself', () => {
    const under = (head: string) => GUARANTEE_CODES.filter(one => headOf(one.code) === head).map(one => one.code)
    expect(under('made')).toEqual(['110', '114', '115'])
    expect(under('not-appropriate')).toEqual(['120', '122', '123', '124'])
    expect(under('none')).toEqual(['140', '150', '151', '153', '154'])
    expect(under('not-recorded')).toEqual(['159'])
  })

  it('of destinations are those of the year', () => {
    expect(destinationCodesOf(2027).map(one => one.code)).toEqual('111 121 211 311 321 411 511 611'.split(' '))
    expect(destinationCodesOf(2014).map(one => one.code)).toEqual('110 120 130 220 230 310 320 410 510 610'.split(' '))
  })
})

/** An application of which each step was written down on its day; one that ends in `!` was taken back. */
function told(...steps: readonly `${string}:${string}`[]): Told {
  return {
    rowId: steps.join() as RowId,
    autumn: 2026,
    steps: steps.map(text => {
      const [step = '', day = ''] = text.split(':')
      const at = `${day.replace('!', '')}T10:00:00.000Z` as Instant
      return {
        step: step as Told['steps'][number]['step'],
        onDay: day.replace('!', '') as Day,
        recordedAt: at,
        takenBackAt: day.endsWith('!') ? at : null,
      }
    }),
  }
}
const hand = (code: string, day: string) => ({
  code,
  on: toDay(day),
  at: `${day}T10:00:00.000Z` as Instant,
})

describe('What applications say of the guarantee', () => {
  it.each([
    ['nothing at all', [], '159'],
    ['one that waits', [told('applied:2026-01-10')], '140'],
    ['one with an interview', [told('applied:2026-01-10', 'interview:2026-02-01')], '140'],
    ['a conditional offer', [told('applied:2026-01-10', 'offer-conditional:2026-02-01')], '110'],
    ['an offer they declined', [told('applied:2026-01-10', 'offer:2026-02-01', 'declined:2026-02-05')], '110'],
    ['an offer the place took back', [told('applied:2026-01-10', 'offer:2026-02-01', 'turned-down:2026-03-01')], '159'],
    ['all turned down', [told('applied:2026-01-10', 'turned-down:2026-02-01')], '159'],
    ['one withdrawn', [told('applied:2026-01-10', 'withdrawn:2026-02-01')], '159'],
    ['one turned down, one that waits', [told('turned-down:2026-02-01'), told('applied:2026-01-10')], '140'],
    ['one that waits, one offered', [told('applied:2026-01-10'), told('offer:2026-02-01')], '110'],
    ['an offer taken back as a mistake', [told('applied:2026-01-10', 'offer:2026-02-01!')], '140'],
    [
      'one that was turned down, then offered after all',
      [told('applied:2026-01-10', 'turned-down:2026-02-01', 'offer:2026-03-01')],
      '110',
    ],
    [
      'an offer they gave up, before they applied again',
      [told('offer:2026-01-10', 'withdrawn:2026-02-01', 'applied:2026-03-01')],
      '110',
    ],
  ])('with %s', (_what, all, code) => {
    expect(guaranteeOf(undefined, all).code).toBe(code)
  })

  it.each([
    ['stands above what was there before it', hand('123', '2026-03-01'), [told('offer:2026-02-01')], '123', 'hand'],
    ['gives way to a later offer', hand('123', '2026-03-01'), [told('offer:2026-04-01')], '110', 'application'],
    [
      'that nobody applied gives way to one that waits',
      hand('151', '2026-03-01'),
      [told('applied:2026-04-01')],
      '140',
      'application',
    ],
    [
      'of an offer does not give way to one that waits',
      hand('110', '2026-03-01'),
      [told('applied:2026-04-01')],
      '110',
      'hand',
    ],
    [
      'stands where a later one was turned down',
      hand('150', '2026-03-01'),
      [told('applied:2026-04-01', 'turned-down:2026-05-01')],
      '150',
      'hand',
    ],
  ] as const)('what was set by hand %s', (_what, set, all, code, from) => {
    expect(guaranteeOf(set, all)).toMatchObject({ code, from })
  })

  it('proposes "no appropriate provision" where every place turned them down, and never sets it', () => {
    const turned = told('applied:2026-01-10', 'turned-down:2026-02-01')
    expect(proposalOf('159', [turned, turned])).toBe('150')
    expect(proposalOf('159', [turned, told('applied:2026-01-10')])).toBeUndefined()
    expect(proposalOf('159', [])).toBeUndefined()
    expect(proposalOf('123', [turned])).toBeUndefined()
    expect(proposalOf('150', [turned])).toBeUndefined()
  })
})

describe('A step of an application', () => {
  it('can follow each state by at least one other, and leads to a step there is', () => {
    for (const state of STEPS) {
      expect(nextSteps(state).length, state).toBeGreaterThan(0)
      for (const next of nextSteps(state)) expect(STEPS).toContain(next)
    }
  })

  it.each([
    ['offer', '2026-11-29', 'in-future'],
    ['interview', '2026-12-10', undefined],
    ['interview', '2028-01-01', 'too-far'],
    ['offer', '2026-10-31', 'before-applied'],
    ['offer', '2026-11-01', undefined],
  ] as const)('%s on %s', (step, on, trouble) => {
    expect(stepTrouble(step, toDay(on), toDay('2026-11-01'), toDay('2026-11-28'))).toBe(trouble)
  })

  it('is for an autumn beside the one worked on', () => {
    expect(autumnsOffered(toDay('2026-11-28'))).toEqual([2026, 2027, 2028])
  })

  it.each([
    ['2026-08-31', false],
    ['2026-09-01', true],
    ['2027-08-31', true],
    ['2027-09-01', false],
  ])('who was offered a place for 2026 is asked after on %s: %s', (day, asked) => {
    expect(asksWhoEnrolled(2026, toDay(day))).toBe(asked)
  })
})
