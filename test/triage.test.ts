/** Triage in stages, where an agency wants it; and agreements that are looked at again from a list. */
import { beforeAll, describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import type { OrganisationId, PersonId, RowId } from '#ground/ids.ts'
import { turnOf } from '#test/clockwork.ts'
import { openTestDatabase } from '#test/database.ts'
import { dayFields } from '#test/fields.ts'
import { eventsOf, openTestHouse, summaryOf, type TestColleague, type TestPartnership } from '#test/house.ts'
import { addPerson } from '#test/people.ts'
import { AGREES, openReferring } from '#test/referring.ts'
import { staffOf } from '#test/staff.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
let partnership: TestPartnership
const { agency, agreed, draft, step, rowOf } = openReferring(test, house, () => partnership)
let dana: TestColleague
let mair: TestColleague
let owen: TestColleague
let hale: TestColleague
let housing: OrganisationId
let protocol: RowId

beforeAll(async () => {
  partnership = await house.partnership()
  ;({ dana, mair, owen } = await staffOf(partnership, 'dana', 'mair', 'owen'))
  housing = await agency('Made-up Housing', 'housing')
  hale = await partnership.colleague('partner-practitioner', 'Hale Testcase', housing)
  protocol = await agreed(partnership.organisationId, housing, { stages: ['Looked through', 'Housing meeting'] })
})

let made = 0
async function sent(under = protocol): Promise<{ id: PersonId; referral: string }> {
  const id = await addPerson(house, partnership, { given: 'Ada', family: `Triagesample${(made += 1)}`, lead: dana })
  const referral = await draft(dana, id, under)
  expect(await step(dana, referral, 'send', AGREES)).toMatchObject({ status: 303 })
  return { id, referral }
}

describe('An agency that takes in by stages', () => {
  it('says where a referral is, both sides see it, and the days to answer go on', async () => {
    const { referral } = await sent()
    const before = await rowOf(referral)
    expect(
      await step(hale, referral, 'stage', { stage: 'Looked through', 'stage-words': 'All is there' }),
    ).toMatchObject({ status: 303 })
    const row = await rowOf(referral)
    expect(row).toMatchObject({ state: 'sent', stage: 'Looked through', stage_on: '2026-11-23', due_on: before.due_on })
    for (const by of [dana, hale]) {
      const page = (await by.get(`/referrals/${referral}`)).body
      expect(page).toContain('Looked through, since 23 November 2026')
      expect(page).toContain('Looked through: All is there')
      expect((await by.get('/referrals')).body).toContain('Looked through')
    }
    expect((await eventsOf(test, { target: referral })).map(one => one.action)).toContain('referral.staged')
  })

  it('goes on to the next, and back, and answers from any', async () => {
    const { referral } = await sent()
    for (const stage of ['Housing meeting', 'Looked through']) {
      expect(await step(hale, referral, 'stage', { stage })).toMatchObject({ status: 303 })
      expect(await rowOf(referral)).toMatchObject({ stage })
    }
    expect(await step(hale, referral, 'accept', { worker: hale.accountId })).toMatchObject({ status: 303 })
    const page = (await dana.get(`/referrals/${referral}`)).body
    expect(page).not.toContain('Looked through, since')
    expect(page).toContain('Looked through')
  })

  it('sent twice, it is said once', async () => {
    const { referral } = await sent()
    const version = String((await rowOf(referral)).version)
    const fields = { version, stage: 'Looked through' }
    for (const _twice of [1, 2]) expect((await hale.post(`/referrals/${referral}/stage`, fields)).status).toBe(303)
    const steps = await test.owner
      .selectFrom('referral_step')
      .select('words')
      .where('referral_id', '=', referral as RowId)
      .where('step', '=', 'stage')
      .execute()
    expect(steps).toHaveLength(1)
  })

  it('of two colleagues who say the same stage at once, the second is told and keeps their words', async () => {
    const other = await partnership.colleague('partner-practitioner', 'Ola Testcase', housing)
    const { referral } = await sent()
    const version = String((await rowOf(referral)).version)
    const said = (words: string) => ({ version, stage: 'Looked through', 'stage-words': words })
    expect((await hale.post(`/referrals/${referral}/stage`, said('All is there'))).status).toBe(303)
    const second = await other.post(`/referrals/${referral}/stage`, said('The address is missing'))
    expect(second.status).toBe(409)
    expect(second.body).toContain('The address is missing')
  })

  it('keeps what was typed where the other side moved meanwhile', async () => {
    const { referral } = await sent()
    const version = String((await rowOf(referral)).version)
    expect(await step(hale, referral, 'ask', { 'ask-words': 'Since when?' })).toMatchObject({ status: 303 })
    const answer = await hale.post(`/referrals/${referral}/stage`, {
      version,
      stage: 'Housing meeting',
      'stage-words': 'For Thursday',
    })
    expect(answer.status).toBe(409)
    expect(answer.body).toContain('For Thursday')
  })

  it.each([
    ['no stage', {}],
    ['a stage nobody agreed', { stage: 'A stage of our own' }],
  ])('%s is refused at the field', async (_words, fields) => {
    const { referral } = await sent()
    const answer = await step(hale, referral, 'stage', fields)
    expect(answer.status).toBe(422)
    expect(summaryOf(answer.body)[0]).toContain('Select a stage')
    expect((await rowOf(referral)).stage).toBe('')
  })

  it('is nothing the sender, a colleague or somebody else may say', async () => {
    const { referral } = await sent()
    const version = String((await rowOf(referral)).version)
    for (const by of [dana, mair, owen])
      expect((await by.post(`/referrals/${referral}/stage`, { version, stage: 'Looked through' })).status).toBe(404)
  })

  it('and one that answers straight away is asked for no stage', async () => {
    const plain = await agreed(partnership.organisationId, housing, { purpose: 'a deposit' })
    const { referral } = await sent(plain)
    expect((await hale.get(`/referrals/${referral}`)).body).not.toContain('Say where it is')
    expect((await step(hale, referral, 'stage', { stage: 'Looked through' })).status).toBe(422)
  })

  it.each([
    ['too many', 'a\nb\nc\nd\ne\nf\ng', 'Write at most 6 stages'],
    ['one twice', 'Screened\nscreened', 'A stage stands there twice'],
    ['one too long', 'a'.repeat(61), 'at most 60 characters'],
  ])('%s is refused where it is agreed', async (_words, stages, message) => {
    const row = await protocolRow()
    const answer = await owen.post(`/protocols/${protocol}`, { ...fieldsOf(), stages, version: String(row.version) })
    expect(answer.status).toBe(422)
    expect(summaryOf(answer.body)[0]).toContain(message)
    expect(answer.body).toContain(stages.slice(0, 5))
  })
})

const fieldsOf = (): Record<string, string> => ({
  ...{ purpose: 'somewhere safe to live', basis: 'public-task', law: 'An Act', condition: '', 'answer-days': '5' },
  ...{ 'start-days': '10', 'report-days': '60', ...dayFields('review', [2027, 11, 1]) },
})
const protocolRow = (id = protocol) =>
  test.owner.selectFrom('referral_protocol').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const reviewsOf = (id: RowId) =>
  test.owner.selectFrom('referral_protocol_review').selectAll().where('protocol_id', '=', id).execute()
const noticesOf = (id: RowId) =>
  test.owner
    .selectFrom('notice')
    .select('account_id')
    .where('target_id', '=', id)
    .where('kind', '=', 'protocol.review-due')
    .execute()

describe('An agreement that is to be looked at again', () => {
  const due = async (on: string): Promise<RowId> => {
    const id = await agreed(partnership.organisationId, housing, { purpose: `a purpose ${(made += 1)}` })
    await test.owner
      .updateTable('referral_protocol')
      .set({ review_on: toDay(on) })
      .where('id', '=', id)
      .execute()
    return id
  }
  const review = async (id: RowId, fields: Record<string, string> = {}, by = owen) => {
    house.clock.advance(1000)
    const { version } = await protocolRow(id)
    return by.post(`/protocols/${id}/review`, {
      ...{ words: 'Purpose and classes are right; housing has a new manager', version: String(version) },
      ...dayFields('review-on', [2027, 11, 20]),
      ...fields,
    })
  }

  it('stands first in the list, is looked at, and stands until the day that was said', async () => {
    const id = await due('2026-11-01')
    const list = (await owen.get('/protocols')).body
    expect(list.indexOf('To be looked at now')).toBeLessThan(list.indexOf('In force'))
    expect(list).toContain('To be looked at again since 1 November 2026')
    expect((await owen.get(`/protocols/${id}/review`)).body).toContain('Is it still right')
    expect((await review(id)).to).toBe('/protocols')
    expect(await protocolRow(id)).toMatchObject({ review_on: '2027-11-20', chased_at: null })
    expect(await reviewsOf(id)).toMatchObject([
      { reviewed_on: '2026-11-23', review_on: '2027-11-20', recorded_by: owen.accountId },
    ])
    const again = (await owen.get(`/protocols/${id}/review`)).body
    expect(again).toContain('housing has a new manager')
    expect((await eventsOf(test, { target: id })).map(one => one.action)).toContain('protocol.reviewed')
  })

  it('sent twice is looked at once, and written over by nobody', async () => {
    const id = await due('2026-11-01')
    const version = String((await protocolRow(id)).version)
    expect((await review(id, { version })).status).toBe(303)
    expect((await review(id, { version })).status).toBe(303)
    expect(await reviewsOf(id)).toHaveLength(1)
    const gwen = await partnership.colleague('data-officer', 'Gwen Testcase')
    const same = await review(id, { version, words: 'I found something else' }, gwen)
    expect([same.status, same.body.includes('I found something else')]).toEqual([409, true])
    const stale = await review(id, { version, ...dayFields('review-on', [2027, 6, 1]), words: 'Mine' })
    expect(stale.status).toBe(409)
    expect(stale.body).toContain('Mine')
  })

  it.each([
    ['nothing', { words: '' }, 'Enter what you looked at and found'],
    ['a day that has been', dayFields('review-on', [2026, 11, 1]), 'Enter a day that is to come'],
    ['a day years ahead', dayFields('review-on', [2030, 1, 1]), 'Enter a day within two years'],
  ])('%s is refused at the field', async (_words, fields, message) => {
    const id = await due('2026-11-01')
    const answer = await review(id, fields)
    expect(answer.status).toBe(422)
    expect(summaryOf(answer.body)[0]).toContain(message)
    expect(await reviewsOf(id)).toEqual([])
  })

  it('is told to whoever looks after agreements, once, and again for the next day', async () => {
    const [late, later] = [await due('2026-11-23'), await due('2026-11-24')]
    await turnOf(test, house)
    await turnOf(test, house)
    expect((await noticesOf(late)).map(one => one.account_id)).toContain(owen.accountId)
    expect((await noticesOf(late)).filter(one => one.account_id === owen.accountId)).toHaveLength(1)
    expect((await noticesOf(late)).map(one => one.account_id)).not.toContain(dana.accountId)
    expect(await noticesOf(later)).toEqual([])
    await review(late)
    expect((await protocolRow(late)).chased_at).toBeNull()
  })

  it('is nobody else’s', async () => {
    const id = await due('2026-11-01')
    for (const by of [dana, hale]) {
      expect((await by.get(`/protocols/${id}/review`)).status).toBe(404)
      expect((await review(id, {}, by)).status).toBe(404)
    }
    await owen.post(`/protocols/${id}/end`)
    expect((await owen.get(`/protocols/${id}/review`)).status).toBe(404)
  })
})
