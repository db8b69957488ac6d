import { describe, expect, it } from 'vitest'
import { type Day, toDay } from '#ground/day.ts'
import { CLASS_BITS, toBits } from '#rooms/access/index.ts'
import type { Move, ProtocolContent, State } from './referral.ts'
import {
  checkProtocol,
  checkSending,
  clockAfter,
  MOVES,
  movesFor,
  owedBy,
  partsAllowed,
  partsChosen,
  reviewStanding,
  type Sending,
  sideOf,
  stagesIn,
  stagesTrouble,
} from './rules.ts'

const PROTOCOL = { answerDays: 5, startDays: 10, reportDays: 60 }
const day = (text: string | null): Day | null => (text === null ? null : toDay(text))

describe('By when the next step is due', () => {
  it.each<[Move, string, string | null, number | null, string | null, number | null]>([
    // A Monday: five working days on.
    ['send', '2026-11-23', null, null, '2026-11-30', null],
    // Over Christmas: the 25th, the 28th (for the 26th) and New Year's Day do not count.
    ['send', '2026-12-23', null, null, '2027-01-04', null],
    // Asked with three of five days left: they wait for the sender.
    ['ask', '2026-11-25', '2026-11-30', null, '2026-12-02', 3],
    // Asked on the last day, or late: a day is left all the same.
    ['ask', '2026-11-30', '2026-11-30', null, '2026-12-07', 1],
    ['ask', '2026-12-03', '2026-11-30', null, '2026-12-10', 1],
    ['tell', '2026-12-04', '2026-12-02', 3, '2026-12-09', null],
    ['accept', '2026-11-23', '2026-11-30', null, '2026-12-07', null],
    ['start', '2026-11-23', '2026-12-07', null, '2027-02-18', null],
    ['end', '2026-11-27', '2027-02-17', null, '2026-12-04', null],
    ['decline', '2026-11-27', '2026-11-30', null, '2026-12-04', null],
    ['stage', '2026-11-27', '2026-11-30', null, '2026-11-30', null],
    ['stage', '2026-11-27', '2026-11-30', 2, '2026-11-30', 2],
    ['withdraw', '2026-11-27', '2026-11-30', null, null, null],
    ['read', '2026-11-27', '2026-12-04', null, null, null],
  ])('after %s on %s (due %s, %s left) is %s', (move, today, dueOn, daysLeft, due, left) => {
    expect(clockAfter(move, PROTOCOL, { dueOn: day(dueOn), daysLeft }, toDay(today))).toEqual({
      dueOn: due,
      daysLeft: left,
    })
  })
})

describe('What each side may do', () => {
  it.each<[State, string, string]>([
    ['draft', 'send withdraw', ''],
    ['sent', 'withdraw', 'ask stage accept decline'],
    ['more-asked', 'tell withdraw', 'stage accept decline'],
    ['accepted', 'withdraw', 'assign start end'],
    ['started', 'withdraw', 'assign end'],
    ['ended', 'read', ''],
    ['declined', 'read', ''],
    ['withdrawn', '', ''],
  ])('while it is %s: the sender %s, the receiver %s', (state, sender, receiver) => {
    const of = (side: 'sender' | 'receiver') => [...movesFor(side, { state, readOn: null, teamId: null })].join(' ')
    expect([of('sender'), of('receiver')]).toEqual([sender, receiver])
    expect(movesFor(undefined, { state, readOn: null, teamId: null }).size).toBe(0)
  })

  it('what came back is read once', () => {
    expect(movesFor('sender', { state: 'ended', readOn: toDay('2026-11-20'), teamId: null }).size).toBe(0)
  })

  it('whoever owes the next step may take one', () => {
    for (const state of ['draft', 'sent', 'more-asked', 'accepted', 'started', 'ended', 'declined'] as const)
      expect(movesFor(owedBy(state), { state, readOn: null, teamId: null }).size).toBeGreaterThan(0)
  })

  it('no step leads back to a draft, and none goes on from what is over but to be read', () => {
    expect(Object.values(MOVES).some(move => move.to === 'draft')).toBe(false)
    for (const [name, move] of Object.entries(MOVES))
      if (name !== 'read')
        expect(move.from.some(state => ['ended', 'declined', 'withdrawn'].includes(state))).toBe(false)
  })
})

describe('Whether it may go', () => {
  const today = toDay('2026-11-23')
  const shown: Sending = {
    view: 'agrees',
    viewWords: '',
    viewAnswer: '',
    isShown: true,
    withheldWhy: '',
    withheldReviewOn: null,
  }
  const kept: Sending = {
    ...shown,
    isShown: false,
    view: 'not-asked',
    withheldWhy: 'Danger',
    withheldReviewOn: toDay('2026-12-01'),
  }
  it.each<[string, Sending, 'public-task' | 'consent', string]>([
    ['shown and agreed', shown, 'public-task', 'ok'],
    ['shown, objected to and answered', { ...shown, view: 'objects', viewAnswer: 'All the same' }, 'public-task', 'ok'],
    ['shown, objected to', { ...shown, view: 'objects' }, 'public-task', 'objection-answer'],
    ['shown, nothing asked', { ...shown, view: 'not-asked' }, 'public-task', 'view-missing'],
    ['kept back with reason and day', kept, 'public-task', 'ok'],
    ['kept back without a reason', { ...kept, withheldWhy: '' }, 'public-task', 'withheld-why'],
    ['kept back without a day', { ...kept, withheldReviewOn: null }, 'public-task', 'withheld-review'],
    ['kept back until today', { ...kept, withheldReviewOn: today }, 'public-task', 'withheld-review'],
    [
      'kept back for more than six months',
      { ...kept, withheldReviewOn: toDay('2027-05-24') },
      'public-task',
      'withheld-review',
    ],
    ['kept back for six months', { ...kept, withheldReviewOn: toDay('2027-05-23') }, 'public-task', 'ok'],
    ['on consent, agreed', shown, 'consent', 'ok'],
    [
      'on consent, objected to and answered',
      { ...shown, view: 'objects', viewAnswer: 'All the same' },
      'consent',
      'consent-refused',
    ],
    ['on consent, not asked', kept, 'consent', 'consent-refused'],
  ])('%s', (_words, sending, basis, expected) => {
    const checked = checkSending(sending, { basis }, today)
    expect(checked.ok ? 'ok' : checked.why).toBe(expected)
  })
})

describe('What goes along', () => {
  it('is what the agreement allows, in the order of the letter', () => {
    expect(partsAllowed(toBits(['identity', 'safe-contact', 'plan', 'contact-details']), CLASS_BITS)).toEqual([
      'asked',
      'said',
      'who',
      'alerts',
      'safe-contact',
      'reach',
      'plan',
    ])
  })

  it('of what tells of health or family, only with the assessment and that class', () => {
    const allowed = (...classes: Parameters<typeof toBits>[0] extends Iterable<infer C> ? C[] : never) =>
      partsAllowed(toBits(classes), CLASS_BITS).filter(part => part.startsWith('assessment'))
    expect(allowed('assessment')).toEqual(['assessment'])
    expect(allowed('health', 'family')).toEqual([])
    expect(allowed('assessment', 'health')).toEqual(['assessment', 'assessment-health'])
  })

  it('is what was chosen of it, and without what nobody can help', () => {
    const allowed = partsAllowed(toBits(['identity', 'safe-contact', 'plan']), CLASS_BITS)
    expect(partsChosen(allowed, ['plan', 'reach'])).toEqual(['asked', 'said', 'who', 'alerts', 'safe-contact', 'plan'])
    expect(partsChosen(allowed, [])).toEqual(['asked', 'said', 'who', 'alerts', 'safe-contact'])
  })
})

describe('On which side somebody stands', () => {
  const referral = {
    sentFor: 'dana',
    workerId: null,
    teamId: null,
    fromId: 'service',
    toId: 'housing',
    isMine: false,
    sentOn: toDay('2026-11-20'),
  } as unknown as Parameters<typeof sideOf>[0]
  it.each<[string, Partial<typeof referral>, string, string, string | undefined]>([
    ['its writer', {}, 'dana', 'service', 'sender'],
    ['a colleague of the writer', {}, 'mair', 'service', 'sender'],
    ['somebody at the other agency', {}, 'hale', 'housing', 'receiver'],
    ['somebody elsewhere', {}, 'noor', 'clinic', undefined],
    ['the other agency before it is sent', { sentOn: null }, 'hale', 'housing', undefined],
  ])('%s', (_words, change, accountId, organisationId, side) => {
    expect(sideOf({ ...referral, ...change }, { accountId, organisationId })).toBe(side)
  })

  it('of what comes to the own service: whoever leads the team or the young person; not a colleague', () => {
    const toService = {
      ...referral,
      sentFor: 'school',
      fromId: 'school',
      toId: 'service',
      teamId: 'team',
    } as typeof referral
    expect(sideOf({ ...toService, isMine: true }, { accountId: 'priya', organisationId: 'service' })).toBe('receiver')
    expect(sideOf(toService, { accountId: 'dana', organisationId: 'service' })).toBeUndefined()
    expect(sideOf(toService, { accountId: 'hana', organisationId: 'school' })).toBe('sender')
  })
})

describe('What two agencies agree', () => {
  const today = toDay('2026-11-23')
  const content = {
    fromId: 'service',
    toId: 'housing',
    teamId: null,
    purpose: 'a room',
    basis: 'public-task',
    law: 'An Act',
    condition: '',
    classes: toBits(['identity', 'plan']),
    ...PROTOCOL,
    reviewOn: toDay('2027-11-01'),
  } as unknown as ProtocolContent
  it.each<[string, Partial<Record<keyof ProtocolContent, unknown>>, string | undefined]>([
    ['makes sense', {}, undefined],
    ['is between two', { toId: 'service' }, 'same'],
    ['to the own service has a team', { fromId: 'housing', toId: 'service' }, 'own-needs-team'],
    ['to a partner has none', { teamId: 'team' }, 'neither-own-team'],
    ['about health names a condition', { classes: toBits(['identity', 'health']) }, 'condition'],
    ['is not looked at again today', { reviewOn: today }, 'review-ahead'],
    ['is looked at again within two years', { reviewOn: toDay('2028-11-24') }, 'review-far'],
  ])('%s', (_words, change, trouble) => {
    const facts = { ownId: 'service', special: toBits(['health', 'offending', 'care']), today }
    expect(checkProtocol({ ...content, ...change } as ProtocolContent, facts)).toBe(trouble)
  })
})

describe('Stages of an agency', () => {
  it('are typed one a line', () => {
    expect(stagesIn('Screened\r\n\n  Allocation meeting  \nWaiting list')).toEqual([
      'Screened',
      'Allocation meeting',
      'Waiting list',
    ])
    expect(stagesIn('')).toEqual([])
  })

  it.each([
    ['none', [], undefined],
    ['some', ['Screened', 'Waiting list'], undefined],
    ['seven', ['a', 'b', 'c', 'd', 'e', 'f', 'g'], 'too-many'],
    ['one with a name nobody reads', ['a'.repeat(61)], 'too-long'],
    ['two of one name', ['Screened', 'screened'], 'twice'],
  ])('%s', (_words, stages, trouble) => {
    expect(stagesTrouble(stages)).toBe(trouble)
  })
})

describe('An agreement is to be looked at', () => {
  it.each([
    ['2026-11-22', null, 'late'],
    ['2026-11-23', null, 'soon'],
    ['2027-01-22', null, 'soon'],
    ['2027-01-23', null, 'later'],
    ['2026-11-22', '2026-11-01', 'ended'],
  ] as const)('by %s (ended %s): %s', (reviewOn, endedOn, standing) => {
    const protocol = { reviewOn: toDay(reviewOn), endedOn: endedOn === null ? null : toDay(endedOn) }
    expect(reviewStanding(protocol, toDay('2026-11-23'))).toBe(standing)
  })
})
