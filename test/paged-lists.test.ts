/** Lists that are longer than a page: each of their rows is on one, and a filter goes along. */
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '#test/database.ts'
import { openTestHouse, type TestColleague } from '#test/house.ts'
import { staffOf } from '#test/staff.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
let dana: TestColleague

beforeAll(async () => {
  const partnership = await house.partnership()
  ;({ dana } = await staffOf(partnership, 'dana'))
  const made = await dana.post('/opportunities/new', {
    ...{ title: 'Joiner 001', kind: 'apprenticeship', organisation: '', employer: 'Sample Works' },
    ...{ town: 'Sampleton', 'min-age': '16', 'max-age': '18', fits: 'part-time' },
  })
  expect(made.status).toBe(303)
  // Two in three of them joiners, so that what fits a search is longer than a page, too.
  await sql`
    insert into opportunity select (jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid(),
      'title', (case when n % 3 = 0 then 'Baker ' else 'Joiner ' end) || lpad(n::text, 3, '0')))).*
    from opportunity o, generate_series(2, 120) n where o.partnership_id = ${partnership.id}`.execute(test.owner)
})

const titlesOn = (body: string) => [...body.matchAll(/>((?:Joiner|Baker) \d{3})</g)].flatMap(found => found[1] ?? [])

describe('A list that is longer than a page', () => {
  it('shows each row on one page, and how many there are on each', async () => {
    const pages = await Promise.all([1, 2, 3].map(page => dana.get(`/opportunities?page=${page}`)))
    expect(pages.map(one => titlesOn(one.body).length)).toEqual([50, 50, 20])
    expect(new Set(pages.flatMap(one => titlesOn(one.body))).size).toBe(120)
    for (const { body } of pages) expect(body).toContain('120 opportunities')
    expect(pages[0]?.body).toContain('href="/opportunities?page=2"')
    expect((await dana.get('/opportunities?page=99')).body).toContain('Joiner 119')
  })

  it('takes what was sought along from page to page', async () => {
    const { body } = await dana.get('/opportunities?q=joiner')
    expect(body).toContain('80 opportunities')
    const next = /href="(\/opportunities\?[^"]*page=2)"/.exec(body)?.[1] ?? ''
    const second = titlesOn((await dana.get(next.replaceAll('&amp;', '&'))).body)
    expect([second.length, second.every(title => title.startsWith('Joiner'))]).toEqual([30, true])
  })
})
