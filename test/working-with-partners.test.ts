/** What advisers are asked for, what they do, and what partners say of working with them: counts that tell of nobody, and each page for those it is for. */
import { beforeAll, describe, expect, it } from 'vitest'
import { asHouse } from '#ground/database/tx.ts'
import { toDay } from '#ground/day.ts'
import type { OrganisationId, PersonId, RowId } from '#ground/ids.ts'
import { setBarrier } from '#rooms/access/index.ts'
import { makeTeam } from '#rooms/deployment/index.ts'
import { markDeath } from '#rooms/people/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { eventsOf, openTestHouse, summaryOf, type TestColleague, type TestPartnership } from '#test/house.ts'
import { addPerson } from '#test/people.ts'
import { openReferring } from '#test/referring.ts'
import { staffOf } from '#test/staff.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
let partnership: TestPartnership
const { agency, agreed } = openReferring(test, house, () => partnership)
let admin: TestColleague
let leader: TestColleague
let dana: TestColleague
let owen: TestColleague
let manager: TestColleague
let hale: TestColleague
let school: OrganisationId
let support: RowId
let hands: RowId

beforeAll(async () => {
  partnership = await house.partnership()
  ;({ admin, leader, dana, owen } = await staffOf(partnership, 'admin', 'leader', 'dana', 'owen'))
  manager = await partnership.colleague('manager', 'Alex Testcase')
  school = await agency('Example High', 'school')
  hale = await partnership.colleague('partner-practitioner', 'Hale Testcase', school)
  const team = await house.command(partnership.id, tx => makeTeam(tx, { name: 'Upper', leaderId: null }))
  if (!team.ok) throw new Error(team.why)
  const own = partnership.organisationId
  support = await agreed(school, own, { teamId: team.value, purpose: 'a personal adviser' })
  hands = await agreed(school, own, { teamId: team.value, purpose: 'extra hands for behaviour' })
})

const SOURCE = { kind: 'staff', organisationId: null, saidOn: toDay('2026-11-01') } as const

let made = 0
/** Referrals the school sent, on a day. */
async function sent(count: number, protocolId: RowId, on = '2026-10-01'): Promise<PersonId[]> {
  const people: PersonId[] = []
  for (let n = 0; n < count; n += 1) {
    const id = await addPerson(house, partnership, { given: 'Sol', family: `Askedsample${(made += 1)}`, lead: dana })
    people.push(id)
    await test.owner
      .insertInto('referral')
      .values({
        ...{ partnership_id: partnership.id, id: crypto.randomUUID() as RowId, person_id: id, origin_person_id: id },
        ...{ class: 128, protocol_id: protocolId, from_id: school, to_id: partnership.organisationId },
        ...{
          sent_for: school,
          state: 'sent',
          view: 'agrees',
          made_by: hale.accountId,
          sent_by: hale.accountId,
          sent_on: on,
          shown_on: on,
          due_on: on,
        },
        ...{ recorded_at: '2026-10-01T09:00:00Z' },
      } as never)
      .execute()
  }
  return people
}

const textOf = (body: string) =>
  body
    .slice(body.indexOf('<main'))
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
const lineOf = async (who: TestColleague, purpose: string, span = 'this') => {
  const { body } = await who.get(`/asked-for?span=${span}`)
  return textOf(body)
    .split('Example High')
    .find(part => part.includes(purpose))
}

describe('What advisers are asked for', () => {
  it('is for managers and team leaders, and no page for anybody else', async () => {
    for (const who of [manager, leader]) expect((await who.get('/asked-for')).status).toBe(200)
    for (const nobody of [dana, owen, admin, hale]) expect((await nobody.get('/asked-for')).status).toBe(404)
  })

  it('tells fewer than five and none alike, to the nearest five, by school year', async () => {
    expect(await lineOf(manager, 'a personal adviser')).toContain('Fewer than 5')
    await sent(4, support)
    expect(await lineOf(manager, 'a personal adviser')).toContain('Fewer than 5')
    await sent(3, support)
    expect(await lineOf(manager, 'a personal adviser')).toMatch(/a personal adviser 5\b/)
    expect(await lineOf(manager, 'a personal adviser', 'last')).toBeUndefined()
  })

  it('K4, K9: counts nothing of restricted records, of what was filed on somebody else, or of whoever has died', async () => {
    const [one, two, three] = await sent(3, support)
    const before = await lineOf(manager, 'a personal adviser')
    expect(before).toMatch(/a personal adviser 10\b/)
    await house.command(partnership.id, async tx => {
      await setBarrier(tx, one as PersonId, { holderId: null, reason: 'a test' })
      const died = await asHouse(tx, 'a test', worker =>
        markDeath(worker, two as PersonId, toDay('2026-11-01'), SOURCE),
      )
      expect(died.ok).toBe(true)
    })
    await test.owner
      .updateTable('referral')
      .set({ sealed_at: '2026-11-01T09:00:00Z' } as never)
      .where('person_id', '=', three as PersonId)
      .execute()
    expect(await lineOf(manager, 'a personal adviser')).toMatch(/a personal adviser 5\b/)
  })

  it('is marked where most of what one agency sends is no adviser’s task, said by whoever keeps the agreement', async () => {
    await sent(20, hands)
    expect(await lineOf(leader, 'extra hands')).not.toContain('no adviser’s task')
    const at = `/protocols/${hands}/task`
    for (const nobody of [dana, leader, manager, hale]) expect((await nobody.get(at)).status).toBe(404)
    const { body } = await owen.get(at)
    const version = /name="version" value="(\d+)"/.exec(body)?.[1] ?? ''
    expect((await owen.post(at, { why: 'x'.repeat(301), version })).status).toBe(422)
    const stale = await owen.post(at, { why: 'Typed here', version: '77' })
    expect([stale.status, stale.body.includes('Typed here')]).toEqual([409, true])
    for (const _ of [1, 2]) expect((await owen.post(at, { why: 'Behaviour 🏫', version })).status).toBe(303)
    const line = await lineOf(leader, 'extra hands')
    expect(line).toContain('Most of what they send is no adviser’s task')
    expect(line).toContain('Behaviour 🏫')
    expect((await eventsOf(test, { target: hands })).filter(e => e.action === 'protocol.task-said')).toHaveLength(1)
  })

  it('stands beside what an adviser does, which staff and partners read alike', async () => {
    for (const who of [dana, hale, manager, admin])
      expect((await who.get('/adviser-role')).body).toContain('What is not an adviser’s task')
    expect((await hale.get('/roll')).body).toContain('/adviser-role')
    expect((await dana.get('/institutions')).body).toContain('/adviser-role')
  })
})

const SAYS = { reach: 'agree', helps: 'agree', told: 'disagree', clear: 'cannot-say', together: 'agree' }

describe('What partners say of working with advisers', () => {
  it('is asked of their practitioners alone, with each fault at its field and nothing typed lost', async () => {
    for (const nobody of [dana, manager, owen, admin, leader]) {
      expect((await nobody.get('/feedback')).status).toBe(404)
      expect((await nobody.post('/feedback', SAYS)).status).toBe(404)
    }
    expect((await hale.get('/')).body).toContain('What do you say of working with our advisers?')
    expect((await dana.get('/')).body).not.toContain('What do you say of working with our advisers?')
    const wrong = await hale.post('/feedback', { ...SAYS, told: 'perhaps', 'what-helps': 'Kept words' })
    expect([wrong.status, wrong.body.includes('Kept words')]).toEqual([422, true])
    expect(summaryOf(wrong.body)).toEqual(['#told Say whether you agree: We hear in time what we may hear'])
  })

  it('is put off for thirty days, or answered once in a school year', async () => {
    expect((await hale.post('/feedback/later')).to).toBe('/')
    expect((await hale.get('/')).body).not.toContain('What do you say of working')
    expect((await hale.get('/feedback')).body).toContain('You put it off')
    expect((await hale.post('/feedback', { ...SAYS, 'what-helps': 'First 🌱' })).to).toBe('/feedback')
    expect((await hale.post('/feedback', { ...SAYS, 'what-helps': 'Second' })).to).toBe('/feedback')
    await hale.post('/feedback/later')
    const rows = await test.owner.selectFrom('partner_feedback').selectAll().execute()
    expect(rows.map(row => [row.state, row.what_helps])).toEqual([['answered', 'First 🌱']])
    expect((await hale.get('/feedback')).body).toContain('Thank you')
  })

  it('is read by managers as counts, and in words without names only where five have answered', async () => {
    for (const nobody of [dana, leader, owen, admin, hale])
      expect((await nobody.get('/partner-feedback')).status).toBe(404)
    const few = await manager.get('/partner-feedback')
    expect([few.body.includes('Too few have answered'), few.body.includes('First 🌱')]).toEqual([true, false])
    for (const name of ['Ann', 'Bea', 'Cai', 'Dee']) {
      const one = await partnership.colleague('partner-practitioner', `${name} Namesample`, school)
      await one.post('/feedback', { ...SAYS, 'what-to-change': `Said ${name.length}` })
    }
    const { body } = await manager.get('/partner-feedback')
    for (const words of ['First 🌱', 'Said 3', 'Fewer than 5']) expect(body).toContain(words)
    for (const name of ['Namesample', 'Hale']) expect(body).not.toContain(name)
    expect((await manager.get('/partner-feedback?year=2025-09-01')).body).toContain('Too few have answered')
    expect((await manager.get('/partner-feedback?year=x')).status).toBe(200)
  })
})
