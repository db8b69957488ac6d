/** Practical help as a next step: what it is, done, or not going to be and why. Row 175. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { PersonId } from '#ground/ids.ts'
import { openTestDatabase } from '#test/database.ts'
import { dayFields } from '#test/fields.ts'
import { eventsOf, openTestHouse, summaryOf, type TestColleague, type TestPartnership } from '#test/house.ts'
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

/** The test's clock stands on Monday 23 November 2026. */
const CONTACT = {
  ...dayFields('on', [2026, 11, 20]),
  ...{ kind: 'meeting', purpose: 'practical', outcome: 'done', notes: 'We looked at what is missing' },
}
const STEP = { 'next-step': 'Shirt and shoes from the store', 'next-kind': 'interview-kit' }

let made = 0
async function recorded(fields: Readonly<Record<string, string>> = {}) {
  const id: PersonId = await addPerson(house, partnership, {
    ...{ given: 'Ada', family: `Practicalsample${(made += 1)}`, lead: dana },
  })
  const by = dayFields('next-on', [2026, 11, 25])
  const answer = await dana.post(`/people/${id}/contacts/new`, { ...CONTACT, ...STEP, ...by, ...fields })
  return { id, answer, at: async () => `/contacts/${(await rowOf(id)).id}/next-step` }
}
const rowOf = (id: PersonId) =>
  test.owner.selectFrom('contact').selectAll().where('person_id', '=', id).executeTakeFirstOrThrow()

describe('Practical help', () => {
  it('is a next step with its kind and day, on the record and on My day', async () => {
    const { id, answer } = await recorded()
    expect(answer.status).toBe(303)
    expect(await rowOf(id)).toMatchObject({ next_kind: 'interview-kit', next_on: '2026-11-25' })
    const said = 'Kit for an interview or a first day: Shirt and shoes from the store'
    expect((await dana.get(`/people/${id}`)).body).toContain(said)
    const { body } = await dana.get('/')
    expect(body).toContain('Kit for an interview or a first day')
    expect(body).toContain(`/contacts/${(await rowOf(id)).id}/next-step`)
  })

  it.each([
    [
      'without its words',
      { 'next-step': '', 'next-on-day': '', 'next-on-month': '', 'next-on-year': '' },
      '#next-step',
    ],
    ['of another kind', { 'next-kind': 'money' }, '#next-kind'],
  ])('%s is refused, and what was typed stays', async (_words, fields, at) => {
    const { answer } = await recorded(fields)
    expect(answer.status).toBe(422)
    expect(summaryOf(answer.body)[0]).toContain(at)
    expect(answer.body).toContain('We looked at what is missing')
  })

  it('is done on its page, once, and no longer due', async () => {
    const { id, at } = await recorded()
    const path = await at()
    for (const _ of [1, 2]) expect(await dana.post(path, { version: '1', how: 'done' })).toMatchObject({ status: 303 })
    expect(await rowOf(id)).toMatchObject({ next_done_on: '2026-11-23', next_not_done: '', version: 2 })
    expect((await dana.get('/')).body).not.toContain(path)
    expect((await dana.get(path)).body).toContain('Done on')
  })

  it('is said not to be going to be with why, which the record says', async () => {
    const { id, at } = await recorded()
    const path = await at()
    const silent = await dana.post(path, { version: '1', how: 'not-done' })
    expect(silent.status).toBe(422)
    expect(summaryOf(silent.body)[0]).toContain('#why-not')
    expect(summaryOf((await dana.post(path, { version: '1' })).body)[0]).toContain('#how')
    const why = { version: '1', how: 'not-done', 'why-not': 'Their aunt bought them' }
    expect((await dana.post(path, why)).status).toBe(303)
    expect((await dana.get(`/people/${id}`)).body).toContain('Not done, because: Their aunt bought them')
    expect((await dana.get('/')).body).not.toContain(path)
    const { id: contactId } = await rowOf(id)
    const actions = (await eventsOf(test, { target: contactId })).map(one => one.action)
    expect(actions.filter(one => one === 'contact.next-step-dropped')).toHaveLength(1)
    // Said again in another way, it is told apart.
    expect((await dana.post(path, { version: '1', how: 'done' })).status).toBe(409)
    expect((await dana.post(path, { version: '2', how: 'done' })).status).toBe(409)
  })

  it('K8: is not there for whoever may not see the contact', async () => {
    const { id, at } = await recorded()
    await letSee(house, partnership, { id, by: imran, classes: ['identity'] })
    expect((await imran.get(await at())).status).toBe(404)
    expect((await imran.post(await at(), { version: '1', how: 'done' })).status).toBe(404)
    expect(await rowOf(id)).toMatchObject({ next_done_on: null })
  })
})
