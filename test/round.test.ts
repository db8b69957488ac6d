/** Who stands round a young person, over HTTP: rights and their limits, others with a part, and nothing of what the viewer may not know. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { PersonId } from '#ground/ids.ts'
import { ADVISER_CLASSES, INTENSIVE_CLASSES, setBarrier } from '#rooms/access/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { dayFields } from '#test/fields.ts'
import { openTestHouse, type TestColleague, type TestPartnership } from '#test/house.ts'
import { addPerson, letSee } from '#test/people.ts'
import { staffOf } from '#test/staff.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
let partnership: TestPartnership
let dana: TestColleague
let mair: TestColleague
let imran: TestColleague
let owen: TestColleague

beforeAll(async () => {
  partnership = await house.partnership()
  ;({ dana, mair, imran, owen } = await staffOf(partnership, 'dana', 'mair', 'imran', 'owen'))
})

let made = 0
const someone = (): Promise<PersonId> =>
  addPerson(house, partnership, { given: 'Tam', family: `Roundsample${(made += 1)}`, born: '2010-10-01', lead: dana })

/** The cells of somebody's row, by its headings. */
function rowOf(body: string, who: string): string {
  return body.split('<tr').find(row => row.includes(who)) ?? ''
}

describe('Who stands round somebody', () => {
  it('says of each what they are there for, and what they can and cannot read', async () => {
    const id = await someone()
    await letSee(house, partnership, { id, by: imran, classes: INTENSIVE_CLASSES })
    house.clock.advance(1000)
    const { body } = await dana.get(`/people/${id}/round`)
    expect(rowOf(body, 'Dana Testcase')).toContain('Lead adviser')
    const [reads = '', readsNot = ''] = rowOf(body, 'Imran Testcase').split('Does not read')
    expect([reads.includes('health'), readsNot.includes('health'), readsNot.includes('youth justice')]).toEqual([
      true,
      false,
      true,
    ])
    expect(rowOf(body, 'Owen Testcase')).toBe('')
    expect(body).toMatch(/\d+ more ha(s|ve) a right by their office|One more has a right by their office/)
  })

  it('names others with a part who read nothing here: of an EHC plan, of a step, of the family', async () => {
    const id = await someone()
    await dana.post(`/people/${id}/ehc-plan/change`, {
      ...{ shown: '', council: 'Made-up Council', worker: 'Ms Coordinator', 'worker-ways': '01632 960 441' },
      ...{ ...dayFields('as-of', [2026, 11, 10]), source: 'council' },
    })
    house.clock.advance(1000)
    const { to: plan = '' } = await dana.post(`/people/${id}/plan/goals/new`, { words: 'Work with animals' })
    house.clock.advance(1000)
    const goal = await test.owner
      .selectFrom('plan_goal')
      .select('id')
      .where('person_id', '=', id)
      .executeTakeFirstOrThrow()
    const step = {
      what: 'A day at the stables',
      owner: 'partner',
      'owner-name': 'Made-up Stables',
      support: '',
      'how-known': '',
    }
    const set = await dana.post(`/people/${id}/plan/goals/${goal.id}/targets/new`, {
      ...step,
      ...dayFields('due', [2026, 12, 20]),
    })
    expect([plan !== '', set.status]).toEqual([true, 303])
    house.clock.advance(1000)
    const { body } = await dana.get(`/people/${id}/round`)
    for (const words of ['Ms Coordinator', '01632 960 441', 'Made-up Stables', 'A day at the stables'])
      expect(body).toContain(words)
  })

  it('K6: who works with them in care is told to those who see that part alone', async () => {
    const id = await someone()
    await letSee(house, partnership, { id, by: imran, classes: INTENSIVE_CLASSES })
    house.clock.advance(1000)
    await imran.post(`/people/${id}/care/change`, {
      ...{ shown: '', status: 'eligible', council: 'Other Council', worker: 'Mr Social Worker', lives: 'inside' },
      ...{ ...dayFields('as-of', [2026, 11, 10]), source: 'council' },
    })
    house.clock.advance(1000)
    expect((await imran.get(`/people/${id}/round`)).body).toContain('Mr Social Worker')
    expect((await dana.get(`/people/${id}/round`)).body).not.toContain('Mr Social Worker')
  })

  it('K4: whoever is shut out finds no such page', async () => {
    const id = await someone()
    expect((await mair.get(`/people/${id}/round`)).status).toBe(404)
    await letSee(house, partnership, { id, by: mair, classes: ADVISER_CLASSES })
    expect((await mair.get(`/people/${id}/round`)).status).toBe(200)
    await house.command(partnership.id, tx => setBarrier(tx, id, { holderId: mair.accountId, reason: 'Made up' }))
    house.clock.advance(1000)
    expect((await mair.get(`/people/${id}/round`)).status).toBe(404)
    expect((await owen.get(`/people/${id}/round`)).status).toBe(200)
  })
})
