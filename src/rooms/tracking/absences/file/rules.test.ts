import { describe, expect, it } from 'vitest'
import { fieldOf, kindOf, reasonOf } from './rules.ts'

describe('A column of a place’s file', () => {
  it.each([
    ['uln', 'uln'],
    ['student surname', 'family'],
    ['learner forename', 'given'],
    ['dob', 'born'],
    ['unique learner number', 'uln'],
    ['last date attended', 'day'],
    ['reason for leaving', 'reason'],
    ['tries made', 'tried'],
    ['medical notes', undefined],
    ['ethnicity', undefined],
    ['parent surname', undefined],
  ])('called “%s” is %s', (header, field) => {
    expect(fieldOf(header)).toBe(field)
  })
})

describe('A cell', () => {
  it.each([
    ['left', 'left'],
    ['a', 'absent'],
    ['withdrawn', 'left'],
    ['ill', undefined],
    ['', undefined],
  ])('that says “%s” means %s', (said, kind) => {
    expect(kindOf(said)).toBe(kind)
  })

  it.each([
    ['', 'not-known'],
    ['did not like it', 'did-not-like-it'],
    ['other place', 'other-place'],
    ['got a job', 'work'],
    ['pregnant', undefined],
  ])('gives “%s” as the reason %s', (said, reason) => {
    expect(reasonOf(said)).toBe(reason)
  })
})
