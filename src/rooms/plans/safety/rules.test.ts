import { describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import type { SafetyContent } from './plan.ts'
import { classesOf, reviewTrouble, saysTheSame } from './rules.ts'

const TODAY = toDay('2026-11-23')

describe('A safety plan is looked at again', () => {
  it.each([
    ['not on the day it is made', '2026-11-23', true, 'not-ahead'],
    ['at first within four weeks', '2026-12-21', true, undefined],
    ['at first not later', '2026-12-22', true, 'too-far'],
    ['then within twelve weeks', '2027-02-15', false, undefined],
    ['then not later', '2027-02-16', false, 'too-far'],
  ])('%s', (_, day, isFirst, trouble) => {
    expect(reviewTrouble(toDay(day), TODAY, isFirst)).toBe(trouble)
  })
})

it('It tells of health, and kept close it tells of health besides', () => {
  expect(classesOf(false)).toEqual({ own: 'health', also: null })
  expect(classesOf(true)).toEqual({ own: 'restricted', also: 'health' })
})

it.each([
  ['signs', 'other'],
  ['others', 'other'],
  ['agreement', 'disagreed'],
  ['reviewOn', '2026-12-24'],
  ['isRestricted', true],
])('One with another %s is another', (key, value) => {
  const one: SafetyContent = {
    ...{ signs: 'a', helps: 'b', talkTo: 'c', atNight: '', safePlace: '', others: '', agreement: 'agreed', words: '' },
    ...{ copyGiven: 'paper', reviewOn: toDay('2026-12-01'), isRestricted: false },
  }
  expect(saysTheSame(one, { ...one })).toBe(true)
  expect(saysTheSame(one, { ...one, [key]: value } as SafetyContent)).toBe(false)
})
