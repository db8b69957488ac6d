/** Hand-overs over HTTP and down to the row: asked, met, closed; nobody is let go before the next one knows them. */
import { beforeAll, describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import type { PersonId, RowId } from '#ground/ids.ts'
import { ADVISER_CLASSES, CLASS_BITS, setBarrier, toBits } from '#rooms/access/index.ts'
import { assignLead, createTeam, findLead, joinTeam } from '#rooms/deployment/index.ts'
import { removeMembership } from '#rooms/identity/index.ts'
import { compare, mergePeople, unmergePeople } from '#rooms/matching/index.ts'
import { turnOf } from '#test/clockwork.ts'
import { openTestDatabase } from '#test/database.ts'
import { dayFields } from '#test/fields.ts'
import { openHanding } from '#test/handing.ts'
import {
  eventsOf,
  openTestHouse,
  summaryOf,
  type TestColleague,
  type TestPartnership,
  withoutTokens,
} from '#test/house.ts'
import { addPerson, letSee } from '#test/people.ts'
import { AGREES, openReferring } from '#test/referring.ts'
import { staffOf } from '#test/staff.ts'
import { endRole } from '../src/role-grants.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
let partnership: TestPartnership
const { ask, begun, step, met, rowOf, liveGrants } = openHanding(test, house)
const { agency, agreed, draft, step: referralStep } = openReferring(test, house, () => partnership)

let leader: TestColleague
let dana: TestColleague
let mair: TestColleague
let imran: TestColleague
let owen: TestColleague

beforeAll(async () => {
  partnership = await house.partnership()
  ;({ leader, dana, mair, imran, owen } = await staffOf(partnership, 'leader', 'dana', 'mair', 'imran', 'owen'))
  await house.command(partnership.id, async tx => {
    const team = await createTeam(tx, { name: 'Upper Valley', leaderId: leader.accountId })
    for (const one of [dana, mair, imran]) await joinTeam(tx, team, one.accountId)
  })
})

let made = 0
const led = (lead: TestColleague = dana, isIntensive = false): Promise<PersonId> =>
  addPerson(house, partnership, { given: 'Hanno', family: `Handsample${(made += 1)}`, lead, isIntensive })

const leadOf = async (id: PersonId) =>
  (await test.database.transaction(owen.acting(), tx => findLead(tx, id)))?.accountId

const NOWHERE = '/people/01a00000-0000-7000-8000-000000000000'
const knows = async (who: TestColleague, id: PersonId) => (await who.get(`/people/${id}`)).status === 200

/** Up to where the first adviser may close. */
async function ready(id: PersonId, to: TestColleague = mair): Promise<string> {
  const one = await begun(dana, id, to, { wish: 'agrees' })
  expect((await step(to, one, 'accept')).status).toBe(303)
  expect((await step(to, one, 'met', { meeting: await met(to, id) })).status).toBe(303)
  return one
}

describe('Beginning a hand-over', () => {
  it('asks who takes over, why, and what the young person says, and keeps what was typed', async () => {
    const id = await led()
    const empty = await dana.post(`/people/${id}/hand-over`, { brief: 'Text, never ring' })
    expect(empty.status).toBe(422)
    expect(summaryOf(empty.body).map(line => line.split(' ')[0])).toEqual(['#to', '#kind', '#why', '#wish'])
    expect(empty.body).toContain('Text, never ring')
    const nobody = { to: 'moon', kind: 'step-up', why: 'A test', wish: 'agrees' }
    const typed = await dana.post(`/people/${id}/hand-over`, nobody)
    expect([typed.status, summaryOf(typed.body)[0]]).toEqual([422, '#to Select who takes over from the list'])
    const page = (await dana.get(`/people/${id}/hand-over`)).body
    expect(page).toContain('Mair Testcase')
    expect(page).not.toContain(`value="${dana.accountId}"`)
  })

  it('is the lead’s own, or a team leader’s; sent twice it is one', async () => {
    const id = await led()
    await letSee(house, partnership, { id, by: imran, classes: ADVISER_CLASSES })
    expect((await imran.get(`/people/${id}/hand-over`)).body).toContain('Dana Testcase leads for them. They or a team')
    await ask(imran, id, mair)
    expect(await liveGrants(id)).toEqual([])
    expect((await mair.get(`/people/${id}/hand-over`)).status).toBe(404)
    const one = await begun(leader, id, mair)
    expect(await rowOf(one)).toMatchObject({ state: 'asked', from_id: dana.accountId, due_on: '2026-11-26' })
    expect((await dana.get('/')).body).toContain('A colleague began to hand over')
    await ask(dana, id, mair)
    expect((await dana.get(`/people/${id}/hand-over`)).body).toContain(`/hand-overs/${one}`)
    const rows = await test.owner.selectFrom('hand_over').select('id').where('person_id', '=', id).execute()
    expect(rows).toHaveLength(1)
  })

  it('opens nobody a record to themselves, nor one a barrier keeps from them (K4)', async () => {
    const id = await led()
    const own = await ask(leader, id, leader)
    expect([own.status, summaryOf(own.body)[0]]).toEqual([
      422,
      '#to Ask their adviser or another team leader: nobody opens records to themselves',
    ])
    await house.command(partnership.id, tx => setBarrier(tx, id, { holderId: mair.accountId, reason: 'A cousin' }))
    house.clock.advance(1000)
    const shut = await ask(dana, id, mair)
    expect(summaryOf(shut.body)[0]).toContain('This record cannot go to that adviser')
    expect(shut.body).not.toContain('cousin')
    const kept = await led()
    await letSee(house, partnership, { id: kept, by: dana, classes: [...ADVISER_CLASSES, 'restricted'] })
    await house.command(partnership.id, tx => setBarrier(tx, kept, { holderId: null, reason: 'A test' }))
    house.clock.advance(1000)
    expect((await ask(dana, kept, mair)).status).toBe(422)
    await letSee(house, partnership, { id: kept, by: mair, classes: [...ADVISER_CLASSES, 'restricted'] })
    expect((await ask(dana, kept, mair)).status).toBe(303)
  })

  it('of somebody nobody leads for says so, and of somebody unknown says nothing', async () => {
    const id = await addPerson(house, partnership, { family: 'Handsample' })
    await letSee(house, partnership, { id, by: dana, classes: ADVISER_CLASSES })
    expect((await dana.get(`/people/${id}/hand-over`)).body).toContain('Nobody leads for them yet')
    const hidden = await led(imran)
    expect(withoutTokens(await dana.get(`/people/${hidden}/hand-over`))).toBe(
      withoutTokens(await dana.get(`${NOWHERE}/hand-over`)),
    )
  })
})

describe('Whoever is asked', () => {
  it('learns who it is and why, and nothing more until they say yes', async () => {
    const id = await led()
    const one = await begun(dana, id, mair, { wish: 'agrees', 'wish-words': 'If she is kind' })
    expect((await mair.get('/')).body).toContain('You are asked to take over as lead adviser')
    const { body } = await mair.get(`/hand-overs/${one}`)
    expect(body).toContain('More time is needed')
    for (const later of ['Text, never ring', 'If she is kind']) expect(body).not.toContain(later)
    const [grant] = await liveGrants(id)
    expect(grant).toMatchObject({ holder_id: mair.accountId, classes: CLASS_BITS.identity })
    expect((await imran.get(`/hand-overs/${one}`)).status).toBe(404)
    expect((await step(mair, one, 'accept')).status).toBe(303)
    const after = (await mair.get(`/hand-overs/${one}`)).body
    for (const now of ['Text, never ring', 'If she is kind']) expect(after).toContain(now)
    expect((await liveGrants(id)).map(g => g.classes)).toEqual([toBits(ADVISER_CLASSES)])
    const twice = { version: '1' }
    expect((await mair.post(`/hand-overs/${one}/accept`, twice)).status).toBe(303)
    // The first stays.
    expect(await leadOf(id)).toBe(dana.accountId)
    expect(await knows(dana, id)).toBe(true)
  })

  it('says no with a reason, and keeps nothing of it', async () => {
    const id = await led()
    const one = await begun(dana, id, mair)
    const empty = await step(mair, one, 'decline')
    expect([empty.status, summaryOf(empty.body)[0]]).toEqual([422, '#decline-reason Select a reason'])
    const no = { 'decline-reason': 'no-room', 'decline-words': 'From January on' }
    expect((await step(mair, one, 'decline', no)).status).toBe(303)
    expect(await liveGrants(id)).toEqual([])
    expect((await mair.get(`/hand-overs/${one}`)).status).toBe(404)
    expect(await knows(mair, id)).toBe(false)
    const page = (await dana.get(`/hand-overs/${one}`)).body
    expect(page).toContain('No room on my caseload')
    expect(page).toContain('From January on')
    expect((await dana.get('/')).body).toContain('A colleague says no to a hand-over')
  })

  it('may say yes to several at once', async () => {
    const [one, other] = [await begun(dana, await led(), mair), await begun(dana, await led(), mair)]
    expect((await mair.get('/hand-overs?tick=all')).body).toMatch(new RegExp(`value="${one}"[^>]* checked`))
    const none = await mair.post('/hand-overs/accept', {})
    expect([none.status, summaryOf(none.body)]).toEqual([422, ['#hand-overs Tick those you say yes to']])
    house.clock.advance(1000)
    expect((await mair.post('/hand-overs/accept', { 'hand-overs': [one, other] })).status).toBe(303)
    expect([(await rowOf(one)).state, (await rowOf(other)).state]).toEqual(['accepted', 'accepted'])
    // One of whom somebody has died keeps the others from nothing, and is told of.
    const [gone, there] = [await led(), await led()]
    const [dead, alive] = [await begun(dana, gone, mair), await begun(dana, there, mair)]
    await test.owner
      .updateTable('person')
      .set({ died_on: toDay('2026-11-20') })
      .where('id', '=', gone)
      .execute()
    house.clock.advance(1000)
    expect((await mair.post('/hand-overs/accept', { 'hand-overs': [dead, alive] })).status).toBe(409)
    expect([(await rowOf(dead)).state, (await rowOf(alive)).state]).toEqual(['asked', 'accepted'])
    // Not another's.
    const hers = await begun(dana, await led(), imran)
    expect((await mair.post('/hand-overs/accept', { 'hand-overs': hers })).status).toBe(422)
  })
})

describe('The first adviser', () => {
  it('cannot close before the next one has met them, in a contact that is on record', async () => {
    const id = await led()
    const one = await begun(dana, id, mair, { wish: 'agrees' })
    const before = await met(dana, id)
    await step(mair, one, 'accept')
    expect((await step(dana, one, 'complete')).status).toBe(404)
    expect((await mair.get(`/hand-overs/${one}`)).body).toContain('I have met them')
    // Somebody else's meeting is not theirs.
    await letSee(house, partnership, { id, by: imran, classes: ADVISER_CLASSES })
    const others = await met(imran, id)
    expect((await mair.get(`/hand-overs/${one}`)).body).not.toContain(others)
    const phone = await met(mair, id, 'phone')
    expect((await step(mair, one, 'met', { meeting: phone })).status).toBe(422)
    expect((await mair.get(`/hand-overs/${one}`)).body).not.toContain(phone)
    // Of the day they said yes, with the first adviser: they were both there.
    expect((await step(mair, one, 'met', { meeting: before })).status).toBe(303)
    expect(await rowOf(one)).toMatchObject({ state: 'met', contact_id: before, met_on: '2026-11-23' })
    expect((await dana.get('/')).body).toContain('The next adviser has met them')
    expect((await step(dana, one, 'complete')).status).toBe(303)
    expect(await leadOf(id)).toBe(mair.accountId)
  })

  it('closes: the lead goes over with a reason all can read, and the first no longer sees the record', async () => {
    const id = await led()
    const one = await ready(id)
    expect((await step(dana, one, 'complete')).status).toBe(303)
    expect(await rowOf(one)).toMatchObject({ state: 'complete', moved_on: '2026-11-23', grant_id: null })
    expect(await liveGrants(id)).toEqual([])
    expect([await knows(mair, id), await knows(dana, id)]).toEqual([true, false])
    const lead = await test.database.transaction(mair.acting(), tx => findLead(tx, id))
    expect(lead?.reason).toBe('More time is needed')
    const actions = (await eventsOf(test, { target: one })).map(event => event.action)
    expect(actions).toEqual(expect.arrayContaining(['hand-over.begun', 'hand-over.met', 'hand-over.complete']))
    expect((await mair.get(`/people/${id}`)).body).toContain('Hand-over from Dana Testcase to Mair Testcase')
  })

  it('does not close while nobody has asked what they say, or a wish has no answer', async () => {
    const id = await led()
    const one = await begun(dana, id, mair)
    await step(mair, one, 'accept')
    await step(mair, one, 'met', { meeting: await met(mair, id) })
    const unasked = await step(dana, one, 'complete')
    expect([unasked.status, summaryOf(unasked.body)[0]]).toEqual([
      409,
      expect.stringContaining('Ask them what they say'),
    ])
    const said = { 'said-wish': 'known-adviser', 'said-words': 'I want to stay with Dana' }
    expect((await step(mair, one, 'wish', said)).status).toBe(303)
    expect(summaryOf((await step(dana, one, 'complete')).body)[0]).toContain('what was answered to their wish')
    await step(dana, one, 'wish', { ...said, 'said-answer': 'Dana comes along to the next three' })
    expect((await mair.get(`/hand-overs/${one}`)).body).toContain('I want to stay with Dana')
    expect((await step(dana, one, 'complete')).status).toBe(303)
  })

  it('takes arranged meetings and referrals along, and what the next may not see is seen to first (K6)', async () => {
    const id = await led(dana, true)
    const arrange = (fields: Record<string, string>) =>
      dana.post(`/people/${id}/appointments/new`, {
        ...dayFields('on', [2026, 11, 26]),
        ...{ time: '14:00', minutes: '30', kind: 'meeting', place: 'Made-up library', purpose: 'review', ...fields },
      })
    expect((await arrange({})).status).toBe(303)
    const housing = await agency('Made-up Lodgings', 'housing')
    const clinic = await agency('Made-up Talking', 'health')
    const toHousing = await draft(dana, id, await agreed(partnership.organisationId, housing))
    const toClinic = await draft(dana, id, await agreed(partnership.organisationId, clinic))
    await referralStep(dana, toClinic, 'send', AGREES)
    const one = await ready(id)
    expect((await dana.get(`/hand-overs/${one}`)).body).toContain('Referral to Made-up Talking')
    expect((await mair.get(`/hand-overs/${one}`)).body).not.toContain('Made-up Talking')
    expect(summaryOf((await step(dana, one, 'complete')).body)[0]).toContain('may not see is still open')
    await referralStep(dana, toClinic, 'withdraw', { 'withdraw-reason': 'other' })
    expect((await step(dana, one, 'complete')).status).toBe(303)
    const meetings = await test.owner.selectFrom('appointment').selectAll().where('person_id', '=', id).execute()
    expect(meetings.map(m => m.account_id)).toEqual([mair.accountId])
    expect((await mair.get('/referrals')).body).toContain(`/referrals/${toHousing}`)
    expect((await dana.get('/referrals')).body).not.toContain(`/referrals/${toHousing}`)
  })

  it('takes it back, and whoever was asked keeps nothing of it', async () => {
    const id = await led()
    const one = await begun(dana, id, mair)
    await step(mair, one, 'accept')
    expect((await step(dana, one, 'withdraw', { 'withdraw-reason': 'they-want-to-stay' })).status).toBe(303)
    expect(await liveGrants(id)).toEqual([])
    expect([await knows(mair, id), await knows(dana, id)]).toEqual([false, true])
    expect(await leadOf(id)).toBe(dana.accountId)
  })

  it('who steps from an older page is told, and what was typed is kept; pressed twice it is once', async () => {
    const id = await led()
    const one = await begun(dana, id, mair)
    await step(mair, one, 'accept')
    const stale = { version: '1', 'said-wish': 'agrees', 'said-words': 'My own words here' }
    const answer = await dana.post(`/hand-overs/${one}/wish`, stale)
    expect(answer.status).toBe(409)
    expect(answer.body).toContain('My own words here')
    const { version } = await rowOf(one)
    const gone = { version: String(version), 'withdraw-reason': 'not-needed' }
    expect((await dana.post(`/hand-overs/${one}/withdraw`, gone)).status).toBe(303)
    expect((await dana.post(`/hand-overs/${one}/withdraw`, gone)).status).toBe(303)
    expect((await dana.post(`/hand-overs/${one}/nonsense`, gone)).status).toBe(404)
  })
})

describe('A barrier that is set meanwhile', () => {
  it('keeps the lead from going to whoever may know no more, also at once, and tells them nothing (K4)', async () => {
    const id = await led()
    const one = await ready(id)
    await house.command(partnership.id, tx => setBarrier(tx, id, { holderId: mair.accountId, reason: 'A cousin' }))
    house.clock.advance(1000)
    expect(summaryOf((await step(dana, one, 'complete')).body)[0]).toContain('cannot go to that adviser any more')
    const atOnce = await leader.post(`/people/${id}/lead`, { adviser: mair.accountId, reason: 'Made up' })
    expect([atOnce.status, summaryOf(atOnce.body)[0]]).toEqual([422, expect.stringContaining('This record cannot go')])
    expect(await leadOf(id)).toBe(dana.accountId)
    await step(dana, one, 'withdraw', { 'withdraw-reason': 'not-needed' })
    const told = await test.owner
      .selectFrom('notice')
      .select('kind')
      .where('account_id', '=', mair.accountId)
      .where('target_id', '=', one)
      .execute()
    expect(told.map(n => n.kind)).not.toContain('hand-over.withdrawn')
  })
})

describe('A lead that moves otherwise', () => {
  it('at once, because it cannot wait, still owes a meeting', async () => {
    const id = await led()
    const page = (await leader.get(`/people/${id}/lead`)).body
    expect(page).toContain('Choose here only where it cannot wait')
    house.clock.advance(1000)
    await leader.post(`/people/${id}/lead`, { adviser: mair.accountId, reason: 'Dana is ill' })
    house.clock.advance(1000)
    const [row] = await test.owner.selectFrom('hand_over').selectAll().where('person_id', '=', id).execute()
    expect(row).toMatchObject({ kind: 'at-once', state: 'accepted', moved_on: '2026-11-23', grant_id: null })
    expect((await mair.get('/hand-overs')).body).toContain('Meet them')
    expect((await step(mair, row?.id ?? '', 'withdraw', { 'withdraw-reason': 'not-needed' })).status).toBe(404)
    await step(mair, row?.id ?? '', 'met', { meeting: await met(mair, id) })
    expect(await rowOf(row?.id ?? '')).toMatchObject({ state: 'complete', over_on: '2026-11-23' })
  })

  it('ends a hand-over that goes on with nobody', async () => {
    const id = await led()
    const one = await begun(dana, id, mair)
    await step(mair, one, 'accept')
    house.clock.advance(1000)
    await house.command(partnership.id, tx =>
      assignLead(tx, id, { accountId: imran.accountId, isIntensive: true, reason: 'A test' }),
    )
    expect(await rowOf(one)).toMatchObject({ state: 'withdrawn', reason: 'lead-changed' })
    expect(await liveGrants(id)).toEqual([])
  })

  it('of somebody who has died goes no further, and the clock ends it', async () => {
    const id = await led()
    const one = await begun(dana, id, mair)
    await test.owner
      .updateTable('person')
      .set({ died_on: toDay('2026-11-20') })
      .where('id', '=', id)
      .execute()
    house.clock.advance(1000)
    expect((await step(mair, one, 'accept')).status).toBe(409)
    await turnOf(test, house)
    expect(await rowOf(one)).toMatchObject({ state: 'withdrawn', reason: 'died', grant_id: null })
    expect(await liveGrants(id)).toEqual([])
  })
})

describe('An adviser who leaves', () => {
  it('leaves nobody lost: who said yes leads at once, who is asked may, and the leader sees who waits', async () => {
    const going = await partnership.colleague('universal-adviser', 'Gwen Testcase')
    await house.command(partnership.id, async tx => {
      const { id } = await test.owner
        .selectFrom('team')
        .select('id')
        .where('leader_id', '=', leader.accountId)
        .executeTakeFirstOrThrow()
      await joinTeam(tx, id as Parameters<typeof joinTeam>[1], going.accountId)
    })
    const [yes, asked, waiting] = [await led(going), await led(going), await led(going)]
    const accepted = await begun(going, yes, mair)
    await step(mair, accepted, 'accept')
    const open = await begun(going, asked, mair)
    await house.command(partnership.id, tx => removeMembership(tx, going.membershipId, going.accountId))
    await test.owner
      .updateTable('membership')
      .set({ finished_on: toDay('2026-11-23'), started_on: toDay('2026-11-20') })
      .where('id', '=', going.membershipId)
      .execute()
    await house.command(partnership.id, tx => endRole(tx, { accountId: going.accountId, left: [], agencies: [] }))
    house.clock.advance(1000)
    expect(await leadOf(yes)).toBe(mair.accountId)
    expect(await rowOf(accepted)).toMatchObject({ state: 'accepted', moved_on: '2026-11-23' })
    expect((await mair.get(`/hand-overs/${open}`)).body).toContain('The adviser before you has left')
    await step(mair, open, 'accept')
    expect(await leadOf(asked)).toBe(mair.accountId)
    const team = (await leader.get('/team')).body
    expect(team).toContain('Waiting for another lead adviser')
    expect(team).toContain(`/team/${going.accountId}/move`)
    expect(await knows(leader, waiting)).toBe(true)
    expect((await leader.get(`/team/${going.accountId}/move`)).body).toContain('no longer works here')
  })

  it('and was asked to take over is asked no more', async () => {
    const going = await partnership.colleague('universal-adviser', 'Gwil Testcase')
    const id = await led()
    const one = await begun(dana, id, going)
    await house.command(partnership.id, tx => endRole(tx, { accountId: going.accountId, left: [], agencies: [] }))
    expect(await rowOf(one)).toMatchObject({ state: 'declined', reason: 'left' })
    expect(await liveGrants(id)).toEqual([])
  })
})

describe('Many at once', () => {
  it('go from one adviser to another with one reason, all that were ticked or none', async () => {
    const going = await partnership.colleague('universal-adviser', 'Gill Testcase')
    await house.command(partnership.id, async tx => {
      const { id } = await test.owner
        .selectFrom('team')
        .select('id')
        .where('leader_id', '=', leader.accountId)
        .executeTakeFirstOrThrow()
      await joinTeam(tx, id as Parameters<typeof joinTeam>[1], going.accountId)
    })
    const people = [await led(going), await led(going), await led(going)]
    const [first, second, third] = people as [PersonId, PersonId, PersonId]
    const here = `/team/${going.accountId}/move`
    expect((await leader.get(`${here}?tick=all`)).body).toMatch(new RegExp(`value="${third}"[^>]* checked`))
    const move = { to: mair.accountId, why: 'Caseloads made even' }
    expect(summaryOf((await leader.post(here, move)).body)).toEqual([
      '#people Tick at least one young person from the list',
    ])
    expect(summaryOf((await leader.post(here, { ...move, people, to: 'moon' })).body)).toEqual([
      '#to Select who takes over from the list',
    ])
    await house.command(partnership.id, tx => setBarrier(tx, second, { holderId: mair.accountId, reason: 'A cousin' }))
    house.clock.advance(1000)
    const barred = await leader.post(here, { ...move, people })
    expect(barred.status).toBe(422)
    expect(summaryOf(barred.body)[0]).toContain('cannot go to this adviser. Untick them')
    expect(await liveGrants(first)).toEqual([])
    expect((await leader.post(here, { ...move, people: [first, third] })).status).toBe(303)
    expect([await liveGrants(first), await liveGrants(third)].flat()).toHaveLength(2)
    expect((await leader.get(here)).body).toContain('Hand-overs of 2 more are under way')
    expect((await leader.get('/hand-overs')).body).toContain('Waiting for a colleague')
    // Not an adviser of another team.
    const elsewhere = await partnership.colleague('universal-adviser', 'Elin Testcase')
    expect((await leader.get(`/team/${elsewhere.accountId}/move`)).status).toBe(404)
  })
})

describe('A step that is late', () => {
  it('is told to whoever owes it, and three working days on to whoever leads the team', async () => {
    const one = await begun(dana, await led(), mair)
    const after = async (dueOn: string) => {
      await test.owner
        .updateTable('hand_over')
        .set({ due_on: toDay(dueOn) })
        .where('id', '=', one as RowId)
        .execute()
      await turnOf(test, house)
      return rowOf(one)
    }
    expect(await after('2026-11-23')).toMatchObject({ chased_at: null })
    expect(await after('2026-11-20')).toMatchObject({ chased_at: expect.anything(), escalated_at: null })
    expect(await after('2026-11-18')).toMatchObject({ escalated_at: expect.anything() })
    expect((await mair.get('/')).body).toContain('A step of a hand-over is late, and it is yours')
    expect((await leader.get('/')).body).toContain('A step of a hand-over in your team is still late')
    await turnOf(test, house)
    const actions = (await eventsOf(test, { target: one })).map(event => event.action)
    expect(actions.filter(action => action === 'hand-over.escalated')).toHaveLength(1)
  })
})

describe('A hand-over of the wrong young person', () => {
  it('is gone, its right ends, and whoever read it is told (K9)', async () => {
    const id = await led()
    const one = await begun(dana, id, mair)
    await mair.get(`/hand-overs/${one}`)
    expect((await dana.post(`/people/${id}/misfiled/hand-over/${one}`, { why: 'Her twin was meant' })).status).toBe(303)
    house.clock.advance(1000)
    expect(await liveGrants(id)).toEqual([])
    for (const who of [dana, mair]) expect((await who.get(`/hand-overs/${one}`)).status).toBe(404)
    expect((await mair.get('/')).body).toContain('was about somebody else')
  })
})

describe('Records that are joined', () => {
  it('carry a hand-over and its right, and back', async () => {
    const [keep, join] = [await led(), await led()]
    const one = await begun(dana, join, mair)
    await step(mair, one, 'accept')
    const officer = <T>(work: Parameters<typeof house.command<T>>[1]) => test.database.transaction(owen.acting(), work)
    const merged = await officer(async tx => {
      const seen = await compare(tx, { keep, join }, undefined)
      const wanted = { keep, join, reason: 'A test', despite: 'A test', choices: {}, stamp: seen?.stamp ?? '' }
      return mergePeople(tx, wanted, undefined)
    })
    if (!merged.ok) throw new Error(merged.why)
    house.clock.advance(1000)
    expect([(await liveGrants(keep)).length, (await liveGrants(join)).length]).toEqual([1, 0])
    expect((await mair.get(`/hand-overs/${one}`)).status).toBe(200)
    expect((await officer(tx => unmergePeople(tx, merged.value, { reason: 'A test', choices: {} }))).ok).toBe(true)
    house.clock.advance(1000)
    expect([(await liveGrants(keep)).length, (await liveGrants(join)).length]).toEqual([0, 1])
    await step(mair, one, 'met', { meeting: await met(mair, join) })
    await step(dana, one, 'wish', { 'said-wish': 'agrees' })
    expect((await step(dana, one, 'complete')).status).toBe(303)
    expect(await leadOf(join)).toBe(mair.accountId)
  })
})
