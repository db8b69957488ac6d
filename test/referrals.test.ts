/** Referrals over HTTP and down to the row: agreed first, shown first, one letter, a clock for each step, and a right that ends with it. */
import { beforeAll, describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import type { GroupId, OrganisationId, PersonId, RowId } from '#ground/ids.ts'
import { ADVISER_CLASSES, addMembers, fromBits, setBarrier } from '#rooms/access/index.ts'
import { createTeam, findLead } from '#rooms/deployment/index.ts'
import { removeMembership } from '#rooms/identity/index.ts'
import { compare, mergePeople, unmergePeople } from '#rooms/matching/index.ts'
import { protectAddress, setContactDetail, setSafeContact } from '#rooms/people/index.ts'
import { turnOf } from '#test/clockwork.ts'
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
import { AGREES, ASKED, openReferring } from '#test/referring.ts'

import { endRole } from '../src/role-grants.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
let partnership: TestPartnership
const { agency, agreed, draft, step, rowOf, partsOf, liveGrants } = openReferring(test, house, () => partnership)

let dana: TestColleague
let colleague: TestColleague
let leader: TestColleague
let owen: TestColleague
let hale: TestColleague
let otherAtHousing: TestColleague
let housing: OrganisationId
let protocol: RowId

beforeAll(async () => {
  partnership = await house.partnership()
  dana = await partnership.colleague('universal-adviser', 'Dana Testcase')
  colleague = await partnership.colleague('universal-adviser', 'Mair Testcase')
  leader = await partnership.colleague('team-leader', 'Priya Testcase')
  owen = await partnership.colleague('data-officer', 'Owen Testcase')
  housing = await agency('Made-up Housing', 'housing')
  hale = await partnership.colleague('partner-practitioner', 'Hale Testcase', housing)
  otherAtHousing = await partnership.colleague('partner-practitioner', 'Ola Testcase', housing)
  protocol = await agreed(partnership.organisationId, housing, { classes: ['contact-details', 'plan'] })
})

let made = 0
async function ledByDana(given = 'Ada'): Promise<PersonId> {
  const id = await addPerson(house, partnership, { given, family: `Refersample${(made += 1)}`, lead: dana })
  await house.command(partnership.id, async tx => {
    const source = { kind: 'staff' as const, organisationId: null, saidOn: tx.acting.today }
    await setContactDetail(tx, id, { kind: 'mobile', value: '07700900123', note: '' }, source)
    await setSafeContact(tx, id, { rule: 'Text first', noPost: true, noVoicemail: false, noHomeVisit: false }, source)
  })
  house.clock.advance(1000)
  return id
}

/** One that is sent, with how to reach them along. */
async function sent(id: PersonId, fields: Record<string, string> = AGREES): Promise<string> {
  const referral = await draft(dana, id, protocol, { parts: 'reach' })
  expect(await step(dana, referral, 'send', fields)).toMatchObject({ status: 303 })
  return referral
}

/** The day a step is due, moved by hand: the rules of the clock are proved by tables. */
const wasDue = (referral: string, day: string) =>
  test.owner
    .updateTable('referral')
    .set({ due_on: toDay(day) })
    .where('id', '=', referral as RowId)
    .execute()

const happened = async (referral: string) => (await eventsOf(test, { target: referral })).map(event => event.action)

describe('A referral', () => {
  it('goes only to agencies with which something was agreed', async () => {
    const id = await ledByDana()
    const page = (await dana.get(`/people/${id}/referrals/new`)).body
    expect(page).toContain('Made-up Housing')
    expect(page).toContain('answers within 5 working days')
    const elsewhere = await agreed(housing, partnership.organisationId, {
      teamId: await house.command(partnership.id, tx => createTeam(tx, { name: 'Intake', leaderId: leader.accountId })),
    })
    expect((await dana.post(`/people/${id}/referrals/new?protocol=${elsewhere}`, ASKED)).status).toBe(404)
  })

  it('shows the letter as it will be seen, with what was chosen and nothing more, before it goes', async () => {
    const id = await ledByDana()
    const without = await draft(dana, id, protocol)
    const { body } = await dana.get(`/referrals/${without}`)
    for (const words of ['Find them a room from Friday', 'I want a door I can lock', 'Text first', 'Dana Testcase'])
      expect(body).toContain(words)
    expect(body).not.toContain('07700900123')
    expect(await step(dana, without, 'edit', { ...ASKED, parts: 'reach' })).toMatchObject({ status: 303 })
    expect((await dana.get(`/referrals/${without}`)).body).toContain('07700900123')
    expect((await hale.get(`/referrals/${without}`)).status).toBe(404)
  })

  it('sent twice is one, and the page leads to it', async () => {
    const id = await ledByDana()
    const first = await draft(dana, id, protocol)
    const again = await dana.post(`/people/${id}/referrals/new?protocol=${protocol}`, ASKED)
    expect(again.status).toBe(422)
    expect(again.body).toContain(`/referrals/${first}`)
  })

  it.each([
    ['that was not shown, without a word why', { shown: 'no', view: 'not-asked' }, '#withheld-why'],
    [
      'kept back without a day to look again',
      { shown: 'no', view: 'not-asked', 'withheld-why': 'Danger' },
      '#withheld-review',
    ],
    [
      'kept back for years',
      { shown: 'no', view: 'not-asked', 'withheld-why': 'Danger', ...dayFields('withheld-review', [2028, 1, 1]) },
      '#withheld-review',
    ],
    ['that they saw, without what they say', { shown: 'yes', view: 'not-asked' }, '#view'],
    [
      'kept back, with what they say to it',
      { shown: 'no', view: 'agrees', 'withheld-why': 'Danger', ...dayFields('withheld-review', [2027, 1, 12]) },
      '#view',
    ],
    ['they object to, without an answer', { shown: 'yes', view: 'objects' }, '#view-answer'],
    ['of which nothing is said', {}, '#shown'],
  ])('is not sent %s, and keeps what was typed (K1, K2)', async (_words, fields, field) => {
    const id = await ledByDana()
    const referral = await draft(dana, id, protocol)
    const answer = await step(dana, referral, 'send', { 'view-words': 'My own words here', ...fields })
    expect(answer.status).toBe(422)
    expect(summaryOf(answer.body)[0]).toContain(field)
    expect(answer.body).toContain('My own words here')
    expect(await rowOf(referral)).toMatchObject({ state: 'draft', sent_on: null })
  })

  it('whose ground is consent goes only where they agree (K1)', async () => {
    const id = await ledByDana()
    const asking = await agreed(partnership.organisationId, housing, { basis: 'consent', purpose: 'a mentor' })
    const referral = await draft(dana, id, asking)
    const refused = await step(dana, referral, 'send', {
      shown: 'yes',
      view: 'objects',
      'view-answer': 'It goes all the same',
    })
    expect(refused.status).toBe(422)
    expect(summaryOf(refused.body)[0]).toContain('consent')
    expect((await step(dana, referral, 'send', AGREES)).status).toBe(303)
  })

  it('starts a clock of working days, tells the other agency, and names its ground in the audit', async () => {
    const id = await ledByDana()
    const referral = await sent(id)
    expect(await rowOf(referral)).toMatchObject({ state: 'sent', due_on: '2026-11-30', view: 'agrees' })
    expect((await hale.get('/')).body).toContain('A referral came to you')
    expect(await happened(referral)).toEqual(expect.arrayContaining(['referral.drafted', 'referral.sent']))
  })
})

describe('A referral that would wait for nobody', () => {
  it('is not sent to an agency that is shut out, nor of a restricted record, and the draft stays (K4)', async () => {
    const id = await ledByDana()
    const referral = await draft(dana, id, protocol)
    await house.command(partnership.id, tx => setBarrier(tx, id, { holderId: housing, reason: 'A test' }))
    house.clock.advance(1000)
    const answer = await step(dana, referral, 'send', AGREES)
    expect(answer.status).toBe(422)
    expect(summaryOf(answer.body)[0]).toContain('Ask information governance')
    expect(await rowOf(referral)).toMatchObject({ state: 'draft' })
    const named = await ledByDana()
    await letSee(house, partnership, { id: named, by: dana, classes: [...ADVISER_CLASSES, 'restricted'] })
    await house.command(partnership.id, tx => setBarrier(tx, named, { holderId: null, reason: 'A test' }))
    house.clock.advance(1000)
    const refused = await dana.post(`/people/${named}/referrals/new?protocol=${protocol}`, ASKED)
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('I want a door I can lock')
  })
})

describe('Whoever it was sent to', () => {
  it('reads the letter and has no right over the record before they accept', async () => {
    const id = await ledByDana()
    const referral = await sent(id)
    const { status, body } = await hale.get(`/referrals/${referral}`)
    expect(status).toBe(200)
    expect(body).toContain('07700900123')
    expect(await rowOf(referral)).toMatchObject({ received_on: expect.anything() })
    expect(withoutTokens(await hale.get(`/people/${id}`))).toBe(
      withoutTokens(await hale.get('/people/01a00000-0000-7000-8000-000000000000')),
    )
    expect(await liveGrants(id)).toEqual([])
  })

  it('accepts in two presses, and one colleague sees what the letter told of, until it ends', async () => {
    const id = await ledByDana()
    const referral = await sent(id)
    expect((await hale.get('/referrals')).body).toContain(`/referrals/${referral}`)
    const page = (await hale.get(`/referrals/${referral}`)).body
    expect(page).toMatch(new RegExp(`<option value="${hale.accountId}" selected`))
    expect((await step(hale, referral, 'accept', { worker: hale.accountId })).status).toBe(303)
    const [grant] = await liveGrants(id)
    expect(grant).toMatchObject({ holder_id: hale.accountId, basis: 'public-task' })
    expect(fromBits(grant?.classes ?? 0)).toEqual(['identity', 'contact-details', 'safe-contact'])
    expect((await hale.get(`/people/${id}`)).status).toBe(200)
    expect((await otherAtHousing.get(`/people/${id}`)).status).toBe(404)
    expect((await step(hale, referral, 'start')).status).toBe(303)
    expect((await step(hale, referral, 'end', { outcome: 'reached', 'end-words': 'A room in Mill Lane' })).status).toBe(
      303,
    )
    expect(await liveGrants(id)).toEqual([])
    house.clock.advance(1000)
    expect((await hale.get(`/people/${id}`)).status).toBe(404)
    // That it was stays, and nothing of what it said.
    const over = (await hale.get(`/referrals/${referral}`)).body
    expect(over).toContain('Ended')
    for (const gone of [
      '07700900123',
      'Refersample',
      'I want a door',
      'Mill Lane',
      'Tell them about the dog',
      'They agree',
    ])
      expect(over).not.toContain(gone)
    const back = (await dana.get('/referrals')).body
    expect(back).toContain('Came back')
    expect((await dana.get(`/referrals/${referral}`)).body).toContain('A room in Mill Lane')
    expect((await step(dana, referral, 'read')).status).toBe(303)
    expect((await dana.get('/referrals')).body).not.toContain(`/referrals/${referral}`)
  })

  it('declines with a reason, which goes back to the sender', async () => {
    const id = await ledByDana()
    const referral = await sent(id)
    const empty = await step(hale, referral, 'decline')
    expect(empty.status).toBe(422)
    expect(summaryOf(empty.body)[0]).toContain('#decline-reason')
    expect(
      (await step(hale, referral, 'decline', { 'decline-reason': 'full', 'decline-words': 'Ask again in May' })).status,
    ).toBe(303)
    expect((await dana.get('/')).body).toContain('A referral of yours was declined')
    const page = (await dana.get(`/referrals/${referral}`)).body
    expect(page).toContain('No place free')
    expect(page).toContain('Ask again in May')
    expect((await hale.get(`/referrals/${referral}`)).body).not.toContain('I want a door I can lock')
  })

  it('asks for more: their clock stands still until it is told, and goes on with what was left', async () => {
    const id = await ledByDana()
    const referral = await sent(id)
    await wasDue(referral, '2026-11-26')
    expect((await step(hale, referral, 'ask', { 'ask-words': 'How big is the dog?' })).status).toBe(303)
    expect(await rowOf(referral)).toMatchObject({ state: 'more-asked', days_left: 3, due_on: '2026-11-30' })
    expect((await dana.get(`/referrals/${referral}`)).body).toContain('How big is the dog?')
    expect((await step(dana, referral, 'tell', { 'tell-words': 'Knee-high' })).status).toBe(303)
    expect(await rowOf(referral)).toMatchObject({ state: 'sent', days_left: null, due_on: '2026-11-26' })
    expect((await hale.get(`/referrals/${referral}`)).body).toContain('Knee-high')
  })

  it('may do nothing that is the sender’s, nor the sender what is theirs', async () => {
    const id = await ledByDana()
    const referral = await sent(id)
    for (const [who, move] of [
      [hale, 'withdraw'],
      [hale, 'tell'],
      [dana, 'accept'],
      [dana, 'decline'],
      [colleague, 'withdraw'],
    ] as const)
      expect((await step(who, referral, move, { worker: dana.accountId, 'decline-reason': 'full' })).status).toBe(404)
    expect((await hale.get(`/referrals/${referral}/edit`)).status).toBe(404)
    expect(await rowOf(referral)).toMatchObject({ state: 'sent' })
  })

  it('who accepts at the same moment as another opens one right, and the second is told', async () => {
    const id = await ledByDana()
    const referral = await sent(id)
    const version = String((await rowOf(referral)).version)
    const accept = (who: TestColleague) => who.post(`/referrals/${referral}/accept`, { version, worker: who.accountId })
    const answers = await Promise.all([accept(hale), accept(otherAtHousing)])
    expect(answers.map(a => a.status).toSorted((a, b) => a - b)).toEqual([303, 409])
    expect(await liveGrants(id)).toHaveLength(1)
  })

  it('is not told that it was kept back from the young person (K2)', async () => {
    const id = await ledByDana()
    const referral = await sent(id, {
      shown: 'no',
      view: 'not-asked',
      'withheld-why': 'Her uncle reads her post',
      ...dayFields('withheld-review', [2027, 1, 12]),
    })
    expect((await dana.get(`/referrals/${referral}`)).body).toContain('Her uncle reads her post')
    const theirs = (await hale.get(`/referrals/${referral}`)).body
    for (const word of ['uncle', 'kept back', 'Kept back', 'Shown']) expect(theirs).not.toContain(word)
    // That nothing was said tells nothing of it: of one that was shown it is the same.
    const shown = await sent(await ledByDana(), { shown: 'yes', view: 'no-word' })
    const other = (await hale.get(`/referrals/${shown}`)).body
    for (const page of [theirs, other]) expect(page).not.toContain('What they say to it')
  })
})

describe('What was sent', () => {
  it('taken back is gone for the other agency, and its right ends', async () => {
    const id = await ledByDana()
    const referral = await sent(id)
    await step(hale, referral, 'accept', { worker: hale.accountId })
    expect((await step(dana, referral, 'withdraw', { 'withdraw-reason': 'not-wanted' })).status).toBe(303)
    house.clock.advance(1000)
    expect(await liveGrants(id)).toEqual([])
    expect((await hale.get(`/referrals/${referral}`)).status).toBe(404)
    expect((await hale.get('/')).body).toContain('A referral to you was taken back')
  })

  it('changed keeps old and new, tells the other agency, is shown again, and its right follows', async () => {
    const id = await ledByDana()
    const referral = await sent(id)
    await step(hale, referral, 'accept', { worker: hale.accountId })
    const changed = { ...ASKED, asks: 'Find them a room for two', why: 'A sister came' }
    const unsaid = await step(dana, referral, 'edit', { ...changed, view: 'agrees' })
    expect(unsaid.status).toBe(422)
    expect(summaryOf(unsaid.body)[0]).toContain('#shown')
    expect((await step(dana, referral, 'edit', { ...changed, ...AGREES })).status).toBe(303)
    const theirs = (await hale.get(`/referrals/${referral}`)).body
    expect(theirs).toContain('Find them a room for two')
    expect(theirs).not.toContain('07700900123')
    const ours = (await dana.get(`/referrals/${referral}`)).body
    expect(ours).toContain('What it said before')
    expect(ours).toContain('Find them a room from Friday')
    const [grant] = await liveGrants(id)
    expect(fromBits(grant?.classes ?? 0)).toEqual(['identity', 'safe-contact'])
    expect(
      (await partsOf(referral))
        .filter(part => part.replaced_at !== null)
        .map(part => part.part)
        .toSorted(),
    ).toEqual(['asked', 'reach'])
  })

  it('moved on meanwhile is told, and what was typed is kept', async () => {
    const id = await ledByDana()
    const referral = await sent(id)
    const version = String((await rowOf(referral)).version)
    await step(dana, referral, 'withdraw', { 'withdraw-reason': 'mistake' })
    const referral2 = await sent(id)
    const old = String((await rowOf(referral2)).version)
    await step(hale, referral2, 'ask', { 'ask-words': 'How big is the dog?' })
    const stale = await hale.post(`/referrals/${referral2}/decline`, {
      version: old,
      'decline-reason': 'full',
      'decline-words': 'A long answer',
    })
    expect(stale.status).toBe(409)
    expect(stale.body).toContain('A long answer')
    expect(await rowOf(referral2)).toMatchObject({ state: 'more-asked' })
    expect(version).toBe('2')
  })

  it('shows nothing of how to reach them once whereabouts are protected, however old it is (K4)', async () => {
    const id = await ledByDana()
    const referral = await sent(id)
    await house.command(partnership.id, tx => protectAddress(tx, id, 'A test'))
    house.clock.advance(1000)
    for (const who of [hale, dana]) expect((await who.get(`/referrals/${referral}`)).body).not.toContain('07700900123')
    const later = await ledByDana()
    await house.command(partnership.id, tx => protectAddress(tx, later, 'A test'))
    const second = await draft(dana, later, protocol, { parts: 'reach' })
    expect((await partsOf(second)).map(part => part.part)).not.toContain('reach')
  })

  it('is gone for everybody who is not named once the record is restricted (K4), and for who is shut out', async () => {
    const id = await ledByDana()
    const referral = await sent(id)
    await house.command(partnership.id, tx => setBarrier(tx, id, { holderId: null, reason: 'A test' }))
    house.clock.advance(1000)
    for (const who of [hale, dana]) {
      expect((await who.get(`/referrals/${referral}`)).status).toBe(404)
      expect((await who.get('/referrals')).body).not.toContain(referral)
    }
    const other = await ledByDana()
    const theirs = await sent(other)
    await house.command(partnership.id, tx => setBarrier(tx, other, { holderId: housing, reason: 'A test' }))
    house.clock.advance(1000)
    expect((await hale.get(`/referrals/${theirs}`)).status).toBe(404)
    expect((await dana.get(`/referrals/${theirs}`)).status).toBe(200)
  })

  it('to a health service shows to nobody who does not see health but its sender (K6)', async () => {
    const clinic = await agency('Made-up Clinic', 'health')
    const asked = await agreed(partnership.organisationId, clinic, { purpose: 'counselling' })
    const id = await ledByDana()
    const referral = await draft(dana, id, asked)
    await step(dana, referral, 'send', AGREES)
    await letSee(house, partnership, { id, by: leader, classes: ADVISER_CLASSES })
    expect((await leader.get(`/people/${id}`)).status).toBe(200)
    expect((await leader.get(`/people/${id}/referrals`)).body).not.toContain('counselling')
    expect((await leader.get(`/referrals/${referral}`)).status).toBe(404)
    expect((await dana.get(`/people/${id}/referrals`)).body).toContain('counselling')
    const nurse = await partnership.colleague('partner-practitioner', 'Noor Testcase', clinic)
    await step(nurse, referral, 'accept', { worker: nurse.accountId })
    house.clock.advance(1000)
    // Who can see this says nothing of it either.
    expect((await leader.get(`/people/${id}/who`)).body).not.toContain('Noor Testcase')
    expect((await dana.get(`/people/${id}/who`)).body).toContain('Noor Testcase')
  })

  it('to an agency that closes goes back to its sender, and its right ends', async () => {
    const closing = await agency('Made-up Hostel', 'housing')
    const worker = await partnership.colleague('partner-practitioner', 'Hal Testcase', closing)
    const asked = await agreed(partnership.organisationId, closing)
    const [one, other] = [await ledByDana(), await ledByDana()]
    const [waiting, taken] = [await draft(dana, one, asked), await draft(dana, other, asked)]
    await step(dana, waiting, 'send', AGREES)
    await step(dana, taken, 'send', AGREES)
    await step(worker, taken, 'accept', { worker: worker.accountId })
    const admin = await partnership.colleague('administrator', 'Kofi Testcase')
    expect((await admin.post(`/organisations/${closing}/close`, { successor: 'nothing' })).status).toBe(303)
    house.clock.advance(1000)
    await turnOf(test, house)
    expect(await rowOf(waiting)).toMatchObject({ state: 'declined', reason: 'agency-closed' })
    expect(await rowOf(taken)).toMatchObject({ state: 'ended', outcome: 'agency-closed' })
    expect(await liveGrants(other)).toEqual([])
    expect((await dana.get(`/referrals/${waiting}`)).body).toContain('The agency has closed')
    expect((await dana.get(`/people/${one}/referrals/new`)).body).not.toContain('Made-up Hostel')
  })

  it('late is told to whoever owes the step, and three working days on to the sender’s side', async () => {
    const id = await ledByDana()
    const referral = await sent(id)
    const after = async (dueOn: string) => {
      await wasDue(referral, dueOn)
      await turnOf(test, house)
      return rowOf(referral)
    }
    expect(await after('2026-11-23')).toMatchObject({ chased_at: null })
    expect(await after('2026-11-20')).toMatchObject({ chased_at: expect.anything(), escalated_at: null })
    expect(await after('2026-11-18')).toMatchObject({ escalated_at: expect.anything() })
    expect((await hale.get('/')).body).toContain('A step of a referral is late, and it is yours')
    expect((await dana.get('/')).body).toContain('still late')
    await turnOf(test, house)
    expect((await happened(referral)).filter(action => action === 'referral.escalated')).toHaveLength(1)
  })
})

describe('A right that a referral opened', () => {
  it('goes to another colleague with the work, and ends with whoever leaves the agency', async () => {
    const id = await ledByDana()
    const referral = await sent(id)
    const leaving = await partnership.colleague('partner-practitioner', 'Lee Testcase', housing)
    await step(leaving, referral, 'accept', { worker: leaving.accountId })
    house.clock.advance(1000)
    expect((await leaving.get(`/people/${id}`)).status).toBe(200)
    await house.command(partnership.id, tx => removeMembership(tx, leaving.membershipId, leaving.accountId))
    await house.command(partnership.id, tx => endRole(tx, { accountId: leaving.accountId, left: [], agencies: [] }))
    house.clock.advance(1000)
    expect(await liveGrants(id)).toEqual([])
    expect((await hale.get(`/referrals/${referral}`)).body).toContain('whoever worked on it has left')
    expect((await step(hale, referral, 'assign', { 'assign-worker': hale.accountId })).status).toBe(303)
    expect((await liveGrants(id)).map(g => g.holder_id)).toEqual([hale.accountId])
    expect((await step(hale, referral, 'assign', { 'assign-worker': otherAtHousing.accountId })).status).toBe(303)
    expect((await liveGrants(id)).map(g => g.holder_id)).toEqual([otherAtHousing.accountId])
    house.clock.advance(1000)
    expect((await hale.get(`/people/${id}`)).status).toBe(404)
  })

  it('shows no other referral of the young person (K6)', async () => {
    const clinic = await agency('Made-up Surgery', 'health')
    const toClinic = await agreed(partnership.organisationId, clinic, {
      classes: ['assessment', 'health'],
      purpose: 'a check',
    })
    const gym = await agency('Made-up Nurses', 'health')
    const toGym = await agreed(partnership.organisationId, gym, { purpose: 'a jab' })
    const id = await ledByDana()
    const kept = await draft(dana, id, toGym)
    const nurse = await partnership.colleague('partner-practitioner', 'Nia Testcase', clinic)
    const referral = await draft(dana, id, toClinic)
    await step(dana, referral, 'send', AGREES)
    await step(nurse, referral, 'accept', { worker: nurse.accountId })
    const [grant] = await liveGrants(id)
    await test.owner
      .updateTable('access_grant')
      .set({ classes: 1 | 128 | 256 })
      .where('person_id', '=', id)
      .where('holder_id', '=', grant?.holder_id ?? '')
      .execute()
    house.clock.advance(1000)
    const page = await nurse.get(`/people/${id}/referrals`)
    expect(page.status).toBe(200)
    expect(page.body).not.toContain('a jab')
    expect((await nurse.get(`/referrals/${kept}`)).status).toBe(404)
  })

  it('goes with the referral when records are joined, and back when they are taken apart', async () => {
    const [keep, join] = [await ledByDana('Tess'), await ledByDana('Tess')]
    const before = await sent(join)
    await step(hale, before, 'accept', { worker: hale.accountId })
    const after = await draft(
      dana,
      join,
      await agreed(partnership.organisationId, housing, { purpose: `a key ${made}` }),
    )
    await step(dana, after, 'send', AGREES)
    house.clock.advance(1000)
    const officer = <T>(work: Parameters<typeof house.command<T>>[1]) => test.database.transaction(owen.acting(), work)
    const merged = await officer(async tx => {
      const seen = await compare(tx, { keep, join }, undefined)
      const wanted = { keep, join, reason: 'A test', despite: 'A test', choices: {}, stamp: seen?.stamp ?? '' }
      return mergePeople(tx, wanted, undefined)
    })
    if (!merged.ok) throw new Error(merged.why)
    house.clock.advance(1000)
    expect((await liveGrants(keep)).map(g => g.holder_id)).toEqual([hale.accountId])
    expect(await liveGrants(join)).toEqual([])
    // Accepted while the two are one: its right is over the one that stays.
    await step(hale, after, 'accept', { worker: hale.accountId })
    expect(await liveGrants(keep)).toHaveLength(2)
    const undone = await officer(tx => unmergePeople(tx, merged.value, { reason: 'A test', choices: {} }))
    expect(undone.ok).toBe(true)
    expect(await liveGrants(keep)).toEqual([])
    expect(await liveGrants(join)).toHaveLength(2)
    house.clock.advance(1000)
    expect((await hale.get(`/referrals/${after}`)).body).toContain('Accepted')
    await step(hale, after, 'end', { outcome: 'reached', 'end-words': 'Done' })
    expect(await liveGrants(join)).toHaveLength(1)
  })
})

describe('A letter', () => {
  it('that the agreement no longer lets go is written anew before it is sent', async () => {
    const narrow = await agreed(partnership.organisationId, housing, {
      classes: ['contact-details'],
      purpose: `a bed ${(made += 1)}`,
    })
    const id = await ledByDana()
    const referral = await draft(dana, id, narrow, { parts: 'reach' })
    await test.owner
      .updateTable('referral_protocol')
      .set({ classes: 1 | 32_768 })
      .where('id', '=', narrow)
      .execute()
    const refused = await step(dana, referral, 'send', AGREES)
    expect(refused.status).toBe(422)
    expect(summaryOf(refused.body)[0]).toContain('write it anew')
    await step(dana, referral, 'edit', ASKED)
    expect((await step(dana, referral, 'send', AGREES)).status).toBe(303)
    expect((await hale.get(`/referrals/${referral}`)).body).not.toContain('07700900123')
  })

  it('loses what was taken off the record as about somebody else, and who has it is told (K9)', async () => {
    const id = await ledByDana()
    const referral = await sent(id)
    const { id: mobile } = await test.owner
      .selectFrom('person_contact_detail')
      .select('id')
      .where('person_id', '=', id)
      .executeTakeFirstOrThrow()
    expect((await hale.get(`/referrals/${referral}`)).body).toContain('07700900123')
    const off = await dana.post(`/people/${id}/misfiled/contact-detail/${mobile}`, { why: 'The number of her twin' })
    expect(off.status).toBe(303)
    house.clock.advance(1000)
    for (const who of [hale, dana]) expect((await who.get(`/referrals/${referral}`)).body).not.toContain('07700900123')
    expect((await hale.get('/')).body).toContain('A referral was changed')
  })

  it('about the wrong young person is gone, its right ends, and who read it at the other end is told (K9)', async () => {
    const id = await ledByDana()
    const referral = await sent(id)
    await hale.get(`/referrals/${referral}`)
    await step(otherAtHousing, referral, 'accept', { worker: otherAtHousing.accountId })
    house.clock.advance(1000)
    expect(
      (await dana.post(`/people/${id}/misfiled/referral/${referral}`, { why: 'It was about her twin' })).status,
    ).toBe(303)
    house.clock.advance(1000)
    expect(await liveGrants(id)).toEqual([])
    for (const who of [dana, hale, otherAtHousing]) expect((await who.get(`/referrals/${referral}`)).status).toBe(404)
    expect((await hale.get('/')).body).toContain('was about somebody else')
    expect((await partsOf(referral)).every(part => part.sealed_at !== null)).toBe(true)
  })

  it('of somebody who has died is brought to an end and moved no further', async () => {
    const id = await ledByDana()
    const referral = await sent(id)
    await test.owner
      .updateTable('person')
      .set({ died_on: toDay('2026-11-20') })
      .where('id', '=', id)
      .execute()
    house.clock.advance(1000)
    expect((await step(hale, referral, 'accept', { worker: hale.accountId })).status).toBe(409)
    expect(await liveGrants(id)).toEqual([])
    expect((await step(dana, referral, 'withdraw', { 'withdraw-reason': 'other' })).status).toBe(303)
  })
})

describe('A school that refers', () => {
  it('has its referral taken in by a team: whoever is chosen leads, for a reason all can read', async () => {
    const school = await agency('Made-up High', 'school')
    const hana = await partnership.colleague('partner-practitioner', 'Hana Testcase', school)
    const team = await house.command(partnership.id, tx =>
      createTeam(tx, { name: `Intake ${school}`, leaderId: leader.accountId }),
    )
    const asked = await agreed(school, partnership.organisationId, { teamId: team, classes: ['learning'] })
    const id = await addPerson(house, partnership, { given: 'Jan', family: 'Rollsample' })
    await house.command(partnership.id, tx => addMembers(tx, school as string as GroupId, [id]))
    house.clock.advance(1000)
    const referral = await draft(hana, id, asked)
    expect((await step(hana, referral, 'send', AGREES)).status).toBe(303)
    expect((await colleague.get(`/referrals/${referral}`)).status).toBe(404)
    expect((await leader.get('/referrals')).body).toContain('Jan Rollsample')
    const nobody = await step(leader, referral, 'accept')
    expect(nobody.status).toBe(422)
    expect((await step(leader, referral, 'accept', { worker: colleague.accountId })).status).toBe(303)
    house.clock.advance(1000)
    const lead = await test.database.transaction(colleague.acting(), tx => findLead(tx, id))
    expect(lead).toMatchObject({ accountId: colleague.accountId, reason: 'Referred by Made-up High' })
    expect((await colleague.get(`/referrals/${referral}`)).body).toContain('Find them a room from Friday')
    expect((await hana.get('/')).body).toContain('A referral of yours was accepted')
    // Nobody is left at the school: whoever leads is told instead, and nothing stands still.
    await house.command(partnership.id, tx => removeMembership(tx, hana.membershipId, hana.accountId))
    await test.owner
      .updateTable('membership')
      .set({ finished_on: toDay('2026-11-23'), started_on: toDay('2026-11-20') })
      .where('id', '=', hana.membershipId)
      .execute()
    expect(
      (await step(colleague, referral, 'end', { outcome: 'reached', 'end-words': 'A place at college' })).status,
    ).toBe(303)
    await wasDue(referral, '2026-11-20')
    await turnOf(test, house)
    expect((await colleague.get('/')).body).toContain('A step of a referral is late')
  })
})

describe('What two agencies agreed', () => {
  const fields = () => ({
    from: partnership.organisationId as string,
    to: housing as string,
    purpose: 'a deposit',
    basis: 'public-task',
    law: 'Housing Act 1996',
    classes: 'contact-details',
    'answer-days': '5',
    'start-days': '10',
    'report-days': '60',
    ...dayFields('review', [2027, 6, 1]),
  })

  it.each([
    ['between one and the same', () => ({ to: partnership.organisationId as string }), '#to'],
    [
      'to the own service without a team',
      () => ({ from: housing as string, to: partnership.organisationId as string }),
      '#team',
    ],
    ['without a condition for what tells of health', () => ({ classes: 'health' }), '#condition'],
    ['that is looked at again yesterday', () => dayFields('review', [2026, 11, 1]), '#review'],
    ['for the same as another', () => ({ purpose: 'Somewhere safe to live' }), '#purpose'],
    ['with no time to answer', () => ({ 'answer-days': '0' }), '#answer-days'],
  ])('%s is refused at the field', async (_words, more, field) => {
    const answer = await owen.post('/protocols/new', { ...fields(), ...more() })
    expect(answer.status).toBe(422)
    expect(summaryOf(answer.body)[0]).toContain(field)
  })

  it('is added, changed by one at a time, and ended: what was sent goes on', async () => {
    expect((await owen.post('/protocols/new', fields())).status).toBe(303)
    const { id } = await test.owner
      .selectFrom('referral_protocol')
      .select('id')
      .where('purpose', '=', 'a deposit')
      .executeTakeFirstOrThrow()
    const person = await ledByDana()
    const referral = await draft(dana, person, id as RowId)
    await step(dana, referral, 'send', AGREES)
    expect((await owen.post(`/protocols/${id}`, { ...fields(), 'answer-days': '8', version: '1' })).status).toBe(303)
    const stale = await owen.post(`/protocols/${id}`, { ...fields(), 'answer-days': '9', version: '1' })
    expect(stale.status).toBe(409)
    expect((await owen.post(`/protocols/${id}/end`)).status).toBe(303)
    expect((await dana.get(`/people/${person}/referrals/new`)).body).not.toContain('a deposit')
    expect((await step(hale, referral, 'accept', { worker: hale.accountId })).status).toBe(303)
  })
})
