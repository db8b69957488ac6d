import { describe, expect, it } from 'vitest'
import { type Instant, toInstant } from '#ground/clock.ts'
import type { AuditEventId, PartnershipId } from '#ground/ids.ts'
import type { Right } from '#rooms/access/index.ts'
import type { AuditEvent } from '#rooms/audit/index.ts'
import { type Known, odditiesOf } from './looks.ts'

const NOW = toInstant('2026-11-23T10:00:00Z')
const LOOK = toInstant('2026-11-20T10:00:00Z')

function event(changed: Partial<AuditEvent> = {}): AuditEvent {
  return {
    partnershipId: 'p' as PartnershipId,
    id: 'e' as AuditEventId,
    at: LOOK,
    actorKind: 'account',
    actorId: 'a',
    organisationId: null,
    action: 'record.viewed',
    outcome: 'done',
    personIds: [],
    targetId: null,
    requestId: 'r',
    payloadHash: Buffer.alloc(0),
    ...changed,
  }
}

const right = (scope: Right['scope'], startedAt = '2026-01-01T00:00:00Z', endedAt: string | null = null): Right => ({
  holderId: 'a',
  scope,
  startedAt: toInstant(startedAt),
  endedAt: endedAt as Instant | null,
})
const known = (changed: Partial<Known> = {}): Known => ({
  family: 'Sample',
  adults: [],
  postcodes: [],
  rights: [right('person')],
  ...changed,
})

describe('Who looked: worth asking about', () => {
  it.each<[string, AuditEvent, string, Known, string[]]>([
    ['nothing, of somebody who leads', event(), 'Dana Example', known(), []],
    ['a refusal', event({ outcome: 'refused' }), 'Dana Example', known(), ['refused']],
    ['a look by somebody without a right today', event(), 'Dana Example', known({ rights: [] }), ['no-right']],
    ['the same family name', event(), 'Jo Sample', known(), ['surname']],
    ['the same, spelt with an accent', event(), 'Jo Sämple', known(), ['surname']],
    ['the name of an adult round them', event(), 'Pat Example', known({ adults: ['Pat Example'] }), ['adult']],
    ['not half of that name', event(), 'Pat Other', known({ adults: ['Pat Example'] }), []],
    [
      'a refused try by an adult round them',
      event({ outcome: 'refused' }),
      'Pat Example',
      known({ adults: ['Pat Example'] }),
      ['refused', 'adult'],
    ],
    ['nothing of a feed', event({ actorKind: 'feed' }), 'feed', known({ rights: [] }), []],
    ['a look by a role alone', event(), 'Owen Example', known({ rights: [right('partnership')] }), ['no-reason']],
    [
      'nothing of a list it stood on',
      event({ action: 'caseload.viewed' }),
      'Owen Example',
      known({ rights: [right('partnership')] }),
      [],
    ],
    [
      'nothing of a role with a right of its own besides',
      event(),
      'Owen Example',
      known({ rights: [right('partnership'), right('group')] }),
      [],
    ],
    [
      'a look by a role before the right of its own began',
      event(),
      'Owen Example',
      known({ rights: [right('partnership'), right('person', '2026-11-21T00:00:00Z')] }),
      ['no-reason'],
    ],
    [
      'a look under a right that has ended, as one without a right today',
      event(),
      'Dana Example',
      known({ rights: [right('person', '2026-01-01T00:00:00Z', '2026-11-22T00:00:00.000Z')] }),
      ['no-right'],
    ],
  ])('%s', (_words, look, name, about, odd) => {
    expect(odditiesOf(look, { name, home: undefined }, about, [look], NOW)).toEqual(odd)
  })

  it.each([
    ['the postcode of their own home', 'HX11AA', ['own-address']],
    ['another postcode', 'HX11AB', []],
    ['no postcode kept', undefined, []],
  ])('a look by somebody with %s', (_words, home, odd) => {
    const about = known({ postcodes: ['HX99ZZ', 'HX11AA'] })
    expect(odditiesOf(event(), { name: 'Dana Example', home }, about, [event()], NOW)).toEqual(odd)
  })

  it.each([
    ['a contact written down the same day', 'contact.recorded', '2026-11-20T11:00:00Z', 'a', []],
    ['a fact set a week before', 'person.detail-set', '2026-11-13T10:00:00Z', 'a', []],
    ['a contact of eight days before', 'contact.recorded', '2026-11-12T09:00:00Z', 'a', ['no-reason']],
    ['a contact of somebody else', 'contact.recorded', '2026-11-20T11:00:00Z', 'b', ['no-reason']],
    ['another look', 'record.details-viewed', '2026-11-20T11:00:00Z', 'a', ['no-reason']],
    ['a form that was only opened', 'person.edit-opened', '2026-11-20T11:00:00Z', 'a', ['no-reason']],
  ])('a look by a role alone, with %s', (_words, action, at, actorId, odd) => {
    const about = known({ rights: [right('partnership')] })
    const deed = event({ action, at: toInstant(at), actorId })
    expect(odditiesOf(event(), { name: 'Owen Example', home: undefined }, about, [event(), deed], NOW)).toEqual(odd)
  })
})
