/** Settings of meetings, and paper where no phone may go, over HTTP and down to the row. Row 177; K6, K8 and K9. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { PersonId } from '#ground/ids.ts'
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
import { staffOf } from '#test/staff.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
let partnership: TestPartnership
let dana: TestColleague
let imran: TestColleague

beforeAll(async () => {
  partnership = await house.partnership()
  ;({ dana, imran } = await staffOf(partnership, 'dana', 'imran'))
})

let made = 0
const young = (given = 'Ada'): Promise<PersonId> =>
  addPerson(house, partnership, { given, family: `Settingsample${(made += 1)}`, lead: dana })

/** The test's clock stands on Monday 23 November 2026. */
const MEETING = {
  ...dayFields('on', [2026, 11, 23]),
  ...{ time: '14:00', minutes: '45', kind: 'meeting', place: 'Room 4', purpose: 'review', aim: 'Choose a course' },
}
const OPEN_CLASSES = ['identity', 'sessions'] as const
type Fields = Readonly<Record<string, string>>

async function post(path: string, fields: Fields, by = dana) {
  house.clock.advance(1000)
  const answer = await by.post(path, fields)
  house.clock.advance(1000)
  return answer
}
const meetingOf = (id: PersonId) =>
  test.owner.selectFrom('appointment').selectAll().where('person_id', '=', id).executeTakeFirstOrThrow()
const settingsOf = (id: PersonId) =>
  test.owner
    .selectFrom('meeting_setting')
    .select(['class', 'setting', 'contact_id'])
    .where('person_id', '=', id)
    .orderBy('recorded_at')
    .orderBy('class')
    .execute()
const sheetsOf = (id: PersonId) =>
  test.owner.selectFrom('paper_sheet').selectAll().where('person_id', '=', id).execute()

async function arranged(setting: string, fields: Fields = {}) {
  const id = await young()
  // In one diary two may stand at one time where both are meant.
  const saved = await post(`/people/${id}/appointments/new`, { ...MEETING, setting, both: 'yes', ...fields })
  expect(saved, summaryOf(saved.body).join()).toMatchObject({ status: 303 })
  return { id, at: `/appointments/${(await meetingOf(id)).id}` }
}
const chosen = (body: string) => /<option value="([a-z-]+)" selected[^>]*>(?=[^<]*<\/option>)/g.test(body)
const TYPED = { version: '1', came: 'came', notes: 'We looked at two courses', destroyed: 'yes' }

const named = async (action: string, target: string) =>
  (await eventsOf(test, { target })).filter(one => one.action === action)

async function sheetFor(fields: Fields = {}) {
  const { id, at } = await arranged('custody', fields)
  const { to = '' } = await post(`${at}/paper`, { aim: 'Choose a course', questions: 'What next?\nWho helps?' })
  return { id, at, sheet: to }
}

describe('A setting', () => {
  it('stands with the meeting, goes to the contact that comes of it, and can be changed there', async () => {
    const { id, at } = await arranged('college')
    expect((await dana.get(at)).body).toMatch(/value="college" selected/)
    expect((await dana.get(`${at}/outcome`)).body).toMatch(/value="college" selected/)
    const came = { ...MEETING, version: '1', came: 'came', outcome: 'done', notes: 'We met', setting: 'school' }
    expect(await post(`${at}/outcome`, came)).toMatchObject({ status: 303 })
    const contactId = (await meetingOf(id)).contact_id
    expect((await dana.get(`/contacts/${contactId}`)).body).toMatch(/value="school" selected/)
    const changed = { ...came, version: '1', why: 'It was in the café', setting: 'community' }
    expect(await post(`/contacts/${contactId}`, changed)).toMatchObject({ status: 303 })
    expect((await settingsOf(id)).map(one => [one.setting, one.contact_id !== null])).toEqual([
      ['college', false],
      ['school', true],
      ['community', true],
    ])
    expect(await named('setting.said', contactId ?? '')).toHaveLength(2)
  })

  it('is told by a call or a visit at home itself, and refused where it is none of the list', async () => {
    const id = await young()
    const call = { ...MEETING, kind: 'phone', both: 'yes', setting: 'school' }
    expect(await post(`/people/${id}/appointments/new`, call)).toMatchObject({ status: 303 })
    expect(await settingsOf(id)).toEqual([])
    const wrong = await post(`/people/${id}/appointments/new`, { ...MEETING, setting: 'moon' })
    expect(wrong.status).toBe(422)
    expect(summaryOf(wrong.body)[0]).toContain('#setting')
    expect(wrong.body).toContain('Choose a course')
  })

  it('K6: that it is custody is read by whoever may know it and whoever said it; to others nothing was said', async () => {
    const { id, at } = await arranged('school')
    const plain = await arranged('')
    await letSee(house, partnership, { id, by: imran, classes: OPEN_CLASSES })
    await letSee(house, partnership, { id: plain.id, by: imran, classes: OPEN_CLASSES })
    expect((await imran.get(at)).body).toMatch(/value="school" selected/)
    expect(await post(at, { ...MEETING, setting: 'custody', version: '1', both: 'yes' })).toMatchObject({ status: 303 })
    expect((await settingsOf(id)).map(one => [one.setting, one.class])).toEqual([
      ['school', 128],
      [null, 128],
      ['custody', 512],
    ])
    expect((await dana.get(at)).body).toContain('Going into a secure place')
    const body = (await imran.get(at)).body
    expect(chosen(body)).toBe(chosen((await imran.get(plain.at)).body))
    expect(body).not.toMatch(/value="(school|custody)" selected/)
    expect(body).not.toContain('Going into a secure place')
    expect((await imran.get(`${at}/paper`)).status).toBe(404)
    const other = await arranged('secure-home')
    await letSee(house, partnership, { id: other.id, by: imran, classes: OPEN_CLASSES })
    expect((await imran.get(other.at)).body).not.toMatch(/value="secure-home" selected/)
    await letSee(house, partnership, { id: other.id, by: imran, classes: ['care'] })
    expect((await imran.get(other.at)).body).toMatch(/value="secure-home" selected/)
  })

  it('K6: goes to the right record as close as it was, also where whoever moves the contact may not know of it', async () => {
    const { id, at } = await arranged('custody')
    const came = { ...MEETING, version: '1', came: 'came', outcome: 'done', notes: 'We met', setting: 'custody' }
    expect(await post(`${at}/outcome`, came)).toMatchObject({ status: 303 })
    const contactId = (await meetingOf(id)).contact_id
    const right = await young('Twin')
    for (const one of [id, right]) await letSee(house, partnership, { id: one, by: imran, classes: OPEN_CLASSES })
    const moved = { why: 'It was her twin', right: 'Twin', to: right }
    expect(await post(`/people/${id}/misfiled/contact/${contactId}`, moved, imran)).toMatchObject({ status: 303 })
    const [copy] = await settingsOf(right)
    expect(copy).toMatchObject({ setting: 'custody', class: 512, contact_id: expect.any(String) })
    expect((await dana.get(`/contacts/${copy?.contact_id}`)).body).toMatch(/value="custody" selected/)
    expect((await imran.get(`/contacts/${copy?.contact_id}`)).body).not.toMatch(/value="custody" selected/)
  })

  it('is said of no contact that nobody came to, and no aim was reached there', async () => {
    const { id, at } = await arranged('school')
    const missed = {
      ...MEETING,
      version: '1',
      came: 'missed',
      outcome: 'done',
      reason: 'ill',
      'aim-result': 'reached',
      setting: 'school',
    }
    const saved = await post(`${at}/outcome`, missed)
    expect(saved, summaryOf(saved.body).join()).toMatchObject({ status: 303 })
    const contact = await test.owner.selectFrom('contact').selectAll().where('person_id', '=', id).executeTakeFirst()
    expect(contact).toMatchObject({ outcome: 'did-not-come', aim_result: null, aim_why: '' })
    const paper = await sheetFor()
    expect(await post(paper.sheet, { ...TYPED, came: 'missed', reason: 'ill' })).toMatchObject({ status: 303 })
    for (const one of [id, paper.id])
      expect((await settingsOf(one)).filter(said => said.contact_id !== null)).toEqual([])
  })
})

describe('A paper sheet', () => {
  it('is for a secure place only, and has the first name, the aim, the questions and nothing else of them', async () => {
    const open = await arranged('school')
    expect((await dana.get(`${open.at}/paper`)).status).toBe(404)
    expect((await post(`${open.at}/paper`, {})).status).toBe(404)
    const { id, sheet } = await sheetFor()
    const { body } = await dana.get(`${sheet}/print`)
    for (const part of ['For talking with Ada', 'Choose a course', 'What next?', 'Who helps?', 'shred'])
      expect(body).toContain(part)
    expect(body).not.toMatch(/Settingsample|Room 4|custody/i)
    expect(await named('paper-sheet.printed', sheet.split('/')[2] ?? '')).toHaveLength(1)
    expect(await sheetsOf(id)).toMatchObject([{ class: 512, state: 'out' }])
  })

  it('asked for twice is one', async () => {
    const { id, at, sheet } = await sheetFor()
    expect((await post(`${at}/paper`, { aim: 'Another' })).to).toBe(sheet)
    expect(await sheetsOf(id)).toHaveLength(1)
  })

  it('is typed in for the day of the meeting, says that it came from paper, and is destroyed', async () => {
    const { id, sheet } = await sheetFor()
    expect((await dana.get('/diary')).body).toContain(sheet)
    expect(await post(sheet, { ...TYPED, destroyed: 'not-yet' })).toMatchObject({ status: 303 })
    const contact = await test.owner
      .selectFrom('contact')
      .selectAll()
      .where('person_id', '=', id)
      .executeTakeFirstOrThrow()
    expect(contact).toMatchObject({ happened_on: '2026-11-23', notes: 'We looked at two courses' })
    expect((await dana.get(`/contacts/${contact.id}`)).body).toContain('Typed in from paper')
    expect((await settingsOf(id)).at(-1)).toMatchObject({ setting: 'custody', contact_id: contact.id })
    expect((await dana.get('/diary')).body).toContain(sheet)
    expect(await post(sheet, { ...TYPED, destroyed: 'not-yet' })).toMatchObject({ status: 303 })
    for (const _ of [1, 2]) expect((await post(`${sheet}/destroyed`, {})).status).toBe(303)
    expect(await sheetsOf(id)).toMatchObject([{ state: 'destroyed', destroyed_on: '2026-11-23', version: 3 }])
    expect((await dana.get('/diary')).body).not.toContain(sheet)
  })

  it('is refused before the day, with nothing said, and without a word of the paper; what was typed stays', async () => {
    const { sheet } = await sheetFor()
    const empty = await post(sheet, { version: '1', came: 'came', 'next-step': 'Send the form' })
    expect(empty.status).toBe(422)
    expect(summaryOf(empty.body).map(line => line.split(' ')[0])).toEqual(['#destroyed'])
    expect(empty.body).toContain('Send the form')
    const silent = await post(sheet, { version: '1', came: 'came', destroyed: 'yes' })
    expect(summaryOf(silent.body)[0]).toContain('#notes')
    const ahead = await sheetFor(dayFields('on', [2026, 11, 26]))
    expect((await dana.get(ahead.sheet)).body).toContain('It can be typed in from 26 November 2026')
    expect((await post(ahead.sheet, TYPED)).status).toBe(422)
  })

  it('whose meeting somebody answered meanwhile keeps what was typed', async () => {
    const { at, sheet } = await sheetFor()
    const came = { ...MEETING, version: '1', came: 'came', outcome: 'done', notes: 'Answered there' }
    expect(await post(`${at}/outcome`, came)).toMatchObject({ status: 303 })
    const late = await post(sheet, TYPED)
    expect(late.status).toBe(409)
    expect(late.body).toContain('We looked at two courses')
    expect((await dana.get(sheet)).body).toContain('there is nothing to type in')
  })

  it('K8: is not there for whoever may not know of it', async () => {
    const { id, sheet } = await sheetFor()
    await letSee(house, partnership, { id, by: imran, classes: OPEN_CLASSES })
    for (const path of [sheet, `${sheet}/print`]) {
      const answer = await imran.get(path)
      const none = await imran.get(path.replace(/[0-9a-f-]{36}/, '01900000-0000-7000-8000-000000000000'))
      expect(answer.status).toBe(404)
      expect(withoutTokens(answer)).toBe(withoutTokens(none))
    }
    expect((await post(`${sheet}/destroyed`, {}, imran)).status).toBe(404)
  })

  it('K9: goes off view with the meeting, and so does its setting', async () => {
    const { id, sheet, at } = await sheetFor()
    await test.owner
      .updateTable('appointment')
      .set({ sealed_at: house.clock.now() as never })
      .where('person_id', '=', id)
      .execute()
    expect((await dana.get(sheet)).status).toBe(404)
    expect((await dana.get(`${at}/paper`)).status).toBe(404)
    expect((await dana.get('/diary')).body).not.toContain(sheet)
  })
})
