/** Characteristics (K6): shown and written only by those whose grants carry their class. */
import { beforeAll, describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import type { PersonId } from '#ground/ids.ts'
import { openGrant, type RecordClass } from '#rooms/access/index.ts'
import { setCharacteristic } from '#rooms/people/index.ts'
import { openTestDatabase } from '#test/database.ts'
import {
  eventsOf,
  openTestHouse,
  summaryOf,
  type TestColleague,
  type TestPartnership,
  withoutTokens,
} from '#test/house.ts'
import { addPerson } from '#test/people.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
const FROM = { 'from-day': '1', 'from-month': '9', 'from-year': '2026', said: 'young-person' }

let partnership: TestPartnership
let intensive: TestColleague
let plain: TestColleague
let made = 0

beforeAll(async () => {
  partnership = await house.partnership()
  intensive = await partnership.colleague('intensive-adviser', 'Imran Testcase')
  plain = await partnership.colleague('universal-adviser', 'Dana Testcase')
})

const newPerson = (family: string): Promise<PersonId> =>
  addPerson(house, partnership, { given: `Cara${++made}`, family, lead: intensive, isIntensive: true })

const give = (who: TestColleague, id: PersonId, classes: readonly RecordClass[]) =>
  house.command(partnership.id, tx =>
    openGrant(tx, {
      scope: { kind: 'person', personId: id },
      holderId: who.accountId,
      classes,
      basis: 'public-task',
      source: 'referral',
    }),
  )
const rowsOf = (id: PersonId) =>
  test.owner
    .selectFrom('person_characteristic')
    .selectAll()
    .where('person_id', '=', id)
    .orderBy('recorded_at')
    .execute()

describe('A characteristic', () => {
  it('is added with who says so, stands on the record and its details, and is ended and corrected with the rows before kept', async () => {
    const id = await newPerson('Wholesample')
    const path = `/people/${id}/characteristics`
    const added = await intensive.post(path, { ...FROM, code: 'care-leaver' })
    expect(added).toMatchObject({ status: 303, to: `/people/${id}/details` })
    expect(await eventsOf(test, { requestId: added.requestId })).toMatchObject([
      { action: 'person.detail-set', person_ids: [id] },
    ])
    expect((await intensive.get(`/people/${id}`)).body).toContain('Care leaver')
    const details = (await intensive.get(`/people/${id}/details`)).body
    expect(details).toContain('the young person')
    const [row] = await rowsOf(id)
    expect(details).toContain(`${path}/${row?.id}`)
    house.clock.advance(1000)
    const ended = { ...FROM, code: 'care-leaver', 'until-day': '1', 'until-month': '11', 'until-year': '2026' }
    expect((await intensive.post(`${path}/${row?.id}`, ended)).status).toBe(303)
    expect((await intensive.get(`/people/${id}`)).body).not.toContain('Care leaver')
    expect((await intensive.get(`/people/${id}/details`)).body).toContain('until 1 Nov')
    expect((await rowsOf(id)).map(r => [r.finished_on, r.replaced_at === null])).toEqual([
      [null, false],
      ['2026-11-01', true],
    ])
  })

  it('corrected by somebody else meanwhile is not written over: it says so and changes nothing', async () => {
    const id = await newPerson('Stalesample')
    const path = `/people/${id}/characteristics`
    await intensive.post(path, { ...FROM, code: 'young-carer' })
    const [row] = await rowsOf(id)
    await intensive.post(`${path}/${row?.id}`, { ...FROM, code: 'parent-caring' })
    const late = await intensive.post(`${path}/${row?.id}`, { ...FROM, code: 'pregnant' })
    expect(late.status).toBe(409)
    expect(late.body).toContain('Somebody corrected this while you were writing')
    expect((await rowsOf(id)).map(r => r.code).toSorted()).toEqual(['parent-caring', 'young-carer'])
  })

  it('says at the field what is wrong', async () => {
    const id = await newPerson('Errorsample')
    const path = `/people/${id}/characteristics`
    const empty = await intensive.post(path, {})
    expect([empty.status, summaryOf(empty.body)]).toEqual([
      422,
      ['#code Select what it is', '#from-day Enter since when', '#said Select who says so'],
    ])
    const future = await intensive.post(path, { ...FROM, code: 'young-carer', 'from-year': '2027' })
    expect(summaryOf(future.body)).toEqual(['#from-day The day must be today or before'])
    await intensive.post(path, { ...FROM, code: 'young-carer' })
    const twice = await intensive.post(path, { ...FROM, code: 'young-carer' })
    expect(summaryOf(twice.body)).toEqual([
      '#from-day It stands on the record already for some of these days. Enter other days, or correct what stands there',
    ])
    expect(await rowsOf(id)).toHaveLength(1)
  })
})

describe('A characteristic of a class one does not see', () => {
  it('changes no page, byte by byte', async () => {
    const id = await newPerson('Bytesample')
    await give(plain, id, ['identity', 'learning', 'family', 'sessions', 'contact-details', 'tracking'])
    const pages = [
      `/people/${id}`,
      `/people/${id}/details`,
      `/people/${id}/characteristics`,
      '/caseload',
      '/find?q=Bytesample',
    ]
    const read = async () => {
      const bodies = []
      for (const path of pages) bodies.push(withoutTokens(await plain.get(path)))
      return bodies
    }
    const before = await read()
    for (const code of ['care-leaver', 'pregnant'])
      expect((await intensive.post(`/people/${id}/characteristics`, { ...FROM, code })).status).toBe(303)
    expect(await read()).toEqual(before)
    const row = (await rowsOf(id))[0]?.id
    expect((await plain.get(`/people/${id}/characteristics/${row}`)).status).toBe(404)
    expect((await plain.post(`/people/${id}/characteristics/${row}`, { ...FROM, code: 'young-carer' })).status).toBe(
      404,
    )
  })

  it('is neither offered nor taken from a form made by hand', async () => {
    const id = await newPerson('Handsample')
    await give(plain, id, ['identity', 'learning'])
    const { body } = await plain.get(`/people/${id}/characteristics`)
    expect(body).toContain('SEN support')
    expect(body).not.toContain('Looked after')
    const sent = await plain.post(`/people/${id}/characteristics`, { ...FROM, code: 'looked-after' })
    expect(summaryOf(sent.body)).toEqual(['#code Select what it is'])
    const source = { kind: 'staff' as const, organisationId: null, saidOn: toDay('2026-11-01') }
    const wanted = { code: 'looked-after', startedOn: toDay('2026-09-01'), finishedOn: null }
    const done = await test.database.transaction(plain.acting(), tx => setCharacteristic(tx, id, wanted, source))
    expect(done).toEqual({ ok: false, why: 'not-offered' })
    expect(await rowsOf(id)).toEqual([])
  })

  it('to somebody who sees no such class there is no page and no section', async () => {
    const id = await newPerson('Nonesample')
    const officer = await partnership.colleague('universal-adviser', 'Ned Testcase')
    await give(officer, id, ['identity'])
    expect((await officer.get(`/people/${id}/characteristics`)).status).toBe(404)
    expect((await officer.get(`/people/${id}/details`)).body).not.toContain('Characteristics')
  })
})
