import { describe, expect, it } from 'vitest'
import { workingDaysAfter } from '#ground/bank-holidays.ts'
import { mondayOf, toDay } from '#ground/day.ts'
import type { PersonId, RowId } from '#ground/ids.ts'
import type { ContactKind, Outcome } from '../contact.ts'
import type { Arrangement } from './appointment.ts'
import {
  afterMissed,
  type ContactSince,
  checkArrangement,
  daysShown,
  endOf,
  factsOf,
  type MissedFacts,
  noticeOf,
  overlaps,
  type Stood,
  saysTheSame,
  toldAnew,
  turnOf,
} from './rules.ts'

const TODAY = toDay('2026-11-23')
const MEETING: Arrangement = {
  onDay: toDay('2026-11-30'),
  atTime: '14:00',
  minutes: 45,
  kind: 'meeting',
  place: 'Made-up library',
  room: null,
  needs: '',
  purpose: 'support',
  aim: '',
  method: '',
  bring: '',
  others: '',
  toldHow: null,
  toldOn: null,
  isRestricted: false,
}
const safe = { noPost: false, noHomeVisit: false }

describe('An arrangement', () => {
  it.each<[string, Partial<Arrangement>, Partial<typeof safe>, string]>([
    ['a day that has been', { onDay: toDay('2026-11-22') }, {}, 'been'],
    ['a slip of the year', { onDay: toDay('2028-11-30') }, {}, 'too-far'],
    ['a meeting nowhere', { place: '' }, {}, 'place-missing'],
    [
      'a visit at home where that is not safe',
      { kind: 'home-visit', place: '' },
      { noHomeVisit: true },
      'home-not-safe',
    ],
    ['a letter where post is not safe', { toldHow: 'letter', toldOn: TODAY }, { noPost: true }, 'letter-not-safe'],
    ['a day they were told without how', { toldOn: TODAY }, {}, 'told-incomplete'],
    ['told tomorrow', { toldHow: 'text', toldOn: toDay('2026-11-24') }, {}, 'told-in-future'],
  ])('refuses %s', (_words, part, unsafe, why) => {
    expect(checkArrangement({ ...MEETING, ...part }, { today: TODAY, reach: { ...safe, ...unsafe } })).toMatchObject({
      ok: false,
      why,
    })
  })

  it('takes today, and the past day it stood on already', () => {
    expect(checkArrangement({ ...MEETING, onDay: TODAY }, { today: TODAY, reach: safe }).ok).toBe(true)
    const been = { ...MEETING, onDay: toDay('2026-11-20') }
    expect(checkArrangement(been, { today: TODAY, reach: safe, wasOn: been.onDay }).ok).toBe(true)
  })

  it('names no place for what happens by wire or at home, and says that a room was not checked', () => {
    const at = (part: Partial<Arrangement>) => {
      const checked = checkArrangement({ ...MEETING, ...part }, { today: TODAY, reach: undefined })
      return checked.ok ? [checked.value.place, checked.value.room] : checked.why
    }
    expect(at({})).toEqual(['Made-up library', 'not-checked'])
    expect(at({ kind: 'phone', room: 'open' })).toEqual(['', null])
    expect(at({ kind: 'home-visit' })).toEqual(['', null])
  })

  it.each([
    [null, 'not-told'],
    ['2026-11-27', 'good'],
    ['2026-11-28', 'short'],
    ['2026-11-30', 'short'],
  ])('told on %s: %s', (toldOn, notice) => {
    expect(noticeOf({ onDay: MEETING.onDay, toldOn: toldOn === null ? null : toDay(toldOn) })).toBe(notice)
  })
})

describe('Slots', () => {
  const slot = (atTime: string, minutes: number, onDay = TODAY) => ({ onDay, atTime, minutes })
  it.each([
    ['the same', slot('14:00', 30), slot('14:00', 30), true],
    ['one into the other', slot('14:00', 45), slot('14:30', 30), true],
    ['one within the other', slot('09:00', 480), slot('12:00', 5), true],
    ['one after the other', slot('14:00', 30), slot('14:30', 30), false],
    ['on another day', slot('14:00', 30), slot('14:00', 30, toDay('2026-11-24')), false],
  ])('%s', (_words, a, b, both) => {
    expect([overlaps(a, b), overlaps(b, a)]).toEqual([both, both])
  })

  it('end on the clock, and with the day', () => {
    expect(endOf(slot('14:30', 45))).toBe('15:15')
    expect(endOf(slot('23:50', 45))).toBe('24:00')
  })
})

describe('A week', () => {
  it('begins on its Monday', () => {
    for (const day of ['2026-11-23', '2026-11-26', '2026-11-29']) expect(mondayOf(toDay(day)), day).toBe('2026-11-23')
  })

  it('shows five days, and a day of the weekend on which something stands', () => {
    expect(daysShown(TODAY, new Set())).toHaveLength(5)
    expect(daysShown(TODAY, new Set([toDay('2026-11-29')])).at(-1)).toBe('2026-11-29')
  })

  it('has no working days at the weekend and on bank holidays', () => {
    expect(workingDaysAfter(toDay('2026-11-27'), 1)).toBe('2026-11-30')
    expect(workingDaysAfter(toDay('2026-12-24'), 1)).toBe('2026-12-29')
  })
})

describe('After a missed appointment', () => {
  /** Missed on Monday 23 November; each contact since, and what came of it where it was not done. */
  const next = (part: Partial<MissedFacts>, ...told: [string, ContactKind, Outcome?][]) => {
    const since = told.map(([on, kind, outcome = 'done']) => ({ on: toDay(on), kind, outcome }))
    const facts = { missedOn: TODAY, inRow: 1, cameSince: false, isArranged: false, leaderToldOn: null, since }
    const due = afterMissed({ ...facts, ...part })
    return due && [due.step, due.by]
  }
  it.each<[string, ReturnType<typeof next>, unknown]>([
    ['try within a working day', next({}), ['try', '2026-11-24']],
    ['after one try another way', next({}, ['2026-11-24', 'tried']), ['other-way', '2026-11-26']],
    ['a text is a try', next({}, ['2026-11-24', 'text']), ['other-way', '2026-11-26']],
    [
      'two letters are one way',
      next({}, ['2026-11-24', 'letter'], ['2026-11-25', 'letter']),
      ['other-way', '2026-11-26'],
    ],
    [
      'a call that reached nobody is a try',
      next({}, ['2026-11-24', 'phone', 'not-reached']),
      ['other-way', '2026-11-26'],
    ],
    ['words with others are no reaching', next({}, ['2026-11-24', 'with-others']), ['other-way', '2026-11-26']],
    [
      'after two ways the team leader is told',
      next({}, ['2026-11-24', 'tried'], ['2026-11-25', 'letter']),
      ['tell-leader', '2026-11-30'],
    ],
    [
      'told, one goes on trying',
      next({ leaderToldOn: toDay('2026-11-30') }, ['2026-11-24', 'tried'], ['2026-11-25', 'letter']),
      ['with-leader', '2026-12-07'],
    ],
    [
      'reached, another is arranged',
      next({}, ['2026-11-24', 'tried'], ['2026-11-25', 'phone']),
      ['rebook', '2026-11-27'],
    ],
    ['reached, and no more is needed', next({}, ['2026-11-25', 'phone', 'no-further-need']), undefined],
    ['seen face to face, nothing is left', next({}, ['2026-11-25', 'meeting']), undefined],
    ['arranged, nothing is left', next({ isArranged: true }), undefined],
    ['they came since, though it was the third', next({ inRow: 3, cameSince: true }), undefined],
    ['three in a row, though another is arranged', next({ inRow: 3, isArranged: true }), ['tell-leader', '2026-11-24']],
    ['three in a row, and told', next({ inRow: 3, isArranged: true, leaderToldOn: TODAY }), undefined],
  ])('%s', (_words, is, wanted) => {
    expect(is).toEqual(wanted)
  })
})

describe('What is known of a missed meeting', () => {
  const who = 'p' as PersonId
  const missed = { personId: who, onDay: TODAY, atTime: '14:00', contactId: 'c5' as RowId }
  const stood = (onDay: string, state: Stood['state'], atTime = '14:00', personId = who): Stood => ({
    personId,
    onDay: toDay(onDay),
    atTime,
    state,
  })
  const contact = (on: string, kind: ContactKind, atTime: string | null = null, rowId = 'c9'): ContactSince => ({
    rowId: rowId as RowId,
    personId: who,
    on: toDay(on),
    atTime,
    kind,
    outcome: 'done',
  })
  const known = (all: { stood?: readonly Stood[]; contacts?: readonly ContactSince[] }) => {
    const own = [stood(TODAY, 'missed'), ...(all.stood ?? [])]
    const facts = factsOf(missed, { stood: own, contacts: all.contacts ?? [], today: toDay('2026-11-25') })
    return { ...facts, since: facts.since.length }
  }
  const NONE = { inRow: 1, cameSince: false, isArranged: false, since: 0 }

  it.each<[string, Parameters<typeof known>[0], Partial<ReturnType<typeof known>>]>([
    ['by itself', {}, {}],
    ['two before', { stood: [stood('2026-11-02', 'missed'), stood('2026-11-09', 'missed')] }, { inRow: 3 }],
    ['one they came to between', { stood: [stood('2026-11-02', 'missed'), stood('2026-11-09', 'came')] }, { inRow: 1 }],
    [
      'seen face to face between, without an appointment',
      { stood: [stood('2026-11-02', 'missed')], contacts: [contact('2026-11-09', 'meeting')] },
      { inRow: 1 },
    ],
    [
      'rung between: it is no coming',
      { stood: [stood('2026-11-02', 'missed')], contacts: [contact('2026-11-09', 'phone')] },
      { inRow: 2 },
    ],
    ['came the same day, later', { stood: [stood('2026-11-23', 'late', '16:00')] }, { cameSince: true }],
    ['came the same day, before', { stood: [stood('2026-11-23', 'came', '09:00')] }, {}],
    ['arranged today', { stood: [stood('2026-11-25', 'set')] }, { isArranged: true }],
    ['one that has been and was not answered is none', { stood: [stood('2026-11-24', 'set')] }, {}],
    ['of somebody else', { stood: [stood('2026-11-24', 'came', '14:00', 'q' as PersonId)] }, {}],
    ['a try the next day', { contacts: [contact('2026-11-24', 'tried')] }, { since: 1 }],
    ['a call in the morning', { contacts: [contact('2026-11-23', 'phone', '09:00')] }, {}],
    ['a call in the evening', { contacts: [contact('2026-11-23', 'phone', '17:00')] }, { since: 1 }],
    ['written down after it, without a time', { contacts: [contact('2026-11-23', 'text')] }, { since: 1 }],
    ['written down before it, without a time', { contacts: [contact('2026-11-23', 'text', null, 'c1')] }, {}],
    ['its own contact', { contacts: [contact('2026-11-23', 'missed', '15:00', 'c5')] }, {}],
  ])('%s', (_words, all, wanted) => {
    expect(known(all)).toEqual({ ...NONE, ...wanted })
  })
})

describe('A meeting that is moved', () => {
  const told = { ...MEETING, toldHow: 'text', toldOn: TODAY } as const
  it.each<[string, Partial<Arrangement>, string | null]>([
    ['to another day: they do not know of it', { onDay: toDay('2026-12-01') }, null],
    ['to another place: they do not know of it', { place: 'Elsewhere' }, null],
    ['and told anew: they do', { onDay: toDay('2026-12-01'), toldHow: 'phone' }, 'phone'],
    ['in what it is to bring: they know of the rest', { aim: 'Another' }, 'text'],
  ])('%s', (_words, part, how) => {
    expect(toldAnew(told, { ...told, ...part }).toldHow).toBe(how)
  })

  it('and has been, is answered first', () => {
    const been = { ...MEETING, onDay: toDay('2026-11-20') }
    const facts = { today: TODAY, reach: safe, wasOn: been.onDay }
    expect(checkArrangement({ ...been, onDay: toDay('2026-11-30') }, facts)).toMatchObject({ why: 'answer-first' })
  })

  it('says the same only in everything', () => {
    expect(saysTheSame(MEETING, { ...MEETING })).toBe(true)
    for (const other of [
      { aim: 'x' },
      { isRestricted: true },
      { minutes: 50 },
      { toldHow: 'text', toldOn: TODAY },
    ] as const)
      expect(saysTheSame(MEETING, { ...MEETING, ...other })).toBe(false)
  })
})

describe('A first contact', () => {
  const [OWN, OTHER] = ['0197-own' as RowId, '0197-other' as RowId]
  const SINCE = { leadSince: toDay('2026-11-10'), met: null, soonest: null }
  const met = (on: string, rowId = OTHER) => ({ ...SINCE, met: { rowId, on: toDay(on) } })
  it.each<[string, Parameters<typeof turnOf>[1], Partial<Parameters<typeof turnOf>[0]>, string | undefined]>([
    ['where nobody leads: not told', undefined, {}, undefined],
    ['from before the lead: not told', SINCE, { onDay: toDay('2026-11-09') }, undefined],
    ['called off: not told', SINCE, { state: 'cancelled' }, undefined],
    ['the only one', { ...SINCE, soonest: OWN }, {}, 'first'],
    ['behind another that is arranged', { ...SINCE, soonest: OTHER }, {}, 'follow-up'],
    ['missed, and nobody met since', { ...SINCE, soonest: OTHER }, { state: 'missed' }, 'first'],
    ['the one they were met in', met('2026-11-20', OWN), { state: 'came', contactId: OWN }, 'first'],
    ['after they were met', met('2026-11-18'), {}, 'follow-up'],
    ['missed before they were met', met('2026-11-24'), { state: 'missed' }, 'first'],
  ])('%s', (_words, facts, change, turn) => {
    const one = { rowId: OWN, onDay: toDay('2026-11-20'), state: 'set', contactId: null, ...change } as const
    expect(turnOf(one, facts)).toBe(turn)
  })
})
