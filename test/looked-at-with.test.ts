/** Training before an assessment is agreed: it stops nobody, asks who with training looked at it too, and says so to those it is for. Row 189. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { PersonId } from '#ground/ids.ts'
import { setBarrier } from '#rooms/access/index.ts'
import { createTeam, joinTeam } from '#rooms/deployment/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { dayFields } from '#test/fields.ts'
import { eventsOf, openTestHouse, summaryOf, type TestColleague, type TestPartnership } from '#test/house.ts'
import { addPerson, letSee } from '#test/people.ts'
import { staffOf } from '#test/staff.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
let partnership: TestPartnership
let leader: TestColleague
let other: TestColleague
let dana: TestColleague
let mair: TestColleague
let imran: TestColleague

beforeAll(async () => {
  partnership = await house.partnership()
  ;({ leader, other, dana, mair, imran } = await staffOf(partnership, 'leader', 'other', 'dana', 'mair', 'imran'))
  await house.command(partnership.id, async tx => {
    const upper = await createTeam(tx, { name: 'Upper Valley', leaderId: leader.accountId })
    for (const one of [dana, mair]) await joinTeam(tx, upper, one.accountId)
    const lower = await createTeam(tx, { name: 'Lower Valley', leaderId: other.accountId })
    await joinTeam(tx, lower, imran.accountId)
  })
  house.clock.advance(1000)
})

async function trained(of: TestColleague, by: TestColleague, on: readonly [number, number, number]) {
  house.clock.advance(1000)
  const at = `/colleagues/${of.accountId}`
  const item = { kind: 'assessment', evidence: 'Certificate seen', ...dayFields('done', on) }
  expect(await by.post(`${at}/items`, item, at)).toMatchObject({ status: 303 })
  house.clock.advance(1000)
}

let made = 0
/** Somebody with a draft that can be agreed. */
async function drafted(by = dana) {
  const id = await addPerson(house, partnership, { given: 'Kit', family: `Looksample${(made += 1)}`, lead: by })
  const { to = '' } = await by.post(`/people/${id}/assessment/begin`, { depth: 'initial' })
  house.clock.advance(1000)
  await by.post(to, {
    'staff-participation': '4',
    'source-participation': 'told-me',
    'evidence-participation': 'Comes',
  })
  house.clock.advance(1000)
  return { id, at: `${to.replace(/\/education$/, '')}/agree` }
}

const AGREED = { agreement: 'agreed', words: 'Typed here', ...dayFields('review-on', [2027, 2, 1]) }
async function agree(at: string, fields: Readonly<Record<string, string>>, by = dana) {
  const stamp = /name="stamp" value="([^"]*)"/.exec((await by.get(at)).body)?.[1] ?? ''
  const answer = await by.post(at, { ...AGREED, stamp, ...fields })
  house.clock.advance(1000)
  return answer
}
const rowOf = (id: PersonId) =>
  test.owner.selectFrom('assessment').selectAll().where('person_id', '=', id).executeTakeFirstOrThrow()
const toldOf = async (id: PersonId) =>
  (
    await test.owner
      .selectFrom('notice')
      .select('account_id')
      .where('person_id', '=', id)
      .where('kind', '=', 'assessment.not-looked')
      .execute()
  ).map(one => one.account_id)
const QUESTION = 'Did a colleague with training in assessing look at it with you?'

describe('Before an assessment is agreed', () => {
  it('nothing is asked while the partnership has no training of that kind on record', async () => {
    const { id, at } = await drafted()
    expect((await dana.get(at)).body).not.toContain(QUESTION)
    expect(await agree(at, { looked: 'with', 'looked-with': mair.accountId })).toMatchObject({ status: 303 })
    expect(await rowOf(id)).toMatchObject({ state: 'agreed', looked_with: null, looked_why: '' })
  })

  it('whoever has it is asked nothing; whoever has none, or whose is over, is asked who looked at it too', async () => {
    await trained(mair, leader, [2026, 1, 5])
    await trained(imran, other, [2025, 1, 6])
    const own = await drafted(mair)
    expect((await mair.get(own.at)).body).not.toContain(QUESTION)
    expect(await agree(own.at, {}, mair)).toMatchObject({ status: 303 })
    const { at } = await drafted()
    expect((await dana.get(at)).body).toContain(QUESTION)
    await trained(dana, leader, [2023, 11, 23])
    const { body } = await dana.get(at)
    expect(body).toContain(QUESTION)
    // Those of one’s own team first.
    const offered = [...body.matchAll(/<option value="[0-9a-f-]+"[^>]*>([^<]+)</g)].map(match => match[1])
    expect(offered).toEqual(['Mair Testcase (your team)', 'Imran Testcase'])
  })

  it.each([
    ['without an answer', {}, '#looked'],
    ['with somebody who is not named', { looked: 'with' }, '#looked-with'],
    ['with somebody who has no training', { looked: 'with', 'looked-with': 'leader' }, '#looked-with'],
    ['with nobody, and no word why', { looked: 'nobody', 'looked-why': ' ' }, '#looked-why'],
    ['with nobody, in ten thousand words', { looked: 'nobody', 'looked-why': 'word '.repeat(10_000) }, '#looked-why'],
  ])('it is refused %s at the field, and nothing that was typed is lost', async (_what, fields, field) => {
    const { id, at } = await drafted()
    const named = 'looked-with' in fields ? { ...fields, 'looked-with': leader.accountId } : fields
    const answer = await agree(at, named)
    expect([answer.status, summaryOf(answer.body)[0]?.split(' ')[0]]).toEqual([422, field])
    expect(answer.body).toContain('Typed here')
    expect((await rowOf(id)).state).toBe('draft')
  })

  it('a colleague who looked at it is kept with it, stands on its page, and nobody is told', async () => {
    const { id, at } = await drafted()
    expect(await agree(at, { looked: 'with', 'looked-with': mair.accountId })).toMatchObject({ status: 303 })
    const row = await rowOf(id)
    expect(row).toMatchObject({ state: 'agreed', looked_with: mair.accountId, looked_why: '' })
    const [event] = (await eventsOf(test, { target: row.id })).filter(one => one.action === 'assessment.agreed')
    expect(event).toBeDefined()
    expect((await dana.get(`/people/${id}/assessment`)).body).toContain('Looked at with Mair Testcase.')
    expect(await toldOf(id)).toEqual([])
    // It opened nothing to them.
    expect((await mair.get(`/people/${id}`)).status).toBe(404)
  })

  it('that nobody did is kept with why, told to whoever leads their team, and read by those two alone', async () => {
    const { id, at } = await drafted()
    await letSee(house, partnership, { id, by: imran, classes: ['identity', 'assessment'] })
    expect(await agree(at, { looked: 'nobody', 'looked-why': 'Mair was ill 🤒' })).toMatchObject({ status: 303 })
    expect(await rowOf(id)).toMatchObject({ state: 'agreed', looked_with: null, looked_why: 'Mair was ill 🤒' })
    expect(await toldOf(id)).toEqual([leader.accountId])
    const path = `/people/${id}/assessment`
    for (const by of [dana, leader]) expect((await by.get(path)).body, by.name).toContain('Mair was ill 🤒')
    const page = await imran.get(path)
    expect([page.status, page.body.includes('Mair was ill')]).toEqual([200, false])
    const [notices, home] = [(await leader.get('/notices')).body, (await leader.get('/')).body]
    expect(notices + home).toContain('nobody looked at it with them')
    // Sent again it is agreed already, and nobody is told twice.
    expect((await agree(at, { looked: 'nobody', 'looked-why': 'Mair was ill 🤒' })).status).toBe(409)
    expect(await toldOf(id)).toHaveLength(1)
  })

  it('K4: whom a barrier keeps from knowing of them is not offered, and a leader who may not see it is not told', async () => {
    const { id, at } = await drafted()
    await house.command(partnership.id, async tx => {
      await setBarrier(tx, id, { holderId: mair.accountId, reason: 'Made up' })
      await setBarrier(tx, id, { holderId: leader.accountId, reason: 'Made up' })
    })
    house.clock.advance(1000)
    expect((await dana.get(at)).body).not.toContain('Mair Testcase (your team)')
    expect((await agree(at, { looked: 'with', 'looked-with': mair.accountId })).status).toBe(422)
    expect(await agree(at, { looked: 'nobody', 'looked-why': 'None was there' })).toMatchObject({ status: 303 })
    expect(await toldOf(id)).toEqual([])
  })

  it('training that was noted while the page was open is asked for no more', async () => {
    const { id, at } = await drafted()
    await trained(dana, leader, [2026, 11, 20])
    expect(await agree(at, { looked: 'with', 'looked-with': dana.accountId })).toMatchObject({ status: 303 })
    expect(await rowOf(id)).toMatchObject({ state: 'agreed', looked_with: null, looked_why: '' })
  })
})
