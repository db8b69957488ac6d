/** A team that takes on the adviser's task together, and asking its specialist: over HTTP, by who may. */
import { beforeAll, describe, expect, it } from 'vitest'
import { createTeam, joinTeam } from '#rooms/deployment/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { openTestHouse, summaryOf, type TestColleague, type TestPartnership } from '#test/house.ts'
import { staffOf } from '#test/staff.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
let partnership: TestPartnership
let leader: TestColleague
let other: TestColleague
let dana: TestColleague
let mair: TestColleague
let imran: TestColleague
let owen: TestColleague

beforeAll(async () => {
  partnership = await house.partnership()
  ;({ leader, other, dana, mair, imran, owen } = await staffOf(
    partnership,
    'leader',
    'other',
    'dana',
    'mair',
    'imran',
    'owen',
  ))
  await house.command(partnership.id, async tx => {
    const team = await createTeam(tx, { name: 'Upper Valley', leaderId: leader.accountId })
    for (const one of [dana, imran]) await joinTeam(tx, team, one.accountId)
    const second = await createTeam(tx, { name: 'Lower Valley', leaderId: other.accountId })
    await joinTeam(tx, second, mair.accountId)
  })
  house.clock.advance(1000)
})

const TASK = { about: 'Custody, and what comes after 🗝' }
async function ask(question: string, by = dana): Promise<string> {
  house.clock.advance(1000)
  const { status, to = '' } = await by.post('/advice/new', { question })
  expect(status).toBe(303)
  house.clock.advance(1000)
  return to
}

describe('A team that takes it on together', () => {
  it('is said so by whoever leads it, with a specialist, and by nobody else', async () => {
    expect((await dana.get('/advice')).body).toContain('Your team has named no specialist')
    expect((await dana.get('/advice/new')).body).toContain('Your team has named no specialist')
    expect((await dana.post('/advice/new', { question: 'Asked of nobody' })).body).toContain('named no specialist')
    for (const by of [dana, owen]) expect((await by.get('/team/task')).status).toBe(404)
    const bare = await leader.post('/team/task', { about: 'Kept words' })
    expect([summaryOf(bare.body)[0], bare.body.includes('Kept words')]).toEqual([
      '#specialist Choose who is asked',
      true,
    ])
    expect((await leader.post('/team/task', { ...TASK, specialist: owen.accountId })).status).toBe(422)
    expect((await leader.post('/team/task', { ...TASK, specialist: imran.accountId })).to).toBe('/team')
    expect((await dana.get('/team')).body).toContain('Imran Testcase can be asked about: Custody')
    expect((await mair.get('/team')).body).not.toContain('Imran Testcase can be asked')
    expect((await mair.get('/advice/new')).body).toContain('Your team has named no specialist')
  })
})

describe('Advice', () => {
  it('is asked once, told to the specialist, answered, and told to whoever asked', async () => {
    expect(summaryOf((await dana.post('/advice/new', {})).body)[0]).toContain('Write what you want to know')
    const at = await ask('Who is there on a Friday? مرحبا')
    expect(await ask('Who is there on a Friday? مرحبا')).toBe(at)
    expect((await imran.get('/')).body).toContain('asks for your advice')
    const bare = await imran.post(at, { version: '1' })
    expect(summaryOf(bare.body)[0]).toContain('Write what you advise')
    for (const _ of [1, 2]) expect((await imran.post(at, { version: '1', answer: 'The duty desk' })).to).toBe(at)
    const stale = await imran.post(at, { version: '1', answer: 'Typed here' })
    expect([stale.status, stale.body.includes('was answered or taken back meanwhile')]).toEqual([409, true])
    expect((await dana.get(at)).body).toContain('The duty desk')
    expect((await dana.get('/')).body).toContain('Your question to the specialist is answered')
  })

  it('is for whoever asked and whom it was asked of: to all others there is none (K8)', async () => {
    const at = await ask('Another question')
    for (const by of [mair, leader, other]) {
      expect((await by.get(at)).status).toBe(404)
      expect((await by.post(at, { version: '1', answer: 'x' }, '/')).status).toBe(404)
      expect((await by.post(`${at}/take-back`, { version: '1' }, '/')).status).toBe(404)
    }
    // Whoever asked does not answer, and the specialist does not take back.
    expect((await dana.post(at, { version: '1', answer: 'x' }, at)).status).toBe(404)
    expect((await imran.post(`${at}/take-back`, { version: '1' }, at)).status).toBe(404)
    expect((await dana.post(`${at}/take-back`, { version: '1' }, at)).to).toBe(at)
    expect((await dana.get(at)).body).toContain('Taken back')
  })

  it('stays with whom it was asked of, and ends with the team’s task for what is new', async () => {
    const at = await ask('One more')
    expect((await leader.post('/team/task', { ...TASK, specialist: dana.accountId })).to).toBe('/team')
    expect((await imran.post(at, { version: '1', answer: 'Still mine to answer' })).to).toBe(at)
    // The specialist asks nobody.
    expect((await dana.get('/advice/new')).body).toContain('Your team has named no specialist')
    expect((await leader.post('/team/task/end', {}, '/team/task')).to).toBe('/team')
    expect((await imran.get('/advice/new')).body).toContain('Your team has named no specialist')
    expect((await dana.get(at)).body).toContain('Still mine to answer')
  })
})
