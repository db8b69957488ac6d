import { describe, expect, it } from 'vitest'
import { toInstant } from '#ground/clock.ts'
import { ADVISER_CLASSES, type RecordClass } from '#rooms/access/index.ts'
import { classesHeld, hoursLeft, leftIn, missingToClose, namedClasses, shownBy } from './rules.ts'

describe('What a named person sees of a restricted record', () => {
  it.each<[string, readonly RecordClass[], readonly RecordClass[], readonly RecordClass[]]>([
    [
      'what they saw before and the key',
      ['identity', 'sessions'],
      ADVISER_CLASSES,
      ['identity', 'sessions', 'restricted'],
    ],
    [
      'what their role works with, where that was nothing',
      [],
      ['identity', 'plan'],
      ['identity', 'plan', 'restricted'],
    ],
    ['the same where a role only heard of concerns', ['safeguarding'], ['identity'], ['identity', 'restricted']],
    ['who it is and the key, where a role works with no records', [], [], ['identity', 'restricted']],
    ['never the audit', ['identity', 'audit'], [], ['identity', 'restricted']],
    ['never what was given by itself', ['identity', 'offending', 'immigration'], [], ['identity', 'restricted']],
  ])('is %s', (_words, held, everyday, seen) => {
    expect(namedClasses(held, everyday)).toEqual(seen)
  })

  it('counts nothing of a support group: who runs one sees that somebody is there, and works with no record by that', () => {
    const grants = [
      { holderId: 'a', source: 'agreement' as const, classes: ['identity'] as const },
      { holderId: 'b', source: 'cover' as const, classes: ['identity', 'plan'] as const },
      { holderId: 'b', source: 'agreement' as const, classes: ['identity'] as const },
    ]
    expect(classesHeld(grants, ['a'])).toEqual([])
    expect(classesHeld(grants, ['a', 'b'])).toEqual(['identity', 'plan'])
    expect(namedClasses(classesHeld(grants, ['a']), ['identity', 'plan'])).toEqual(['identity', 'plan', 'restricted'])
  })

  it.each<[string, string[], string[]]>([
    ['nobody is shut out', [], ['a', 'b']],
    ['one is shut out', ['a'], ['b']],
    ['both are', ['a', 'b'], []],
  ])('is left to those with the key on that very person: %s', (_words, shut, left) => {
    const key = { classes: ['identity', 'restricted'] as const }
    const grants = [
      { ...key, scope: 'person' as const, holderId: 'a' },
      { ...key, scope: 'person' as const, holderId: 'b' },
      { ...key, scope: 'group' as const, holderId: 'c' },
      { classes: ['identity'] as const, scope: 'person' as const, holderId: 'd' },
    ]
    expect([...leftIn(grants, new Set(shut))]).toEqual(left)
  })
})

describe('Of the 72 hours to tell the regulator', () => {
  it.each([
    ['all are left at the moment it is found', '2026-11-20T10:00:00Z', 72],
    ['the hour under way counts as gone', '2026-11-20T10:00:01Z', 71],
    ['none is left at the end', '2026-11-23T10:00:00Z', 0],
    ['it is over a second later', '2026-11-23T10:00:01Z', -1],
    ['weekends count', '2026-11-22T10:00:00Z', 24],
  ])('%s', (_words, now, left) => {
    expect(hoursLeft(toInstant('2026-11-20T10:00:00Z'), toInstant(now))).toBe(left)
  })
})

describe('Closing an entry of the breach log', () => {
  const whole = {
    consequence: 'None: nobody acted on it',
    toldPerson: 'no' as const,
    toldPersonWhy: 'No high risk',
    toldRegulator: 'no' as const,
    toldRegulatorWhy: 'Unlikely to harm anybody',
  }
  it.each([
    ['takes an entry that says it all', {}, []],
    ['asks for the consequence', { consequence: '' }, ['consequence']],
    ['asks whether the young person was told', { toldPerson: null, toldPersonWhy: '' }, ['told-person']],
    ['asks why they were not', { toldPersonWhy: '' }, ['told-person-why']],
    [
      'asks when the regulator was told',
      { toldRegulator: 'yes' as const, toldRegulatorWhy: '' },
      ['told-regulator-why'],
    ],
    [
      'asks for everything at once',
      { consequence: '', toldPerson: null, toldRegulator: null },
      ['consequence', 'told-person', 'told-regulator'],
    ],
  ])('%s', (_words, changed, missing) => {
    expect(missingToClose({ ...whole, ...changed })).toEqual(missing)
  })

  it('an address stands on the details alone, an alert on every page of a record', () => {
    expect(shownBy('address')).not.toContain('record.viewed')
    expect(shownBy('alert')).toContain('contact.form-opened')
  })

  it.each([
    ['pathway-step', 'plan.due-viewed', 'the list of what is due says which is past'],
    ['goal', 'pathway.viewed', 'a mentor works towards it'],
    ['goal', 'pathway.form-opened', 'it is offered there'],
    ['goal', 'school-data.viewed', 'their aims stand beside what is known'],
    ['goal', 'talk.viewed', 'and beside the talk'],
    ['target', 'pathway.viewed', 'open steps of the goal stand there'],
    ['adult', 'pathway.viewed', 'work with the family is with one'],
    ['absence', 'school-data.viewed', 'it is known before a talk'],
    ['reading', 'confidentiality.due-viewed', 'the list says when it was read'],
  ] as const)('who saw a %s is found by %s: %s', (what, action, _because) => {
    expect(shownBy(what)).toContain(action)
  })
})
