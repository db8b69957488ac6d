import { describe, expect, it } from 'vitest'
import { type Day, toDay } from '#ground/day.ts'
import type { Part } from '../referral.ts'
import { checkAnswer, dueAfterQuestion, mayObject, saysLess } from './rules.ts'

const day = (text: string | null) => (text === null ? null : toDay(text))

describe('An objection can be made', () => {
  it.each([
    ['while it is under way', '2026-11-20', null, null, true],
    ['not before it is sent', null, null, null, false],
    ['not once it is over', '2026-11-20', '2026-11-26', null, false],
    ['not while one waits', '2026-11-20', null, '2026-11-25', false],
  ])('%s', (_words, sentOn, overOn, questionOn, may) => {
    expect(mayObject({ sentOn: day(sentOn), overOn: day(overOn), questionOn: day(questionOn) })).toBe(may)
  })
})

describe('An answer', () => {
  it.each([
    ['stops it, whatever the ground', 'stop', '', false, 'consent', undefined],
    ['cannot go on where the ground is consent', 'go-on', 'Because', true, 'consent', 'consent-stops'],
    ['goes on with why, once they were told', 'go-on', 'Because', true, 'public-task', undefined],
    ['does not go on without why', 'go-on', '', true, 'public-task', 'words'],
    ['does not go on before they were told', 'go-on', 'Because', false, 'legal-duty', 'not-told'],
  ] as const)('%s', (_words, kind, words, isTold, basis, why) => {
    const checked = checkAnswer(kind === 'stop' ? { kind, words } : { kind, words, isTold }, { basis })
    expect(checked.ok ? undefined : checked.why).toBe(why)
  })
})

describe('The clock', () => {
  it.each([
    ['stands still while a question waits', '2026-11-30', '2026-11-23', '2026-11-26', '2026-12-03'],
    ['has a day at least', '2026-11-23', '2026-11-23', '2026-11-26', '2026-11-27'],
    ['stays where none was asked', '2026-11-30', null, '2026-11-26', '2026-11-30'],
    ['stays away where none runs', null, '2026-11-23', '2026-11-26', null],
  ])('%s', (_words, dueOn, questionOn, today, after) => {
    expect(dueAfterQuestion({ dueOn: day(dueOn), questionOn: day(questionOn) }, toDay(today) as Day)).toBe(after)
  })
})

describe('A letter says less', () => {
  const letter = (...names: Part['part'][]): Part[] => names.map(part => ({ part, classBit: 1, lines: [] }))
  it.each([
    ['when a part goes', letter('asked', 'who', 'reach'), letter('asked', 'who'), true],
    ['not when all stay', letter('asked', 'reach'), letter('asked', 'reach'), false],
    ['not when one goes and another comes', letter('asked', 'reach', 'plan'), letter('asked', 'learning'), false],
    ['not by what they said to it', letter('asked', 'said'), letter('asked'), false],
  ])('%s', (_words, before, after, less) => {
    expect(saysLess(before, after)).toBe(less)
  })
})
