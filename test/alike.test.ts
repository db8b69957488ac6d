/** A record made by hand that resembles somebody its maker may not know: the data officers are asked, the maker is told nothing. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { PersonId } from '#ground/ids.ts'
import { setBarrier } from '#rooms/access/index.ts'
import { askAlike } from '#rooms/intake/index.ts'
import { setAddress } from '#rooms/people/index.ts'
import { openTestDatabase } from '#test/database.ts'
import {
  type Answered,
  eventsOf,
  openTestHouse,
  type TestColleague,
  type TestPartnership,
  withoutTokens,
} from '#test/house.ts'
import { addPerson } from '#test/people.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)

let partnership: TestPartnership
let adviser: TestColleague
let officer: TestColleague

beforeAll(async () => {
  partnership = await house.partnership()
  adviser = await partnership.colleague('universal-adviser', 'Dana Testcase')
  officer = await partnership.colleague('data-officer', 'Owen Testcase')
})

/** Somebody on record whom no adviser may know. */
async function hidden(given: string, family: string): Promise<PersonId> {
  const id = await addPerson(house, partnership, { given, family, born: '2010-03-03' })
  const address = { line1: '1 Sample Street', line2: '', town: 'Sampleton', postcode: 'HX1 1AA', isProtected: false }
  await house.command(partnership.id, tx =>
    setAddress(tx, id, address, { kind: 'staff', organisationId: null, saidOn: tx.acting.today }),
  )
  return id
}

const make = (by: TestColleague, given: string, family: string): Promise<Answered> =>
  by.post('/people/new', { given, family, 'born-day': '3', 'born-month': '3', 'born-year': '2010' })

const idOf = (answer: Answered) => (answer.to ?? '').replace('/people/', '')

async function pairsOf(personId: string) {
  const all = await test.owner.selectFrom('intake_question').selectAll().where('kind', '=', 'alike').execute()
  return all.filter(q => q.person_ids.includes(personId))
}

describe('A new record that resembles one its maker may not know', () => {
  it('is saved as for a new person, and the maker sees nothing of it; the data officer gets the question', async () => {
    const known = await hidden('Katherine', 'Pairsample')
    const answer = await make(adviser, 'Kate', 'Pairsample')
    const plain = await make(adviser, 'Wilhelmina', 'Nobodylike')
    expect([answer.status, answer.body]).toEqual([303, plain.body])
    expect(Object.keys(answer.headers)).toEqual(Object.keys(plain.headers))
    const made = idOf(answer)
    const [question, ...more] = await pairsOf(made)
    expect(more).toEqual([])
    expect(question).toMatchObject({ state: 'open', person_ids: [made, known], run_id: null })
    expect(await pairsOf(idOf(plain))).toEqual([])

    const nothing = withoutTokens(await adviser.get('/nowhere'))
    expect(withoutTokens(await adviser.get(`/questions/${question?.id}`))).toBe(nothing)
    for (const path of [
      '/',
      '/caseload',
      `/people/${made}`,
      `/people/${made}/details`,
      `/people/${made}/who`,
      '/find?q=Pairsample',
    ]) {
      const page = (await adviser.get(path)).body
      for (const trace of ['Katherine', known, 'one person', String(question?.id)])
        expect(page, path).not.toContain(trace)
    }
    expect((await officer.get('/questions')).body).toContain(`/questions/${question?.id}`)
    const page = (await officer.get(`/questions/${question?.id}`)).body
    for (const words of [
      'These two may be one person',
      'Katherine Pairsample',
      'Kate Pairsample',
      `/people/${known}/merge/${made}`,
    ])
      expect(page).toContain(words)
    const event = (await eventsOf(test, { target: question?.id ?? '' })).find(e => e.action === 'question.asked')
    expect(event).toMatchObject({ outcome: 'done', person_ids: [made, known] })
  })

  it('answered "two people" is remembered: it leaves the list and is never asked again', async () => {
    await hidden('Rosalind', 'Twosample')
    const made = idOf(await make(adviser, 'Rosalind', 'Twosample'))
    const [question] = await pairsOf(made)
    expect((await officer.post(`/questions/${question?.id}`, { answer: 'new-person' })).status).toBe(422)
    expect(await officer.post(`/questions/${question?.id}`, { answer: 'two-people' })).toMatchObject({ status: 303 })
    expect((await officer.get('/questions')).body).not.toContain(String(question?.id))
    expect((await officer.get(`/questions/${question?.id}`)).status).toBe(404)
    await test.database.transaction(adviser.acting(), tx => askAlike(tx, made as PersonId))
    expect(await pairsOf(made)).toMatchObject([
      { id: question?.id, state: 'answered', answer: 'two-people', answered_by: officer.accountId },
    ])
  })

  it('answered "may be one" is kept, listed as waiting to be joined, and can still be said to be two', async () => {
    await hidden('Gwendolen', 'Keptsample')
    const made = idOf(await make(adviser, 'Gwendolen', 'Keptsample'))
    const [question] = await pairsOf(made)
    const path = `/questions/${question?.id}`
    expect(await officer.post(path, { answer: 'for-joining' })).toMatchObject({ status: 303 })
    expect(await pairsOf(made)).toMatchObject([{ state: 'kept', answer: 'for-joining' }])
    const list = (await officer.get('/questions')).body
    expect(list).toContain('Waiting to be joined')
    expect(list).toContain(path)
    expect((await officer.get(path)).body).toContain('It can still be said that they are two')
    expect(await officer.post(path, { answer: 'two-people' })).toMatchObject({ status: 303 })
    expect((await officer.get('/questions')).body).not.toContain(path)
  })

  it('of a record behind a barrier nothing is asked of anybody (K5); one shut since is not shown to be there', async () => {
    const shut = await hidden('Philippa', 'Barriersample')
    await house.command(partnership.id, tx => setBarrier(tx, shut, { holderId: null, reason: 'A test' }))
    const answer = await make(adviser, 'Philippa', 'Barriersample')
    expect(answer.status).toBe(303)
    const out = await hidden('Ottilie', 'Barriersample')
    await house.command(partnership.id, tx => setBarrier(tx, out, { holderId: adviser.accountId, reason: 'A test' }))
    await make(adviser, 'Ottilie', 'Barriersample')
    expect([...(await pairsOf(shut)), ...(await pairsOf(out))]).toEqual([])
    expect((await officer.get('/questions')).body).not.toContain('Barriersample')

    const later = await hidden('Seraphina', 'Latersample')
    const made = idOf(await make(adviser, 'Seraphina', 'Latersample'))
    const [question] = await pairsOf(made)
    await house.command(partnership.id, tx => setBarrier(tx, later, { holderId: null, reason: 'A test' }))
    const nothing = withoutTokens(await officer.get('/nowhere'))
    expect(withoutTokens(await officer.get(`/questions/${question?.id}`))).toBe(nothing)
    expect(withoutTokens(await officer.post(`/questions/${question?.id}`, { answer: 'two-people' }))).toBe(nothing)
    expect((await officer.get('/questions')).body).not.toContain('Latersample')
  })

  it('nobody is asked about those the maker was shown and passed over, nor about a twin', async () => {
    const mine = idOf(await make(adviser, 'Beatrice', 'Shownsample'))
    expect((await make(adviser, 'Beatrice', 'Shownsample')).status).toBe(409)
    const again = await adviser.post('/people/new', {
      given: 'Beatrice',
      family: 'Shownsample',
      'born-day': '3',
      'born-month': '3',
      'born-year': '2010',
      checked: 'yes',
    })
    expect(again.status).toBe(303)
    expect([...(await pairsOf(mine)), ...(await pairsOf(idOf(again)))]).toEqual([])
    const twin = await hidden('Theodora', 'Twinsample')
    await make(adviser, 'Wilfred', 'Twinsample')
    expect(await pairsOf(twin)).toEqual([])
  })
})
