import { beforeAll, describe, expect, it } from 'vitest'
import { addDays, addMonths } from '#ground/day.ts'
import type { OrganisationId } from '#ground/ids.ts'
import { openTestDatabase } from '#test/database.ts'
import { eventsOf, openTestHouse, summaryOf, type TestColleague, type TestPartnership } from '#test/house.ts'
import { csv, openLists } from '#test/lists.ts'
import { takeIn } from '../../take-in.ts'
import { agreementOf } from './index.ts'
import { hasLapsed, reviewOf } from './rules.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
const lists = await openLists(test, house)
const LIST = csv('Surname,Forename,DOB,Postcode', 'Reviewsample,Aisha,04/09/2010,HX1 1AA')
const today = house.clock.today()

let partnership: TestPartnership
let officer: TestColleague

beforeAll(async () => {
  partnership = await house.partnership()
  officer = await partnership.colleague('data-officer', 'Owen Testcase')
})

const agreement = (partner: OrganisationId) => house.command(partnership.id, tx => agreementOf(tx, partner))

/** The fields of a review as the page sends them. */
function answers(more: Record<string, string> = {}): Record<string, string> {
  return {
    purpose: 'To know what young people do (made up)',
    power: 'Education and Skills Act 2008, section 72',
    reference: 'DPIA-2',
    'review-day': '31',
    'review-month': '8',
    'review-year': '2027',
    youngest: '13',
    oldest: '19',
    fields: 'full-name',
    officer: '',
    ...more,
  }
}

describe('The day of review', () => {
  it.each([
    ['2026-12-31', 'later', false],
    ['2026-12-24', 'later', false],
    ['2026-12-23', 'due', false],
    ['2026-11-23', 'due', false],
    ['2026-11-22', 'lapsed', true],
  ] as const)('of %s is %s on 23 November 2026', (on, state, lapsed) => {
    expect(reviewOf(on as never, '2026-11-23' as never)).toBe(state)
    expect(hasLapsed(on as never, '2026-11-23' as never)).toBe(lapsed)
  })
})

describe('An agreement whose review day has passed', () => {
  let lapsed: OrganisationId
  beforeAll(async () => {
    lapsed = await lists.partner(partnership, 'school', { reviewOn: addDays(today, -1) })
  })

  it('stops a new list in the browser, with who must do what, and nothing is kept of it', async () => {
    const answer = await lists.upload(officer, lapsed, 'late.csv', LIST)
    expect(answer.status).toBe(422)
    expect(summaryOf(answer.body).join()).toMatch(
      /^#partner The agreement with .* was to be looked at again by 22 November 2026\. A data officer must review it under Agreements/,
    )
    expect(
      await test.owner.selectFrom('intake_run').select('id').where('organisation_id', '=', lapsed).execute(),
    ).toEqual([])
  })

  it('stops it by command, with the same sentence', async () => {
    const path = lists.write(LIST)
    const taken = await takeIn(
      {
        ...house.intake,
        database: test.database,
        acting: () => officer.acting(),
        definitions: house.intake.jobs,
        jobs: lists.jobs,
      },
      { organisationId: lapsed, path, name: 'late.csv', bytes: LIST.length, apply: true },
    )
    expect(taken).toMatchObject({
      ok: false,
      why: 'The agreement with this partner was to be looked at again by 22 November 2026. A data officer must review it before another list can come in.',
    })
  })

  it('lets a list finish that was under way on the day', async () => {
    const own = await lists.partner(partnership, 'school', { reviewOn: today })
    const run = await lists.read(officer, own, csv('Surname,Forename,DOB', 'Underwaysample,Ben,05/09/2010'))
    await test.owner
      .updateTable('partner_agreement')
      .set({ review_on: addDays(today, -1) })
      .where('organisation_id', '=', own)
      .execute()
    expect((await lists.apply(officer, run)).state).toBe('applied')
    await expect(lists.send(officer, own, LIST)).rejects.toThrow('agreement-lapsed')
  })

  it('is said on the page of agreements and on My day, thirty days before as due; to nobody who may not manage them', async () => {
    const soon = await lists.partner(partnership, 'college', { reviewOn: addDays(today, 30) })
    await lists.partner(partnership, 'college', { reviewOn: addDays(today, 31) })
    const due = await agreement(soon)
    const page = (await officer.get('/agreements')).body
    expect(page).toContain('Review is due')
    expect(page).toContain('Review day has passed: no list comes in')
    const day = (await officer.get('/')).body
    expect(day).toContain('Agreements to review')
    expect(day).toContain(`/agreements/${due?.id}/review`)
    expect(day.match(/\/agreements\/[^/"]+\/review/g)).toHaveLength(3)
    const adviser = await partnership.colleague('universal-adviser')
    expect((await adviser.get('/')).body).not.toContain('Agreements to review')
  })
})

describe('Reviewing an agreement', () => {
  it('with a new day makes a new version; the old one stays, and lists come in again', async () => {
    const partner = await lists.partner(partnership, 'training-provider', { reviewOn: addMonths(today, -1) })
    const before = await agreement(partner)
    const path = `/agreements/${before?.id}/review`
    const page = await officer.get(path)
    expect(page.body).toContain('DPIA-1')
    expect(page.body).toContain('It was to be looked at by 23 October 2026')
    const answer = await officer.post(path, { ...answers(), fields: 'full-name' })
    expect([answer.status, summaryOf(answer.body)]).toEqual([
      422,
      ['#fields Select at least family name, given name and birth date'],
    ])
    const saved = await lists.postFields(officer, path, [
      ...Object.entries(answers()).filter(([name]) => name !== 'fields'),
      ...['family', 'given', 'birth-date'].map(field => ['fields', field] as const),
    ])
    expect(saved).toMatchObject({ status: 303, to: '/agreements' })
    const after = await agreement(partner)
    expect(after).toMatchObject({
      reviewOn: '2027-08-31',
      oldest: 19,
      assessmentReference: 'DPIA-2',
      insteadOf: before?.id,
      fields: ['family', 'given', 'birth-date'],
    })
    const kept = await test.owner
      .selectFrom('partner_agreement')
      .selectAll()
      .where('id', '=', before?.id ?? '')
      .executeTakeFirst()
    expect(kept).toMatchObject({ review_on: before?.reviewOn, oldest: 25, assessment_reference: 'DPIA-1' })
    expect(kept?.finished_on).not.toBeNull()
    expect((await eventsOf(test, { target: after?.id ?? '' })).map(e => e.action)).toContain('agreement.reviewed')
    expect((await lists.send(officer, partner, LIST)).state).toBe('reading')
    expect((await officer.get('/agreements')).body).not.toContain(path)
  })

  it('refuses a day that is not in the future, and a version somebody reviewed first', async () => {
    const partner = await lists.partner(partnership, 'school', { reviewOn: addDays(today, 3) })
    const path = `/agreements/${(await agreement(partner))?.id}/review`
    const fields = (year: string) => [
      ...Object.entries(answers({ 'review-year': year })).filter(([name]) => name !== 'fields'),
      ...['full-name', 'birth-date'].map(field => ['fields', field] as const),
    ]
    const past = await lists.postFields(officer, path, fields('2026'))
    expect([past.status, summaryOf(past.body)]).toEqual([422, ['#review-day The day must be in the future']])
    expect((await lists.postFields(officer, path, fields('2027'))).status).toBe(303)
    const late = await lists.postFields(officer, path, fields('2028'))
    expect(late.status).toBe(409)
    expect(summaryOf(late.body).join()).toContain('Somebody reviewed this agreement')
    expect((await agreement(partner))?.reviewOn).toBe('2027-08-31')
  })
})
