import { describe, expect, it } from 'vitest'
import type { Instant } from '#ground/clock.ts'
import type { GrantSource, RecordClass } from '#rooms/access/index.ts'
import { type Held, SAID_CLASSES, standRound } from './rules.ts'

const at = (day: number) => `2026-11-${String(day).padStart(2, '0')}T09:00:00.000Z` as Instant

function held(who: string, source: GrantSource, classes: RecordClass[], more: Partial<Held['grant']> = {}): Held {
  const grant = { holderId: who, source, scope: 'person' as const, classes, startedAt: at(1), endedAt: null, ...more }
  return { grant, who, isYou: who === 'Dana' }
}

describe('Who stands round somebody', () => {
  it('is whoever leads first, then by name, each once with every reason', () => {
    const { round } = standRound([
      held('Zoe', 'cover', ['plan'], { startedAt: at(5), endedAt: at(20) }),
      held('Ann', 'team', ['identity'], { scope: 'group' }),
      held('Dana', 'lead-adviser', ['plan'], { startedAt: at(3) }),
      held('Zoe', 'deployment', ['learning'], { startedAt: at(2), endedAt: at(9) }),
    ])
    expect(round.map(one => [one.who, one.isYou, one.sources, one.since, one.until])).toEqual([
      ['Dana', true, ['lead-adviser'], at(3), null],
      ['Ann', false, ['team'], at(1), null],
      ['Zoe', false, ['cover', 'deployment'], at(2), at(20)],
    ])
  })

  it('reads what any right of theirs opens, and not the rest', () => {
    const [one] = standRound([
      held('Zoe', 'cover', ['plan']),
      held('Zoe', 'role', ['identity', 'audit'], { scope: 'partnership' }),
    ]).round
    expect(one?.reads).toEqual(['identity', 'plan'])
    expect(one?.readsNot).toEqual(SAID_CLASSES.filter(c => c !== 'identity' && c !== 'plan'))
  })

  it('counts, and does not name, who has a right by their office alone', () => {
    expect(
      standRound([
        held('Owen', 'role', ['identity'], { scope: 'partnership' }),
        held('Owen', 'supervision', ['plan']),
        held('Gwen', 'protection', ['identity']),
      ]),
    ).toEqual({ round: [], byOffice: 2 })
  })
})
