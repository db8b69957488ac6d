import { describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import type { OrganisationId, RowId } from '#ground/ids.ts'
import { type Asked, askedLines, type Mark, spanOf } from './rules.ts'

const asked = (fromId: string, purpose: string, count: number, notTask = ''): Asked => ({
  ...{ protocolId: `${fromId}${purpose}` as RowId, fromId: fromId as OrganisationId, purpose, notTask, count },
})

describe('What advisers are asked for', () => {
  it.each<[string, readonly Asked[], readonly (readonly [string, number, boolean, Mark | undefined])[]]>([
    [
      'none and few read alike',
      [asked('a', 'x', 0), asked('a', 'y', 4)],
      [
        ['x', 0, true, undefined],
        ['y', 0, true, undefined],
      ],
    ],
    ['to the nearest five', [asked('a', 'x', 12)], [['x', 10, false, undefined]]],
    [
      'most of what one agency sends',
      [asked('a', 'x', 3), asked('a', 'y', 21)],
      [
        ['y', 20, false, 'most'],
        ['x', 0, true, undefined],
      ],
    ],
    [
      'half is not most',
      [asked('a', 'x', 10), asked('a', 'y', 10)],
      [
        ['x', 10, false, undefined],
        ['y', 10, false, undefined],
      ],
    ],
    [
      'most is no task of theirs',
      [asked('a', 'x', 6), asked('a', 'y', 20, 'Behaviour')],
      [
        ['y', 20, false, 'most-not-task'],
        ['x', 5, false, undefined],
      ],
    ],
    [
      'some is no task of theirs',
      [asked('a', 'x', 20), asked('a', 'y', 6, 'Behaviour')],
      [
        ['x', 20, false, 'most'],
        ['y', 5, false, 'not-task'],
      ],
    ],
    ['few of it is never most', [asked('a', 'y', 4, 'Behaviour')], [['y', 0, true, 'not-task']]],
    [
      'by agency',
      [asked('a', 'x', 10), asked('b', 'y', 30, 'Behaviour')],
      [
        ['x', 10, false, undefined],
        ['y', 30, false, 'most-not-task'],
      ],
    ],
  ])('%s', (_what, rows, lines) => {
    expect(askedLines(rows).map(one => [one.purpose, one.told.value, one.told.isFew, one.mark])).toEqual(lines)
  })

  it('is of whole school years', () => {
    expect(spanOf('this', toDay('2026-11-23'))).toEqual({ from: '2026-09-01', to: '2027-08-31' })
    expect(spanOf('last', toDay('2026-11-23'))).toEqual({ from: '2025-09-01', to: '2026-08-31' })
    expect(spanOf('this', toDay('2027-08-31'))).toEqual({ from: '2026-09-01', to: '2027-08-31' })
  })
})
