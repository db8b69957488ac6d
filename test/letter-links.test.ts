/** A letter shown to the young person by a link before it goes: exactly what will be read, answered once, and what they say counts (K2). */
import { beforeAll, describe, expect, it } from 'vitest'
import type { OrganisationId, PersonId, RowId } from '#ground/ids.ts'
import { ADVISER_CLASSES, setBarrier } from '#rooms/access/index.ts'
import { assignLead } from '#rooms/deployment/index.ts'
import { protectAddress, setAlert } from '#rooms/people/index.ts'
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
const { agency, agreed, draft, step, rowOf, partsOf } = openReferring(test, house, () => partnership)
let dana: TestColleague
let mair: TestColleague
let hale: TestColleague
let safe: TestColleague
let housing: OrganisationId
let protocol: RowId

beforeAll(async () => {
  partnership = await house.partnership()
  ;({ dana, mair } = await staffOf(partnership, 'dana', 'mair'))
  safe = await partnership.colleague('safeguarding-lead', 'Sol Testcase')
  housing = await agency('Made-up Housing', 'housing')
  hale = await partnership.colleague('partner-practitioner', 'Hale Testcase', housing)
  protocol = await agreed(partnership.organisationId, housing, { classes: ['contact-details', 'plan'] })
})

let made = 0
const ledByDana = (): Promise<PersonId> =>
  addPerson(house, partnership, {
    given: 'Lena',
    family: `Lettersample${(made += 1)}`,
    lead: dana,
    mobile: '07700900123',
  })

const drafted = (id: PersonId, fields: Record<string, string> = { parts: 'reach' }) => draft(dana, id, protocol, fields)

async function linkTo(referral: string, by: TestColleague = dana): Promise<MadeTestLink> {
  house.clock.advance(1000)
  const answer = await by.post(`/referrals/${referral}/letter-link`)
  expect(answer.status).toBe(200)
  house.clock.advance(1000)
  return madeIn(answer.body)
}

const entered = (link: MadeTestLink): Promise<TestVisitor> => enterLink(house, link, 'letter')

const stampIn = (body: string) => /name="stamp" value="([^"]*)"/.exec(body)?.[1] ?? ''

/** Reads the letter and says something to it. */
async function say(on: TestVisitor, { path }: MadeTestLink, fields: Record<string, string>) {
  const stamp = stampIn((await on.get(`${path}/letter`)).body)
  house.clock.advance(1000)
  const answer = await on.post(`${path}/letter`, { stamp, ...fields }, `${path}/letter`)
  house.clock.advance(1000)
  return answer
}

const saysOf = (referral: string) =>
  test.owner
    .selectFrom('referral_say')
    .selectAll()
    .where('referral_id', '=', referral as RowId)
    .orderBy('recorded_at')
    .execute()

const OBJECTS = { shown: 'yes', view: 'objects', 'view-answer': 'It goes without the phone' }

describe('A letter shown by a link', () => {
  it('says exactly what the other agency will read, and nothing else of the record (K2)', async () => {
    const id = await ledByDana()
    const referral = await drafted(id)
    const link = await linkTo(referral)
    const on = await entered(link)
    const { status, body } = await on.get(`${link.path}/letter`)
    expect(status).toBe(200)
    for (const part of await partsOf(referral))
      for (const { value } of part.lines as { value: string }[]) expect(body).toContain(value)
    for (const words of ['Made-up Housing', 'Dana', 'It has not been sent', 'Education and Skills Act 2008'])
      expect(body).toContain(words)
    expect((await on.get(`/people/${id}`)).to).toBe('/sign-in')
    expect((await on.get(`/referrals/${referral}`)).to).toBe('/sign-in')
    const grants = await test.owner.selectFrom('access_grant').select('source').where('person_id', '=', id).execute()
    expect(grants.map(one => one.source)).not.toContain('secure-link')
    // What the other agency reads, once it has gone, is the same.
    await say(on, link, { say: 'right' })
    expect((await step(dana, referral, 'send', AGREES)).status).toBe(303)
    const read = (await hale.get(`/referrals/${referral}`)).body
    for (const part of await partsOf(referral))
      for (const { value } of part.lines as { value: string }[]) if (part.part !== 'said') expect(read).toContain(value)
  })

  it('names no service and nobody before the code, and is over after five wrong ones', async () => {
    const link = await linkTo(await drafted(await ledByDana()))
    const on = house.visitor()
    const before = await on.get(link.path)
    for (const name of ['Lena', 'Housing', 'Dana', 'Connexions', 'letter', 'advis'])
      expect(before.body, name).not.toContain(name)
    expect(before.body).toContain('Leave quickly')
    const wrong = link.code === '000 000' ? '000001' : '000000'
    for (let i = 0; i < 5; i += 1) expect((await on.post(link.path, { code: wrong }, link.path)).status).toBe(422)
    expect((await on.post(link.path, { code: link.code }, link.path)).body).toContain('This link no longer works')
  })

  it('tells of what is wrong in their own words and of which part, once, and whoever made the link is told', async () => {
    const id = await ledByDana()
    const referral = await drafted(id)
    const link = await linkTo(referral)
    const on = await entered(link)
    expect(summaryOf((await say(on, link, {})).body)).toEqual(['#say Select whether this is right'])
    expect(summaryOf((await say(on, link, { say: 'wrong', part: 'reach' })).body)[0]).toContain('#words Write what is')
    expect((await say(on, link, { say: 'wrong', part: 'offences', words: 'x' })).status).toBe(422)
    const words = 'That is my old phone 📱 هذا قديم'
    expect((await say(on, link, { say: 'wrong', part: 'reach', words })).to).toBe(`${link.path}/letter`)
    const thanks = (await on.get(`${link.path}/letter`)).body
    expect(thanks).toContain('Thank you')
    expect(thanks).toContain(words)
    await on.post(`${link.path}/letter`, { stamp: 'any', say: 'right' }, `${link.path}/letter`)
    expect(await saysOf(referral)).toMatchObject([{ say: 'wrong', part: 'reach', words }])
    expect((await dana.get('/')).body).toContain('said what they think of a letter, by your link')
    const page = (await dana.get(`/referrals/${referral}`)).body
    expect(page).toContain('Something is wrong')
    expect(page).toContain(words)
    expect((await dana.get(`/referrals/${referral}/links`)).body).toContain('Answered')
    const actions = (await eventsOf(test, { target: referral })).map(event => event.action)
    expect(actions).toEqual(expect.arrayContaining(['referral.viewed-by-link', 'referral.said-by-link']))
  })

  it('that they do not want sent goes only with an answer, and never as one they agree to (K2)', async () => {
    const id = await ledByDana()
    const referral = await drafted(id)
    const link = await linkTo(referral)
    await say(await entered(link), link, { say: 'objects', words: 'Not to them' })
    expect((await dana.get(`/referrals/${referral}`)).body).toContain('Not to them')
    const agrees = await step(dana, referral, 'send', AGREES)
    expect([agrees.status, summaryOf(agrees.body)[0]]).toEqual([422, expect.stringContaining('#view They said by')])
    const keptBack = { shown: 'no', view: 'not-asked', 'withheld-why': 'Danger' }
    const review = { 'withheld-review-day': '1', 'withheld-review-month': '3', 'withheld-review-year': '2027' }
    const hidden = await step(dana, referral, 'send', { ...keptBack, ...review })
    expect([hidden.status, summaryOf(hidden.body)[0]]).toEqual([422, expect.stringContaining('They have read it')])
    const bare = await step(dana, referral, 'send', { ...OBJECTS, 'view-answer': '' })
    expect(summaryOf(bare.body)[0]).toContain('#view-answer')
    expect((await step(dana, referral, 'send', OBJECTS)).status).toBe(303)
    expect(await rowOf(referral)).toMatchObject({ state: 'sent', view: 'objects' })
  })

  it('is not sent where the ground is consent and they do not want it (K1)', async () => {
    const id = await ledByDana()
    const asking = await agreed(partnership.organisationId, housing, { basis: 'consent', purpose: 'a mentor' })
    const referral = await draft(dana, id, asking)
    const link = await linkTo(referral)
    await say(await entered(link), link, { say: 'objects' })
    expect((await step(dana, referral, 'send', OBJECTS)).status).toBe(422)
    expect(await rowOf(referral)).toMatchObject({ state: 'draft' })
  })

  it('that was changed is asked about anew: what was said to the first says nothing of it', async () => {
    const referral = await drafted(await ledByDana())
    const link = await linkTo(referral)
    await say(await entered(link), link, { say: 'objects', words: 'Not my phone' })
    expect((await step(dana, referral, 'edit', { ...ASKED, parts: '' })).status).toBe(303)
    expect((await dana.get(`/referrals/${referral}`)).body).toContain('changed since')
    expect((await step(dana, referral, 'send', AGREES)).status).toBe(303)
  })

  it('changed while they read is shown anew, and what they wrote is kept', async () => {
    const referral = await drafted(await ledByDana())
    const link = await linkTo(referral)
    const on = await entered(link)
    const stamp = stampIn((await on.get(`${link.path}/letter`)).body)
    await step(dana, referral, 'edit', { ...ASKED, 'why-now': 'They sleep in a car', parts: 'reach' })
    const answer = await on.post(
      `${link.path}/letter`,
      { stamp, say: 'right', words: 'My own words' },
      `${link.path}/letter`,
    )
    expect(answer.status).toBe(409)
    for (const words of ['They sleep in a car', 'My own words', 'changed a moment ago'])
      expect(answer.body).toContain(words)
    expect(await saysOf(referral)).toEqual([])
  })

  it('is read in Welsh, which says that nobody has checked it yet', async () => {
    const link = await linkTo(await drafted(await ledByDana()))
    const on = house.visitor()
    on.cookies.set('connexions-language', 'cy')
    await on.post(link.path, { code: link.code }, link.path)
    house.clock.advance(1000)
    const page = (await on.get(`${link.path}/letter`)).body
    expect(page).toContain('Llythyr amdanaf i')
    expect(page).toContain('A Welsh speaker has not checked this page yet')
  })

  it('lets them say that they are not safe from its page, to safeguarding alone (K10)', async () => {
    const id = await ledByDana()
    const link = await linkTo(await drafted(id))
    const on = await entered(link)
    expect((await on.get(`${link.path}/letter`)).body).toContain(`${link.path}/worried`)
    expect((await on.post(`${link.path}/worried`, {}, `${link.path}/worried`)).body).toContain('We have it')
    const [concern] = await test.owner.selectFrom('concern').selectAll().where('person_id', '=', id).execute()
    expect((await safe.get(`/concerns/${concern?.id}`)).body).toContain('The young person, by a link')
    expect((await dana.get('/')).body).not.toContain('safeguarding concern')
  })
})

describe('A link to a letter', () => {
  it('made by somebody who left is answered to whoever leads now', async () => {
    const id = await addPerson(house, partnership, { given: 'Lena', family: `Lettersample${(made += 1)}`, lead: mair })
    const referral = await draft(mair, id, protocol)
    const link = await linkTo(referral, mair)
    await house.command(partnership.id, tx =>
      assignLead(tx, id, { accountId: dana.accountId, isIntensive: false, reason: 'A test' }),
    )
    await test.owner.updateTable('account').set({ state: 'disabled' }).where('id', '=', mair.accountId).execute()
    house.clock.advance(1000)
    await say(await entered(link), link, { say: 'wrong', words: 'It is Sunday' })
    await test.owner.updateTable('account').set({ state: 'active' }).where('id', '=', mair.accountId).execute()
    expect((await dana.get('/')).body).toContain('said what they think of a letter')
  })

  it('is the sender’s side’s to make, of what is not over', async () => {
    const id = await ledByDana()
    const referral = await drafted(id)
    for (const other of [mair, hale]) {
      expect((await other.get(`/referrals/${referral}/links`)).status).toBe(404)
      expect((await other.post(`/referrals/${referral}/letter-link`)).status).toBe(404)
    }
    expect((await dana.get(`/referrals/${referral}/links`)).body).toContain('exactly what Made-up Housing will see')
    await step(dana, referral, 'withdraw', { 'withdraw-reason': 'mistake' })
    const late = await dana.post(`/referrals/${referral}/letter-link`)
    expect([late.status, late.body.includes('nothing to show')]).toEqual([422, true])
  })

  it('shows no alert that is kept back from them by now, and the letter is written anew first (K2)', async () => {
    const id = await ledByDana()
    const said = 'Never ring their father'
    await house.command(partnership.id, tx =>
      setAlert(tx, id, { kind: 'note', firstWords: said, words: '', finishedOn: null, from: 'staff' }),
    )
    house.clock.advance(1000)
    const referral = await drafted(id)
    const link = await linkTo(referral)
    const on = await entered(link)
    expect((await on.get(`${link.path}/letter`)).body).toContain(said)
    await test.owner
      .updateTable('person_alert')
      .set({ told: 'withheld', told_why: 'A test' })
      .where('person_id', '=', id)
      .execute()
    const hidden = await on.get(`${link.path}/letter`)
    expect([hidden.body.includes(said), hidden.body.includes('This link no longer works')]).toEqual([false, true])
    expect((await dana.post(`/referrals/${referral}/letter-link`)).body).toContain('Write it anew')
    expect((await step(dana, referral, 'send', AGREES)).status).toBe(422)
  })

  it('shows nothing of how to reach them once their whereabouts are protected (K4)', async () => {
    const id = await ledByDana()
    const referral = await drafted(id)
    const link = await linkTo(referral)
    const on = await entered(link)
    expect((await on.get(`${link.path}/letter`)).body).toContain('07700900123')
    await house.command(partnership.id, tx => protectAddress(tx, id, 'A test'))
    house.clock.advance(1000)
    expect((await on.get(`${link.path}/letter`)).body).not.toContain('07700900123')
  })

  it('opens nothing of a record that has been restricted since, nor what was about somebody else (K4, K9)', async () => {
    const id = await ledByDana()
    const referral = await drafted(id)
    const [first, again] = [await linkTo(referral), await linkTo(await drafted(await ledByDana()))]
    const on = await entered(first)
    await letSee(house, partnership, { id, by: dana, classes: [...ADVISER_CLASSES, 'restricted'] })
    await house.command(partnership.id, tx => setBarrier(tx, id, { holderId: null, reason: 'A test' }))
    house.clock.advance(1000)
    expect((await on.get(`${first.path}/letter`)).body).toContain('This link no longer works')
    const other = await entered(again)
    const [link] = await test.owner
      .selectFrom('secure_link')
      .select(['referral_id', 'person_id'])
      .orderBy('recorded_at', 'desc')
      .execute()
    await test.owner
      .updateTable('referral')
      .set({ sealed_at: house.clock.now() })
      .where('id', '=', link?.referral_id as RowId)
      .execute()
    expect((await other.get(`${again.path}/letter`)).body).toContain('This link no longer works')
  })

  it('for another referral of the same young person stays when one is made', async () => {
    const id = await ledByDana()
    const second = await agreed(partnership.organisationId, housing, { purpose: 'a key' })
    const [one, two] = [await drafted(id), await draft(dana, id, second)]
    const [first] = [await linkTo(one), await linkTo(two)]
    await entered(first)
    const newer = await linkTo(one)
    const older = await linkTo(one)
    expect((await house.visitor().post(newer.path, { code: newer.code }, newer.path)).body).toContain('no longer works')
    await entered(older)
  })
})
