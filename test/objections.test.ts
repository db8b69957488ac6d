/** An objection while a referral is under way: kept, answered by somebody named within days, and nothing of it told to the other agency. */
import { beforeAll, describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import type { OrganisationId, PersonId, RowId } from '#ground/ids.ts'
import { turnOf } from '#test/clockwork.ts'
import { openTestDatabase } from '#test/database.ts'
import { eventsOf, openTestHouse, summaryOf, type TestColleague, type TestPartnership } from '#test/house.ts'
import { enterLink, madeIn } from '#test/linking.ts'
import { addPerson } from '#test/people.ts'
import { AGREES, ASKED, openReferring } from '#test/referring.ts'
import { staffOf } from '#test/staff.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
let partnership: TestPartnership
const { agency, agreed, draft, step, rowOf, liveGrants } = openReferring(test, house, () => partnership)
let dana: TestColleague
let mair: TestColleague
let hale: TestColleague
let housing: OrganisationId
let protocol: RowId
let consent: RowId

beforeAll(async () => {
  partnership = await house.partnership()
  ;({ dana, mair } = await staffOf(partnership, 'dana', 'mair'))
  housing = await agency('Made-up Housing', 'housing')
  hale = await partnership.colleague('partner-practitioner', 'Hale Testcase', housing)
  protocol = await agreed(partnership.organisationId, housing, { classes: ['contact-details'] })
  consent = await agreed(partnership.organisationId, housing, {
    ...{ basis: 'consent', purpose: 'a mentor', classes: ['contact-details'] },
  })
})

let made = 0
const ledByDana = (): Promise<PersonId> =>
  addPerson(house, partnership, {
    given: 'Nia',
    family: `Questionsample${(made += 1)}`,
    lead: dana,
    mobile: '07700900123',
  })

async function sent(id: PersonId, under: RowId = protocol): Promise<string> {
  const referral = await draft(dana, id, under, { parts: 'reach' })
  expect(await step(dana, referral, 'send', AGREES)).toMatchObject({ status: 303 })
  house.clock.advance(1000)
  return referral
}

const SECRET = 'My uncle works there 🙁 لا أريد'
const object = (referral: string, by: TestColleague = dana) => step(by, referral, 'object', { 'object-words': SECRET })
const answer = (referral: string, fields: Record<string, string>, by: TestColleague = dana) =>
  step(by, referral, 'answer', fields)
const GO_ON = { answer: 'go-on', 'go-on-words': 'They must house you', told: 'yes' }

const objectionsOf = (referral: string) =>
  test.owner
    .selectFrom('referral_objection')
    .selectAll()
    .where('referral_id', '=', referral as RowId)
    .orderBy('recorded_at')
    .execute()

/** One that is accepted, with its right open, and objected to. */
async function objectedTo(): Promise<{ id: PersonId; referral: string }> {
  const id = await ledByDana()
  const referral = await sent(id)
  expect((await step(hale, referral, 'accept', { worker: hale.accountId })).status).toBe(303)
  expect((await object(referral)).status).toBe(303)
  house.clock.advance(1000)
  return { id, referral }
}

describe('An objection to a referral under way', () => {
  it('waits for an answer, and the other agency reads that there is a question and nothing of it', async () => {
    const { referral } = await objectedTo()
    expect(await objectionsOf(referral)).toMatchObject([{ state: 'open', words: SECRET, due_on: '2026-11-30' }])
    const ours = (await dana.get(`/referrals/${referral}`)).body
    for (const words of ['Nia objects', SECRET, 'Answer by 30 November 2026', 'section 68'])
      expect(ours).toContain(words)
    const theirs = (await hale.get(`/referrals/${referral}`)).body
    expect(theirs).toContain('There is a question to be answered about this referral')
    for (const words of [SECRET, 'bject', 'uncle']) expect(theirs, words).not.toContain(words)
    // Nor who wrote it down: no name would be theirs who said it by a link.
    const [, history = ''] = theirs.split('What happened')
    expect(history.slice(history.indexOf('There is a question'), history.indexOf('Accepted'))).not.toContain('Testcase')
    expect((await hale.get('/')).body).toContain('There is a question to be answered about a referral')
    // Nothing more is taken up, and the right that was open stays until the answer.
    expect((await step(hale, referral, 'start')).status).toBe(409)
    expect(await rowOf(referral)).toMatchObject({ state: 'accepted' })
  })

  it('is kept by the sender’s side, in words, once', async () => {
    const referral = await sent(await ledByDana())
    for (const other of [mair, hale]) expect((await object(referral, other)).status).toBe(404)
    const bare = await step(dana, referral, 'object', {})
    expect([bare.status, summaryOf(bare.body)]).toEqual([422, ['#object-words Enter what they say']])
    const version = String((await rowOf(referral)).version)
    for (let i = 0; i < 2; i += 1) {
      const kept = await dana.post(`/referrals/${referral}/object`, { version, 'object-words': SECRET })
      expect(kept.status).toBe(303)
      house.clock.advance(1000)
    }
    expect(await objectionsOf(referral)).toHaveLength(1)
    const late = await dana.post(`/referrals/${referral}/object`, { version: '1', 'object-words': 'My own words' })
    expect([late.status, late.body.includes('moved it on')]).toEqual([409, true])
  })

  it('answered with a stop ends the right at once, and the other agency reads the words that were agreed', async () => {
    const { id, referral } = await objectedTo()
    expect(await liveGrants(id)).toHaveLength(1)
    const done = await answer(referral, { answer: 'stop', 'stop-words': 'They have found another way' })
    expect(done.status).toBe(303)
    house.clock.advance(1000)
    expect(await rowOf(referral)).toMatchObject({ state: 'withdrawn', reason: 'objection', question_on: null })
    expect(await liveGrants(id)).toEqual([])
    expect(await objectionsOf(referral)).toMatchObject([{ state: 'stop', answered_by: dana.accountId, due_on: null }])
    const theirs = await hale.get(`/referrals/${referral}`)
    expect([theirs.status, theirs.body.includes('They have found another way')]).toEqual([200, true])
    for (const words of [SECRET, 'bject', '07700900123', 'Find them a room'])
      expect(theirs.body, words).not.toContain(words)
    expect((await hale.get('/')).body).toContain('A referral to you was taken back')
  })

  it('stopped without a word shows the other agency nothing of it any more', async () => {
    const { referral } = await objectedTo()
    expect((await answer(referral, { answer: 'stop' })).status).toBe(303)
    house.clock.advance(1000)
    expect((await hale.get(`/referrals/${referral}`)).status).toBe(404)
  })

  it('answered with the ground goes on, once they were told why and how to complain, with the clock as it stood', async () => {
    const { referral } = await objectedTo()
    expect(summaryOf((await answer(referral, {})).body)[0]).toContain('#answer Select how you answer')
    expect(summaryOf((await answer(referral, { answer: 'go-on', told: 'yes' })).body)[0]).toContain('#go-on-words')
    const untold = await answer(referral, { ...GO_ON, told: '' })
    expect([untold.status, untold.body.includes('They must house you')]).toEqual([422, true])
    expect((await dana.get(`/referrals/${referral}`)).body).toContain('ico.org.uk')
    expect((await answer(referral, GO_ON)).status).toBe(303)
    house.clock.advance(1000)
    expect(await rowOf(referral)).toMatchObject({ state: 'accepted', question_on: null })
    expect(await objectionsOf(referral)).toMatchObject([{ state: 'go-on', answer_words: 'They must house you' }])
    const theirs = (await hale.get(`/referrals/${referral}`)).body
    for (const words of [SECRET, 'They must house you']) expect(theirs).not.toContain(words)
    expect((await step(hale, referral, 'start')).status).toBe(303)
  })

  it('answered with less goes on once the letter says less, and the right follows the letter', async () => {
    const { id, referral } = await objectedTo()
    expect((await answer(referral, { answer: 'less' })).to).toBe(`/referrals/${referral}/edit`)
    const same = { ...ASKED, ...AGREES, why: 'Said otherwise', parts: 'reach' }
    expect((await step(dana, referral, 'edit', same)).status).toBe(303)
    expect(await objectionsOf(referral)).toMatchObject([{ state: 'open' }])
    const less = { ...ASKED, ...AGREES, why: 'Without the phone', parts: '' }
    expect((await step(dana, referral, 'edit', less)).status).toBe(303)
    house.clock.advance(1000)
    expect(await objectionsOf(referral)).toMatchObject([{ state: 'less', answer_words: 'Without the phone' }])
    const [grant] = await liveGrants(id)
    expect((grant?.classes ?? 0) & 2).toBe(0)
    expect((await hale.get(`/referrals/${referral}`)).body).not.toContain('07700900123')
  })

  it('stops where the ground is consent (K1)', async () => {
    const referral = await sent(await ledByDana(), consent)
    await object(referral)
    const refused = await answer(referral, GO_ON)
    expect([refused.status, summaryOf(refused.body)[0]]).toEqual([
      422,
      expect.stringContaining('The ground is consent'),
    ])
    expect((await answer(referral, { answer: 'stop' })).status).toBe(303)
  })

  it('has a clock: whoever owes the answer is reminded, and the other agency’s stands still', async () => {
    const { referral } = await objectedTo()
    await test.owner
      .updateTable('referral_objection')
      .set({ due_on: toDay('2026-11-20') })
      .where('referral_id', '=', referral as RowId)
      .execute()
    await test.owner
      .updateTable('referral')
      .set({ due_on: toDay('2026-11-20') })
      .where('id', '=', referral as RowId)
      .execute()
    for (let i = 0; i < 2; i += 1) await turnOf(test, house)
    expect((await dana.get('/')).body).toContain('An objection to a referral is not answered yet')
    const actions = (await eventsOf(test, { target: referral })).map(event => event.action)
    expect(actions.filter(action => action === 'referral.objection-late')).toHaveLength(1)
    expect(actions).not.toContain('referral.reminded')
  })

  it('ends with the referral, where the other agency ends it first', async () => {
    const { referral } = await objectedTo()
    expect((await step(hale, referral, 'end', { outcome: 'no-change', 'end-words': 'Gone' })).status).toBe(303)
    expect(await objectionsOf(referral)).toMatchObject([{ state: 'over', due_on: null }])
    expect(await rowOf(referral)).toMatchObject({ question_on: null })
  })

  it('is made by themselves, by a link to what was sent, and the sender is told', async () => {
    const id = await ledByDana()
    const referral = await sent(id)
    house.clock.advance(1000)
    const link = madeIn((await dana.post(`/referrals/${referral}/letter-link`)).body)
    const on = await enterLink(house, link, 'letter')
    const { body } = await on.get(`${link.path}/letter`)
    for (const words of ['sent this to Made-up Housing', 'You agree', 'within 5 working days'])
      expect(body).toContain(words)
    const stamp = /name="stamp" value="([^"]*)"/.exec(body)?.[1] ?? ''
    await on.post(`${link.path}/letter`, { stamp, say: 'objects', words: SECRET }, `${link.path}/letter`)
    house.clock.advance(1000)
    expect((await on.get(`${link.path}/letter`)).body).toContain('You said that you do not want it')
    expect(await objectionsOf(referral)).toMatchObject([{ state: 'open', words: SECRET, link_id: expect.anything() }])
    expect((await dana.get('/')).body).toContain('objects to a referral that is under way')
    const page = (await dana.get(`/referrals/${referral}`)).body
    for (const words of ['They said so themselves, by a link.', SECRET]) expect(page).toContain(words)
  })

  it('shuts the link of an agency without accounts, whose next one reads that there is a question', async () => {
    const kitchen = await agency('Made-up Kitchen', 'voluntary')
    const referral = await sent(
      await ledByDana(),
      await agreed(partnership.organisationId, kitchen, { classes: ['contact-details'] }),
    )
    const link = async () => madeIn((await dana.post(`/referrals/${referral}/links`, { 'for-name': 'Robin' })).body)
    const first = await link()
    const on = await enterLink(house, first, 'referral')
    await object(referral)
    house.clock.advance(1000)
    expect((await on.get(`${first.path}/referral`)).body).toContain('This link no longer works')
    const next = await link()
    const there = await enterLink(house, next, 'referral')
    const { body } = await there.get(`${next.path}/referral`)
    expect([body.includes('There is a question'), body.includes(SECRET)]).toEqual([true, false])
    expect(body).not.toContain('>Accept<')
  })
})
