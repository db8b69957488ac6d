import { describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import { isTakenBack, ownPathways, ownSteps } from './rules.ts'

const open = { said: null, state: 'open' } as const

describe('By their own link', () => {
  it.each([
    ['mentoring', { ...open, kind: 'mentoring' }, true],
    ['coming back into learning, paused', { ...open, kind: 'reintegration', state: 'paused' }, true],
    ['work with the family to which they said yes', { ...open, kind: 'family', said: 'yes' }, true],
    ['not work with the family that began without their yes', { ...open, kind: 'family', said: 'without' }, false],
    ['not what tells of custody', { ...open, kind: 'custody' }, false],
    ['not what ended', { ...open, kind: 'mentoring', state: 'ended' }, false],
  ] as const)('stands %s', (_what, pathway, shown) => {
    expect(ownPathways([pathway]).length).toBe(shown ? 1 : 0)
  })

  it('steps are theirs alone, the first day first, and without what is not needed', () => {
    const step = (
      what: string,
      owner: 'young-person' | 'adviser' | 'other',
      state: 'to-do' | 'done' | 'not-needed',
    ) => ({
      ...{ what, owner, state },
      dueOn: what === 'late' ? toDay('2026-12-24') : what === 'no day' ? null : toDay('2026-12-01'),
    })
    const { toDo, done } = ownSteps([
      step('no day', 'young-person', 'to-do'),
      step('late', 'young-person', 'to-do'),
      step('first', 'young-person', 'to-do'),
      step('adviser', 'adviser', 'to-do'),
      step('aunt', 'other', 'to-do'),
      step('over', 'young-person', 'done'),
      step('gone', 'young-person', 'not-needed'),
    ])
    expect(toDo.map(one => one.what)).toEqual(['first', 'late', 'no day'])
    expect(done.map(one => one.what)).toEqual(['over'])
  })

  it('a yes that was taken back stands there for the day', () => {
    const today = toDay('2026-11-27')
    const ended = { kind: 'family', outcome: 'withdrawn', overOn: today } as const
    expect(isTakenBack(ended, today)).toBe(true)
    expect(isTakenBack(ended, toDay('2026-11-28'))).toBe(false)
    expect(isTakenBack({ ...ended, outcome: 'aims-met' }, today)).toBe(false)
  })
})
