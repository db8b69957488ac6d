/** What was agreed with the place an adviser works at, over HTTP: read by the adviser it is about, written by those who manage deployments, never by oneself. */
import { beforeAll, describe, expect, it } from 'vitest'
import { asHouse } from '#ground/database/tx.ts'
import { toDay } from '#ground/day.ts'
import type { OrganisationId, RowId } from '#ground/ids.ts'
import { chaseTerms, deploy, endDeployment } from '#rooms/deployment/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { dayFields } from '#test/fields.ts'
import { eventsOf, openTestHouse, summaryOf, type TestColleague, type TestPartnership } from '#test/house.ts'
import { openPostings } from '#test/postings.ts'
import { staffOf } from '#test/staff.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
let partnership: TestPartnership
const { as, command, newSchool } = openPostings(test, house, () => partnership)
let admin: TestColleague
let leader: TestColleague
let other: TestColleague
let dana: TestColleague
let mair: TestColleague
let owen: TestColleague
let practitioner: TestColleague
let places = 0

beforeAll(async () => {
  partnership = await house.partnership()
  ;({ admin, leader, other, dana, mair, owen } = await staffOf(
    partnership,
    ...(['admin', 'leader', 'other', 'dana', 'mair', 'owen'] as const),
  ))
  practitioner = await partnership.colleague('partner-practitioner')
})

/** Somebody is deployed to a new school. */
async function deployed(who: TestColleague, by = leader): Promise<RowId> {
  house.clock.advance(1000)
  const organisationId: OrganisationId = await newSchool(`Example School ${(places += 1)}`)
  return as(by, async tx => {
    const wanted = { accountId: who.accountId, organisationId, hours: 'Fridays', from: tx.acting.today, lastOn: null }
    const made = await deploy(tx, wanted)
    if (!made.ok) throw new Error(made.why)
    return made.value
  })
}

const fields = (more: Record<string, string> = {}) => ({
  ...{ version: '0', base: 'Room 4 🚪', phone: '01632 960001', directs: 'Jo Madeup مرحبا', manager: other.accountId },
  ...{ 'may-tell': 'That we met', 'may-not-tell': 'What was said', hours: 'Fridays, 9 to 3', notice: 'A month' },
  ...{ 'agreed-with': 'Sam Madeup', ...dayFields('agreed', [2026, 11, 20]), ...dayFields('look', [2027, 6, 1]) },
  ...more,
})

describe('What was agreed with a host', () => {
  it('is written by whoever manages deployments, with each fault at its field and nothing typed lost', async () => {
    const id = await deployed(dana)
    const at = `/deployments/${id}/agreed`
    expect((await leader.get(at)).body).toContain('Nothing is written down yet')
    const empty = await leader.post(`${at}/change`, { version: '0', notice: 'Kept words' })
    expect(empty.status).toBe(422)
    expect(summaryOf(empty.body).map(line => line.split(' ')[0])).toEqual([
      ...['#base', '#directs', '#manager', '#may-tell', '#may-not-tell', '#hours', '#agreed-day', '#agreed-with'],
      '#look-day',
    ])
    expect(empty.body).toContain('Kept words')
    const far = await leader.post(`${at}/change`, fields(dayFields('look', [2030, 1, 1])))
    expect(summaryOf(far.body)).toEqual(['#look-day The day to look again must be within a year'])
    const ahead = await leader.post(`${at}/change`, fields(dayFields('inducted', [2027, 1, 1])))
    expect(summaryOf(ahead.body)[0]).toContain('#inducted-day')
    for (const nobody of [dana.accountId, practitioner.accountId])
      expect(summaryOf((await leader.post(`${at}/change`, fields({ manager: nobody }))).body)).toEqual([
        '#manager Choose their line manager',
      ])
    expect((await leader.post(`${at}/change`, fields())).to).toBe(at)
    const { body } = await leader.get(at)
    for (const words of ['Room 4 🚪', 'Jo Madeup مرحبا', 'Nia Testcase', 'No induction yet', 'Sam Madeup'])
      expect(body).toContain(words)
    expect((await leader.get('/deployments')).body).toContain('No induction yet')
    expect((await eventsOf(test, { target: id })).map(e => e.action)).toContain('deployment.terms-agreed')
  })

  it('keeps each version, is written once when it is sent twice, and is not overwritten unseen', async () => {
    const id = await deployed(dana)
    const at = `/deployments/${id}/agreed`
    for (const _ of [1, 2]) expect((await leader.post(`${at}/change`, fields())).status).toBe(303)
    house.clock.advance(1000)
    const second = fields({ version: '1', base: 'Room 9', ...dayFields('inducted', [2026, 11, 21]) })
    expect((await other.post(`${at}/change`, { ...second, manager: leader.accountId })).status).toBe(303)
    const stale = await leader.post(`${at}/change`, fields({ version: '1', base: 'Typed here' }))
    expect([stale.status, stale.body.includes('Typed here'), stale.body.includes('Room 9')]).toEqual([409, true, true])
    const rows = await test.owner
      .selectFrom('host_terms')
      .selectAll()
      .where('deployment_id', '=', id)
      .orderBy('version')
      .execute()
    expect(rows.map(row => [row.version, row.base])).toEqual([
      [1, 'Room 4 🚪'],
      [2, 'Room 9'],
    ])
    const { body } = await leader.get(at)
    for (const words of ['Room 9', 'Room 4 🚪', 'Version 1']) expect(body).toContain(words)
  })

  it('is read by the adviser it is about and by nobody else who advises, and by no partner (K8)', async () => {
    const id = await deployed(dana)
    const at = `/deployments/${id}/agreed`
    await leader.post(`${at}/change`, fields())
    const own = await dana.get(at)
    expect([own.status, own.body.includes('Room 4'), own.body.includes(`${at}/change`)]).toEqual([200, true, false])
    expect((await dana.get('/institutions')).body).toContain(at)
    for (const nobody of [mair, admin, owen, practitioner]) expect((await nobody.get(at)).status).toBe(404)
    for (const nobody of [dana, mair, admin, owen, practitioner]) {
      expect((await nobody.get(`${at}/change`)).status).toBe(404)
      expect((await nobody.post(`${at}/change`, fields({ version: '1' }))).status).toBe(404)
    }
  })

  it('is written by nobody about themselves, though they manage deployments', async () => {
    const id = await deployed(leader, other)
    const at = `/deployments/${id}/agreed`
    const own = await leader.get(at)
    expect([own.status, own.body.includes(`${at}/change`)]).toEqual([200, false])
    expect((await leader.get(`${at}/change`)).status).toBe(404)
    expect((await leader.post(`${at}/change`, fields({ manager: admin.accountId }))).status).toBe(404)
    expect((await other.post(`${at}/change`, fields({ manager: admin.accountId }))).status).toBe(303)
  })

  it('takes nothing more once the deployment is over, and can still be read', async () => {
    const id = await deployed(dana)
    const at = `/deployments/${id}/agreed`
    await leader.post(`${at}/change`, fields())
    await as(leader, tx => endDeployment(tx, id, 'a test'))
    expect((await leader.get(at)).body).toContain('This deployment is over')
    expect((await leader.post(`${at}/change`, fields({ version: '1' }))).status).toBe(404)
  })

  it('is told once to those who manage deployments when the day to look again is past, and not to the adviser', async () => {
    const id = await deployed(leader, other)
    const at = `/deployments/${id}/agreed`
    const look = dayFields('look', [2026, 12, 1])
    expect((await other.post(`${at}/change`, fields({ ...look, manager: admin.accountId }))).status).toBe(303)
    const over = await deployed(dana)
    await leader.post(`/deployments/${over}/agreed/change`, fields(look))
    await as(leader, tx => endDeployment(tx, over, 'a test'))
    const chase = (today: string) =>
      command(tx => asHouse({ ...tx, acting: { ...tx.acting, today: toDay(today) } }, 'a test', chaseTerms))
    expect(await chase('2026-12-01')).toBe(0)
    expect(await chase('2026-12-02')).toBe(1)
    expect(await chase('2026-12-03')).toBe(0)
    const told = await test.owner.selectFrom('notice').selectAll().where('kind', '=', 'deployment.terms-due').execute()
    expect(told.map(one => [one.account_id, one.target_id])).toEqual([[other.accountId, id]])
    expect((await other.get('/')).body).toContain('is to be looked at again')
  })
})
