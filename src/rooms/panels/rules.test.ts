import { describe, expect, it } from 'vitest'
import { type Day, toDay } from '#ground/day.ts'
import type { Role } from '#rooms/identity/index.ts'
import { classesAtFirst, classNames, classOfItem, lacksCondition } from './classes.ts'
import type { Asked, ItemState, MeetingState } from './panel.ts'
import {
  askedTrouble,
  closeTrouble,
  dueTrouble,
  initialsOf,
  keptOf,
  lacks,
  meetingTrouble,
  sendTrouble,
} from './rules.ts'

const TODAY = toDay('2026-11-23')
const NOT_ASKED: Asked = {
  ...{ known: null, view: null, viewWords: '', viewAnswer: '', withheldWhy: '', withheldReviewOn: null },
}
const EVERYTHING = 4092

describe('What somebody reads round the table at first', () => {
  it.each<[Role, number, string]>([
    ['partner-practitioner', EVERYTHING, 'learning'],
    ['tracking-officer', EVERYTHING, 'learning tracking'],
    ['universal-adviser', EVERYTHING, 'learning tracking guidance assessment plan sessions family'],
    ['intensive-adviser', EVERYTHING, 'learning tracking guidance assessment plan sessions health care family'],
    ['intensive-adviser', 4 | 256, 'learning health'],
    ['manager', EVERYTHING, ''],
    ['team-leader', 256, ''],
  ])('as a %s, of a purpose of %d: %s', (role, allows, names) => {
    expect(classNames(classesAtFirst(role, allows)).join(' ')).toBe(names)
  })
})

describe('A purpose', () => {
  it.each([
    [4, '', false],
    [256, '', true],
    [512, '', true],
    [1024, '', true],
    [2048, '', true],
    [4 | 2048, 'A law', false],
  ])('of %d with the condition “%s” lacks one: %s (K1)', (allows, condition, lacking) => {
    expect(lacksCondition({ allows, condition })).toBe(lacking)
  })

  it('whose name tells something gives that somebody is brought its class (K6)', () => {
    expect([classOfItem({ discloses: 0 }), classOfItem({ discloses: 512 })]).toEqual([128, 512])
  })
})

describe('Whether they were asked', () => {
  it.each<[string, Partial<Asked>, string | undefined]>([
    ['not yet', {}, undefined],
    ['they know', { known: 'told' }, 'view-missing'],
    ['they agree', { known: 'told', view: 'agrees' }, undefined],
    ['they object', { known: 'told', view: 'objects' }, 'objection-unanswered'],
    ['they object and are answered', { known: 'told', view: 'objects', viewAnswer: 'Still' }, undefined],
    ['kept back', { known: 'withheld' }, 'withheld-why'],
    ['kept back, why', { known: 'withheld', withheldWhy: 'Harm' }, 'withheld-review'],
    ['kept back and asked', { known: 'withheld', withheldWhy: 'Harm', view: 'agrees' }, 'view-of-unseen'],
    ...(['2026-11-23', '2027-05-24'] as const).map(
      on =>
        [
          `kept back until ${on}`,
          { known: 'withheld', withheldWhy: 'Harm', withheldReviewOn: toDay(on) } as const,
          'withheld-review',
        ] as [string, Partial<Asked>, string],
    ),
    [
      'kept back for half a year',
      { known: 'withheld', withheldWhy: 'Harm', withheldReviewOn: toDay('2027-05-23') },
      undefined,
    ],
  ])('%s', (_words, asked, trouble) => {
    expect(askedTrouble({ ...NOT_ASKED, ...asked }, TODAY)).toBe(trouble)
  })

  it('keeps of two answers the one that was chosen', () => {
    const both = {
      view: 'agrees',
      viewWords: 'Yes',
      viewAnswer: 'No',
      withheldWhy: 'Harm',
      withheldReviewOn: TODAY,
    } as const
    expect(keptOf({ ...both, known: 'told' })).toEqual({
      ...NOT_ASKED,
      known: 'told',
      view: 'agrees',
      viewWords: 'Yes',
    })
    expect(keptOf({ ...both, known: 'withheld' })).toEqual({
      ...{ ...NOT_ASKED, known: 'withheld', withheldWhy: 'Harm', withheldReviewOn: TODAY },
    })
    expect(keptOf({ ...both, known: null })).toEqual(NOT_ASKED)
  })
})

const READY = { question: 'Who?', known: 'told' } as const
describe('An agenda', () => {
  it.each<[string, Day, readonly { question: string; known: Asked['known'] }[], number, string | undefined]>([
    ['is sent', TODAY, [READY], 2, undefined],
    ['of nobody', TODAY, [], 2, 'nobody-on-it'],
    ['to nobody but the chair', TODAY, [READY], 1, 'nobody-round-it'],
    ['of yesterday', toDay('2026-11-22'), [READY], 2, 'day-over'],
    ['with somebody who was not asked', TODAY, [READY, { question: 'Who?', known: null }], 2, 'not-ready'],
    ['with somebody without a question', TODAY, [READY, { question: '', known: 'told' }], 2, 'not-ready'],
  ])('%s', (_words, onDay, on, seats, trouble) => {
    expect(sendTrouble({ onDay }, on, seats, TODAY)).toBe(trouble)
  })

  it('says what is still needed of each', () => {
    expect(lacks({ question: '', known: null })).toEqual(['question', 'known'])
    expect(lacks(READY)).toEqual([])
  })
})

describe('A meeting', () => {
  it.each([
    ['2026-11-23', undefined],
    ['2026-11-22', 'not-ahead'],
    ['2028-05-24', 'too-far'],
  ])('on %s: %s', (day, trouble) => {
    expect(meetingTrouble(toDay(day), TODAY)).toBe(trouble)
    expect(dueTrouble(toDay(day), TODAY)).toBe(trouble)
  })

  it.each<[MeetingState, string, ItemState, boolean, string | undefined]>([
    ['sent', '2026-11-23', 'decided', true, undefined],
    ['sent', '2026-11-23', 'on', true, 'without-outcome'],
    ['sent', '2026-11-23', 'off', false, 'who-came'],
    ['sent', '2026-11-24', 'decided', true, 'too-early'],
    ['preparing', '2026-11-23', 'decided', true, 'too-early'],
  ])('that is %s on %s, with one %s, is closed: %s', (state, onDay, item, hasCame, trouble) => {
    expect(closeTrouble({ state, onDay: toDay(onDay) }, [{ state: item }], hasCame, TODAY)).toBe(trouble)
  })
})

describe('Initials', () => {
  it.each([
    ['Robin', 'Sample', 'R. S.'],
    ['Ŵyn', 'ap Example', 'Ŵ. A.'],
    ['ليلى', 'مثال', 'ل. م.'],
    ['', 'Sample', 'S.'],
    ['👩‍🎓', 'X', '👩‍🎓. X.'],
  ])('of %s %s are %s', (given, family, initials) => {
    expect(initialsOf(given, family)).toBe(initials)
  })
})
