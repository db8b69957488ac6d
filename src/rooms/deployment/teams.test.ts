import { beforeAll, describe, expect, it } from 'vitest'
import type { GroupId, PersonId } from '#ground/ids.ts'
import { findPerson } from '#rooms/people/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { eventsOf, headingOf, openTestHouse, summaryOf, type TestColleague, type TestPartnership } from '#test/house.ts'
import { openPostings } from '#test/postings.ts'
import { staffOf } from '#test/staff.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
let partnership: TestPartnership
const { newPerson, as } = openPostings(test, house, () => partnership)

let admin: TestColleague
let leader: TestColleague
let other: TestColleague
let dana: TestColleague
let mair: TestColleague

beforeAll(async () => {
  partnership = await house.partnership()
  ;({ admin, leader, other, dana, mair } = await staffOf(partnership, 'admin', 'leader', 'other', 'dana', 'mair'))
})

const knows = async (colleague: TestColleague, personId: PersonId) =>
  (await as(colleague, tx => findPerson(tx, personId))) !== undefined

async function newTeam(name: string, leads?: TestColleague): Promise<string> {
  house.clock.advance(1000)
  const answer = await admin.post('/teams/new', { name, leader: leads?.accountId ?? '' }, '/teams/new')
  expect(answer.status, answer.body).toBe(303)
  return answer.to ?? ''
}

const put = (team: string, who: TestColleague, by: TestColleague = admin) => {
  house.clock.advance(1000)
  return by.post(`${team}/members`, { adviser: who.accountId }, team)
}

describe('Making a team', () => {
  it('asks for a name, and for one that is free', async () => {
    const empty = await admin.post('/teams/new', { name: '', leader: '' }, '/teams/new')
    expect([empty.status, summaryOf(empty.body)]).toEqual([422, ['#name Enter the name of the team']])
    await newTeam('Sample Valley')
    const taken = await admin.post('/teams/new', { name: 'sample valley', leader: '' }, '/teams/new')
    expect([taken.status, summaryOf(taken.body)]).toEqual([
      422,
      ['#name There is a team of that name already. Enter another name'],
    ])
  })

  it('takes as leader only a team leader of the partnership, and never the one who asks', async () => {
    for (const leads of [dana.accountId, partnership.organisationId, 'nonsense']) {
      const answer = await admin.post('/teams/new', { name: 'Nowhere', leader: leads }, '/teams/new')
      expect([answer.status, summaryOf(answer.body)], leads).toEqual([
        422,
        ['#leader Select a team leader from the list'],
      ])
    }
    const own = await leader.post('/teams/new', { name: 'Mine', leader: leader.accountId }, '/teams/new')
    expect(summaryOf(own.body)).toEqual([
      '#leader Ask an administrator or another team leader: nobody opens records to themselves',
    ])
  })

  it('shows it in the list and writes it down', async () => {
    const team = await newTeam('Listed Valley', leader)
    const list = await admin.get('/teams')
    expect(list.body).toContain('Listed Valley')
    expect(headingOf((await admin.get(team)).body)).toBe('Listed Valley')
    const events = await eventsOf(test, { target: team.replace('/teams/', '') })
    expect(new Set(events.map(e => e.action))).toEqual(new Set(['team.created', 'team.viewed']))
  })
})

describe('A team’s leader', () => {
  it('when changed, the old one’s right ends and the new one’s opens in the same transaction', async () => {
    const team = await newTeam('Changing Valley', leader)
    await put(team, dana)
    const personId = await newPerson('Amira', 'Example', dana)
    expect([await knows(leader, personId), await knows(other, personId)]).toEqual([true, false])
    house.clock.advance(1000)
    expect((await admin.post(`${team}/leader`, { leader: other.accountId }, team)).status).toBe(303)
    expect([await knows(leader, personId), await knows(other, personId)]).toEqual([false, true])
    expect(await knows(dana, personId)).toBe(true)
    house.clock.advance(1000)
    await admin.post(`${team}/leader`, { leader: '' }, team)
    expect([await knows(leader, personId), await knows(other, personId)]).toEqual([false, false])
  })

  it('cannot be made by themselves, nor take an adviser out of another leader’s team into their own', async () => {
    const mine = await newTeam('Own Valley', leader)
    const theirs = await newTeam('Their Valley', other)
    const grabbed = await leader.post(`${theirs}/leader`, { leader: leader.accountId }, theirs)
    expect([grabbed.status, summaryOf(grabbed.body)]).toEqual([
      422,
      ['#leader Ask an administrator or another team leader: nobody opens records to themselves'],
    ])
    await put(theirs, mair)
    const personId = await newPerson('Bryn', 'Example', mair)
    const taken = await put(mine, mair, leader)
    expect([taken.status, summaryOf(taken.body)]).toEqual([
      422,
      ['#adviser They are in another leader’s team. Ask that leader or an administrator to move them'],
    ])
    expect(await knows(leader, personId)).toBe(false)
    expect((await put(mine, mair, other)).status).toBe(303)
    expect(await knows(leader, personId)).toBe(true)
  })
})

describe('An adviser who changes teams', () => {
  it('takes the young people they lead for along: the old leader loses them at once, and history stays', async () => {
    const from = await newTeam('From Valley', leader)
    const to = await newTeam('To Valley', other)
    await put(from, dana)
    const personId = await newPerson('Carys', 'Example', dana)
    expect([await knows(leader, personId), await knows(other, personId)]).toEqual([true, false])
    expect((await put(to, dana)).status).toBe(303)
    expect([await knows(leader, personId), await knows(other, personId)]).toEqual([false, true])
    const leads = await test.owner
      .selectFrom('lead_adviser')
      .select('team_id')
      .where('person_id', '=', personId)
      .execute()
    expect(leads).toEqual([{ team_id: to.replace('/teams/', '') }])
    const places = await test.owner
      .selectFrom('team_place')
      .select(['team_id', 'finished_on'])
      .where('account_id', '=', dana.accountId)
      .where('finished_on', 'is', null)
      .execute()
    expect(places).toEqual([{ team_id: to.replace('/teams/', ''), finished_on: null }])
    expect((await admin.get(from)).body).toContain('Who was in it before')
  })

  it('is in one team at a time: the same one twice is refused', async () => {
    const team = await newTeam('Twice Valley')
    await put(team, dana)
    const again = await put(team, dana)
    expect([again.status, summaryOf(again.body)]).toEqual([
      422,
      ['#adviser They are in this team already. Select somebody else'],
    ])
    const nobody = await admin.post(`${team}/members`, { adviser: admin.accountId }, team)
    expect(summaryOf(nobody.body)).toEqual(['#adviser Select an adviser from the list'])
  })

  it('taken out, nobody leads the group they were in any more', async () => {
    const team = await newTeam('Left Valley', leader)
    await put(team, dana)
    const personId = await newPerson('Dewi', 'Example', dana)
    house.clock.advance(1000)
    expect((await admin.post(`${team}/members/${dana.accountId}/end`, {}, team)).status).toBe(303)
    expect([await knows(leader, personId), await knows(dana, personId)]).toEqual([false, true])
    expect((await admin.post(`${team}/members/${dana.accountId}/end`, {}, team)).status).toBe(404)
  })
})

describe('A team', () => {
  it('is renamed, and not to nothing or to another one’s name', async () => {
    const team = await newTeam('Old Valley')
    expect(summaryOf((await admin.post(`${team}/name`, { name: '' }, team)).body)).toEqual([
      '#name Enter the name of the team',
    ])
    expect((await admin.post(`${team}/name`, { name: 'Old valley' }, team)).status).toBe(303)
    await newTeam('Another Valley')
    const taken = await admin.post(`${team}/name`, { name: 'Another Valley' }, team)
    expect(taken.status).toBe(422)
  })

  it('ends only when nobody is in it, and is then no page any more', async () => {
    const team = await newTeam('Ending Valley', leader)
    await put(team, dana)
    const refused = await admin.post(`${team}/end`, {}, team)
    expect([refused.status, summaryOf(refused.body)]).toEqual([409, ['Somebody is in this team. Take them out first']])
    await admin.post(`${team}/members/${dana.accountId}/end`, {}, team)
    house.clock.advance(1000)
    expect((await admin.post(`${team}/end`, {}, team)).to).toBe('/teams')
    expect((await admin.get(team)).status).toBe(404)
    expect((await admin.get('/teams')).body).toContain('Ended on')
    const open = await test.owner
      .selectFrom('access_grant')
      .select('id')
      .where('group_id', '=', team.replace('/teams/', '') as GroupId)
      .where('ended_at', 'is', null)
      .execute()
    expect(open).toEqual([])
  })
})
