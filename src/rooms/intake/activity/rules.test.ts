import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, toDay } from '#ground/day.ts'
import type { OrganisationId } from '#ground/ids.ts'
import { asAtTrouble, likelier, type OnRecord, stepOf } from './rules.ts'

const here = 'a-college' as OrganisationId
const there = 'a-provider' as OrganisationId
const listed = { code: '230', organisationId: here, startedOn: toDay('2026-09-07') }
const now: OnRecord = {
  code: '230',
  organisationId: here,
  detail: '',
  startedOn: toDay('2026-09-07'),
  verifiedOn: toDay('2026-09-20'),
  lapsesOn: toDay('2027-08-31'),
}
const asAt = toDay('2026-11-01')

describe('A list that has somebody on it', () => {
  it.each([
    ['confirms what is on record, as at its own day', {}, {}, 'confirm'],
    ['confirms nothing on the day of the last confirmation', { verifiedOn: asAt }, {}, 'nothing'],
    ['confirms nothing that was confirmed after its day', { verifiedOn: toDay('2026-11-10') }, {}, 'nothing'],
    ['says nothing of what began after its day', { startedOn: toDay('2026-11-02') }, {}, 'nothing'],
    ['says nothing yet of a start after its day', {}, { startedOn: toDay('2026-11-02') }, 'nothing'],
    ['confirms what is on record with no place, where it is the same thing', { organisationId: null }, {}, 'confirm'],
    ['keeps a nearer word than its own at the same place', { code: '240' }, {}, 'confirm'],
    ['asks where another place is on record', { organisationId: there }, {}, 'ask'],
    ['asks where they work', { code: '330', organisationId: null, lapsesOn: toDay('2027-03-20') }, {}, 'ask'],
    [
      'asks where they are NEET on a word older than the list',
      { code: '619', organisationId: null, lapsesOn: null },
      {},
      'ask',
    ],
    ['asks where a job has the place beside it', { code: '330', lapsesOn: toDay('2027-03-20') }, {}, 'ask'],
    ['answers an agreed start at the very place', { code: '616', lapsesOn: null }, {}, 'instead'],
    ['asks where the same thing is somewhere else in words', { organisationId: null, detail: 'St Example' }, {}, 'ask'],
    ['asks where two words are of one day', { organisationId: there, verifiedOn: asAt }, {}, 'ask'],
    [
      'leaves a newer word of NEET alone',
      { code: '619', organisationId: null, lapsesOn: null, verifiedOn: addDays(asAt, 1) },
      {},
      'nothing',
    ],
    ['answers that nothing is known', { code: '810', organisationId: null, lapsesOn: null }, {}, 'instead'],
    ['answers that they are at no school', { code: '140', organisationId: null }, {}, 'instead'],
    ['answers an agreed start', { code: '616', organisationId: null, lapsesOn: null }, {}, 'instead'],
    ['stands in place of what has lapsed', { organisationId: there, lapsesOn: toDay('2026-11-01') }, {}, 'instead'],
  ])('%s', (_promise, record, list, kind) => {
    expect(stepOf({ ...now, ...record }, { ...listed, ...list }, asAt).kind).toBe(kind)
  })

  it('takes somebody from Year 11 into the sixth form of their school, from the first day of the academic year', () => {
    const school = { ...now, code: '110', startedOn: toDay('2021-09-01'), verifiedOn: toDay('2026-06-01') }
    expect(stepOf(school, { ...listed, code: '210' }, asAt)).toEqual({
      kind: 'instead',
      code: '210',
      startedOn: '2026-09-01',
    })
    // In Year 11 still: the same thing, confirmed.
    expect(stepOf(school, { ...listed, code: '110' }, asAt).kind).toBe('confirm')
  })

  it('never begins anything before what is on record began, nor after its own day, and the same list again does nothing', () => {
    const day = fc.integer({ min: -400, max: 400 }).map(n => addDays(asAt, n))
    fc.assert(
      fc.property(
        fc.record({
          code: fc.constantFrom('110', '230', '310', '615', '619', '810', '140'),
          organisationId: fc.constantFrom(here, there, null),
          detail: fc.constantFrom('', 'Made-up words'),
          startedOn: day,
          verifiedOn: day,
          lapsesOn: fc.option(day),
        }),
        fc.record({
          code: fc.constantFrom('110', '210', '230', '430'),
          organisationId: fc.constant(here),
          startedOn: day,
        }),
        (record, list) => {
          const step = stepOf(record, list, asAt)
          if (step.kind === 'confirm') expect(stepOf({ ...record, verifiedOn: asAt }, list, asAt).kind).toBe('nothing')
          if (step.kind !== 'instead') return
          expect(step.startedOn > record.startedOn && step.startedOn <= asAt).toBe(true)
          const after = { ...record, ...step, organisationId: here, verifiedOn: asAt }
          expect(stepOf(after, list, asAt).kind).toBe('nothing')
        },
      ),
    )
  })

  it.each([
    ['a word of theirs, a week older, stands', '2026-10-25', 'young-person', 'record'],
    ['a word of theirs, two months older, gives way', '2026-09-01', 'young-person', 'list'],
    ['what a parent said gives way to the place', '2026-10-25', 'adult', 'list'],
    ['what nobody is named for gives way', '2026-10-25', null, 'list'],
    ['two places of one day are two words', '2026-11-01', 'provider', undefined],
  ] as const)('of two words, %s', (_promise, verifiedOn, verifiedBy, likely) => {
    expect(likelier({ verifiedOn: toDay(verifiedOn), verifiedBy }, asAt)).toBe(likely)
  })

  it.each([
    ['2026-11-23', undefined],
    ['2026-11-24', 'ahead'],
    ['2025-10-19', undefined],
    ['2025-10-18', 'too-old'],
  ])('may speak of %s: %s', (on, trouble) => {
    expect(asAtTrouble(toDay(on), toDay('2026-11-23'))).toBe(trouble)
  })
})
