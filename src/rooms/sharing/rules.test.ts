import { describe, expect, it } from 'vitest'
import { ADVISER_CLASSES, type RecordClass } from '#rooms/access/index.ts'
import { leftIn, namedClasses } from './rules.ts'

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
  ])('is %s', (_words, held, everyday, seen) => {
    expect(namedClasses(held, everyday)).toEqual(seen)
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
