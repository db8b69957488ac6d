/** Cases of the rules of pathways. */
import { describe, expect, it } from 'vitest'
import { mondayOf, toDay } from '#ground/day.ts'
import type { RowId } from '#ground/ids.ts'
import { CLASS_BITS, type RecordClass } from '#rooms/access/index.ts'
import { minutesTyped } from './forms.ts'
import { kindWords, suggestedWords } from './kind-words.ts'
import { bitOf, KINDS } from './kinds.ts'
import { PATHWAY_KINDS, type PathwayContent } from './pathway.ts'
import {
  logTrouble,
  mayKnow,
  pathwayTrouble,
  saidTrouble,
  shareCome,
  stageStates,
  stepTrouble,
  suggestedFor,
  waitingOn,
  weekTrouble,
} from './rules.ts'

const TODAY = toDay('2026-11-23')
const BARE: PathwayContent = {
  ...{ stage: 'ready', anchorOn: toDay('2027-01-11'), withName: 'Jo Sample', withAccount: null, adultId: null },
  ...{ seenOn: null, goalId: null, reviewOn: null, answers: {} },
}

describe.each(PATHWAY_KINDS)('The kind %s', kind => {
  it('has words for each stage and each suggested step, and a stage for each step', () => {
    for (const stage of KINDS[kind].stages) expect(kindWords[kind].stages[stage], stage).toBeDefined()
    for (const { code, stage } of KINDS[kind].steps) {
      expect(suggestedWords[`${kind}.${code}`], code).toBeDefined()
      expect(KINDS[kind].stages).toContain(stage)
    }
    expect(new Set(KINDS[kind].steps.map(one => one.code)).size).toBe(KINDS[kind].steps.length)
  })

  it('K6: is known to those alone who see what it tells of and the plan', () => {
    const needed = new Set<RecordClass>([KINDS[kind].tells, 'plan'])
    expect(mayKnow(kind, needed)).toBe(true)
    for (const one of needed) expect(mayKnow(kind, new Set([...needed].filter(name => name !== one)))).toBe(false)
    expect(bitOf(kind)).toBe(CLASS_BITS[KINDS[kind].tells])
  })

  it('suggests nothing that is late from the first moment', () => {
    for (const anchorOn of [null, toDay('2026-11-24'), toDay('2027-06-01'), toDay('2026-09-01')])
      for (const { dueOn } of suggestedFor(KINDS[kind], {
        openedOn: TODAY,
        anchorOn,
        stage: KINDS[kind].stages[0] ?? '',
      }))
        if (dueOn !== null) expect(dueOn >= TODAY).toBe(true)
  })
})

describe('Custody tells of offending by its very existence (K6)', () => {
  it('and so do all its rows', () => expect(bitOf('custody')).toBe(CLASS_BITS.offending))
})

describe('Suggested steps', () => {
  it('have a day from the release day, none while nobody knows it, and keep the tie to it', () => {
    const known = suggestedFor(KINDS.custody, { openedOn: TODAY, anchorOn: toDay('2027-03-01'), stage: 'before' })
    expect(known.find(one => one.code === 'papers')).toMatchObject({ dueOn: '2027-02-01', days: -28 })
    expect(known.find(one => one.code === 'court')).toMatchObject({ dueOn: '2026-11-30', days: null })
    const unknown = suggestedFor(KINDS.custody, { openedOn: TODAY, anchorOn: null, stage: 'before' })
    expect(unknown.find(one => one.code === 'papers')).toMatchObject({ dueOn: null, days: -28 })
    const inside = suggestedFor(KINDS.custody, { openedOn: TODAY, anchorOn: null, stage: 'gate' })
    expect(new Set(inside.map(one => one.stage))).toEqual(new Set(['gate']))
  })
})

it.each([
  ['the stage is of the kind', 'transition', { stage: 'inside' }, 'stage-unknown'],
  ['the first day is known', 'transition', { anchorOn: null }, 'anchor-missing'],
  ['the first day is near', 'transition', { anchorOn: toDay('2040-01-01') }, 'anchor-far'],
  ['a person there is named', 'transition', { withName: '' }, 'who-missing'],
  ['a release day may be unknown', 'custody', { stage: 'before', anchorOn: null, withName: '' }, undefined],
  ['a timetable has a day to look at it', 'reintegration', { stage: 'small' }, 'review-missing'],
  ['that day is ahead', 'reintegration', { stage: 'small', reviewOn: TODAY }, 'review-past'],
  ['and within four weeks', 'reintegration', { stage: 'small', reviewOn: toDay('2026-12-22') }, 'review-far'],
  ['or on the last of them', 'reintegration', { stage: 'small', reviewOn: toDay('2026-12-21') }, undefined],
  [
    'a volunteer’s certificate was seen',
    'mentoring',
    { stage: 'knowing', reviewOn: toDay('2026-12-21') },
    'seen-missing',
  ],
  [
    'and not in the future',
    'mentoring',
    { stage: 'knowing', reviewOn: toDay('2026-12-21'), seenOn: toDay('2026-11-24') },
    'seen-ahead',
  ],
  [
    'one person, not two',
    'family',
    { stage: 'asking', adultId: 'x' as RowId, reviewOn: toDay('2026-12-21') },
    'who-both',
  ],
] as const)('A pathway: %s', (_says, kind, changed, trouble) => {
  expect(pathwayTrouble(KINDS[kind], { ...BARE, ...changed }, TODAY)).toBe(trouble)
})

it('A day of review that stood there before is let stand', () => {
  const content = { ...BARE, stage: 'small', reviewOn: TODAY }
  expect(pathwayTrouble(KINDS.reintegration, content, TODAY, { reviewOn: TODAY })).toBeUndefined()
})

it.each([
  ['nothing is chosen', null, null, true, 'said-missing'],
  ['they say yes', { said: 'yes', saidWords: '' }, null, true, undefined],
  ['K11: the yes is not theirs to give', { said: 'yes', saidWords: '' }, null, false, 'not-theirs-to-say'],
  ['K2: without, and no reason', { said: 'without', withoutWhy: '' }, toDay('2026-12-01'), true, 'without-why'],
  ['K2: without, and no day to look again', { said: 'without', withoutWhy: 'x' }, null, true, 'without-far'],
  ['K2: a day too far', { said: 'without', withoutWhy: 'x' }, toDay('2027-02-24'), true, 'without-far'],
  ['K2: with both', { said: 'without', withoutWhy: 'x' }, toDay('2027-02-23'), false, undefined],
] as const)('Work with the family: %s', (_says, said, reviewOn, decides, trouble) => {
  expect(saidTrouble(said, reviewOn, decides, TODAY)).toBe(trouble)
})

describe('What waits', () => {
  const mentoring = { kind: 'mentoring', state: 'open', openedOn: toDay('2026-11-01'), reviewOn: null } as const
  it('is told with the first day first, and a silent mentor after ten days', () => {
    const steps = [
      { state: 'to-do', dueOn: toDay('2026-11-05'), what: 'a' },
      { state: 'done', dueOn: toDay('2026-11-02'), what: 'b' },
      { state: 'to-do', dueOn: null, what: 'c' },
    ] as const
    expect(waitingOn(mentoring, steps, null)).toEqual([
      { what: 'step', on: '2026-11-05', words: 'a' },
      { what: 'log', on: '2026-11-11' },
    ])
    expect(waitingOn(mentoring, [], toDay('2026-11-20'))).toEqual([{ what: 'log', on: '2026-11-30' }])
  })
  it.each(['paused', 'ended'] as const)('is nothing where it is %s', state => {
    expect(waitingOn({ ...mentoring, state }, [], null)).toEqual([])
  })
})

it('Stages before the one it is in are behind, those after are to come', () => {
  expect(stageStates(KINDS.mentoring, 'targets').map(one => one.state)).toEqual(['done', 'now', 'next'])
})

it.each([
  ['another without a name', { owner: 'other', ownerName: '' }, 'owner-unnamed'],
  ['another by name', { owner: 'other', ownerName: 'Jo' }, undefined],
  ['a stage of another kind', { stage: 'inside' }, 'stage-unknown'],
  ['a day in another life', { dueOn: toDay('2199-01-01') }, 'due-far'],
] as const)('A step: %s', (_says, changed, trouble) => {
  const step = { stage: 'knowing', what: 'a', dueOn: null, owner: 'adviser', ownerName: '', ...changed } as const
  expect(stepTrouble(KINDS.mentoring, step, TODAY)).toBe(trouble)
})

it.each([
  ['2026-11-24', 'log-ahead'],
  ['2026-11-23', undefined],
  ['2026-09-01', 'log-before'],
] as const)('A meeting on %s of a pathway begun on 1 November', (on, trouble) => {
  const log = { onDay: toDay(on), came: 'met', minutes: null, words: 'a', ownWords: '' } as const
  expect(logTrouble(log, { openedOn: toDay('2026-11-01') }, TODAY)).toBe(trouble)
})

describe('A week of a timetable', () => {
  it.each([
    ['2026-11-23', '2026-11-23'],
    ['2026-11-29', '2026-11-23'],
    ['2026-11-22', '2026-11-16'],
  ] as const)('of %s begins on %s', (day, monday) => expect(mondayOf(toDay(day))).toBe(monday))

  const week = (weekOf: string, came: number[] | null) => ({ weekOf: toDay(weekOf), planned: [60, 0, 120, 0, 0], came })
  it.each([
    ['not yet over', week('2026-11-23', null), undefined],
    ['came for less', week('2026-11-16', [60, 0, 30, 0, 0]), undefined],
    ['came for more than was planned', week('2026-11-16', [60, 30, 0, 0, 0]), 'came-more'],
    ['planned years ahead', week('2028-01-03', null), 'week-far'],
    ['came before it began', week('2026-11-30', [60, 0, 0, 0, 0]), 'came-ahead'],
  ] as const)('%s', (_says, one, trouble) => expect(weekTrouble(one, TODAY)).toBe(trouble))

  it('counts what they came of what was planned, of weeks of which that is known', () => {
    const of = (came: number[] | null) => ({
      ...{ rowId: 'x' as RowId, pathwayId: 'y' as RowId, words: '', version: 1 },
      ...week('2026-11-16', came),
    })
    expect(shareCome([of([60, 0, 60, 0, 0]), of(null)])).toEqual({ planned: 180, came: 120 })
    expect(shareCome([of(null)])).toBeUndefined()
  })

  it.each([
    ['2', 120],
    ['1.5', 90],
    ['1,25', 75],
    [null, null],
    ['eleven', undefined],
    ['11', undefined],
    ['-1', undefined],
  ] as const)('of %s hours', (typed, minutes) => expect(minutesTyped(typed)).toBe(minutes))
})
