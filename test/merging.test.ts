/** Joining two records and taking them apart: every row goes, every row comes back, and nobody sees more than they had a right to. */
import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { RowId } from '#ground/ids.ts'
import { assignLead } from '#rooms/deployment/index.ts'
import { compare, findUndoable, mergePeople } from '#rooms/matching/index.ts'
import { setDetail } from '#rooms/people/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { dumpOf } from '#test/dump.ts'
import { eventsOf, openTestHouse } from '#test/house.ts'
import { PERSONAL } from '#test/personal-rows.ts'
import { happening, type Scene, twoRecords } from '#test/two-records.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
const { scene, person, happen, join, part, raw } = twoRecords(test, house)

const FIELDS = [
  'legal',
  'preferred',
  'sex',
  'ethnicity',
  'address',
  'safe-contact',
  'lead',
  'activity',
  'support-level',
] as const
const history = fc.array(fc.tuple(fc.boolean(), happening), { minLength: 0, maxLength: 14 })
/** Above all rights: a lead, emergency access, a place, a list, on either. */
const rights = fc.array(
  fc.tuple(
    fc.boolean(),
    fc.record({
      what: fc.constantFrom('lead' as const, 'glass' as const, 'place' as const, 'list' as const),
      n: fc.nat(2),
    }),
  ),
  { minLength: 3, maxLength: 6 },
)
const choices = fc.dictionary(fc.constantFrom(...FIELDS), fc.constantFrom('keep' as const, 'join' as const), {
  maxKeys: 9,
})

async function pairOf(s: Scene) {
  return { a: await person(s, 'Amira'), b: await person(s, 'Amirah') }
}

describe('Two records of one young person', () => {
  it('joined and taken apart are as they were, whatever had happened on either and whatever was chosen', async () => {
    const s = await scene()
    await fc.assert(
      fc.asyncProperty(history, choices, async (happened, chosen) => {
        const { a, b } = await pairOf(s)
        for (const [n, [onA, h]] of happened.entries()) await happen(s, onA ? a : b, h, n)
        house.clock.advance(60_000)
        const before = await dumpOf(test, s.partnership.id)
        const joined = await join(s, a, b, chosen)
        if (!joined.ok) throw new Error(joined.why)
        const between = await dumpOf(test, s.partnership.id)
        for (const table of Object.keys(before)) expect(between[table]?.length, table).toBe(before[table]?.length)
        house.clock.advance(60_000)
        expect((await part(s, joined.value)).ok).toBe(true)
        expect(await dumpOf(test, s.partnership.id)).toEqual(before)
      }),
      { numRuns: 8 },
    )
  }, 120_000)

  it('joined one after another into a third, are taken apart the newest first, back to what they were', async () => {
    const s = await scene()
    const { a, b } = await pairOf(s)
    const c = await person(s, 'Amyra')
    for (const [n, id] of [a, b, c, b, a].entries()) {
      await happen(s, id, { what: 'lead', n }, n)
      await happen(s, id, { what: 'contact', n }, n)
      await happen(s, id, { what: 'place', n }, n)
      await happen(s, id, { what: 'address', n }, n)
    }
    house.clock.advance(60_000)
    const before = await dumpOf(test, s.partnership.id)
    const first = await join(s, a, b)
    house.clock.advance(60_000)
    const second = await join(s, c, a)
    if (!first.ok || !second.ok) throw new Error('not joined')
    expect(await part(s, first.value)).toEqual({ ok: false, why: 'newer' })
    expect((await part(s, second.value)).ok).toBe(true)
    expect((await part(s, first.value)).ok).toBe(true)
    expect(await dumpOf(test, s.partnership.id)).toEqual(before)
    expect(await part(s, first.value)).toEqual({ ok: false, why: 'unknown' })
  })

  it('joined: no row of any personal table is left on the one that went but days set aside, and it is merged into the other', async () => {
    const s = await scene()
    const { a, b } = await pairOf(s)
    for (const [n, h] of (['contact', 'concern', 'adult', 'glass', 'question', 'alert'] as const).entries())
      await happen(s, b, { what: h, n }, n)
    await happen(s, b, { what: 'source', n: 0 }, 0)
    const joined = await join(s, a, b)
    expect(joined.ok).toBe(true)
    const dump = await dumpOf(test, s.partnership.id)
    const left = Object.entries(dump).flatMap(([table, lines]) =>
      lines.filter(line => line.includes(`"person_id": "${b}"`)).map(line => `${table} ${line}`),
    )
    // What ended with the right of whoever broke the glass is history of the record that went.
    expect(left.filter(line => !/^access_(grant|member) .*"ended_at": "/.test(line))).toEqual([])
    const [gone] = (dump['person'] ?? []).filter(line => line.includes(`"id": "${b}"`))
    expect(gone).toContain(`"merged_into": "${a}"`)
    expect((dump['intake_question'] ?? []).join()).not.toContain(b)
  })

  it('a joining that fails in its last step changes nothing', async () => {
    const s = await scene()
    const { a, b } = await pairOf(s)
    for (const [n, id] of [a, b].entries()) {
      await happen(s, id, { what: 'lead', n }, n)
      await happen(s, id, { what: 'contact', n }, n)
    }
    const before = await dumpOf(test, s.partnership.id)
    await raw(`create function app.fails() returns trigger language plpgsql as 'begin raise exception ''cut off''; end';
      create trigger fails before insert on app.outbox_message for each row execute function app.fails()`)
    await expect(join(s, a, b)).rejects.toThrow('cut off')
    await raw('drop trigger fails on app.outbox_message; drop function app.fails')
    expect(await dumpOf(test, s.partnership.id)).toEqual(before)
    const { rows } = await sql`select 1 from app.person_merge where origin_person_id = ${a}`.execute(test.owner)
    expect(rows).toEqual([])
  })
})

describe('What happened since', () => {
  it('stays or goes, row by row, and nothing of it is lost; what stood before stands again', async () => {
    const s = await scene()
    const { a, b } = await pairOf(s)
    await happen(s, a, { what: 'detail', field: 'sex', n: 0 }, 0)
    await happen(s, b, { what: 'detail', field: 'sex', n: 1 }, 1)
    const joined = await join(s, a, b, { sex: 'keep' })
    if (!joined.ok) throw new Error(joined.why)
    await happen(s, a, { what: 'adult', n: 3 }, 2)
    await happen(s, a, { what: 'identifier', n: 2 }, 3)
    await happen(s, a, { what: 'contact', n: 3 }, 4)
    const rows = await sql<{ id: string }>`
      select id from app.person_identifier where person_id = ${a} and replaced_at is null`.execute(test.owner)
    expect((await part(s, joined.value, { [`person_identifier.${rows.rows[0]?.id}`]: 'goes' })).ok).toBe(true)
    const where = await sql<{ table: string; person_id: string }>`
      select 'adult' as table, person_id from app.person_adult where person_id in (${a}, ${b})
      union all select 'identifier', person_id from app.person_identifier where person_id in (${a}, ${b})
      union all select 'contact', person_id from app.contact where person_id in (${a}, ${b})
      union all select 'sex ' || value, person_id from app.person_detail where person_id in (${a}, ${b}) and field = 'sex' and replaced_at is null
      order by 1`.execute(test.owner)
    expect(where.rows).toEqual([
      { table: 'adult', person_id: a },
      { table: 'contact', person_id: a },
      { table: 'identifier', person_id: b },
      { table: 'sex F', person_id: a },
      { table: 'sex M', person_id: b },
    ])
  })

  it('is never lost, whatever it was and wherever it goes: every row is still there, on one of the two', async () => {
    const s = await scene()
    await fc.assert(
      fc.asyncProperty(
        history,
        choices,
        fc.array(happening, { maxLength: 8 }),
        fc.infiniteStream(fc.boolean()),
        async (happened, chosen, since, goes) => {
          const { a, b } = await pairOf(s)
          for (const [n, [onA, h]] of happened.entries()) await happen(s, onA ? a : b, h, n)
          house.clock.advance(60_000)
          const joined = await join(s, a, b, chosen)
          if (!joined.ok) throw new Error(joined.why)
          for (const [n, h] of since.entries()) await happen(s, a, h, n)
          house.clock.advance(60_000)
          const between = await dumpOf(test, s.partnership.id)
          const asked = await test.database.transaction(s.officer.acting(), tx => findUndoable(tx, joined.value))
          const places = (asked?.since ?? []).map(
            one => [one.name, goes.next().value === true ? 'goes' : 'stays'] as const,
          )
          const parted = await part(s, joined.value, Object.fromEntries(places))
          if (!parted.ok) {
            expect(parted.why).toBe('overlap')
            return
          }
          const after = await dumpOf(test, s.partnership.id)
          for (const table of Object.keys(between)) expect(after[table]?.length, table).toBe(between[table]?.length)
          const chosenRows = places.filter(([name]) => !name.startsWith('activity_spell'))
          for (const [name, place] of chosenRows) {
            const [table = '', id = ''] = name.split('.')
            const line = after[table]?.find(one => one.includes(`"id": "${id}"`))
            expect(line, name).toContain(`"person_id": "${place === 'goes' ? b : a}"`)
          }
        },
      ),
      { numRuns: 8 },
    )
  }, 120_000)

  it('said anew of what stood before is not overwritten by taking them apart', async () => {
    const s = await scene()
    const { a, b } = await pairOf(s)
    await happen(s, a, { what: 'detail', field: 'ethnicity', n: 0 }, 0)
    await happen(s, b, { what: 'detail', field: 'ethnicity', n: 1 }, 1)
    const joined = await join(s, a, b, { ethnicity: 'join' })
    if (!joined.ok) throw new Error(joined.why)
    house.clock.advance(60_000)
    const source = { kind: 'young-person', organisationId: null, saidOn: house.clock.today() } as const
    await test.database.transaction(s.officer.acting(), tx => setDetail(tx, a, 'ethnicity', 'NOBT', source))
    expect((await part(s, joined.value)).ok).toBe(true)
    const stands = await sql<{ value: string; person_id: string }>`
      select value, person_id from app.person_detail where person_id in (${a}, ${b}) and field = 'ethnicity' and replaced_at is null order by value`.execute(
      test.owner,
    )
    expect(stands.rows).toEqual([{ value: 'NOBT', person_id: a }])
  })

  it('a new lead goes on, and the one of before is not set beside them', async () => {
    const s = await scene()
    const { a, b } = await pairOf(s)
    await happen(s, a, { what: 'lead', n: 0 }, 0)
    await happen(s, b, { what: 'lead', n: 1 }, 1)
    const joined = await join(s, a, b, { lead: 'join' })
    if (!joined.ok) throw new Error(joined.why)
    house.clock.advance(60_000)
    const [, , third] = s.advisers
    if (!third) throw new Error('no third adviser')
    await test.database.transaction(s.officer.acting(), tx =>
      assignLead(tx, a, { accountId: third.accountId, isIntensive: false, reason: 'A test' }),
    )
    expect((await part(s, joined.value)).ok).toBe(true)
    const open = await sql<{ person_id: string; account_id: string }>`
      select person_id, account_id from app.lead_adviser where person_id in (${a}, ${b}) and finished_on is null`.execute(
      test.owner,
    )
    expect(open.rows).toEqual([{ person_id: a, account_id: third.accountId }])
  })
})

describe('Rights over a joined record', () => {
  /** Every row of the two records a holder sees, as the program under row security. */
  async function seenBy(s: Scene, holder: string, ids: readonly string[]): Promise<string[]> {
    const me = { ...s.officer.acting(), holders: [holder], actorId: null }
    return test.database.transaction(me, async tx => {
      const rows: string[] = []
      for (const table of Object.keys(PERSONAL).filter(name => name !== 'person' && name !== 'person_merge')) {
        const found = await sql<{ id: string }>`
          select id from ${sql.table(table)} where person_id = any(${[...ids]}::uuid[])`.execute(tx.db)
        rows.push(...found.rows.map(row => `${table} ${row.id}`))
      }
      return rows.toSorted()
    })
  }

  it('nobody sees a row they could not see before, unless their right rests on what goes on: the lead, their team and cover, a place', async () => {
    const s = await scene()
    await fc.assert(
      fc.asyncProperty(rights, history, choices, async (given, others, chosen) => {
        const happened = [...given, ...others.slice(0, 6)]
        const { a, b } = await pairOf(s)
        for (const [n, [onA, h]] of happened.entries()) await happen(s, onA ? a : b, h, n)
        house.clock.advance(60_000)
        const holders = [...s.advisers, ...s.leaders, s.tracker, s.cover].map(c => c.accountId as string)
        const all = [...holders, ...s.schools]
        const before = new Map<string, string[]>()
        for (const holder of all) before.set(holder, await seenBy(s, holder, [a, b]))
        const joined = await join(s, a, b, chosen)
        if (!joined.ok) throw new Error(joined.why)
        const lead = await sql<{ account_id: string }>`
          select account_id from app.lead_adviser where person_id = ${a} and finished_on is null`.execute(test.owner)
        const places = await sql<{ id: string }>`
          select organisation_id as id from app.enrolment where person_id in (${a}, ${b}) and finished_on is null`.execute(
          test.owner,
        )
        const led = s.advisers.findIndex(c => c.accountId === lead.rows[0]?.account_id)
        const carried = new Set<string | undefined>([
          lead.rows[0]?.account_id,
          ...places.rows.map(row => row.id),
          ...(led === 0 ? [s.cover.accountId as string] : []),
          ...(led >= 0 ? [s.leaders[led === 2 ? 1 : 0]?.accountId as string] : []),
        ])
        for (const holder of all) {
          const now = await seenBy(s, holder, [a, b])
          const more = now.filter(row => !before.get(holder)?.includes(row))
          if (!carried.has(holder)) expect(more, holder).toEqual([])
        }
        const [event] = (await eventsOf(test, { target: joined.value })).filter(e => e.action === 'record.joined')
        expect(event?.person_ids).toEqual([a, b])
      }),
      { numRuns: 8 },
    )
  }, 120_000)

  it('the lead who is chosen sees both halves; the other stops, and both are told', async () => {
    const s = await scene()
    const { a, b } = await pairOf(s)
    const [dana, imran] = s.advisers
    if (!dana || !imran) throw new Error('no advisers')
    await happen(s, a, { what: 'lead', n: 0 }, 0)
    await happen(s, b, { what: 'lead', n: 1 }, 1)
    await happen(s, a, { what: 'contact', n: 0 }, 2)
    await happen(s, b, { what: 'contact', n: 1 }, 3)
    const joined = await join(s, a, b, { lead: 'join' })
    if (!joined.ok) throw new Error(joined.why)
    const contacts = async (holder: string) => (await seenBy(s, holder, [a])).filter(row => row.startsWith('contact '))
    expect(await contacts(imran.accountId)).toHaveLength(2)
    expect(await contacts(dana.accountId)).toHaveLength(0)
    const told = await sql<{ account_id: string }>`
      select account_id from app.notice where kind = 'record.joined' and target_id = ${joined.value} order by account_id`.execute(
      test.owner,
    )
    expect(told.rows.map(row => row.account_id)).toEqual([dana.accountId, imran.accountId].toSorted())
    const ended = await sql<{ why: string }>`
      select ended_why as why from app.lead_adviser where account_id = ${dana.accountId} and person_id = ${a}`.execute(
      test.owner,
    )
    expect(ended.rows).toEqual([{ why: 'Joined with another record' }])
  })

  it('a right of somebody who left meanwhile is not given back', async () => {
    const s = await scene()
    const { a, b } = await pairOf(s)
    await happen(s, b, { what: 'glass', n: 0 }, 0)
    const joined = await join(s, a, b)
    if (!joined.ok) throw new Error(joined.why)
    await raw(
      `update app.membership set finished_on = '2026-11-23', started_on = '2026-01-01' where account_id = '${s.advisers[0]?.accountId}'`,
    )
    expect((await part(s, joined.value)).ok).toBe(true)
    expect(await seenBy(s, s.advisers[0]?.accountId ?? '', [b])).toEqual([])
  })
})

describe('At the same time', () => {
  it('two joinings of one record: one of them happens, the other finds nothing', async () => {
    const s = await scene()
    const { a, b } = await pairOf(s)
    const c = await person(s, 'Amyra')
    const outcomes = await Promise.all([join(s, a, b), join(s, c, b)].map(one => one.catch((e: unknown) => String(e))))
    expect(outcomes.filter(o => typeof o === 'object' && o.ok)).toHaveLength(1)
    expect(outcomes.filter(o => typeof o === 'object' && !o.ok && o.why === 'unknown')).toHaveLength(1)
  })

  it('two joinings in a ring do not wait for each other for ever', async () => {
    const s = await scene()
    const { a, b } = await pairOf(s)
    const outcomes = await Promise.all([join(s, a, b), join(s, b, a)])
    expect(outcomes.filter(o => o.ok)).toHaveLength(1)
  })

  it('who saved first is waited for and looked at again; who saves while it goes on follows to the record that stays', async () => {
    const s = await scene()
    const { a, b } = await pairOf(s)
    const source = { kind: 'staff', organisationId: null, saidOn: house.clock.today() } as const
    const first = gate()
    const saving = test.database.transaction(s.officer.acting(), async tx => {
      await setDetail(tx, b, 'sex', 'F', source)
      first.reached()
      await first.open
    })
    await first.at
    const joining = join(s, a, b)
    await pause()
    first.release()
    await saving
    // What was compared is no longer what is there: it is looked at again.
    expect(await joining).toEqual({ ok: false, why: 'stale' })
    expect((await join(s, a, b)).ok).toBe(true)

    const { a: x, b: y } = await pairOf(s)
    const second = gate()
    const joiningThen = test.database.transaction(s.officer.acting(), async tx => {
      const seen = await compare(tx, { keep: x, join: y }, undefined)
      const wanted = { keep: x, join: y, choices: {}, reason: 'A test', despite: 'A test', stamp: seen?.stamp ?? '' }
      const made = await mergePeople(tx, wanted, undefined)
      second.reached()
      await second.open
      return made
    })
    await second.at
    const savingThen = test.database.transaction(s.officer.acting(), tx => setDetail(tx, y, 'gender', '1', source))
    await pause()
    second.release()
    const made = await joiningThen
    await savingThen
    const where = await sql<{ person_id: string; origin_person_id: string }>`
      select person_id, origin_person_id from app.person_detail where origin_person_id in (${b}, ${y}) and field in ('sex', 'gender') order by field`.execute(
      test.owner,
    )
    expect(where.rows).toEqual([
      { person_id: x, origin_person_id: y },
      { person_id: a, origin_person_id: b },
    ])
    // Filed on the one that went, it goes back with it.
    if (!made.ok) throw new Error(made.why)
    expect((await part(s, made.value as RowId)).ok).toBe(true)
    const back = await sql<{ person_id: string }>`
      select person_id from app.person_detail where origin_person_id = ${y} and field = 'gender'`.execute(test.owner)
    expect(back.rows).toEqual([{ person_id: y }])
  })
})

function pause(): Promise<void> {
  return new Promise(done => setTimeout(done, 300))
}

/** Holds a transaction where it is until it is let go on. */
function gate() {
  let reached = () => {}
  let release = () => {}
  const at = new Promise<void>(done => {
    reached = done
  })
  const open = new Promise<void>(done => {
    release = done
  })
  return { at, open, reached: () => reached(), release: () => release() }
}
