import { describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import type { AccountId } from '#ground/ids.ts'
import {
  agreedTrouble,
  apartDoer,
  canBeShared,
  changedStep,
  classOfMember,
  classOfStep,
  dueTrouble,
  endTrouble,
  inOrder,
  isApart,
  isKnown,
  isRaised,
  joinTrouble,
  leaveTrouble,
  mayDo,
  worksWith,
} from './rules.ts'
import type { MemberStep } from './support-group.ts'

const TODAY = toDay('2026-11-23')
const [MINE, THEIRS] = ['a' as AccountId, 'b' as AccountId]
const STEP = {
  ...{ what: 'Ring', accountId: MINE, dueOn: TODAY, classBit: 256, sharedAgreedOn: TODAY, sharedEndedOn: null },
} as MemberStep

describe('A support group', () => {
  it.each([
    ['tells nothing', 0, false, 128],
    ['tells of health', 256, false, 256],
    ['is kept close, whatever it tells', 256, true, 4096],
  ])('whose name %s', (_words, discloses, isClose, bit) => {
    expect(classOfMember(discloses, isClose)).toBe(bit)
  })

  it.each([
    ['today, agreed today', '2026-11-23', '2026-11-23', undefined],
    ['ahead', '2026-11-24', '2026-11-23', 'joined-ahead'],
    ['before the yes', '2026-11-20', '2026-11-21', 'joined-before-agreed'],
    ['with a yes ahead', '2026-11-23', '2026-11-24', 'agreed-ahead'],
    ['with a yes of another century', '2026-11-23', '1926-11-24', 'agreed-old'],
  ])('is joined %s', (_words, joined, agreed, trouble) => {
    expect(joinTrouble(toDay(joined), toDay(agreed), TODAY)).toBe(trouble)
  })

  it.each([
    ['today', '2026-11-23', 'moved', '', undefined],
    ['ahead', '2026-11-24', 'moved', '', 'left-ahead'],
    ['before they joined', '2026-10-01', 'moved', '', 'left-before-joined'],
    ['for another reason without words', '2026-11-23', 'other', '', 'left-words'],
    ['for another reason', '2026-11-23', 'other', 'A job', undefined],
  ])('is left %s', (_words, on, reason, words, trouble) => {
    const member = { joinedOn: toDay('2026-11-01') }
    expect(leaveTrouble(member, { on: toDay(on), reason, words }, TODAY)).toBe(trouble)
  })

  it('knows who they are while they agree to that', () => {
    expect(isKnown({ knownAgreedOn: null, knownEndedOn: null })).toBe(false)
    expect(isKnown({ knownAgreedOn: TODAY, knownEndedOn: null })).toBe(true)
    expect(isKnown({ knownAgreedOn: TODAY, knownEndedOn: TODAY })).toBe(false)
  })
})

describe('A step', () => {
  it.each([
    ['of nothing besides', 64, null, null, false],
    ['of health', 256, null, null, true],
    ['of health, agreed', 256, TODAY, null, false],
    ['of health, taken back', 256, TODAY, TODAY, true],
    ['kept close', 4096, null, null, true],
  ])('%s stands apart or not', (_words, classBit, sharedAgreedOn, sharedEndedOn, apart) => {
    const step = { classBit, sharedAgreedOn, sharedEndedOn }
    expect(isApart(step)).toBe(apart)
    expect(mayDo(step, THEIRS, [MINE])).toBe(!apart)
    expect(mayDo(step, MINE, [MINE])).toBe(true)
  })

  it('can be agreed where it tells of something, and is not kept close', () => {
    expect([64, 256, 512, 1024, 65_536, 4096].filter(classBit => canBeShared({ classBit }))).toEqual([
      ...[256, 512, 1024, 65_536],
    ])
    expect(classOfStep({ classBit: 4096 }, 64)).toBe(4096)
    expect(classOfStep({ classBit: 256 }, 64)).toBe(64)
  })

  it('loses their yes with other words and with another class, and with nothing else', () => {
    expect(changedStep(STEP, { ...STEP, accountId: THEIRS })).toMatchObject({
      sharedAgreedOn: TODAY,
      endsSharing: false,
    })
    expect(changedStep(STEP, { ...STEP, what: 'Write' })).toMatchObject({ sharedAgreedOn: null, endsSharing: true })
    expect(changedStep(STEP, { ...STEP, classBit: 1024 })).toMatchObject({ sharedAgreedOn: null, endsSharing: true })
  })

  it('is due on a day to come within eighteen months, or stays where it was', () => {
    expect(dueTrouble(TODAY, TODAY)).toBeUndefined()
    expect(dueTrouble(toDay('2026-11-22'), TODAY)).toBe('due-past')
    expect(dueTrouble(toDay('2026-11-22'), TODAY, toDay('2026-11-22'))).toBeUndefined()
    expect(dueTrouble(toDay('2028-06-01'), TODAY)).toBe('due-far')
    expect(agreedTrouble(TODAY, TODAY)).toBeUndefined()
  })

  it('is dropped with why, and done with or without words', () => {
    expect(endTrouble({ state: 'dropped', went: '' })).toBe('went-missing')
    expect(endTrouble({ state: 'dropped', went: 'Rain' })).toBeUndefined()
    expect(endTrouble({ state: 'done', went: '' })).toBeUndefined()
  })

  it('stands by its day while it is open, and after that by when it was over', () => {
    const of = (rowId: string, state: 'open' | 'done', dueOn: string, overOn: string | null) =>
      ({ ...STEP, rowId, state, dueOn, overOn }) as MemberStep
    const steps = [
      of('1', 'done', '2026-11-01', '2026-11-02'),
      of('2', 'open', '2026-12-02', null),
      of('3', 'done', '2026-11-01', '2026-11-20'),
      of('4', 'open', '2026-12-01', null),
    ]
    expect(inOrder(steps).map(one => one.rowId)).toEqual(['4', '2', '3', '1'])
  })
})

describe('A group that tells more than it did', () => {
  it.each([
    ['one to come that told of nothing', 'Another name', 'planned', 0, 256, true],
    ['one held under that name', ' the GROUP', 'held', 0, 256, true],
    ['one held under another', 'A trip', 'held', 0, 256, false],
    ['one that tells of something already', 'The group', 'planned', 512, 256, false],
    ['one of a group that tells of nothing any more', 'The group', 'planned', 0, 0, false],
  ])('takes %s along, or does not', (_which, title, state, told, discloses, isSo) => {
    expect(isRaised({ title, state, discloses: told }, { name: 'The group', discloses })).toBe(isSo)
  })
})

describe('Whoever adds somebody', () => {
  it('works with them by one right at least', () => {
    expect(worksWith(['lead-adviser'])).toBe(true)
    expect(worksWith(['duty-desk', 'referral'])).toBe(true)
    expect(worksWith(['own-roll', 'duty-desk', 'break-glass', 'agreement', 'role', 'tracking-list'])).toBe(false)
    expect(worksWith([])).toBe(false)
  })
})

describe('A step that is apart again', () => {
  const [seer, gone] = ['c' as AccountId, 'd' as AccountId]
  it.each([
    ['stays with who wrote it', MINE, MINE, MINE, [], MINE],
    ['goes to who wrote it', THEIRS, MINE, MINE, [], MINE],
    ['goes to who changed it where the writer is gone', THEIRS, gone, MINE, [], MINE],
    ['stays with who sees what it tells of', seer, MINE, MINE, [seer], seer],
    ['goes to who sees what it tells of where both are gone', THEIRS, gone, gone, [seer], seer],
    ['goes to nobody where nobody may read it', THEIRS, gone, gone, [], undefined],
  ])('%s', (_how, accountId, writtenBy, changedBy, seeing, doer) => {
    expect(apartDoer({ accountId, writtenBy, changedBy }, [MINE, THEIRS, seer], seeing)).toBe(doer)
  })
})
