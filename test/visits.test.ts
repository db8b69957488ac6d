/** Going out alone: the plan before, who waits, the alarm by a moved clock and across a start anew, and nobody named to whoever waits. */
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { addMs } from '#ground/clock.ts'
import { openDatabase } from '#ground/database/open.ts'
import type { PersonId } from '#ground/ids.ts'
import { changeLeader, makeTeam, putIntoTeam } from '#rooms/deployment/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { eventsOf, openTestHouse, summaryOf, type TestColleague, type TestPartnership } from '#test/house.ts'
import { addPerson, letSee } from '#test/people.ts'
import { tick, tickAlarms } from '../src/clockwork.ts'

const test = await openTestDatabase()
// Monday, 13:00 in London.
const house = await openTestHouse(test, { at: '2026-11-23T13:00:00Z' })

let partnership: TestPartnership
let dana: TestColleague
let buddy: TestColleague
let leader: TestColleague
beforeAll(async () => {
  partnership = await house.partnership()
  dana = await partnership.colleague('universal-adviser', 'Dana Testcase')
  buddy = await partnership.colleague('front-desk', 'Bea Testcase')
  leader = await partnership.colleague('team-leader', 'Ruth Testcase')
  await house.command(partnership.id, async tx => {
    const team = await makeTeam(tx, { name: 'Team of visits', leaderId: null })
    if (!team.ok) throw new Error(team.why)
    await putIntoTeam(tx, team.value, dana.accountId)
    await changeLeader(tx, team.value, leader.accountId)
  })
})

const HOME = {
  'on-day': '23',
  'on-month': '11',
  'on-year': '2026',
  time: '14:00',
  minutes: '60',
  kind: 'home-visit',
  purpose: 'support',
  both: 'yes',
}
const plan = () => ({
  'looked-at': 'alerts',
  goes: 'alone',
  buddy: buddy.accountId,
  whereabouts: 'Todmorden, near the station',
  'back-by': '15:00',
  alarm: '15',
  reach: '01422 000000',
  phrase: 'Please move my four o’clock',
})

/** An appointment at home, and where its visit is planned. */
async function homeVisit(given: string, fields: Record<string, string> = {}): Promise<{ id: PersonId; at: string }> {
  const id = await addPerson(house, partnership, { given, family: 'Visitsample', lead: dana, isIntensive: false })
  house.clock.advance(1000)
  const { to = '' } = await dana.post(`/people/${id}/appointments/new`, { ...HOME, ...fields })
  expect(to).toMatch(/^\/appointments\/.*\/visit$/)
  return { id, at: to }
}

async function planned(given: string): Promise<{ id: PersonId; at: string; visit: string }> {
  const { id, at } = await homeVisit(given)
  const { status, to = '' } = await dana.post(at, plan())
  expect(status).toBe(303)
  return { id, at, visit: to }
}

const noticesOf = async (who: TestColleague, visit: string) =>
  (
    await test.owner
      .selectFrom('notice')
      .select('kind')
      .where('account_id', '=', who.accountId)
      .where('target_id', '=', visit.split('/').at(-1) ?? '')
      .execute()
  ).map(n => n.kind)

/** The clock goes on while both look now and then, so that nobody is signed out for doing nothing. */
async function goOn(to: string): Promise<void> {
  while (house.clock.now() < to) {
    const next = addMs(house.clock.now(), 10 * 60_000)
    house.clock.set(next < to ? next : to)
    for (const one of [dana, buddy]) await one.get('/visits')
  }
}

const outboxFolder = mkdtempSync(join(tmpdir(), 'connexions-outbox-'))
const turn = async (database = test.database) => {
  await tickAlarms({ database, clock: house.clock })
  await tick({
    database,
    clock: house.clock,
    outboxFolder,
    publicUrl: 'http://127.0.0.1',
    matching: house.matching.jobs,
  })
}

describe('Before one goes', () => {
  it('the plan is asked for after a visit at home is arranged, and kept with its event', async () => {
    const { visit } = await planned('Ada')
    const row = await test.owner
      .selectFrom('lone_visit')
      .selectAll()
      .where('id', '=', visit.split('/').at(-1) ?? '')
      .executeTakeFirstOrThrow()
    expect(row).toMatchObject({
      account_id: dana.accountId,
      buddy_id: buddy.accountId,
      goes: 'alone',
      alarm_minutes: 15,
    })
    expect(row.back_by).toBe('2026-11-23T15:00:00.000Z')
    expect((await eventsOf(test, { target: row.id })).map(e => e.action)).toEqual(['visit.planned'])
  })

  it.each([
    ['nothing was looked at', { 'looked-at': '' }, '#looked-at'],
    ['nobody waits', { buddy: '' }, '#buddy'],
    ['two go and one is not named', { goes: 'in-pairs' }, '#companion'],
    ['nobody knows where about', { whereabouts: '' }, '#whereabouts'],
    ['there is no time', { 'back-by': '' }, '#back-by'],
    ['the time has been', { 'back-by': '12:00' }, '#back-by'],
    ['the alarm is never', { alarm: '500' }, '#alarm'],
    ['nothing is said in danger', { phrase: '' }, '#phrase'],
  ])('it is refused where %s, at the field', async (_words, fields, field) => {
    const { at } = await homeVisit('Bo')
    const answer = await dana.post(at, { ...plan(), ...fields })
    expect(answer.status).toBe(422)
    expect(summaryOf(answer.body)[0]).toContain(field)
  })

  it('oneself cannot be chosen', async () => {
    const { at } = await homeVisit('Cy')
    expect((await dana.post(at, { ...plan(), buddy: dana.accountId })).status).toBe(422)
  })

  it('sent twice or planned anew it is one; the meeting moved or called off, what was planned waits for nobody', async () => {
    const of = (at: string) =>
      test.owner
        .selectFrom('lone_visit')
        .select(['ended_how', 'phrase'])
        .where('appointment_id', '=', at.split('/')[2] ?? '')
        .execute()
    const { at } = await planned('Dee')
    await Promise.all([dana.post(at, plan()), dana.post(at, plan())])
    expect((await dana.post(at, { ...plan(), phrase: 'Another' })).status).toBe(303)
    expect(await of(at)).toEqual([{ ended_how: null, phrase: 'Another' }])
    expect((await dana.get(at)).body).toContain('Another')
    // Moved, it is to be planned again.
    const moved = { ...HOME, time: '16:00', version: '1' }
    expect((await dana.post(at.replace('/visit', ''), moved)).to).toBe(at)
    expect((await of(at)).map(v => v.ended_how)).toEqual(['called-off'])
  })

  it('is back after the meeting began: a time before it is of the next day, if that is not too late', async () => {
    const { at } = await homeVisit('Dov', { time: '21:00' })
    expect((await dana.post(at, { ...plan(), 'back-by': '04:30' })).status).toBe(303)
    const row = await test.owner
      .selectFrom('lone_visit')
      .select('back_by')
      .where('appointment_id', '=', at.split('/')[2] ?? '')
      .executeTakeFirstOrThrow()
    expect(row.back_by).toBe('2026-11-24T04:30:00.000Z')
    expect((await dana.get(at)).body).toContain('04:30')
  })

  it('is of the one in whose diary the meeting stands: nobody else reads it, writes it or ends it', async () => {
    const { id, at } = await planned('Duc')
    const other = await partnership.colleague('universal-adviser')
    await letSee(house, partnership, { id, by: other, classes: ['identity', 'sessions'] })
    expect((await other.get(at)).to).toBe(at.replace('/visit', ''))
    const answer = await other.post(at, { ...plan(), phrase: 'Theirs' })
    expect([answer.status, answer.body.includes('Theirs')]).toEqual([409, true])
    const rows = await test.owner
      .selectFrom('lone_visit')
      .select(['account_id', 'ended_how', 'phrase'])
      .where('appointment_id', '=', at.split('/')[2] ?? '')
      .execute()
    expect(rows).toEqual([{ account_id: dana.accountId, ended_how: null, phrase: plan().phrase }])
  })
})

describe('Whoever waits', () => {
  it('sees who is out, where about and until when, and not whom they visit', async () => {
    const { visit } = await planned('Umberlochne')
    for (const path of ['/visits', visit]) {
      const { body } = await buddy.get(path)
      expect(body, path).toContain('Todmorden, near the station')
      expect(body, path).toContain('Dana Testcase')
      for (const hidden of ['Umberlochne', 'Visitsample', '/appointments/', '/people/'])
        expect(body, hidden).not.toContain(hidden)
    }
    expect((await buddy.get(visit)).body).toContain('Please move my four o’clock')
    for (const other of [leader, await partnership.colleague('manager')])
      expect((await other.get('/visits')).body).toContain('Dana Testcase')
  })

  it.each(['universal-adviser', 'data-officer', 'front-desk', 'team-leader'] as const)(
    'another %s finds no such visit, and cannot end it',
    async role => {
      const { visit } = await planned('Eve')
      const other = await partnership.colleague(role)
      expect((await other.get(visit)).status).toBe(404)
      for (const press of ['out', 'back', 'longer', 'not-going'])
        expect((await other.post(`${visit}/${press}`)).status, press).toBe(404)
      expect((await other.post(`${visit}/found`, { words: 'x' })).status).toBe(404)
      expect((await other.get('/visits')).body).not.toContain('Todmorden')
    },
  )

  it('cannot say for the one who is out that they are back, and says how they know that they are safe', async () => {
    const { visit } = await planned('Fay')
    expect((await buddy.post(`${visit}/back`)).status).toBe(404)
    // Nobody is missed before they went in.
    expect((await buddy.post(`${visit}/found`, { words: 'Rang' })).status).toBe(404)
    expect((await buddy.get(visit)).body).not.toContain('They are safe')
    await dana.post(`${visit}/out`)
    expect(summaryOf((await buddy.post(`${visit}/found`, { words: '' })).body)[0]).toContain('#words')
    expect((await buddy.post(`${visit}/found`, { words: 'Rang, spoke to her' })).to).toBe(visit)
    expect((await dana.get(visit)).body).toContain('Found safe, says Bea Testcase')
    expect(await noticesOf(dana, visit)).toEqual(['visit.over'])
  })
})

describe('What nearly went wrong', () => {
  it('is written down and read by colleagues; a day to come and nothing at all are refused', async () => {
    const said = {
      what: 'A dog in the yard',
      learned: 'Ring first',
      'on-day': '20',
      'on-month': '11',
      'on-year': '2026',
    }
    expect((await dana.post('/near-misses', said)).to).toBe('/near-misses')
    expect((await buddy.get('/near-misses')).body).toContain('A dog in the yard')
    expect(summaryOf((await dana.post('/near-misses', { ...said, what: '' })).body)[0]).toContain('#what')
    expect(summaryOf((await dana.post('/near-misses', { ...said, 'on-day': '28' })).body)[0]).toContain('#on')
    const partner = await partnership.colleague('partner-practitioner')
    expect((await partner.get('/near-misses')).status).toBe(404)
  })
})

describe('The alarm', () => {
  it('goes to the buddy, then to leader and managers, each once, over a start anew, and on paths out of the house', async () => {
    const manager = await partnership.colleague('manager')
    const { visit } = await planned('Gil')
    await dana.post(`${visit}/out`)
    await goOn('2026-11-23T15:14:00.000Z')
    await turn()
    expect(await noticesOf(buddy, visit)).toEqual([])
    await goOn('2026-11-23T15:15:00.000Z')
    await turn()
    await turn()
    expect(await noticesOf(buddy, visit)).toEqual(['visit.late'])
    expect(await noticesOf(leader, visit)).toEqual([])
    expect((await buddy.get('/')).body).toContain('ring them now')
    expect((await buddy.get(visit)).body).toContain('ring 999')
    // Another process, begun long after: it goes on where the first was.
    await goOn('2026-11-23T17:00:00.000Z')
    const anew = await openDatabase(test.programPlace)
    await turn(anew)
    await turn(anew)
    await anew.close()
    expect(await noticesOf(buddy, visit)).toEqual(['visit.late'])
    expect(await noticesOf(leader, visit)).toEqual(['visit.alarm'])
    expect(await noticesOf(manager, visit)).toEqual(['visit.alarm'])
    const handed = readFileSync(join(outboxFolder, 'messages.jsonl'), 'utf8')
    expect(handed).toContain('visit.alarm')
    expect(handed).not.toContain('Visitsample')
    // Back, it is over: what was told is put away, and whoever was told hears that nobody need be looked for.
    await dana.post(`${visit}/back`)
    expect(await noticesOf(leader, visit)).toEqual(['visit.alarm', 'visit.over'])
    const unread = test.owner.selectFrom('notice').select('id').where('read_at', 'is', null)
    const alarms = unread.where('target_id', '=', visit.split('/').at(-1) ?? '').where('kind', '<>', 'visit.over')
    expect(await alarms.execute()).toEqual([])
    await goOn('2026-11-23T19:00:00.000Z')
    await turn()
    expect((await noticesOf(leader, visit)).length).toBe(2)
  })

  it('is told to those who are there: neither a buddy nor a leader who was switched off, nor to nobody', async () => {
    const own = await house.partnership()
    const [ann, bo, safe] = [
      await own.colleague('universal-adviser', 'Ann Testcase'),
      await own.colleague('front-desk', 'Bo Testcase'),
      await own.colleague('safeguarding-lead', 'Cy Testcase'),
    ]
    const id = await addPerson(house, own, { given: 'Ira', family: 'Visitsample', lead: ann, isIntensive: false })
    house.clock.advance(1000)
    const { to: at = '' } = await ann.post(`/people/${id}/appointments/new`, { ...HOME, time: '19:30' })
    const { to: visit = '' } = await ann.post(at, { ...plan(), buddy: bo.accountId, 'back-by': '20:00' })
    expect(visit).toMatch(/^\/visits\//)
    await test.owner.updateTable('account').set({ state: 'disabled' }).where('id', '=', bo.accountId).execute()
    await goOn('2026-11-23T20:40:00.000Z')
    await tickAlarms({ database: test.database, clock: house.clock })
    expect(await noticesOf(bo, visit)).toEqual([])
    expect(await noticesOf(safe, visit)).toEqual(['visit.late', 'visit.alarm'])
  })

  it('is put off by whoever stays longer, and rings again when nothing is heard then either', async () => {
    const { at } = await homeVisit('Hal', { time: '20:00' })
    const { to: visit = '' } = await dana.post(at, { ...plan(), 'back-by': '21:00' })
    await goOn('2026-11-23T21:20:00.000Z')
    await turn()
    await dana.post(`${visit}/longer`)
    await goOn('2026-11-23T22:04:00.000Z')
    await turn()
    expect(await noticesOf(buddy, visit)).toEqual(['visit.late'])
    await goOn('2026-11-23T22:05:00.000Z')
    await turn()
    expect(await noticesOf(buddy, visit)).toEqual(['visit.late', 'visit.late'])
    await dana.post(`${visit}/back`)
  })
})
