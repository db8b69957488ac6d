/** Joining two records by page: who may, what is shown, what is refused, and where old addresses lead. */
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { asHouse } from '#ground/database/tx.ts'
import { toDay } from '#ground/day.ts'
import type { PersonId } from '#ground/ids.ts'
import { setBarrier } from '#rooms/access/index.ts'
import { ROLES, roleMay } from '#rooms/identity/index.ts'
import { addIdentifier, markDeath, protectAddress, setDetail } from '#rooms/people/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { eventsOf, openTestHouse, summaryOf, tokenIn, withoutTokens } from '#test/house.ts'
import { addPerson } from '#test/people.ts'
import { registerLines } from '#test/register.ts'
import { type Scene, twoRecords } from '#test/two-records.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
const { scene, happen, raw } = twoRecords(test, house)
const source = { kind: 'staff', organisationId: null, saidOn: toDay('2026-09-01') } as const

const address = (keep: string, join: string) => `/people/${keep}/merge/${join}`

async function two(s: Scene, family = 'Example') {
  const a = await addPerson(house, s.partnership, { given: 'Amira', family, lead: s.advisers[0] })
  const b = await addPerson(house, s.partnership, { given: 'Amirah', family, lead: s.advisers[1] })
  return { a, b }
}

/** The form as it stands on the page, with what is typed besides. */
async function send(s: Scene, a: string, b: string, typed: Record<string, string>) {
  const shown = await s.officer.get(address(a, b))
  const stamp = /name="stamp" value="([^"]+)"/.exec(shown.body)?.[1] ?? ''
  return s.officer.post(address(a, b), { stamp, _csrf: tokenIn(shown.body), ...typed })
}

const COMPLETE = { legal: 'keep', lead: 'keep', reason: 'A made-up letter from the school' }

async function mergeIdOf(keep: PersonId): Promise<string> {
  const found = await sql<{ id: string }>`
    select id from app.person_merge where origin_person_id = ${keep} order by merged_at desc limit 1`.execute(
    test.owner,
  )
  return found.rows[0]?.id ?? ''
}

describe('Joining two records by page', () => {
  it('is for data officers: to every other role neither page is there', async () => {
    const s = await scene()
    const { a, b } = await two(s)
    expect(ROLES.filter(role => roleMay(role, 'people.merge'))).toEqual(['data-officer'])
    const [dana] = s.advisers
    for (const path of [address(a, b), `/people/${a}/join`]) {
      const answer = await dana?.get(path)
      expect(answer?.status, path).toBe(404)
    }
  })

  it('shows both beside each other with what is proposed and why, and joins by what was chosen', async () => {
    const s = await scene()
    const { a, b } = await two(s)
    for (const [id, on, value] of [
      [a, '2026-09-01', 'F'],
      [b, '2026-10-01', 'M'],
    ] as const)
      await test.database.transaction(s.officer.acting(), tx =>
        setDetail(tx, id, 'sex', value, { ...source, kind: 'young-person', saidOn: toDay(on) }),
      )
    const shown = await s.officer.get(address(a, b))
    expect(shown.status).toBe(200)
    expect(shown.body).toContain('Proposed: newer')
    expect(shown.body).toContain('the young person, 1 October 2026')
    expect(shown.body).toContain('Amirah Example')
    expect(await eventsOf(test, { requestId: shown.requestId })).toMatchObject([
      { action: 'merge.compared', person_ids: [a, b] },
    ])
    expect(summaryOf((await send(s, a, b, {})).body)).toEqual([
      '#legal Choose which one stands',
      '#sex Choose which one stands',
      '#lead Choose which one stands',
      '#reason Say how you know that they are one person',
    ])
    const done = await send(s, a, b, { ...COMPLETE, sex: 'join' })
    expect([done.status, done.to]).toEqual([303, `/people/${a}`])
    // Sent twice, or gone back to: it leads to the joined record, and nothing is joined again.
    expect((await s.officer.post(address(a, b), { ...COMPLETE, stamp: 'x' })).to).toBe(`/people/${a}`)
    expect((await s.officer.get(address(a, b))).to).toBe(`/people/${a}`)
    expect((await s.advisers[2]?.get(address(a, b)))?.status).toBe(404)
    const record = await s.officer.get(`/people/${a}`)
    expect(record.body).toContain('Joined with another record on 23 Nov 2026 by Owen Testcase')
    expect(record.body).toContain(`/matching/merges/${await mergeIdOf(a)}`)
    const details = await s.officer.get(`/people/${a}/details`)
    expect(details.body).toContain('Amirah Example')
    for (const adviser of s.advisers.slice(0, 2))
      expect((await adviser.get('/')).body).toContain('A record you lead for was joined with another')
  })

  it('is refused when either was changed since the page was shown, and shown again with nothing joined', async () => {
    const s = await scene()
    const { a, b } = await two(s)
    const shown = await s.officer.get(address(a, b))
    const stamp = /name="stamp" value="([^"]+)"/.exec(shown.body)?.[1] ?? ''
    await test.database.transaction(s.officer.acting(), tx => setDetail(tx, b, 'sex', 'F', source))
    const answer = await s.officer.post(address(a, b), { ...COMPLETE, stamp, _csrf: tokenIn(shown.body) })
    expect(answer.status).toBe(409)
    expect(summaryOf(answer.body).join()).toContain('was changed since you opened this page')
    expect((await s.officer.get(`/people/${b}`)).status).toBe(200)
  })

  it('asks why all the same where two numbers of one kind, a death or two birth dates are against it', async () => {
    const s = await scene()
    const a = await addPerson(house, s.partnership, { given: 'Amira', family: 'Example', born: '2010-09-04' })
    const b = await addPerson(house, s.partnership, { given: 'Amira', family: 'Example', born: '2010-04-09' })
    await test.database.transaction(s.officer.acting(), async tx => {
      await addIdentifier(tx, a, { kind: 'uln', value: '1000000019' }, source)
      await addIdentifier(tx, b, { kind: 'uln', value: '1000000027' }, source)
      await markDeath(tx, b, toDay('2026-08-01'), source)
    })
    const shown = await s.officer.get(address(a, b))
    for (const words of ['two different ULNs', 'A death is on record', 'two different birth dates'])
      expect(shown.body).toContain(words)
    const typed = { 'born-on': 'keep', reason: 'A made-up letter' }
    const without = await send(s, a, b, typed)
    expect(without.status).toBe(422)
    expect(summaryOf(without.body)).toEqual(['#despite Say why they are one person although this is against it'])
    expect((await send(s, a, b, { ...typed, despite: 'The school mistyped it' })).status).toBe(303)
    expect((await s.officer.get(`/people/${a}`)).body).toContain('Died on 1 August 2026')
  })

  it.each(['restricted', 'shut out of it', 'at a protected address'])(
    'of a record %s reads as nothing, the same bytes as for nobody, and it is not offered',
    async how => {
      const s = await scene()
      const { a, b } = await two(s, 'Hiddenexample')
      const offered = await s.officer.get(`/people/${a}/join?q=Amirah+Hiddenexample`)
      expect(offered.body).toContain(address(a, b))
      await house.command<unknown>(s.partnership.id, tx => {
        if (how === 'restricted') return setBarrier(tx, b, { holderId: null, reason: 'a test' })
        if (how === 'at a protected address') return protectAddress(tx, b, 'a test')
        return setBarrier(tx, b, { holderId: s.advisers[2]?.accountId ?? '', reason: 'a test' })
      })
      const nothing = await s.officer.get('/nowhere')
      for (const path of [address(a, b), address(b, a)]) {
        const answer = await s.officer.get(path)
        expect([answer.status, withoutTokens(answer)]).toEqual([404, withoutTokens(nothing)])
        const posted = await s.officer.post(path, { ...COMPLETE, stamp: 'x' })
        expect([posted.status, withoutTokens(posted)]).toEqual([404, withoutTokens(nothing)])
      }
      const found = await s.officer.get(`/people/${a}/join?q=Amirah+Hiddenexample`)
      const nobody = await s.officer.get(`/people/${a}/join?q=Amirah+Hiddenexamplo`)
      const bare = (body: string) => body.replaceAll(/value="[^"]*"/g, 'value')
      expect(found.body).not.toContain(b)
      expect(bare(withoutTokens(found))).toBe(bare(withoutTokens(nobody)))
    },
  )

  it('reads as nothing for one record twice, for one that is not there, and for one of another partnership', async () => {
    const s = await scene()
    const elsewhere = await scene()
    const { a } = await two(s)
    const other = await two(elsewhere)
    for (const path of [address(a, a), address(a, other.a), `/people/${a}/merge/x`])
      expect((await s.officer.get(path)).status, path).toBe(404)
  })
})

describe('Somebody who saves in the way of a joining', () => {
  it('and the joining do not undo each other: what waits for what is found out, and asked once more', async () => {
    const s = await scene()
    const { a, b } = await two(s)
    await happen(s, b, { what: 'contact', n: 0 }, 0)
    const { rows } = await sql<{ id: string }>`select id from app.contact where person_id = ${b}`.execute(test.owner)
    const contact = rows[0]?.id ?? ''
    let joining: Promise<{ status: number }> | undefined
    const saving = test.database
      .transaction(s.officer.acting(), tx =>
        asHouse(tx, 'a test', async worker => {
          await sql`update contact set version = version + 1 where id = ${contact}`.execute(worker.db)
          joining = send(s, a, b, COMPLETE)
          await new Promise(done => setTimeout(done, 700))
          await sql`insert into contact_version (partnership_id, id, contact_id, person_id, origin_person_id, class, version, content, recorded_at)
            values (${s.partnership.id}, gen_random_uuid(), ${contact}, ${b}, ${b}, 128, 2, '{}', now())`.execute(
            worker.db,
          )
        }),
      )
      .then(
        () => 'saved',
        () => 'undone',
      )
    expect(['saved', 'undone']).toContain(await saving)
    expect((await joining)?.status).toBe(303)
    const left =
      await sql`select from app.contact where person_id = ${b} union all select from app.contact_version where person_id = ${b}`.execute(
        test.owner,
      )
    expect(left.rows).toEqual([])
  })
})

describe('The record that went', () => {
  it('is in no search, list, caseload or count; its old addresses lead to the one that stays for whoever may know that one, and to nothing for anybody else', async () => {
    const s = await scene()
    const { a, b } = await two(s, 'Wentexample')
    const [dana, imran] = s.advisers
    if (!dana || !imran) throw new Error('no advisers')
    expect((await imran.get(`/people/${b}`)).status).toBe(200)
    expect((await send(s, a, b, COMPLETE)).status).toBe(303)
    expect((await s.officer.get('/find?q=Amirah+Wentexample')).body).not.toContain(b)
    expect((await imran.get('/caseload')).body).not.toContain('Wentexample')
    expect((await dana.get('/caseload')).body).not.toContain(b)
    const nothing = await imran.get('/nowhere')
    const gone = await imran.get(`/people/${b}`)
    expect([gone.status, withoutTokens(gone)]).toEqual([404, withoutTokens(nothing)])
    expect(await eventsOf(test, { requestId: gone.requestId })).toMatchObject([{ outcome: 'refused' }])
    const pages = registerLines().filter(l => l.method === 'GET' && l.path.startsWith('/people/:personId'))
    for (const who of [s.officer, dana])
      for (const { path } of pages) {
        const part = path.replace('/people/:personId', '').replaceAll(/:what/g, 'contact').replaceAll(/:\w+/g, b)
        const answer = await who.get(`/people/${b}${part}?x=1`)
        if (answer.status === 303) expect(answer.to).toBe(`/people/${a}${part}?x=1`)
        else expect(answer.status, part).toBe(404)
      }
    expect((await dana.get(`/people/${b}`)).to).toBe(`/people/${a}`)
    expect((await dana.get(`/people/${b}/details`)).to).toBe(`/people/${a}/details`)
  })

  it('is not left in sight when the one that stays is restricted: under no address, in no list, not to the program', async () => {
    const s = await scene()
    const { a, b } = await two(s, 'Leftinsight')
    const gwen = await s.partnership.colleague('information-governance', 'Gwen Testcase')
    await s.advisers[1]?.get(`/people/${b}`)
    expect((await send(s, a, b, COMPLETE)).status).toBe(303)
    expect((await gwen.get('/who-looked')).body).toContain('Leftinsight')
    await house.command(s.partnership.id, tx => setBarrier(tx, a, { holderId: null, reason: 'a test' }))
    const nothing = await s.officer.get('/nowhere')
    for (const path of [`/people/${b}`, `/people/${b}/details`, `/people/${a}`]) {
      const answer = await s.officer.get(path)
      expect([answer.status, withoutTokens(answer)], path).toEqual([404, withoutTokens(nothing)])
    }
    for (const path of ['/who-looked', `/who-looked/${b}`, '/find?q=Amirah+Leftinsigh'])
      expect((await gwen.get(path)).body, path).not.toMatch(/Leftinsight|Amirah E/)
    const me = s.officer.acting()
    const seen = await test.database.transaction(me, tx =>
      sql`select from person where id in (${a}, ${b})`.execute(tx.db),
    )
    expect(seen.rows).toEqual([])
  })

  it('takes no form, but one that was on its way is led on as it was', async () => {
    const s = await scene()
    const { a, b } = await two(s)
    expect((await send(s, a, b, COMPLETE)).status).toBe(303)
    const [dana, imran] = s.advisers
    const posted = await dana?.post(`/people/${b}/contacts/new`, { notes: 'x' })
    expect([posted?.status, posted?.to]).toEqual([307, `/people/${a}/contacts/new`])
    expect((await imran?.post(`/people/${b}/contacts/new`, { notes: 'x' }))?.status).toBe(404)
  })

  it('brings along who looked at it, and no page of who looked is left under its own address', async () => {
    const s = await scene()
    const { a, b } = await two(s)
    const [, imran] = s.advisers
    const gwen = await s.partnership.colleague('information-governance', 'Gwen Testcase')
    await imran?.get(`/people/${b}`)
    house.clock.advance(1000)
    expect((await send(s, a, b, COMPLETE)).status).toBe(303)
    expect((await gwen.get(`/who-looked/${a}`)).body).toContain('Imran Testcase')
    expect((await gwen.get(`/who-looked/${b}`)).to).toBe(`/who-looked/${a}`)
  })
})

describe('Taking two records apart by page', () => {
  it('asks of each thing that came since, needs a reason, puts everything back, and tells both leads', async () => {
    const s = await scene()
    const { a, b } = await two(s)
    await happen(s, b, { what: 'mobile', n: 1 }, 1)
    expect((await send(s, a, b, COMPLETE)).status).toBe(303)
    house.clock.advance(60_000)
    await happen(s, a, { what: 'identifier', n: 0 }, 2)
    const path = `/matching/merges/${await mergeIdOf(a)}`
    const shown = await s.officer.get(path)
    expect(shown.body).toContain('Added: Number, ULN …019')
    expect(shown.body).toContain('A made-up letter from the school')
    const field = /name="(person_identifier\.[^"]+)"/.exec(shown.body)?.[1] ?? ''
    const refused = await s.officer.post(path, {})
    expect(refused.status).toBe(422)
    expect(summaryOf(refused.body)).toEqual([`#${field} Say where it belongs`, '#reason Say why they are taken apart'])
    const done = await s.officer.post(path, { [field]: 'goes', reason: 'Two sisters after all' })
    expect([done.status, done.to]).toEqual([303, `/people/${a}`])
    expect((await s.officer.get(`/people/${b}`)).body).toContain('Amirah Example')
    expect((await s.officer.get(`/people/${b}/details`)).body).toContain('07700 900001')
    expect((await s.officer.get(`/people/${b}/details`)).body).toContain('1000000019')
    expect((await s.officer.get(`/people/${a}`)).body).not.toContain('Joined with another record')
    for (const adviser of s.advisers.slice(0, 2))
      expect((await adviser.get('/')).body).toContain('A joined record was taken apart again')
    const [, imran] = s.advisers
    expect((await imran?.get(`/people/${b}`))?.status).toBe(200)
    // Sent twice, or gone back to.
    expect((await s.officer.get(path)).to).toBe(`/people/${a}`)
    expect((await s.officer.post(path, { reason: 'x' })).to).toBe(`/people/${a}`)
  })

  it('is refused while a newer joining rests on it, with which goes first', async () => {
    const s = await scene()
    const { a, b } = await two(s)
    const c = await addPerson(house, s.partnership, { given: 'Amyra', family: 'Example' })
    expect((await send(s, a, b, COMPLETE)).status).toBe(303)
    const first = await mergeIdOf(a)
    house.clock.advance(60_000)
    expect((await send(s, c, a, { legal: 'keep', reason: 'A made-up letter' })).status).toBe(303)
    const second = await mergeIdOf(c)
    const shown = await s.officer.get(`/matching/merges/${first}`)
    expect(shown.body).toContain('Another joining came after this one')
    expect(shown.body).toContain(`/matching/merges/${second}`)
    const tried = await s.officer.post(`/matching/merges/${first}`, { reason: 'x' })
    expect(tried.status).toBe(409)
    expect((await s.officer.get(`/people/${b}`)).to).toBe(`/people/${c}`)
    const record = await s.officer.get(`/people/${c}`)
    expect(record.body.match(/Joined with another record/g)).toHaveLength(2)
  })

  it('a barrier set while they were one stands on both afterwards', async () => {
    const s = await scene()
    const { a, b } = await two(s)
    expect((await send(s, a, b, COMPLETE)).status).toBe(303)
    const shut = s.advisers[1]
    await house.command(s.partnership.id, tx =>
      setBarrier(tx, a, { holderId: shut?.accountId ?? '', reason: 'a test' }),
    )
    house.clock.advance(60_000)
    expect((await s.officer.post(`/matching/merges/${await mergeIdOf(a)}`, { reason: 'Two sisters' })).status).toBe(303)
    expect((await shut?.get(`/people/${b}`))?.status).toBe(404)
  })
})

describe('A list that names a joined record', () => {
  it('is not taken back from under it: the page says to take the two apart first', async () => {
    const s = await scene()
    const { a, b } = await two(s)
    await happen(s, b, { what: 'source', n: 0 }, 0)
    await raw(
      `update app.intake_run set applied_at = '2026-11-01T09:00:00Z', asked_by = '${s.officer.accountId}' where id = '${s.run}'`,
    )
    expect((await send(s, a, b, COMPLETE)).status).toBe(303)
    const page = await s.officer.get(`/lists/${s.run}`)
    expect(page.body).toContain('Records it names were joined since')
    expect(page.body).toContain(`/matching/merges/${await mergeIdOf(a)}`)
    await s.officer.post(`/lists/${s.run}/undo`)
    const run = await sql<{ state: string }>`select state from app.intake_run where id = ${s.run}`.execute(test.owner)
    expect(run.rows).toEqual([{ state: 'applied' }])
    house.clock.advance(60_000)
    await s.officer.post(`/matching/merges/${await mergeIdOf(a)}`, { reason: 'Two sisters' })
    expect((await s.officer.get(`/lists/${s.run}`)).body).not.toContain('Records it names were joined since')
  })

  it('going in or being taken back holds a joining up until it has ended', async () => {
    const s = await scene()
    const { a, b } = await two(s)
    await happen(s, b, { what: 'source', n: 0 }, 0)
    await raw(`update app.intake_run set state = 'applying' where id = '${s.run}'`)
    const answer = await send(s, a, b, COMPLETE)
    expect(answer.status).toBe(409)
    expect(summaryOf(answer.body).join()).toContain('Wait until it has ended')
  })
})
