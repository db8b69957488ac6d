import { sql } from 'kysely'
import { v7 } from 'uuid'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { toInstant } from '#ground/clock.ts'
import { type Acting, asHouse, query, type Tx } from '#ground/database/tx.ts'
import { newId, type PartnershipId, type PersonId } from '#ground/ids.ts'
import { acting, openTestDatabase } from '#test/database.ts'
import {
  anchorText,
  beginEpoch,
  passingKey,
  record,
  SEAL_BATCH,
  sealPending,
  type Verdict,
  verifyLog,
} from './index.ts'

const test = await openTestDatabase()
const { database } = test
const key = passingKey()
const at = toInstant('2026-11-23T09:52:00Z')
let me: Acting

beforeEach(() => {
  me = acting({ partnershipId: newId<'partnership'>(at) as PartnershipId, actorId: v7() })
})

const happen = (action = 'record.viewed', payload: Record<string, unknown> = { words: 'made up' }) =>
  database.transaction(me, tx => record(tx, { action, payload }))
const seal = (with_ = key) =>
  database.transaction(me, tx => asHouse(tx, 'a test', worker => sealPending(worker, with_)))
const verify = (since?: string, with_ = key): Promise<Verdict> =>
  database.transaction(me, tx => asHouse(tx, 'a test', worker => verifyLog(worker, with_, since)), {
    isolation: 'repeatable read',
  })
/** As the owner of the tables, who passes by row security: what somebody with the database's password could do. */
const tamper = (text: string) => sql.raw(text.replaceAll('$p', `'${me.partnershipId}'`)).execute(test.owner)
const count = async (table: string): Promise<number> => {
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from ${sql.table(`app.${table}`)} where partnership_id = ${me.partnershipId}`.execute(
    test.owner,
  )
  return rows[0]?.n ?? -1
}

/** Five events under one root, then three under a second. */
async function twoSeals(): Promise<string> {
  for (let n = 0; n < 5; n++) await happen('record.viewed', { n })
  await seal()
  const anchor = anchorText((await verify()).lastRoot ?? fail())
  for (let n = 5; n < 8; n++) await happen('record.viewed', { n })
  await seal()
  return anchor
}

function fail(): never {
  throw new Error('there is no root')
}

const faultsOf = (verdict: Verdict) => verdict.findings.map(found => found.fault)

describe('An event', () => {
  it('is not there when what it tells of was undone', async () => {
    const undone = database.transaction(me, async tx => {
      await record(tx, { action: 'record.changed' })
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect([await count('audit_event'), await count('audit_payload'), await count('audit_pending')]).toEqual([0, 0, 0])
  })

  it('tells who, for whom, when and about whom; what was typed stands apart, salted', async () => {
    const person = newId<'person'>(at) as PersonId
    await database.transaction({ ...me, reason: 'asked to' }, tx =>
      record(tx, { action: 'record.found', about: [person, person], payload: { typed: 'robin sample' } }),
    )
    const { rows } = await sql<{ person_ids: string[]; actor_id: string; payload: string; salt: Buffer }>`
      select e.person_ids, e.actor_id, p.payload, p.salt from app.audit_event e
      join app.audit_payload p on p.event_id = e.id where e.partnership_id = ${me.partnershipId}`.execute(test.owner)
    expect(rows).toMatchObject([{ person_ids: [person], actor_id: me.actorId }])
    expect(JSON.parse(rows[0]?.payload ?? '')).toEqual({ reason: 'asked to', typed: 'robin sample' })
    expect(rows[0]?.salt).toHaveLength(32)
  })

  it.each([
    ['change events', `update audit_event set action = 'nothing.happened'`],
    ['delete events', 'delete from audit_event'],
    ['read what was typed', 'select payload from audit_payload'],
    ['change what was typed', `update audit_payload set payload = ''`],
    ['delete what was typed', 'delete from audit_payload'],
    ['take events out of the sealer’s queue', 'delete from audit_pending'],
    ['see the queue', 'select event_id from audit_pending'],
    ['see positions', 'select position from audit_leaf'],
    ['add a root', 'insert into audit_root select * from audit_root'],
    ['empty the log', 'truncate audit_event'],
  ])('cannot be touched by the program: it may not %s', async (_words, text) => {
    await happen()
    await expect(database.transaction(me, tx => query(tx, text))).rejects.toThrow(/permission denied/)
  })

  it.each([
    ['change events', `update audit_event set action = 'nothing.happened'`],
    ['delete events', 'delete from audit_event'],
    ['change what was typed', `update audit_payload set payload = ''`],
    ['delete what was typed', 'delete from audit_payload'],
    ['change positions', 'update audit_leaf set position = position + 1'],
    ['delete roots', 'delete from audit_root'],
  ])('cannot be touched by the house either: it may not %s', async (_words, text) => {
    await happen()
    const trying = database.transaction(me, tx => asHouse(tx, 'a test', worker => query(worker, text)))
    await expect(trying).rejects.toThrow(/permission denied/)
  })
})

describe('Sealing', () => {
  it('gives every event a place under a signed root, and the log is whole', async () => {
    await twoSeals()
    expect(await verify()).toMatchObject({ findings: [], sealed: 8, waiting: 0, erased: 0, roots: 2 })
  })

  it('does nothing when nothing waits', async () => {
    expect(await seal()).toBe(0)
    expect(await count('audit_root')).toBe(0)
  })

  it('takes an event that commits late into the next seal, though its id is older', async () => {
    let finish: () => void = () => {}
    const held = new Promise<void>(resolve => {
      finish = resolve
    })
    let written: () => void = () => {}
    const begun = new Promise<void>(resolve => {
      written = resolve
    })
    const late = database.transaction(me, async tx => {
      await record(tx, { action: 'record.late' })
      written()
      await held
    })
    await begun
    await happen()
    expect(await seal()).toBe(1)
    finish()
    await late
    expect(await verify()).toMatchObject({ findings: [], sealed: 1, waiting: 1 })
    expect(await seal()).toBe(1)
    expect(await verify()).toMatchObject({ findings: [], sealed: 2, waiting: 0 })
  })

  it('is done once by two sealers at once', async () => {
    for (let n = 0; n < 20; n++) await happen()
    const sealed = await Promise.all([seal(), seal(), seal()])
    expect(sealed.toSorted((a, b) => b - a)).toEqual([20, 0, 0])
    expect(await verify()).toMatchObject({ findings: [], sealed: 20, roots: 1 })
  })

  it('seals no more than a batch at a time and goes on where it was', async () => {
    await database.transaction(me, async tx => {
      for (let n = 0; n < SEAL_BATCH + 5; n++) await record(tx, { action: 'record.viewed', payload: {} })
    })
    expect([await seal(), await seal(), await seal()]).toEqual([SEAL_BATCH, 5, 0])
    expect(await verify()).toMatchObject({ findings: [], sealed: SEAL_BATCH + 5, roots: 2 })
  })

  it('stops rather than go on from a frontier that was altered', async () => {
    await twoSeals()
    await tamper(`update app.audit_root set frontier = sha256('x') where partnership_id = $p and size = 8`)
    await happen()
    await expect(seal()).rejects.toThrow(/does not fit its frontier/)
    expect(await verify()).toMatchObject({ sealed: 8, waiting: 1 })
  })

  it('begins a new epoch after a restore, with its reason, chained to the one before', async () => {
    await twoSeals()
    await inHouse(worker => beginEpoch(worker, key, 'Restored from the backup of Monday'))
    await happen()
    await seal()
    expect(await verify()).toMatchObject({ findings: [], sealed: 9, roots: 4, lastRoot: { epoch: 2, size: 1 } })
    await tamper(
      `update app.audit_root set reason = 'nothing happened' where partnership_id = $p and reason is not null`,
    )
    expect(faultsOf(await verify())).toContain('signature-wrong')
  })
})

describe('A log that somebody changed is found out when they', () => {
  const THIRD = `(select event_id from app.audit_leaf where partnership_id = $p and position = 2)`

  it.each([
    [
      'change who did it',
      `update app.audit_event set actor_id = gen_random_uuid() where id = ${THIRD}`,
      ['event-changed', 'root-does-not-match'],
    ],
    [
      'change one letter of what was done',
      `update app.audit_event set action = 'record.vieved' where id = ${THIRD}`,
      ['event-changed', 'root-does-not-match'],
    ],
    [
      'make a refusal a success',
      `update app.audit_event set outcome = 'refused' where id = ${THIRD}`,
      ['event-changed', 'root-does-not-match'],
    ],
    [
      'move it by a millisecond',
      `update app.audit_event set at = at + interval '1 ms' where id = ${THIRD}`,
      ['event-changed', 'root-does-not-match'],
    ],
    [
      'take somebody off the list of those shown',
      `update app.audit_event set person_ids = '{${v7()}}' where id = ${THIRD}`,
      ['event-changed', 'root-does-not-match'],
    ],
    [
      'flip a bit of a payload’s hash',
      `update app.audit_event set payload_hash = set_bit(payload_hash, 7, 1 - get_bit(payload_hash, 7)) where id = ${THIRD}`,
      ['event-changed', 'root-does-not-match'],
    ],
    [
      'change what was typed',
      `update app.audit_payload set payload = '{}' where event_id = ${THIRD}`,
      ['payload-changed'],
    ],
    [
      'change the salt',
      `update app.audit_payload set salt = sha256('x') where event_id = ${THIRD}`,
      ['payload-changed'],
    ],
    [
      'swap what was typed between two events',
      `with two as (select event_id, payload, row_number() over (order by event_id) as n from app.audit_payload where partnership_id = $p order by event_id limit 2)
       update app.audit_payload p set payload = o.payload from two t join two o on o.n = 3 - t.n where p.event_id = t.event_id`,
      ['payload-changed', 'payload-changed'],
    ],
    [
      'take an event out',
      `delete from app.audit_payload where event_id = ${THIRD}; delete from app.audit_event where id = ${THIRD}`,
      ['event-missing'],
    ],
    [
      'change a leaf to fit a changed event',
      `update app.audit_leaf set leaf_hash = sha256('x') where partnership_id = $p and position = 2`,
      ['event-changed'],
    ],
    [
      'take a position out',
      `delete from app.audit_leaf where partnership_id = $p and position = 2`,
      ['position-missing', 'never-sealed'],
    ],
    [
      'take the first position out',
      `delete from app.audit_leaf where partnership_id = $p and position = 0`,
      ['position-missing', 'never-sealed'],
    ],
    [
      'swap two positions',
      `update app.audit_leaf set position = position + 100 where partnership_id = $p and position in (1, 2);
       update app.audit_leaf set position = 2 where partnership_id = $p and position = 101;
       update app.audit_leaf set position = 1 where partnership_id = $p and position = 102`,
      ['root-does-not-match'],
    ],
    [
      'add an event at the end',
      `${copyOf('gen_random_uuid()')};
       insert into app.audit_leaf (partnership_id, epoch, position, event_id, leaf_hash)
       select $p, 1, 8, id, sha256('x') from app.audit_event where partnership_id = $p and request_id = 'copied'`,
      ['event-changed', 'root-missing'],
    ],
    ['slip a copy in without a place', copyOf('gen_random_uuid()'), ['never-sealed']],
    [
      'keep events from being sealed',
      `${copyOf('gen_random_uuid()')}; ${copyOf('gen_random_uuid()')}`,
      ['never-sealed'],
    ],
    [
      'cut the events off but not the root',
      `delete from app.audit_leaf where partnership_id = $p and position >= 6`,
      ['position-missing', 'never-sealed'],
    ],
    ['cut the last root off', `delete from app.audit_root where partnership_id = $p and size = 8`, ['root-missing']],
    ['take the first root out', `delete from app.audit_root where partnership_id = $p and size = 5`, ['chain-broken']],
    [
      'change a root’s moment',
      `update app.audit_root set made_at = made_at + interval '1 day' where partnership_id = $p and size = 5`,
      ['signature-wrong', 'chain-broken'],
    ],
    [
      'change a root’s hash',
      `update app.audit_root set root_hash = sha256('x') where partnership_id = $p and size = 8`,
      ['root-does-not-match', 'signature-wrong'],
    ],
    [
      'change a signature',
      `update app.audit_root set signature = set_bit(signature, 0, 1 - get_bit(signature, 0)) where partnership_id = $p and size = 8`,
      ['signature-wrong'],
    ],
    [
      'cut a frontier short',
      `update app.audit_root set frontier = 'x' where partnership_id = $p and size = 8`,
      ['frontier-wrong'],
    ],
    [
      'put another frontier in',
      `update app.audit_root set frontier = sha256('x') where partnership_id = $p and size = 8`,
      ['frontier-wrong'],
    ],
  ])('%s', async (_words, text, faults) => {
    await twoSeals()
    await tamper(text)
    expect(new Set(faultsOf(await verify()))).toEqual(new Set(faults))
  })

  it('rewrite everything from one row on and sign it with a key of their own', async () => {
    const anchor = await twoSeals()
    const forger = passingKey()
    await tamper(`update app.audit_event set action = 'record.nothing' where partnership_id = $p and id = ${THIRD};
      insert into app.audit_pending select partnership_id, event_id from app.audit_leaf where partnership_id = $p;
      delete from app.audit_leaf where partnership_id = $p; delete from app.audit_root where partnership_id = $p`)
    await seal(forger)
    expect(faultsOf(await verify(undefined, forger))).toEqual([])
    expect(faultsOf(await verify())).toEqual(['signature-wrong'])
    expect(faultsOf(await verify(anchor, forger))).toEqual(['anchor-not-met'])
  })

  it('cut the log off at a root: only an anchor kept outside tells', async () => {
    const early = await twoSeals()
    const late = anchorText((await verify()).lastRoot ?? fail())
    await tamper(`create temporary table gone on commit drop as select event_id from app.audit_leaf where partnership_id = $p and position >= 5;
      delete from app.audit_payload where event_id in (select event_id from gone);
      delete from app.audit_leaf where event_id in (select event_id from gone);
      delete from app.audit_event where id in (select event_id from gone);
      delete from app.audit_root where partnership_id = $p and size = 8`)
    expect(await verify()).toMatchObject({ findings: [], sealed: 5 })
    expect(faultsOf(await verify(early))).toEqual([])
    expect(faultsOf(await verify(late))).toEqual(['anchor-not-met'])
  })

  it('give an anchor of another partnership, or one that cannot be read', async () => {
    const anchor = await twoSeals()
    expect(faultsOf(await verify(anchor.replace(me.partnershipId, v7())))).toEqual(['anchor-not-met'])
    expect(faultsOf(await verify('not an anchor'))).toEqual(['anchor-unreadable'])
    expect(faultsOf(await verify(`${anchor}\n`))).toEqual([])
  })
})

describe('Erasing what was typed', () => {
  it('leaves the proof whole and is counted', async () => {
    await twoSeals()
    await tamper(
      `delete from app.audit_payload where partnership_id = $p and event_id in (select event_id from app.audit_leaf where partnership_id = $p and position < 3)`,
    )
    expect(await verify()).toMatchObject({ findings: [], sealed: 8, erased: 3 })
  })
})

describe('Two partnerships', () => {
  it('have logs of their own: what happens to one is not in the other', async () => {
    await twoSeals()
    const mine = me
    me = acting({ partnershipId: newId<'partnership'>(at) as PartnershipId })
    await happen()
    await seal()
    await tamper(`update app.audit_event set action = 'record.nothing' where partnership_id = $p`)
    expect(faultsOf(await verify())).toEqual(['event-changed', 'root-does-not-match'])
    me = mine
    expect(await verify()).toMatchObject({ findings: [], sealed: 8 })
  })
})

afterAll(() => {
  expect(database.stats.waiting).toBe(0)
})

function inHouse<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return database.transaction(me, tx => asHouse(tx, 'a test', work))
}

/** A second event like the first. */
function copyOf(id: string): string {
  return `insert into app.audit_event (partnership_id, id, at, actor_kind, actor_id, action, outcome, request_id, payload_hash)
    select partnership_id, ${id}, at, actor_kind, actor_id, action, outcome, 'copied', payload_hash from app.audit_event where partnership_id = $p
    order by id limit 1`
}
