/** Pages of their own behind one code, over HTTP and down to the row: what was ticked and nothing else; and what stays between us, read there. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { PersonId } from '#ground/ids.ts'
import { setBarrier } from '#rooms/access/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { dayFields } from '#test/fields.ts'
import { eventsOf, openTestHouse, summaryOf, type TestColleague, type TestPartnership } from '#test/house.ts'
import { enterLink, type MadeTestLink, madeIn } from '#test/linking.ts'
import { addPerson } from '#test/people.ts'
import { staffOf } from '#test/staff.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
let partnership: TestPartnership
let dana: TestColleague
let mair: TestColleague
let manager: TestColleague

beforeAll(async () => {
  partnership = await house.partnership()
  ;({ dana, mair } = await staffOf(partnership, 'dana', 'mair'))
  manager = await partnership.colleague('manager', 'Alex Testcase')
  await write({ stays: 'It stays with us 🤝', told: 'If you are in danger', rights: 'Ask who looked' })
})

let made = 0
/** Somebody with a goal. */
async function someone(): Promise<PersonId> {
  const id = await addPerson(house, partnership, { given: 'Lena', family: `Ownpages${(made += 1)}`, lead: dana })
  await dana.post(`/people/${id}/plan/goals/new`, { words: 'I want to work with animals' })
  house.clock.advance(1000)
  return id
}

async function write(words: Record<string, string>) {
  house.clock.advance(1000)
  const seen = /name="seen" value="(\d+)"/.exec((await manager.get('/confidentiality/new')).body)?.[1] ?? '0'
  const on = house.clock.today().split('-').map(Number)
  const fields = { seen, ...words, ...dayFields('from-day', [on[0] ?? 0, on[1] ?? 0, on[2] ?? 0]) }
  expect((await manager.post('/confidentiality/new', fields, '/confidentiality')).status).toBe(303)
  house.clock.advance(1000)
}

async function linkTo(id: PersonId, pages: readonly string[]): Promise<MadeTestLink> {
  house.clock.advance(1000)
  const answer = await dana.post(`/people/${id}/plan/link`, { ...dayFields('review-on', [2027, 2, 1]), pages })
  expect(answer.status).toBe(200)
  house.clock.advance(1000)
  return madeIn(answer.body)
}

const rowOf = (id: PersonId) =>
  test.owner
    .selectFrom('secure_link')
    .selectAll()
    .where('person_id', '=', id)
    .orderBy('recorded_at', 'desc')
    .executeTakeFirstOrThrow()

const readingsOf = (id: PersonId) =>
  test.owner.selectFrom('confidentiality_reading').selectAll().where('person_id', '=', id).execute()

/** The statement as their page shows it, and what they say to it. */
async function say(on: Awaited<ReturnType<typeof enterLink>>, link: MadeTestLink, fields: Record<string, string>) {
  const path = `${link.path}/statement`
  const statement = /name="statement" value="([^"]+)"/.exec((await on.get(path)).body)?.[1] ?? ''
  house.clock.advance(1000)
  const answer = await on.post(path, { statement, ...fields }, path)
  house.clock.advance(1000)
  return answer
}

describe('A link to their own pages', () => {
  it('opens what was ticked behind one code, and nothing else', async () => {
    const id = await someone()
    const link = await linkTo(id, ['plan', 'statement'])
    const on = await enterLink(house, link, 'pages')
    const list = (await on.get(`${link.path}/pages`)).body
    expect(list).toContain('My plan')
    expect(list).toContain('What stays between us')
    expect(list).not.toContain('My Progress File')
    expect((await on.get(`${link.path}/plan`)).body).toContain('Back to your pages')
    expect((await on.get(`${link.path}/plan`)).body).not.toContain('Progress File')
    // What was not ticked leads back to what was.
    expect((await on.get(`${link.path}/file`)).to).toBe(link.path)
    expect((await on.get(link.path)).to).toBe(`${link.path}/pages`)
    const actions = (await eventsOf(test, { target: (await rowOf(id)).id })).map(e => e.action)
    expect(actions).toContain('link.pages-viewed')
    expect((await house.visitor().get(`${link.path}/pages`)).to).toBe(link.path)
  })

  it('opens nothing of the plan where the plan is not ticked, in the database too (K7)', async () => {
    const id = await someone()
    const link = await linkTo(id, ['statement'])
    const on = await enterLink(house, link, 'statement')
    expect((await on.get(`${link.path}/plan`)).to).toBe(link.path)
    expect((await rowOf(id)).classes).toBe(1)
    const post = await on.post(`${link.path}/plan`, { agreement: 'agreed' }, `${link.path}/statement`)
    expect(post.to).toBe(link.path)
    expect(await test.owner.selectFrom('plan_agreement').selectAll().where('person_id', '=', id).execute()).toEqual([])
  })

  it('asks what it opens, and does not offer what stays between us to whoever would not read the answer', async () => {
    const id = await someone()
    const none = await dana.post(`/people/${id}/plan/link`, dayFields('review-on', [2027, 2, 1]))
    expect([none.status, summaryOf(none.body)]).toEqual([422, ['#pages Select what the link opens']])
    const noDay = await dana.post(`/people/${id}/plan/link`, { pages: ['plan'] })
    expect([noDay.status, summaryOf(noDay.body)[0]]).toEqual([422, expect.stringContaining('#review-on')])
    expect((await dana.get(`/people/${id}/confidentiality`)).body).toContain(`/people/${id}/plan/link`)
  })
})

describe('What stays between us, read on their own link', () => {
  it('stands as what they say, in their words, once; and that they understood is found when they meet', async () => {
    const id = await someone()
    const link = await linkTo(id, ['statement'])
    const on = await enterLink(house, link, 'statement')
    const page = (await on.get(`${link.path}/statement`)).body
    for (const words of ['It stays with us 🤝', 'If you are in danger', 'Ask who looked', 'Leave quickly', 'not safe?'])
      expect(page, words).toContain(words)
    const missing = await say(on, link, {})
    expect([missing.status, summaryOf(missing.body)[0]]).toEqual([422, expect.stringContaining('#understood')])
    const bare = await say(on, link, { understood: 'yes', wishes: 'Text me' })
    expect([bare.status, summaryOf(bare.body)[0]]).toEqual([422, expect.stringContaining('#said Write what it means')])
    expect(bare.body).toContain('Text me')
    const said = { understood: 'yes', said: 'Only if I am hurt مرحبا', wishes: 'Text me' }
    expect((await say(on, link, said)).to).toBe(`${link.path}/statement`)
    await say(on, link, { ...said, said: 'Something else' })
    const thanks = (await on.get(`${link.path}/statement`)).body
    expect(thanks).toContain('Thank you')
    expect(thanks).toContain('Only if I am hurt مرحبا')
    expect(await readingsOf(id)).toMatchObject([
      { how: 'link', understood: 'yes', said: 'Only if I am hurt مرحبا', read_by: dana.accountId, confirmed_on: null },
    ])
    expect((await dana.get('/')).body).toContain('said what stays between you means, by your link')
    const events = await eventsOf(test, { target: (await readingsOf(id))[0]?.id ?? '' })
    expect(events.map(e => e.action)).toEqual(['confidentiality.read-by-link'])
    expect(JSON.stringify(events)).not.toContain('hurt')

    const before = (await dana.get(`/people/${id}/confidentiality`)).body
    expect(before).toContain('speak of it with them')
    expect(before).toContain('They say they understood')
    expect((await dana.get('/confidentiality/due')).body).toContain('Ownpages')
    const confirm = `/people/${id}/confidentiality/${(await readingsOf(id))[0]?.id}/confirm`
    const empty = await dana.post(confirm, {})
    expect([empty.status, summaryOf(empty.body)]).toEqual([422, ['#found Choose whether they understood']])
    expect((await mair.post(confirm, { found: 'yes' })).status).toBe(404)
    expect((await dana.post(confirm, { found: 'yes' })).status).toBe(303)
    expect((await dana.post(confirm, { found: 'yes' })).status).toBe(303)
    expect((await dana.post(confirm, { found: 'in-part' })).status).toBe(409)
    expect((await dana.get(`/people/${id}/confidentiality`)).body).toContain('Read with them, and they said')
    expect(await readingsOf(id)).toMatchObject([{ confirmed_understood: 'yes', confirmed_by: dana.accountId }])
  })

  it('never says that they understood without their words', async () => {
    const id = await someone()
    const link = await linkTo(id, ['statement'])
    const on = await enterLink(house, link, 'statement')
    expect((await say(on, link, { understood: 'not-yet' })).status).toBe(303)
    const [reading] = await readingsOf(id)
    const confirm = `/people/${id}/confidentiality/${reading?.id}/confirm`
    const answer = await dana.post(confirm, { found: 'yes' })
    expect([answer.status, summaryOf(answer.body)[0]]).toEqual([422, expect.stringContaining('They wrote nothing')])
    expect((await dana.post(confirm, { found: 'not-yet' })).status).toBe(303)
    expect((await dana.get(`/people/${id}/confidentiality`)).body).toContain('not understood yet')
  })

  it('is shown anew where the words were changed meanwhile, and what they wrote is kept', async () => {
    const id = await someone()
    const link = await linkTo(id, ['statement'])
    const on = await enterLink(house, link, 'statement')
    const path = `${link.path}/statement`
    const statement = /name="statement" value="([^"]+)"/.exec((await on.get(path)).body)?.[1] ?? ''
    await write({ stays: `A newer promise ${made}`, told: 'If somebody is hurt', rights: 'Ask' })
    const answer = await on.post(path, { statement, understood: 'in-part', said: 'My own words here' }, path)
    expect(answer.status).toBe(409)
    for (const words of ['A newer promise', 'My own words here', 'changed a moment ago'])
      expect(answer.body, words).toContain(words)
    expect(await readingsOf(id)).toEqual([])
  })

  it('is read in Welsh, under Welsh heads, which say that nobody has checked them yet', async () => {
    const link = await linkTo(await someone(), ['file', 'statement'])
    const on = await enterLink(house, link, 'pages')
    on.cookies.set('connexions-language', 'cy')
    expect((await on.get(`${link.path}/pages`)).body).toContain('Eich tudalennau')
    const page = (await on.get(`${link.path}/statement`)).body
    expect(page).toContain('Beth sy’n aros rhyngom ni')
    expect(page).toContain('A Welsh speaker has not checked this page yet')
  })

  it('opens nothing of a record that has been restricted since (K4)', async () => {
    const id = await someone()
    const link = await linkTo(id, ['statement'])
    await house.command(partnership.id, tx => setBarrier(tx, id, { holderId: null, reason: 'A test' }))
    house.clock.advance(1000)
    const on = await enterLink(house, link, 'statement')
    const page = (await on.get(`${link.path}/statement`)).body
    expect(page).toContain('This link no longer works')
    expect(page).not.toContain('It stays with us')
    const statement = await test.owner.selectFrom('confidentiality_statement').select('id').executeTakeFirst()
    await on.post(
      `${link.path}/statement`,
      { statement: statement?.id ?? '', understood: 'not-yet' },
      `${link.path}/statement`,
    )
    expect(await readingsOf(id)).toEqual([])
  })
})
