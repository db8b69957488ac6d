/** What stays between us over HTTP and down to the row: the partnership's words in versions, read together, and with whom not yet. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { PersonId } from '#ground/ids.ts'
import { ADVISER_CLASSES, setBarrier } from '#rooms/access/index.ts'
import { setAlert } from '#rooms/people/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { dayFields } from '#test/fields.ts'
import { openTestHouse, summaryOf, type TestColleague, type TestPartnership } from '#test/house.ts'
import { addPerson, letSee } from '#test/people.ts'
import { staffOf } from '#test/staff.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
let partnership: TestPartnership
let dana: TestColleague
let mair: TestColleague
let owen: TestColleague
let manager: TestColleague

beforeAll(async () => {
  partnership = await house.partnership()
  ;({ dana, mair, owen } = await staffOf(partnership, 'dana', 'mair', 'owen'))
  manager = await partnership.colleague('manager', 'Alex Testcase')
})

let made = 0
const someone = (): Promise<PersonId> =>
  addPerson(house, partnership, { given: 'Kit', family: `Promisesample${(made += 1)}`, born: '2010-10-01', lead: dana })

const WORDS = { stays: 'It stays with us 🤝', told: 'If you are in danger', rights: 'Ask who looked' }

/** Today, as a form sends it, so many days on. */
function on(name: string, days = 0): Record<string, string> {
  const day = new Date(`${house.clock.today()}T12:00:00Z`)
  day.setUTCDate(day.getUTCDate() + days)
  return dayFields(name, [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()])
}

async function write(fields: Record<string, string> = {}, by = manager) {
  house.clock.advance(1000)
  const seen = /name="seen" value="(\d+)"/.exec((await by.get('/confidentiality/new')).body)?.[1] ?? '0'
  const answer = await by.post(
    '/confidentiality/new',
    { seen, ...WORDS, ...on('from-day'), ...fields },
    '/confidentiality',
  )
  house.clock.advance(1000)
  return answer
}

const READ = { how: 'aloud', understood: 'yes', said: 'Only if I am in danger مرحبا', wishes: 'Text me' }

async function read(id: PersonId, fields: Record<string, string> = {}, by = dana) {
  house.clock.advance(1000)
  const path = `/people/${id}/confidentiality/read`
  const statement = /name="statement" value="([^"]+)"/.exec((await by.get(path)).body)?.[1] ?? ''
  const answer = await by.post(path, { statement, ...READ, ...fields })
  house.clock.advance(1000)
  return answer
}
const rowsOf = (id: PersonId) =>
  test.owner.selectFrom('confidentiality_reading').selectAll().where('person_id', '=', id).execute()
const numbers = async () =>
  (
    await test.owner
      .selectFrom('confidentiality_statement')
      .select('number')
      .where('partnership_id', '=', partnership.id)
      .orderBy('number')
      .execute()
  ).map(one => one.number)

describe('What stays between us', () => {
  it('before anything is written says so, offers words to begin with, and nobody stands in the list', async () => {
    const id = await someone()
    expect((await dana.get('/confidentiality')).body).toContain('Nothing is written down yet')
    expect((await dana.get(`/people/${id}/confidentiality`)).body).toContain('has not written down')
    expect((await dana.get('/confidentiality/due')).body).not.toContain('Promisesample')
    expect((await dana.get(`/people/${id}/confidentiality/read`)).to).toBe(`/people/${id}/confidentiality`)
    expect((await manager.get('/confidentiality/new')).body).toContain(
      'What you tell me is for the people who help you',
    )
  })

  it('is written in versions by those who keep it, each once, from today or later, and never changed', async () => {
    expect((await dana.get('/confidentiality/new')).status).toBe(404)
    const bare = await write({ stays: '' })
    expect(summaryOf(bare.body)).toEqual(['#stays Write what stays between you'])
    const past = await write(on('from-day', -1))
    expect([past.status, past.body.includes('It stays with us 🤝')]).toEqual([422, true])
    expect((await write()).status).toBe(303)
    // The same form, sent twice.
    expect((await manager.post('/confidentiality/new', { seen: '0', ...WORDS, ...on('from-day') })).status).toBe(303)
    expect(await numbers()).toEqual([1])
    // A form that was opened before somebody else wrote one.
    const stale = await manager.post('/confidentiality/new', { seen: '0', ...WORDS, stays: 'Mine', ...on('from-day') })
    expect([stale.status, stale.body.includes('Mine')]).toEqual([409, true])
    expect((await write()).body).toContain('These are the words in force already')
    expect(await numbers()).toEqual([1])
    await expect(
      house.command(partnership.id, async tx => {
        await tx.db.updateTable('confidentiality_statement').set({ stays: 'Other words' }).execute()
      }),
    ).rejects.toThrow(/permission denied/)
  })

  it('is read with somebody: which version, by whom, and what they say it means', async () => {
    const id = await someone()
    expect((await dana.get('/confidentiality/due')).body).toContain(`Promisesample${made}`)
    const bare = await read(id, { how: '', said: '' })
    expect(summaryOf(bare.body).map(line => line.split(' ')[0])).toEqual(['#how'])
    const nod = await read(id, { said: '' })
    expect(summaryOf(nod.body)).toEqual(['#said Write what they say it means. That shows that they understood'])
    for (const _ of [1, 2]) expect((await read(id)).to).toBe(`/people/${id}/confidentiality`)
    expect(await rowsOf(id)).toHaveLength(1)
    const page = (await dana.get(`/people/${id}/confidentiality`)).body
    expect([page.includes('version 1, with Dana Testcase'), page.includes('Only if I am in danger مرحبا')]).toEqual([
      true,
      true,
    ])
    expect((await dana.get('/confidentiality/due')).body).not.toContain(`Promisesample${made}`)
    expect((await dana.get(`/people/${id}`)).body).toContain('Read together what stays between us, version 1')
  })

  it('K2, K4: the page that is turned to them shows no alert, no note of whoever works with them, and nobody else', async () => {
    const id = await someone()
    await house.command(partnership.id, tx =>
      setAlert(tx, id, { kind: 'note', firstWords: 'Quillworta', words: '', finishedOn: null, from: 'staff' }),
    )
    house.clock.advance(1000)
    expect((await dana.get(`/people/${id}/confidentiality`)).body).toContain('Quillworta')
    for (const { status, body } of [
      await dana.get(`/people/${id}/confidentiality/read`),
      await read(id, { said: '' }),
    ]) {
      expect([200, 422]).toContain(status)
      for (const words of ['Quillworta', `Promisesample${made}`, '/caseload']) expect(body).not.toContain(words)
    }
  })

  it('who did not understand stands in the list and in the brief until they do', async () => {
    const id = await someone()
    await read(id, { understood: 'not-yet', said: '' })
    expect((await dana.get('/confidentiality/due')).body).toContain(`Promisesample${made}`)
    expect((await dana.get(`/people/${id}/brief`)).body).toContain('not understood yet')
    await read(id)
    expect((await dana.get(`/people/${id}/brief`)).body).not.toContain('not understood yet')
  })

  it('with new words everybody is read them again, and what was read before stands as it was', async () => {
    const id = await someone()
    await read(id)
    const open = (await dana.get(`/people/${id}/confidentiality/read`)).body
    const old = /name="statement" value="([^"]+)"/.exec(open)?.[1] ?? ''
    expect((await write({ stays: 'Other words now' })).status).toBe(303)
    expect((await dana.get(`/people/${id}/confidentiality`)).body).toContain('has changed since')
    expect((await dana.get('/confidentiality/due')).body).toContain(`Promisesample${made}`)
    // The page was open since before: what is kept is what was read.
    const stale = await dana.post(`/people/${id}/confidentiality/read`, { statement: old, ...READ })
    expect([
      stale.status,
      stale.body.includes('Only if I am in danger'),
      stale.body.includes('Other words now'),
    ]).toEqual([409, true, true])
    await read(id)
    const page = (await dana.get(`/people/${id}/confidentiality`)).body
    expect([page.includes('version 1'), page.includes('version 2')]).toEqual([true, true])
    // What is in force from tomorrow changes nothing today.
    expect((await write({ stays: 'Words of tomorrow', ...on('from-day', 1) })).status).toBe(303)
    expect((await dana.get('/confidentiality')).body).toContain('Version 3, in force from')
    expect((await dana.get(`/people/${id}/confidentiality`)).body).toContain('Read with them, and they said')
  })

  it('K3, K4, K8, K9: those who work with them know of it, nobody else does, and of the wrong one it goes', async () => {
    const id = await someone()
    await read(id)
    const path = `/people/${id}/confidentiality`
    expect((await mair.get(path)).status).toBe(404)
    // A data officer knows of them and not of their meetings.
    expect((await owen.get(path)).status).toBe(404)
    await letSee(house, partnership, { id, by: mair, classes: ADVISER_CLASSES })
    expect((await mair.get(path)).status).toBe(200)
    await house.command(partnership.id, tx => setBarrier(tx, id, { holderId: mair.accountId, reason: 'Made up' }))
    house.clock.advance(1000)
    expect((await mair.get(path)).status).toBe(404)
    const [row] = await rowsOf(id)
    expect((await dana.post(`/people/${id}/misfiled/reading/${row?.id}`, { why: 'A twin' }, '/')).status).toBe(303)
    house.clock.advance(1000)
    expect((await dana.get(path)).body).toContain('Not read with them yet')
  })

  it('stops with a death, and what was said stays to be read', async () => {
    const id = await someone()
    await read(id)
    await owen.post(`/people/${id}/death`, dayFields('on', [2026, 11, 20]), `/people/${id}`)
    house.clock.advance(1000)
    expect((await dana.get(`/people/${id}/confidentiality/read`)).to).toBe(`/people/${id}/confidentiality`)
    expect((await dana.get(`/people/${id}/confidentiality`)).body).toContain('Only if I am in danger')
  })
})
