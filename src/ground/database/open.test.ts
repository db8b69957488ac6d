import { execFileSync } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { toInstant } from '#ground/clock.ts'
import { acting, openTestDatabase } from '#test/database.ts'
import { withClient } from './connect.ts'
import { openDatabase } from './open.ts'
import { codeOf, isPermissionDenied, isUnreachable } from './trouble.ts'
import { asHouse, query, type Tx, together } from './tx.ts'

const { database, owner, administratorPlace, ownerPlace } = await openTestDatabase()

const at = toInstant('2026-11-23T09:52:00Z')
const job = { name: 'x', ids: {}, state: 'waiting', asked_by: 'account', asked_at: at, updated_at: at }
const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`

async function who(tx: Tx): Promise<{ role: string; session: string; reason: string }> {
  const rows = await query<{ role: string; session: string; reason: string }>(
    tx,
    `select current_user::text as role, session_user::text as session, current_setting('app.house_reason') as reason`,
  )
  return rows[0] as { role: string; session: string; reason: string }
}

test('work runs as the application, and the database knows who acts', async () => {
  const terms = acting({ holders: [id(1), id(2)], at })
  await database.transaction(terms, async tx => {
    expect(await who(tx)).toEqual({ role: 'connexions_app', session: 'connexions_program', reason: '' })
    const rows = await query<Record<string, unknown>>(
      tx,
      `select current_setting('app.partnership_id') as p, current_setting('app.holders')::uuid[] as h,
        current_setting('app.at')::timestamptz as at, current_setting('app.actor') as actor`,
    )
    expect(rows).toEqual([{ p: terms.partnershipId, h: [id(1), id(2)], at, actor: `account:${terms.actorId}` }])
  })
})

test('what one transaction was told is forgotten by the next', async () => {
  await database.transaction(acting(), async () => {})
  const terms = acting()
  const seen = await database.transaction(terms, tx => query(tx, `select current_setting('app.partnership_id') as p`))
  expect(seen).toEqual([{ p: terms.partnershipId }])
})

test('work sent together answers in its order, and when one piece fails nothing of the others is under way any more', async () => {
  await database.transaction(acting(), async tx => {
    const two = await together([query(tx, 'select 1 as n'), query(tx, 'select 2 as n')])
    expect(two).toEqual([[{ n: 1 }], [{ n: 2 }]])
  })
  let hasEnded = false
  const failing = database.transaction(acting(), async tx => {
    const slow = async () => {
      await query(tx, 'select 1')
      await query(tx, 'select 1').finally(() => {
        hasEnded = true
      })
    }
    await together([slow(), query(tx, 'select 1 / 0')]).catch(error => {
      expect(hasEnded).toBe(true)
      throw error
    })
  })
  await expect(failing).rejects.toThrow('division by zero')
})

test('a partnership neither sees nor writes the rows of another', async () => {
  const mine = acting()
  const theirs = acting()
  const row = { ...job, partnership_id: theirs.partnershipId, job_id: id(3) }
  await owner.insertInto('job_progress').values(row).execute()
  const seen = await database.transaction(mine, tx => tx.db.selectFrom('job_progress').selectAll().execute())
  expect(seen).toEqual([])
  const write = database.transaction(mine, tx =>
    tx.db
      .insertInto('job_progress')
      .values({ ...row, job_id: id(4) })
      .execute(),
  )
  await expect(write).rejects.toSatisfy(isPermissionDenied)
})

test('work that throws leaves nothing behind', async () => {
  const terms = acting()
  const work = database.transaction(terms, async tx => {
    await tx.db
      .insertInto('job_progress')
      .values({ ...job, partnership_id: terms.partnershipId, job_id: id(5) })
      .execute()
    throw new Error('no')
  })
  await expect(work).rejects.toThrow('no')
  expect(await owner.selectFrom('job_progress').where('job_id', '=', id(5)).selectAll().execute()).toEqual([])
})

test('an error that is swallowed does not pass for success', async () => {
  const work = database.transaction(acting(), async tx => {
    await query(tx, 'select 1 / 0').catch(() => {})
  })
  await expect(work).rejects.toThrow('passed over')
})

test('a transaction that was kept too long is refused', async () => {
  const kept = await database.transaction(acting(), async tx => tx)
  await expect(query(kept, 'select 1')).rejects.toThrow('has ended')
})

test('a read-only transaction writes nothing', async () => {
  const terms = acting()
  const write = (tx: Tx) => tx.db.updateTable('job_progress').set({ done: 1 }).execute()
  await expect(database.transaction(terms, write, { readOnly: true })).rejects.toSatisfy(
    error => codeOf(error) === '25006',
  )
})

test('the house role lasts for its piece of work only', async () => {
  await database.transaction(acting(), async tx => {
    const inside = await asHouse(tx, 'to tell the lead', async house => {
      const outer = await who(house)
      const inner = await asHouse(house, 'to tell another', who)
      return [outer, inner, await who(house)].map(({ role, reason }) => `${role} ${reason}`)
    })
    expect(inside).toEqual([
      'connexions_worker to tell the lead',
      'connexions_worker to tell another',
      'connexions_worker to tell the lead',
    ])
    expect(await who(tx)).toEqual({ role: 'connexions_app', session: 'connexions_program', reason: '' })
  })
})

test('a piece of the house that fails is undone, gives its role back, and the rest goes on', async () => {
  const terms = acting()
  await database.transaction(terms, async tx => {
    const failing = asHouse(tx, 'to fail', async house => {
      await house.db
        .insertInto('job_progress')
        .values({ ...job, partnership_id: terms.partnershipId, job_id: id(6) })
        .execute()
      await query(house, 'select 1 / 0')
    })
    await expect(failing).rejects.toSatisfy(error => codeOf(error) === '22012')
    expect((await who(tx)).role).toBe('connexions_app')
  })
  expect(await owner.selectFrom('job_progress').where('job_id', '=', id(6)).selectAll().execute()).toEqual([])
})

test('the outer handle is refused while the house works', async () => {
  await database.transaction(acting(), async tx => {
    await asHouse(tx, 'why', async () => {
      await expect(query(tx, 'select 1')).rejects.toThrow('not in turn')
    })
    const house = await asHouse(tx, 'why', async inner => inner)
    await expect(query(house, 'select 1')).rejects.toThrow('not in turn')
    await query(tx, 'select 1')
  })
})

test('the program cannot become anyone but the application and the house', async () => {
  await database.transaction(acting(), async tx => {
    await query(tx, 'savepoint s')
    for (const role of ['connexions_owner', 'connexions_search', 'connexions_grants', administratorPlace.user]) {
      await expect(query(tx, `set local role ${role}`), role).rejects.toSatisfy(isPermissionDenied)
      await query(tx, 'rollback to savepoint s')
    }
    // Without a role taken on, the login has no rights at all.
    await query(tx, 'set local role none')
    await expect(query(tx, 'select * from app.job_progress')).rejects.toSatisfy(isPermissionDenied)
    await query(tx, 'rollback to savepoint s')
    await expect(query(tx, 'create table app.mine (id int)')).rejects.toSatisfy(isPermissionDenied)
    await query(tx, 'rollback to savepoint s')
  })
})

test('values come out as days, moments and numbers', async () => {
  const [row] = await database.transaction(acting(), tx =>
    query(
      tx,
      `select date '2009-03-01' as day, timestamptz '2026-07-01 10:00:00.1239+01' as moment, 9007199254740991 as big,
        array[date '2009-03-01'] as days, array[timestamptz '2026-07-01 10:00:00+01', null] as moments, 1.10 as decimal,
        array[3000000000::int8] as bigs, '{"a":1}'::jsonb as json, null::date as nothing`,
    ),
  )
  expect(row).toEqual({
    day: '2009-03-01',
    moment: '2026-07-01T09:00:00.123Z',
    big: 9_007_199_254_740_991,
    days: ['2009-03-01'],
    moments: ['2026-07-01T09:00:00.000Z', null],
    decimal: '1.10',
    bigs: [3_000_000_000],
    json: { a: 1 },
    nothing: null,
  })
  const tooBig = database.transaction(acting(), tx => query(tx, 'select 9007199254740993 as n'))
  await expect(tooBig).rejects.toThrow('too large')
})

test('a long answer is read in helpings', async () => {
  const sizes = await database.transaction(acting(), async tx => {
    const seen: number[] = []
    const stream = sql<{ n: number }>`select generate_series(1, ${5}::int) as n`.compile(tx.db)
    for await (const { rows } of tx.db.getExecutor().stream(stream, 2)) seen.push(rows.length)
    return seen
  })
  expect(sizes).toEqual([2, 2, 1])
})

test('the same query runs again and again, prepared or not', async () => {
  await database.transaction(acting(), async tx => {
    for (let n = 0; n < 6; n++) expect(await query(tx, 'select $1::int as n', [n])).toEqual([{ n }])
  })
})

test('a login that could see past row security is refused in plain words', async () => {
  await expect(openDatabase(administratorPlace)).rejects.toThrow('may see past the rules')
  await expect(openDatabase(ownerPlace)).rejects.toThrow(/role connexions_app|owns the tables/)
})

function cutUnnoticed(): void {
  const script = `
    const { Client } = require('pg')
    const client = new Client(${JSON.stringify(administratorPlace)})
    client.connect()
      .then(() => client.query("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'connexions_program' and datname = current_database()"))
      .then(() => client.end())`
  execFileSync(process.execPath, ['-e', script], { cwd: import.meta.dirname })
}

test('a connection that is cut off ends its transaction and nothing else', async () => {
  const cut = () =>
    withClient(administratorPlace, 'plain', client =>
      client.query(`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and usename = 'connexions_program'`),
    )
  const work = database.transaction(acting(), async tx => {
    await cut()
    await pause(50)
    await query(tx, 'select 1')
  })
  await expect(work).rejects.toSatisfy(isUnreachable)
  await Promise.all(Array.from({ length: 4 }, () => database.transaction(acting(), tx => query(tx, 'select 1'))))
  // In a process of its own while ours stands still, so that the pool cannot notice before it uses what was cut.
  cutUnnoticed()
  await Promise.all(Array.from({ length: 4 }, () => database.transaction(acting(), tx => query(tx, 'select 1'))))
  expect(await database.ready()).toBe(true)
})

test('a closed pool and a database that answers are told apart', async () => {
  expect(await database.ready()).toBe(true)
  expect(database.stats.committed).toBeGreaterThan(0)
})
