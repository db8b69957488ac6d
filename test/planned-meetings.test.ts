/** Planned meetings over HTTP: how one works and what is brought along, whether it is a first contact, and whether the aim was reached. Rows 156 and 174. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { PersonId } from '#ground/ids.ts'
import { assignLead } from '#rooms/deployment/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { dayFields } from '#test/fields.ts'
import { openTestHouse, summaryOf, type TestColleague, type TestPartnership } from '#test/house.ts'
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
  addPerson(house, partnership, { given, family: 'Plansample', lead, isIntensive: false })

/** The test's clock stands on Monday 23 November 2026. */
const MEETING = {
  ...dayFields('on', [2026, 11, 23]),
  time: '05:00',
  minutes: '45',
  kind: 'meeting',
  place: 'Made-up library',
  purpose: 'practical',
  aim: 'Fill in the travel form',
  method: 'We fill it in together',
  bring: 'Two travel forms',
  both: 'yes',
}
const CAME = {
  came: 'came',
  kind: 'meeting',
  ...dayFields('on', [2026, 11, 23]),
  purpose: 'practical',
  outcome: 'done',
  notes: 'We began it',
  aim: 'Fill in the travel form',
}

async function arranged(id: PersonId, fields: Record<string, string> = {}, by = adviser): Promise<string> {
  house.clock.advance(1000)
  expect((await by.post(`/people/${id}/appointments/new`, { ...MEETING, ...fields })).status).toBe(303)
  const row = await test.owner
    .selectFrom('appointment')
    .select('id')
    .where('person_id', '=', id)
    .orderBy('recorded_at', 'desc')
    .executeTakeFirstOrThrow()
  return row.id
}

const answer = (rowId: string, fields: Record<string, string> = {}, by = adviser) =>
  by.post(`/appointments/${rowId}/outcome`, { ...CAME, version: '1', ...fields })

const contactsOf = (id: PersonId) =>
  test.owner.selectFrom('contact').selectAll().where('person_id', '=', id).orderBy('recorded_at').execute()

/** As a page says it of a meeting; the list of those that are due has nearly the same name. */
const FIRST = /First contact(?!s| or)/

describe('A planned meeting', () => {
  it('says how one works and what is brought along, in the diary, the brief and beside what came of it', async () => {
    const id = await led('Ada')
    const rowId = await arranged(id)
    expect((await adviser.get('/diary')).body).toContain('Bring along: Two travel forms')
    for (const path of [`/people/${id}/brief`, `/appointments/${rowId}/outcome`]) {
      const { body } = await adviser.get(path)
      expect(body, path).toContain('Two travel forms')
      expect(body, path).toContain('We fill it in together')
    }
    const long = await adviser.post(`/people/${id}/appointments/new`, { ...MEETING, method: 'x'.repeat(201) })
    expect([long.status, summaryOf(long.body)[0]]).toEqual([422, expect.stringContaining('#method')])
    // What was planned is kept with what is changed.
    await adviser.post(`/appointments/${rowId}`, { ...MEETING, bring: 'One form', version: '1' })
    const [version] = await test.owner
      .selectFrom('appointment_version')
      .select('content')
      .where('person_id', '=', id)
      .execute()
    expect(version?.content).toMatchObject({ method: 'We fill it in together', bring: 'Two travel forms' })
  })

  it('says whether its aim was reached and why, and the next one shows it', async () => {
    const id = await led('Bea')
    const rowId = await arranged(id)
    const why = { 'aim-result': 'in-part', 'aim-why': 'The bus was late' }
    expect((await answer(rowId, { ...why, 'aim-result': 'nearly' })).status).toBe(422)
    expect((await answer(rowId, why)).status).toBe(303)
    expect(await contactsOf(id)).toMatchObject([{ aim_result: 'in-part', aim_why: 'The bus was late' }])
    const next = await arranged(id, dayFields('on', [2026, 11, 25]))
    for (const path of [
      `/people/${id}/appointments/new`,
      `/appointments/${next}`,
      `/people/${id}/brief`,
      `/people/${id}`,
    ]) {
      const { body } = await adviser.get(path)
      expect(body, path).toContain('Reached in part')
      expect(body, path).toContain('The bus was late')
    }
  })

  it('asks of the aim only where one was written, and never of who did not come', async () => {
    const id = await led('Cam')
    const without = await arranged(id, { aim: '' })
    expect((await adviser.get(`/appointments/${without}/outcome`)).body).not.toContain('Did it bring that?')
    // Of nothing that was set out to do, nothing was reached: told at the field, and kept.
    const lost = await answer(without, { aim: '', 'aim-result': 'reached' })
    expect([lost.status, summaryOf(lost.body)[0]]).toEqual([422, expect.stringContaining('#aim')])
    const missed = { came: 'missed', reason: 'ill', aim: '', 'aim-result': 'reached' }
    expect((await answer(without, missed)).status).toBe(303)
    const withAim = await arranged(id)
    expect((await adviser.get(`/appointments/${withAim}/outcome`)).body).toContain('Did it bring that?')
    expect((await answer(withAim)).status).toBe(303)
    expect((await contactsOf(id)).map(one => one.aim_result)).toEqual([null, null])
  })

  it('K8: kept close, tells nobody else by its aim or by the first contact', async () => {
    const id = await led('Eli')
    await letSee(house, partnership, { id, by: adviser, classes: ['restricted'] })
    const rowId = await arranged(id, { aim: 'Umberlochne', bring: 'Umberlochne', restricted: 'yes' })
    await answer(rowId, { aim: 'Umberlochne', 'aim-result': 'reached', restricted: 'yes' })
    const other = await partnership.colleague('universal-adviser', 'Out Testcase')
    await letSee(house, partnership, { id, by: other, classes: ['identity', 'sessions'] })
    for (const path of [`/people/${id}`, `/people/${id}/brief`, `/people/${id}/appointments/new`]) {
      const { body } = await other.get(path)
      expect(body, path).not.toContain('Umberlochne')
      expect(body, path).not.toContain('The last aim')
    }
  })

  it('is a first contact until they were spoken with since somebody leads for them, and a follow-up then', async () => {
    const id = await led('Dev')
    const tried = await arranged(id)
    await answer(tried, { came: 'missed', reason: 'travel' })
    const first = await arranged(id, { time: '06:00' })
    const later = await arranged(id, dayFields('on', [2026, 11, 26]))
    const said = async (rowId: string) => (await adviser.get(`/appointments/${rowId}`)).body
    expect(await said(first)).toMatch(FIRST)
    expect(await said(later)).not.toMatch(FIRST)
    expect((await adviser.get(`/people/${id}`)).body).toContain('First contact, Meeting')
    await answer(first)
    expect(await said(first)).toMatch(FIRST)
    expect(await said(later)).toContain('Follow-up')
    // The timeline names the one in which they were first spoken with.
    expect((await adviser.get(`/people/${id}`)).body.split(FIRST)).toHaveLength(2)
    // Whoever leads from today on meets them for the first time.
    house.clock.advance(24 * 3600 * 1000)
    const other = await partnership.colleague('universal-adviser', 'Olu Testcase')
    await house.command(partnership.id, tx =>
      assignLead(tx, id, { accountId: other.accountId, isIntensive: false, reason: 'A test' }),
    )
    house.clock.advance(1000)
    expect((await other.get(`/appointments/${later}`)).body).toMatch(FIRST)
  })
})
