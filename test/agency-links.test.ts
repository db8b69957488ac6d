/** A referral to an agency without accounts: read and answered by a one-time link, by the rules everybody's are moved by, and with no right over the record. */
import { beforeAll, describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import type { OrganisationId, PersonId, RowId } from '#ground/ids.ts'
import { ADVISER_CLASSES, setBarrier } from '#rooms/access/index.ts'
import { turnOf } from '#test/clockwork.ts'
import { openTestDatabase } from '#test/database.ts'
import {
  eventsOf,
  openTestHouse,
  summaryOf,
  type TestColleague,
  type TestPartnership,
  type TestVisitor,
} from '#test/house.ts'
import { enterLink, type MadeTestLink, madeIn } from '#test/linking.ts'
import { addPerson, letSee } from '#test/people.ts'
import { AGREES, ASKED, openReferring } from '#test/referring.ts'
import { staffOf } from '#test/staff.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
let partnership: TestPartnership
const { agency, agreed, draft, step, rowOf, liveGrants } = openReferring(test, house, () => partnership)
let dana: TestColleague
let mair: TestColleague
let safe: TestColleague
let charity: OrganisationId
let protocol: RowId

beforeAll(async () => {
  partnership = await house.partnership()
  ;({ dana, mair } = await staffOf(partnership, 'dana', 'mair'))
  safe = await partnership.colleague('safeguarding-lead', 'Sol Testcase')
  charity = await agency('Made-up Kitchen', 'youth-service')
  protocol = await agreed(partnership.organisationId, charity, { classes: ['contact-details', 'plan'] })
})

let made = 0
const ledByDana = (): Promise<PersonId> =>
  addPerson(house, partnership, {
    given: 'Kit',
    family: `Agencysample${(made += 1)}`,
    lead: dana,
    mobile: '07700900123',
  })

async function sentTo(id: PersonId, under: RowId = protocol): Promise<string> {
  const referral = await draft(dana, id, under, { parts: 'reach' })
  expect(await step(dana, referral, 'send', AGREES)).toMatchObject({ status: 303 })
  house.clock.advance(1000)
  return referral
}
const sent = async () => sentTo(await ledByDana())

async function linkTo(referral: string, name = 'Robin Kitchen'): Promise<MadeTestLink> {
  house.clock.advance(1000)
  const answer = await dana.post(`/referrals/${referral}/links`, { 'for-name': name })
  expect(answer.status).toBe(200)
  house.clock.advance(1000)
  return madeIn(answer.body)
}
const entered = (link: MadeTestLink): Promise<TestVisitor> => enterLink(house, link, 'referral')

/** Answers from the version the page shows. */
async function answer(on: TestVisitor, { path }: MadeTestLink, move: string, fields: Record<string, string> = {}) {
  const page = (await on.get(`${path}/referral`)).body
  const version = /name="version" value="(\d+)"/.exec(page)?.[1] ?? ''
  house.clock.advance(1000)
  const answered = await on.post(`${path}/referral/${move}`, { version, ...fields }, `${path}/referral`)
  house.clock.advance(1000)
  return answered
}

/** A link made and answered. */
async function answeredBy(referral: string, move: string, fields: Record<string, string> = {}) {
  const link = await linkTo(referral)
  const on = await entered(link)
  expect(await answer(on, link, move, fields)).toMatchObject({ status: 303, to: `${link.path}/referral` })
  return { link, on }
}

const OVER = 'This link no longer works'
const happened = async (referral: string) => (await eventsOf(test, { target: referral })).map(event => event.action)

describe('A referral to an agency without accounts', () => {
  it('is read by a link as it was sent, with the ground and what may go, and counts as received', async () => {
    const id = await ledByDana()
    const referral = await sentTo(id)
    expect((await dana.get(`/referrals/${referral}`)).body).toContain('Nobody at Made-up Kitchen signs in here')
    const link = await linkTo(referral)
    const before = (await house.visitor().get(link.path)).body
    for (const name of ['Kit', 'Kitchen', 'Robin', 'Connexions', 'Dana', 'eferral'])
      expect(before, name).not.toContain(name)
    expect(before).toContain('Leave quickly')
    const on = await entered(link)
    const { status, body } = await on.get(`${link.path}/referral`)
    expect(status).toBe(200)
    for (const words of [
      ...['Kit Agencysample', '07700900123', 'Find them a room from Friday', 'Robin Kitchen', 'Made-up Kitchen'],
      ...['Education and Skills Act 2008, section 68', 'Their plan', 'They agree', '30 November 2026'],
    ])
      expect(body, words).toContain(words)
    expect((await on.get(`/referrals/${referral}`)).to).toBe('/sign-in')
    expect((await on.get(`/people/${id}`)).to).toBe('/sign-in')
    expect(await rowOf(referral)).toMatchObject({ received_on: expect.anything() })
    expect(await happened(referral)).toEqual(expect.arrayContaining(['referral.received', 'referral.viewed-by-link']))
    expect((await dana.get(`/referrals/${referral}`)).body).toContain('Robin Kitchen, by a link')
  })

  it('is accepted, started and ended, each by a link of its own, and no right is opened that nobody could use', async () => {
    const id = await ledByDana()
    const referral = await sentTo(id)
    const { on, link } = await answeredBy(referral, 'accept')
    expect(await rowOf(referral)).toMatchObject({
      ...{ state: 'accepted', worker_id: null, worker_name: 'Robin Kitchen', grant_id: null, due_on: '2026-12-07' },
    })
    expect(await liveGrants(id)).toEqual([])
    expect((await dana.get('/')).body).toContain('A referral of yours was accepted')
    const thanks = (await on.get(`${link.path}/referral`)).body
    expect([thanks.includes('Thank you'), thanks.includes('07700900123')]).toEqual([true, true])
    // One link takes one answer.
    expect(thanks).not.toContain('It has started')
    await on.post(`${link.path}/referral/start`, { version: '99' }, `${link.path}/referral`)
    expect(await rowOf(referral)).toMatchObject({ state: 'accepted' })
    await answeredBy(referral, 'start')
    const last = await answeredBy(referral, 'end', { outcome: 'reached', 'end-words': 'A place at the table' })
    expect(await rowOf(referral)).toMatchObject({ state: 'ended', outcome: 'reached' })
    const after = (await last.on.get(`${last.link.path}/referral`)).body
    expect([after.includes('07700900123'), after.includes('no longer yours')]).toEqual([false, true])
    const page = (await dana.get(`/referrals/${referral}`)).body
    for (const words of ['A place at the table', 'Robin Kitchen, by a link', 'I have read it'])
      expect(page).toContain(words)
    expect(page).not.toContain('whoever worked on it has left')
  })

  it('is declined with a reason, or more is asked, told to the sender, and answered by the next link', async () => {
    const referral = await sent()
    const link = await linkTo(referral)
    const on = await entered(link)
    expect(summaryOf((await answer(on, link, 'decline')).body)[0]).toContain('#decline-reason')
    expect(summaryOf((await answer(on, link, 'ask')).body)[0]).toContain('#ask-words')
    const words = 'How long 🏠 منذ متى '.repeat(10).trim()
    expect((await answer(on, link, 'ask', { 'ask-words': words })).status).toBe(303)
    expect(await rowOf(referral)).toMatchObject({ state: 'more-asked' })
    expect((await dana.get(`/referrals/${referral}`)).body).toContain(words)
    await step(dana, referral, 'tell', { 'tell-words': 'Since May' })
    const next = await linkTo(referral, 'Ash Kitchen')
    const there = await entered(next)
    expect((await there.get(`${next.path}/referral`)).body).toContain('Since May')
    expect((await answer(there, next, 'decline', { 'decline-reason': 'full' })).status).toBe(303)
    expect(await rowOf(referral)).toMatchObject({ state: 'declined', reason: 'full' })
    expect((await dana.get(`/referrals/${referral}`)).body).toContain('Ash Kitchen, by a link')
  })

  it('answered twice is answered once, and from a page that is out of date nothing is lost', async () => {
    const referral = await sent()
    const link = await linkTo(referral)
    const on = await entered(link)
    const stale = { version: '1', 'decline-reason': 'full', 'decline-words': 'My own words here' }
    const late = await on.post(`${link.path}/referral/decline`, stale, `${link.path}/referral`)
    expect([late.status, late.body.includes('My own words here')]).toEqual([409, true])
    const version = String((await rowOf(referral)).version)
    const accept = () => on.post(`${link.path}/referral/accept`, { version }, `${link.path}/referral`)
    expect((await accept()).status).toBe(303)
    house.clock.advance(1000)
    expect((await accept()).to).toBe(`${link.path}/referral`)
    expect((await happened(referral)).filter(action => action === 'referral.accepted')).toHaveLength(1)
  })

  it('lets whoever opened a link ask for another, also when its hour is over, once', async () => {
    const referral = await sent()
    const link = await linkTo(referral)
    const on = await entered(link)
    expect((await house.visitor().post(`${link.path}/another`, {}, link.path)).to).toBe(link.path)
    expect((await on.get(`${link.path}/referral`)).body).toContain('Ask for a new link')
    await test.owner
      .updateTable('secure_link')
      .set({ session_until: house.clock.now() })
      .where('referral_id', '=', referral as RowId)
      .execute()
    const over = await on.get(`${link.path}/referral`)
    expect([over.body.includes(OVER), over.body.includes('Kit')]).toEqual([true, false])
    for (let i = 0; i < 2; i += 1) {
      expect((await on.post(`${link.path}/another`, {}, `${link.path}/worried`)).to).toBe(`${link.path}/referral`)
      house.clock.advance(1000)
      expect((await on.get(`${link.path}/referral`)).body).toContain('You have asked')
    }
    expect((await happened(referral)).filter(action => action === 'referral.link-asked')).toHaveLength(1)
    expect((await dana.get('/')).body).toContain('asks for a new link to a referral')
  })

  it('has its clock told to the sender, who rings them: late, still late, and a link nobody opened', async () => {
    const referral = await sent()
    await linkTo(referral)
    await test.owner
      .updateTable('secure_link')
      .set({ made_on: toDay('2026-11-17') })
      .where('referral_id', '=', referral as RowId)
      .execute()
    await test.owner
      .updateTable('referral')
      .set({ due_on: toDay('2026-11-20') })
      .where('id', '=', referral as RowId)
      .execute()
    for (let i = 0; i < 2; i += 1) await turnOf(test, house)
    const page = (await dana.get('/')).body
    expect(page).toContain('Nobody has opened your link to a referral')
    expect(page).toContain('An agency without accounts is late')
    expect((await happened(referral)).filter(action => action === 'referral.link-unopened')).toHaveLength(1)
    await test.owner
      .updateTable('referral')
      .set({ due_on: toDay('2026-11-16') })
      .where('id', '=', referral as RowId)
      .execute()
    await turnOf(test, house)
    expect((await dana.get('/')).body).toContain('is still late: ring the other agency')
  })
})

describe('A link of an agency', () => {
  it('is for somebody named, of what was sent, where nobody signs in', async () => {
    const id = await ledByDana()
    const referral = await draft(dana, id, protocol)
    const early = await dana.post(`/referrals/${referral}/links`, { 'for-name': 'Robin' })
    expect([early.status, early.body.includes('once it is sent')]).toEqual([422, true])
    await step(dana, referral, 'send', AGREES)
    const bare = await dana.post(`/referrals/${referral}/links`, {})
    expect([bare.status, summaryOf(bare.body)]).toEqual([422, ['#for-name Enter for whom the link is']])
    const long = await dana.post(`/referrals/${referral}/links`, { 'for-name': 'x'.repeat(121) })
    expect(long.status).toBe(422)
    expect((await mair.post(`/referrals/${referral}/links`, { 'for-name': 'Robin' })).status).toBe(404)
    const housing = await agency('Made-up Housing', 'housing')
    await partnership.colleague('partner-practitioner', 'Hale Testcase', housing)
    const other = await sentTo(id, await agreed(partnership.organisationId, housing, { classes: ['contact-details'] }))
    const refused = await dana.post(`/referrals/${other}/links`, { 'for-name': 'Hale' })
    expect([refused.status, refused.body.includes('Colleagues there sign in')]).toEqual([422, true])
  })

  it.each([
    ['taken back', (r: string) => step(dana, r, 'withdraw', { 'withdraw-reason': 'not-wanted' })],
    ['changed', (r: string) => step(dana, r, 'edit', { ...ASKED, parts: 'reach', ...AGREES, why: 'A new phone' })],
  ])('is shut once the referral is %s', async (_words, does) => {
    const referral = await sent()
    const link = await linkTo(referral)
    const on = await entered(link)
    expect((await does(referral)).status).toBe(303)
    house.clock.advance(1000)
    const page = (await on.get(`${link.path}/referral`)).body
    expect([page.includes(OVER), page.includes('07700900123')]).toEqual([true, false])
    expect((await on.post(`${link.path}/referral/accept`, { version: '3' }, link.path)).body).toContain(OVER)
    expect(await rowOf(referral)).not.toMatchObject({ state: 'accepted' })
  })

  it.each([
    ['restricted', (id: PersonId) => setBarrierOn(id, null)],
    ['shut to the agency', (id: PersonId) => setBarrierOn(id, charity)],
    ['that of somebody who has died', died],
  ])('opens nothing once the record is %s (K4)', async (_words, does) => {
    const id = await ledByDana()
    const referral = await sentTo(id)
    const link = await linkTo(referral)
    const on = await entered(link)
    await letSee(house, partnership, { id, by: dana, classes: [...ADVISER_CLASSES, 'restricted'] })
    await does(id)
    house.clock.advance(1000)
    const page = (await on.get(`${link.path}/referral`)).body
    expect([page.includes(OVER), page.includes('07700900123')]).toEqual([true, false])
    await on.post(`${link.path}/referral/accept`, { version: '2' }, link.path)
    expect(await rowOf(referral)).toMatchObject({ state: 'sent' })
    // Who is worried is heard all the same (K10).
    expect((await on.post(`${link.path}/worried`, {}, `${link.path}/worried`)).body).toContain('We have it')
  })

  it('opens nothing of what was about somebody else (K9)', async () => {
    const id = await ledByDana()
    const referral = await sentTo(id)
    const link = await linkTo(referral)
    const on = await entered(link)
    const taken = await dana.post(`/people/${id}/misfiled/referral/${referral}`, { why: 'A twin' })
    house.clock.advance(1000)
    expect(taken.status).toBe(303)
    const page = (await on.get(`${link.path}/referral`)).body
    expect([page.includes(OVER), page.includes('07700900123')]).toEqual([true, false])
  })

  it('opens nothing once the agency has closed, and the referral goes back to its sender', async () => {
    const closing = await agency('Made-up Closing', 'youth-service')
    const referral = await sentTo(
      await ledByDana(),
      await agreed(partnership.organisationId, closing, { classes: ['contact-details'] }),
    )
    const link = await linkTo(referral)
    const on = await entered(link)
    await test.owner.updateTable('organisation').set({ state: 'closed' }).where('id', '=', closing).execute()
    house.clock.advance(1000)
    expect((await on.get(`${link.path}/referral`)).body).toContain(OVER)
    await turnOf(test, house)
    expect(await rowOf(referral)).toMatchObject({ state: 'declined', reason: 'agency-closed' })
  })

  it('raises a concern with the name it was made for, which safeguarding alone reads (K10)', async () => {
    const id = await ledByDana()
    const link = await linkTo(await sentTo(id))
    const on = await entered(link)
    const help = (await on.get(`${link.path}/worried`)).body
    expect(help).toContain('Worried about their safety?')
    expect((await on.post(`${link.path}/worried`, { what: 'A bruise' }, `${link.path}/worried`)).status).toBe(200)
    const [concern] = await test.owner.selectFrom('concern').selectAll().where('person_id', '=', id).execute()
    expect(concern).toMatchObject({ by_link: true, by_name: 'Robin Kitchen' })
    expect((await safe.get(`/concerns/${concern?.id}`)).body).toContain(
      'Robin Kitchen, who has no account here, by a link',
    )
    expect((await dana.get('/')).body).not.toContain('safeguarding concern')
  })
})

function setBarrierOn(id: PersonId, holderId: OrganisationId | null) {
  return house.command(partnership.id, tx => setBarrier(tx, id, { holderId, reason: 'A test' }))
}

function died(id: PersonId) {
  return test.owner
    .updateTable('person')
    .set({ died_on: toDay('2026-11-20') })
    .where('id', '=', id)
    .execute()
}
