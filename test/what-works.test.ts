/** What works here over HTTP: written down by those who work with young people, found by others, looked at again and put away. */
import { beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '#test/database.ts'
import { openTestHouse, summaryOf, type TestColleague, type TestPartnership } from '#test/house.ts'
import { staffOf } from '#test/staff.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
let partnership: TestPartnership
let leader: TestColleague
let dana: TestColleague
let mair: TestColleague
let lena: TestColleague
let partner: TestColleague

beforeAll(async () => {
  partnership = await house.partnership()
  ;({ leader, dana, mair, lena } = await staffOf(partnership, 'leader', 'dana', 'mair', 'lena'))
  partner = await partnership.colleague('partner-practitioner', 'Hana Testcase')
})

const WALK = { title: 'Walk the way first 🚶', what: 'Go along once مرحبا', fits: 'Not twice', needs: ['motivation'] }
let made = 0
async function written(fields: Record<string, string | string[]> = {}, by = dana): Promise<string> {
  house.clock.advance(1000)
  const {
    status,
    to = '',
    body,
  } = await by.post('/what-works/new', { ...WALK, title: `Walk ${(made += 1)}`, ...fields })
  if (status !== 303) throw new Error(summaryOf(body).join())
  house.clock.advance(1000)
  return to
}

describe('What works here', () => {
  it('is written once, asked for at its field, read by all staff and by nobody else', async () => {
    const empty = await dana.post('/what-works/new', { fits: 'Kept words' })
    expect(summaryOf(empty.body).map(line => line.split(' ')[0])).toEqual(['#title', '#what'])
    expect(empty.body).toContain('Kept words')
    const to = await written({ title: WALK.title })
    expect(await written({ title: WALK.title })).toBe(to)
    const page = (await lena.get(to)).body
    expect([page.includes('Go along once مرحبا'), page.includes('Motivation'), page.includes('Dana Testcase')]).toEqual(
      [true, true, true],
    )
    for (const path of ['/what-works', to]) expect((await partner.get(path)).status).toBe(404)
    expect((await lena.get('/what-works/new')).status).toBe(404)
  })

  it('is found by need and words', async () => {
    await written({ title: 'Bees on the roof', needs: ['community'] })
    expect((await mair.get('/what-works?need=community')).body).toContain('Bees on the roof')
    expect((await mair.get('/what-works?need=housing')).body).not.toContain('Bees on the roof')
    expect((await mair.get('/what-works?q=bees')).body).toContain('Bees on the roof')
    expect((await mair.get('/what-works?q=nothing-of-the-kind')).body).toContain('Nothing fits')
  })

  it('is changed and put away by who wrote it and by team leaders, from the version that was shown', async () => {
    const to = await written()
    expect((await mair.get(`${to}/change`)).status).toBe(404)
    expect((await mair.post(`${to}/put-away`, { version: '1' }, '/')).status).toBe(404)
    const changed = { ...WALK, title: 'Walk slowly' }
    expect((await leader.post(`${to}/change`, { ...changed, version: '1' })).status).toBe(303)
    const stale = await dana.post(`${to}/change`, { ...changed, what: 'Typed here', version: '1' })
    expect([stale.status, stale.body.includes('Typed here'), stale.body.includes('Somebody else changed')]).toEqual([
      409,
      true,
      true,
    ])
    expect((await dana.post(`${to}/put-away`, { version: '2' }, to)).to).toBe(to)
    expect((await mair.get(to)).body).toContain('Put away on')
    expect((await mair.get('/what-works')).body).not.toContain('Walk slowly')
    expect((await dana.get(`${to}/change`)).to).toBe(to)
  })
})
