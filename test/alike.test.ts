/** A record made by hand that resembles somebody its maker may not know: the data officers are asked, the maker is told nothing. */
import { beforeAll, describe, expect, it } from 'vitest'
import { asHouse } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import type { PersonId } from '#ground/ids.ts'
import { setBarrier } from '#rooms/access/index.ts'
import { findPairsOf, noteAlike } from '#rooms/matching/index.ts'
import { changeIdentity, markDeath, setAddress } from '#rooms/people/index.ts'
import { openTestDatabase } from '#test/database.ts'
import {
  type Answered,
  eventsOf,
  openTestHouse,
  type TestColleague,
  type TestPartnership,
  withoutTokens,
} from '#test/house.ts'
import { openLists } from '#test/lists.ts'
import { addPerson } from '#test/people.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
const lists = await openLists(test, house)

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
  const all = await test.owner.selectFrom('match_pair').selectAll().execute()
  return all.filter(r => r.low_person_id === personId || r.high_person_id === personId)
}

const decide = async (by: TestColleague, id: string, fields: Record<string, string>) => {
  const [pair] = await test.owner.selectFrom('match_pair').select('version').where('id', '=', id).execute()
  return by.post(`/review/${id}`, { version: String(pair?.version), ...fields })
}

describe('A new record that resembles one its maker may not know', () => {
  it('is saved as for a new person, and the maker sees nothing of it; the data officer gets the question', async () => {
    const known = await hidden('Katherine', 'Pairsample')
    const answer = await make(adviser, 'Kate', 'Pairsample')
    const plain = await make(adviser, 'Wilhelmina', 'Nobodylike')
    expect([answer.status, answer.body]).toEqual([303, plain.body])
    expect(Object.keys(answer.headers)).toEqual(Object.keys(plain.headers))
    const made = idOf(answer)
    const [pair, ...more] = await pairsOf(made)
    expect(more).toEqual([])
    expect(pair).toMatchObject({ state: 'open', found_by: 'new-record' })
    expect(new Set([pair?.low_person_id, pair?.high_person_id])).toEqual(new Set([made, known]))
    expect(await pairsOf(idOf(plain))).toEqual([])

    const nothing = withoutTokens(await adviser.get('/nowhere'))
    expect(withoutTokens(await adviser.get(`/review/${pair?.id}`))).toBe(nothing)
    for (const path of [
      '/',
      '/caseload',
      `/people/${made}`,
      `/people/${made}/details`,
      `/people/${made}/who`,
      '/find?q=Pairsample',
    ]) {
      const page = (await adviser.get(path)).body
      for (const trace of ['Katherine', known, 'one person', String(pair?.id)]) expect(page, path).not.toContain(trace)
    }
    expect((await officer.get('/review')).body).toContain(`/review/${pair?.id}`)
    const page = (await officer.get(`/review/${pair?.id}`)).body
    for (const words of [
      'Is this one person?',
      'Katherine',
      'Another form of the name',
      'Same person: choose what to keep',
    ])
      expect(page).toContain(words)
    const why = await officer.get(`/review/${pair?.id}/why.json`)
    expect(JSON.parse(why.body)).toMatchObject({
      pair: pair?.id,
      lines: [
        { line: 'given', level: 'form' },
        { line: 'family', level: 'same' },
        { line: 'born' },
        { line: 'postcode', level: null, bits: 0 },
      ],
    })
    for (const value of ['Katherine', 'Pairsample', '2010', 'HX1']) expect(why.body).not.toContain(value)
    expect((await adviser.get(`/review/${pair?.id}/why.json`)).status).toBe(404)
    const event = (await eventsOf(test, { target: pair?.id ?? '' })).find(e => e.action === 'pair.found')
    expect(event).toMatchObject({ outcome: 'done', person_ids: [made] })
  })

  it('decided to be two people is remembered: it leaves the list and is asked again only when something changes', async () => {
    const other = await hidden('Rosalind', 'Twosample')
    const made = idOf(await make(adviser, 'Rosalind', 'Twosample'))
    const [pair] = await pairsOf(made)
    const id = pair?.id ?? ''
    expect((await decide(officer, id, { decision: 'no-such' })).status).toBe(422)
    expect(await decide(officer, id, { decision: 'two-people', note: 'Cousins' })).toMatchObject({ status: 303 })
    expect((await officer.get('/review')).body).not.toContain(id)
    const notice = () => test.database.transaction(adviser.acting(), tx => noteAlike(tx, made as PersonId))
    await notice()
    expect(await pairsOf(made)).toMatchObject([
      { id, state: 'two-people', decided_by: officer.accountId, note: 'Cousins' },
    ])
    const address = { line1: '2 Sample Street', line2: '', town: 'Sampleton', postcode: 'HX1 1AB', isProtected: false }
    await house.command(partnership.id, tx =>
      setAddress(tx, other, address, { kind: 'staff', organisationId: null, saidOn: tx.acting.today }),
    )
    await notice()
    expect(await pairsOf(made)).toMatchObject([{ id, state: 'open', note: 'Cousins' }])
    expect((await officer.get(`/review/${id}`)).body).toContain('Cousins')
  })

  it('set aside stays in the list; whoever decides second is told that somebody was quicker', async () => {
    await hidden('Gwendolen', 'Keptsample')
    const made = idOf(await make(adviser, 'Gwendolen', 'Keptsample'))
    const id = (await pairsOf(made))[0]?.id ?? ''
    const second = await partnership.colleague('data-officer', 'Olwen Testcase')
    const before = { version: '1', decision: 'later', note: '' }
    expect(await officer.post(`/review/${id}`, before)).toMatchObject({ status: 303 })
    expect(await pairsOf(made)).toMatchObject([{ state: 'later' }])
    expect((await officer.get('/review')).body).toContain(id)
    const late = await second.post(`/review/${id}`, { ...before, decision: 'two-people' })
    expect(late.status).toBe(409)
    expect(late.body).toContain('Somebody else has answered this')
    expect(await pairsOf(made)).toMatchObject([{ state: 'later' }])
  })

  it('two reviewers who take the next are given two, and each sees when somebody else looks', async () => {
    const second = await partnership.colleague('data-officer', 'Olwen Testcase')
    for (const name of ['Firstsample', 'Secondsample']) {
      await hidden('Isadora', name)
      await make(adviser, 'Isadora', name)
    }
    const [one, two] = [await officer.post('/review/next'), await second.post('/review/next')]
    expect(one.to).toMatch(/^\/review\/[0-9a-f-]{36}$/)
    expect(two.to).toMatch(/^\/review\/[0-9a-f-]{36}$/)
    expect(two.to).not.toBe(one.to)
    expect((await second.get(one.to ?? '')).body).toContain('Owen Testcase looks at these two just now')
    expect((await officer.get(one.to ?? '')).body).not.toContain('looks at these two just now')
  })

  it('says that one of the two has died, when it is found and whenever it is weighed again', async () => {
    const known = await hidden('Ludmila', 'Deadsample')
    const made = idOf(await make(adviser, 'Ludmila', 'Deadsample'))
    const [pair] = await pairsOf(made)
    const againstOf = async () => {
      const why = JSON.parse((await officer.get(`/review/${pair?.id}/why.json`)).body) as { against: string[] }
      return why.against
    }
    expect(await againstOf()).toEqual([])
    await house.command(partnership.id, tx =>
      asHouse(tx, 'a test', worker =>
        markDeath(worker, known, worker.acting.today, {
          kind: 'staff',
          organisationId: null,
          saidOn: worker.acting.today,
        }),
      ),
    )
    expect(await againstOf()).toEqual(['dead'])
    expect((await officer.get(`/review/${pair?.id}`)).body).toContain('One of them is recorded as dead')
    await officer.post('/review/find', {})
    await lists.jobs.idle()
    expect(await pairsOf(made)).toMatchObject([{ state: 'open', against: ['dead'] }])
  })

  it('comes up once for whoever skips through the list, and again only after all others', async () => {
    const here = await house.partnership()
    const reviewer = await here.colleague('data-officer')
    const at = { given: 'Ottilia', born: '2010-03-03' }
    for (const family of ['Skipasample', 'Skipbsample', 'Skipcsample']) {
      const [one] = [await addPerson(house, here, { ...at, family }), await addPerson(house, here, { ...at, family })]
      await house.command(here.id, tx => asHouse(tx, 'a test', worker => findPairsOf(worker, [one], 'finder')))
    }
    const all = await test.owner.selectFrom('match_pair').select('id').where('partnership_id', '=', here.id).execute()
    expect(all.length).toBeGreaterThanOrEqual(3)
    const seen: string[] = []
    let next = (await reviewer.post('/review/next', {})).to ?? ''
    for (let n = 0; n < all.length; n++) {
      seen.push(next)
      next = (await reviewer.post(`/review/next?after=${next.split('/').at(-1)}`, {})).to ?? ''
    }
    expect(new Set(seen).size).toBe(all.length)
    expect(next).toBe(seen[0])
  })

  it('weighs what is on record now, and leaves the queue at the next search once it is no longer alike', async () => {
    await hidden('Persephone', 'Todaysample')
    const made = idOf(await make(adviser, 'Persephone', 'Todaysample'))
    const [pair] = await pairsOf(made)
    const weightOf = async () => JSON.parse((await officer.get(`/review/${pair?.id}/why.json`)).body) as { end: number }
    const before = await weightOf()
    expect((await officer.get(`/review/${pair?.id}`)).body).not.toContain('less alike')
    const search = async () => {
      await officer.post('/review/find', {})
      await lists.jobs.idle()
    }
    await search()
    expect(await pairsOf(made)).toMatchObject([{ state: 'open', version: pair?.version }])
    const born = async (bornOn: Day) => {
      const changed = await house.command(partnership.id, tx =>
        asHouse(tx, 'a test', worker =>
          changeIdentity(
            worker,
            made as PersonId,
            { names: [], bornOn, source: { kind: 'staff', organisationId: null, saidOn: tx.acting.today } },
            null,
          ),
        ),
      )
      expect(changed.ok).toBe(true)
    }
    await born('2012-11-28' as Day)
    expect((await weightOf()).end).toBeLessThan(before.end)
    expect((await officer.get(`/review/${pair?.id}`)).body).toContain('less alike')
    await search()
    expect(await pairsOf(made)).toMatchObject([{ state: 'unlike' }])
    expect((await officer.get(`/review/${pair?.id}`)).status).toBe(404)
    await born('2010-03-03' as Day)
    await search()
    expect(await pairsOf(made)).toMatchObject([{ state: 'open' }])
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
    expect((await officer.get('/review')).body).not.toContain('Barriersample')

    const later = await hidden('Seraphina', 'Latersample')
    const made = idOf(await make(adviser, 'Seraphina', 'Latersample'))
    const id = (await pairsOf(made))[0]?.id ?? ''
    expect((await officer.get('/review')).body).toContain('Latersample')
    await house.command(partnership.id, tx => setBarrier(tx, later, { holderId: null, reason: 'A test' }))
    const nothing = withoutTokens(await officer.get('/nowhere'))
    expect(withoutTokens(await officer.get(`/review/${id}`))).toBe(nothing)
    expect(withoutTokens(await decide(officer, id, { decision: 'two-people' }))).toBe(nothing)
    expect((await officer.get('/review')).body).not.toContain('Latersample')
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
