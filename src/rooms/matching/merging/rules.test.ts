import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day, toDay } from '#ground/day.ts'
import type { PersonId, RowId } from '#ground/ids.ts'
import type { Single, Spell } from './merge.ts'
import { activityProposed, overlaps, pairUp, settleSpells, warningsOf } from './rules.ts'

const pair = { keep: 'a' as PersonId, join: 'b' as PersonId }

function single(over: Partial<Single>): Single {
  return {
    table: 'person_name',
    field: 'legal',
    personId: pair.keep,
    rowId: 'r' as RowId,
    value: 'Amira Example',
    source: 'staff',
    organisationId: null,
    saidOn: toDay('2026-09-01'),
    recordedAt: '2026-09-01T09:00:00.000Z' as Single['recordedAt'],
    ...over,
  }
}

describe('What is proposed', () => {
  it.each([
    ['the newer word', { saidOn: toDay('2026-09-02') }, {}, 'keep', 'newer'],
    ['the newer word, whoever said it', {}, { saidOn: toDay('2026-09-02'), source: 'system' }, 'join', 'newer'],
    ['of one day the nearer word', {}, { source: 'young-person' }, 'join', 'nearer'],
    ['of one day staff before a list', { source: 'partner-list' }, { source: 'staff' }, 'join', 'nearer'],
    ['else that of the record that stays', {}, {}, 'keep', 'stays'],
    [
      'an objection that is the young person’s own, however old',
      { field: 'objection', value: 'own', saidOn: toDay('2025-01-01') },
      { field: 'objection', value: 'withdrawn' },
      'keep',
      'objection',
    ],
    [
      'an objection on a list before one that was withdrawn',
      { field: 'objection', value: 'withdrawn', saidOn: toDay('2026-10-01') },
      { field: 'objection', value: 'on-list' },
      'join',
      'objection',
    ],
  ] as const)('is %s', (_words, keep, join, proposed, because) => {
    const [both] = pairUp(
      [single({ value: 'Amira', ...keep }), single({ value: 'Amirah', ...join, personId: pair.join })],
      pair,
    )
    expect([both?.proposed, both?.because]).toEqual([proposed, because])
  })

  it('asks nothing of what only one of them has, and knows the same word in other letters as the same', () => {
    expect(pairUp([single({}), single({ personId: pair.join, field: 'preferred' })], pair)).toEqual([])
    expect(pairUp([single({}), single({ personId: pair.join, value: 'AMIRA EXAMPLE' })], pair)[0]?.isSame).toBe(true)
  })
})

describe('What stands against two records being one person', () => {
  const none = { numbers: [], died: { keep: null, join: null }, born: { keep: null, join: null } } as const
  it.each([
    ['nothing where nothing is known', none, []],
    [
      'two different numbers of one kind',
      { ...none, numbers: [number('uln', '1', 'keep'), number('uln', '2', 'join')] },
      ['two-ulns'],
    ],
    [
      'nothing where one number is on both',
      { ...none, numbers: [number('upn', '1', 'keep'), number('upn', '1', 'join'), number('upn', '2', 'join')] },
      [],
    ],
    [
      'nothing where they are of different kinds',
      { ...none, numbers: [number('upn', '1', 'keep'), number('nhs', '2', 'join')] },
      [],
    ],
    ['a death on either', { ...none, died: { keep: null, join: toDay('2026-01-01') } }, ['one-died']],
    [
      'two birth dates',
      { ...none, born: { keep: toDay('2010-01-02'), join: toDay('2010-02-01') } },
      ['two-birth-dates'],
    ],
  ] as const)('is %s', (_words, facts, expected) => {
    expect(warningsOf(facts)).toEqual(expected)
  })

  function number(kind: 'upn' | 'uln' | 'nhs', value: string, side: 'keep' | 'join') {
    return { kind, value, side }
  }
})

describe('Days of activities that overlap', () => {
  const spell = (id: string, from: string, until: string | null, person: PersonId = pair.keep): Spell => ({
    rowId: id as RowId,
    personId: person,
    code: '210',
    startedOn: toDay(from),
    finishedOn: until === null ? null : toDay(until),
    verifiedOn: toDay(from),
  })

  it.each([
    ['nothing is cut where none do', spell('x', '2026-01-01', '2026-02-01'), [], []],
    ['the days before are kept', spell('x', '2026-01-01', '2026-04-01'), [['x', '2026-01-01', '2026-03-01']], []],
    ['the days after are kept', spell('x', '2026-04-01', '2026-07-01'), [['x', '2026-05-01', '2026-07-01']], []],
    [
      'what goes on keeps the days after, not those before',
      spell('x', '2026-01-01', null),
      [['x', '2026-05-01', null]],
      [],
    ],
    ['what has no days left is set aside', spell('x', '2026-03-10', '2026-04-01'), [], ['x']],
  ] as const)('%s', (_words, other, cut, aside) => {
    const settled = settleSpells([spell('s', '2026-03-01', '2026-05-01')], [other])
    expect(settled.cut.map(c => [c.rowId, c.startedOn, c.finishedOn])).toEqual(cut)
    expect(settled.aside).toEqual(aside)
  })

  it('never overlap afterwards, those that stand are untouched, and none is lost', () => {
    const day = fc.nat(300).map(n => addDays(toDay('2026-01-01'), n))
    // Spells of one record, each after the other, the last perhaps open.
    const row = (name: string) =>
      fc.tuple(fc.uniqueArray(day, { minLength: 2, maxLength: 8 }), fc.boolean()).map(([days, isOpen]) => {
        const sorted = days.toSorted((a, b) => (a < b ? -1 : 1))
        return sorted.slice(0, -1).map((from, i): Spell => {
          const until = sorted[i + 1] as Day
          return spell(`${name}${i}`, from, isOpen && i === sorted.length - 2 ? null : until)
        })
      })
    fc.assert(
      fc.property(row('s'), row('x'), (standing, givingWay) => {
        const { cut, aside } = settleSpells(standing, givingWay)
        const left = givingWay
          .filter(s => !aside.includes(s.rowId))
          .map(s => ({ ...s, ...cut.find(c => c.rowId === s.rowId) }))
        expect(left.length + aside.length).toBe(givingWay.length)
        const all = [...standing, ...left]
        for (const [i, a] of all.entries()) {
          if (a.finishedOn !== null) expect(a.finishedOn > a.startedOn).toBe(true)
          for (const b of all.slice(i + 1)) expect(overlaps(a, b)).toBe(false)
        }
      }),
    )
  })

  it('those checked last are proposed', () => {
    const open = spell('s', '2026-01-01', null)
    expect(activityProposed([open, { ...open, personId: pair.join, verifiedOn: toDay('2026-06-01') }], pair)).toEqual({
      proposed: 'join',
      because: 'newer',
    })
    expect(activityProposed([], pair)).toEqual({ proposed: 'keep', because: 'stays' })
  })
})
