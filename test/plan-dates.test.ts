/** Dates beside a plan over HTTP and down to the row: set, held, the next one, called off, chased, and of the part they tell of. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { PersonId } from '#ground/ids.ts'
import { ADVISER_CLASSES, INTENSIVE_CLASSES, setBarrier } from '#rooms/access/index.ts'
import { createTeam, joinTeam } from '#rooms/deployment/index.ts'
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
let leader: TestColleague

beforeAll(async () => {
  partnership = await house.partnership()
  ;({ dana, mair, imran, owen, leader } = await staffOf(partnership, 'dana', 'mair', 'imran', 'owen', 'leader'))
  await house.command(partnership.id, async tx => {
    const team = await createTeam(tx, { name: 'Upper Valley', leaderId: leader.accountId })
    await joinTeam(tx, team, dana.accountId)
  })
})

let made = 0
const someone = (): Promise<PersonId> =>
  addPerson(house, partnership, { given: 'Dee', family: `Datesample${(made += 1)}`, born: '2010-10-01', lead: dana })

const REVIEW = { kind: 'ehc-review', ...dayFields('on', [2026, 12, 1]), who: 'Ms Coordinator 🗓' }
const HELD = { ...dayFields('held-on', [2026, 11, 20]), words: 'A place at college مرحبا', wishes: 'By bus on my own' }

async function set(id: PersonId, fields: Record<string, string> = {}, by = dana) {
  house.clock.advance(1000)
  const answer = await by.post(`/people/${id}/plan/dates`, { ...REVIEW, ...fields }, '/')
  house.clock.advance(1000)
  return answer
}
const rowsOf = (id: PersonId) =>
  test.owner.selectFrom('plan_date').selectAll().where('person_id', '=', id).orderBy('recorded_at').execute()
async function step(id: PersonId, what: string, fields: Record<string, string>, by = dana) {
  const row = (await rowsOf(id)).find(one => one.state === 'ahead')
  house.clock.advance(1000)
  const answer = await by.post(`/plan-dates/${row?.id}/${what}`, { version: String(row?.version), ...fields }, '/')
  house.clock.advance(1000)
  return answer
}

describe('A date beside a plan', () => {
  it('stands on the plan, says what came of it, and the next one stands there at once', async () => {
    const id = await someone()
    expect((await dana.get(`/people/${id}/plan/dates`)).body).toContain('is changed by 31 March 2027')
    expect((await set(id)).to).toBe(`/people/${id}/plan/dates`)
    expect((await dana.get(`/people/${id}/plan`)).body).toContain(
      'Yearly review of the education, health and care plan',
    )
    const [row] = await rowsOf(id)
    expect((await dana.get(`/plan-dates/${row?.id}`)).body).toContain('prepares for adult life')
    expect((await step(id, 'held', HELD)).status).toBe(303)
    expect((await rowsOf(id)).map(one => [one.state, one.on_day, one.over_on])).toEqual([
      ['held', '2026-12-01', '2026-11-20'],
      ['ahead', '2027-11-20', null],
    ])
    expect((await dana.get(`/plan-dates/${row?.id}`)).body).toContain('A place at college مرحبا')
  })

  it('asks at its field for what is missing, keeps what was typed, and is written to once', async () => {
    const id = await someone()
    const bare = await dana.post(`/people/${id}/plan/dates`, { who: 'Kept words' }, '/')
    expect(summaryOf(bare.body).map(line => line.split(' ')[0])).toEqual(['#kind', '#on-day'])
    expect(bare.body).toContain('Kept words')
    await set(id)
    const [row] = await rowsOf(id)
    const early = await step(id, 'held', { ...HELD, ...dayFields('held-on', [2026, 12, 24]) })
    expect([early.status, early.body.includes('A place at college')]).toEqual([422, true])
    expect((await step(id, 'held', { ...HELD, words: '' })).status).toBe(422)
    expect((await step(id, 'call-off', { why: 'Moved away' })).status).toBe(303)
    const stale = await dana.post(`/plan-dates/${row?.id}/held`, { ...HELD, version: '1' }, '/')
    expect([stale.status, stale.body.includes('A place at college')]).toEqual([409, false])
    expect(await rowsOf(id)).toHaveLength(1)
  })

  it('K6: reviews of care are for those who see that part, and to others there is none', async () => {
    const id = await someone()
    expect((await dana.get(`/people/${id}/plan/dates`)).body).not.toContain('Review of care')
    expect((await set(id, { kind: 'care-review' })).status).toBe(422)
    await letSee(house, partnership, { id, by: imran, classes: INTENSIVE_CLASSES })
    expect((await set(id, { kind: 'care-review' }, imran)).status).toBe(303)
    const [row] = await rowsOf(id)
    expect(row?.class).toBe(1024)
    expect((await imran.get(`/people/${id}/plan`)).body).toContain('Review of care')
    for (const path of [`/people/${id}/plan`, `/people/${id}/plan/dates`])
      expect((await dana.get(path)).body, path).not.toContain('Review of care')
    expect((await dana.get(`/plan-dates/${row?.id}`)).status).toBe(404)
  })

  it('K3, K4, K8, K9: nobody shut out knows of it, and one on the wrong young person is gone', async () => {
    const id = await someone()
    await set(id)
    const [row] = await rowsOf(id)
    for (const by of [owen, mair]) expect((await by.get(`/plan-dates/${row?.id}`)).status).toBe(404)
    await letSee(house, partnership, { id, by: mair, classes: ADVISER_CLASSES })
    expect((await mair.get(`/plan-dates/${row?.id}`)).status).toBe(200)
    await house.command(partnership.id, tx => setBarrier(tx, id, { holderId: mair.accountId, reason: 'Made up' }))
    house.clock.advance(1000)
    expect((await mair.get(`/plan-dates/${row?.id}`)).status).toBe(404)
    expect((await dana.post(`/people/${id}/misfiled/plan-date/${row?.id}`, { why: 'A twin' }, '/')).status).toBe(303)
    house.clock.advance(1000)
    expect((await dana.get(`/plan-dates/${row?.id}`)).status).toBe(404)
  })

  it('stops with a death', async () => {
    const id = await someone()
    await set(id)
    await owen.post(`/people/${id}/death`, dayFields('on', [2026, 11, 20]), `/people/${id}`)
    house.clock.advance(1000)
    expect((await step(id, 'held', HELD)).status).toBe(422)
    expect((await set(id)).to).toBe(`/people/${id}/plan`)
    expect(await rowsOf(id)).toHaveLength(1)
  })
})

describe('By the clock', () => {
  it('whoever leads is told once that its day is past, then the leader of the team; of care nobody who does not see it (K6)', async () => {
    const id = await someone()
    const cared = await someone()
    await set(id)
    await letSee(house, partnership, { id: cared, by: imran, classes: INTENSIVE_CLASSES })
    await set(cared, { kind: 'care-review' }, imran)
    const told = async (whom: PersonId) =>
      (
        await test.owner
          .selectFrom('notice')
          .select(['kind', 'account_id'])
          .where('person_id', '=', whom)
          .where('kind', 'like', 'plan-date.%')
          .orderBy('made_at')
          .execute()
      ).map(one => [one.kind, one.account_id])
    for (const days of [8, 1, 3]) {
      house.clock.advance(days * 24 * 3600_000)
      await turnOf(test, house)
      await turnOf(test, house)
    }
    expect(await told(id)).toEqual([
      ['plan-date.late', dana.accountId],
      ['plan-date.still-late', leader.accountId],
    ])
    expect(await told(cared)).toEqual([['plan-date.late', imran.accountId]])
  })
})
