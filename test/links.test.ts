/** Secure links over HTTP and down to the row: nobody is named before the code, it works once, for an hour, and opens nothing else. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { PersonId } from '#ground/ids.ts'
import { ADVISER_CLASSES, setBarrier } from '#rooms/access/index.ts'
import { setTarget } from '#rooms/plans/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { dayFields } from '#test/fields.ts'
import {
  eventsOf,
  openTestHouse,
  summaryOf,
  type TestColleague,
  type TestPartnership,
  type TestVisitor,
  withoutTokens,
} from '#test/house.ts'
import { addPerson, letSee } from '#test/people.ts'
import { readPdf } from '#test/read-pdf.ts'
import { staffOf } from '#test/staff.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
let partnership: TestPartnership
let dana: TestColleague
let mair: TestColleague
let safe: TestColleague

beforeAll(async () => {
  partnership = await house.partnership()
  ;({ dana, mair } = await staffOf(partnership, 'dana', 'mair'))
  safe = await partnership.colleague('safeguarding-lead', 'Sol Testcase')
})

let made = 0
/** Somebody with a goal and two steps, of which one is kept close. */
async function planned(): Promise<PersonId> {
  const id = await addPerson(house, partnership, { given: 'Lena', family: `Linksample${(made += 1)}`, lead: dana })
  await letSee(house, partnership, { id, by: dana, classes: [...ADVISER_CLASSES, 'restricted'] })
  await dana.post(`/people/${id}/plan/goals/new`, { words: 'I want to work with animals' })
  const goal = await test.owner
    .selectFrom('plan_goal')
    .select('id')
    .where('person_id', '=', id)
    .executeTakeFirstOrThrow()
  for (const isRestricted of [false, true]) {
    house.clock.advance(1000)
    const set = await test.database.transaction(dana.acting(), tx =>
      setTarget(tx, id, goal.id as Parameters<typeof setTarget>[2], dana.accountId, {
        ...{ what: isRestricted ? 'A step kept close' : 'Ring the vet', dueOn: null, factor: undefined },
        ...{ owner: 'young-person', ownerName: '', support: 'We ring together', howKnown: '', isRestricted },
      }),
    )
    if (!set.ok) throw new Error(set.why)
  }
  house.clock.advance(1000)
  return id
}

type Made = { readonly path: string; readonly code: string }
async function linkTo(id: PersonId, by: TestColleague = dana): Promise<Made> {
  house.clock.advance(1000)
  const { status, body } = await by.post(`/people/${id}/plan/link`, {
    ...dayFields('review-on', [2027, 2, 1]),
    pages: ['plan', 'file'],
  })
  expect(status).toBe(200)
  house.clock.advance(1000)
  const path = /http:\/\/127\.0\.0\.1:3000(\/open\/[\w-]+)/.exec(body)?.[1] ?? ''
  const code = /<strong>(\d{3} \d{3})<\/strong>/.exec(body)?.[1] ?? ''
  return { path, code }
}

/** A phone of nobody in particular, and what it sends with the token of the page it has. */
async function phone(): Promise<TestVisitor> {
  return house.visitor()
}
const give = (on: TestVisitor, { path }: Made, code: string) => on.post(path, { code }, path)

async function entered(link: Made): Promise<TestVisitor> {
  const on = await phone()
  expect(await give(on, link, link.code)).toMatchObject({ status: 303, to: `${link.path}/plan` })
  house.clock.advance(1000)
  return on
}

const liveGrants = (id: PersonId) =>
  test.owner
    .selectFrom('access_grant')
    .select(['holder_id', 'classes', 'ended_at'])
    .where('person_id', '=', id)
    .where('source', '=', 'secure-link')
    .execute()

const rowOf = (id: PersonId) =>
  test.owner
    .selectFrom('secure_link')
    .selectAll()
    .where('person_id', '=', id)
    .orderBy('recorded_at', 'desc')
    .executeTakeFirstOrThrow()

describe('The page of a link', () => {
  it('names no service and nobody before the code, and is the same for one that never was', async () => {
    const id = await planned()
    const { path } = await linkTo(id)
    const before = await (await phone()).get(path)
    expect(before.status).toBe(200)
    for (const name of ['Lena', 'Linksample', 'Dana', 'Connexions', 'Example', 'plan', 'advis'])
      expect(before.body, name).not.toContain(name)
    expect(before.body).toContain('Leave quickly')
    const never = `/open/${path.slice(6, -8)}AAAAAAAA`
    const other = await (await phone()).get(never)
    expect(withoutTokens(other).replaceAll(never, path)).toBe(withoutTokens(before))
    expect((await (await phone()).get(`${path}/plan`)).to).toBe(path)
    expect(await liveGrants(id)).toEqual([])
  })

  it('keeps neither its address nor its code where anybody could read them', async () => {
    const id = await planned()
    const { path, code } = await linkTo(id)
    const row = JSON.stringify(await rowOf(id))
    expect(row).not.toContain(path.slice(6))
    expect(row).not.toContain(code.replace(' ', ''))
    expect((await dana.get(`/people/${id}/plan/link`)).body).not.toContain(path)
    const events = JSON.stringify(await eventsOf(test, { target: (await rowOf(id)).id }))
    expect(events).not.toContain(path.slice(6))
  })

  it('is over after five wrong codes, however right the sixth is', async () => {
    const id = await planned()
    const link = await linkTo(id)
    const on = await phone()
    expect(summaryOf((await give(on, link, '')).body)).toEqual(['#code Enter the code of 6 numbers'])
    const wrong = link.code === '000 000' ? '000001' : '000000'
    for (let i = 0; i < 4; i += 1) {
      const answer = await give(on, link, wrong)
      expect([answer.status, summaryOf(answer.body)[0]]).toEqual([422, expect.stringContaining('That is not the code')])
    }
    expect((await give(on, link, wrong)).status).toBe(422)
    const sixth = await give(on, link, link.code)
    expect(sixth.status).toBe(422)
    expect(sixth.body).toContain('This link no longer works')
    expect((await rowOf(id)).tries).toBe(5)
    expect(await liveGrants(id)).toEqual([])
    const tried = (await eventsOf(test, { target: (await rowOf(id)).id })).filter(e => e.action === 'link.tried')
    // The right one that came too late is on record too.
    expect(tried).toHaveLength(6)
  })

  it('is over after its days, once another was made, and once it is ended', async () => {
    const id = await planned()
    const [first, second] = [await linkTo(id), await linkTo(id)]
    expect((await give(await phone(), first, first.code)).body).toContain('This link no longer works')
    const row = await rowOf(id)
    expect((await dana.post(`/people/${id}/plan/link/${row.id}/end`)).status).toBe(303)
    expect((await give(await phone(), second, second.code)).body).toContain('This link no longer works')
    const third = await linkTo(id)
    await test.owner
      .updateTable('secure_link')
      .set({ expires_at: house.clock.now() })
      .where('id', '=', (await rowOf(id)).id)
      .execute()
    expect((await give(await phone(), third, third.code)).body).toContain('This link no longer works')
  })
})

describe('A young person who opens their plan by a link', () => {
  it('reads what is theirs, without what is kept close, and nothing else of the record', async () => {
    const id = await planned()
    const link = await linkTo(id)
    const on = await entered(link)
    const { status, body } = await on.get(`${link.path}/plan`)
    expect(status).toBe(200)
    for (const words of ['Lena', 'I want to work with animals', 'Ring the vet', 'We ring together', '1 February 2027'])
      expect(body).toContain(words)
    expect(body).not.toContain('A step kept close')
    expect((await on.get(`/people/${id}`)).to).toBe('/sign-in')
    const [grant] = await liveGrants(id)
    expect(grant).toMatchObject({ holder_id: (await rowOf(id)).id })
    const actions = (await eventsOf(test, { target: (await rowOf(id)).id })).map(e => e.action)
    expect(actions).toEqual(expect.arrayContaining(['link.made', 'link.entered', 'plan.viewed-by-link']))
    expect((await dana.get(`/people/${id}/who`)).body).toContain('A link for the young person')
  })

  it('keeps it as a file that says what the page says, and whoever has no open link gets none', async () => {
    const id = await planned()
    const link = await linkTo(id)
    expect((await (await phone()).get(`${link.path}/plan.pdf`)).to).toBe(link.path)
    const on = await entered(link)
    expect((await on.get(`${link.path}/plan`)).body).toContain(`href="${link.path}/plan.pdf"`)
    // A second later, so that its event comes after that of the page.
    house.clock.advance(1000)
    const file = await on.get(`${link.path}/plan.pdf`)
    expect(file.headers['content-disposition']).toBe('attachment; filename="my-plan.pdf"')
    for (const words of ['Lena', 'I want to work with animals', 'Ring the vet', 'We ring together', '1 February 2027'])
      expect(file.body).toContain(words)
    expect(file.body).not.toContain('A step kept close')
    const actions = (await eventsOf(test, { target: (await rowOf(id)).id })).map(e => e.action)
    expect(actions).toContain('plan.printed-by-link')
    on.cookies.set('connexions-language', 'cy')
    const welsh = await on.get(`${link.path}/plan.pdf`)
    expect(welsh.body).toContain('Fy nghynllun')
    expect(await readPdf(welsh.file ?? Buffer.of())).toMatchObject({ language: 'cy-GB', isTagged: true, isUa: true })
    await on.get(`${link.path}/leave`)
    expect((await on.get(`${link.path}/plan.pdf`)).to).toBe(link.path)
  })

  it('is let in once: another phone is not, nor this one after leaving', async () => {
    const link = await linkTo(await planned())
    const on = await entered(link)
    expect((await give(await phone(), link, link.code)).body).toContain('This link no longer works')
    expect((await on.get(link.path)).to).toBe(`${link.path}/plan`)
    expect((await on.get(`${link.path}/leave`)).to).toContain('weather')
    expect((await on.get(`${link.path}/plan`)).to).toBe(link.path)
  })

  it('says what they think of it in their own words, once, and whoever made the link is told', async () => {
    const id = await planned()
    const link = await linkTo(id)
    const on = await entered(link)
    const page = (await on.get(`${link.path}/plan`)).body
    const stamp = /name="stamp" value="([^"]*)"/.exec(page)?.[1] ?? ''
    const none = await on.post(`${link.path}/plan`, { stamp }, `${link.path}/plan`)
    expect([none.status, summaryOf(none.body)]).toEqual([422, ['#agreement Select whether this plan is right for you']])
    const bare = await on.post(`${link.path}/plan`, { stamp, agreement: 'disagreed' }, `${link.path}/plan`)
    expect(summaryOf(bare.body)[0]).toContain('#words Write what is not right')
    const said = { stamp, agreement: 'disagreed', words: 'Not the vet on Mondays' }
    expect((await on.post(`${link.path}/plan`, said, `${link.path}/plan`)).status).toBe(303)
    house.clock.advance(1000)
    const thanks = (await on.get(`${link.path}/plan`)).body
    expect(thanks).toContain('Thank you')
    expect(thanks).toContain('Not the vet on Mondays')
    await on.post(`${link.path}/plan`, said, `${link.path}/plan`)
    const rows = await test.owner.selectFrom('plan_agreement').selectAll().where('person_id', '=', id).execute()
    expect(rows).toMatchObject([{ agreement: 'disagreed', link_id: (await rowOf(id)).id, agreed_by: dana.accountId }])
    expect((await dana.get('/')).body).toContain('said what they think of their plan, by your link')
    const plan = (await dana.get(`/people/${id}/plan`)).body
    expect(plan).toContain('They said so themselves, by a link.')
    expect(plan).toContain('Not the vet on Mondays')
    expect((await dana.get(`/people/${id}/plan/link`)).body).toContain('Answered')
  })

  it('agrees to what they were shown: changed meanwhile it is shown anew, and what they wrote is kept', async () => {
    const id = await planned()
    const link = await linkTo(id)
    const on = await entered(link)
    const stamp = /name="stamp" value="([^"]*)"/.exec((await on.get(`${link.path}/plan`)).body)?.[1] ?? ''
    house.clock.advance(1000)
    await dana.post(`/people/${id}/plan/goals/new`, { words: 'I want a cat' })
    house.clock.advance(1000)
    const said = { stamp, agreement: 'agreed', words: 'My own words here' }
    const answer = await on.post(`${link.path}/plan`, said, `${link.path}/plan`)
    expect(answer.status).toBe(409)
    for (const words of ['I want a cat', 'My own words here', 'changed a moment ago'])
      expect(answer.body).toContain(words)
  })

  it('reads it in Welsh, which says that nobody has checked it yet', async () => {
    const link = await linkTo(await planned())
    const on = await phone()
    on.cookies.set('connexions-language', 'cy')
    expect((await on.get(link.path)).body).toContain('Rhowch eich cod')
    await give(on, link, link.code)
    house.clock.advance(1000)
    const page = (await on.get(`${link.path}/plan`)).body
    expect(page).toContain('Fy nghynllun')
    expect(page).toContain('A Welsh speaker has not checked this page yet')
  })

  it('says that they are not safe, with nothing filled in, and safeguarding alone reads it (K10)', async () => {
    const id = await planned()
    const link = await linkTo(id)
    const on = await entered(link)
    const help = (await on.get(`${link.path}/worried`)).body
    expect(help).toContain('0800 1111')
    const sent = await on.post(`${link.path}/worried`, {}, `${link.path}/worried`)
    expect(sent.body).toContain('We have it')
    house.clock.advance(1000)
    const [concern] = await test.owner.selectFrom('concern').selectAll().where('person_id', '=', id).execute()
    expect(concern).toMatchObject({ by_link: true, raised_by: (await rowOf(id)).id })
    expect((await safe.get('/')).body).toContain('A safeguarding concern was raised')
    expect((await safe.get(`/concerns/${concern?.id}`)).body).toContain('The young person, by a link')
    expect((await dana.get('/')).body).not.toContain('safeguarding concern')
  })
})

describe('A link', () => {
  it('is made by whoever may write the plan, of what there is, with a day to look again', async () => {
    const id = await planned()
    expect((await mair.get(`/people/${id}/plan/link`)).status).toBe(404)
    const bad = await dana.post(`/people/${id}/plan/link`, {
      ...dayFields('review-on', [2026, 11, 1]),
      pages: ['plan', 'file'],
    })
    expect([bad.status, summaryOf(bad.body)[0]]).toEqual([422, expect.stringContaining('must be after today')])
    const bare = await addPerson(house, partnership, { family: 'Linksample', lead: dana })
    // Without a goal there is no plan to open, and no day to look at it again.
    const form = (await dana.get(`/people/${bare}/plan/link`)).body
    expect([form.includes('value="file"'), form.includes('value="plan"'), form.includes('review-on')]).toEqual([
      ...[true, false, false],
    ])
    const none = await dana.post(`/people/${bare}/plan/link`, { pages: 'plan' })
    expect([none.status, summaryOf(none.body)]).toEqual([422, ['#pages Select what the link opens']])
  })

  it('opens nothing of a record that has been restricted since (K4)', async () => {
    const id = await planned()
    const link = await linkTo(id)
    await house.command(partnership.id, tx => setBarrier(tx, id, { holderId: null, reason: 'A test' }))
    house.clock.advance(1000)
    const on = await entered(link)
    const page = await on.get(`${link.path}/plan`)
    expect([page.status, page.body.includes('Lena')]).toEqual([200, false])
    expect(page.body).toContain('This link no longer works')
    // Who is not safe is heard, with who it is (K10).
    await on.post(`${link.path}/worried`, {}, `${link.path}/worried`)
    const row = await test.owner.selectFrom('concern').selectAll().where('person_id', '=', id).executeTakeFirst()
    expect(row?.by_link).toBe(true)
  })

  // Last: everybody else is signed out by then.
  it('shuts by itself after an hour', async () => {
    const id = await planned()
    const other = await linkTo(id)
    const there = await entered(other)
    house.clock.advance(61 * 60_000)
    expect((await there.get(`${other.path}/plan`)).to).toBe(other.path)
    const [grant] = await liveGrants(id)
    expect(grant?.ended_at !== undefined && grant.ended_at !== null && grant.ended_at <= house.clock.now()).toBe(true)
    // What was being written when the hour was over is heard all the same (K10).
    const sent = await there.post(`${other.path}/worried`, { what: 'I typed for long' }, other.path)
    expect(sent.body).toContain('We have it')
    const row = await test.owner.selectFrom('concern').selectAll().where('person_id', '=', id).executeTakeFirst()
    expect(row?.what).toBe('I typed for long')
  })
})
