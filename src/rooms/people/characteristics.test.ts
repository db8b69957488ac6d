import { describe, expect, it } from 'vitest'
import { type Day, toDay } from '#ground/day.ts'
import { ADVISER_CLASSES, INTENSIVE_CLASSES, type RecordClass } from '#rooms/access/index.ts'
import { CHARACTERISTICS, offeredCharacteristics } from './characteristics.ts'
import { characteristicTrouble, isInForce } from './rules.ts'

const TODAY = toDay('2026-11-23')
const one = (code: string, startedOn: string, finishedOn: string | null = null) => ({
  code,
  startedOn: startedOn as Day,
  finishedOn: finishedOn as Day | null,
})

describe('Characteristics', () => {
  it('of the return are all in the list, each once', () => {
    const returned = [...CHARACTERISTICS.values()].flatMap(c => c.returned ?? [])
    expect(returned.toSorted()).toEqual(['110', '120', '130', '140', '150', '160', '170', '180', '190', '200', '210'])
  })

  it.each<[string, readonly RecordClass[], string[]]>([
    ['an adviser is offered learning and family', ADVISER_CLASSES, ['learning', 'family']],
    ['an intensive adviser health and care too', INTENSIVE_CLASSES, ['learning', 'family', 'health', 'care']],
    ['somebody with immigration that', ['identity', 'immigration'], ['immigration']],
    ['somebody with offending that', ['identity', 'offending'], ['offending']],
    ['somebody who sees who it is, nothing', ['identity', 'contact-details', 'restricted'], []],
  ])('%s', (_words, seen, classes) => {
    const offered = offeredCharacteristics(new Set(seen), TODAY).map(c => c.discloses)
    expect([...new Set(offered)].toSorted()).toEqual(classes.toSorted())
  })

  it('are offered by the list of the day: mental health is younger than the others', () => {
    const codes = (day: string) => offeredCharacteristics(new Set(['health']), toDay(day)).map(c => c.code)
    expect(codes('2024-09-01')).not.toContain('mental-health')
    expect(codes('2025-09-01')).toContain('mental-health')
  })
})

describe('A characteristic with its period', () => {
  it.each([
    ['goes on', one('young-carer', '2026-09-01'), [], undefined],
    ['begins today', one('young-carer', '2026-11-23'), [], undefined],
    ['has not begun', one('young-carer', '2026-11-24'), [], 'from-future'],
    ['ends on the day it begins', one('young-carer', '2026-09-01', '2026-09-01'), [], 'until-before-from'],
    ['stands already', one('young-carer', '2026-09-01'), [one('young-carer', '2025-01-01')], 'already'],
    [
      'stood before and begins as that ended',
      one('young-carer', '2026-09-01'),
      [one('young-carer', '2025-01-01', '2026-09-01')],
      undefined,
    ],
    [
      'overlaps what came later',
      one('young-carer', '2025-01-01', '2026-10-01'),
      [one('young-carer', '2026-09-01')],
      'already',
    ],
    ['stands beside another', one('young-carer', '2026-09-01'), [one('care-leaver', '2025-01-01')], undefined],
  ])('that %s', (_words, wanted, others, trouble) => {
    expect(characteristicTrouble(wanted, others, TODAY)).toBe(trouble)
  })

  it.each([
    ['from its first day', '2026-09-01', true],
    ['not the day before', '2026-08-31', false],
    ['to the day before its end', '2026-09-30', true],
    ['not on its end', '2026-10-01', false],
  ])('is true %s', (_words, on, is) => {
    expect(isInForce(one('sen-support', '2026-09-01', '2026-10-01'), toDay(on))).toBe(is)
  })
})
