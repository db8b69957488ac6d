/** Drafts that are left and taken up again, and signals nobody could answer: nothing lost, nobody told who may not know. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { PersonId } from '#ground/ids.ts'
import { ADVISER_CLASSES, INTENSIVE_CLASSES, setBarrier } from '#rooms/access/index.ts'
import { turnOf } from '#test/clockwork.ts'
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
let imran: TestColleague
let owen: TestColleague
let ruth: TestColleague

beforeAll(async () => {
  partnership = await house.partnership()
  ;({ dana, mair, imran, owen } = await staffOf(partnership, 'dana', 'mair', 'imran', 'owen'))
  ruth = await partnership.colleague('safeguarding-lead', 'Ruth Testcase')
})

let made = 0
const someone = (lead = dana): Promise<PersonId> =>
  addPerson(house, partnership, {
    ...{ given: 'Lou', family: `Leftsample${(made += 1)}`, born: '2010-10-01', lead, isIntensive: lead === imran },
  })

async function begun(id: PersonId, by = dana): Promise<string> {
  house.clock.advance(1000)
  const { to = '' } = await by.post(`/people/${id}/assessment/begin`, { depth: 'initial' })
  return to.replace(/\/education$/, '')
}

async function save(by: TestColleague, path: string, fields: Record<string, string>) {
  const seen = Object.fromEntries(
    [...(await by.get(path)).body.matchAll(/name="(seen-[a-z-]+)" value="([^"]*)"/g)].map(m => [m[1], m[2]]),
  ) as Record<string, string>
  house.clock.advance(1000)
  expect((await by.post(path, { ...seen, ...fields, then: 'leave' })).status).toBe(303)
  house.clock.advance(1000)
}

const stampOn = async (by: TestColleague, path: string) =>
  /name="stamp" value="([^"]*)"/.exec((await by.get(path)).body)?.[1] ?? ''

async function leave(by: TestColleague, at: string, fields: Record<string, string> = {}) {
  const stamp = await stampOn(by, `${at}/leave`)
  house.clock.advance(1000)
  const answer = await by.post(`${at}/leave`, { stamp, why: 'Begun on the wrong page 🙈', ...fields })
  house.clock.advance(1000)
  return answer
}

const stateOf = async (id: PersonId) =>
  (
    await test.owner
      .selectFrom('assessment')
      .select('state')
      .where('person_id', '=', id)
      .orderBy('started_on')
      .execute()
  )
    .map(one => one.state)
    .toSorted()
const noticesOf = async (id: PersonId) =>
  (
    await test.owner
      .selectFrom('notice')
      .select(['kind', 'account_id'])
      .where('person_id', '=', id)
      .where('kind', 'like', 'assessment.%')
      .execute()
  ).map(one => [one.kind, one.account_id])

describe('A draft', () => {
  it('begun by mistake is left with why, and nothing stands in the way of another', async () => {
    const id = await someone()
    const at = await begun(id)
    const bare = await leave(dana, at, { why: '' })
    expect(summaryOf(bare.body)).toEqual(['#why Write why it is left'])
    expect((await leave(dana, at)).to).toBe(`/people/${id}/assessment`)
    const page = (await dana.get(`/people/${id}/assessment`)).body
    expect([page.includes('Begun on the wrong page 🙈'), page.includes('left on')]).toEqual([true, true])
    // Sent again it is done already.
    expect((await dana.post(`${at}/leave`, { stamp: '', why: 'Again' })).to).toBe(`/people/${id}/assessment`)
    // What was being typed meanwhile is not lost.
    const typed = await dana.post(`${at}/home`, {
      'staff-housing': '4',
      'evidence-housing': 'Typed late',
      then: 'leave',
    })
    expect([
      typed.status,
      typed.body.includes('Typed late'),
      typed.body.includes('It was left meanwhile by Dana'),
    ]).toEqual([409, true, true])
    expect(await begun(id)).not.toBe(at)
    expect(await stateOf(id)).toEqual(['draft', 'left'])
    // With another under way it is not taken up.
    expect((await dana.post(`${at}/take-up`, {})).to).toBe(`/people/${id}/assessment`)
    expect(await stateOf(id)).toEqual(['draft', 'left'])
  })

  it('is taken up again with all that stood in it', async () => {
    const id = await someone()
    const at = await begun(id)
    await save(dana, `${at}/home`, { 'staff-housing': '4', 'evidence-housing': 'At home, kept words' })
    await leave(dana, at)
    expect((await dana.post(`${at}/take-up`, {}, `/people/${id}/assessment`)).to).toBe(`${at}/education`)
    expect((await dana.get(`${at}/home`)).body).toContain('At home, kept words')
    expect(await stateOf(id)).toEqual(['draft'])
  })

  it('is not left after somebody else wrote in it, nor while something in it calls for somebody', async () => {
    const id = await someone()
    await letSee(house, partnership, { id, by: mair, classes: ADVISER_CLASSES })
    const at = await begun(id)
    const stamp = await stampOn(dana, `${at}/leave`)
    await save(mair, `${at}/home`, { 'staff-housing': '4', 'evidence-housing': 'Said to Mair' })
    const stale = await dana.post(`${at}/leave`, { stamp, why: 'Kept why' })
    expect([stale.status, stale.body.includes('Kept why')]).toEqual([409, true])
    await save(dana, `${at}/home`, { 'staff-housing': '1', 'evidence-housing': 'Sleeps in a car' })
    const calls = await leave(dana, at)
    expect([calls.status, calls.body.includes('calls for safeguarding')]).toEqual([422, true])
    expect(await stateOf(id)).toEqual(['draft'])
  })

  it('K4, K6: whoever wrote in it is told, unless they may not know any more, and nobody learns of what they may not see', async () => {
    const id = await someone()
    await letSee(house, partnership, { id, by: imran, classes: INTENSIVE_CLASSES })
    await letSee(house, partnership, { id, by: mair, classes: ADVISER_CLASSES })
    const at = await begun(id)
    await save(imran, `${at}/health`, { 'staff-physical-health': '3', 'evidence-physical-health': 'Asthma' })
    await save(mair, `${at}/home`, { 'staff-housing': '4', 'evidence-housing': 'At home' })
    await house.command(partnership.id, tx => setBarrier(tx, id, { holderId: mair.accountId, reason: 'Made up' }))
    house.clock.advance(1000)
    const page = (await dana.get(`${at}/leave`)).body
    expect([page.includes('Asthma'), page.includes('One factor was written about that you may see.')]).toEqual([
      false,
      true,
    ])
    expect((await leave(dana, at)).status).toBe(303)
    expect(await noticesOf(id)).toEqual([['assessment.left', imran.accountId]])
  })

  it('K10: in a draft that is left is told at once to whoever may see it, who answers it; where nobody may it becomes a concern', async () => {
    async function leftUnseen(isBarred: boolean) {
      const id = await someone()
      await letSee(house, partnership, { id, by: imran, classes: INTENSIVE_CLASSES })
      const at = await begun(id)
      await save(imran, `${at}/health`, { 'staff-physical-health': '1', 'evidence-physical-health': 'Not eating' })
      if (isBarred)
        await house.command(partnership.id, tx => setBarrier(tx, id, { holderId: imran.accountId, reason: 'Made up' }))
      house.clock.advance(1000)
      expect((await leave(dana, at)).status).toBe(303)
      const concerns = await test.owner.selectFrom('concern').selectAll().where('person_id', '=', id).execute()
      return { id, at, concerns }
    }
    const seen = await leftUnseen(false)
    expect(await noticesOf(seen.id)).toEqual([
      ['assessment.left', imran.accountId],
      ['assessment.signal-waits', imran.accountId],
    ])
    expect(seen.concerns).toEqual([])
    const answers = `${seen.at}/answers`
    expect((await imran.get(answers)).body).toContain('answer-physical-health')
    const said = { 'answer-physical-health': 'specialist-asked', 'did-physical-health': 'Told Ruth' }
    expect((await imran.post(answers, said)).to).toBe(`/people/${seen.id}/assessment`)
    const gone = await leftUnseen(true)
    expect(await noticesOf(gone.id)).toEqual([])
    expect(gone.concerns.map(one => [one.raised_by, one.what.includes('Raised when its draft was left')])).toEqual([
      [imran.accountId, true],
    ])
  })

  it('K3, K8: to everybody else there is none, and after a death nothing is left or taken up', async () => {
    const id = await someone()
    const at = await begun(id)
    for (const by of [mair, owen]) {
      expect((await by.get(`${at}/leave`)).status).toBe(404)
      expect((await by.post(`${at}/leave`, { why: 'x', stamp: '' }, '/')).status).toBe(404)
      expect((await by.post(`${at}/take-up`, {}, '/')).status).toBe(404)
    }
    await owen.post(`/people/${id}/death`, dayFields('on', [2026, 11, 20]), `/people/${id}`)
    house.clock.advance(1000)
    expect((await dana.post(`${at}/leave`, { why: 'x', stamp: '' }, '/')).to).toBe(`/people/${id}/assessment`)
    expect(await stateOf(id)).toEqual(['draft'])
  })
})

describe('A signal whoever agreed could not see', () => {
  const DAY = 24 * 3600_000
  /** Imran says something of health that calls for somebody, Dana agrees without seeing it. */
  async function agreedUnseen() {
    const id = await someone()
    await letSee(house, partnership, { id, by: imran, classes: INTENSIVE_CLASSES })
    const at = await begun(id)
    await save(imran, `${at}/health`, { 'staff-physical-health': '1', 'evidence-physical-health': 'Not eating' })
    await save(dana, `${at}/home`, { 'staff-housing': '4', 'evidence-housing': 'At home' })
    const stamp = await stampOn(dana, `${at}/agree`)
    const agreed = { agreement: 'agreed', words: '', ...dayFields('review-on', [2027, 2, 1]), stamp }
    expect((await dana.post(`${at}/agree`, agreed)).status).toBe(303)
    house.clock.advance(1000)
    return { id, at }
  }

  it('is told once to whoever wrote it; where nobody may see it any more it becomes a concern, and safeguarding then may', async () => {
    const { id } = await agreedUnseen()
    const gone = (await agreedUnseen()).id
    await house.command(partnership.id, tx => setBarrier(tx, gone, { holderId: imran.accountId, reason: 'Made up' }))
    await turnOf(test, house)
    expect(await noticesOf(id)).toEqual([])
    house.clock.advance(2 * DAY)
    await turnOf(test, house)
    await turnOf(test, house)
    expect(await noticesOf(id)).toEqual([['assessment.signal-waits', imran.accountId]])
    expect(await noticesOf(gone)).toEqual([])
    const concernsOf = (whom: PersonId) =>
      test.owner.selectFrom('concern').selectAll().where('person_id', '=', whom).execute()
    expect(await concernsOf(id)).toEqual([])
    expect((await concernsOf(gone)).map(one => [one.raised_by, one.what.includes('Raised by the clock')])).toEqual([
      [imran.accountId, true],
    ])
    const told = await test.owner
      .selectFrom('notice')
      .select('account_id')
      .where('person_id', '=', gone)
      .where('kind', '=', 'concern.raised')
      .execute()
    expect(told.map(one => one.account_id)).toEqual([ruth.accountId])
  })
})
