/** Pages read in the short words of row security (decision 0066) show what they show in its long ones: of the demo's people, to everybody at work there. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { toInstant } from '#ground/clock.ts'
import { query } from '#ground/database/tx.ts'
import type { AccountId, PartnershipId } from '#ground/ids.ts'
import { findAccount, listMemberships, openSession } from '#rooms/identity/index.ts'
import { acting, openTestDatabase } from '#test/database.ts'
import { makeDemo } from '#test/demo.ts'
import { openTestHouse } from '#test/house.ts'

const AT = '2026-11-23T10:30:00Z'
const PAGES = ['', '/brief', '/case', '/plan', '/plan/file', '/assessment', '/services', '/opportunities', '/pathways']
const LISTS = ['/plans/due', '/assessments/due', '/confidentiality/due']
/** Of each role so many colleagues, and of those each sees so many of whom there is most on record. */
const COLLEAGUES = 2
const PEOPLE = 4

const test = await openTestDatabase()
const house = await openTestHouse(test, { at: AT })
let demo: Awaited<ReturnType<typeof makeDemo>>
beforeAll(async () => {
  demo = await makeDemo(test, '2026-11-23T09:52:00Z', 300)
}, 240_000)
afterAll(() => demo.close())

type AtWork = { partnership: PartnershipId; account: AccountId; organisation: string; role: string }

/** Who asks, and whom they may ask about. */
async function signedIn({ partnership, account, organisation, role }: AtWork) {
  const visitor = house.visitor()
  const token = await house.command(partnership, async tx => {
    const found = await findAccount(tx, account)
    const [membership] = await listMemberships(tx, account)
    if (!found || !membership) throw new Error('nobody there')
    return (await openSession(tx, found, 'signed-in', membership)).token
  })
  visitor.cookies.set('connexions', token)
  const me = acting({ partnershipId: partnership, holders: [account, organisation], at: toInstant(AT) })
  const people = await test.database.transaction(me, tx =>
    query<{ id: string }>(
      tx,
      `select p.id from person p where p.state = 'active' order by (select count(*) from person_part r where r.person_id = p.id) desc, p.id limit ${PEOPLE}`,
    ),
  )
  return { visitor, who: `${role} ${account}`, people }
}

/** The pages of everybody's people, by who asks and the address. */
async function allPages(asking: readonly Awaited<ReturnType<typeof signedIn>>[]): Promise<Map<string, string>> {
  const pages = new Map<string, string>()
  for (const { visitor, who, people } of asking) {
    for (const path of [...LISTS, ...people.flatMap(one => PAGES.map(page => `/people/${one.id}${page}`))]) {
      const { status, body, requestId } = await visitor.get(path)
      pages.set(
        `${who} ${path}`,
        `${status} ${body.replaceAll(requestId, '').replaceAll(/name="_csrf" value="[^"]*"/g, '')}`,
      )
    }
  }
  return pages
}

it('they show the same', async () => {
  const found = await sql<AtWork>`
    select partnership, account, organisation, role from (
      select m.partnership_id as partnership, m.account_id as account, m.organisation_id as organisation, m.role,
        row_number() over (partition by m.role order by m.id) as nth
      from app.membership m where m.finished_on is null) t
    where nth <= ${COLLEAGUES}`.execute(test.owner)
  expect(found.rows.length).toBeGreaterThan(10)
  const asking = []
  for (const one of found.rows) asking.push(await signedIn(one))
  const short = await allPages(asking)
  expect([...short.values()].filter(page => page.startsWith('200')).length).toBeGreaterThan(150)
  // Every policy of reading again, each to the letter as the program has it at work.
  await sql
    .raw(
      `do $$ declare p record; begin
        for p in select n.polname, n.polrelid::regclass as target, n.polpermissive, pg_get_expr(n.polqual, n.polrelid) as words
          from pg_policy n where n.polcmd in ('r', '*') and 'connexions_app'::regrole::oid = any(n.polroles) loop
          execute format('drop policy %I on %s', left('known_' || p.polname, 63), p.target);
          execute format('create policy %I on %s as %s for select to connexions_known using (%s)', left('known_' || p.polname, 63), p.target,
            case when p.polpermissive then 'permissive' else 'restrictive' end, p.words);
        end loop; end $$`,
    )
    .execute(test.owner)
  const long = await allPages(asking)
  expect([...short.keys()]).toEqual([...long.keys()])
  expect([...short].filter(([asked, page]) => page !== long.get(asked)).map(([asked]) => asked)).toEqual([])
}, 240_000)
