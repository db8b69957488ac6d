import { describe, expect, it } from 'vitest'
import { type Day, toDay } from '#ground/day.ts'
import type { AccountId, OrganisationId, RowId } from '#ground/ids.ts'
import { byFreshness, factsTrouble, helping, helpingToday, isOld } from './rules.ts'
import type { Service, Tip } from './service.ts'
import { fitting } from './sought.ts'

const TODAY = toDay('2026-11-23')

function service(name: string, needs: readonly string[], more: Partial<Service> = {}): Service {
  return {
    ...{ rowId: name as RowId, name, organisationId: null, runBy: 'Made-up', about: '', needs, minAge: 14, maxAge: 19 },
    ...{
      place: '',
      cost: '',
      howTo: 'Ring',
      sameDay: [],
      openWhen: '',
      checkedOn: TODAY,
      closedOn: null,
      version: 1,
      ...more,
    },
  }
}

const SERVICES = [
  service('Roof', ['housing']),
  service('Both', ['housing', 'income']),
  service('Older', ['housing'], { minAge: 18 }),
  service('Gone', ['housing'], { closedOn: TODAY }),
  service('Other', ['basic-skills']),
]

describe('A service', () => {
  it.each<[string, number | undefined, readonly string[], readonly string[]]>([
    ['what helps with most first', 16, ['income', 'housing'], ['Both', 'Roof']],
    ['not too young for it', 18, ['housing'], ['Both', 'Older', 'Roof']],
    ['without a birth date no age is in the way', undefined, ['housing'], ['Both', 'Older', 'Roof']],
    ['nothing needed, nothing proposed', 16, [], []],
    ['too old for all', 20, ['housing'], []],
  ])('may help: %s', (_what, age, needs, names) => {
    expect(helping(SERVICES, { age, needs }).map(one => one.service.name)).toEqual(names)
  })

  it('says with what it helps, the worst first', () => {
    expect(helping(SERVICES, { age: 16, needs: ['income', 'housing'] })[0]?.needs).toEqual(['income', 'housing'])
  })

  it.each<[Day, boolean]>([
    [toDay('2025-11-22'), true],
    [toDay('2025-11-23'), false],
  ])('looked at on %s', (day, old) => expect(isOld(day, TODAY)).toBe(old))

  it('that helps on the same day is found by what it gives, what is needed most and was looked at last first; one that is gone is not', () => {
    const today = (name: string, sameDay: Service['sameDay'], more: Partial<Service> = {}) =>
      service(name, [], { sameDay, ...more })
    const all = [
      today('Bed', ['bed']),
      today('Old', ['food'], { checkedOn: toDay('2024-01-01') }),
      today('Both', ['bed', 'food'], { place: 'Halifax' }),
      today('Gone', ['food'], { closedOn: TODAY }),
      service('Slow', ['housing']),
    ]
    const found = (what: 'food' | 'bed' | '', words = '') => helpingToday(all, { what, words }).map(one => one.name)
    expect(found('')).toEqual(['Both', 'Old', 'Bed'])
    expect(found('bed')).toEqual(['Both', 'Bed'])
    expect(found('food', 'halifax')).toEqual(['Both'])
    expect(found('food', 'nowhere')).toEqual([])
  })

  it('has an order of ages, and one who runs it', () => {
    const facts = { minAge: 14, maxAge: 19, organisationId: null, runBy: 'Made-up', sameDay: [], openWhen: '' }
    expect(factsTrouble(facts)).toBeUndefined()
    expect(factsTrouble({ ...facts, minAge: 20 })).toBe('ages')
    expect(factsTrouble({ ...facts, runBy: '' })).toBe('run-by')
    expect(factsTrouble({ ...facts, organisationId: 'o' as OrganisationId })).toBe('run-by')
    expect(factsTrouble({ ...facts, sameDay: ['bed'] })).toBe('open-when')
    expect(factsTrouble({ ...facts, sameDay: ['bed'], openWhen: 'Every night' })).toBeUndefined()
  })

  it('is found by need and by words', () => {
    const nameOf = (one: Service) => one.name
    expect(fitting(SERVICES, { need: 'income', q: '' }, nameOf).map(one => one.name)).toEqual(['Both'])
    expect(fitting(SERVICES, { need: '', q: 'roo' }, nameOf).map(one => one.name)).toEqual(['Roof'])
  })

  it('has its freshest tip first', () => {
    const tip = (words: string, stillOn: string): Tip => ({
      ...{ rowId: words as RowId, serviceId: 'x' as RowId, words, saidBy: 'a' as AccountId },
      ...{ saidOn: toDay('2024-01-01'), stillOn: toDay(stillOn) },
    })
    expect(byFreshness([tip('old', '2025-01-01'), tip('new', '2026-01-01')]).map(one => one.words)).toEqual([
      'new',
      'old',
    ])
  })
})
