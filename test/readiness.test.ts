/** Colleagues over HTTP: what each can be asked about, what leaders write down, and that nobody takes cases unprepared without a word. */
import { v7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import { createTeam, joinTeam } from '#rooms/deployment/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { dayFields } from '#test/fields.ts'
import { eventsOf, openTestHouse, summaryOf, type TestColleague, type TestPartnership } from '#test/house.ts'
import { addPerson } from '#test/people.ts'
import { staffOf } from '#test/staff.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
let partnership: TestPartnership
let leader: TestColleague
let other: TestColleague
let dana: TestColleague
let mair: TestColleague
let owen: TestColleague
let partner: TestColleague

beforeAll(async () => {
  partnership = await house.partnership()
  ;({ leader, other, dana, mair, owen } = await staffOf(partnership, 'leader', 'other', 'dana', 'mair', 'owen'))
  partner = await partnership.colleague('partner-practitioner', 'Hana Testcase')
  await house.command(partnership.id, async tx => {
    const team = await createTeam(tx, { name: 'Upper Valley', leaderId: leader.accountId })
    await joinTeam(tx, team, dana.accountId)
    await joinTeam(tx, team, leader.accountId)
  })
  house.clock.advance(1000)
})

const ITEM = { kind: 'safeguarding', ...dayFields('done', [2026, 11, 20]), evidence: 'Certificate seen 📜' }
const itemsOf = (of: TestColleague) =>
  test.owner.selectFrom('readiness_item').selectAll().where('account_id', '=', of.accountId).execute()

async function note(of: TestColleague, fields: Record<string, string> = {}, by = leader) {
  house.clock.advance(1000)
  const at = `/colleagues/${of.accountId}`
  const answer = await by.post(`${at}/items`, { ...ITEM, ...fields }, at)
  house.clock.advance(1000)
  return answer
}

describe('What a colleague can be asked about', () => {
  it('is written by themselves alone, and found by word and background', async () => {
    const bare = await dana.post('/colleagues/me', { 'ask-about': 'Kept words' })
    expect([summaryOf(bare.body)[0], bare.body.includes('Kept words')]).toEqual([
      '#background Choose where you come from in your work',
      true,
    ])
    const said = { background: 'youth-work', 'ask-about': 'Bursaries, and how to keep bees 🐝', languages: 'Urdu, BSL' }
    expect((await dana.post('/colleagues/me', { version: '0', ...said })).to).toBe(`/colleagues/${dana.accountId}`)
    expect((await mair.get('/colleagues?q=bees')).body).toContain('Dana Testcase')
    // And it stands beside their name on the page of the team.
    expect((await dana.get('/team')).body).toContain('Bursaries, and how to keep bees 🐝')
    expect((await mair.get('/colleagues?q=bsl&background=youth-work')).body).toContain('Dana Testcase')
    expect((await mair.get('/colleagues?background=health')).body).not.toContain('Dana Testcase')
    expect((await mair.get('/colleagues?q=nothing-of-the-kind')).body).toContain('Nobody fits')
    const stale = await dana.post('/colleagues/me', { version: '0', ...said, languages: 'Typed here' })
    expect([stale.status, stale.body.includes('Typed here')]).toEqual([409, true])
  })

  it('is for staff: a partner’s practitioner finds no such page', async () => {
    for (const path of ['/colleagues', '/colleagues/me', `/colleagues/${dana.accountId}`])
      expect((await partner.get(path)).status).toBe(404)
    expect((await mair.get(`/colleagues/${partner.accountId}`)).status).toBe(404)
  })
})

describe('Ready to take cases', () => {
  it('nobody is stopped while the partnership writes nothing of it down', async () => {
    const id = await addPerson(house, partnership, { family: 'Readysample0', lead: dana })
    await partnership.colleague('universal-adviser', 'New Testcase')
    const given = await leader.post(`/people/${id}/lead`, { adviser: dana.accountId, reason: 'A test' })
    expect(given.status).toBe(303)
  })

  it('is written down by whoever leads the team and by nobody else, oneself included', async () => {
    for (const by of [other, mair, dana, owen, partner]) expect((await note(dana, {}, by)).status, by.name).toBe(404)
    // A leader is in the team they lead, and notes nothing of themselves.
    expect((await note(leader)).status).toBe(404)
    const bare = await note(dana, { kind: '', evidence: '' })
    expect(summaryOf(bare.body).map(line => line.split(' ')[0])).toEqual(['#kind', '#evidence'])
    const ahead = await note(dana, dayFields('done', [2029, 1, 1]))
    expect([ahead.status, ahead.body.includes('Certificate seen 📜')]).toEqual([422, true])
    for (const _ of [1, 2]) expect((await note(dana)).to).toBe(`/colleagues/${dana.accountId}`)
    expect((await itemsOf(dana)).map(row => [row.kind, row.over_on])).toEqual([['safeguarding', null]])
  })

  it('is seen by themselves and by whoever leads their team, and by no other colleague', async () => {
    for (const by of [dana, leader])
      expect((await by.get(`/colleagues/${dana.accountId}`)).body).toContain('Certificate seen 📜')
    for (const by of [mair, other, owen]) {
      const page = await by.get(`/colleagues/${dana.accountId}`)
      expect([page.status, page.body.includes('Ready to take cases')]).toEqual([200, false])
    }
  })

  it('an adviser who is not ready takes no case without a word why, which stands in the log and on no record', async () => {
    const id = await addPerson(house, partnership, { family: 'Readysample1', lead: dana })
    const asked = { adviser: dana.accountId, reason: 'Lives near by' }
    const refusal = await leader.post(`/people/${id}/lead`, asked)
    expect(summaryOf(refusal.body)[0]).toContain('Dana Testcase is not ready to take cases')
    expect([refusal.status, refusal.body.includes('Lives near by')]).toEqual([422, true])
    const given = await leader.post(`/people/${id}/lead`, { ...asked, 'all-the-same': 'Nobody else is left' })
    expect(given.status).toBe(303)
    const events = await eventsOf(test, { requestId: given.requestId })
    expect(events.map(one => one.action)).toContain('lead.given-all-the-same')
    expect((await leader.get(`/people/${id}`)).body).not.toContain('Nobody else is left')
  })

  it('is ready once everything that is asked was done, and not when one of it is taken off', async () => {
    const kinds = [
      'checks',
      'induction',
      'supervisor',
      'data-protection',
      'assessment',
      'recording',
      'lone-working',
      'guidance',
    ]
    for (const kind of kinds) await note(dana, { kind })
    expect((await dana.get(`/colleagues/${dana.accountId}`)).body).toContain('Everything that is asked is done.')
    const id = await addPerson(house, partnership, { family: 'Readysample2', lead: dana })
    const asked = { adviser: dana.accountId, reason: 'A test' }
    expect((await leader.post(`/people/${id}/lead`, asked)).status).toBe(303)
    const [row] = (await itemsOf(dana)).filter(one => one.kind === 'assessment')
    const path = `/colleagues/${dana.accountId}/items/${row?.id}`
    expect((await other.post(path, {}, '/')).status).toBe(404)
    expect((await leader.post(path, {}, `/colleagues/${dana.accountId}`)).status).toBe(303)
    house.clock.advance(1000)
    expect((await dana.get(`/colleagues/${dana.accountId}`)).body).toContain('1 thing is missing or over.')
  })

  it('whoever has no training in assessing is told so where they begin one, and stopped from nothing', async () => {
    const id = await addPerson(house, partnership, { family: 'Readysample3', lead: dana })
    const note_ = 'no training in assessing on record'
    expect((await dana.get(`/people/${id}/assessment`)).body).toContain(note_)
    expect((await dana.post(`/people/${id}/assessment/begin`, { depth: 'initial' })).status).toBe(303)
    await note(dana, { kind: 'assessment', evidence: 'Done again' })
    expect((await dana.get(`/people/${id}/assessment`)).body).not.toContain(note_)
  })

  it('of two roles the one in which they take cases is asked, and not the last in the alphabet', async () => {
    const both = await partnership.colleague('intensive-adviser', 'Twofold Testcase')
    for (const role of ['manager', 'universal-adviser'] as const)
      await test.owner
        .insertInto('membership')
        .values({
          ...{ partnership_id: partnership.id, id: v7(), account_id: both.accountId },
          ...{ organisation_id: partnership.organisationId, role, started_on: toDay('2020-01-01') },
        })
        .execute()
    const { body } = await both.get(`/colleagues/${both.accountId}`)
    expect([body.includes('Working with complex needs'), body.includes('Careers guidance')]).toEqual([true, false])
  })
})
