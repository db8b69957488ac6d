import { expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import { editionOf, exercisesOn } from './bank.ts'

it('exercises are dated: none is offered before its day, and an edition that was answered is found again', () => {
  expect(exercisesOn(toDay('2026-10-31'))).toEqual([])
  const today = exercisesOn(toDay('2026-11-23'))
  expect(today.map(one => one.code)).toEqual(['strengths', 'good-day', 'matters'])
  for (const one of today) {
    expect(editionOf(one.code, one.from)).toBe(one)
    expect(new Set(one.questions.map(q => q.code)).size).toBe(one.questions.length)
  }
  expect(editionOf('strengths', toDay('2020-01-01'))).toBeUndefined()
})
