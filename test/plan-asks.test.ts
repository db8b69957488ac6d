/** Asking the partner who owns a step of a plan whether they take it on: asked, told, answered, anew, chased, and at both walls. */
import { beforeAll, describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import type { PersonId } from '#ground/ids.ts'
import { ADVISER_CLASSES, openGrant, type RecordClass, setBarrier } from '#rooms/access/index.ts'
import { addOrganisation } from '#rooms/directory/index.ts'
import { turnOf } from '#test/clockwork.ts'
import { openTestDatabase } from '#test/database.ts'
import { dayFields } from '#test/fields.ts'
import { openTestHouse, summaryOf, type TestColleague, type TestPartnership } from '#test/house.ts'
import { addPerson, letSee } from '#test/people.ts'
import { staffOf } from '#test/staff.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
let partnership: TestPartnership
let dana: TestColleague
let mair: TestColleague
let imran: TestColleague
let owen: TestColleague
let sal: TestColleague
let una: TestColleague

const PARTNER: readonly RecordClass[] = ['identity', 'plan']

beforeAll(async () => {
  partnership = await house.partnership()
  ;({ dana, mair, imran, owen } = await staffOf(partnership, 'dana', 'mair', 'imran', 'owen'))
  const stables = await house.command(partnership.id, tx =>
    addOrganisation(tx, { name: 'Made-up Stables', kind: 'school' }),
  )
  sal = await partnership.colleague('partner-practitioner', 'Sal Testcase', stables)
  una = await partnership.colleague('partner-practitioner', 'Una Testcase', stables)
})

let made = 0
const STEP = {
  what: 'Offer a morning a week',
  owner: 'partner',
  'owner-name': 'Made-up Stables',
  support: 'Bus fare 🚌',
}
const THEIRS = { ...STEP, ...dayFields('due', [2027, 1, 10]), then: 'plan' }

/** Somebody with a step a partner owns, and where it is. */
async function someone(lead = dana, step: Record<string, string> = {}) {
  const isIntensive = lead === imran
  const family = `Asksample${(made += 1)}`
  const id = await addPerson(house, partnership, { given: 'Avery', family, born: '2010-10-01', lead, isIntensive })
  const { to = '' } = await lead.post(`/people/${id}/plan/goals/new`, { words: 'I want to work with animals' })
  house.clock.advance(1000)
  expect((await lead.post(to, { ...THEIRS, ...step })).status).toBe(303)
  house.clock.advance(1000)
  const target = await test.owner
    .selectFrom('plan_target')
    .select('id')
    .where('person_id', '=', id)
    .executeTakeFirstOrThrow()
  return { id, target: target.id, at: `/people/${id}/plan/targets/${target.id}` }
}

/** A partner's colleague who may read the plan, by a referral that was taken up. */
async function mayRead(id: PersonId, by: TestColleague, classes = PARTNER) {
  await house.command(partnership.id, tx =>
    openGrant(tx, {
      ...{ scope: { kind: 'person', personId: id }, holderId: by.accountId, classes },
      ...{ basis: 'public-task', source: 'referral' },
    }),
  )
  house.clock.advance(1000)
}

const rowsOf = (id: PersonId) =>
  test.owner.selectFrom('plan_ask').selectAll().where('person_id', '=', id).orderBy('recorded_at').execute()
const noticesOf = async (id: PersonId) =>
  (
    await test.owner
      .selectFrom('notice')
      .select(['kind', 'account_id', 'read_at'])
      .where('person_id', '=', id)
      .where('kind', 'like', 'plan-ask.%')
      .orderBy('made_at')
      .execute()
  ).map(one => [one.kind, one.account_id === sal.accountId ? 'sal' : 'dana', one.read_at !== null])

async function send(by: TestColleague, path: string, fields: Record<string, string>) {
  house.clock.advance(1000)
  const version = /name="version" value="(\d+)"/.exec((await by.get(path)).body)?.[1] ?? ''
  const answer = await by.post(path, { version, ...fields })
  house.clock.advance(1000)
  return answer
}

async function askSal() {
  const one = await someone()
  await mayRead(one.id, sal)
  expect((await send(dana, `${one.at}/partner`, { how: 'ask', whom: sal.accountId })).status).toBe(303)
  const [row] = await rowsOf(one.id)
  return { ...one, ask: `/plan-asks/${row?.id}` }
}

describe('A partner who owns a step', () => {
  it('is asked, reads that step, says yes in one press, and whoever asked is told', async () => {
    const { id, ask } = await askSal()
    expect((await dana.get(`/people/${id}/plan`)).body).toContain('asked, answers by')
    expect((await sal.get('/')).body).toContain('Do you take on a step of a young person’s plan?')
    const page = await sal.get(ask)
    expect([page.status, page.body.includes('Bus fare 🚌'), page.body.includes('Dana Testcase asks')]).toEqual([
      200,
      true,
      true,
    ])
    expect((await send(sal, ask, { says: 'yes', words: 'From Tuesday مرحبا' })).to).toBe(ask)
    expect((await sal.get(ask)).body).toContain('Said yes on')
    expect((await dana.get(`/people/${id}/plan`)).body).toContain('said yes on')
    expect(await noticesOf(id)).toEqual([
      ['plan-ask.asked', 'sal', true],
      ['plan-ask.said-yes', 'dana', false],
    ])
  })

  it('says no with why; without why it is asked at its field and nothing is lost', async () => {
    const { id, ask } = await askSal()
    const bare = await send(sal, ask, {})
    expect(summaryOf(bare.body)).toEqual(['#says Choose whether you take it on'])
    expect(summaryOf((await send(sal, ask, { says: 'no' })).body)[0]).toContain('#words')
    expect((await send(sal, ask, { says: 'no', words: 'No room before spring' })).status).toBe(303)
    expect((await dana.get(`/people/${id}/plan`)).body).toContain('said no on')
    // Sent again it is one; another word than the first is no longer taken.
    expect((await sal.post(ask, { version: '1', says: 'no', words: 'No room before spring' })).status).toBe(303)
    expect((await sal.post(ask, { version: '1', says: 'yes' })).status).toBe(409)
    expect((await rowsOf(id)).map(row => row.state)).toEqual(['no'])
  })

  it('without an account: who told whom and when is written down, and bad answers are asked for', async () => {
    const { id, at } = await someone()
    const none = await send(dana, `${at}/partner`, { how: 'told' })
    expect(summaryOf(none.body).map(line => line.split(' ')[0])).toEqual(['#who', '#on-day', '#says'])
    const told = { how: 'told', who: 'Jo Made-up 🐴', says: 'yes', words: 'Kept words' }
    const ahead = await send(dana, `${at}/partner`, { ...told, ...dayFields('on', [2029, 1, 1]) })
    expect([ahead.status, ahead.body.includes('Kept words')]).toEqual([422, true])
    const [y, m, d] = house.clock.today().split('-').map(Number) as [number, number, number]
    for (const _ of [1, 2])
      expect((await send(dana, `${at}/partner`, { ...told, ...dayFields('on', [y, m, d]) })).status).toBe(303)
    expect((await rowsOf(id)).map(row => [row.state, row.who, row.asked_account])).toEqual([
      ['yes', 'Jo Made-up 🐴', null],
    ])
  })

  it('leaves what was agreed as it is: asking is no change of the plan', async () => {
    const { id, at } = await someone()
    const agree = `/people/${id}/plan/agree`
    const stamp = /name="stamp" value="([^"]*)"/.exec((await dana.get(agree)).body)?.[1] ?? ''
    const agreed = { agreement: 'agreed', copy: 'paper', ...dayFields('review-on', [2027, 2, 1]) }
    expect((await dana.post(agree, { ...agreed, stamp })).status).toBe(303)
    await mayRead(id, sal)
    await send(dana, `${at}/partner`, { how: 'ask', whom: sal.accountId })
    expect((await dana.get(`/people/${id}/plan`)).body).toContain('Agreed as it stands.')
  })

  it('is asked anew when words, day or who may read it change, and no longer when it goes to another', async () => {
    const { id, at, ask } = await askSal()
    await send(sal, ask, { says: 'yes' })
    await send(dana, at, { ...THEIRS, what: 'Offer two mornings a week' })
    expect((await rowsOf(id)).map(row => [row.state, row.what])).toEqual([
      ['yes', 'Offer a morning a week'],
      ['asked', 'Offer two mornings a week'],
    ])
    // Support alone is not what was asked.
    await send(dana, at, { ...THEIRS, what: 'Offer two mornings a week', support: 'And boots' })
    expect(await rowsOf(id)).toHaveLength(2)
    await send(dana, at, { ...THEIRS, what: 'Offer two mornings a week', 'owner-name': 'Made-up Bakers' })
    expect((await rowsOf(id)).map(row => row.state)).toEqual(['yes', 'withdrawn'])
    const [, second] = await rowsOf(id)
    const late = await sal.get(`/plan-asks/${second?.id}`)
    expect(late.body).toContain('You are asked no more.')
    expect((await sal.post(`/plan-asks/${second?.id}`, { version: '1', says: 'yes' })).status).toBe(409)
  })

  it('is asked no more when taken back, and once only when asked twice', async () => {
    const { id, at, ask } = await askSal()
    await send(dana, `${at}/partner`, { how: 'ask', whom: sal.accountId })
    expect(await rowsOf(id)).toHaveLength(1)
    expect((await dana.post(`${ask}/take-back`, { version: '1' }, '/')).status).toBe(303)
    house.clock.advance(1000)
    expect((await rowsOf(id)).map(row => row.state)).toEqual(['withdrawn'])
    expect(await noticesOf(id)).toEqual([['plan-ask.asked', 'sal', true]])
    expect((await dana.get(`/people/${id}/plan`)).body).toContain('not asked yet')
  })

  it('a page that is stale is told so, with what was typed', async () => {
    const { id, at } = await someone()
    await mayRead(id, sal)
    await send(dana, at, { ...THEIRS, what: 'Something else' })
    const stale = await dana.post(`${at}/partner`, { version: '1', how: 'ask', whom: sal.accountId })
    expect([stale.status, stale.body.includes('was changed while this page was open')]).toEqual([409, true])
    expect(await rowsOf(id)).toHaveLength(0)
  })
})

describe('What it opens', () => {
  it('nothing: only who may read the step is offered, and nobody else can be asked', async () => {
    const { id, at } = await someone()
    expect((await dana.get(`${at}/partner`)).body).not.toContain('Sal Testcase')
    const forced = await send(dana, `${at}/partner`, { how: 'ask', whom: sal.accountId })
    expect(forced.status).toBe(422)
    await mayRead(id, sal)
    const page = (await dana.get(`${at}/partner`)).body
    expect([page.includes('Sal Testcase, Made-up Stables'), page.includes('Una Testcase')]).toEqual([true, false])
  })

  it('K8: to everybody but whoever is asked there is none', async () => {
    const { id, ask } = await askSal()
    await mayRead(id, una)
    await letSee(house, partnership, { id, by: mair, classes: ADVISER_CLASSES })
    for (const by of [dana, mair, una, owen]) {
      expect((await by.get(ask)).status, by.name).toBe(404)
      expect((await by.post(ask, { version: '1', says: 'yes' }, '/')).status, by.name).toBe(404)
    }
    expect((await mair.post(`${ask}/take-back`, { version: '9' }, '/')).status).toBe(303)
    expect((await rowsOf(id))[0]?.state).toBe('asked')
    // Whoever may not know of them at all finds nothing to take back either.
    expect((await imran.post(`${ask}/take-back`, { version: '1' }, '/')).status).toBe(404)
  })

  it('K4: whoever is shut out since, or not named for a restricted record, is neither offered nor reads it', async () => {
    const { id, at, ask } = await askSal()
    await house.command(partnership.id, tx => setBarrier(tx, id, { holderId: sal.accountId, reason: 'Made up' }))
    house.clock.advance(1000)
    expect((await sal.get(ask)).status).toBe(404)
    expect((await dana.get(`${at}/partner`)).body).not.toContain('Sal Testcase, Made-up Stables')
    const other = await someone()
    await mayRead(other.id, sal)
    await letSee(house, partnership, { id: other.id, by: dana, classes: [...ADVISER_CLASSES, 'restricted'] })
    await house.command(partnership.id, tx => setBarrier(tx, other.id, { holderId: null, reason: 'Made up' }))
    house.clock.advance(1000)
    expect((await dana.get(`${other.at}/partner`)).body).not.toContain('Sal Testcase')
  })

  it('K6: a step that tells of health is asked only of who sees health, also when it comes to tell of it later', async () => {
    const { id, at } = await someone(imran, { factor: 'physical-health' })
    await mayRead(id, sal)
    expect((await imran.get(`${at}/partner`)).body).not.toContain('Sal Testcase')
    await mayRead(id, una, [...PARTNER, 'health'])
    expect((await imran.get(`${at}/partner`)).body).toContain('Una Testcase')
    const plain = await someone(imran)
    await mayRead(plain.id, sal)
    await send(imran, `${plain.at}/partner`, { how: 'ask', whom: sal.accountId })
    const [row] = await rowsOf(plain.id)
    expect((await sal.get(`/plan-asks/${row?.id}`)).status).toBe(200)
    await send(imran, plain.at, { ...THEIRS, factor: 'physical-health' })
    expect((await rowsOf(plain.id)).map(one => [one.class, one.state])).toEqual([[256, 'withdrawn']])
    expect((await sal.get(`/plan-asks/${row?.id}`)).status).toBe(404)
  })

  it('K9: a step filed on the wrong young person takes what was asked of it along', async () => {
    const { id, target, ask } = await askSal()
    expect((await dana.post(`/people/${id}/misfiled/target/${target}`, { why: 'A twin' }, '/')).status).toBe(303)
    house.clock.advance(1000)
    expect((await sal.get(ask)).status).toBe(404)
  })

  it('stops with a death', async () => {
    const { id, at, ask } = await askSal()
    await owen.post(`/people/${id}/death`, dayFields('on', [2026, 11, 20]), `/people/${id}`)
    house.clock.advance(1000)
    expect((await sal.post(ask, { version: '1', says: 'yes' }, '/')).status).toBe(404)
    expect((await dana.get(`${at}/partner`)).to).toBe(`/people/${id}/plan`)
  })
})

describe('By the clock', () => {
  it('a step no partner has taken on in ten days stands in the list of plans due', async () => {
    const { target } = await someone()
    const silent = 'A partner has not said yes to a step'
    expect((await dana.get('/plans/due')).body).not.toContain(silent)
    await test.owner
      .updateTable('plan_target')
      .set({ set_on: toDay('2026-11-01') })
      .where('id', '=', target)
      .execute()
    const { body } = await dana.get('/plans/due')
    expect([body.includes(silent), /waits for \d+ days/.test(body)]).toEqual([true, true])
  })

  it('the colleague is reminded, then whoever leads is told; a step that is done waits for nobody', async () => {
    const { id } = await askSal()
    const over = await askSal()
    const review = `/people/${over.id}/plan/review`
    const stamp = /name="stamp" value="([^"]*)"/.exec((await dana.get(review)).body)?.[1] ?? ''
    const answers = { [`answer-${over.target}`]: 'met' }
    const agreed = { agreement: 'agreed', copy: 'paper', ...dayFields('review-on', [2027, 2, 1]) }
    const closed = await dana.post(review, { ...agreed, ...answers, stamp })
    expect(closed.status, summaryOf(closed.body).join()).toBe(303)
    for (const days of [8, 1, 5]) {
      house.clock.advance(days * 24 * 3600_000)
      await turnOf(test, house)
      await turnOf(test, house)
    }
    expect((await noticesOf(id)).map(one => one.slice(0, 2))).toEqual([
      ['plan-ask.asked', 'sal'],
      ['plan-ask.late', 'sal'],
      ['plan-ask.still-late', 'dana'],
    ])
    expect((await noticesOf(over.id)).map(one => one[0])).toEqual(['plan-ask.asked'])
  })
})
