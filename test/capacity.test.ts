/** Capacity over HTTP and down to the row: one question, one day, presumed from 16, and nothing of it to those it is not for (K11). */
import { beforeAll, describe, expect, it } from 'vitest'
import type { PersonId, RowId } from '#ground/ids.ts'
import { ADVISER_CLASSES, INTENSIVE_CLASSES, setBarrier } from '#rooms/access/index.ts'
import { turnOf } from '#test/clockwork.ts'
import { openTestDatabase } from '#test/database.ts'
import { dayFields } from '#test/fields.ts'
import { eventsOf, openTestHouse, summaryOf, type TestColleague, type TestPartnership } from '#test/house.ts'
import { addPerson, letSee } from '#test/people.ts'
import { staffOf } from '#test/staff.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
let partnership: TestPartnership
let dana: TestColleague
let mair: TestColleague
let imran: TestColleague
let owen: TestColleague

beforeAll(async () => {
  partnership = await house.partnership()
  ;({ dana, mair, imran, owen } = await staffOf(partnership, 'dana', 'mair', 'imran', 'owen'))
})

const UNDER = '2012-03-01'
const OVER = '2009-03-01'
let made = 0
const someone = (born = UNDER, lead = dana): Promise<PersonId> =>
  addPerson(house, partnership, { given: 'Cass', family: `Capsample${(made += 1)}`, born, lead })

const ALL = ['understands', 'keeps', 'weighs', 'free', 'says']
const CAN = {
  about: 'sharing',
  question: 'May the college hear why you were away?',
  help: 'Time alone and a drawing 🎨',
  could: ALL,
  how: 'Named what is good and bad about it',
  wishes: 'Only my tutor',
  outcome: 'can',
}
const NOT_NOW = {
  ...CAN,
  could: ['says'],
  outcome: 'not-now',
  decider: 'nobody-yet',
  ...dayFields('review-on', [2027, 2, 1]),
}

async function judge(id: PersonId, fields: Record<string, string | string[]> = {}, by = dana, wanted = CAN) {
  house.clock.advance(1000)
  const answer = await by.post(`/people/${id}/capacity/new`, { ...wanted, ...fields }, `/people/${id}`)
  house.clock.advance(1000)
  return answer
}
const rowsOf = (id: PersonId) =>
  test.owner.selectFrom('capacity_decision').selectAll().where('person_id', '=', id).orderBy('recorded_at').execute()

async function adult(id: PersonId, name: string, responsibility: string): Promise<string> {
  const fields = { name, relationship: 'Aunt', responsibility, told: 'ask-first' }
  expect((await dana.post(`/people/${id}/adults`, fields, `/people/${id}`)).status).toBe(303)
  house.clock.advance(1000)
  const row = await test.owner
    .selectFrom('person_adult')
    .select('id')
    .where('name', '=', name)
    .executeTakeFirstOrThrow()
  return row.id
}

describe('A decision about capacity', () => {
  it('is one question on one day, stands on the record, and is written down as judged', async () => {
    const id = await someone()
    const page = await dana.get(`/people/${id}/capacity`)
    expect(page.body).toContain('Under 16: whether they can decide is judged for each decision')
    expect(page.body).toContain('No decision was in doubt')
    expect((await judge(id)).to).toBe(`/people/${id}/capacity`)
    const after = await dana.get(`/people/${id}/capacity`)
    for (const words of ['May the college hear why you were away?', 'They can decide this', 'under 16 then', '🎨'])
      expect(after.body).toContain(words)
    expect((await dana.get(`/people/${id}`)).body).toContain('Deciding for themselves: they can decide this')
    const [row] = await rowsOf(id)
    expect(row).toMatchObject({ class: 128, was_sixteen: false, judged_on: '2026-11-23', decider: null })
    expect((await eventsOf(test, { target: row?.id ?? '' })).map(one => one.action)).toContain('capacity.judged')
  })

  it('sent twice is judged once', async () => {
    const id = await someone()
    await judge(id)
    await judge(id)
    expect(await rowsOf(id)).toHaveLength(1)
  })

  it('asks at its field for what is missing, keeps what was typed, and does not take what does not go together', async () => {
    const id = await someone()
    const bare = await dana.post(`/people/${id}/capacity/new`, { wishes: 'مرحبا and 👍', could: ALL }, `/people/${id}`)
    expect(bare.status).toBe(422)
    expect(summaryOf(bare.body).map(line => line.split(' ')[0])).toEqual([
      ...['#about', '#question', '#help', '#how', '#outcome'],
    ])
    expect(bare.body).toContain('مرحبا and 👍')
    const cases: [Record<string, string | string[]>, string][] = [
      [{ could: ['says'] }, '#could'],
      [{ ...NOT_NOW, could: ALL }, '#could'],
      [{ ...NOT_NOW, decider: '' }, '#decider'],
      [{ ...NOT_NOW, ...dayFields('review-on', [2026, 11, 23]) }, '#review-on'],
      [{ ...NOT_NOW, ...dayFields('review-on', [2028, 1, 1]) }, '#review-on'],
      [{ ...NOT_NOW, decider: 'representative' }, '#representative'],
      [{ ...NOT_NOW, decider: 'somebody-made-up' }, '#decider'],
      [{ question: 'x'.repeat(301) }, '#question'],
    ]
    for (const [fields, at] of cases) {
      const { status, body } = await judge(id, fields)
      expect([status, summaryOf(body)[0]?.startsWith(at)], JSON.stringify(fields)).toEqual([422, true])
    }
    expect(await rowsOf(id)).toEqual([])
  })

  it('K11: from 16 they are presumed able; that they cannot is of the health part, for whoever sees that', async () => {
    const id = await someone(OVER)
    expect((await dana.get(`/people/${id}/capacity`)).body).toContain('16 or over: presumed able')
    const refused = await judge(id, NOT_NOW)
    expect(summaryOf(refused.body)[0]).toContain('#outcome They are 16 or over')
    await letSee(house, partnership, { id, by: imran, classes: INTENSIVE_CLASSES })
    expect((await judge(id, NOT_NOW, imran)).status).toBe(303)
    const [row] = await rowsOf(id)
    expect(row).toMatchObject({ class: 256, was_sixteen: true })
    // K6: whoever does not see the health part reads the record as if it were not there.
    for (const path of [`/people/${id}/capacity`, `/people/${id}`])
      expect((await dana.get(path)).body, path).not.toContain('May the college hear')
    expect((await dana.get(`/people/${id}/capacity`)).body).toContain('No decision was in doubt')
    expect((await imran.get(`/people/${id}/capacity`)).body).toContain('They cannot decide this now')
  })

  it('K11: parental responsibility is what is on record, and an adult’s name is of the family part', async () => {
    const id = await someone()
    const yes = await adult(id, 'Ada Guardian', 'yes')
    const no = await adult(id, 'Bo Neighbour', 'not-known')
    const form = await dana.get(`/people/${id}/capacity/new`)
    expect(form.body).toContain('Ada Guardian, parental responsibility')
    expect(form.body).not.toContain('Bo Neighbour')
    expect((await judge(id, { ...NOT_NOW, decider: no })).status).toBe(422)
    expect((await judge(id, { ...NOT_NOW, decider: yes })).status).toBe(303)
    const narrow = ADVISER_CLASSES.filter(one => one !== 'family')
    await letSee(house, partnership, { id, by: mair, classes: narrow })
    const seen = (await mair.get(`/people/${id}/capacity`)).body
    expect(seen).toContain('An adult with parental responsibility')
    expect(seen).not.toContain('Ada Guardian')
  })

  it('is looked at again once, by a decision of its own', async () => {
    const id = await someone()
    await judge(id, NOT_NOW)
    const [first] = await rowsOf(id)
    const again = (await dana.get(`/people/${id}/capacity/new?again=${first?.id}`)).body
    expect(again).toContain('May the college hear why you were away?')
    expect((await judge(id, { again: first?.id as string })).status).toBe(303)
    expect((await judge(id, { again: first?.id as string, wishes: 'Something else' })).status).toBe(422)
    const [before, after] = await rowsOf(id)
    expect([before?.again_on, after?.again_of]).toEqual(['2026-11-23', first?.id])
    expect((await dana.get(`/people/${id}/capacity`)).body).toContain('Looked at again on')
    expect((await dana.get(`/people/${id}/capacity/new?again=${id}`)).status).toBe(404)
  })

  it('K3, K4, K8: no partner, no data officer and nobody shut out knows of it', async () => {
    const id = await someone()
    await judge(id, CAN)
    for (const by of [owen, mair]) expect((await by.get(`/people/${id}/capacity`)).status).toBe(404)
    await letSee(house, partnership, { id, by: mair, classes: ADVISER_CLASSES })
    expect((await mair.get(`/people/${id}/capacity`)).status).toBe(200)
    await house.command(partnership.id, tx => setBarrier(tx, id, { holderId: mair.accountId, reason: 'Made up' }))
    house.clock.advance(1000)
    expect((await mair.get(`/people/${id}/capacity`)).status).toBe(404)
    expect((await judge(id, CAN, mair)).status).toBe(404)
    expect(await rowsOf(id)).toHaveLength(1)
  })

  it('K9: one on the wrong young person is gone, and what it had looked at again stands once more', async () => {
    const id = await someone()
    await judge(id, NOT_NOW)
    const [first] = await rowsOf(id)
    await judge(id, { again: first?.id as string, question: 'Filed on the wrong one?' })
    const [, second] = await rowsOf(id)
    expect((await dana.post(`/people/${id}/misfiled/capacity/${second?.id}`, { why: 'Her sister' })).status).toBe(303)
    house.clock.advance(1000)
    const page = (await dana.get(`/people/${id}/capacity`)).body
    expect(page).not.toContain('Filed on the wrong one?')
    expect(page).toContain('To be looked at again by')
    expect((await judge(id, { again: first?.id as RowId })).status).toBe(303)
  })

  it('says whose an education, health and care plan is, and stops with a death', async () => {
    const id = await someone('2010-08-31', dana)
    const ehc = { code: 'ehc-plan', said: 'young-person', ...dayFields('from', [2024, 9, 1]) }
    expect((await dana.post(`/people/${id}/characteristics`, ehc, `/people/${id}`)).status).toBe(303)
    house.clock.advance(1000)
    const body = (await dana.get(`/people/${id}/capacity`)).body
    expect(body).toContain('is theirs since 27 June 2026')
    await owen.post(`/people/${id}/death`, dayFields('on', [2026, 11, 20]), `/people/${id}`)
    house.clock.advance(1000)
    expect((await dana.get(`/people/${id}/capacity`)).body).not.toContain('Write down a decision')
    expect((await dana.get(`/people/${id}/capacity/new`)).status).toBe(404)
    expect((await judge(id)).status).toBe(422)
  })
})

describe('Where somebody is asked to agree', () => {
  it('K11: it says under 16 that it is judged for this decision, and nothing from 16 on', async () => {
    for (const [born, says] of [
      [UNDER, true],
      [OVER, false],
    ] as const) {
      const id = await someone(born)
      await dana.post(`/people/${id}/plan/goals/new`, { words: 'I want to cook' }, `/people/${id}`)
      house.clock.advance(1000)
      const begun = await dana.post(`/people/${id}/assessment/begin`, { depth: 'initial' }, `/people/${id}`)
      house.clock.advance(1000)
      const draft = (begun.to ?? '').replace(/\/education$/, '')
      for (const path of [`/people/${id}/plan/agree`, `${draft}/agree`]) {
        const { status, body } = await dana.get(path)
        expect([path, status, body.includes(`/people/${id}/capacity/new`)]).toEqual([path, 200, says])
      }
    }
  })
})

describe('By the clock', () => {
  it('whoever judged is told once that it is late, unless they are shut out by now', async () => {
    const id = await someone()
    const other = await someone(UNDER, mair)
    await judge(id, NOT_NOW)
    await judge(other, NOT_NOW, mair)
    await house.command(partnership.id, tx => setBarrier(tx, other, { holderId: mair.accountId, reason: 'Made up' }))
    const told = () =>
      test.owner
        .selectFrom('notice')
        .select(['account_id', 'person_id'])
        .where('kind', '=', 'capacity.due')
        .where('person_id', 'in', [id, other])
        .execute()
    house.clock.advance(70 * 24 * 3600_000)
    expect(house.clock.today()).toBe('2027-02-01')
    await turnOf(test, house)
    expect(await told()).toEqual([])
    house.clock.advance(24 * 3600_000)
    await turnOf(test, house)
    await turnOf(test, house)
    expect(await told()).toEqual([{ account_id: dana.accountId, person_id: id }])
  })
})
