/** Diaries over HTTP and down to the row: arranged, moved, called off, answered, missed and followed up. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { PersonId } from '#ground/ids.ts'
import { assignLead, changeLeader, makeTeam, putIntoTeam } from '#rooms/deployment/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { dayFields } from '#test/fields.ts'
import {
  eventsOf,
  openTestHouse,
  summaryOf,
  type TestColleague,
  type TestPartnership,
  withoutTokens,
} from '#test/house.ts'
import { addPerson, letSee } from '#test/people.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)

let partnership: TestPartnership
let adviser: TestColleague
beforeAll(async () => {
  partnership = await house.partnership()
  adviser = await partnership.colleague('universal-adviser', 'Dana Testcase')
})

const led = (given: string, lead = adviser): Promise<PersonId> =>
  addPerson(house, partnership, { given, family: 'Diarysample', lead, isIntensive: false })

/** The test's clock stands on Monday 23 November 2026. */
const MEETING = {
  ...dayFields('on', [2026, 11, 25]),
  time: '14:00',
  minutes: '45',
  kind: 'meeting',
  place: 'Made-up library',
  purpose: 'review',
  aim: 'Choose between two courses',
}

async function arrange(by: TestColleague, id: PersonId, fields: Record<string, string> = {}) {
  house.clock.advance(1000)
  return by.post(`/people/${id}/appointments/new`, { ...MEETING, ...fields })
}

const rowsOf = (id: PersonId) =>
  test.owner.selectFrom('appointment').selectAll().where('person_id', '=', id).orderBy('recorded_at').execute()

/** Arranges, and gives the row. */
async function arranged(by: TestColleague, id: PersonId, fields: Record<string, string> = {}) {
  expect(await arrange(by, id, fields)).toMatchObject({ status: 303 })
  const row = (await rowsOf(id)).at(-1)
  if (!row) throw new Error('nothing was arranged')
  return row
}

/** Moves what is arranged to a day that has been. */
const moveTo = (rowId: string, day: string) =>
  test.owner
    .updateTable('appointment')
    .set({ on_day: day as never })
    .where('id', '=', rowId)
    .execute()

const CAME = {
  came: 'came',
  kind: 'meeting',
  ...dayFields('on', [2026, 11, 23]),
  purpose: 'review',
  outcome: 'done',
  notes: 'We chose the first',
  'next-step': 'Send the form',
}

describe('An appointment', () => {
  it('is arranged, stands in the diary and on the record, with its event', async () => {
    const id = await led('Ada')
    const row = await arranged(adviser, id, { told: 'text' })
    expect(row).toMatchObject({ class: 128, at_time: '14:00', minutes: 45, told_how: 'text', state: 'set' })
    expect((await eventsOf(test, { target: row.id })).map(e => e.action)).toEqual(['appointment.set'])
    for (const path of [
      '/diary',
      '/diary?view=day&on=2026-11-25',
      '/diary?view=list',
      `/people/${id}`,
      `/people/${id}/brief`,
    ]) {
      const { body } = await adviser.get(path)
      expect(body, path).toContain('Made-up library')
      expect(body, path).toContain('14:00')
    }
    expect((await adviser.get('/diary?on=2026-12-02')).body).not.toContain('Made-up library')
  })

  it('sent twice is one', async () => {
    const id = await led('Bo')
    await arranged(adviser, id, { time: '9am' })
    await arranged(adviser, id, { time: '9am' })
    expect(await rowsOf(id)).toHaveLength(1)
  })

  it.each([
    ['without a day', { 'on-day': '', 'on-month': '', 'on-year': '' }, '#on-day'],
    ['on a day that has been', dayFields('on', [2026, 11, 20]), '#on-day'],
    ['at no time', { time: '' }, '#time'],
    ['at half a time', { time: '4' }, '#time'],
    ['for no time', { minutes: '0' }, '#minutes'],
    ['nowhere', { place: '' }, '#place'],
    ['in too many words', { aim: 'x'.repeat(501) }, '#aim'],
    ['told on a day, nobody knows how', dayFields('told-on', [2026, 11, 23]), '#told'],
    ['in a way that is not offered', { kind: 'dream' }, '#kind'],
  ])('refuses one %s at the field, and keeps the rest', async (_words, fields, field) => {
    const id = await led('Cy')
    const answer = await arrange(adviser, id, { others: 'Their aunt', ...fields })
    expect(answer.status).toBe(422)
    expect(summaryOf(answer.body)[0]).toContain(field)
    expect(answer.body).toContain('Their aunt')
    expect(await rowsOf(id)).toEqual([])
  })

  it('at the time of another is asked about, and kept when both are meant', async () => {
    const own = await partnership.colleague('universal-adviser', 'Two Testcase')
    const [one, other] = [await led('Dee', own), await led('Eve', own)]
    await arranged(own, one, { time: '10:00', minutes: '60' })
    const clash = await arrange(own, other, { time: '10:30' })
    expect(clash.status).toBe(422)
    expect(clash.body).toContain('You meet Dee Diarysample from 10:00 to 11:00')
    await arranged(own, other, { time: '10:30', both: 'yes' })
  })

  it('goes by no way that is not safe for them', async () => {
    const id = await led('Fay')
    await adviser.post(`/people/${id}/safe-contact`, { rule: 'Text only', never: 'home-visit' })
    const safe = await test.owner.selectFrom('person_safe_contact').selectAll().where('person_id', '=', id).execute()
    expect(safe).toMatchObject([{ no_home_visit: true }])
    expect((await arrange(adviser, id, { kind: 'home-visit' })).body).toContain('No visits at home')
    await adviser.post(`/people/${id}/safe-contact`, { rule: 'Text only', never: 'post' })
    expect((await arrange(adviser, id, { told: 'letter' })).body).toContain('Nothing by post')
  })

  it('is moved, keeping what it said; a form from before is told and loses nothing', async () => {
    const id = await led('Gil')
    const row = await arranged(adviser, id, { time: '11:00' })
    const path = `/appointments/${row.id}`
    const moved = { ...MEETING, ...dayFields('on', [2026, 11, 26]), time: '12:00' }
    expect((await adviser.post(path, { ...moved, version: '1' })).to).toBe('/diary?on=2026-11-26')
    const stale = await adviser.post(path, { ...MEETING, aim: 'Mine', time: '', version: '1' })
    expect(stale.status).toBe(409)
    expect(stale.body).toContain('Mine')
    expect(stale.body).toContain('26 November 2026')
    const versions = await test.owner
      .selectFrom('appointment_version')
      .selectAll()
      .where('person_id', '=', id)
      .execute()
    expect(versions.map(v => [v.version, (v.content as { atTime: string }).atTime])).toEqual([[1, '11:00']])
  })

  it('changed twice by one press is changed once, and nobody is told of a conflict with themself', async () => {
    const id = await led('Gus')
    const row = await arranged(adviser, id, { time: '19:00', told: 'text' })
    const change = { ...MEETING, time: '19:30', told: 'text', ...dayFields('told-on', [2026, 11, 23]), version: '1' }
    expect((await adviser.post(`/appointments/${row.id}`, change)).status).toBe(303)
    expect((await adviser.post(`/appointments/${row.id}`, change)).status).toBe(303)
    // Moved, they do not know of it.
    expect((await rowsOf(id)).map(r => [r.version, r.told_how])).toEqual([[2, null]])
  })

  it('is called off with a reason, and leaves the diary', async () => {
    const id = await led('Hal')
    const row = await arranged(adviser, id, { time: '15:00', place: 'Umber hall' })
    const path = `/appointments/${row.id}/call-off`
    expect((await adviser.post(path, { version: '1' })).status).toBe(422)
    expect((await adviser.post(path, { reason: 'they-asked', version: '1' })).status).toBe(303)
    expect((await adviser.get('/diary')).body).not.toContain('Umber hall')
    expect((await rowsOf(id)).map(r => [r.state, r.reason])).toEqual([['cancelled', 'they-asked']])
    // It is over: shown with why, and on the timeline; nothing more is done with it.
    const over = (await adviser.get(`/appointments/${row.id}`)).body
    expect(over).toContain('Called off')
    expect(over).toContain('They asked')
    expect((await adviser.get(`/people/${id}`)).body).toContain('Meeting called off')
    for (const at of [path, `/appointments/${row.id}/outcome`])
      expect((await adviser.get(at)).to, at).toBe(`/people/${id}`)
    // Pressed twice it is off once; what somebody else typed meanwhile is not lost.
    expect((await adviser.post(path, { reason: 'they-asked', version: '1' })).status).toBe(303)
    const late = await adviser.post(`/appointments/${row.id}`, { ...MEETING, aim: 'Mine', version: '1' })
    expect([late.status, late.body.includes('Mine'), late.body.includes('called it off')]).toEqual([409, true, true])
  })

  it('is taken into another diary by whoever may', async () => {
    const id = await led('Ian')
    const row = await arranged(adviser, id, { time: '16:00' })
    const cover = await partnership.colleague('team-leader', 'Lea Testcase')
    await letSee(house, partnership, { id, by: cover, classes: ['identity', 'sessions'] })
    const path = `/appointments/${row.id}`
    expect((await cover.get(path)).body).toContain('It stands in the diary of Dana Testcase')
    expect((await cover.post(path, { ...MEETING, time: '16:00', mine: 'yes', version: '1' })).status).toBe(303)
    expect((await rowsOf(id)).map(r => r.account_id)).toEqual([cover.accountId])
  })

  it('is of nobody who has died, and of nobody one may not know', async () => {
    const id = await led('Jay')
    const row = await arranged(adviser, id, { time: '17:00', place: 'Ash hall' })
    const stranger = await partnership.colleague('universal-adviser', 'Out Testcase')
    for (const path of [`/appointments/${row.id}`, `/appointments/${row.id}/outcome`, `/people/${id}/brief`])
      expect((await stranger.get(path)).status, path).toBe(404)
    expect((await arrange(stranger, id)).status).toBe(404)
    await test.owner
      .updateTable('person')
      .set({ died_on: '2026-11-22' as never })
      .where('id', '=', id)
      .execute()
    expect((await adviser.get('/diary')).body).not.toContain('Ash hall')
    expect((await arrange(adviser, id, { time: '18:00' })).to).toBe(`/people/${id}`)
    expect(await rowsOf(id)).toHaveLength(1)
  })

  it('kept close is seen by those alone who see such things, in the diary and everywhere, with what it said before', async () => {
    const own = await partnership.colleague('universal-adviser', 'Close Testcase')
    const id = await led('Kit', own)
    expect((await own.get(`/people/${id}/appointments/new`)).body).not.toContain('Keep this close')
    // What the form did not offer is not taken: they would not see it again.
    const row = await arranged(own, id, { aim: 'Umberlochne', restricted: 'yes' })
    expect(row.class).toBe(128)
    await letSee(house, partnership, { id, by: own, classes: ['restricted'] })
    const close = { ...MEETING, aim: 'Umberlochne', restricted: 'yes', version: '1' }
    expect((await own.post(`/appointments/${row.id}`, close)).status).toBe(303)
    const versions = await test.owner
      .selectFrom('appointment_version')
      .select('class')
      .where('person_id', '=', id)
      .execute()
    expect([(await rowsOf(id)).map(r => r.class), versions.map(v => v.class)]).toEqual([[4096], [4096]])
    const other = await partnership.colleague('universal-adviser', 'Open Testcase')
    await letSee(house, partnership, { id, by: other, classes: ['identity', 'sessions'] })
    const pages = () =>
      Promise.all(
        [`/people/${id}`, `/people/${id}/brief`, '/diary', '/'].map(async at => withoutTokens(await other.get(at))),
      )
    const withIt = await pages()
    expect(withIt.join('')).not.toContain('Umberlochne')
    expect((await other.get(`/appointments/${row.id}`)).status).toBe(404)
    await test.owner.deleteFrom('appointment').where('person_id', '=', id).execute()
    expect(await pages()).toEqual(withIt)
  })

  it('on the wrong young person is taken off with what it said before (K9)', async () => {
    const id = await led('Lou')
    const row = await arranged(adviser, id, { time: '08:00', aim: 'Umberlochne' })
    await adviser.post(`/appointments/${row.id}`, { ...MEETING, time: '08:30', version: '1' })
    const path = `/people/${id}/misfiled/appointment/${row.id}`
    expect((await adviser.get(`/appointments/${row.id}`)).body).toContain(path)
    house.clock.advance(1000)
    expect((await adviser.post(path, { why: 'Two of the same name' })).to).toBe(`/people/${id}`)
    expect((await adviser.get(`/people/${id}`)).body).not.toContain('Made-up library')
    const versions = await test.owner
      .selectFrom('appointment_version')
      .selectAll()
      .where('person_id', '=', id)
      .execute()
    expect(versions.every(v => v.sealed_at !== null)).toBe(true)
  })
})

describe('What came of it', () => {
  it('is one form: that they came, and the contact', async () => {
    const id = await led('Mia')
    const row = await arranged(adviser, id, { ...dayFields('on', [2026, 11, 23]), time: '09:00' })
    const path = `/appointments/${row.id}/outcome`
    expect((await adviser.get(path)).body).toContain('Choose between two courses')
    expect(
      (await adviser.post(path, { ...CAME, aim: MEETING.aim, alone: 'yes', agreed: 'yes', version: '1' })).to,
    ).toBe('/diary?on=2026-11-23')
    const contact = await test.owner
      .selectFrom('contact')
      .selectAll()
      .where('person_id', '=', id)
      .executeTakeFirstOrThrow()
    expect(contact).toMatchObject({ kind: 'meeting', aim: MEETING.aim, alone_offered: 'yes', agreed: 'yes' })
    expect((await rowsOf(id)).map(r => [r.state, r.contact_id])).toEqual([['came', contact.id]])
    // Sent twice, it is one; what somebody else wrote meanwhile stands in the form.
    const same = { ...CAME, aim: MEETING.aim, alone: 'yes', agreed: 'yes', version: '1' }
    expect((await adviser.post(path, same)).to).toBe(`/people/${id}`)
    const other = await adviser.post(path, { ...CAME, notes: 'My own words', version: '1' })
    expect([other.status, other.body.includes('My own words')]).toEqual([409, true])
    expect(await test.owner.selectFrom('contact').select('id').where('person_id', '=', id).execute()).toHaveLength(1)
    // The contact leads to the meeting it came of.
    expect((await adviser.get(`/contacts/${contact.id}`)).body).toContain(`/appointments/${row.id}`)
  })

  it('said wrongly is put right, and what was said before is kept', async () => {
    const id = await led('Mio')
    const row = await arranged(adviser, id, { ...dayFields('on', [2026, 11, 23]), time: '05:00' })
    const missed = { ...CAME, came: 'missed', reason: 'ill', version: '1' }
    await adviser.post(`/appointments/${row.id}/outcome`, missed)
    const path = `/appointments/${row.id}/came`
    expect((await adviser.get(`/appointments/${row.id}`)).body).toContain('Was it otherwise?')
    expect((await adviser.post(path, { came: 'late', version: '1' })).status).toBe(409)
    expect((await adviser.post(path, { came: 'missed', version: '2' })).status).toBe(422)
    expect((await adviser.post(path, { came: 'late', version: '2' })).to).toBe(`/appointments/${row.id}`)
    expect((await rowsOf(id)).map(r => [r.state, r.reason])).toEqual([['late', null]])
    expect((await adviser.get('/missed')).body).not.toContain('Mio')
  })

  it('kept close keeps close that there was such a meeting, and why they did not come', async () => {
    const own = await partnership.colleague('universal-adviser', 'Kept Testcase')
    const id = await led('Mae', own)
    const row = await arranged(own, id, { ...dayFields('on', [2026, 11, 23]), time: '05:00' })
    const missed = { ...CAME, came: 'missed', reason: 'caring', 'reason-words': 'Umberlochne', restricted: 'yes' }
    await own.post(`/appointments/${row.id}/outcome`, { ...missed, version: '1' })
    expect((await rowsOf(id)).map(r => r.class)).toEqual([4096])
    for (const path of ['/missed', `/people/${id}`, '/diary'])
      expect((await own.get(path)).body, path).not.toContain('Umberlochne')
  })

  it('kept close later keeps the meeting close from then on', async () => {
    const own = await partnership.colleague('universal-adviser', 'Later Testcase')
    const id = await led('Max', own)
    const row = await arranged(own, id, { ...dayFields('on', [2026, 11, 23]), time: '05:00' })
    await own.post(`/appointments/${row.id}/outcome`, { ...CAME, version: '1' })
    const [{ contact_id: contactId } = { contact_id: '' }] = await rowsOf(id)
    const close = { ...CAME, restricted: 'yes', why: 'It could harm them', version: '1' }
    expect((await own.post(`/contacts/${contactId}`, close)).status).toBe(303)
    const versions = await test.owner
      .selectFrom('contact_version')
      .select('class')
      .where('person_id', '=', id)
      .execute()
    expect([(await rowsOf(id)).map(r => r.class), versions.map(v => v.class)]).toEqual([[4096], [4096]])
  })

  it('taken off the record takes the meeting with it (K9)', async () => {
    const id = await led('Moe')
    const row = await arranged(adviser, id, { ...dayFields('on', [2026, 11, 23]), time: '04:00' })
    await adviser.post(`/appointments/${row.id}/outcome`, { ...CAME, came: 'missed', reason: 'ill', version: '1' })
    const [{ contact_id: contactId } = { contact_id: '' }] = await rowsOf(id)
    house.clock.advance(1000)
    await adviser.post(`/people/${id}/misfiled/contact/${contactId}`, { why: 'Two of the same name' })
    expect((await rowsOf(id)).map(r => r.sealed_at !== null)).toEqual([true])
    expect((await adviser.get('/missed')).body).not.toContain('Moe')
  })

  it.each([
    ['nobody says whether they came', { came: '' }, '#came'],
    ['nobody says why they did not', { came: 'missed' }, '#reason'],
    ['nothing is said of it', { notes: '' }, '#notes'],
    ['they came and were not reached', { outcome: 'not-reached' }, '#came'],
    ['what is known of why leaves no room', { came: 'missed', reason: 'ill', notes: 'x'.repeat(9_950) }, '#notes'],
    ['the day is still to come', dayFields('on', [2026, 11, 24]), '#on-day'],
  ])('is refused where %s, and nothing is kept by half', async (_words, fields, field) => {
    const id = await led('Ned')
    const row = await arranged(adviser, id, { ...dayFields('on', [2026, 11, 23]), time: '07:00', both: 'yes' })
    const answer = await adviser.post(`/appointments/${row.id}/outcome`, { ...CAME, ...fields, version: '1' })
    expect(answer.status).toBe(422)
    expect(summaryOf(answer.body)[0]).toContain(field)
    expect((await rowsOf(id)).map(r => r.state)).toEqual(['set'])
    expect(await test.owner.selectFrom('contact').select('id').where('person_id', '=', id).execute()).toEqual([])
  })

  it('cannot be said before the day', async () => {
    const id = await led('Oda')
    const row = await arranged(adviser, id, { time: '06:00' })
    expect((await adviser.post(`/appointments/${row.id}/outcome`, { ...CAME, version: '1' })).body).toContain(
      'That day has not come yet',
    )
  })

  it('puts the next step into the plan, once, where there is a goal', async () => {
    const id = await led('Pat')
    const row = await arranged(adviser, id, { ...dayFields('on', [2026, 11, 23]), time: '19:00' })
    const path = `/appointments/${row.id}/outcome`
    expect((await adviser.get(path)).body).not.toContain('Put it into the plan')
    await adviser.post(`/people/${id}/plan/goals/new`, { words: 'I want to work with animals' })
    const goal = await test.owner
      .selectFrom('plan_goal')
      .select('id')
      .where('person_id', '=', id)
      .executeTakeFirstOrThrow()
    const step = { ...CAME, goal: goal.id, owner: 'adviser', ...dayFields('next-on', [2026, 12, 1]), version: '1' }
    // More people read the plan than what is kept close; a goal that is none is none.
    expect(summaryOf((await adviser.post(path, { ...step, restricted: 'yes' })).body)[0]).toContain('#goal')
    expect(summaryOf((await adviser.post(path, { ...step, goal: id })).body)[0]).toContain('#goal')
    expect(summaryOf((await adviser.post(path, { ...step, 'next-step': '' })).body)[0]).toContain('#next-step')
    expect((await adviser.post(path, step)).status).toBe(303)
    const target = await test.owner
      .selectFrom('plan_target')
      .selectAll()
      .where('person_id', '=', id)
      .executeTakeFirstOrThrow()
    expect(target).toMatchObject({ what: 'Send the form', owner: 'adviser', due_on: '2026-12-01', goal_id: goal.id })
    const contact = await test.owner
      .selectFrom('contact')
      .selectAll()
      .where('person_id', '=', id)
      .executeTakeFirstOrThrow()
    expect(contact.next_target_id).toBe(target.id)
    expect((await adviser.get(`/people/${id}`)).body).toContain('Send the form (in the plan)')
  })
})

describe('Missed meetings', () => {
  it('say what to do next: try, another way, the leader once, another; and nothing once it is arranged', async () => {
    const own = await partnership.colleague('universal-adviser', 'Kofi Testcase')
    const leader = await partnership.colleague('team-leader', 'Ruth Testcase')
    await house.command(partnership.id, async tx => {
      const team = await makeTeam(tx, { name: 'Team of the missed', leaderId: null })
      if (!team.ok) throw new Error(team.why)
      await putIntoTeam(tx, team.value, own.accountId)
      await changeLeader(tx, team.value, leader.accountId)
    })
    const id = await led('Quin', own)
    const row = await arranged(own, id, { ...dayFields('on', [2026, 11, 23]), time: '09:00' })
    await moveTo(row.id, '2026-11-20')
    expect((await own.get('/diary?view=day&on=2026-11-23')).body).toContain('Did they come?')
    const missed = {
      ...CAME,
      came: 'missed',
      reason: 'travel',
      ...dayFields('on', [2026, 11, 20]),
      version: '1',
      notes: '',
    }
    expect((await own.post(`/appointments/${row.id}/outcome`, missed)).status).toBe(303)
    const contact = await test.owner
      .selectFrom('contact')
      .selectAll()
      .where('person_id', '=', id)
      .executeTakeFirstOrThrow()
    expect(contact).toMatchObject({ kind: 'missed', outcome: 'did-not-come', notes: 'Could not get there' })
    expect((await own.get('/missed')).body).toContain('Try to reach them')
    const tryIt = {
      kind: 'tried',
      ...dayFields('on', [2026, 11, 23]),
      purpose: 'support',
      outcome: 'not-reached',
      back: '/missed',
    }
    expect((await own.get(`/people/${id}/contacts/new?kind=tried&back=%2Fmissed`)).body).toMatch(
      /value="tried" selected|selected[^>]*value="tried"/,
    )
    expect((await own.post(`/people/${id}/contacts/new`, { ...tryIt, then: 'next' })).to).toBe('/missed')
    expect((await own.get('/missed')).body).toContain('Try another way')
    await own.post(`/people/${id}/contacts/new`, { ...tryIt, kind: 'letter', notes: 'A card' })
    expect((await own.get('/missed')).body).toContain('Tell the leader')
    expect((await own.post(`/appointments/${row.id}/leader-told`)).to).toBe('/missed')
    await own.post(`/appointments/${row.id}/leader-told`)
    const told = await test.owner.selectFrom('notice').selectAll().where('account_id', '=', leader.accountId).execute()
    expect(told.filter(n => n.kind === 'appointment.leader-told').map(n => n.person_id)).toEqual([id])
    expect((await own.get('/missed')).body).toContain('The team leader knows: keep trying')
    await arranged(own, id, { instead: row.id, time: '10:00' })
    expect((await rowsOf(id)).at(-1)?.instead_of).toBe(row.id)
    expect((await own.get('/missed')).body).toContain('Nobody is waiting')
  })

  it('of others are not on one’s own list', async () => {
    const [own, other] = [
      await partnership.colleague('universal-adviser', 'Mine Testcase'),
      await partnership.colleague('universal-adviser', 'Theirs Testcase'),
    ]
    const id = await led('Rae', other)
    const row = await arranged(other, id, { ...dayFields('on', [2026, 11, 23]), time: '09:00' })
    await other.post(`/appointments/${row.id}/outcome`, { ...CAME, came: 'missed', reason: 'ill', version: '1' })
    expect((await other.get('/missed')).body).toContain('Rae')
    expect((await own.get('/missed')).body).toContain('Nobody is waiting')
    expect((await own.post(`/appointments/${row.id}/leader-told`)).status).toBe(404)
  })
})

describe('Whoever leads now', () => {
  it('finds what whoever led before arranged, missed and did not answer, and can take it over', async () => {
    const [before, now] = [
      await partnership.colleague('universal-adviser', 'Before Testcase'),
      await partnership.colleague('universal-adviser', 'Now Testcase'),
    ]
    const [id, other] = [await led('Tam', before), await led('Uma', before)]
    const ahead = await arranged(before, id, { time: '10:00' })
    const missed = await arranged(before, other, { ...dayFields('on', [2026, 11, 23]), time: '11:00' })
    await before.post(`/appointments/${missed.id}/outcome`, { ...CAME, came: 'missed', reason: 'ill', version: '1' })
    await house.command(partnership.id, async tx => {
      for (const personId of [id, other])
        await assignLead(tx, personId, { accountId: now.accountId, isIntensive: false, reason: 'Moved' })
    })
    house.clock.advance(1000)
    expect((await before.get('/diary')).body).not.toContain('Tam')
    const diary = (await now.get('/diary')).body
    expect(diary).toContain('Arranged by others')
    expect(diary).toContain('Tam')
    expect((await now.get('/missed')).body).toContain('Uma')
    const taken = { ...MEETING, time: '10:00', mine: 'yes', version: '1' }
    expect((await now.post(`/appointments/${ahead.id}`, taken)).status).toBe(303)
    expect((await rowsOf(id)).map(r => r.account_id)).toEqual([now.accountId])
    await moveTo(ahead.id, '2026-11-20')
    expect((await now.get('/diary?view=day')).body).toContain('Did they come?')
    expect((await now.post(`/appointments/${ahead.id}`, { ...taken, version: '2' })).body).toContain(
      'say whether they came',
    )
  })
})

describe('The diary', () => {
  it('leads to a new appointment with somebody of the caseload, and asks who when nobody is chosen', async () => {
    const id = await led('Sam')
    const chosen = await adviser.get(`/diary/new?person=${id}&on=2026-11-27`)
    expect(chosen.to).toBe(`/people/${id}/appointments/new?on=2026-11-27`)
    expect((await adviser.get('/diary/new?person=')).body).toContain('Select who it is with')
  })

  it('is offered to nobody who sees no meetings', async () => {
    const officer = await partnership.colleague('tracking-officer')
    expect((await officer.get('/')).body).not.toContain('href="/diary"')
    expect((await officer.get('/diary')).status).toBe(404)
  })

  it.each([
    '/diary?on=nonsense&view=sideways',
    '/diary?on=2026-02-31',
    '/diary?on=1800-01-01',
    '/diary?on=2200-06-01',
    '/diary/new?person=nobody',
  ])('takes %s for today', async path => {
    expect((await adviser.get(path)).status).toBe(200)
  })
})
