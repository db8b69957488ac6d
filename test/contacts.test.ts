import { beforeAll, describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import type { PersonId } from '#ground/ids.ts'
import { markDeath } from '#rooms/people/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { eventsOf, openTestHouse, summaryOf, type TestColleague, type TestPartnership } from '#test/house.ts'
import { addPerson } from '#test/people.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
const ON = { 'on-day': '20', 'on-month': '11', 'on-year': '2026' }
const CONTACT = { ...ON, kind: 'meeting', purpose: 'support', outcome: 'done' }

let partnership: TestPartnership
let adviser: TestColleague

beforeAll(async () => {
  partnership = await house.partnership()
  adviser = await partnership.colleague('universal-adviser', 'Dana Testcase')
})

const newPerson = (given: string, family: string): Promise<PersonId> =>
  addPerson(house, partnership, { given, family, lead: adviser })

async function contactOf(personId: PersonId) {
  return test.owner.selectFrom('contact').selectAll().where('person_id', '=', personId).executeTakeFirstOrThrow()
}

describe('A contact', () => {
  it('is written down with its event, and stands on the record', async () => {
    const id = await newPerson('Aisha', 'Notesample')
    const sent = await adviser.post(`/people/${id}/contacts/new`, { ...CONTACT, notes: 'Talked of bricklaying' })
    expect(sent).toMatchObject({ status: 303, to: `/people/${id}` })
    expect((await adviser.get(`/people/${id}`)).body).toContain('Talked of bricklaying')
    const contact = await contactOf(id)
    const events = await eventsOf(test, { target: contact.id })
    expect(events).toMatchObject([{ action: 'contact.recorded', actor_id: adviser.accountId, person_ids: [id] }])
  })

  it.each([
    ['of tomorrow', { ...CONTACT, 'on-day': '24', notes: 'x' }, '#on'],
    ['of which nothing is said', CONTACT, '#notes'],
    [
      'with a next step before it',
      {
        ...CONTACT,
        notes: 'x',
        'next-step': 'Ring',
        'next-on-day': '1',
        'next-on-month': '11',
        'next-on-year': '2026',
      },
      '#next-on',
    ],
  ])('%s is not taken, and the summary leads to the field', async (_words, fields, field) => {
    const id = await newPerson('Ben', 'Wrongsample')
    const answer = await adviser.post(`/people/${id}/contacts/new`, fields)
    expect(answer.status).toBe(422)
    expect(summaryOf(answer.body)[0]).toContain(field)
  })

  it('changed by two shows both to the second, keeps every version, and saves when asked again', async () => {
    const id = await newPerson('Cara', 'Bothsample')
    await adviser.post(`/people/${id}/contacts/new`, { ...CONTACT, notes: 'As first written' })
    const contact = await contactOf(id)
    const path = `/contacts/${contact.id}`
    const change = (notes: string, version: number) =>
      adviser.post(path, { ...CONTACT, notes, why: 'Mistyped', version: String(version) })
    expect((await change('By the first', contact.version)).status).toBe(303)
    const stale = await change('By the second', contact.version)
    expect(stale.status).toBe(409)
    // Told whatever else is wrong in the form: mended, it would else write over what the first saved.
    const half = await adviser.post(path, { ...CONTACT, notes: 'By the second', version: String(contact.version) })
    expect([half.status, half.body.includes('By the first')]).toEqual([409, true])
    expect(stale.body).toContain('By the first')
    expect(stale.body).toContain('By the second')
    const version = Number(/name="version" value="(\d+)"/.exec(stale.body)?.[1])
    expect((await change('By the second', version)).status).toBe(303)
    expect((await contactOf(id)).notes).toBe('By the second')
    const versions = await test.owner
      .selectFrom('contact_version')
      .selectAll()
      .where('contact_id', '=', contact.id)
      .execute()
    expect(versions).toHaveLength(2)
    expect(JSON.stringify(versions)).toContain('As first written')
    expect(JSON.stringify(versions)).toContain('By the first')
  })
})

describe('The caseload', () => {
  it('leads from a row to the form, and back to itself as it was: the same filters, at the same row', async () => {
    const id = await newPerson('Dot', 'Rowsample')
    const back = `/caseload?q=rowsample&sort=name#row-${id}`
    const link = `/people/${id}/contacts/new?${new URLSearchParams({ back }).toString()}`
    const list = await adviser.get('/caseload?q=rowsample&sort=name')
    expect(list.body).toContain(`href="${link}"`)
    expect(list.body).toContain(`id="row-${id}"`)
    const form = await adviser.get(link)
    expect(form.body).toContain(`<input type="hidden" name="back" value="${back.replaceAll('&', '&amp;')}"`)
    const wrong = await adviser.post(`/people/${id}/contacts/new`, { ...CONTACT, back })
    expect(wrong.body).toContain(`name="back" value="${back.replaceAll('&', '&amp;')}"`)
    const sent = { ...CONTACT, notes: 'By the row', back }
    expect(await adviser.post(`/people/${id}/contacts/new`, { ...sent, then: 'next' })).toMatchObject({
      status: 303,
      to: back,
    })
    expect(await adviser.post(`/people/${id}/contacts/new`, { ...sent, then: 'record' })).toMatchObject({
      to: `/people/${id}`,
    })
  })

  it.each(['https://elsewhere.example/caseload', '//elsewhere.example', '/.//elsewhere.example'])(
    'is where a contact leads back to when the address to go back to leads out: %s',
    async back => {
      const id = await newPerson('Eli', 'Outsample')
      const form = await adviser.get(`/people/${id}/contacts/new?${new URLSearchParams({ back }).toString()}`)
      expect(form.status).toBe(200)
      expect(form.body).not.toContain('elsewhere.example')
      const sent = { ...CONTACT, notes: 'x', back, then: 'next' }
      expect(await adviser.post(`/people/${id}/contacts/new`, sent)).toMatchObject({ status: 303, to: '/caseload' })
    },
  )

  it('offers no contact from the row of somebody who has died', async () => {
    const id = await newPerson('Fay', 'Norowsample')
    const source = { kind: 'staff', organisationId: null, saidOn: toDay('2026-11-20') } as const
    await test.database.transaction(adviser.acting(), tx => markDeath(tx, id, toDay('2026-11-20'), source))
    const { body } = await adviser.get('/caseload?q=norowsample')
    expect(body).toContain(`/people/${id}`)
    expect(body).not.toContain('/contacts/new')
  })

  it('as a file names whom one leads, and no cell of it is a formula', async () => {
    await newPerson('=cmd()', '+Formulasample')
    const file = await adviser.get('/caseload.csv')
    expect(file.status).toBe(200)
    expect(file.headers['content-type']).toContain('text/csv')
    expect(file.body).toContain('Formulasample')
    for (const cell of file.body.split(/\r\n|,/)) expect(cell).not.toMatch(/^"?[=+@]/)
    const other = await partnership.colleague('universal-adviser', 'Mair Testcase')
    expect((await other.get('/caseload.csv')).body).not.toContain('Formulasample')
  })
})
