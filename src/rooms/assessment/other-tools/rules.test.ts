import { describe, expect, it } from 'vitest'
import type { Instant } from '#ground/clock.ts'
import { toDay } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import { factorOf, factorsOn } from '../factors.ts'
import { contentOf, factsOf, sayingForm, toolForm, typedUnder } from './forms.ts'
import {
  byFactor,
  contentTrouble,
  dayTrouble,
  isDescribedSo,
  isOld,
  isOtherPart,
  numbered,
  partOfHeading,
  saysIt,
  stampOf,
} from './rules.ts'
import type { Edition, Heading, Saying, ToolFacts } from './tool.ts'

const TODAY = toDay('2026-11-23')
const factors = factorsOn(TODAY)
const factor = (code: string) => factorOf(code, TODAY)
const heading = (code: number, name: string, beside: string | null = null): Heading => ({
  ...{ code, name, factor: beside, part: 'assessment' },
})
const facts: ToolFacts = {
  ...{ name: 'Made-up Wheel', kind: 'early-help', part: 'assessment', steps: ['Fine', 'Stuck'], hardEnd: 'last' },
  headings: [{ name: 'Home', factor: 'housing', part: 'assessment' }],
}
const edition: Edition = {
  ...{ ...facts, headings: [heading(1, 'Home', 'housing'), heading(2, 'Moon')], editionId: 'e' as RowId },
  ...{ toolId: 't' as RowId, number: 1, writtenBy: 'a' as AccountId, writtenOn: TODAY, endedOn: null, version: 1 },
}
const saying = (saidOn: string, step: number | null, words = '', code = 1): Saying => ({
  ...{ rowId: `s${saidOn}` as RowId, entryId: `s${saidOn}` as RowId, personId: 'p' as PersonId, classBit: 32 },
  ...{ editionId: 'e' as RowId, edition, saidOn: toDay(saidOn), saidBy: 'Jo', words: '', writtenBy: 'a' as AccountId },
  recordedAt: `${saidOn}T10:00:00Z` as Instant,
  findings: [
    {
      ...{ code, step, words, rowId: `f${saidOn}` as RowId, entryId: `s${saidOn}` as RowId },
      ...{ recordedAt: `${saidOn}T10:00:00Z` as Instant, replacedAt: null },
    },
  ],
  before: { rows: [], findings: [] },
})

describe('Of which part what a tool says is (K6)', () => {
  it.each([
    ['assessment', 'housing', null, 'assessment'],
    ['assessment', 'substance-use', null, 'health'],
    ['assessment', 'family-history', null, 'family'],
    ['assessment', 'housing', 'care', 'care'],
    ['offending', 'housing', null, 'offending'],
    ['offending', 'physical-health', null, 'health'],
    ['offending', null, null, 'offending'],
    ['assessment', null, 'health', 'health'],
  ] as const)('of a tool of %s, beside %s, chosen %s, it is %s', (tool, code, chosen, part) => {
    expect(partOfHeading(tool, code === null ? undefined : factor(code), chosen)).toBe(part)
  })

  it.each([
    ['substance-use', 'assessment', true],
    ['substance-use', 'health', false],
    ['substance-use', null, false],
    ['housing', 'care', false],
  ] as const)('beside %s, %s chosen is refused: %s', (code, chosen, refused) => {
    expect(isOtherPart(factor(code), chosen)).toBe(refused)
  })
})

describe('Its headings', () => {
  it('keep their number while they are called the same, and a new one gets one nobody had', () => {
    const now = numbered(
      [
        { name: 'Moon', factor: null, part: 'assessment' },
        { name: 'HOME', factor: 'housing', part: 'assessment' },
        { name: 'Friends', factor: null, part: 'assessment' },
      ],
      [heading(1, 'Home'), heading(2, 'Moon')],
      7,
    )
    expect(now.map(one => one.code)).toEqual([2, 1, 8])
  })

  it('saved as they were are no new description', () => {
    expect(isDescribedSo({ ...edition, headings: [heading(1, 'Home', 'housing')] }, facts)).toBe(true)
    expect(isDescribedSo(edition, facts)).toBe(false)
  })
})

describe('The day', () => {
  it.each([
    ['2026-11-24', '2009-03-03', 'future'],
    ['2026-11-23', '2009-03-03', undefined],
    ['2009-03-03', '2009-03-03', undefined],
    ['2009-03-02', '2009-03-03', 'unborn'],
    ['1999-01-01', null, undefined],
  ] as const)('%s of somebody born on %s is %s', (day, born, trouble) => {
    expect(dayTrouble(toDay(day), TODAY, born === null ? null : toDay(born))).toBe(trouble)
  })

  it.each([
    ['2025-11-23', false],
    ['2025-11-22', true],
    ['2026-11-23', false],
  ] as const)('%s is old: %s', (day, old) => {
    expect(isOld(toDay(day), TODAY)).toBe(old)
  })
})

describe('What is said', () => {
  it.each([
    ['', [], 'nothing-said'],
    ['Words', [], undefined],
    ['', [{ code: 1, step: 2, words: '' }], undefined],
    ['', [{ code: 9, step: 2, words: '' }], 'no-such-heading'],
    ['', [{ code: 1, step: 3, words: '' }], 'no-such-step'],
    ['', [{ code: 1, step: 0, words: '' }], 'no-such-step'],
  ] as const)('%s with %j is %s', (words, findings, trouble) => {
    expect(contentTrouble({ words, findings }, edition.headings, 2)).toBe(trouble)
  })

  it('stands beside the factor its heading was put beside, the newest first, and beside none where it was put beside none', () => {
    const all = byFactor([saying('2026-01-01', 1), saying('2026-05-01', 2), saying('2026-06-01', 2, '', 2)])
    expect(Object.keys(all)).toEqual(['housing'])
    expect(all['housing']?.map(one => [one.saidOn, one.stepWord])).toEqual([
      ['2026-05-01', 'Stuck'],
      ['2026-01-01', 'Fine'],
    ])
  })

  it('is stamped by the rows its reader sees, and is the same whatever the order', () => {
    const one = saying('2026-01-01', 1)
    expect(stampOf(one)).toBe(stampOf({ ...one, findings: one.findings.toReversed() }))
    expect(stampOf({ ...one, findings: [] })).not.toBe(stampOf(one))
    expect(saysIt(one, one)).toBe(true)
    expect(saysIt(one, { ...one, findings: [] })).toBe(false)
  })

  it('keeps what was typed under a heading that is gone', () => {
    const typed = { 'step-1': '2', 'words-1': 'No room', 'step-2': 'none', 'words-2': '' }
    expect(typedUnder(typed, edition.headings, edition.steps)).toEqual([{ heading: 'Home', said: 'Stuck: No room' }])
  })
})

describe('The form of a tool', () => {
  const SENT = { name: 'Made-up', kind: 'early-help', part: 'assessment', scale: 'last', steps: 'Fine\nStuck' }
  const read = (more: Record<string, string>) => toolForm(factors).read({ ...SENT, 'heading-1': 'Home', ...more })
  it.each([
    [{ name: '' }, ['name']],
    [{ name: 'x'.repeat(121) }, ['name']],
    [{ kind: 'moon' }, ['kind']],
    [{ kind: 'youth-justice' }, ['part']],
    [{ kind: 'youth-justice', part: 'offending' }, []],
    [{ steps: 'One' }, ['steps']],
    [{ steps: 'a\nb\nc\nd\ne\nf\ng\nh' }, ['steps']],
    [{ steps: 'Fine\nfine' }, ['steps']],
    [{ steps: `Fine\n${'x'.repeat(61)}` }, ['steps']],
    [{ scale: 'words' }, ['steps']],
    [{ scale: 'words', steps: '' }, []],
    [{ 'heading-1': '' }, ['heading-1']],
    [{ 'heading-2': 'home' }, ['heading-2']],
    [{ 'factor-3': 'housing' }, ['heading-3']],
    [{ 'factor-1': 'moon' }, ['factor-1']],
    [{ 'factor-1': 'substance-use', 'part-1': 'care' }, ['part-1']],
    [{ 'heading-1': '🧭 مرحبا' }, []],
  ] as [Record<string, string>, string[]][])('%j is wrong at %j', (more, wrong) => {
    expect(read(more).errors.map(one => one.field)).toEqual(wrong)
  })

  it('gives its facts, in order', () => {
    const reading = read({ 'factor-1': 'substance-use', 'heading-4': 'Friends' })
    if (!reading.ok) throw new Error('not in order')
    expect(factsOf(reading.value, factors)).toMatchObject({
      ...{ steps: ['Fine', 'Stuck'], hardEnd: 'last' },
      headings: [
        { name: 'Home', factor: 'substance-use', part: 'health' },
        { name: 'Friends', factor: null, part: 'assessment' },
      ],
    })
  })
})

describe('The form of what one said', () => {
  const born = toDay('2009-03-03')
  const day = (y: number, m: number, d: number) => ({
    ...{ 'said-on-day': String(d), 'said-on-month': String(m), 'said-on-year': String(y) },
  })
  const read = (more: Record<string, string>) =>
    sayingForm(edition, edition.headings, born, TODAY).read({ ...day(2026, 5, 1), 'said-by': 'Jo', ...more })
  it.each([
    [{}, []],
    [day(2026, 11, 24), ['said-on']],
    [day(2009, 3, 2), ['said-on']],
    [day(2026, 2, 30), ['said-on']],
    [{ 'said-by': '' }, ['said-by']],
    [{ 'step-1': '3' }, ['step-1']],
    [{ 'words-1': 'word '.repeat(10_000) }, ['words-1']],
  ] as [Record<string, string>, string[]][])('%j is wrong at %j', (more, wrong) => {
    expect(read(more).errors.map(one => one.field)).toEqual(wrong)
  })

  it('leaves out headings nothing was said under', () => {
    const reading = read({ 'step-1': 'none', 'words-2': 'Far away' })
    if (!reading.ok) throw new Error('not in order')
    expect(contentOf(reading.value, edition.headings).findings).toEqual([{ code: 2, step: null, words: 'Far away' }])
  })
})
