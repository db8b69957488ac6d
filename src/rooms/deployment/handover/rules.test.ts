import { describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import type { AccountId } from '#ground/ids.ts'
import type { State, Wish } from './handover.ts'
import { closeTrouble, countsAsMet, dueAfter, goesOn, movesFor, owedBy, sidesOf } from './rules.ts'

const [dana, mair, priya] = ['dana', 'mair', 'priya'] as AccountId[] as [AccountId, AccountId, AccountId]
const day = (text: string | null) => (text === null ? null : toDay(text))

describe('Who may do what', () => {
  it.each<[State, string, string]>([
    ['asked', 'wish withdraw', 'accept decline'],
    ['accepted', 'wish withdraw', 'met decline wish'],
    ['met', 'wish complete withdraw', 'wish'],
    ['complete', '', ''],
    ['declined', '', ''],
    ['withdrawn', '', ''],
  ])('while it is %s: who hands over %s, who takes over %s', (state, giver, receiver) => {
    const handover = { state, movedOn: null }
    const of = (isGiver: boolean, isReceiver: boolean, isFirst: boolean) =>
      [...movesFor({ isGiver, isReceiver, isFirst }, handover)].join(' ')
    expect(of(true, false, true)).toBe(giver)
    expect(of(false, true, false)).toBe(receiver)
    expect(of(false, false, false)).toBe('')
    // A leader does not close for the first adviser, who alone sees all that is open.
    expect(of(true, false, false)).toBe(giver.replace('complete ', ''))
  })

  it('whoever leads already neither says no nor takes it back: they meet, or hand on', () => {
    const moves = movesFor(
      { isGiver: true, isReceiver: true, isFirst: false },
      { state: 'accepted', movedOn: toDay('2026-11-23') },
    )
    expect([...moves].join(' ')).toBe('met wish')
  })

  it.each([
    ['the first adviser', dana, false, null, 'giver first'],
    ['the next', mair, false, null, 'receiver'],
    ['a leader', priya, true, null, 'giver'],
    ['somebody else', priya, false, null, ''],
    ['the first once the lead has moved', dana, false, '2026-11-23', 'first'],
    ['the next once the lead has moved', mair, false, '2026-11-23', 'giver receiver'],
  ])('%s', (_who, me, mayLead, movedOn, stands) => {
    const { isGiver, isReceiver, isFirst } = sidesOf({ fromId: dana, toId: mair, movedOn: day(movedOn) }, me, mayLead)
    const words = [isGiver && 'giver', isReceiver && 'receiver', isFirst && 'first'].filter(Boolean).join(' ')
    expect(words).toBe(stands)
  })
})

describe('By when the next step is due', () => {
  it.each<[State, string, string | null, string | undefined]>([
    // A Monday: three working days on.
    ['asked', '2026-11-23', '2026-11-26', 'receiver'],
    // Over Christmas: the 25th, the 28th (for the 26th) and New Year's Day do not count.
    ['accepted', '2026-12-21', '2027-01-07', 'receiver'],
    ['met', '2026-11-27', '2026-12-04', 'giver'],
    ['complete', '2026-11-27', null, undefined],
    ['declined', '2026-11-27', null, undefined],
    ['withdrawn', '2026-11-27', null, undefined],
  ])('%s on %s: %s, by the %s', (state, today, due, by) => {
    expect(dueAfter(state, toDay(today))).toBe(due)
    expect(owedBy(state)).toBe(by)
  })
})

describe('The first adviser may close', () => {
  it.each<[string | null, Wish, string, number, ReturnType<typeof closeTrouble>]>([
    [null, 'agrees', '', 0, 'not-met'],
    ['2026-11-23', 'not-asked', '', 0, 'wish-missing'],
    ['2026-11-23', 'agrees', '', 0, undefined],
    ['2026-11-23', 'known-adviser', '', 0, 'wish-answer'],
    ['2026-11-23', 'known-adviser', 'Dana comes along to the first three', 0, undefined],
    ['2026-11-23', 'other', '', 0, 'wish-answer'],
    ['2026-11-23', 'agrees', '', 1, 'stays-behind'],
  ])('met %s, wish %s (answered “%s”), %i left behind: %s', (metOn, wish, wishAnswer, stays, trouble) => {
    expect(closeTrouble({ metOn: day(metOn), wish, wishAnswer }, stays)).toBe(trouble)
  })
})

describe('A hand-over goes on', () => {
  it.each([
    ['while the first adviser leads', null, dana, true],
    ['not once somebody else leads', null, priya, false],
    ['not once nobody leads', null, undefined, false],
    ['with the next, where the lead has moved', '2026-11-23', mair, true],
    ['not with the first, where the lead has moved', '2026-11-23', dana, false],
  ])('%s', (_when, movedOn, lead, goes) => {
    expect(goesOn({ fromId: dana, toId: mair, movedOn: day(movedOn) }, lead)).toBe(goes)
  })
})

describe('A meeting counts as having met them', () => {
  it.each<[string, AccountId, readonly AccountId[], readonly AccountId[], boolean]>([
    ['written down by the next adviser', mair, [], [], true],
    ['that names the next adviser', dana, [mair], [mair], true],
    ['of the first alone, which both say it was', dana, [], [], true],
    ['that names somebody else', dana, [priya], [], false],
    ['the next was asked along to, and is not named in', dana, [], [mair], false],
    ['written down by somebody else', priya, [], [], false],
  ])('%s: or does not', (_which, by, also, asked, counts) => {
    expect(countsAsMet({ by, with: also, asked }, { fromId: dana, toId: mair })).toBe(counts)
  })
})
