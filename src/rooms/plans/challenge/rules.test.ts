import { describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import type { RowId } from '#ground/ids.ts'
import type { Hopes, Step, Target } from '../plan.ts'
import { apartOf, planAdvice, readingOf, stepAdvice } from './rules.ts'

const TALK = 'talk' as RowId

function target(more: Partial<Target> = {}): Target {
  return { state: 'open', ownStep: 'not-asked', adviserStep: 'not-asked', aimId: null, ...more } as Target
}

function hopes(more: Partial<Hopes> = {}): Hopes {
  return {
    aim: { rowId: TALK, words: 'Be a vet', on: toDay('2026-11-01'), asks: '', source: '', higher: '' },
    sameAim: [TALK],
    reached: [{ words: 'Mathematics 6', source: '', asOf: toDay('2026-09-01') }],
    ...more,
  }
}

describe('How big a step is, to both', () => {
  it.each<[string, Step, Step, number | undefined, string[]]>([
    ['the same to both', 'right', 'right', 0, []],
    ['one place apart is no trouble', 'stretch', 'right', 1, []],
    ['two places apart is worth a talk', 'easy', 'stretch', 2, ['own-easy', 'apart']],
    ['too far to them and easy to the adviser', 'too-far', 'easy', 3, ['own-too-far', 'apart']],
    ['not asked is never taken for about right', 'not-asked', 'too-far', undefined, []],
    ['nor is what the adviser did not say', 'too-far', 'not-asked', undefined, ['own-too-far']],
  ])('%s', (_, ownStep, adviserStep, apart, advice) => {
    expect(apartOf({ ownStep, adviserStep })).toBe(apart)
    expect(stepAdvice({ ownStep, adviserStep })).toEqual(advice)
  })
})

describe('Whether the whole plan stretches', () => {
  const easy = target({ ownStep: 'easy' })
  it.each<[string, Target[], Hopes | undefined, string[]]>([
    ['that every target is too easy to them', [easy, easy], undefined, ['all-easy']],
    ['not of one that was not asked', [easy, target()], undefined, []],
    ['nor of what is answered', [easy, target({ state: 'met', ownStep: 'right' })], undefined, ['all-easy']],
    ['that every target is too far to them', [target({ ownStep: 'too-far' })], undefined, ['all-too-far']],
    ['that nothing works towards the aim they named', [target()], hopes(), ['aim-unserved']],
    ['nothing where one does', [target({ aimId: TALK })], hopes(), []],
    ['that it worked towards an aim before', [target({ aimId: 'before' as RowId })], hopes(), ['aim-unserved']],
    ['that no aim is on record', [target()], hopes({ aim: undefined, sameAim: [] }), ['no-aim']],
    ['that what they have reached is not', [target({ aimId: TALK })], hopes({ reached: [] }), ['reached-unknown']],
    ['nothing of learning to whoever may not know', [target({ aimId: TALK })], hopes({ reached: undefined }), []],
    ['nothing of aims to whoever may not know', [target()], undefined, []],
    ['nothing of a plan without an open target', [target({ state: 'met' })], hopes(), []],
  ])('says %s', (_, targets, known, advice) => {
    expect(planAdvice({ targets }, known)).toEqual(advice)
  })
})

describe('What came of a step beside how big it was thought', () => {
  it.each<[Step, Target['state'], string | undefined]>([
    ['easy', 'met', 'easy-met'],
    ['right', 'met', undefined],
    ['too-far', 'met', 'far-met'],
    ['easy', 'not-met', 'small-missed'],
    ['right', 'not-met', 'small-missed'],
    ['stretch', 'not-met', undefined],
    ['too-far', 'not-met', 'far-missed'],
    ['too-far', 'part', undefined],
    ['too-far', 'dropped', undefined],
    ['not-asked', 'not-met', undefined],
    ['easy', 'open', undefined],
  ])('%s and %s', (ownStep, state, reading) => {
    expect(readingOf(target({ ownStep, state }), 'own')).toBe(reading)
  })

  it('is read of each voice by itself', () => {
    const one = target({ ownStep: 'too-far', adviserStep: 'easy', state: 'met' })
    expect([readingOf(one, 'own'), readingOf(one, 'adviser')]).toEqual(['far-met', 'easy-met'])
  })
})
