/** Whose assessment and whose plan is due, of a team: for whoever leads it, and nobody they may not know. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { PersonId } from '#ground/ids.ts'
import { setBarrier } from '#rooms/access/index.ts'
import { assignLead, createTeam, joinTeam } from '#rooms/deployment/index.ts'
import { setDetail } from '#rooms/people/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { eventsOf, openTestHouse, type TestColleague, type TestPartnership } from '#test/house.ts'
import { addPerson } from '#test/people.ts'
import { staffOf } from '#test/staff.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
let partnership: TestPartnership
let leader: TestColleague
let dana: TestColleague
let mair: TestColleague
const ids = new Map<string, PersonId>()

/** Somebody led for with support beyond the ordinary, so that a first assessment is owed; long enough ago to be late. */
async function supported(family: string, lead: TestColleague): Promise<void> {
  const id = await addPerson(house, partnership, { given: 'Due', family })
  await house.command(partnership.id, async tx => {
    await assignLead(tx, id, { accountId: lead.accountId, isIntensive: false, reason: 'Made up' })
    const source = { kind: 'staff', organisationId: null, saidOn: tx.acting.today } as const
    await setDetail(tx, id, 'support-level', 'intensive', source)
  })
  ids.set(family, id)
}

beforeAll(async () => {
  partnership = await house.partnership()
  ;({ leader, dana, mair } = await staffOf(partnership, 'leader', 'dana', 'mair'))
  await house.command(partnership.id, async tx => {
    const team = await createTeam(tx, { name: 'Upper Valley', leaderId: leader.accountId })
    await joinTeam(tx, team, dana.accountId)
  })
  house.clock.advance(1000)
  await supported('Teamsample', dana)
  await supported('Othersample', mair)
  await supported('Hidesample', dana)
  await house.command(partnership.id, tx =>
    setBarrier(tx, ids.get('Hidesample') as PersonId, { holderId: leader.accountId, reason: 'Made up' }),
  )
  house.clock.advance(1000)
})

describe.each(['/assessments/due', '/plans/due'])('%s of a team', path => {
  it('holds whom the team leads for, with who leads, and nobody the leader may not know (K4, K8)', async () => {
    const { status, body, requestId } = await leader.get(`${path}?of=team`)
    expect(status).toBe(200)
    expect(body).toContain('Teamsample, Due')
    expect(body).toContain('Dana Testcase')
    for (const kept of ['Othersample', 'Hidesample']) expect(body).not.toContain(kept)
    const [event] = await eventsOf(test, { requestId })
    expect(event?.person_ids).toEqual([ids.get('Teamsample')])
  })

  it('is a leader’s: for anybody else the same address is their own list, and a leader’s own is their own', async () => {
    const own = await dana.get(`${path}?of=team`)
    expect(own.body).toContain('Hidesample')
    expect(own.body).not.toContain('My team')
    const mine = await leader.get(path)
    expect(mine.body).toContain('My team')
    expect(mine.body).not.toContain('Teamsample')
  })
})
