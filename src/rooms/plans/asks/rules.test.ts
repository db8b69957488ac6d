import { describe, expect, it } from 'vitest'
import { addDays, type Day, toDay } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import type { Ask } from './ask.ts'
import { answerDay, isSilent, ownerStandingOf, toldTrouble } from './rules.ts'

const TODAY = toDay('2026-11-23')

const TARGET = {
  rowId: 'one' as RowId,
  what: 'Offer a morning a week',
  dueOn: toDay('2027-01-10') as Day | null,
  owner: 'partner' as 'partner' | 'adviser' | 'young-person',
  ownerName: 'Made-up Stables',
  state: 'open' as 'open' | 'met',
  setOn: addDays(TODAY, -20),
}

function ask(more: Partial<Ask> = {}): Ask {
  return {
    rowId: 'ask' as RowId,
    personId: 'them' as PersonId,
    targetId: TARGET.rowId,
    classBit: 64,
    alsoBit: null,
    what: TARGET.what,
    dueOn: TARGET.dueOn,
    ownerName: TARGET.ownerName,
    state: 'asked',
    askedAccount: 'sal' as AccountId,
    who: '',
    askedOn: TODAY,
    askedBy: 'dana' as AccountId,
    answerBy: answerDay(TODAY),
    answeredOn: null,
    answeredBy: null,
    words: '',
    version: 1,
    ...more,
  }
}

describe('A partner who owns a step', () => {
  it.each<[string, Partial<typeof TARGET>, readonly Ask[], string | undefined]>([
    ['the adviser’s own is nobody’s to confirm', { owner: 'adviser' }, [], undefined],
    ['nobody was asked', {}, [], 'unasked'],
    ['asked', {}, [ask()], 'asked'],
    ['said yes', {}, [ask({ state: 'yes' })], 'yes'],
    ['said no', {}, [ask({ state: 'no' })], 'no'],
    ['asked no more', {}, [ask({ state: 'withdrawn' })], 'unasked'],
    ['the last word counts', {}, [ask({ state: 'no' }), ask({ state: 'yes' })], 'no'],
    ['taken back, the word before counts', {}, [ask({ state: 'withdrawn' }), ask({ state: 'yes' })], 'yes'],
    ['a yes to other words', { what: 'Offer a day a week' }, [ask({ state: 'yes' })], 'changed'],
    ['a yes to another day', { dueOn: null }, [ask({ state: 'yes' })], 'changed'],
    ['a yes of another partner', { ownerName: 'Made-up Bakers' }, [ask({ state: 'yes' })], 'changed'],
    ['asked of another step', {}, [ask({ targetId: 'two' as RowId })], 'unasked'],
  ])('%s', (_what, more, asks, is) => {
    expect(ownerStandingOf({ ...TARGET, ...more }, asks)?.is).toBe(is)
  })

  it.each<[string, Partial<typeof TARGET>, readonly Ask[], boolean]>([
    ['nobody was asked in ten days', { setOn: addDays(TODAY, -10) }, [], false],
    ['nobody was asked in eleven', { setOn: addDays(TODAY, -11) }, [], true],
    ['asked, without an answer', {}, [ask()], true],
    ['a no is no yes', {}, [ask({ state: 'no' })], true],
    ['a yes', {}, [ask({ state: 'yes' })], false],
    ['a yes to other words', { what: 'Offer a day' }, [ask({ state: 'yes' })], true],
    ['a step that is done', { state: 'met' }, [], false],
    ['their own step', { owner: 'young-person' }, [], false],
  ])('stands in the list of the silent: %s', (_what, more, asks, silent) => {
    expect(isSilent({ ...TARGET, ...more }, asks, TODAY)).toBe(silent)
  })

  it('answers within five working days', () => {
    expect(answerDay(toDay('2026-12-23'))).toBe('2027-01-04')
    expect(answerDay(TODAY)).toBe('2026-11-30')
  })

  it.each<[number, string | undefined]>([
    [1, 'ahead'],
    [0, undefined],
    [-20, undefined],
    [-21, 'before'],
  ])('told %d days from today', (days, trouble) => {
    expect(toldTrouble(addDays(TODAY, days), TARGET.setOn, TODAY)).toBe(trouble)
  })
})
